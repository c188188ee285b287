using System.Collections.Immutable;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.Presentation.Cards.Forms;

/// <summary>What somebody typed into a step's card, and what was wrong with it.</summary>
/// <param name="Typed">By input name.</param>
/// <param name="Refusals">Said beside the field they name, else on top.</param>
public sealed record Filled(IReadOnlyDictionary<string, string> Typed, ImmutableList<Refusal> Refusals)
{
    /// <summary>Before the name of an answer of another page of the same form, in the key of a button that carries it along.</summary>
    public const string Kept = "kept:";

    /// <summary>A card nobody has filled in yet.</summary>
    public static Filled Nothing { get; } = new(ImmutableDictionary<string, string>.Empty, []);

    /// <summary>What was typed, or empty.</summary>
    public string this[string name] => Typed.GetValueOrDefault(name, "");

    /// <summary>What was typed into these inputs, as keys for a button of another page of the same form.</summary>
    public (string Key, string Value)[] Keep(params IEnumerable<string> names) =>
        [.. names.Where(name => this[name].Length > 0).Select(name => ($"{Kept}{name}", this[name]))];
}
