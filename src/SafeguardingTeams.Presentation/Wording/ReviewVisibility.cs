using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Cases.Reviewing;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.Chasing;
using SafeguardingTeams.Domain.Steps.Meeting;
using SafeguardingTeams.Domain.Steps.Preparing;
using SafeguardingTeams.Domain.Steps.Report;
using SafeguardingTeams.Domain.Steps.Scoping;
using SafeguardingTeams.Domain.Steps.SecuredRecords;

namespace SafeguardingTeams.Presentation.Wording;

/// <summary>How much of a Rapid Review somebody sees whose part is an agency's, or a seat at the meeting (B9, B12, F2).</summary>
public static class ReviewVisibility
{
    private static readonly Role[] WholeCase =
    [
        Role.Practitioner,
        Role.MashOfficer,
        Role.Operations,
        Role.Chair,
        Role.Scrutineer,
        Role.AuthorityNotifier,
        .. Partners.Leads,
    ];

    /// <summary>
    /// Whether they see the case at large; whose part is only an agency's or a seat at the meeting has a card of their own.
    /// </summary>
    public static bool SeesCase(CaseFile file, Actor viewer) => Permissions.SeesAs(file, viewer, WholeCase);

    /// <summary>Whether they read the referral: with the case at large, or at the meeting.</summary>
    public static bool ReadsReferral(CaseFile file, Actor viewer) => SeesCase(file, viewer) || ReadsAtTheMeeting(file, viewer);

    /// <summary>
    /// Whether they read every agency's return (B12): operations, the Chair, the leads, the Scrutineer, and attendees who count
    /// once the papers are shared.
    /// </summary>
    public static bool ReadsReturns(CaseFile file, Actor viewer) =>
        file.Review.SentAt is not null
        && (
            Permissions.SeesAs(file, viewer, [Role.Operations, Role.Chair, Role.Scrutineer, .. Partners.Leads])
            || ReadsAtTheMeeting(file, viewer)
        );

    /// <summary>Whether they read this agency's return; its own representative does.</summary>
    public static bool ReadsReturn(CaseFile file, Actor viewer, ReviewAgency agency) =>
        ReadsReturns(file, viewer)
        || Permissions.SeesAs(file, viewer, [Role.AgencyRepresentative]) && agency.Representative?.PersonId == viewer.PersonId;

    /// <summary>Whether they read report (iv) and letter (v): who decides on them, mediates or sends them (B16, B20, B21).</summary>
    public static bool ReadsReport(CaseFile file, Actor viewer) =>
        file.Review.SentAt is not null
        && Permissions.SeesAs(file, viewer, [Role.Operations, Role.Chair, Role.Scrutineer, .. Partners.Leads]);

    /// <summary>Whether the pack's folder in SharePoint opens to them (B13): to operations, and to attendees who count.</summary>
    public static bool OpensPack(CaseFile file, Actor viewer) =>
        file.Review.PackSharedAt is not null
        && (Permissions.SeesAs(file, viewer, [Role.Operations]) || file.Review.WithdrawnBecause is null && ReadsAtTheMeeting(file, viewer));

    /// <summary>
    /// Whether the folder of an agency's secured records opens to them (B9): to operations, and to its nominee until access ends.
    /// </summary>
    public static bool OpensRecords(CaseFile file, Actor viewer, ReviewAgency agency) =>
        Permissions.SeesAs(file, viewer, [Role.Operations])
        || Permissions.SeesAs(file, viewer, [Role.RecordsNominee]) && agency.IsNominee(viewer.PersonId);

    /// <summary>The newest of a paper that is put in from outside; null where none is.</summary>
    public static AddedPaper? Uploaded(CaseFile file, PaperKind kind) => file.Review.Papers.LastOrDefault(paper => paper.Kind == kind);

    /// <summary>The agencies they answer for, as far as these have been asked.</summary>
    public static IEnumerable<ReviewAgency> Agencies(CaseFile file, Actor viewer) =>
        !Permissions.SeesAs(file, viewer, [Role.AgencyRepresentative])
            ? []
            : file.Review.Agencies.Where(agency => agency.AskedAt is not null && agency.Representative?.PersonId == viewer.PersonId);

    /// <summary>Their own seat at the meeting; null where they have none.</summary>
    public static Attendee? Seat(CaseFile file, Actor viewer) =>
        !Permissions.SeesAs(file, viewer, [Role.RapidReviewAttendee])
            ? null
            : file.Review.Attendees.Find(attendee => attendee.Contact.PersonId == viewer.PersonId);

    /// <summary>Whether an event stands in the timeline of whoever does not see the case at large.</summary>
    internal static bool Shows(CaseEvent happened, CaseFile file, Actor viewer)
    {
        bool Mine(string agency) => Agencies(file, viewer).Any(one => one.Key == agency);
        bool Seated(string key) => Seat(file, viewer)?.Key == key;
        return happened switch
        {
            MeetingPlanned or MeetingCancelled or PackShared or ReportSent => true,
            AgencyAsked asked => Mine(asked.Key),
            ScopingSent => Agencies(file, viewer).Any(),
            RepresentativeNamed named => Mine(named.Key),
            ScopingReturned returned => Mine(returned.Agency),
            SecuringConfirmed confirmed => Mine(confirmed.Agency),
            NomineeNamed named => Mine(named.Agency),
            FileSecured secured => Mine(secured.Agency),
            DeadlineChased chased => Timescales.About(chased.TimescaleId) is { Length: > 0 } agency && Mine(agency),
            AttendeeInvited invited => Seated(invited.Attendee.Key),
            AttendeeDeclared declared => Seated(declared.Attendee),
            _ => false,
        };
    }

    private static bool ReadsAtTheMeeting(CaseFile file, Actor viewer) =>
        file.Review is { PackSharedAt: not null, AccessEnded: false } && Seat(file, viewer) is { IsEligible: true };
}
