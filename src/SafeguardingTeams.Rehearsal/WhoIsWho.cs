using System.Collections.Immutable;
using SafeguardingTeams.App.Configuration;
using SafeguardingTeams.Rehearsal.People;
using SafeguardingTeams.Rehearsal.StandIns.Graph;
using SafeguardingTeams.Rehearsal.StandIns.Graph.SharePoint;

namespace SafeguardingTeams.Rehearsal;

/// <summary>Who stands behind an address or an object id, in words: role and agency.</summary>
internal sealed class WhoIsWho(PartnershipFile file, IReadOnlyList<CastMember> cast, GraphStandIn graph)
{
    internal static WhoIsWho Of(RehearsalHost host) => new(host.Services.GetRequiredService<PartnershipFile>(), host.Cast, host.Graph);

    /// <summary>Where mail for somebody of the cast goes: to the one address they have, whichever account they use.</summary>
    internal string AddressOf(CastMember member) => Person(member.ObjectId) is { Email.Length: > 0 } person ? person.Email : member.Email;

    /// <summary>The mailboxes that are no person's, with their names.</summary>
    internal ImmutableArray<(string Address, string Name)> SharedMailboxes =>
        [
            (graph.Outlook.Address, $"Mailbox of {file.OperationsName}"),
            (file.Contacts.MashEmail, $"Mailbox of {file.MashName}"),
            (file.Contacts.PanelEmail, "Mailbox of the national Panel"),
        ];

    /// <summary>Who has an address.</summary>
    internal string AtAddress(string address) =>
        SharedMailboxes.FirstOrDefault(box => Same(box.Address, address)).Name
        ?? (file.People.FirstOrDefault(person => Same(person.Email, address)) is { } person ? InWords(person) : null)
        ?? cast.FirstOrDefault(member => Same(member.Email, address))?.Name
        ?? address;

    /// <summary>Whether somebody of the cast can open a file or folder, with whichever account the site knows them by.</summary>
    internal bool MayOpen(CastMember member, LibraryDrive drive, string itemId) =>
        graph
            .Directory.With(AddressOf(member))
            .Select(account => account.Id)
            .Append(member.ObjectId)
            .Any(id => graph.SharePoint.MayOpen(id, drive, itemId));

    /// <summary>Who holds a permission.</summary>
    internal string Holder(StoredGrant grant) =>
        grant.Kind switch
        {
            HolderKind.User => Account(grant.Holder),
            HolderKind.Group => grant.Holder == graph.SharePoint.OperationsGroup
                ? $"Everybody in {file.OperationsName}"
                : "A group this partnership does not know",
            HolderKind.Application => grant.Holder == graph.AppId ? "This system" : "Another application",
            HolderKind.Link => "Anybody in the council who has the link",
        };

    private string Account(string objectId) =>
        Person(objectId) is { } person ? InWords(person)
        : graph.Directory.Accounts.GetValueOrDefault(objectId) is { } account ? AtAddress(account.Mail)
        : cast.FirstOrDefault(member => member.ObjectId == objectId)?.Name ?? "Somebody this partnership does not know";

    private PersonEntry? Person(string objectId) =>
        file.People.FirstOrDefault(person => person.Accounts.Any(account => account.ObjectId == objectId));

    private string InWords(PersonEntry person) => $"{person.Display} ({file.Agencies.First(agency => agency.Id == person.Agency).Name})";

    private static bool Same(string one, string other) => one.Equals(other, StringComparison.OrdinalIgnoreCase);
}
