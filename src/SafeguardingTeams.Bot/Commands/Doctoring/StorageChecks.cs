using System.Runtime.CompilerServices;
using SafeguardingTeams.App.Storage;
using SafeguardingTeams.App.Upkeeping;
using SafeguardingTeams.Microsoft365;
using SafeguardingTeams.Microsoft365.Tables;

namespace SafeguardingTeams.Bot.Commands.Doctoring;

/// <summary>Tokens, storage, and what is stored.</summary>
internal static class StorageChecks
{
    /// <summary>Cookies and tokens are good for minutes; a clock further off than this lets nobody in.</summary>
    private static readonly TimeSpan ClockMayBeOff = TimeSpan.FromSeconds(60);

    internal static async IAsyncEnumerable<Finding> TokensAsync(Patient patient, [EnumeratorCancellation] CancellationToken stop)
    {
        var states = await patient.Get<TokenLook>().TakeAsync(stop);
        foreach (var state in states)
        {
            yield return state.IsThere
                ? Finding.Ok($"The identity gets a token for {state.Service}.")
                : Finding.Wrong(
                    $"The identity gets no token for {state.Service}.",
                    "Check that it is assigned to this host, and Bot:ManagedIdentityClientId."
                );
        }

        var identities = states.Select(state => state.Identity).OfType<string>().Distinct().ToList();
        yield return identities.Count > 1
            ? Finding.Wrong(
                $"The tokens are of different identities: {string.Join(", ", identities)}.",
                "Set Bot:ManagedIdentityClientId to the one that was given the rights, at both hosts."
            )
        : states.Count(state => state.Identity is not null) < 2
            ? Finding.Unchecked(
                "Whether all tokens are of one identity: they do not say.",
                "See the identity under the host in the Azure portal."
            )
        : Finding.Ok($"All tokens are of one identity: {identities[0]}.");
    }

    internal static async IAsyncEnumerable<Finding> StorageAsync(Patient patient, [EnumeratorCancellation] CancellationToken stop)
    {
        var state = patient.Table;
        if (state.Said.Length > 0)
        {
            yield return Finding.Wrong(state.Said, "");
            yield break;
        }

        yield return Finding.Ok($"Storage answers at {state.Place}, and holds this partnership's rows.");
        yield return await patient.Get<TableLook>().MayWriteAsync(stop)
            ? Finding.Ok("The identity may write there.")
            : Finding.Wrong(
                "The identity may read and not write there.",
                "Give it the role Storage Table Data Contributor on the account."
            );
        if (state.ClockOff is { } off)
        {
            yield return off.Duration() <= ClockMayBeOff
                ? Finding.Ok($"This machine's clock agrees with storage's within {Math.Ceiling(off.Duration().TotalSeconds):0} s.")
                : Finding.Wrong(
                    $"This machine's clock is {off.Duration().TotalSeconds:0} s {(off > TimeSpan.Zero ? "fast" : "slow")} against "
                        + "storage's.",
                    "Set it by a time service: tokens would be refused, and clocks counted wrongly."
                );
        }
    }

    internal static async IAsyncEnumerable<Finding> DataAsync(Patient patient, [EnumeratorCancellation] CancellationToken stop)
    {
        if (!patient.HasStorage)
        {
            yield return Finding.Unchecked("Events, lists and kept files.", "Put storage right first.");
            yield break;
        }

        if (!await StoredSecrets.AreThereAsync(patient.Get<IRows>(), stop))
        {
            yield return Finding.Wrong("The deployment's secrets (the row meta|find-secret) are gone.", "Restore them from a backup.");
            yield break;
        }

        var report = await patient.Get<Upkeep>().CheckAsync(stop);
        foreach (var damage in report.Damaged.Concat(report.Kept))
        {
            yield return Finding.Wrong(damage, "");
        }

        if (report.Damaged.IsEmpty && report.Kept.IsEmpty)
        {
            yield return Finding.Ok($"Every event can be read and every chain is whole: {report.Cases} cases, and what belongs to them.");
        }

        var rows = report.Missing.Count + report.Extra.Count;
        yield return rows == 0
            ? Finding.Ok("The lists say what the events say.")
            : Finding.Wrong($"{rows} rows of the lists are not what the events say.", "Run the command rebuild.");
    }
}
