using SafeguardingTeams.Domain.Cases.Reviewing;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.Domain.Cases.Telling;

/// <summary>The cards of the Rapid Review (section B), and what is kept in Outlook and SharePoint beside them.</summary>
internal static class ReviewCards
{
    internal static IEnumerable<ReviewAgency> Asked(CaseFile file) => file.Review.Agencies.Where(agency => agency.AskedAt is not null);

    internal static Effect.ShowCard Representative(CaseFile file, string agency) =>
        new(file.Id, CardKind.ScopingTask, new Recipient.RepresentativeOf(agency)) { About = Topic.Agency(agency) };

    /// <summary>An agency's return is due at another time: its representative is told, by mail where they have no account.</summary>
    internal static IEnumerable<Effect> ReturnMoved(CaseFile file, string agency) =>
        [
            .. Tell.Again([Representative(file, agency)]),
            file.Review.Agency(agency)?.Representative is { PersonId.Length: 0 }
                ? new Effect.SendMail(file.Id, MailKind.Reminder, Topic.Agency(agency, file.Version))
                : new Effect.ShowCard(file.Id, CardKind.Recounted, new Recipient.RepresentativeOf(agency))
                {
                    About = Topic.Agency(agency, file.Version),
                },
        ];

    /// <summary>To whoever is invited, once the letters are out: before that they have no part in the case and could not open it.</summary>
    internal static IEnumerable<Effect.ShowCard> Attendees(CaseFile file) =>
        file
            .Review.Attendees.Where(attendee => file.Review.SentAt is not null && attendee.Contact.PersonId.Length > 0)
            .Select(attendee => Tell.Person(file, CardKind.AttendeeTask, attendee.Contact.PersonId, Topic.Attendee(attendee.Key)));

    /// <summary>Those through whom alone an agency's secured records are reached (B9).</summary>
    internal static IEnumerable<Effect.ShowCard> Nominees(CaseFile file) =>
        from agency in file.Review.Agencies
        where agency.Securing.Nominee is { PersonId.Length: > 0 }
        select Tell.Person(file, CardKind.NomineeTask, agency.Securing.Nominee!.PersonId, Topic.Agency(agency.Key));

    /// <summary>The invitation is made what it should be, and everybody invited is shown it.</summary>
    internal static IEnumerable<Effect> Invited(CaseFile file) =>
        [new Effect.KeepMeeting(file.Id), .. Attendees(file), .. Pack(file), .. Meeting(file)];

    /// <summary>
    /// Whoever has become Chair or Scrutineer is invited, and who no longer is they are not: until the meeting has agreed (RO7,
    /// PD17).
    /// </summary>
    internal static IEnumerable<Effect> Invitation(CaseFile file, Role role) =>
        role is Role.Chair or Role.Scrutineer && file.Stage == Stage.UnderReview ? [new Effect.KeepMeeting(file.Id)] : [];

    internal static IEnumerable<Effect> Meeting(CaseFile file) =>
        [Tell.To(file, CardKind.MeetingTask, Role.Operations), Tell.To(file, CardKind.MeetingTask, Role.Chair)];

    /// <summary>Once shared, the pack is kept up to date: what came since is added, who may no longer read it is taken off.</summary>
    internal static IEnumerable<Effect> Pack(CaseFile file) => file.Review.PackSharedAt is null ? [] : [new Effect.KeepPack(file.Id)];

    /// <summary>Agencies that are named and not yet asked, once the letters are out and while a return may come (B8).</summary>
    internal static IEnumerable<Effect> Named(CaseFile file) =>
        file.Review.SentAt is null || !file.ReturnsMayCome || NamedAgencies.Unasked(file).IsEmpty
            ? []
            : [Tell.To(file, CardKind.AgencyNamed, Role.Operations, Topic.Since(file.Version))];

    /// <summary>The warning that the meeting may not be quorate (B14); where it may be again, that is said.</summary>
    internal static IEnumerable<Effect> Doubts(CaseFile file)
    {
        var warning = Tell.To(file, CardKind.QuorumWarning, Role.Operations);
        return Quorum.Impossible(file.Review.Attendees).IsEmpty ? Tell.Again([warning]) : [warning];
    }

    /// <summary>What becomes of report and recommendation, to all who took part on the partnership's side (B20, B21, B25).</summary>
    internal static IEnumerable<Effect> Panel(CaseFile file, Topic about) => Tell.Everybody(file, CardKind.PanelNews, about);
}
