using System.Collections.Immutable;
using SafeguardingTeams.App.Commands;
using SafeguardingTeams.App.Storage;
using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Learning;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.BankHolidays;
using SafeguardingTeams.Domain.Steps.GoodPractice;
using SafeguardingTeams.Domain.Steps.LearningDecision;
using SafeguardingTeams.Domain.Steps.LearningJoining;
using SafeguardingTeams.Domain.Steps.LearningQuestions;
using SafeguardingTeams.Domain.Steps.LearningReferral;
using SafeguardingTeams.Domain.Steps.LearningReminders;
using SafeguardingTeams.Domain.Steps.LearningTriage;
using SafeguardingTeams.Domain.Steps.SafeguardingLeadsAnswer;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.App.Tests.Commands;

/// <summary>
/// The standing list for practice learning's commands: done twice, delivered at once, wished by several at once, after the end, one read
/// and one transaction, found whole by check.
/// </summary>
[Trait(Needs.Name, Needs.Emulator)]
public class LearningStandingListTests(Emulator emulator)
{
    private const string Trust = "rep-acute-trust";
    private static readonly RecordRef Id = LearningStory.Id;

    /// <summary>Who takes a step, at which stage, with what.</summary>
    private static readonly ImmutableDictionary<Step, (LearningStage At, LearningCommand Command, Actor By)> Commands = new (
        LearningStage At,
        LearningCommand Command,
        Actor By
    )[]
    {
        (LearningStage.NotStarted, LearningStory.Submit(LearningStory.Complete($"{Trust}@people.example")), Referrer),
        (
            LearningStage.AwaitingTriage,
            new ChangeLearning(Id, Domain.Forms.Answers.None, Domain.Forms.Answers.None.With("additional", "information", "More."), ""),
            Referrer
        ),
        (LearningStage.AwaitingTriage, new WithdrawLearning(Id, "Sent by mistake."), Referrer),
        (LearningStage.AwaitingSafeguardingLead, new NameSafeguardingLead(Id, "rep-schools"), Operations),
        (LearningStage.AwaitingSafeguardingLead, new AnswerAsSafeguardingLead(Id, true, ""), Lead),
        (LearningStage.AwaitingSafeguardingLead, new RecordLeadsAnswer(Id, false, "We look into it.", "Called back."), Operations),
        (LearningStage.AwaitingTriage, new TriageLearning(Id, LearningWay.ToTheMash, "A fracture.", true, [], LearningStory.Made), Chair),
        (LearningStage.AwaitingTriage, new AskReferrer(Id, "Who planned it?"), Chair),
        (LearningStage.AwaitingTriage, new AnswerQuestion(Id, 1, "The ward."), Referrer),
        (LearningStage.AwaitingTriage, new JoinLearning(Id, LearningStory.OtherId, "The same child."), Operations),
        (LearningStage.AwaitingMeeting, LearningStory.Decide(0), Operations),
        (LearningStage.Decided, LearningStory.SentToTriBorough, Operations),
        (LearningStage.Decided, LearningStory.BackFromTriBorough, Operations),
        (LearningStage.Decided, new FeedGoodPracticeBack(Id, new(null, "They have left.")), Operations),
        (LearningStage.Decided, new RecordLearningTold(Id, "by telephone"), Operations),
        (LearningStage.AwaitingTriage, new RemindLearning(Id, Timescales.LearningTriage.Id), SystemActor.Instance),
        (LearningStage.AwaitingTriage, new RecalculateLearning(Id), SystemActor.Instance),
    }.ToImmutableDictionary(one => one.Command.Step);

    /// <summary>What follows another has no command of its own: it is written with what is decided on that one.</summary>
    public static TheoryData<Step> Steps => [.. LearningPermissions.Table.Select(row => row.Step).Distinct().Except(OfOthers)];

    /// <summary>What is recorded of another record, and written or asked here with it.</summary>
    private static Step[] OfOthers =>
        [
            Step.FollowLearning,
            Step.AgreeAction,
            Step.DecideItem,
            Step.CheckImpact,
            Step.ProposeReview,
            Step.MakeReviewRecommendation,
            Step.BeginBriefing,
            Step.WriteBriefing,
        ];

    private static Actor Referrer =>
        SafeguardingTeams.Tests.CaseStory.Person("the-referrer", Role.Practitioner) with
        {
            AgencyId = "acute-trust",
        };

