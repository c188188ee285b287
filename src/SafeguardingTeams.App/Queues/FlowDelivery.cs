using System.Globalization;
using SafeguardingTeams.App.Storage;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.App.Queues;

/// <summary>Something to be posted to one flow.</summary>
/// <param name="Record">What it is about.</param>
/// <param name="Subscription">To which subscription; its callback stands there and nowhere else.</param>
/// <param name="Event">What happened, in a word.</param>
/// <param name="Body">What is posted: codes only.</param>
/// <param name="Since">When it happened.</param>
internal sealed record FlowDelivery(RecordRef Record, string Subscription, string Event, string Body, DateTimeOffset Since)
    : QueueItem(Since)
{
    /// <summary>When it was last asked whether the subscriber may be told.</summary>
    internal DateTimeOffset AskedAt { get; init; }

    /// <summary>What is announced, for asking again; empty where it is the answer to a question.</summary>
    internal string Said { get; init; } = "";

    /// <summary>Whether somebody is at it, as far as is known.</summary>
    internal bool InHand { get; init; }

    /// <summary>Whether it was dead-lettered and is tried again by somebody's wish.</summary>
    internal bool WasPutBack { get; init; }

    internal override bool IsInHand => InHand;

    internal override FlowDelivery Begun(DateTimeOffset until) => this with { Attempts = Attempts + 1, NotBefore = until, InHand = true };

    internal override FlowDelivery Waiting(DateTimeOffset until) => this with { NotBefore = until, InHand = false };

    internal override FlowDelivery DeadLettered(string why) => this with { NotBefore = DateTimeOffset.MinValue, InHand = false, Why = why };

    internal override FlowDelivery PutBack() =>
        this with
        {
            NotBefore = DateTimeOffset.MinValue,
            Why = "",
            Attempts = 0,
            WasPutBack = true,
        };

    internal override Dictionary<string, string> Fields() =>
        new()
        {
            ["case"] = Record.ToString(),
            ["subscription"] = Subscription,
            ["event"] = Event,
            ["body"] = Body,
            ["said"] = Said,
            ["asked"] = AskedAt.ToString("O", CultureInfo.InvariantCulture),
            ["since"] = Since.ToString("O", CultureInfo.InvariantCulture),
            ["attempts"] = Attempts.ToString(CultureInfo.InvariantCulture),
            ["notBefore"] = NotBefore.ToString("O", CultureInfo.InvariantCulture),
            ["inHand"] = InHand ? "yes" : "no",
            ["back"] = WasPutBack ? "yes" : "no",
            ["why"] = Why,
        };

    internal static FlowDelivery From(Row row) =>
        new(
            RecordRef.Parse(row["case"]),
            row["subscription"],
            row["event"],
            row["body"],
            DateTimeOffset.Parse(row["since"], CultureInfo.InvariantCulture)
        )
        {
            Said = row["said"],
            AskedAt = DateTimeOffset.Parse(row["asked"], CultureInfo.InvariantCulture),
            Attempts = int.Parse(row["attempts"], CultureInfo.InvariantCulture),
            NotBefore = DateTimeOffset.Parse(row["notBefore"], CultureInfo.InvariantCulture),
            InHand = row["inHand"] == "yes",
            WasPutBack = row["back"] == "yes",
            Why = row["why"],
        };
}
