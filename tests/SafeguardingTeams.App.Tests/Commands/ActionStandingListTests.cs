using System.Collections.Immutable;
using SafeguardingTeams.App.Commands;
using SafeguardingTeams.Domain.Actions;
using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.ActionDigest;
using SafeguardingTeams.Domain.Steps.ActionDone;
using SafeguardingTeams.Domain.Steps.ActionEnding;
using SafeguardingTeams.Domain.Steps.ActionImpact;
using SafeguardingTeams.Domain.Steps.ActionOwnership;
using SafeguardingTeams.Domain.Steps.ActionProgress;
using SafeguardingTeams.Domain.Steps.ActionReminders;
using SafeguardingTeams.Domain.Steps.ActionTime;
using SafeguardingTeams.Domain.Steps.BankHolidays;
using SafeguardingTeams.Domain.Steps.SafeguardingLeadsAnswer;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.App.Tests.Commands;

/// <summary>
/// The standing list for the commands of actions: done twice, delivered at once, wished by several at once, after the end, one read and
/// one transaction, found whole by check.
/// </summary>
[Trait(Needs.Name, Needs.Emulator)]
public class ActionStandingListTests(Emulator emulator)
{
    private static readonly RecordRef Id = ActionStory.Id;

    private static readonly AgreeFor Agree = new(ActionOwner.OfTheFile("records-police"));

    private static readonly byte[] File = [.. "%PDF-1.4"u8];

