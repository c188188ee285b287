using System.Collections.Immutable;
using SafeguardingTeams.Domain.Actions;
using SafeguardingTeams.Domain.Briefings;
using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Cases.Counting;
using SafeguardingTeams.Domain.Forms;
using SafeguardingTeams.Domain.Forms.PracticeLearning;
using SafeguardingTeams.Domain.Forms.SeriousIncidentReferral;
using SafeguardingTeams.Domain.Learning;
using SafeguardingTeams.Domain.Meetings;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Reviews;

namespace SafeguardingTeams.Domain.Figures;

/// <summary>What reports count of a record, as a pure function of it (E24).</summary>
public static class FiguresOf
{
    /// <summary>Its figures; null where it is not counted.</summary>
    public static RecordFigures? Of(RecordFile record) =>
        record switch
        {
            CaseFile file => OfIncident(file),
            LearningFile file => OfLearning(file),
            ReviewFile file => OfReview(file),
            ActionFile file => OfAction(file),
            MeetingFile file => OfMeeting(file),
            BriefingFile file => OfBriefing(file),
            ICounted counted => counted.Figures,
            _ => null,
        };

    private static IncidentFigures? OfIncident(CaseFile file)
    {
        if (file.Referral is not { } referral || file.Stage is Stage.Joined or Stage.Withdrawn)
        {
            return null;
        }

        var review = file.Review;
        return new(
            file.Ref,
            London.DateOf(referral.SentAt),
            referral.Referrer.AgencyId,
            [.. new ReferralAnswers(referral.Answers).Children.Select(OfChild)],
            file.Threshold is { Reached: true } reached ? London.DateOf(reached.At) : null,
            OfClock(file, Timescales.AuthorityNotification.Id, file.Notification?.SentAt),
            OfClock(file, Timescales.Report.Id, review.Report?.At),
            [
                .. review
                    .Agencies.Where(agency => agency.AskedAt is not null)
                    .Select(agency => OfClock(file, ReturnClock.Id(agency.Key), agency.Return?.At))
                    .OfType<Timed>(),
            ],
            review.Agreed?.Outcome ?? "",
            review.Agreed is { } agreed ? London.DateOf(agreed.At) : null,
            review.Answer?.Concurs,
            review.Answer?.ReceivedOn,
            [.. file.Themes.Select(mapped => mapped.Theme.Id).Distinct()]
        );
    }

    private static ChildFigures OfChild(ReferredChild child)
    {
        var (gender, ethnic, care) = ChildCodes.Of(child);
        return new(child.Outcome, AgeBands.Of(child.BornOn, child.HappenedOn), gender, ethnic, care);
    }

    private static LearningFigures? OfLearning(LearningFile file) =>
        file.Referral is not { } referral || file.Stage is LearningStage.Joined or LearningStage.Withdrawn
            ? null
            : new(
                file.Ref,
                London.DateOf(referral.SentAt),
                referral.Referrer.AgencyId,
                [.. AnswerKind.Several.Values(referral.Answers[PracticeLearningV1.Learning, PracticeLearningV1.Kinds])],
                file.Decision?.DecidedOn,
                file.Decision?.Outcomes ?? [],
                OfClock(file, Timescales.LearningReferrerTold.Id, file.Told?.At),
                [.. file.Themes.Select(theme => theme.Id).Distinct()]
            );

    private static ReviewFigures? OfReview(ReviewFile file) =>
        file.Plan is not { } plan || file.Stage == ReviewStage.NotStarted
            ? null
            : new(
                file.Ref,
                plan.Kind,
                London.DateOf(file.ProposedAt),
                file.Stage == ReviewStage.Declined ? null : file.DecidedOn,
                file.Limit is { } limit
                    ? new(limit, file.Publication?.PublishedOn ?? (plan.Kind.IsDecidedByLeads() ? null : file.AcceptedOn))
                    : null,
                file.AcceptedOn,
                file.IsOver ? London.DateOf(file.History[^1].At) : null,
                file.Stage == ReviewStage.Declined,
                [.. file.Forecasts.Select(forecast => forecast.Reason).Where(reason => reason != DelayReason.Sooner)],
                [
                    .. file
                        .Recommendations.Where(one => one.Stands)
                        .SelectMany(one => one.Plan.Bodies.Select(body => (body.AgencyId, Answer: one.AnswerOf(body.AgencyId))))
                        .Select(one => new AnswerFigures(one.AgencyId, one.Answer?.Reply, one.Answer?.On)),
                ],
                [.. file.Recommendations.Where(one => one.Stands).SelectMany(one => one.Plan.Themes).Select(theme => theme.Id).Distinct()]
            )
            {
                Parts = file.Participants.ConvertAll(one => new PartFigures(one.Part.Kind, one.Part.Answer)),
            };

    private static ActionFigures? OfAction(ActionFile file)
    {
        if (file.Source is not { } source || file.Stage == ActionStage.NotStarted)
        {
            return null;
        }

        var found = file.Impact.FindLast(one => one is { Found: not null, Lapsed: false });
        return new(
            file.Ref,
            source.Record.Kind,
            file.Owner!.AgencyId,
            London.DateOf(file.AgreedAt),
            file.Due,
            file.Stage is ActionStage.Agreed ? null
                : file.LastReport is { } report ? London.DateOf(report.At)
                : null,
            file.Accepted is { } accepted ? London.DateOf(accepted.At) : null,
            file.Stage is ActionStage.Ended or ActionStage.Withdrawn ? London.DateOf(file.History[^1].At) : null,
            found?.Found,
            found is null ? null : London.DateOf(found.At)
        );
    }

    private static MeetingFigures? OfMeeting(MeetingFile file) =>
        file is not { Plan: { } plan, Attendance: { } came } || file.Stage == MeetingStage.Cancelled
            ? null
            : new(
                file.Ref,
                plan.Day,
                plan.Special,
                file.Agenda.Count(item => item.Outcome is { End: ItemEnd.Decided }),
                [.. came.Seats.Select(seat => new SeatFigures(seat.SeatId, seat.Presence))]
            );

    private static BriefingFigures? OfBriefing(BriefingFile file) =>
        file is not { Plan: { } plan, Sent: [var first, ..] } || file.Stage == BriefingStage.Withdrawn
            ? null
            : new(
                file.Ref,
                plan.Purpose,
                first.On,
                file.Clock(Timescales.BriefingAnswers.Id) is { } clock
                    ? [.. plan.Agencies.Select(agency => OfAsked(file, clock, agency.AgencyId)).OfType<AskedFigures>()]
                    : []
            );

    /// <summary>Of an agency; null where nobody waits for its answer while the briefing is written again.</summary>
    private static AskedFigures? OfAsked(BriefingFile file, Clock clock, string agencyId)
    {
        var due = clock.Deadline.DueDay;
        return file.Answers.Find(one => one.Used.AgencyId == agencyId) is { } answer
                ? new(new(due, answer.On), file.AnswerOf(agencyId)!.Used.People, false)
            : file.Stage == BriefingStage.Closed ? new(new(due, London.DateOf(file.History[^1].At)), null, true)
            : clock.Runs ? new(new(due, null), null, false)
            : null;
    }

    /// <summary>
    /// The limit of a clock, and when what it waits for was done; null where it never ran, or waits for it no more.
    /// </summary>
    private static Timed? OfClock(RecordFile file, string id, DateTimeOffset? done) =>
        file.Clock(id) is { } clock && (done is not null || clock.Runs)
            ? new(clock.Deadline.DueDay, done is { } at ? London.DateOf(at) : null)
            : null;
}
