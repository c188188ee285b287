using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Cases.Counting;
using SafeguardingTeams.Domain.Cases.Reviewing;
using SafeguardingTeams.Domain.Forms.InitialScoping;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.Meeting;
using SafeguardingTeams.Domain.Steps.Scoping;
using SafeguardingTeams.Domain.Steps.SecuredRecords;
using SafeguardingTeams.Presentation.Cards;

namespace SafeguardingTeams.Presentation.Wording;

/// <summary>What stands in a Rapid Review, in words: agencies, records, attendees, quorum.</summary>
internal static class ReviewWords
{
    /// <summary>Where an agency stands: not asked, asked and by when, returned, late.</summary>
    internal static string State(CaseFile file, ReviewAgency agency, DateTimeOffset now) =>
        agency switch
        {
            { Return: { Known: false, Heard: { } heard } nil } =>
                $"the family is not known, {Said(heard)}; entered {Written.Moment(nil.At)}",
            { Return: { Known: false } nil } => $"the family is not known, confirmed {Written.Moment(nil.At)}",
            { Return: { } given } => $"returned {Written.Moment(given.At)}",
            { TakenOff: { } off } => $"asked by mistake, taken off {Written.Moment(off.At)} by {off.By}: {off.Reason}",
            { AskedAt: null } => "not asked yet",
            _ when Due(file, agency) is { } due => due.DueAt <= now
                ? $"late: the return was due {Clocks.By(due)}"
                : $"asked; to return by {Clocks.By(due)}",
            _ => "asked",
        };

    /// <summary>Until when an agency returns, and what that counts from; null before it was asked.</summary>
    internal static string? ReturnBy(CaseFile file, ReviewAgency agency) =>
        Due(file, agency) is { } due
            ? $"{Clocks.By(due)}, counted from {Clocks.From(due.Anchor)}, {Written.ShortDay(due.AnchorDay)}"
            : null;

    /// <summary>Whose return it is: who completed the form or told operations, and who entered it (B6, B7).</summary>
    internal static string By(ScopingReturn given) =>
        given.Heard is { } heard ? $"{Said(heard)}; entered by {given.By}"
        : new ReturnAnswers(given.Answers).WhoCompleted is { Length: > 0 } completed
            ? $"completed by {completed}; returned by {given.By}, {given.How}"
        : $"returned by {given.By}, {given.How}";

    /// <summary>Who told operations something, how and when.</summary>
    internal static string Said(HeardFrom heard) => $"said by {heard.Who} {How(heard.How)} on {Written.ShortDay(heard.On)}";

    internal static string How(HeardBy how) =>
        how switch
        {
            HeardBy.Telephone => "by telephone",
            HeardBy.Mail => "by email or post",
            HeardBy.Meeting => "in a meeting",
        };

    internal static string Agency(CaseFile file, string key) => file.Review.Agency(key)?.Name ?? key;

    /// <summary>An agency's folders; the case's own where the key is empty.</summary>
    internal static string Folders(CaseFile file, string agency) =>
        agency.Length == 0 ? "The case's own papers" : $"Folders of {file.Review.Agency(agency)?.Name ?? agency}";

    internal static string Who(Contact? contact) =>
        contact switch
        {
            null => "nobody named yet",
            { Email.Length: > 0 } => $"{contact.Display}, {contact.Email}",
            _ => contact.Display,
        };

    internal static string Said(Confirmation? confirmed) =>
        confirmed is null
            ? "not confirmed yet"
            : $"{confirmed.What} ({Written.ShortDay(confirmed.On)}; confirmed by {confirmed.By}, {Written.Moment(confirmed.At)})";

    internal static string Secured(ReviewAgency agency) =>
        agency switch
        {
            { TakenOff: not null } => "nothing is asked",
            { AskedAt: null } => "not asked yet",
            { Securing.IsComplete: true } => "all four steps confirmed",
            { Return.Known: false } => "nothing to secure: the family is not known",
            _ => $"{Steps(agency.Securing)} of 4 steps confirmed",
        };