    private static Actor Lead => SafeguardingTeams.Tests.CaseStory.Person(Trust, Role.DesignatedSafeguardingLead, Role.Practitioner);

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
                new[] { "overtaken", "nothing-changed", "question-open", "not-found", "already-joined" }
            )
        );
        Assert.Equal(stored, await fixture.EverythingAsync());
        Assert.True((await fixture.Upkeep.CheckAsync(CancellationToken.None)).Clean);
    }

    /// <summary>Anybody may refer; every other step needs a part in it.</summary>
    public static TheoryData<Step> StepsOfOne =>
        [.. LearningPermissions.Table.Select(row => row.Step).Distinct().Except([Step.SubmitLearning, .. OfOthers])];

    [Theory]
    [MemberData(nameof(StepsOfOne))]
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

    /// <summary>While the storage cannot be reached nothing is done, and the same press is done when it can be again.</summary>
    [Theory]
    [MemberData(nameof(Steps))]
    public async Task Where_the_storage_is_away_nothing_is_done_and_the_same_press_is_done_afterwards(Step step)
    {
        using var fixture = await BeforeAsync(step);
        var (_, command, by) = Commands[step];
        var stored = await fixture.EverythingAsync();
        fixture.Rows.Breaks = true;
        await Assert.ThrowsAsync<HttpRequestException>(() => fixture.RunAsync(command, by, "once"));
        fixture.Rows.Breaks = false;
        Assert.Equal(stored, await fixture.EverythingAsync());
        Assert.False(Assert.IsType<Outcome.Done>(await fixture.RunAsync(command, by, "once")).Again);
    }

    /// <summary>All but what the messages of another record: <see cref="Dispatch.LearningCrashTests"/> have that.</summary>
    public static TheoryData<Step> StepsWithMessages => [.. Commands.Keys.Except([Step.RecordLearningTold])];

    [Theory]
    [MemberData(nameof(StepsWithMessages))]
    public async Task A_process_that_ends_at_any_commit_or_message_ends_as_if_nothing_had_happened(Step step) =>
        await CutOff.AsIfNothingAsync(
            () => emulator.OpenToldAtAsync($"Learning|{step}", fixture => GoBeforeAsync(fixture, step)),
            Commands[step].Command,
            Commands[step].By,
            Id
        );

    private Task<AppFixture> BeforeAsync(Step step, bool real = false) =>
        real
            ? emulator.OpenAtAsync($"Learning|{step}", fixture => GoBeforeAsync(fixture, step))
            : emulator.OpenInMemoryAtAsync($"Learning|{step}", fixture => GoBeforeAsync(fixture, step));

    private static async Task GoBeforeAsync(AppFixture fixture, Step step)
    {
        await fixture.Group.OpenAsync(CancellationToken.None);
        foreach (var (command, by) in Way(Commands[step].At))
        {
            Assert.IsType<Outcome.Done>(await fixture.RunAsync(Begun(command, step), by));
        }

        if (step == Step.AnswerQuestion)
        {
            Assert.IsType<Outcome.Done>(await fixture.RunAsync(new AskReferrer(Id, "Who planned it?"), Chair));
        }

        if (step == Step.RecordTriBoroughAnswer)
        {
            Assert.IsType<Outcome.Done>(await fixture.RunAsync(LearningStory.SentToTriBorough, Operations));
        }

        if (step == Step.JoinLearning)
        {
            foreach (var (command, by) in Way(LearningStage.AwaitingTriage))
            {
                Assert.IsType<Outcome.Done>(await fixture.RunAsync(command with { Learning = LearningStory.OtherId }, by));
            }
        }

        if (step == Step.RemindLearning)
        {
            fixture.Clock.Set(new(2026, 11, 9, 10, 0, 0, TimeSpan.Zero));
        }

        if (step == Step.RecalculateLearning)
        {
            await fixture.Group.RunAsync(
                new AmendBankHolidays(new(2026, 11, 4), true, "Announced."),
                "holiday",
                Operations,
                CancellationToken.None
            );
        }
    }

    /// <summary>Good practice is fed back of good practice only, and to the TriBorough group goes what the group sends there.</summary>
    private static LearningCommand Begun(LearningCommand command, Step step) =>
        (command, step) switch
        {
            (SubmitLearning sent, Step.FeedGoodPracticeBack) => sent with
            {
                Answers = LearningStory.GoodPractice.With("lead", "email", $"{Trust}@people.example"),
            },
            (DecideOnLearning, Step.SendToTriBorough or Step.RecordTriBoroughAnswer) => LearningStory.DecideOnTriBorough,
            _ => command,
        };

    /// <summary>The commands that lead to a stage.</summary>
    private static IEnumerable<(LearningCommand, Actor)> Way(LearningStage stage) =>
        stage switch
        {
            LearningStage.NotStarted => [],
            LearningStage.AwaitingSafeguardingLead => [(Commands[Step.SubmitLearning].Command, Referrer)],
            LearningStage.AwaitingTriage =>
            [
                .. Way(LearningStage.AwaitingSafeguardingLead),
                (Commands[Step.AnswerAsSafeguardingLead].Command, Lead),
            ],
            LearningStage.AwaitingMeeting =>
            [
                .. Way(LearningStage.AwaitingTriage),
                (new TriageLearning(Id, LearningWay.NextMeeting, "", false, [], LearningStory.Made), Chair),
            ],
            LearningStage.Decided => [.. Way(LearningStage.AwaitingMeeting), (LearningStory.Decide(), Operations)],
            _ => throw new InvalidOperationException("No step begins there."),
        };
}
