using System.Security.Cryptography;
using System.Text;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Deciding;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Cards.Case;

namespace SafeguardingTeams.App.Carriers;

/// <summary>One press by somebody we know: the action, who, and what the next drawing needs.</summary>
/// <param name="Action">As it arrived.</param>
/// <param name="Actor">Who.</param>
/// <param name="Context">For the next card.</param>
/// <param name="Data">Keys by name, inputs by <c>in:</c> and name.</param>
public sealed record Press(CardAction Action, Actor Actor, CardContext Context, IReadOnlyDictionary<string, string> Data)
{
    /// <summary>A key of the card, or empty.</summary>
    internal string Key(string key) => Data.GetValueOrDefault(key, "");

    /// <summary>An input, or empty.</summary>
    internal string Input(string name) => Data.GetValueOrDefault($"in:{name}", "");

    /// <summary>Whether the card has an input, filled in or not.</summary>
    internal bool Has(string name) => Data.ContainsKey($"in:{name}");

    /// <summary>Whether the card was sent, as against only opened.</summary>
    internal bool Does => Key(Verbs.Do).Length > 0;

    /// <summary>The case the card names, if it names one.</summary>
    internal CaseId? CaseId => Domain.Cases.CaseId.TryParse(Key("case"));

    /// <summary>Lines to look at beside the page of criteria: earlier cases with the same themes.</summary>
    internal IReadOnlyList<string> Earlier { get; init; } = [];

    /// <summary>The case a form belongs to, for what the form says of it.</summary>
    internal CaseFile? File { get; init; }

    /// <summary>When those who are to come are busy, for the card that plans the meeting.</summary>
    internal IReadOnlyList<string> Busy { get; init; } = [];

    /// <summary>The inputs as typed.</summary>
    internal Filled Filled(params IEnumerable<Refusal> refusals) =>
        new(
            Data.Where(pair => pair.Key.StartsWith("in:", StringComparison.Ordinal))
                .ToDictionary(pair => pair.Key[3..], pair => pair.Value),
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
            var press = Key("press") is { Length: > 0 and <= 64 } given ? given : Context.Press;
            var said = string.Join(
                '|',
                Data.Where(pair => pair.Key != "press")
                    .OrderBy(pair => pair.Key, StringComparer.Ordinal)
                    .Select(pair => $"{pair.Key.Length}:{pair.Key}{pair.Value.Length}:{pair.Value}")
            );
            return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{Actor.PersonId}|{Action.Verb}|{press}|{said}")))[
                ..32
            ];
        }
    }
}
