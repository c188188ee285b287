using System.Collections.Immutable;
using SafeguardingTeams.App.Commands;
using SafeguardingTeams.Domain.Actions;
using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Reviews;
using SafeguardingTeams.Domain.Steps.BankHolidays;
using SafeguardingTeams.Domain.Steps.ReviewDecision;
using SafeguardingTeams.Domain.Steps.ReviewDetails;
using SafeguardingTeams.Domain.Steps.ReviewElsewhere;
using SafeguardingTeams.Domain.Steps.ReviewEnding;
using SafeguardingTeams.Domain.Steps.ReviewPapers;
using SafeguardingTeams.Domain.Steps.ReviewPeople;
using SafeguardingTeams.Domain.Steps.ReviewProceedings;
using SafeguardingTeams.Domain.Steps.ReviewProgress;
using SafeguardingTeams.Domain.Steps.ReviewPublication;
using SafeguardingTeams.Domain.Steps.ReviewRecommendations;
using SafeguardingTeams.Domain.Steps.ReviewReminders;
using SafeguardingTeams.Domain.Steps.ReviewReport;
using SafeguardingTeams.Domain.Steps.ReviewTerms;
using SafeguardingTeams.Domain.Steps.ReviewTold;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.App.Tests.Commands;

/// <summary>
/// The standing list for the commands of reviews: done twice, at once, by several at once, after the end, one read and one transaction,
/// found whole by check.
/// </summary>
[Trait(Needs.Name, Needs.Emulator)]
public class ReviewStandingListTests(Emulator emulator)
{
    private static readonly RecordRef Id = ReviewStory.Id;
    private static readonly DateOnly Monday = new(2026, 11, 2);

    /// <summary>A learning review of a referral for practice learning, which can be played faster than a case.</summary>
    internal static readonly ProposeReview Propose = new(
        Id,
        ReviewStory.Plan(ReviewKind.LearningReview) with
        {
            Subjects = [LearningStory.Id],
        },
        ActionOwner.OfTheFile("records-police"),
        null,
        null
    );

    private static readonly ProposeReview Begin = Propose with
    {
        Plan = ReviewStory.Plan(ReviewKind.SingleAgencyAudit) with { Subjects = [LearningStory.Id] },
        DecidedOn = Monday,
        Due = new(2027, 3, 31),
    };

    private static readonly (ReviewCommand, Actor)[] Proposed = [(Propose, Operations)];
    private static readonly (ReviewCommand, Actor)[] Decided = [.. Proposed, .. All(new DecideOnReview(Id, true, ""))];

    private static readonly (ReviewCommand, Actor)[] AskedIn =
    [
        .. Decided,
        (ReviewStory.AppointGuest, Operations),
        (new AgreeReviewPapers(Id, [], [LearningStory.Id]), Operations),
    ];

    private static readonly (ReviewCommand, Actor)[] Written = [.. Decided, (ReviewStory.Terms, Operations)];

    private static readonly (ReviewCommand, Actor)[] TermsSubmitted = [.. Written, (new SubmitReviewTerms(Id, ""), Operations)];

    private static readonly (ReviewCommand, Actor)[] Termed = [.. TermsSubmitted, .. All(new ApproveReviewTerms(Id, true, ""))];

    private static readonly (ReviewCommand, Actor)[] Submitted = [.. Termed, (new SubmitReviewReport(Id, ReviewStory.Report), Operations)];

    private static readonly (ReviewCommand, Actor)[] Accepted = [.. Submitted, .. All(new AcceptReviewReport(Id, true, ""))];

    private static readonly PlanPublication Plan = new(Id, PublicationForm.Report, "", new(2026, 11, 30));

    private static readonly EndReview End = new(Id, "Another takes its place.");

    private static readonly MakeReviewRecommendation Recommend = new(
        Id,
        ReviewStory.Recommended(ReviewStory.Police),
        [],
        [LearningStory.Id]
    )
    {
        Round = 0,
    };

    private static readonly (ReviewCommand, Actor)[] Recommended =
    [
        (Begin, Operations),
        (Recommend, Operations),
        (new RecordFindings(Id, "Half.", Monday), Operations),
    ];

