using System.Collections.Immutable;

namespace SafeguardingTeams.Domain.SmallNumbers;

/// <summary>One who is counted, such as a child: by a year and by coded characteristics, never by a name (E25).</summary>
/// <param name="Year">The year it is counted in, by the calendar year in which it begins.</param>
/// <param name="Is">What is known of them: for each characteristic the code of one of its values.</param>
public sealed record Counted(int Year, ImmutableSortedDictionary<string, string> Is)
{
    /// <summary>The cell of a table they are counted in.</summary>
    internal string CellOf(ImmutableList<string> characteristics) =>
        characteristics.Count == 1 ? Is[characteristics[0]] : string.Join('|', characteristics.Select(one => Is[one]));

    /// <summary>The same one with another value of a characteristic.</summary>
    internal Counted With(string characteristic, string value) => this with { Is = Is.SetItem(characteristic, value) };

    /// <summary>The same one by some of the characteristics.</summary>
    internal Counted Only(ImmutableSortedSet<string> characteristics) =>
        this with
        {
            Is = Is.RemoveRange(Is.Keys.Where(one => !characteristics.Contains(one))),
        };

    /// <inheritdoc/>
    public bool Equals(Counted? other) => other is not null && Year == other.Year && Is.SequenceEqual(other.Is);

    /// <inheritdoc/>
    public override int GetHashCode() => Is.Aggregate(Year, (hash, one) => HashCode.Combine(hash, one.Key, one.Value));
}

/// <summary>A table that is wanted: how many there were, by one characteristic or by several crossed.</summary>
/// <param name="Id">Names it, the same in every report.</param>
/// <param name="FirstYear">The first of the years that are put together.</param>
/// <param name="LastYear">The last of them.</param>
public sealed record WantedTable(string Id, ImmutableList<string> Characteristics, int FirstYear, int LastYear);

/// <summary>A table as it is issued, or was.</summary>
/// <param name="Total">How many there were in all: counts of incidents stay as they are (E25).</param>
/// <param name="IsWithheld">Whether none of its cells is shown, because those that could be would give away the others.</param>
/// <param name="Cells">Every cell that is not zero, by key; a key that is not here is zero, unless the table is withheld.</param>
public sealed record IssuedTable(
    string Id,
    ImmutableList<string> Characteristics,
    int FirstYear,
    int LastYear,
    int Total,
    bool IsWithheld,
    ImmutableList<IssuedCell> Cells
)
{
    /// <summary>Whether a year is among those that are put together.</summary>
    public bool Covers(int year) => year >= FirstYear && year <= LastYear;

    /// <summary>The table of the same characteristics over other years.</summary>
    internal WantedTable Wanted(int firstYear, int lastYear) => new(Id, Characteristics, firstYear, lastYear);
}

/// <summary>A cell of a table.</summary>
/// <param name="Key">The code of its value; of crossed characteristics the codes, in order, with a bar between.</param>
/// <param name="Count">How many; null where it is hidden. What is hidden is 1 or more: zero is shown as zero.</param>
public sealed record IssuedCell(string Key, int? Count);
