using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Cases.Deciding;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.PartnerDecision;
using SafeguardingTeams.Presentation.Cards;

namespace SafeguardingTeams.Presentation.Wording;

/// <summary>Dates in words: every one says what it counts from (PD2).</summary>
internal static class Clocks
{
    internal static string From(ClockAnchor anchor) =>
        anchor switch
        {
            ClockAnchor.ReferralReachedMash => "the day the referral reached the front door",
            ClockAnchor.ReceiptByOperations => "the day the operational team received it",
            ClockAnchor.AuthorityAware => "the day the local authority became aware",
            ClockAnchor.Decision => "the day of the decision",
            ClockAnchor.RecommendationSent => "the day the leads were asked",
            ClockAnchor.MediationAskedFor => "the day mediation was asked for",
            ClockAnchor.NotificationSent => "the day the notification was sent",
            ClockAnchor.ScopingSent => "the day letter and form were sent",
            ClockAnchor.RecommendationAgreed => "the day the recommendation was agreed",
            ClockAnchor.ReportSent => "the day the report was sent",
            ClockAnchor.MeetingHeld => "the day of the meeting",
            ClockAnchor.MediationRecorded => "the day the mediation was recorded",
            ClockAnchor.RecommendationReopened => "the day the recommendation was opened again",
            ClockAnchor.TermsOfReferenceAgreed => "the day they were agreed",
            ClockAnchor.MeetingsOfTheYear => "the day its year was last changed",
            ClockAnchor.SafeguardingLeadAsked => "the day the safeguarding lead was asked",
            ClockAnchor.LearningReceived => "the day it was received",
            ClockAnchor.GroupDecided => "the day of the group's meeting",
            ClockAnchor.ActionAgreed => "the day it was agreed",
            ClockAnchor.ActionIsDue => "the day it is due",
            ClockAnchor.ActionReportedDone => "the day it was reported as done",
            ClockAnchor.ActionAccepted => "the day it was accepted",
            ClockAnchor.ActionImpactSaid => "the day its owner answered",
            ClockAnchor.GroupMeeting => "the day the group meets",
            ClockAnchor.ReviewProposed => "the day the leads were asked",
            ClockAnchor.ReviewDecided => "the day it was decided",
            ClockAnchor.ReviewerAppointed => "the day of the appointment, or of its end",
            ClockAnchor.ReviewLookedAt => "the day it was last looked at",
            ClockAnchor.ReviewForecast => "the day the delay was seen",
            ClockAnchor.RecommendationsAsked => "the day answers were asked for",
            ClockAnchor.ReviewPublication => "the day of publication",
            ClockAnchor.ReviewProceeding => "the day it was recorded",
            ClockAnchor.ReviewDetailAsked => "the day it was asked for",
            ClockAnchor.ReviewWritten => "the day it was put in writing",
            ClockAnchor.BriefingSent => "the day it was sent",
            ClockAnchor.YearEnded => "the last day of the year",
            ClockAnchor.LearningEventDay => "the day of the event",
            ClockAnchor.QuarterBegan => "the first day of the quarter",
        };

    internal static Timescale? Rule(string timescaleId) => Timescales.Rule(timescaleId);

    /// <summary>The title, with the agency where the clock runs once for each: for cards, never for stored messages (F2).</summary>
    internal static string Title(CaseFile file, string timescaleId) =>
        Timescales.About(timescaleId) is { Length: > 0 } agency
            ? $"{Title(timescaleId)}, {file.Review.Agency(agency)?.Name ?? "an agency"}"
            : Title(timescaleId);

