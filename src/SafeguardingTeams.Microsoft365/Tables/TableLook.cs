using System.Diagnostics;
using Azure;
using Azure.Core;
using Azure.Data.Tables;
using Azure.Identity;
using SafeguardingTeams.App.Drafts;

namespace SafeguardingTeams.Microsoft365.Tables;

/// <summary>How far storage is reached.</summary>
public enum TableReach
{
    /// <summary>The table is there and holds the partnership's rows.</summary>
    Ready,

    /// <summary>Nothing answered, or something that is no table service.</summary>
    Silent,

    /// <summary>The host's identity got no token.</summary>
    NoToken,

    /// <summary>It answered, and does not let the host's identity in.</summary>
    NotAllowed,

    /// <summary>There is no table of that name.</summary>
    NoTable,

    /// <summary>The table holds no row of this partnership.</summary>
    NoRows,
}

/// <summary>What a look at storage found.</summary>
/// <param name="Reach">How far it got.</param>
/// <param name="Place">Account and table, as the settings name them.</param>
/// <param name="Others">Other partnerships of which the table holds rows.</param>
/// <param name="ClockOff">How far this machine's clock is from the service's; null where it did not answer.</param>
public sealed record TableState(TableReach Reach, string Place, IReadOnlyList<string> Others, TimeSpan? ClockOff)
{
    /// <summary>In words, with what to do; empty where it is ready.</summary>
    public string Said =>
        Reach switch
        {
            TableReach.Ready => "",
            TableReach.Silent => $"Storage does not answer at {Place}. Check Storage:TableEndpoint, the private endpoint and its DNS.",
            TableReach.NoToken =>
                "The host's identity gets no token for storage. Check that it is assigned to this host, and Bot:ManagedIdentityClientId.",
            TableReach.NotAllowed =>
                $"Storage at {Place} does not let the host's identity in. Give it the role Storage Table Data Contributor on "
                    + "the account, and check the account's network rules.",
            TableReach.NoTable => $"There is no table at {Place}. Check Storage:Table; the bot makes it when it first starts.",
            _ when Others.Count > 0 =>
                $"The table at {Place} holds nothing of this partnership, but rows of {string.Join(", ", Others)}. Check "
                    + "\"code\" in the partnership's file, and Storage:Table.",
            _ => $"The table at {Place} is empty. Check Storage:Table; the bot writes its first rows when it first starts.",
        };
}

/// <summary>Looks at storage without changing it: no table is made.</summary>
public sealed class TableLook(TableClient table, Partnership partnership)
{
    private const int MaxOthers = 5;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>Account and table, as the settings name them.</summary>
    public string Place => $"{table.Uri.GetLeftPart(UriPartial.Authority)}, table {table.Name}";

    /// <summary>Looks.</summary>
    public async Task<TableState> TakeAsync(CancellationToken cancellationToken)
    {
        var place = Place;
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Patience);
        try
        {
            var (first, off) = await FirstAsync(TableClient.CreateQueryFilter($"PartitionKey eq {partnership.Code}"), limit.Token);
            var others = new List<string>();
            for (var after = ""; first is null && others.Count < MaxOthers; )
            {
                var (next, _) = await FirstAsync(TableClient.CreateQueryFilter($"PartitionKey gt {after}"), limit.Token);
                if (next is null)
                {
                    break;
                }

                others.Add(after = next);
            }

            return new(first is null ? TableReach.NoRows : TableReach.Ready, place, others, off);
        }
        catch (RequestFailedException e)
        {
            return new(
                e.Status switch
                {
                    404 when e.ErrorCode == "TableNotFound" => TableReach.NoTable,
                    401 or 403 => TableReach.NotAllowed,
                    _ => TableReach.Silent,
                },
                place,
                [],
                null
            );
        }
        catch (AuthenticationFailedException)
        {
            return new(TableReach.NoToken, place, [], null);
        }
        catch (Exception e) when (e is AggregateException or OperationCanceledException && !cancellationToken.IsCancellationRequested)
        {
            return new(TableReach.Silent, place, [], null);
        }
    }

    /// <summary>
    /// Whether the host's identity may write: tried with a change of a row that is not there, which changes nothing.
    /// </summary>
    public async Task<bool> MayWriteAsync(CancellationToken cancellationToken)
    {
        try
        {
            await table.UpdateEntityAsync(
                new TableEntity(partnership.Code, "meta|no-such-row"),
                ETag.All,
                TableUpdateMode.Merge,
                cancellationToken
            );
            return true;
        }
        catch (RequestFailedException e)
        {
            return e.Status == 404;
        }
    }

    private async Task<(string? Partition, TimeSpan Off)> FirstAsync(string filter, CancellationToken stop)
    {
        var began = Stopwatch.GetTimestamp();
        var now = TimeProvider.System.GetUtcNow();
        await foreach (
            var page in table.QueryAsync<TableEntity>(filter, maxPerPage: 1, select: ["PartitionKey"], cancellationToken: stop).AsPages()
        )
        {
            // A service may answer with an empty page and more to come.
            if (page.Values.Count > 0 || page.ContinuationToken is null)
            {
                var at = now + Stopwatch.GetElapsedTime(began) / 2;
                return (
                    page.Values.Count > 0 ? page.Values[0].PartitionKey : null,
                    page.GetRawResponse().Headers.Date is { } theirs ? at - theirs : TimeSpan.Zero
                );
            }
        }

        return (null, TimeSpan.Zero);
    }
}
