using System.Collections.Immutable;
using System.Text.Encodings.Web;
using AdaptiveCards;
using SafeguardingTeams.App.Directory;
using SafeguardingTeams.App.Ports;
using SafeguardingTeams.App.Time;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Cases.Reviewing;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Wording;

namespace SafeguardingTeams.App.Reconciling;

/// <summary>
/// The invitation to a Rapid Review meeting: reference, time, place and a link, and nothing of the family, because it is one for
/// many and lies in calendars (PD18).
/// </summary>
internal sealed class CaseInvitation(PartnershipWords words, IPeople people, LondonClock clock)
{
    /// <summary>What Outlook is to hold of the case's meeting.</summary>
    internal OutlookMeeting Of(CaseFile file) =>
        new(file.Review.Meeting is { } meeting ? new(meeting.Number, Content(file), Invitees(file)) : null, Cancelled(file), "in the case");

    private EventContent Content(CaseFile file)
    {
        var meeting = file.Review.Meeting!;
        string Safe(string text) => HtmlEncoder.Default.Encode(Direction.Steady(text));
        var page = Safe(new Uri(words.WebPage, $"?open={file.Id}").AbsoluteUri);
        const string answer =
            "Please answer this invitation: the meeting can only agree anything if each of the three safeguarding partners "
            + "is represented.";
        const string declare =
            "If you come, declare beforehand that you are senior and were not involved in the case, and read the papers:";
        return new(
            $"Rapid Review meeting {file.Id}",
            $"""
            <p>You are invited to the Rapid Review meeting in case {Safe(file.Id.Value)} of {Safe(words.PartnershipName)}.</p>
            <p>{answer}</p>
            <p>{declare} <a href="{page}">{page}</a></p>
            <p>If you answer for an agency and do not come yourself, tell {Safe(words.OperationsName)} ({Safe(
                words.OperationsTelephone
            )}, {Safe(words.OperationsEmail)}) who comes: somebody senior who was not involved in the case.</p>
            <p>Do not write names or details of the child or family into this invitation or your answer. Questions: {Safe(
                words.OperationsName
            )}, {Safe(words.OperationsTelephone)}.</p>
            """,
            meeting.Start,
            meeting.End,
            meeting.Place,
            meeting.How == MeetingKind.Online
        );
    }

    /// <summary>Everybody who comes or answers for an agency, the Chair, and the Scrutineer, who may attend every meeting (RO7).</summary>
    private ImmutableList<Invitee> Invitees(CaseFile file) =>
        [
            .. file
                .Review.Attendees.Select(attendee => attendee.Contact)
                .Concat(
                    file.Review.Agencies.Where(agency => agency.AskedAt is not null)
                        .Select(agency => agency.Representative)
                        .OfType<Domain.Cases.Reviewing.Contact>()
                )
                .Select(contact => new Invitee(contact.Email, contact.Display))
                .Concat(
                    people
                        .Actors(clock.Today)
                        .Where(person => person.RolesFor(file).Overlaps([Role.Chair, Role.Scrutineer]))
                        .Select(person => new Invitee(person.Email, person.Display))
                )
                .Where(invitee => invitee.Address.Length > 0)
                .DistinctBy(invitee => invitee.Address, StringComparer.OrdinalIgnoreCase),
        ];

    /// <summary>What is said with a cancellation.</summary>
    private static string Cancelled(CaseFile file) =>
        file.Review.WithdrawnBecause is not null
            ? $"The Rapid Review {file.Id} was withdrawn. There is no meeting."
            : $"This meeting of the Rapid Review {file.Id} is cancelled. You will be invited anew.";
}
