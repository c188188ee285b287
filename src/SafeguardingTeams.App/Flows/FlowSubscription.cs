using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using SafeguardingTeams.App.Queues;
using SafeguardingTeams.App.Storage;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.App.Flows;

/// <summary>
/// A subscription as it is stored. Its row is the lease of its deliveries too, and says until when none of them is tried: what has failed
/// has the others wait.
/// </summary>
/// <param name="Id">Given by chance: nobody guesses it.</param>
/// <param name="Filter">What it asks for; null where it waits for the answers to one question.</param>
/// <param name="Callback">Where to post: as good as a password.</param>
internal sealed record FlowSubscription(string Id, FlowSubscriber By, FlowFilter? Filter, string Callback)
{
    /// <summary>The record of the question it waits for, and which; null where it does not.</summary>
    internal (RecordRef Record, string Question)? Waits { get; init; }

    /// <summary>Whether what it waited for is on its way: it ends with that.</summary>
    internal bool Answered { get; init; }

    /// <summary>Nothing is tried before.</summary>
    internal DateTimeOffset NotBefore { get; init; } = DateTimeOffset.MinValue;

    /// <summary>How many tries have failed since the last that did not.</summary>
    internal int Failures { get; init; }

    /// <summary>The same for the same wish, and nothing else: a repeated one finds what stands already.</summary>
    internal string Wish =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', Fields().Values.Take(WishFields))))[..16]);

    /// <summary>How many of the fields, from the first, say what is asked by whom.</summary>
    private const int WishFields = 11;

    internal Dictionary<string, string> Fields()
    {
        var (by, tenant, account, person) = By switch
        {
            FlowSubscriber.Person one => ("person", one.Account.TenantId, one.Account.ObjectId, one.PersonId),
            FlowSubscriber.Application one => ("application", one.TenantId, one.ClientId, ""),
            _ => throw new InvalidOperationException("An unknown kind of subscriber."),
        };
        return new()
        {
            ["by"] = by,
            ["tenant"] = tenant,
            ["account"] = account,
            ["person"] = person,
            ["trigger"] = Filter?.Trigger.ToString() ?? "",
            ["kind"] = Filter?.Kind.ToString() ?? "",
            ["step"] = Filter?.Step ?? "",
            ["task"] = Filter?.Task ?? "",
            ["record"] = Waits?.Record.ToString() ?? "",
            ["question"] = Waits?.Question ?? "",
            ["callback"] = Callback,
            ["answered"] = Answered ? "yes" : "no",
            ["notBefore"] = NotBefore.ToString("O", CultureInfo.InvariantCulture),
            ["failures"] = Failures.ToString(CultureInfo.InvariantCulture),
        };
    }

    internal static FlowSubscription From(Row row) =>
        new(
            row.Key[Keys.Subscriptions.Length..],
            row["by"] == "person"
                ? new FlowSubscriber.Person(new(row["tenant"], row["account"]), row["person"])
                : new FlowSubscriber.Application(row["tenant"], row["account"]),
            row["trigger"].Length == 0
                ? null
                : new(
                    Enum.Parse<FlowTrigger>(row["trigger"]),
                    row["kind"].Length == 0 ? null : Enum.Parse<RecordKind>(row["kind"]),
                    row["step"],
                    row["task"]
                ),
            row["callback"]
        )
        {
            Waits = row["record"].Length == 0 ? null : (RecordRef.Parse(row["record"]), row["question"]),
            Answered = row["answered"] == "yes",
            NotBefore = DateTimeOffset.Parse(row["notBefore"], CultureInfo.InvariantCulture),
            Failures = int.Parse(row["failures"], CultureInfo.InvariantCulture),
        };

    /// <summary>The row let go, in this state.</summary>
    internal RowWrite LetGo(Row held) => new RowWrite.Replace(held.Key, Lease.LetGo(Fields()), held.ETag);
}
