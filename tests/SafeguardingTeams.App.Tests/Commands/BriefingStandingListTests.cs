using System.Collections.Immutable;
using SafeguardingTeams.App.Commands;
using SafeguardingTeams.Domain.Briefings;
using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Learning;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.BankHolidays;
using SafeguardingTeams.Domain.Steps.BriefingAnswers;
using SafeguardingTeams.Domain.Steps.BriefingApproval;
using SafeguardingTeams.Domain.Steps.BriefingEnding;
using SafeguardingTeams.Domain.Steps.BriefingKeeping;
using SafeguardingTeams.Domain.Steps.BriefingReminders;
using SafeguardingTeams.Domain.Steps.BriefingSending;
using SafeguardingTeams.Domain.Steps.LearningTriage;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.App.Tests.Commands;

/// <summary>
/// The standing list for the commands of briefings: done twice, delivered at once, wished by several at once, after the end, one read and
/// one transaction, found whole by check.
/// </summary>
[Trait(Needs.Name, Needs.Emulator)]
public class BriefingStandingListTests(Emulator emulator)
{
    private static readonly RecordRef Id = BriefingStory.Id;

    private static readonly BriefingCommand Begin = BriefingStory.Begin() with
    {
        Plan = BriefingStory.Plan(source: LearningStory.Id) with { Agencies = [BriefingStory.Police] },
    };

    private static readonly BriefingCommand Write = BriefingStory.Write() with { Source = LearningStory.Id };

    private static readonly (BriefingCommand, Actor)[] Begun = [(Begin, Operations)];

    private static readonly (BriefingCommand, Actor)[] Written = [.. Begun, (Write, Operations)];

    private static readonly (BriefingCommand, Actor)[] Passed = [.. Written, (BriefingStory.Check(), Scrutineer)];

    private static readonly (BriefingCommand, Actor)[] Approved = [.. Passed, (new ApproveBriefing(Id, true, ""), Chair)];

    private static readonly (BriefingCommand, Actor)[] Sent = [.. Approved, (new SendBriefing(Id), Operations)];

    private static readonly CloseBriefing Close = new(Id, "The rest was told at a meeting.");

    /// <summary>What was done before, and who takes a step with what.</summary>
    private static readonly ImmutableDictionary<Step, ((BriefingCommand, Actor)[] Before, BriefingCommand Command, Actor By)> Commands =
        new ((BriefingCommand, Actor)[] Before, BriefingCommand Command, Actor By)[]
        {
            ([], Begin, Operations),
            (Begun, Write, Operations),
            (Written, BriefingStory.Check(), Scrutineer),
            (Passed, new ApproveBriefing(Id, false, "Too long."), Chair),
            (Approved, new SendBriefing(Id), Operations),
            (Sent, new AnswerBriefing(Id, BriefingStory.Used("police")) { Seen = 0 }, ReviewStory.PoliceMember),
            (Sent, Close, Chair),
            ([.. Sent, (Close, Operations)], new CorrectBriefing(Id, "The number was wrong."), Operations),
            (Sent, new WithdrawBriefing(Id, "It can be known again."), Chair),
            (Sent, new RemindBriefing(Id, Timescales.BriefingAnswers.Id), SystemActor.Instance),
            (Sent, new RecountBriefing(Id), SystemActor.Instance),
            (
                Sent,
                new RecordBriefingKept(Id, [new(KeptKind.Briefing, "briefing-5", "", $"{Id}.docx", new string('0', 64), 10, "Police")]),
                SystemActor.Instance
            ),
        }.ToImmutableDictionary(one => one.Command.Step);

    public static TheoryData<Step> Steps => [.. BriefingPermissions.Table.Select(row => row.Step).Distinct()];

    private static Actor Chair => AppFixture.Holder(Role.Chair);

    private static Actor Operations => AppFixture.Holder(Role.Operations);

    private static Actor Scrutineer => AppFixture.Holder(Role.Scrutineer);

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
                Assert.IsType<Outcome.Refused>(one).Reasons[0].Code,
                "overtaken nothing-changed drawn-before kept-already".Split(' ')
            )
        );
        Assert.Equal(stored, await fixture.EverythingAsync());
        // The file of the example is not there; nothing else is wrong.
        Assert.True((await fixture.Upkeep.CheckAsync(CancellationToken.None)) with { Kept = [] } is { Clean: true });
    }

    [Theory]
    [MemberData(nameof(Steps))]
    public async Task Whoever_has_no_part_and_a_card_of_an_earlier_time_do_nothing_and_else_it_costs_one_read_of_each_record(Step step)
    {
        using var fixture = await BeforeAsync(step, real: true);
        var stored = await fixture.EverythingAsync();
        var (_, command, by) = Commands[step];
        var refused = Assert.IsType<Outcome.Refused>(
            await fixture.RunAsync(command, SafeguardingTeams.Tests.CaseStory.Somebody(Role.GroupMember))
        );
        Assert.Equal(Refusal.NotFound, Assert.Single(refused.Reasons));
        var stale = Assert.IsType<Outcome.Refused>(await fixture.RunAsync(command with { Round = 99 }, by));
        Assert.Equal("drawn-before", Assert.Single(stale.Reasons).Code);
        Assert.Equal(stored, await fixture.EverythingAsync());
        var before = fixture.Requests.Now;
        Assert.IsType<Outcome.Done>(await fixture.RunAsync(command, by));
        Assert.Equal((1 + command.Others.Count, 1), fixture.Requests.Since(before));
    }

    [Theory]
    [MemberData(nameof(Steps))]
    public async Task A_process_that_ends_at_any_commit_or_message_ends_as_if_nothing_had_happened(Step step) =>
        await CutOff.AsIfNothingAsync(
            () => emulator.OpenToldAtAsync($"Briefing|{step}", fixture => GoBeforeAsync(fixture, step)),
            Commands[step].Command,
            Commands[step].By,
            Id
        );

    private Task<AppFixture> BeforeAsync(Step step, bool real = false) =>
        real
            ? emulator.OpenAtAsync($"Briefing|{step}", fixture => GoBeforeAsync(fixture, step))
            : emulator.OpenInMemoryAtAsync($"Briefing|{step}", fixture => GoBeforeAsync(fixture, step));

    private static async Task GoBeforeAsync(AppFixture fixture, Step step)
    {
        await fixture.Group.OpenAsync(CancellationToken.None);
        await ActionStandingListTests.ReferredAsync(fixture);
        Assert.IsType<Outcome.Done>(
            await fixture.RunAsync(new TriageLearning(LearningStory.Id, LearningWay.NextMeeting, "", false, [], LearningStory.Made), Chair)
        );
        foreach (var (command, by) in Commands[step].Before)
        {
            Assert.IsType<Outcome.Done>(await fixture.RunAsync(command, by));
        }

        if (step == Step.RemindBriefing)
        {
            fixture.Clock.Set(new(2026, 12, 14, 10, 0, 0, TimeSpan.Zero));
        }

        if (step == Step.RecountBriefing)
        {
            await fixture.Group.RunAsync(
                new AmendBankHolidays(new(2026, 11, 5), true, "Announced."),
                "holiday",
                Operations,
                CancellationToken.None
            );
        }
    }
}
