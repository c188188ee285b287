using SafeguardingTeams.Domain.Actions;
using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Figures;
using SafeguardingTeams.Domain.Learning;
using SafeguardingTeams.Domain.Meetings;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Reviews;
using SafeguardingTeams.Domain.Steps.ActionAgreement;
using SafeguardingTeams.Domain.Steps.ActionDone;
using SafeguardingTeams.Domain.Steps.ActionEnding;
using SafeguardingTeams.Domain.Steps.ActionImpact;
using SafeguardingTeams.Domain.Steps.GroupSession;
using SafeguardingTeams.Domain.Steps.Joining;
using SafeguardingTeams.Domain.Steps.LearningDecision;
using SafeguardingTeams.Domain.Steps.LearningReferral;
using SafeguardingTeams.Domain.Steps.Meeting;
using SafeguardingTeams.Domain.Steps.Notification;
using SafeguardingTeams.Domain.Steps.PanelAnswer;
using SafeguardingTeams.Domain.Steps.Referral;
using SafeguardingTeams.Domain.Steps.Report;
using SafeguardingTeams.Domain.Steps.ReviewDecision;
using SafeguardingTeams.Domain.Steps.ReviewRecommendations;
using SafeguardingTeams.Domain.Steps.Scoping;
using SafeguardingTeams.Domain.Steps.Threshold;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.Domain.Tests.Figures;

/// <summary>The figures of a report against what happened, counted from the events by other code (E24).</summary>
public class CountingTests
{
    private static readonly IReadOnlyList<Figure> Figures = Counting.Of(Partnership.Figures, Partnership.Year);

    [Fact]
    public void Referrals_of_incidents_are_those_sent_and_neither_joined_nor_withdrawn_E24()
    {
        var sent = Events<ReferralSubmitted>() - Events<ReferralWithdrawn>() - Events<ReferralJoined>();
        Assert.True(sent > 10);
        Assert.Equal(sent, Count("incidents", "referred"));
        Assert.Equal(sent, Count("incidents", "died") + Count("incidents", "harmed"));
    }

    [Fact]
    public void What_became_of_incidents_is_what_the_events_say_E24()
    {
        Assert.Equal(Events<ThresholdDecided>(decided => decided.Reached), Count("incidents", "reached"));
        Assert.Equal(Events<NotificationRecorded>(), Count("incidents", "notified"));
        Assert.Equal(Events<ReportSent>(), Count("incidents", "reported"));
        Assert.Equal(Events<RecommendationAgreed>(), Figures.Where(one => one.Table == "outcomes").Sum(one => one.Count));
        Assert.Equal(Events<PanelAnswered>(answered => answered.Concurs), Count("incidents", "panel-concurs"));
        Assert.Equal(Events<PanelAnswered>(), Of("incidents", "panel-concurs"));
        Assert.True(Count("incidents", "panel-concurs") > 0);
    }

    [Fact]
    public void What_is_within_its_limit_is_told_of_all_that_was_done_or_was_due_E24()
    {
        var sent = Happened<ReportSent>();
        Assert.Equal(
            sent.Count(one => one.Recorded.At <= one.File.Clock(Timescales.Report.Id)!.Deadline.DueAt),
            Count("incidents", "reported-in-time")
        );
        var overdue = Partnership
            .Records.OfType<CaseFile>()
            .Count(file =>
                file.Stage != Stage.Withdrawn
                && file.Clock(Timescales.Report.Id) is { Runs: true } clock
                && clock.Deadline.DueDay <= Partnership.Year.To
            );
        Assert.Equal(sent.Count + overdue, Of("incidents", "reported-in-time"));
        Assert.True(overdue > 0);
        Assert.True(Count("incidents", "returned-in-time") <= Of("incidents", "returned-in-time"));
        Assert.Equal(
            Events<ScopingReturned>(),
            Partnership.Figures.OfType<IncidentFigures>().Sum(one => one.Returns.Count(back => back.DoneOn is not null))
        );
    }

    [Fact]
    public void Practice_learning_is_counted_by_kind_and_outcome_E24()
    {
        var joined = Partnership
            .Records.OfType<LearningFile>()
            .Count(file => file.Stage is LearningStage.Joined or LearningStage.Withdrawn);
        Assert.Equal(Events<LearningSubmitted>() - joined, Count("practice-learning", "referred"));
        Assert.Equal(Events<LearningDecided>(), Count("practice-learning", "decided"));
        Assert.Equal(
            Happened<LearningDecided>().Sum(one => one.Event.Group.Outcomes.Count),
            Figures.Where(one => one.Table == "learning-outcomes").Sum(one => one.Count)
        );
        Assert.Equal(Count("practice-learning", "referred"), Count("learning-kinds", "near-miss"));
    }

