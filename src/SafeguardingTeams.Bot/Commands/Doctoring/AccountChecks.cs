using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using SafeguardingTeams.App.Ports;
using SafeguardingTeams.Domain.People;

namespace SafeguardingTeams.Bot.Commands.Doctoring;

/// <summary>
/// The accounts of the partnership's people that are in the site's tenant: who has left, whose account is blocked, whose address leads to
/// another. Each is named by their id, roles and agency.
/// </summary>
internal static class AccountChecks
{
    internal static async IAsyncEnumerable<Finding> RunAsync(
        IGuests directory,
        ImmutableList<RosterPerson> people,
        string tenant,
        [EnumeratorCancellation] CancellationToken stop
    )
    {
        var here = people
            .SelectMany(person => person.Accounts.Select(account => (Person: person, Account: account)))
            .Where(one => one.Account.TenantId.Equals(tenant, StringComparison.OrdinalIgnoreCase))
            .ToList();
        var right = 0;
        foreach (var (person, account) in here)
        {
            if (await AccountAsync(directory, person, account, stop) is { } wrong)
            {
                yield return wrong;
            }
            else
            {
                right++;
            }
        }

        yield return Finding.Ok($"{right} of {here.Count} accounts of people in the site's tenant are in its directory, and not blocked.");
        yield return Finding.Unchecked("Accounts in other tenants cannot be seen from here.", "Ask each agency who has left.");
    }

    private static async Task<Finding?> AccountAsync(
        IGuests directory,
        RosterPerson person,
        PersonAccount account,
        CancellationToken stop
    ) =>
        await directory.ReadAsync(account.ObjectId, stop) switch
        {
            GraphResult<DirectoryAccount>.Done { Value.IsBlocked: true } => Finding.Wrong(
                $"{Named(person)}: their account is blocked. Whoever has left still holds their roles.",
                "Record on the card People and roles that they have left."
            ),
            GraphResult<DirectoryAccount>.Done => await AddressAsync(directory, person, account, stop),
            GraphResult<DirectoryAccount>.NotFound => Finding.Wrong(
                $"{Named(person)}: their account is not in the directory. Whoever has left still holds their roles.",
                "Record on the card People and roles that they have left, or change their account there."
            ),
            var end => NoAnswer(person, end),
        };

    private static async Task<Finding?> AddressAsync(
        IGuests directory,
        RosterPerson person,
        PersonAccount account,
        CancellationToken stop
    ) =>
        person.Email.Length == 0
            ? null
            : await directory.FindAsync(person.Email, stop) switch
            {
                GraphResult<DirectoryAccount>.Done { Value.Id: var id }
                    when account.ObjectId.Equals(id, StringComparison.OrdinalIgnoreCase) => null,
                GraphResult<DirectoryAccount>.Done => Finding.Wrong(
                    $"{Named(person)}: the account with their address is not the one of theirs.",
                    "Change their details on the card People and roles."
                ),
                GraphResult<DirectoryAccount>.NotFound => Finding.Wrong(
                    $"{Named(person)}: the directory has no account with their address.",
                    "Change it on the card People and roles: letters and invitations would go astray."
                ),
                var end => NoAnswer(person, end),
            };

    private static Finding NoAnswer(RosterPerson person, GraphResult<DirectoryAccount> end) =>
        end is GraphResult<DirectoryAccount>.Refused refused
            ? Finding.Wrong($"{Named(person)}: {refused.Why}", "")
            : Finding.Unchecked($"{Named(person)}: the directory does not answer.", "Run this again.");

    private static string Named(RosterPerson person)
    {
        var roles = person.Roles.Select(entry => entry.Role).Distinct().ToList();
        return $"\"{person.Id}\" ({(roles.Count > 0 ? string.Join(", ", roles) : "no role of their own")}, agency {person.AgencyId})";
    }
}
