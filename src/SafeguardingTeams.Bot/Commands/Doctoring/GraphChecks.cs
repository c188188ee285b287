using System.Runtime.CompilerServices;
using SafeguardingTeams.App.Directory;
using SafeguardingTeams.App.Ports;
using SafeguardingTeams.App.Time;
using SafeguardingTeams.Microsoft365.Graph;

namespace SafeguardingTeams.Bot.Commands.Doctoring;

/// <summary>The mailbox, the site, and the accounts of the tenant both are in.</summary>
internal static class GraphChecks
{
    internal static async IAsyncEnumerable<Finding> RunAsync(Patient patient, [EnumeratorCancellation] CancellationToken stop)
    {
        if (patient.Services.GetService<GraphLook>() is not { } look)
        {
            yield return Finding.Unchecked(
                "Outlook and SharePoint are not set up.",
                "Without the section Graph operations do by hand what Home lists."
            );
            yield break;
        }

        yield return await look.SiteAsync(stop) is { Length: > 0 } site
            ? Finding.Wrong(site, "Check Graph:SiteId and the three libraries, and that the identity was given full control of the site.")
            : Finding.Ok("The site is reached, and the three libraries are its own.");
        yield return await look.MailboxAsync(stop) is { Length: > 0 } mailbox
            ? Finding.Wrong(mailbox, "Check Graph:Mailbox, and the identity's roles in Exchange (RBAC for Applications).")
            : Finding.Ok("The operational team's mailbox is reached.");
        if (patient.HasStorage)
        {
            await patient.Get<CurrentRules>().RefreshAsync(always: false, stop);
        }

        var today = patient.Get<LondonClock>().Today;
        var tenant = patient.Get<GraphTenant>().Id;
        var here = patient
            .Get<IPeople>()
            .Roster.People.Where(person =>
                !person.HasLeft(today) && person.Email.Length > 0 && person.Accounts.Exists(account => IsOf(account, tenant))
            )
            .ToList();
        if (here.Count > 0)
        {
            yield return await look.ReadsAsync(here[0].Email, stop) switch
            {
                true => Finding.Wrong(
                    "The identity reads other mailboxes than the operational team's.",
                    "Take the consented mail and calendar permissions away in Entra, and scope them in Exchange to the one mailbox."
                ),
                false => Finding.Ok("The identity reads no other mailbox; tried with one."),
                null => Finding.Unchecked("Whether the identity reads other mailboxes: no answer.", "Run this again."),
            };
        }

        await foreach (var finding in AccountsAsync(patient.Get<IGuests>(), here, tenant, stop))
        {
            yield return finding;
        }

        yield return Finding.Unchecked(
            "Transport rules: Graph does not show them.",
            "See Exchange admin centre, Mail flow, Rules: what has the header x-rr-secure is encrypted, and so is what leaves the "
                + "organisation."
        );
    }

    private static async IAsyncEnumerable<Finding> AccountsAsync(
        IGuests directory,
        List<RosterPerson> people,
        string tenant,
        [EnumeratorCancellation] CancellationToken stop
    )
    {
        var found = 0;
        foreach (var person in people)
        {
            var end = await directory.FindAsync(person.Email, stop);
            if (
                end is GraphResult<DirectoryAccount>.Done { Value.Id: var id }
                && person.Accounts.Exists(account =>
                    IsOf(account, tenant) && account.ObjectId.Equals(id, StringComparison.OrdinalIgnoreCase)
                )
            )
            {
                found++;
                continue;
            }

            yield return end switch
            {
                GraphResult<DirectoryAccount>.Done => Finding.Wrong(
                    $"\"{person.Id}\": the account with their address is not the one of theirs.",
                    "Change their details on the card People and roles."
                ),
                GraphResult<DirectoryAccount>.NotFound => Finding.Wrong(
                    $"\"{person.Id}\": the directory has no account with their address. Whoever has left still holds their roles.",
                    "Record on the card People and roles that they have left, or change their address."
                ),
                GraphResult<DirectoryAccount>.Refused refused => Finding.Wrong($"\"{person.Id}\": {refused.Why}", ""),
                _ => Finding.Unchecked($"\"{person.Id}\": the directory does not answer.", "Run this again."),
            };
        }

        yield return Finding.Ok($"{found} of {people.Count} people with an account in the site's tenant are in its directory.");
        yield return Finding.Unchecked("Accounts in other tenants cannot be seen from here.", "Ask each agency who has left.");
    }

    private static bool IsOf(PersonAccount account, string tenant) => account.TenantId.Equals(tenant, StringComparison.OrdinalIgnoreCase);
}