    internal static string How(PlannedMeeting meeting) =>
        $"{Written.Day(London.DateOf(meeting.Start))}, {London.Local(meeting.Start):HH:mm} to {London.Local(meeting.End):HH:mm}, "
        + $"{How(meeting.How)}{(meeting.Place.Length > 0 ? $": {meeting.Place}" : "")}";

    /// <summary>Somebody invited: who, for whom, how they answered, whether they count.</summary>
    internal static string Attendee(Attendee attendee) =>
        $"{attendee.AgencyName}{(attendee.JobTitle.Length > 0 ? $", {attendee.JobTitle}" : "")}"
        + $"{(attendee.Partner is { } partner ? $"; stands for {Partner(partner)}" : "")}; "
        + $"{Said(attendee.Answer)}; {Counts(attendee)}";

    internal static string Counts(Attendee attendee) =>
        attendee.Declared switch
        {
            null => "has not declared, and so does not count yet",
            { Senior: true, NotInvolved: true } => "declared: senior and not involved",
            { Senior: false, NotInvolved: true } => "does not count: declared not to be senior",
            { Senior: true } => "does not count: declared to have been involved in the case",
            _ => "does not count: declared not to be senior, and to have been involved in the case",
        };

    /// <summary>What the quorum will be, by how the invitations were answered (B14).</summary>
    internal static string Predicted(CaseFile file) =>
        Quorum.Impossible(file.Review.Attendees) is { IsEmpty: false } nobody
            ? $"Not quorate unless somebody else is invited: nobody who may come and count for {List(nobody)}."
        : Quorum.Doubtful(file.Review.Attendees) is { IsEmpty: false } doubtful ? $"Not sure yet: nobody has accepted for {List(doubtful)}."
        : "Each of the three partners has somebody who comes and may count.";

    /// <summary>The quorum as it is, by who is recorded as present (B12, B14).</summary>
    internal static string AtTheMeeting(CaseFile file) =>
        Quorum.Missing(file.Review.Attendees) is { IsEmpty: false } missing
            ? $"Not quorate: nobody who counts is recorded as present for {List(missing)}. Without that the meeting can agree no "
                + "recommendation."
            : "Quorate: local authority, police and health are each represented by somebody who counts.";

    internal static string List(IEnumerable<Role> partners) =>
        partners.Select(Partner).ToList() is [.. { Count: > 1 } first, var last]
            ? $"{string.Join(", ", first)} and {last}"
            : string.Join(" and ", partners.Select(Partner));

    internal static string Partner(Role partner) =>
        partner switch
        {
            Role.LeadLocalAuthority => "the local authority",
            Role.LeadPolice => "the police",
            _ => "health",
        };

    internal static string How(MeetingKind kind) =>
        kind switch
        {
            MeetingKind.FaceToFace => "face to face",
            MeetingKind.Telephone => "by telephone",
            MeetingKind.Online => "online",
        };

    internal static string Unmatched(int count) =>
        count == 0
            ? "every answer in Outlook fits somebody invited"
            : $"{Written.Count(count, "answer", "answers")} in Outlook from an address that was not invited: see the meeting in the "
                + "operational team's calendar";

    internal static string Said(Answered answer) =>
        answer switch
        {
            Answered.NotYet => "has not answered",
            Answered.Accepted => "accepted",
            Answered.Tentative => "tentative",
            Answered.Declined => "declined",
        };

    internal static string Step(SecuringStep step) =>
        step switch
        {
            SecuringStep.InvolvementChecked => "involvement checked",
            SecuringStep.Secured => "records secured",
            SecuringStep.WorkingCopy => "working copy",
        };

    internal static string Returned(CaseFile file) =>
        $"{Written.Count(file.Review.Agencies.Count(agency => agency.Return is not null), "agency has", "agencies have")} returned of "
        + $"{file.Review.Agencies.Count(agency => agency.AskedAt is not null)} asked.";

    private static Deadline? Due(CaseFile file, ReviewAgency agency) => file.Clock(ReturnClock.Id(agency.Key))?.Deadline;

    private static int Steps(Securing securing) =>
        new[]
        {
            securing.InvolvementChecked is not null,
            securing.Secured is not null,
            securing.Nominee is not null,
            securing.WorkingCopy is not null,
        }.Count(done => done);
}
