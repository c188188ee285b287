using SafeguardingTeams.App.Storage;
using SafeguardingTeams.Domain.Actions;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Meetings;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Reviews;
using SafeguardingTeams.Presentation.Steps.PeopleAndRoles;

namespace SafeguardingTeams.App.Reports;

/// <summary>
/// Which open records name somebody by themselves, and not by a role that passes on: as representative, nominee, guest, owner. Opens each
/// of them, which is done for somebody who leaves and for the quarterly review only.
/// </summary>
public sealed class StillNamed(IRows rows)
{
    /// <summary>Everybody who is named, with how others read them, and where.</summary>
    internal async Task<IReadOnlyList<(RecordFile File, string PersonId, string Display, string Agency, string As)>> AllAsync(
        CancellationToken cancellationToken
    )
    {
        List<(RecordFile, string, string, string, string)> all = [];
        foreach (var kind in new[] { RecordKind.Case, RecordKind.Action, RecordKind.Review, RecordKind.Meeting })
        {
            foreach (var row in await rows.ReadAsync(Keys.OpenOf(kind), cancellationToken))
            {
                var file = (await StoredRecord.LoadAsync(rows, RecordRef.Parse(row["record"]), cancellationToken)).Record;
                all.AddRange(
                    In(file)
                        .Where(one => one.PersonId.Length > 0)
                        .Distinct()
                        .Select(one => (file, one.PersonId, one.Display, one.Agency, one.As))
                );
            }
        }

        return all;
    }

    /// <summary>Where one person is still named, of what somebody may see.</summary>
    internal async Task<IReadOnlyList<NamedPlace>> OfAsync(string personId, Actor viewer, CancellationToken cancellationToken) =>
        [
            .. (await AllAsync(cancellationToken))
                .Where(one => one.PersonId == personId && Sees(one.File, viewer))
                .Select(one => new NamedPlace(one.File.Ref, one.As)),
        ];

    private static bool Sees(RecordFile file, Actor viewer) =>
        file switch
        {
            CaseFile one => Permissions.Sees(one, viewer),
            ActionFile one => ActionPermissions.Sees(one, viewer),
            ReviewFile one => ReviewPermissions.Sees(one, viewer),
            MeetingFile => MeetingPermissions.MaySee(viewer),
            _ => false,
        };

    private static IEnumerable<(string PersonId, string Display, string Agency, string As)> In(RecordFile file) =>
        file switch
        {
            CaseFile one => InCase(one),
            ActionFile { Owner: { } owner } => [(owner.PersonId, owner.Display, owner.AgencyName, "Owner of an action")],
            ReviewFile one =>
            [
                .. one.Appointed().Select(person => (person.PersonId, person.Who.Post, person.Who.Organisation, "Appointed to a review")),
                .. one.Owner is { } owner ? [(owner.PersonId, owner.Display, owner.AgencyName, "Sees to a review")] : Nobody,
            ],
            MeetingFile one => one
                .Items.SelectMany(item => item.CoOptedNow)
                .Select(person => (person.Who.PersonId, person.Who.Display, person.Who.AgencyName, "Co-opted to a meeting")),
            _ => Nobody,
        };

    private static IEnumerable<(string, string, string, string)> InCase(CaseFile file) =>
        [
            .. file
                .Review.Agencies.Where(agency => agency.TakenOff is null)
                .SelectMany(agency =>
                    new[]
                    {
                        (agency.Representative?.PersonId ?? "", agency.Representative?.Display ?? "", agency.Name, "Agency representative"),
                        file.Review.AccessEnded
                            ? ("", "", "", "")
                            : (
                                agency.Securing.Nominee?.PersonId ?? "",
                                agency.Securing.Nominee?.Display ?? "",
                                agency.Name,
                                "Nominee for secured records"
                            ),
                    }
                ),
            .. file.Review.Attendees.Select(attendee =>
                (attendee.Contact.PersonId, attendee.Contact.Display, attendee.AgencyName, "Invited to a Rapid Review")
            ),
            .. Enum.GetValues<Role>()
                .Select(role => file.AssignmentOf(role).HandedTo)
                .Where(id => id.Length > 0)
                .Select(id => (id, "", "", "A role handed over in one case")),
        ];

    private static (string, string, string, string)[] Nobody => [];
}
