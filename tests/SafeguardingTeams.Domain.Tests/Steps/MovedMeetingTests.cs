using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Cases.Counting;
using SafeguardingTeams.Domain.Cases.Reviewing;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.Preparing;
using SafeguardingTeams.Domain.Steps.Recalculating;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.Domain.Tests.Steps;

/// <summary>
/// B5, B11, PD16: what hangs on the meeting moves with it, and where its day is not well any more operations are asked to look. The
/// notification was sent on Monday 2 November 2026, so working day 9 is Friday 13 November.
/// </summary>
public class MovedMeetingTests
{
    private static readonly Actor Operations = CaseStory.Somebody(Role.Operations);

    [Theory]
    [InlineData(16, 59, 12, 17)]
    [InlineData(17, 0, 13, 10)]
    [InlineData(18, 0, 13, 10)]
    public void A_return_is_never_due_at_an_instant_that_is_past_when_the_letters_go_B5(int hour, int minute, int day, int dueHour)
    {
        var story = CaseStory.At(Stage.Notified).Prepared();
        Plan(story, 13);
        story.Now = London.Instant(new(2026, 11, 12), new(hour, minute));
        var due = London.Instant(new(2026, 11, day), new(dueHour, 0));
        Assert.Equal(due, ReturnClock.Expected(story.File, story.Calendar, story.Now));
        story.Sent();
        Assert.Equal(due, Due(story, "police"));
        Assert.True(Due(story, "police") > story.Now);
    }

    [Fact]
    public void A_meeting_that_moves_takes_the_returns_that_are_missing_with_it_and_the_agencies_are_told_B5_PD16()
    {
        var story = CaseStory.At(Stage.UnderReview).Returned("schools", known: false);
        Assert.Equal(London.Instant(new(2026, 11, 9), new(17, 0)), Due(story, "police"));
        var (before, schools) = (story.File.Version, story.File.Clock(ReturnClock.Id("schools")));

        Plan(story, 6);
        Assert.Equal(London.Instant(new(2026, 11, 5), new(17, 0)), Due(story, "police"));
        Assert.Equal(schools, story.File.Clock(ReturnClock.Id("schools")));
        Assert.Equal(
            ["acute-trust", "police"],
            story
                .File.History.Skip(before)
                .SelectMany(recorded => EffectsOf.Event((CaseEvent)recorded.Event, story.File))
                .OfType<Effect.ShowCard>()
                .Where(card => card.Kind == CardKind.Recounted)
                .Select(card => ((Recipient.RepresentativeOf)card.To).Agency)
                .Order()
        );

        story.Given(new CancelMeeting(CaseStory.Id, "Two of three cannot come."), Operations);
        Assert.Equal(London.Instant(new(2026, 11, 9), new(17, 0)), Due(story, "police"));
    }

    [Fact]
    public void A_return_that_is_late_is_not_put_off_by_moving_the_meeting_and_one_that_is_not_does_not_become_late_by_it_B5()
    {
        var story = CaseStory.At(Stage.UnderReview);
        story.Now = London.Instant(new(2026, 11, 9), new(18, 0));
        var late = Due(story, "police");
        Plan(story, 16);
        Assert.Equal(late, Due(story, "police"));

        story = CaseStory.At(Stage.UnderReview);
        story.Now = London.Instant(new(2026, 11, 5), new(18, 0));
        Plan(story, 6);
        Assert.Equal(story.File.Review.Meeting!.Start, Due(story, "police"));
    }

    [Fact]
    public void Where_a_bank_holiday_is_announced_for_the_planned_day_operations_are_asked_to_look_until_it_is_planned_anew_B11_PD1()
    {
        var story = CaseStory.At(Stage.UnderReview);
        Plan(story, 16);
        Assert.DoesNotContain(CaseTask.Of(story.File), Looks);
        Announced(story, 16);
        Assert.Equal(MeetingDoubt.NoWorkingDay, story.File.Review.MeetingDoubt);
        Assert.Contains(CaseTask.Of(story.File), Looks);
        var told = EffectsOf.Event((CaseEvent)story.File.History[^1].Event, story.File).OfType<Effect.ShowCard>();
        Assert.Contains(told, card => card is { Kind: CardKind.Recounted, To: Recipient.HoldersOf { Role: Role.Operations } });

        Plan(story, 17);
        Assert.DoesNotContain(CaseTask.Of(story.File), Looks);
    }

    [Fact]
    public void Where_a_bank_holiday_makes_working_day_nine_the_eighth_the_meeting_is_too_early_B11()
    {
        var story = CaseStory.At(Stage.UnderReview);
        Plan(story, 13);
        Announced(story, 10);
        Assert.Equal(MeetingDoubt.TooEarly, story.File.Review.MeetingDoubt);
        Assert.Contains(CaseTask.Of(story.File), Looks);
        // Taken back, it is well again.
        story.Calendar = BankHolidays.Calendar;
        story.Given(new RecalculateDeadlines(CaseStory.Id), CaseStory.Somebody(Role.ThisSystem));
        Assert.Equal(MeetingDoubt.None, story.File.Review.MeetingDoubt);
    }

    [Fact]
    public void A_meeting_within_its_window_that_a_bank_holiday_taken_back_leaves_after_it_is_said_to_be_too_late_B11()
    {
        var story = CaseStory.At(Stage.UnderReview);
        Announced(story, 10);
        Plan(story, 18);
        story.Calendar = BankHolidays.Calendar;
        story.Given(new RecalculateDeadlines(CaseStory.Id), CaseStory.Somebody(Role.ThisSystem));
        Assert.Equal(MeetingDoubt.TooLate, story.File.Review.MeetingDoubt);
    }

    [Fact]
    public void Letters_do_not_go_with_a_meeting_on_a_day_that_is_no_working_day_any_more_B11()
    {
        var story = CaseStory.At(Stage.Notified).Prepared();
        Plan(story, 16);
        Announced(story, 16);
        var refused = Assert.IsType<Decision.Refused>(story.When(new Domain.Steps.Scoping.SendScoping(CaseStory.Id), Operations));
        Assert.Contains(refused.Reasons, one => one.Message.Contains("no working day", StringComparison.Ordinal));
    }

    private static bool Looks(CaseTask task) => task is { Kind: TaskKind.CheckMeetingDay, For: Role.Operations };

    private static DateTimeOffset Due(CaseStory story, string agency) => story.File.Clock(ReturnClock.Id(agency))!.Deadline.DueAt;

    private static void Announced(CaseStory story, int day)
    {
        story.Calendar = BankHolidays.Calendar.WithAmendments([new(2026, 11, day)], [], "amended");
        story.Given(new RecalculateDeadlines(CaseStory.Id), CaseStory.Somebody(Role.ThisSystem));
    }

    private static void Plan(CaseStory story, int day)
    {
        var start = London.Instant(new(2026, 11, day), new(10, 0));
        var early = day < 13 ? "A sibling is at risk." : "";
        story.Given(
            new PlanMeeting(CaseStory.Id, start, start.AddHours(2), MeetingKind.Online, "", early, "The room was taken."),
            Operations
        );
    }
}
