using System.Collections.Immutable;
using System.Globalization;
using SafeguardingTeams.Domain.Forms;

namespace SafeguardingTeams.Domain.Steps.Scoping;

/// <summary>What an agency said of a detail, with the detail as it was asked about.</summary>
/// <param name="Of">The section 1 it was asked in; null where that is not known.</param>
/// <param name="Said">The row with the answers.</param>
public sealed record SaidOfDetail(HeldDetail Detail, SectionOne? Of, AnswerRow Said)
{
    /// <summary>Whether the detail is what a file prints: somebody copied the row, or wrote over it.</summary>
    public bool AsTheFileHasIt { get; init; }

    internal string Source =>
        AsTheFileHasIt ? "as the file has it"
        : Of is null ? "as an earlier form has it"
        : $"as the form of {Of.Called} has it";
}

/// <summary>
/// Puts what was said of details on section 1 as it stands now. An answer goes only to the detail it was given about: of the same
/// person, saying the same. Every other is kept in a row of its own that says what it was given about, and nothing is lost.
/// </summary>
public static class SaidOfDetails
{
    private const string KeptMark = "was-",
        UnplacedMark = "file-";

    /// <summary>Whether a row holds what was said of a detail that section 1 does not have any more.</summary>
    public static bool IsKept(AnswerRow row) => row.Id.StartsWith(KeptMark, StringComparison.Ordinal);

    /// <summary>Whether a row holds what a Word form says, and nobody has said yet which letter the form came with.</summary>
    public static bool IsUnplaced(AnswerRow row) => row.Id.StartsWith(UnplacedMark, StringComparison.Ordinal);

    /// <summary>The key of the field an unplaced row was read from.</summary>
    public static string KeyOf(AnswerRow unplaced) => unplaced.Id[UnplacedMark.Length..];

    /// <summary>A row to be placed once somebody has said which letter its form came with.</summary>
    public static AnswerRow Unplaced(string key, AnswerRow said) => said with { Id = $"{UnplacedMark}{key}" };

    /// <summary>Whether anything was said of a detail.</summary>
    public static bool IsAnswered(AnswerRow row) => row.Values.Keys.Any(key => !Facts.Contains(key));

    /// <summary>The rows of section 1 as it stands now with what was said, those kept after them.</summary>
    public static ImmutableList<AnswerRow> On(SectionOne now, IEnumerable<SaidOfDetail> all, IEnumerable<AnswerRow> keptBefore)
    {
        var rows = now.Details.ConvertAll(detail => detail.Row);
        var kept = keptBefore.ToImmutableList();
        foreach (var said in all.Where(one => IsAnswered(one.Said)))
        {
            var at = now.Details.FindIndex(detail => detail.IsThatOf(said.Detail));
            var answered = at < 0 ? null : Answers(said.Said).Aggregate(rows[at], (row, answer) => row.With(answer.Key, answer.Value));
            if (answered is not null && (!IsAnswered(rows[at]) || Same(rows[at], answered)))
            {
                rows = rows.SetItem(at, answered);
            }
            else
            {
                kept = Keep(kept, said);
            }
        }

        return rows.AddRange(kept);
    }

    private static ImmutableList<AnswerRow> Keep(ImmutableList<AnswerRow> kept, SaidOfDetail said)
    {
        var (detail, of) = (said.Detail, said.Of);
        var id = $"{KeptMark}{(of?.Number ?? 0).ToString(CultureInfo.InvariantCulture)}-{detail.Id}";
        var row = Answers(said.Said)
            .Aggregate((detail with { Id = id, Of = $"{detail.Of}, {said.Source}" }).Row, (made, answer) =>
                made.With(answer.Key, answer.Value)
            );
        if (kept.Exists(other => Same(other, row)))
        {
            return kept;
        }

        for (var more = 2; kept.Exists(other => other.Id == row.Id); more++)
        {
            row = row with { Id = $"{id}-{more.ToString(CultureInfo.InvariantCulture)}" };
        }

        return kept.Add(row);
    }

    private static readonly ImmutableHashSet<string> Facts = [Page.Matching.Of, Page.Matching.Detail, Page.Matching.Given];

    private static IEnumerable<KeyValuePair<string, string>> Answers(AnswerRow row) =>
        row.Values.Where(value => !Facts.Contains(value.Key));

    private static bool Same(AnswerRow row, AnswerRow other) => row.Values.SequenceEqual(other.Values);
}