    /// <summary>Who is to do what before it runs out: a reminder goes to them, and later to others.</summary>
    internal static string ToDo(string timescaleId) =>
        Rule(timescaleId) switch
        {
            var rule when rule == Timescales.ThresholdDecision => "Front door to decide the threshold",
            var rule when rule == Timescales.AlertRead => "operations to ring the Chair, who has not opened the alert",
            var rule when rule == Timescales.InformLeads => "Chair to inform the three leads",
            var rule when rule == Timescales.Recommendation => "Chair to record the recommendation",
            var rule when rule == Timescales.LeadsDecision => "three leads to agree or disagree with the Chair's recommendation",
            var rule when rule == Timescales.Mediation => "Scrutineer to mediate, and record what came of it",
            var rule when rule == Timescales.AuthorityNotification =>
                "local authority to decide on the notification, send it and record it",
            var rule when rule == Timescales.ReferrerTold => "operations to tell the referrer of the decision",
            var rule when rule == Timescales.Letters => "operations to send letters and scoping forms to the agencies",
            var rule when rule == Timescales.ScopingReturn => "agency to return the scoping form",
            var rule when rule == Timescales.Securing => "agency to secure its records, and confirm it",
            var rule when rule == Timescales.Pack => "operations to share the documents with those attending",
            var rule when rule == Timescales.Meeting => "Rapid Review meeting to be held and a recommendation agreed",
            var rule when rule == Timescales.Approval => "three leads to approve the Rapid Review's recommendation, or not",
            var rule when rule == Timescales.ApprovalMediation => "Scrutineer to mediate the approval, and record what came of it",
            var rule when rule == Timescales.Report => "operations to send report and letter to the national Panel",
            var rule when rule == Timescales.AgenciesTold => "operations to tell the agencies the outcome",
            var rule when rule == Timescales.PanelsAnswer => "operations to record the national Panel's answer, or ask the Panel for it",
            var rule when rule == Timescales.SafeguardingLeadsAnswer => "safeguarding lead to say whether they agree",
            var rule when rule == Timescales.LearningTriage => "Chair to choose where it goes",
            var rule when rule == Timescales.LearningReferrerTold => "operations to tell the referrer what was decided",
            var rule when rule == Timescales.ActionDue => "owner to do what was agreed",
            var rule when rule == Timescales.ActionAcceptance => "Chair to accept an action as done, or return it",
            var rule when rule == Timescales.ActionImpact => "owner to say what an action has changed",
            var rule when rule == Timescales.ActionImpactCheck => "operations to record what is found of what the owner says has changed",
            var rule when rule == Timescales.GroupPapers => "operations to send agenda and papers to members and the Scrutineer",
            var rule when rule == Timescales.GroupMeetingHeld =>
                "operations to open the meeting of the group, or to move or cancel it where it is not held",
            var rule when rule == Timescales.MinutesToChair => "operations to send the draft minutes to the Chair",
            var rule when rule == Timescales.MinutesToMembers => "Chair to send the draft minutes to members and the Scrutineer",
            var rule when rule == Timescales.ReviewLeads => "three leads to decide on a review, or on its report",
            var rule when rule == Timescales.ReviewPublished => "review to be published, or decided why it is not",
            var rule when rule == Timescales.ReviewDue => "review or audit to be done",
            var rule when rule == Timescales.ReviewTold => "operations to tell national Panel, Ofsted and DfE of the decision",
            var rule when rule == Timescales.ReviewPersonTold => "operations to tell national Panel, Ofsted and DfE who reviews",
            var rule when rule == Timescales.ReviewTerms => "operations to have the terms of reference of a review approved",
            var rule when rule == Timescales.ReviewLook => "whoever sees to a review to say how it goes",
            var rule when rule == Timescales.ReviewReportSent =>
                "operations to send the report of a review to national Panel, DfE and Ofsted",
            var rule when rule == Timescales.ReviewProceeding => "whoever sees to a review to ask how proceedings beside it stand",
            var rule when rule == Timescales.ReviewDetail => "agency to answer what a review asks of it",
            var rule when rule == Timescales.ReviewWritten => "whoever sees to a review to record what the reviewer answered",
            var rule when rule == Timescales.ReviewRecommendations => "agencies to answer the recommendations of a review",
            var rule when rule == Timescales.BriefingAnswers => "agencies to say how they used a briefing",
            var rule when rule == Timescales.ReviewTakenDown => "operations may have a published review taken down",
            var rule when rule == Timescales.ReviewDelayTold => "operations to tell national Panel and DfE why a review will be late",
            var rule when rule == Timescales.TermsOfReference => "group to review its terms of reference",
            var rule when rule == Timescales.MeetingsAhead => "operations to schedule another meeting of the group",
            var rule when rule == Timescales.YearlyReport => "operations to draft the yearly report, and the Chair to issue it",
            var rule when rule == Timescales.YearlyPublication => "operations to record where the yearly report was published",
            var rule when rule == Timescales.EventFollowedUp => "operations to follow up a learning event",
            var rule when rule == Timescales.AccessReview => "operations to look at who can get in",
            _ => Title(timescaleId),
        };

