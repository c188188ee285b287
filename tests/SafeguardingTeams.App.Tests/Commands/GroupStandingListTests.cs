using System.Collections.Immutable;
using SafeguardingTeams.App.Commands;
using SafeguardingTeams.App.Storage;
using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Figures;
using SafeguardingTeams.Domain.Group;
using SafeguardingTeams.Domain.Meetings;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.Absences;
using SafeguardingTeams.Domain.Steps.AccessReview;
using SafeguardingTeams.Domain.Steps.BankHolidays;
using SafeguardingTeams.Domain.Steps.Disposing;
using SafeguardingTeams.Domain.Steps.ForwardPlan;
using SafeguardingTeams.Domain.Steps.GroupLearningEvents;
using SafeguardingTeams.Domain.Steps.GroupRecord;
using SafeguardingTeams.Domain.Steps.GroupReminders;
using SafeguardingTeams.Domain.Steps.GroupReports;
using SafeguardingTeams.Domain.Steps.GroupSchedule;
using SafeguardingTeams.Domain.Steps.LegalHold;
using SafeguardingTeams.Domain.Steps.PeopleAndRoles;
using SafeguardingTeams.Domain.Steps.Reassigning;
using SafeguardingTeams.Domain.Steps.Seats;
using SafeguardingTeams.Domain.Steps.TermsOfReference;
using SafeguardingTeams.Domain.Steps.Themes;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.App.Tests.Commands;

/// <summary>The standing list for the group's commands: done twice, delivered at once, two wishes at once, found whole by check.</summary>
[Trait(Needs.Name, Needs.Emulator)]
public partial class GroupStandingListTests(Emulator emulator)
{
    private static readonly DateOnly Today = new(2026, 11, 2);

    private static readonly ReportTexts Texts = new("Discharges are planned together.", "Supervision: posts are vacant.", "");

    private static readonly CountedReport Counted = new(
        [new("incidents", "referred", "", 7)],
        [],
        ImmutableSortedDictionary<string, string>.Empty,
        []
    );

    private static readonly LearningEventPlan Workshop = new(
        "Discharge from hospital",
        LearningEventKind.Workshop,
        Today,
        "Health visitors",
        [RecordRef.Parse("GSCP-BR-2222-3333")]
    );

    private static readonly ChangePeople Retired = new(new(PersonChangeKind.Leave, "records-police") { Day = Today }, "They retire.");

    private static readonly ChangePeople Succession = new(
        new(PersonChangeKind.HandOver, "chair")
        {
            Role = Role.Chair,
            ToPersonId = "vice-chair",
            Day = Today,
        },
        "The Chair retires."
    );

    private static readonly ImmutableDictionary<string, GroupCommand> Commands = new GroupCommand[]
    {
        new OpenGroup([new(Role.Chair, "chair")], [new(2026, 12, 9)], [], []),
        new FillSeat(
            new("designated-nurse", "Designated Nurse", "icb", "Integrated Care Board", null, []),
            new("", "Designated Nurse, ICB", "nurse@icb.example", Today, null)
        ),
        new ScheduleMeeting(new(2027, 3, 10)),
        new AgreeTermsOfReference(Today, null, "Terms of reference 2026"),
        new RecordAbsence("lead-police", Today, new(2026, 11, 13)),
        new AmendBankHolidays(new(2026, 11, 13), true, "Announced."),
        new PlanAhead("The report on the neglect audit", PlanKind.Report, new(2027, 3, 1)),
        new TakeOffPlan("plan-1", true, ""),
        new PutReportForward(GroupReportKind.Yearly, ReportPeriod.OfYear(2025), Texts),
        new IssueReport(1, Counted, Counted.Fingerprint(Texts)),
        new EndReportYear(2026),
        new RecordReportPublished(2025, Today, "https://partnership.example/report", ""),
        new RecordReportKept([
            new(
                KeptKind.GroupReport,
                "report-1",
                "",
                "yearly-report-2025-26.docx",
                "ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb",
                1,
                "The group"
            ),
        ]),
        new PlanLearningEvent(Workshop),
        new ChangeLearningEvent(1, Workshop with { On = new(2026, 10, 30) }, "It was on the Friday.", 1),
        new RecordLearningEvent(1, new([new("police", "Metropolitan Police Service", 4)], "It was clear."), "", 1),
        new FollowUpLearningEvent(1, new("", "", "Both teams were closed."), "", 2),
        new CallOffLearningEvent(1, "Too few can come.", 1),
        new AddTheme("Pre-birth work"),
        new RenameTheme("theme-1", "Work before a birth"),
        new RetireTheme("theme-1", "Two themes said the same."),
        new TakeUpTheme("theme-1", "They do not."),
        Retired,
        new ConfirmPeopleChange(1),
        new DeclinePeopleChange(1, "The Executive has not agreed."),
        new TakeBackPeopleChange(1),
        new BeginAccessReview(new(2027, 1, 1)),
        new ConfirmAccess(["person:chair"]),
        new FinishAccessReview(["person:chair"]),
        new NoteRoleHolders([new(Role.Chair, "vice-chair")]),
        new RemindGroup(Timescales.TermsOfReference.Id),
        new RecalculateReview(),
    }
        .Concat(OfRetention)
        .ToImmutableDictionary(command => command.GetType().Name);