    private static readonly AnswerReviewRecommendation Answer = ReviewStory.Answers(body: ReviewStory.Police);

    private static readonly RequestDetail AskDetail = ReviewStory.AskDetail(ReviewStory.Police) with
    {
        Subjects = [LearningStory.Id],
        Round = 0,
    };

    private static readonly byte[] LetterBytes = [.. "A letter."u8];

    private static readonly KeptDocument Letter = new(
        KeptKind.OutsideLetter,
        "OutsideLetter.1",
        "",
        $"{Id}-letter-1.docx",
        Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(LetterBytes)),
        LetterBytes.Length,
        ""
    );

    private static readonly AddReviewReport AddReport = new(Id, LetterBytes.Length, Letter.Sha256, ".pdf");

    /// <summary>What was done before, and who takes a step with what.</summary>
    private static readonly ImmutableDictionary<Step, ((ReviewCommand, Actor)[] Before, ReviewCommand Command, Actor By)> Commands = new (
        (ReviewCommand, Actor)[] Before,
        ReviewCommand Command,
        Actor By
    )[]
    {
        ([], Propose, Operations),
        (Proposed, new DecideOnReview(Id, false, "An audit is enough."), AppFixture.Holder(Role.LeadPolice)),
        ([.. Proposed, .. All(new DecideOnReview(Id, false, "An audit is enough."))], new AskLeadsAgain(Id, "The Panel differs."), Chair),
        (Proposed, ReviewStory.ByTelephone() with { Round = 2 }, Operations),
        (Decided, ReviewStory.Tell(TellingOf.Decision, OutsideBody.Panel), Operations),
        (
            [.. Decided, (ReviewStory.Tell(TellingOf.Decision, OutsideBody.Panel) with { IsOurLetter = true }, Operations)],
            new RecordReviewKept(Id, [Letter]),
            SystemActor.Instance
        ),
        (Decided, new LookAtReview(Id, Monday, LookState.OnPlan, "The lines are answered.", false, "") { Round = 0 }, Owner),
        (Decided, new ForecastReview(Id, new(2027, 6, 1), DelayReason.Inquest, "In May."), Owner),
        (Decided, ReviewStory.Appoint(), Operations),
        ([.. Decided, (ReviewStory.Appoint(), Operations)], new EndReviewPerson(Id, 1, "They are ill."), Chair),
        ([.. Decided, (ReviewStory.Appoint(), Operations)], ReviewStory.OtherAddress() with { Round = 1 }, Operations),
        (AskedIn, new TieReviewPerson(Id, 1, 7, ReviewStory.Guest.PersonId, true), SystemActor.Instance),
        (Decided, new AgreeReviewPapers(Id, [], [LearningStory.Id]) { Round = 0 }, Operations),
        (Decided, ReviewStory.Terms, Chair),
        (Written, new SubmitReviewTerms(Id, ""), Operations),
        (TermsSubmitted, new ApproveReviewTerms(Id, false, "A line is missing."), AppFixture.Holder(Role.LeadPolice)),
        (Decided, AddReport, Owner),
        (Termed, new SubmitReviewReport(Id, ReviewStory.Report), Operations),
        (Submitted, new AcceptReviewReport(Id, true, ""), AppFixture.Holder(Role.LeadPolice)),
        (
            [(Begin with { Plan = ReviewStory.Plan(ReviewKind.FollowedElsewhere) with { Subjects = [LearningStory.Id] } }, Operations)],
            new HearOfReview(Id, Monday, "The inquest comes first.", new(2026, 12, 1)) { Round = 0 },
            Owner
        ),
        (Decided, ReviewStory.Inquest with { Round = 0 }, Owner),
        ([.. Decided, (ReviewStory.Inquest, Operations)], new EndProceeding(Id, 1, "A verdict."), Operations),
        ([(Begin, Operations)], new RecordFindings(Id, "Half the records had no note.", Monday), Operations),
        (Accepted, Plan, Operations),
        ([.. Accepted, (Plan, Operations)], new RecordPublished(Id, Monday, "Our pages", "The Chair", "In the press."), Operations),
        ([(Begin, Operations), (new RecordFindings(Id, "Half.", Monday), Operations)], new CloseReview(Id, ""), Chair),
        (Decided, Recommend, Operations),
        (
            Recommended,
            new ChangeReviewRecommendation(Id, 1, Recommend.Plan with { Text = "Agree it." }, [], "Asked.", [LearningStory.Id]),
            Chair
        ),
        (Recommended, new TakeBackReviewRecommendation(Id, 1, "The group thinks again."), Operations),
        (Recommended, Answer, ReviewStory.PoliceMember),
        (Decided, ReviewStory.TakesPart() with { Round = 0 }, Owner),
        (Termed, AskDetail, Operations),
        ([.. Termed, (AskDetail, Operations)], ReviewStory.GiveDetail(), ReviewStory.PoliceMember),
        (
            [.. Termed, (AskDetail, Operations), (ReviewStory.GiveDetail(), ReviewStory.PoliceMember)],
            ReviewStory.ReturnsDetail() with
            {
                Subjects = [LearningStory.Id],
            },
            Chair
        ),
        ([.. Termed, (AskDetail, Operations)], ReviewStory.TakesDetailBack(), Operations),
        (Decided, ReviewStory.AskDraft with { Round = 0 }, Owner),
        ([.. Decided, (ReviewStory.AskDraft, Operations)], ReviewStory.CameBack(), Operations),
        (Decided, End, Operations),
        ([.. Decided, (End, Operations)], new ReopenReview(Id, "By mistake."), Chair),
        (Proposed, new RemindReview(Id, Timescales.ReviewLeads.Id), SystemActor.Instance),
        (Proposed, new RecountReview(Id), SystemActor.Instance),
    }.ToImmutableDictionary(one => one.Command.Step);

    /// <summary>What one of several says who did it a little later.</summary>
    private static readonly string[] Overtaken =
    [
        "overtaken",
        "nothing-changed",
        "drawn-before",
        "leads-not-done",
        "nothing-runs",
        "nothing-open",
        "nobody-asked",
        "nobody-answered",
        "not-there",
        "nobody-appointed",
        "terms-with-leads",
        "kept-already",
    ];

    public static TheoryData<Step> Steps =>
        [.. ReviewPermissions.Table.Select(row => row.Step).Except([Step.AgreeAction, Step.BeginBriefing, Step.WriteBriefing]).Distinct()];

    private static Actor Owner => SafeguardingTeams.Tests.CaseStory.Person("records-police", Role.Practitioner);

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
        Assert.All(wished, one => Assert.Contains(Assert.IsType<Outcome.Refused>(one).Reasons[0].Code, Overtaken));
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
            await fixture.RunAsync(Commands[step].Command, SafeguardingTeams.Tests.CaseStory.Somebody(Role.GroupMember))
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
        var place = $"Review|{step}";
        var fixture =
            told ? await emulator.OpenToldAtAsync(place, GoAsync)
            : real ? await emulator.OpenAtAsync(place, GoAsync)
            : await emulator.OpenInMemoryAtAsync(place, GoAsync);
        if (step is Step.KeepReviewLetters or Step.AddReviewReport)
        {
            await fixture.KeptFiles.PutAsync(Id, Letter.Sha256, LetterBytes, CancellationToken.None);
        }

        return fixture;

        Task GoAsync(AppFixture one) => GoBeforeAsync(one, step);
    }

    private static async Task GoBeforeAsync(AppFixture fixture, Step step)
    {
        await fixture.Group.OpenAsync(CancellationToken.None);
        await ActionStandingListTests.ReferredAsync(fixture);
        foreach (var (command, by) in Commands[step].Before)
        {
            Assert.IsType<Outcome.Done>(await fixture.RunAsync(command, by));
        }

        if (step == Step.RemindReview)
        {
            fixture.Clock.Set(new(2026, 11, 9, 10, 0, 0, TimeSpan.Zero));
        }

        if (step == Step.RecountReview)
        {
            AmendBankHolidays announced = new(new(2026, 11, 5), true, "Announced.");
            await fixture.Group.RunAsync(announced, "holiday", Operations, CancellationToken.None);
        }
    }

    /// <summary>Each of the three leads does it.</summary>
    private static (ReviewCommand, Actor)[] All(ReviewCommand command) =>
        [.. Partners.Leads.Select(lead => (command, AppFixture.Holder(lead)))];
}
