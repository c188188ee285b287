using System.Collections.Immutable;

namespace SafeguardingTeams.Domain.Records;

/// <summary>A theme of the list the partnership keeps; its id stays, whatever it is called.</summary>
/// <param name="Id">Says nothing: it stands in keys of rows.</param>
/// <param name="Name">What it is called now.</param>
/// <param name="RetiredBecause">Why it is chosen no more; empty while it is in use.</param>
public sealed record Theme(string Id, string Name, string RetiredBecause = "")
{
    /// <summary>The longest name, in characters.</summary>
    public const int LongestName = 80;

    /// <summary>The most themes in use: a card on which a decision is filled to its limits holds as many beside it.</summary>
    public const int MostInUse = 50;

    /// <summary>The most themes of the list, retired ones counted.</summary>
    public const int Most = 120;

    /// <summary>The most themes of one record.</summary>
    public const int MostOfARecord = 6;

    /// <summary>Whether it can be chosen.</summary>
    public bool IsInUse => RetiredBecause.Length == 0;
}

/// <summary>A theme that a record carries.</summary>
/// <param name="Name">What it was called when it was chosen.</param>
public sealed record ChosenTheme(string Id, string Name)
{
    /// <summary>What it is called now, by the list; where the list does not have it, what it was called then.</summary>
    public string NameBy(ImmutableList<Theme> list) => list.Find(theme => theme.Id == Id)?.Name ?? Name;

    /// <summary>
    /// The themes of these ids, in the order of the list, each once: those in use, and those the record carries already. Null where one
    /// of them is neither.
    /// </summary>
    /// <param name="ids">What was chosen.</param>
    /// <param name="list">The partnership's list.</param>
    /// <param name="there">What the record carries.</param>
    internal static ImmutableList<ChosenTheme>? Of(ImmutableList<string> ids, ImmutableList<Theme> list, ImmutableList<ChosenTheme> there)
    {
        ImmutableList<ChosenTheme> offered =
        [
            .. list.Where(theme => theme.IsInUse && !there.Exists(chosen => chosen.Id == theme.Id))
                .Select(theme => new ChosenTheme(theme.Id, theme.Name))
                .Concat(there)
                .OrderBy(chosen => list.FindIndex(theme => theme.Id == chosen.Id)),
        ];
        return ids.TrueForAll(id => offered.Exists(one => one.Id == id)) ? offered.RemoveAll(one => !ids.Contains(one.Id)) : null;
    }
}
