using System.Runtime.CompilerServices;
using SafeguardingTeams.App.Configuration;
using SafeguardingTeams.App.Ports;

namespace SafeguardingTeams.Bot.Commands.Doctoring;

/// <summary>
/// The accounts of the partnership's file that are in the site's tenant: who has left, whose account is blocked, whose address leads to
/// another. Each is named by their id, roles and agency.
/// </summary>
internal static class AccountChecks
{
    internal static async IAsyncEnumerable<Finding> RunAsync(
        IGuests directory,
        PartnershipFile file,
        string tenant,
        [EnumeratorCancellation] CancellationToken stop
    )
    {
        var here = file
            .People.SelectMany(person => person.Accounts.Select(account => (Person: person, Account: account)))
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

        yield return Finding.Ok(
            $"{right} of {here.Count} accounts of the file in the site's tenant are in its directory, and not blocked."
        );
        yield return Finding.Unchecked("Accounts in other tenants cannot be seen from here.", "Ask each agency who has left.");
    }

    private static async Task<Finding?> AccountAsync(IGuests directory, PersonEntry person, AccountEntry account, CancellationToken stop) =>
        await directory.ReadAsync(account.ObjectId, stop) switch
        {
            GraphResult<DirectoryAccount>.Done { Value.IsBlocked: true } => Finding.Wrong(
                $"{Named(person)}: their account is blocked. Whoever has left still holds their roles.",
                "Take them out of the partnership's file, or give the role an end."
            ),
            GraphResult<DirectoryAccount>.Done => await AddressAsync(directory, person, account, stop),
            GraphResult<DirectoryAccount>.NotFound => Finding.Wrong(
                $"{Named(person)}: their account is not in the directory. Whoever has left still holds their roles.",
                "Take them out of the partnership's file, or correct objectId."
            ),
            var end => NoAnswer(person, end),
        };

    private static async Task<Finding?> AddressAsync(IGuests directory, PersonEntry person, AccountEntry account, CancellationToken stop) =>
        person.Email.Length == 0
            ? null
            : await directory.FindAsync(person.Email, stop) switch
            {
                GraphResult<DirectoryAccount>.Done { Value.Id: var id }
                    when account.ObjectId.Equals(id, StringComparison.OrdinalIgnoreCase) => null,
                GraphResult<DirectoryAccount>.Done => Finding.Wrong(
                    $"{Named(person)}: the account with their address is not the one in the partnership's file.",
                    "Correct objectId or email."
                ),
                GraphResult<DirectoryAccount>.NotFound => Finding.Wrong(
                    $"{Named(person)}: the directory has no account with their address.",
                    "Correct email: letters and invitations would go astray."
                ),
                var end => NoAnswer(person, end),
            };

    private static Finding NoAnswer(PersonEntry person, GraphResult<DirectoryAccount> end) =>
        end is GraphResult<DirectoryAccount>.Refused refused
            ? Finding.Wrong($"{Named(person)}: {refused.Why}", "")
            : Finding.Unchecked($"{Named(person)}: the directory does not answer.", "Run this again.");

    private static string Named(PersonEntry person)
    {
        var roles = person.Roles.Select(entry => entry.Role).Distinct().ToList();
        return $"\"{person.Id}\" ({(roles.Count > 0 ? string.Join(", ", roles) : "no role of their own")}, agency {person.Agency})";
    }
}
