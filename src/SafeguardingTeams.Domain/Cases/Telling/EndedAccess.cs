using SafeguardingTeams.Domain.Cases.Reviewing;
using SafeguardingTeams.Domain.Effects;

namespace SafeguardingTeams.Domain.Cases.Telling;

/// <summary>
/// Whoever can no longer open what they could is told so: on the message there is, and by mail, because an edit tells nobody.
/// </summary>
internal static class EndedAccess
{
    /// <summary>Everybody whose access to a case's folders ends with the review (B9, B13).</summary>
    internal static IEnumerable<Effect> Of(CaseFile file) =>
        [
            .. ReviewCards.Asked(file).SelectMany(agency => OfTheAgency(file, agency)),
            .. file
                .Review.Attendees.Where(attendee => attendee.IsEligible && file.Review.PackSharedAt is not null)
                .Select(attendee => new Effect.SendMail(file.Id, MailKind.PackClosed, Topic.Attendee(attendee.Key))),
            .. Tell.Again(ReviewCards.Attendees(file)),
        ];

    /// <summary>Of a family that is not known nothing was secured, and nothing is to be said.</summary>
    private static IEnumerable<Effect> OfTheAgency(CaseFile file, ReviewAgency agency) =>
        [
            .. agency is { Return.Known: false, Securing: { Secured: null, Files.IsEmpty: true } }
                ? []
                : new Effect[] { new Effect.SendMail(file.Id, MailKind.AccessEnded, Topic.Agency(agency.Key)) },
            .. Tell.Again([ReviewCards.Representative(file, agency.Key)]),
            .. OfTheNominee(file, agency.Key),
        ];

    /// <summary>
    /// Through whom an agency's staff reached its secured records (B9); where that is its representative, one mail says all to them.
    /// </summary>
    internal static IEnumerable<Effect> OfTheNominee(CaseFile file, string agency)
    {
        if (file.Review.Agency(agency) is not { Securing.Nominee: { } nominee } its)
        {
            return [];
        }

        var mail = new Effect.SendMail(file.Id, MailKind.NomineeEnded, Topic.Agency(agency, file.Version));
        return
        [
            .. its.Representative?.Email == nominee.Email ? [] : new Effect[] { mail },
            .. nominee.PersonId.Length == 0
                ? []
                : Tell.Again([Tell.Person(file, CardKind.NomineeTask, nominee.PersonId, Topic.Agency(agency))]),
        ];
    }
}