    internal static string Title(string timescaleId) => Rule(timescaleId)?.Title ?? timescaleId;

    /// <summary>The day, or the time of day where the clock counts hours.</summary>
    internal static string By(Deadline deadline) =>
        Rule(deadline.TimescaleId)?.Unit == TimescaleUnit.OfficeHours || deadline.DueAt != London.EndOf(deadline.DueDay)
            ? Written.DayAndTime(deadline.DueAt)
            : Written.Day(deadline.DueDay);

    /// <summary>Such as "2 working days left", "due today", "late by 1 working day".</summary>
    internal static string Left(DateOnly due, DateOnly today, WorkingDayCalendar calendar)
    {
        if (due > calendar.LastDay || today > calendar.LastDay)
        {
            return due < today ? "late" : "still to come";
        }

        var days = calendar.WorkingDaysBetween(today, due);
        return due < today
            ? days == 0
                ? "late"
                : $"late by {Days(-days)}"
            : days == 0
                ? "due today"
                : $"{Days(days)} left";
    }

    internal static string Left(Deadline deadline, DateTimeOffset now, WorkingDayCalendar calendar) =>
        Rule(deadline.TimescaleId)?.Unit == TimescaleUnit.OfficeHours
            ? now >= deadline.DueAt
                ? "late"
                : "still to come"
            : Left(deadline.DueDay, London.DateOf(now), calendar);

    /// <summary>The day a clock of the case runs out.</summary>
    internal static string DueDay(CaseFile file, Timescale timescale) =>
        file.Clock(timescale.Id) is { } clock ? Written.Day(clock.Deadline.DueDay) : "the date set";

    internal static string DueBy(CaseFile file, string clock) => file.Clock(clock) is { } running ? By(running.Deadline) : "the date set";

    /// <summary>The day, and what it counts from (PD2).</summary>
    internal static string DueFrom(CaseFile file, string clock) =>
        file.Clock(clock) is { } running ? $"{By(running.Deadline)}, counted from {From(running.Deadline.Anchor)}" : "the date set";

    internal static string Days(int days) => days == 1 ? "1 working day" : $"{days} working days";

    /// <summary>Who is next while the authority's five working days run (PD3).</summary>
    internal static string WaitsFor(CaseFile file, PartnershipWords words) =>
        file switch
        {
            { Stage: Stage.AwaitingThreshold } => words.MashName,
            { Stage: Stage.BelowThreshold, AuthorityDecision: null } =>
                "the local authority, which decides whether it notifies a death below the threshold",
            { AuthorityDecision.Notifies: true } => "the local authority, which notifies",
            { PartnersView: PartnersView.NotMet } =>
                "the local authority, which may have to notify all the same, such as the death of a looked-after child",
            { AuthorityDecision: not null } or { PartnersView: not null } => "the local authority, which decides whether it notifies",
            { Mediation: not null } => "the Independent Scrutineer, who mediates",
            { Round: { } round } => round.Missing.Any()
                ? $"the leads who have not decided ({string.Join(", ", round.Missing.Select(Partner))})"
                : "the leads, who differ",
            _ => "the Chair, who recommends",
        };

    internal static string Partner(Role lead) =>
        lead switch
        {
            Role.LeadLocalAuthority => "local authority",
            Role.LeadPolice => "police",
            _ => "health",
        };
}
