using System.Collections.Immutable;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Forms;
using SafeguardingTeams.Domain.Forms.InitialScoping;
using SafeguardingTeams.Domain.Forms.ScopingRequest;

namespace SafeguardingTeams.Domain.Steps.Scoping;

/// <summary>The form an agency fills in, with what is known already: section 1 as rows to compare (B4).</summary>
public static class PrefilledReturn
{
    /// <summary>Section 1, detail by detail, of what operations filled in. Only what we hold is asked about.</summary>
    public static Answers Of(CaseFile file) => With(Answers.None, SectionOne.Now(file).Details.Select(detail => detail.Row));

    /// <summary>
    /// A return begun earlier, with section 1 as it stands now: what was said of a detail that is unchanged is kept with it, all else
    /// that was said in rows of its own.
    /// </summary>
    public static Answers Over(CaseFile file, Answers begun)
    {
        var rows = begun.RowsOf(InitialScopingV1.Family);
        var stays = rows.Where(row => SaidOfDetails.IsKept(row) || SaidOfDetails.IsUnplaced(row));
        return With(begun, SaidOfDetails.On(SectionOne.Now(file), Asked(file, [.. rows.Except(stays)]), stays));
    }

    /// <summary>
    /// A return read from a Word form, once somebody has said which letter the form came with. The letter alone places nothing: what
    /// the file prints of the whole person has to be what that letter's form prints of them.
    /// </summary>
    /// <param name="letter">Section 1 as that letter's form has it; null where nobody can tell.</param>
    public static Answers Placed(CaseFile file, Answers read, SectionOne? letter)
    {
        var rows = read.RowsOf(InitialScopingV1.Family);
        var unplaced = Unplaced(rows, letter);
        var others = Asked(file, [.. rows.Where(row => !SaidOfDetails.IsUnplaced(row) && !SaidOfDetails.IsKept(row))]);
        return With(read, SaidOfDetails.On(SectionOne.Now(file), others.Concat(unplaced), rows.Where(SaidOfDetails.IsKept)));
    }

    /// <summary>How many answers of a Word form would be kept apart, because it prints something else than that letter's form.</summary>
    public static int PrintedOtherwise(Answers read, SectionOne? letter) =>
        letter is null
            ? 0
            : Unplaced(read.RowsOf(InitialScopingV1.Family), letter).Count(said => said.Of is null && SaidOfDetails.IsAnswered(said.Said));

    private static ImmutableList<SaidOfDetail> Unplaced(ImmutableList<AnswerRow> rows, SectionOne? letter) =>
        [
            .. rows.Where(SaidOfDetails.IsUnplaced)
                .Select(row => (Row: row, Detail: letter?.Asked(SaidOfDetails.KeyOf(row))))
                .GroupBy(each => each.Detail?.Whom ?? "")
                .SelectMany(person =>
                    person.Key.Length > 0 && person.All(each => each.Detail!.IsPrintedIn(each.Row))
                        ? person.Select(each => new SaidOfDetail(each.Detail!, letter, each.Row))
                        : person.Select(each => new SaidOfDetail(AsPrinted(SaidOfDetails.KeyOf(each.Row), each.Row), null, each.Row)
                        {
                            AsTheFileHasIt = letter is not null,
                        })
                ),
        ];

    /// <summary>The form's answers with other rows of section 1.</summary>
    public static Answers With(Answers answers, IEnumerable<AnswerRow> rows) =>
        rows.Aggregate(answers with { Rows = answers.Rows.Remove(InitialScopingV1.Family) }, (made, row) =>
            made.With(InitialScopingV1.Family, row)
        );

    /// <summary>
    /// The details the rows were given about. Rows of before ids stayed with the person count by the section 1 that they are, and only
    /// whole.
    /// </summary>
    private static IEnumerable<SaidOfDetail> Asked(CaseFile file, ImmutableList<AnswerRow> rows)
    {
        var all = SectionOne.All(file);
        if (rows.Exists(row => HeldDetail.Place(row.Id) is not null))
        {
            var whole = all.FindLast(one =>
                one.Details.Count == rows.Count && one.Details.Zip(rows).All(pair => Says(pair.First, pair.Second))
            );
            return rows.Select(
                (row, i) => whole is null ? new SaidOfDetail(AsPrinted(row.Id, row), null, row) : new(whole.Details[i], whole, row)
            );
        }

        return rows.Select(row =>
        {
            var detail = AsPrinted(row.Id, row) with { Whom = WhomOf(rows, row) };
            return new SaidOfDetail(detail, all.FindLast(one => one.Details.Exists(detail.IsThatOf)), row);
        });
    }

    /// <summary>Whom a row is about: where the person is entered and their name, or as printed where that is all there is.</summary>
    public static string Whom(ImmutableList<AnswerRow> all, AnswerRow row) =>
        HeldDetail.Place(row.Id) is not null || SaidOfDetails.IsKept(row) ? row[Page.Matching.Of] : WhomOf(all, row);

    private static string WhomOf(ImmutableList<AnswerRow> all, AnswerRow row) =>
        HeldDetail.WhomOf(RequestedPerson.OfDetail(row.Id, id => all.Find(other => other.Id == id)?[Page.Matching.Given] ?? ""));

    /// <summary>A detail as a row shows it, of nobody we know.</summary>
    private static HeldDetail AsPrinted(string id, AnswerRow row) =>
        new(id, "", row[Page.Matching.Of], row[Page.Matching.Detail], row[Page.Matching.Given]);

    private static bool Says(HeldDetail detail, AnswerRow row) =>
        (detail.Of, detail.Detail, detail.Given) == (row[Page.Matching.Of], row[Page.Matching.Detail], row[Page.Matching.Given]);
}
