using System.Runtime.CompilerServices;
using SafeguardingTeams.App.Configuration;
using SafeguardingTeams.App.Directory;
using SafeguardingTeams.App.Ports;
using SafeguardingTeams.App.Time;
using SafeguardingTeams.Microsoft365.Graph;

namespace SafeguardingTeams.Bot.Commands.Doctoring;

/// <summary>The mailbox and the site; who has left their tenant is looked for by <see cref="AccountChecks"/>.</summary>
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
        if (await look.MailboxAsync(stop) is { Length: > 0 } mailbox)
        {
            yield return Finding.Wrong(mailbox, "Check Graph:Mailbox, and the identity's roles in Exchange (RBAC for Applications).");
        }
        else
        {
            yield return Finding.Ok("The operational team's mailbox is reached.");
            yield return await look.CalendarAsync(stop) is { Length: > 0 } calendar
                ? Finding.Wrong(calendar, "Give Graph:Mailbox a licence with Teams, or name a mailbox that has one, and wait a day.")
                : Finding.Ok("Its calendar can hold meetings in Teams, and counts answers.");
        }

        if (patient.HasStorage)
        {
            await patient.Get<CurrentRules>().RefreshAsync(always: false, stop);
        }

        var today = patient.Get<LondonClock>().Today;
        var people = patient.Get<IPeople>().Roster.People.RemoveAll(person => person.HasLeft(today));
        var file = patient.Get<PartnershipFile>();
        var tenant = patient.Get<GraphTenant>().Id;
        if (!file.Tenants.Any(one => one.TenantId.Equals(tenant, StringComparison.OrdinalIgnoreCase)))
        {
            yield return Finding.Wrong(
                $"Graph:TenantId, {tenant}, is none of the tenants in the partnership's file.",
                "Set it to the tenant that mailbox and site are in, and list that one: guests sign in there."
            );
        }

        var other = people.Find(person => person.Email.Length > 0 && person.Accounts.Exists(account => IsOf(account, tenant)));
        if (other is not null)
        {
            yield return await look.ReadsAsync(other.Email, stop) switch
            {
                true => Finding.Wrong(
                    "The identity reads other mailboxes than the operational team's.",
                    "Take the consented mail and calendar permissions away in Entra, and scope them in Exchange to the one mailbox."
                ),
                false => Finding.Ok("The identity reads no other mailbox; tried with one."),
                null => Finding.Unchecked("Whether the identity reads other mailboxes: no answer.", "Run this again."),
            };
        }

        await foreach (var finding in AccountChecks.RunAsync(patient.Get<IGuests>(), people, tenant, stop))
        {
            yield return finding;
        }

        yield return Finding.Unchecked(
            "Transport rules: Graph does not show them.",
            "See Exchange admin centre, Mail flow, Rules: what has the header x-rr-secure is encrypted, and so is what leaves the "
                + "organisation."
        );
    }

    private static bool IsOf(PersonAccount account, string tenant) => account.TenantId.Equals(tenant, StringComparison.OrdinalIgnoreCase);
}