    public static TheoryData<string> Names => [.. Commands.Keys];

    [Fact]
    public void Every_step_of_the_group_is_here() =>
        Assert.Equal(
            GroupPermissions.Table.Select(row => row.Step).Distinct().Except(MeetingPermissions.Table.Select(row => row.Step)).Order(),
            Commands.Values.Select(command => command.Step).Distinct().Order()
        );

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Done_twice_delivered_five_times_or_wished_twice_at_once_it_is_done_once(string name)
    {
        using var fixture = await BeforeAsync(name);
        var (command, actor) = (Commands[name], By(name));
        var delivered = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => fixture.RunAsync(command, actor, "same")));
        Assert.Single(delivered.Cast<Outcome.Done>(), done => !done.Again);
        var stored = await fixture.EverythingAsync();
        Assert.True(Assert.IsType<Outcome.Done>(await fixture.RunAsync(command, actor, "same")).Again);
        var again = Assert.IsType<Outcome.Refused>(await fixture.RunAsync(command, actor, "another"));
        Assert.Contains(Assert.Single(again.Reasons).Code, new[] { "overtaken", "nothing-changed" });
        Assert.Equal(stored, await fixture.EverythingAsync());
        // The record that retention is about is not there; it is told of as lost, or as disposed of without a mark.
        var check = await fixture.Upkeep.CheckAsync(CancellationToken.None);
        Assert.All(check.Damaged, damage => Assert.StartsWith(RetentionStory.Record.ToString(), damage, StringComparison.Ordinal));
        Assert.True((check with { Damaged = [] }).Clean);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Whoever_has_no_such_role_is_refused_and_changes_nothing(string name)
    {
        using var fixture = await BeforeAsync(name);
        var stored = await fixture.EverythingAsync();
        var refused = Assert.IsType<Outcome.Refused>(
            await fixture.RunAsync(Commands[name], SafeguardingTeams.Tests.CaseStory.Person("p", Role.Practitioner))
        );
        Assert.Equal(Refusal.NotYours, Assert.Single(refused.Reasons));
        Assert.Equal(stored, await fixture.EverythingAsync());
    }

    [Fact]
    public async Task A_command_on_a_case_reads_nothing_of_the_groups_record()
    {
        using var fixture = await emulator.OpenAsync();
        await fixture.Group.OpenAsync(CancellationToken.None);
        await fixture.Group.RunAsync(
            (GroupCommand)Commands[nameof(FillSeat)],
            "seat",
            AppFixture.Holder(Role.Operations),
            CancellationToken.None
        );
        var group = await StoredRecord.LoadAsync(fixture.Rows, RecordRef.Group, CancellationToken.None);
        Assert.Equal(2, group.Record.Version);
        var before = fixture.Requests.Now;
        await fixture.RunAsync(CommandRunnerTests.Submit, SafeguardingTeams.Tests.CaseStory.Referrer);
        Assert.Equal((1, 1), fixture.Requests.Since(before));
    }

    private static Actor By(string name) =>
        name
            is nameof(IssueReport)
                or nameof(ConfirmPeopleChange)
                or nameof(DeclinePeopleChange)
                or nameof(DeclineDisposal)
                or nameof(ConfirmDisposal)
            ? AppFixture.Holder(Role.Chair)
        : name
            is nameof(OpenGroup)
                or nameof(RecordReportKept)
                or nameof(EndReportYear)
                or nameof(BeginAccessReview)
                or nameof(NoteRoleHolders)
                or nameof(RemindGroup)
                or nameof(RecalculateReview)
                or nameof(ListForReview)
                or nameof(CertifyDisposal)
            ? SystemActor.Instance
        : AppFixture.Holder(Role.Operations);

    private async Task<AppFixture> BeforeAsync(string name)
    {
        var fixture = await emulator.OpenAsync();
        if (name != nameof(OpenGroup))
        {
            Assert.IsType<Outcome.Done>(await fixture.RunAsync(Commands[nameof(OpenGroup)], SystemActor.Instance, "open"));
        }

        if (name is nameof(RenameTheme) or nameof(RetireTheme) or nameof(TakeUpTheme))
        {
            Assert.IsType<Outcome.Done>(await fixture.RunAsync(Commands[nameof(AddTheme)], AppFixture.Holder(Role.Operations)));
        }

        if (
            name
            is nameof(ChangeLearningEvent)
                or nameof(RecordLearningEvent)
                or nameof(FollowUpLearningEvent)
                or nameof(CallOffLearningEvent)
        )
        {
            Assert.IsType<Outcome.Done>(await fixture.RunAsync(Commands[nameof(PlanLearningEvent)], AppFixture.Holder(Role.Operations)));
        }

        if (name == nameof(FollowUpLearningEvent))
        {
            Assert.IsType<Outcome.Done>(await fixture.RunAsync(Commands[nameof(RecordLearningEvent)], AppFixture.Holder(Role.Operations)));
        }

        await RetentionBeforeAsync(name, fixture);
        if (name == nameof(RecordReportKept))
        {
            var kept = ((RecordReportKept)Commands[name]).Documents[0];
            await fixture.KeptFiles.PutAsync(RecordRef.Group, kept.Sha256, "a"u8.ToArray(), CancellationToken.None);
        }

        if (name is nameof(IssueReport) or nameof(RecordReportPublished))
        {
            Assert.IsType<Outcome.Done>(await fixture.RunAsync(Commands[nameof(PutReportForward)], AppFixture.Holder(Role.Operations)));
        }

        if (name == nameof(RecordReportPublished))
        {
            Assert.IsType<Outcome.Done>(await fixture.RunAsync(Commands[nameof(IssueReport)], AppFixture.Holder(Role.Chair)));
        }

        if (name == nameof(EndReportYear))
        {
            fixture.Clock.Set(new DateTimeOffset(2027, 4, 1, 10, 0, 0, TimeSpan.Zero));
        }

        if (name is nameof(ConfirmPeopleChange) or nameof(DeclinePeopleChange) or nameof(TakeBackPeopleChange))
        {
            Assert.IsType<Outcome.Done>(await fixture.RunAsync(Succession, AppFixture.Holder(Role.Operations)));
        }

        if (name is nameof(BeginAccessReview) or nameof(ConfirmAccess) or nameof(FinishAccessReview))
        {
            fixture.Clock.Set(new DateTimeOffset(2027, 1, 4, 10, 0, 0, TimeSpan.Zero));
        }

        if (name is nameof(ConfirmAccess) or nameof(FinishAccessReview))
        {
            Assert.IsType<Outcome.Done>(await fixture.RunAsync(Commands[nameof(BeginAccessReview)], SystemActor.Instance));
        }

        if (name == nameof(FinishAccessReview))
        {
            Assert.IsType<Outcome.Done>(await fixture.RunAsync(Commands[nameof(ConfirmAccess)], AppFixture.Holder(Role.Operations)));
        }

        if (name == nameof(TakeOffPlan))
        {
            Assert.IsType<Outcome.Done>(await fixture.RunAsync(Commands[nameof(PlanAhead)], AppFixture.Holder(Role.Operations)));
        }

        if (name == nameof(TakeUpTheme))
        {
            Assert.IsType<Outcome.Done>(await fixture.RunAsync(Commands[nameof(RetireTheme)], AppFixture.Holder(Role.Operations)));
        }

        if (name == nameof(RemindGroup))
        {
            // Agreed a year ago tomorrow: by then there is something to remind of.
            var agreed = new AgreeTermsOfReference(Today.AddYears(-1).AddDays(1), null, "Terms of reference 2025");
            Assert.IsType<Outcome.Done>(await fixture.RunAsync(agreed, AppFixture.Holder(Role.Operations)));
            fixture.Clock.Set(new DateTimeOffset(2026, 11, 3, 10, 0, 0, TimeSpan.Zero));
        }

        if (name == nameof(RecalculateReview))
        {
            Assert.IsType<Outcome.Done>(
                await fixture.RunAsync(Commands[nameof(AgreeTermsOfReference)], AppFixture.Holder(Role.Operations))
            );
            var amended = new AmendBankHolidays(new(2027, 11, 1), true, "Announced.");
            await fixture.Group.RunAsync(amended, "holiday", AppFixture.Holder(Role.Operations), CancellationToken.None);
        }

        return fixture;
    }
}
