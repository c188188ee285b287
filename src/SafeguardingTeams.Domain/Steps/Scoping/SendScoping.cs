using System.Collections.Immutable;
using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Deciding;
using SafeguardingTeams.Domain.Forms;
using SafeguardingTeams.Domain.Forms.ScopingRequest;
using SafeguardingTeams.Domain.Steps.Notification;
using SafeguardingTeams.Domain.Steps.Preparing;

namespace SafeguardingTeams.Domain.Steps.Scoping;

/// <summary>
/// Operations send letter, form and invitation to every agency in the list, with one button (B2). Not before the notification is
/// recorded (A13), and not before everything is there.
/// </summary>
public sealed record SendScoping(CaseId CaseId) : Command(CaseId)
{
    /// <inheritdoc/>
    public override Step Step => Step.SendScoping;

    /// <inheritdoc/>
    protected override Decision Decide(Cases<CaseFile> files, DecisionContext context)
    {
        var missing = Missing(files.This, context.Today, context.At);
        return files.This.Review.SentAt is not null ? Decision.Refuse(Refusal.Overtaken)
            : !missing.IsEmpty ? new Decision.Refused([.. missing.Select(what => new Refusal("not-ready", what))])
            : Decision.Accept(CaseId, new ScopingSent([.. files.This.Review.Agencies.Select(agency => ReturnClock.Pin(files.This, agency.Key, context, London.DateOf(context.At)))]));
    }

    /// <summary>What keeps it from being sent, in plain words.</summary>
    public static ImmutableList<string> Missing(CaseFile file, DateOnly today, DateTimeOffset now)
    {
        var review = file.Review;
        var problems = Checking.Problems(ScopingRequestV1.Form, review.Request, today);
        return
        [
            .. file.Notification is null ? ["The notification is not recorded yet: letters and invitations wait for it."] : ImmutableList<string>.Empty,
            .. review.Agencies.IsEmpty ? ["No agency is chosen."] : ImmutableList<string>.Empty,
            .. review.Agencies.Where(agency => agency.Representative is not { IsReachable: true, Email.Length: > 0 }).Select(agency => $"{agency.Name}: no representative is named, or no email address is known for them."),
            .. problems.IsEmpty ? ImmutableList<string>.Empty : ["Section 1, the summary or the period are not complete."],
            .. review.Meeting is null ? ["The meeting has no date."] : ImmutableList<string>.Empty,
            .. review.Meeting is { } past && past.Start <= now ? ["The meeting's time is past: plan it anew."] : ImmutableList<string>.Empty,
            .. review.Meeting is { EarlyBecause.Length: 0 } planned && London.DateOf(planned.Start) < MeetingWindow.Pinned(file)
                ? [$"The meeting is before working day {MeetingWindow.FirstDay}: give the Chair's reason for not waiting for it, or plan it later."] : ImmutableList<string>.Empty,
        ];
    }
}

/// <summary>Letter, form and invitation are going to the agencies; each has its date for the return.</summary>
public sealed record ScopingSent(ImmutableList<Deadline> Deadlines) : CaseEvent
{
    /// <inheritdoc/>
    public override CaseFile ApplyTo(CaseFile file, RecordedEvent recorded) => (file.Stop(Timescales.Letters.Id, recorded.At).Start(Deadlines) with
    {
        Review = file.Review with { SentAt = recorded.At, Agencies = [.. file.Review.Agencies.Select(agency => agency with { AskedAt = recorded.At })] },
    }).Settled();
}

/// <summary>Operations ask an agency that came into the list after the letters went (B8): with dates of its own, at the latest 17:00 on the working day before the meeting; after the meeting until the leads have approved.</summary>
public sealed record AskAgency(CaseId CaseId, string Key) : Command(CaseId)
{
    /// <inheritdoc/>
    public override Step Step => Step.AskAgency;

    /// <inheritdoc/>
    protected override Decision Decide(Cases<CaseFile> files, DecisionContext context) =>
        files.This.Review.Agency(Key) is not { AskedAt: null } agency || files.This.Review.SentAt is null ? Decision.Refuse(Refusal.Overtaken)
        : agency.Representative is not { Email.Length: > 0 } ? Decision.Refuse(new("not-ready", $"{agency.Name}: no representative is named, or no email address is known for them."))
        : Decision.Accept(CaseId, new AgencyAsked(Key, ReturnClock.Pin(files.This, Key, context, context.Today)));
}

/// <summary>One more agency was asked.</summary>
public sealed record AgencyAsked(string Key, Deadline Deadline) : CaseEvent
{
    /// <inheritdoc/>
    public override CaseFile ApplyTo(CaseFile file, RecordedEvent recorded) =>
        file.Start([Deadline]) with { Review = file.Review.With(Key, agency => agency with { AskedAt = recorded.At }) };
}

/// <summary>The clock of an agency's return: 5 working days after the day sent, 17:00, never later than working day 9 (decision 5) nor than the working day before the meeting.</summary>
public static class ReturnClock
{
    /// <summary>Its id: a clock for each agency.</summary>
    public static string Id(string agencyKey) => Timescales.Of(Timescales.ScopingReturn, agencyKey);

    /// <summary>The day of the return if letter and form were sent that day: for the preview.</summary>
    public static DateOnly Expected(CaseFile file, WorkingDayCalendar calendar, DateOnly sentOn)
    {
        var due = calendar.AddWorkingDays(sentOn, file.Rules?.Limits.GetValueOrDefault(Timescales.ScopingReturn.Id, Timescales.ScopingReturn.Number) ?? Timescales.ScopingReturn.Number);
        return Latest(file, calendar, sentOn) is { } latest && latest < due ? latest : due;
    }

    internal static Deadline Pin(CaseFile file, string agencyKey, DecisionContext context, DateOnly sentOn) =>
        context.Pin(file, Timescales.ScopingReturn with { Id = Id(agencyKey) }, sentOn, Latest(file, context.Calendar, sentOn));

    /// <summary>With all of them stopped: a return that has not come by now can come no more, and nobody is reminded of it.</summary>
    internal static CaseFile StopAll(CaseFile file, DateTimeOffset at) => file.Review.Agencies.Aggregate(file, (now, agency) => now.Stop(Id(agency.Key), at));

    private static DateOnly? Latest(CaseFile file, WorkingDayCalendar calendar, DateOnly sentOn)
    {
        var last = file.Notification?.Timetable.Find(date => date.Id == "returns")?.Latest;
        var eve = file.Review.Meeting is { } meeting && calendar.PreviousWorkingDay(London.DateOf(meeting.Start)) is var before && before >= sentOn ? before : (DateOnly?)null;

        // Who is asked after working day 9 is asked all the same: until the eve of the meeting, and after that until the eve of the report.
        var latest = last is { } nine && nine > sentOn && (eve is null || nine < eve) ? nine : eve ?? last;
        latest = latest >= sentOn ? latest : RapidReviewTimetable.EveOfTheReport(file, calendar);
        return latest >= sentOn ? latest : null;
    }
}
