using System.Security.Cryptography;
using System.Text;
using SafeguardingTeams.App.Ports;
using SafeguardingTeams.App.Reading;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Cards.Forms;

namespace SafeguardingTeams.App.CardActions;

/// <summary>One press by somebody we know: the action, who, and what the next drawing needs.</summary>
/// <param name="Action">As it arrived.</param>
/// <param name="Context">For the next card.</param>
/// <param name="Data">Keys by name, inputs by <c>in:</c> and name.</param>
public sealed partial record CardInvocation(CardAction Action, Actor Actor, CardContext Context, IReadOnlyDictionary<string, string> Data)
{
    private const string Kept = Presentation.Cards.Forms.Filled.Kept;

    /// <summary>Who looks, for the record of reads.</summary>
    internal Reader Reader => new(Context.CardInvocation, Actor, Context.Now, Action.Verb, Action.Channel);

    /// <summary>A key of the card, or empty.</summary>
    internal string Key(string key) => Data.GetValueOrDefault(key, "");

    /// <summary>An input, else what another page of the same form was answered with and the button carries along, or empty.</summary>
    internal string Input(string name) => Data.TryGetValue($"in:{name}", out var typed) ? typed : Key($"{Kept}{name}");

    /// <summary>Whether the card has an input, filled in or not.</summary>
    internal bool Has(string name) => Data.ContainsKey($"in:{name}");

    /// <summary>Whether the card was sent, as against only opened.</summary>
    internal bool Does => Key(Verbs.Do).Length > 0;

    /// <summary>The record the card names, if it names one.</summary>
    internal RecordRef? Record => RecordRef.TryParse(Key("case"));

    /// <summary>The case the card names, if it names one.</summary>
    internal CaseId? CaseId => Domain.Records.CaseId.TryParse(Key("case"));

    /// <summary>Lines to look at beside the page of criteria: earlier cases with the same themes.</summary>
    internal IReadOnlyList<string> Earlier { get; init; } = [];

    /// <summary>Who began the return that this person goes on with; empty where nobody did.</summary>
    internal string ReturnBegunBy { get; init; } = "";

    /// <summary>The case a form belongs to, for what the form says of it.</summary>
    internal CaseFile? File { get; init; }

    /// <summary>When those who are to come are busy, for the card that plans the meeting.</summary>
    internal IReadOnlyList<string> Busy { get; init; } = [];

    /// <summary>The inputs as typed, and what the button carries along of another page of the same form.</summary>
    internal Filled Filled(params IEnumerable<Refusal> refusals) =>
        new(
            new[] { Kept, "in:" }
                .SelectMany(prefix =>
                    Data.Where(pair => pair.Key.StartsWith(prefix, StringComparison.Ordinal))
                        .Select(pair => (Name: pair.Key[prefix.Length..], pair.Value))
                )
                .GroupBy(one => one.Name, StringComparer.Ordinal)
                .ToDictionary(one => one.Key, one => one.Last().Value),
            [.. refusals]
        );

    /// <summary>
    /// The id of this wish: the same for a double press and for Teams delivering again, another for every new drawing of the
    /// card, and for another button or other words on the same card. A card without a press id (none of ours that does
    /// anything) gets one of its own.
    /// </summary>
    internal string CommandId
    {
        get
        {
            var invocation = Key("press") is { Length: > 0 and <= 64 } given ? given : Context.CardInvocation;
            var said = string.Join(
                '|',
                Data.Where(pair => pair.Key != "press")
                    .OrderBy(pair => pair.Key, StringComparer.Ordinal)
                    .Select(pair => $"{pair.Key.Length}:{pair.Key}{pair.Value.Length}:{pair.Value}")
            );
            return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{Actor.PersonId}|{Action.Verb}|{invocation}|{said}")))[
                ..32
            ];
        }
    }
}
