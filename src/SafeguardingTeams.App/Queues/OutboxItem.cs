using System.Globalization;
using SafeguardingTeams.App.Storage;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.App.Queues;

/// <summary>One effect not yet done, for one person.</summary>
/// <param name="PersonId">For whom.</param>
/// <param name="Since">When it was committed.</param>
internal sealed record OutboxItem(RecordRef Record, CardKind Kind, string PersonId, DateTimeOffset Since) : QueueItem(Since)
{
    /// <summary>Which of several messages of the kind.</summary>
    internal Topic About { get; init; } = Topic.None;

    /// <summary>Whether only a message that is there already is drawn anew.</summary>
    internal bool OnlyIfShown { get; init; }

    /// <summary>Whether the person no longer has the role the message was for.</summary>
    internal bool Former { get; init; }

    /// <summary>Whether a try ended without our knowing whether the message went.</summary>
    internal bool OutcomeUnknown { get; init; }

    /// <summary>Whether a try was begun and never ended: it may have been cut off after the message went.</summary>
    internal bool WasCutOff => Attempts > 0 && NotBefore > DateTimeOffset.MinValue && Why.Length == 0;

    /// <inheritdoc/>
    internal override bool IsInHand => WasCutOff;

    /// <summary>Begun once more. Whoever was cut off while they had it may have posted it.</summary>
    internal override OutboxItem Begun(DateTimeOffset until) =>
        this with
        {
            Attempts = Attempts + 1,
            NotBefore = until,
            Why = "",
            OutcomeUnknown = OutcomeUnknown || WasCutOff,
        };

    internal override OutboxItem Waiting(DateTimeOffset until) => this with { NotBefore = until, Why = "waiting" };

    internal override OutboxItem DeadLettered(string why) => this with { NotBefore = DateTimeOffset.MinValue, Why = why };

    internal override OutboxItem PutBack() => this with { NotBefore = DateTimeOffset.MinValue, Why = "", Attempts = 0 };

    internal override Dictionary<string, string> Fields() =>
        new()
        {
            ["case"] = Record.ToString(),
            ["kind"] = Kind.ToString(),
            ["about"] = About.ToString(),
            ["onlyIfShown"] = OnlyIfShown ? "yes" : "no",
            ["former"] = Former ? "yes" : "no",
            ["person"] = PersonId,
            ["since"] = Since.ToString("O", CultureInfo.InvariantCulture),
            ["attempts"] = Attempts.ToString(CultureInfo.InvariantCulture),
            ["notBefore"] = NotBefore.ToString("O", CultureInfo.InvariantCulture),
            ["mayHaveGone"] = OutcomeUnknown ? "yes" : "no",
            ["why"] = Why,
        };

    internal static OutboxItem From(Row row) =>
        new(
            RecordRef.Parse(row["case"]),
            Enum.Parse<CardKind>(row["kind"]),
            row["person"],
            DateTimeOffset.Parse(row["since"], CultureInfo.InvariantCulture)
        )
        {
            About = Topic.Parse(row["about"]),
            OnlyIfShown = row["onlyIfShown"] == "yes",
            Former = row["former"] == "yes",
            Attempts = int.Parse(row["attempts"], CultureInfo.InvariantCulture),
            NotBefore = DateTimeOffset.Parse(row["notBefore"], CultureInfo.InvariantCulture),
            OutcomeUnknown = row["mayHaveGone"] == "yes",
            Why = row["why"],
        };
}
