using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using SafeguardingTeams.Domain.Figures;
using SafeguardingTeams.Domain.SmallNumbers;

namespace SafeguardingTeams.Domain.Group;

/// <summary>A report of the group, as operations put it before the Chair, and as it was issued (E7, E24).</summary>
/// <param name="Number">From 1, in the order they were put before the Chair.</param>
/// <param name="PutForwardBy">Who did, as others saw them.</param>
public sealed record GroupReport(
    int Number,
    GroupReportKind Kind,
    ReportPeriod Period,
    ReportTexts Texts,
    DateTimeOffset PutForwardAt,
    string PutForwardBy
)
{
    /// <summary>As it was issued: from then on it is fixed (E24). Null while it is a draft.</summary>
    public IssuedReport? Issued { get; init; }

    /// <summary>Its words that are names on record, and of which operations said that they name nobody here.</summary>
    public ImmutableList<string> NotNames { get; init; } = [];

    /// <summary>The year it is about, by the calendar year in which it begins (E24); of an update, the year its last day is in.</summary>
    public int Year => ReportPeriod.YearOf(Period.To);
}

/// <summary>To whom the group reports (E7).</summary>
public enum GroupReportKind
{
    /// <summary>The group's part of the partnership's yearly report, 1 April to 31 March (E24).</summary>
    Yearly,

    /// <summary>An update to the Executive Partnership.</summary>
    Executive,

    /// <summary>To the Development, Monitoring and Challenge Partnership: how learning is spread, watched, and what it did.</summary>
    Monitoring,

    /// <summary>What the Audit Group is told.</summary>
    AuditGroup,
}

/// <summary>What people write for a report; no name of a child, relative or practitioner.</summary>
/// <param name="Changed">What changed for children, with what shows it.</param>
/// <param name="NotMoved">What did not move, and why.</param>
/// <param name="Longest">Why what took longest took so long; may be empty.</param>
public sealed record ReportTexts(string Changed, string NotMoved, string Longest)
{
    /// <summary>The longest of them, in characters.</summary>
    public const int LongestText = 4000;
}

/// <summary>What of a report is counted.</summary>
/// <param name="Tables">Tables in which small numbers are hidden (E25); none in an update.</param>
/// <param name="Names">What themes, agencies and seats were called, by their ids.</param>
/// <param name="Corrections">What earlier reports would say today (E24).</param>
public sealed record CountedReport(
    ImmutableList<Figure> Figures,
    ImmutableList<IssuedTable> Tables,
    ImmutableSortedDictionary<string, string> Names,
    ImmutableList<Correction> Corrections
)
{
    /// <summary>The fingerprint of all of it and of what was written for it: SHA-256, in lower-case hexadecimal.</summary>
    public string Fingerprint(ReportTexts texts)
    {
        var all = new StringBuilder();
        void Add(params ReadOnlySpan<object?> parts)
        {
            foreach (var part in parts)
            {
                var text = Convert.ToString(part, CultureInfo.InvariantCulture) ?? "";
                all.Append(CultureInfo.InvariantCulture, $"{text.Length}:{text}");
            }
        }

        Add(texts.Changed, texts.NotMoved, texts.Longest);
        Figures.ForEach(one => Add("figure", one.Table, one.Row, one.Column, one.Count, one.Of));
        foreach (var table in Tables)
        {
            Add("table", table.Id, table.FirstYear, table.LastYear, table.Total, table.IsWithheld);
            table.Cells.ForEach(cell => Add(cell.Key, cell.Count));
        }

        foreach (var (id, name) in Names)
        {
            Add("name", id, name);
        }

        Corrections.ForEach(one => Add("correction", one.Year, one.Table, one.Row, one.Column, one.Issued, one.Now));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(all.ToString())));
    }
}

/// <summary>A report as it was issued.</summary>
/// <param name="By">Who issued it, as others saw them.</param>
/// <param name="Sha256">The fingerprint of what it says.</param>
public sealed record IssuedReport(DateTimeOffset At, string By, CountedReport Content, string Sha256);

/// <summary>A yearly report that was published (E24).</summary>
/// <param name="Year">By the calendar year in which it begins.</param>
/// <param name="Where">A link, or where else it can be read.</param>
public sealed record PublishedReport(int Year, DateOnly On, string Where);