    [Fact]
    public void Reviews_begun_done_and_open_are_what_the_events_say_E24()
    {
        var local = Partnership.Records.OfType<ReviewFile>().Where(file => file.Plan?.Kind == ReviewKind.LocalReview).ToList();
        Assert.Equal(local.Count(file => file.History.Exists(one => one.Event is ReviewDecided)), Count("reviews", "LocalReview", "begun"));
        Assert.Equal(
            local.Count(file => file.History.Exists(one => one.Event is ReviewDecided) && !file.IsOver),
            Count("reviews", "LocalReview", "open")
        );
        Assert.Equal(Events<ReviewDeclined>(), Count("reviews-time", "declined"));
        var answers = Happened<ReviewRecommendationAnswered>().Count;
        Assert.Equal(answers, Enum.GetNames<RecommendationReply>().Sum(reply => Count("recommendations", reply)));
    }

    [Fact]
    public void Actions_agreed_done_accepted_late_and_what_they_changed_are_what_the_events_say_E24()
    {
        Assert.Equal(Events<ActionAgreed>(), Count("agreed-actions", "agreed"));
        Assert.Equal(Events<ActionReportedDone>(), Count("agreed-actions", "done"));
        Assert.Equal(Events<ActionAccepted>(), Count("agreed-actions", "accepted"));
        Assert.Equal(Events<ActionEnded>() + Events<ActionWithdrawn>(), Count("agreed-actions", "ended"));
        var open = Partnership.Records.OfType<ActionFile>().Where(file => file.Stage == ActionStage.Agreed).ToList();
        Assert.Equal(open.Count, Count("agreed-actions", "open"));
        Assert.Equal(open.Count(file => file.Due <= Partnership.Year.To), Count("agreed-actions", "late"));
        Assert.True(Count("agreed-actions", "late") > 0);
        Assert.Equal(Events<ImpactChecked>(one => one.Found == ImpactFound.Changed), Count("impact", "Changed"));
        Assert.Equal(Count("agreed-actions", "accepted"), Of("agreed-actions", "impact-known"));
        Assert.Equal(
            Count("agreed-actions", "agreed"),
            Figures.Where(one => one is { Table: "agencies", Column: "agreed" }).Sum(one => one.Count)
        );
    }

    [Fact]
    public void Meetings_and_attendance_by_seat_are_what_was_recorded_at_them_E15_E24()
    {
        var held = Partnership.Records.OfType<MeetingFile>().Where(file => file.Attendance is not null).ToList();
        Assert.Equal(held.Count, Count("meetings", "scheduled") + Count("meetings", "special"));
        Assert.Equal(held.Sum(file => file.Attendance!.Seats.Count), Figures.Where(one => one.Table == "attendance").Sum(one => one.Count));
        Assert.Equal(Happened<ItemDecided>().Count(one => one.Event.Outcome.End == ItemEnd.Decided), Count("meetings", "decided"));
    }

    [Fact]
    public void What_happened_in_another_year_is_not_counted_in_this_one_E24()
    {
        Assert.All(Counting.Of(Partnership.Figures, ReportPeriod.OfYear(2024)), one => Assert.Equal((0, 0), (one.Count, one.Of ?? 0)));
        Assert.Equal((2025, 2026), (ReportPeriod.YearOf(new(2026, 3, 31)), ReportPeriod.YearOf(new(2026, 4, 1))));
    }

    [Fact]
    public void A_child_is_in_the_band_of_its_age_on_the_day_E25()
    {
        DateOnly born = new(2016, 2, 29);
        Assert.Equal("under-1", AgeBands.Of(born, new(2017, 2, 28)));
        Assert.Equal("1-5", AgeBands.Of(born, new(2017, 3, 1)));
        Assert.Equal("16-17", AgeBands.Of(born, new(2034, 2, 28)));
        Assert.Equal("18-over", AgeBands.Of(born, new(2034, 3, 1)));
        Assert.Equal(AgeBands.NotKnown, AgeBands.Of(null, born));
        Assert.Equal(AgeBands.NotKnown, AgeBands.Of(born, born.AddDays(-1)));
    }

    private static int Count(string table, string row, string column = "") => Find(table, row, column)?.Count ?? 0;

    private static int? Of(string table, string row) => Find(table, row, "")?.Of;

    private static Figure? Find(string table, string row, string column) =>
        Figures.SingleOrDefault(one => (one.Table, one.Row, one.Column) == (table, row, column));

    private static int Events<TEvent>(Predicate<TEvent>? which = null)
        where TEvent : RecordEvent => Happened<TEvent>().Count(one => which is null || which(one.Event));

    private static List<(RecordFile File, RecordedEvent Recorded, TEvent Event)> Happened<TEvent>()
        where TEvent : RecordEvent =>
        [
            .. from file in Partnership.Records
            from recorded in file.History
            where recorded.Event is TEvent
            select (file, recorded, (TEvent)recorded.Event),
        ];
}