    private static readonly AddEvidenceFile Evidence = new(
        Id,
        File.Length,
        Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(File)),
        ".pdf"
    );

    private static readonly AddEvidenceLink Link = new(Id, "https://trust.example/protocol", "The protocol");

    /// <summary>Who takes a step, at which stage, with what.</summary>
    private static readonly ImmutableDictionary<Step, (ActionStage At, ActionCommand Command, Actor By)> Commands = new (
        ActionStage At,
        ActionCommand Command,
        Actor By
    )[]
    {
        (ActionStage.NotStarted, Agree.Command, Operations),
        (ActionStage.Agreed, new ReportProgress(Id, ProgressState.OnTrack, "Half done."), Owner),
        (ActionStage.Agreed, new ReportActionDone(Id, "The protocol.", ""), Owner),
        (ActionStage.Agreed, Evidence, Owner),
        (ActionStage.Agreed, new TakeOutEvidenceFile(Id, 1, "A name stands in it."), Chair),
        (ActionStage.Agreed, Link, Owner),
        (ActionStage.Agreed, new TakeOutEvidenceLink(Id, 1, "It names somebody."), Chair),
        (ActionStage.Agreed, new AskForMoreTime(Id, new(2027, 3, 26), "The trainer is ill."), Owner),
        (ActionStage.Agreed, new AnswerMoreTime(Id, true, ""), Chair),
        (ActionStage.Done, new AcceptAction(Id, ""), Chair),
        (ActionStage.Done, new ReturnAction(Id, "The list is missing."), Chair),
        (ActionStage.Accepted, new ReportImpact(Id, "Nineteen of twenty."), Owner),
        (ActionStage.Accepted, new CheckImpact(Id, ImpactFound.Changed, "By the audit."), Operations),
        (ActionStage.Agreed, new ChangeActionOwner(Id, ActionOwner.OfTheFile("rep-schools"), "A new post."), Operations),
        (ActionStage.Agreed, new TieActionOwner(Id, ActionStory.Guest.PersonId, true), SystemActor.Instance),
        (ActionStage.Done, new EndAction(Id, new(2026, 11, 2), "Overtaken."), Operations),
        (ActionStage.Agreed, new WithdrawAction(Id, "Part of another."), Chair),
        (ActionStage.Accepted, new ReopenAction(Id, new(2027, 2, 26), "It came back."), Chair),
        (ActionStage.Agreed, new RemindAction(Id, Timescales.ActionDue.Id), SystemActor.Instance),
        (ActionStage.Agreed, new RecalculateAction(Id), SystemActor.Instance),
        (
            ActionStage.Agreed,
            new SendActionDigest(Id, "records-police", new(2026, 11, 2), [new(Id, ActionStory.Due, false)]),
            SystemActor.Instance
        ),
    }.ToImmutableDictionary(one => one.Command.Step);

    public static TheoryData<Step> Steps => [.. ActionPermissions.Table.Select(row => row.Step).Distinct().Except([Step.DecideItem])];

    private static Actor Owner =>
        SafeguardingTeams.Tests.CaseStory.Person("records-police", Role.Practitioner) with
        {
            AgencyId = "police",
        };

    private static Actor Chair => AppFixture.Holder(Role.Chair);

    private static Actor Operations => AppFixture.Holder(Role.Operations);

    [Theory]
    [MemberData(nameof(Steps))]
    public async Task Done_twice_delivered_five_times_or_wished_by_five_at_once_it_is_done_once(Step step)
    {
        using var fixture = await BeforeAsync(step);
        var (_, command, by) = Commands[step];
        var delivered = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => fixture.RunAsync(command, by, "same")));
        Assert.Single(delivered.Cast<Outcome.Done>(), done => !done.Again);
        var stored = await fixture.EverythingAsync();
        var wished = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => fixture.RunAsync(command, by)));
        Assert.All(wished, one =>
            Assert.Contains(
                Assert.Single(Assert.IsType<Outcome.Refused>(one).Reasons).Code,
                new[] { "overtaken", "nothing-changed", "time-asked" }
            )
        );
        Assert.Equal(stored, await fixture.EverythingAsync());
        Assert.True((await fixture.Upkeep.CheckAsync(CancellationToken.None)).Clean);
    }

    [Theory]
    [MemberData(nameof(Steps))]
    public async Task Whoever_has_no_part_in_it_is_refused_and_changes_nothing(Step step)
    {
        using var fixture = await BeforeAsync(step);
        var stored = await fixture.EverythingAsync();
        var refused = Assert.IsType<Outcome.Refused>(
            await fixture.RunAsync(Commands[step].Command, SafeguardingTeams.Tests.CaseStory.Somebody(Role.LeadPolice))
        );
        Assert.Equal(Refusal.NotFound, Assert.Single(refused.Reasons));
        Assert.Equal(stored, await fixture.EverythingAsync());
    }

    [Theory]
    [MemberData(nameof(Steps))]
    public async Task It_costs_one_read_of_each_record_it_is_about_and_one_transaction(Step step)
    {
        using var fixture = await BeforeAsync(step, real: true);
        var (_, command, by) = Commands[step];
        var before = fixture.Requests.Now;
        Assert.IsType<Outcome.Done>(await fixture.RunAsync(command, by));
        Assert.Equal((1 + command.Others.Count, 1), fixture.Requests.Since(before));
    }

    [Theory]
    [MemberData(nameof(Steps))]
    public async Task A_process_that_ends_at_any_commit_or_message_ends_as_if_nothing_had_happened(Step step) =>
        await CutOff.AsIfNothingAsync(() => BeforeAsync(step, told: true), Commands[step].Command, Commands[step].By, Id);

    private async Task<AppFixture> BeforeAsync(Step step, bool told = false, bool real = false)
    {
        var place = $"Action|{step}";
        var fixture =
            told ? await emulator.OpenToldAtAsync(place, GoAsync)
            : real ? await emulator.OpenAtAsync(place, GoAsync)
            : await emulator.OpenInMemoryAtAsync(place, GoAsync);
        if (step is Step.AddEvidenceFile or Step.TakeOutEvidenceFile)
        {
            await fixture.KeptFiles.PutAsync(Id, Evidence.Sha256, File, CancellationToken.None);
        }

        return fixture;

        Task GoAsync(AppFixture one) => GoBeforeAsync(one, step);
    }

    private static async Task GoBeforeAsync(AppFixture fixture, Step step)
    {
        await fixture.Group.OpenAsync(CancellationToken.None);
        await ReferredAsync(fixture);
        foreach (var (command, by) in Way(Commands[step].At).Concat(Besides(step)))
        {
            Assert.IsType<Outcome.Done>(await fixture.RunAsync(command, by));
        }

        if (step == Step.RemindAction)
        {
            fixture.Clock.Set(new(2027, 1, 15, 10, 0, 0, TimeSpan.Zero));
        }

        if (step == Step.RecalculateAction)
        {
            await fixture.Group.RunAsync(
                new AmendBankHolidays(new(2027, 1, 27), true, "Announced."),
                "holiday",
                Operations,
                CancellationToken.None
            );
        }
    }

    /// <summary>A referral for practice learning that an action can come from.</summary>
    internal static async Task ReferredAsync(AppFixture fixture)
    {
        const string lead = "rep-acute-trust";
        var referrer = SafeguardingTeams.Tests.CaseStory.Person("the-referrer", Role.Practitioner) with { AgencyId = "acute-trust" };
        foreach (
            var (command, by) in new (Command, Actor)[]
            {
                (LearningStory.Submit(LearningStory.Complete($"{lead}@people.example")), referrer),
                (
                    new AnswerAsSafeguardingLead(LearningStory.Id, true, ""),
                    SafeguardingTeams.Tests.CaseStory.Person(lead, Role.DesignatedSafeguardingLead, Role.Practitioner)
                ),
            }
        )
        {
            Assert.IsType<Outcome.Done>(await fixture.RunAsync(command, by));
        }
    }

    /// <summary>What has to be there besides the stage.</summary>
    private static IEnumerable<(ActionCommand, Actor)> Besides(Step step) =>
        step switch
        {
            Step.AnswerMoreTime => [(Commands[Step.AskForMoreTime].Command, Owner)],
            Step.TakeOutEvidenceFile => [(Evidence, Owner)],
            Step.TakeOutEvidenceLink => [(Link, Owner)],
            Step.CheckImpact => [(Commands[Step.ReportImpact].Command, Owner)],
            Step.TieActionOwner => [(new ChangeActionOwner(Id, ActionStory.Outside, "A new post."), Operations)],
            _ => [],
        };

    /// <summary>The commands that lead to a stage.</summary>
    private static IEnumerable<(ActionCommand, Actor)> Way(ActionStage stage) =>
        stage switch
        {
            ActionStage.NotStarted => [],
            ActionStage.Agreed => [(Agree.Command, Operations)],
            ActionStage.Done => [.. Way(ActionStage.Agreed), (Commands[Step.ReportActionDone].Command, Owner)],
            ActionStage.Accepted => [.. Way(ActionStage.Done), (Commands[Step.AcceptAction].Command, Chair)],
            _ => throw new InvalidOperationException("No step begins there."),
        };

    /// <summary>The agreement of an action with an owner of the partnership's file.</summary>
    private sealed record AgreeFor(ActionOwner Owner)
    {
        internal ActionCommand Command => ActionStory.Agree(ActionStory.Plan(Owner));
    }
}
