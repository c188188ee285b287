using System.Collections.Immutable;
using SafeguardingTeams.Domain.Forms;
using SafeguardingTeams.Domain.Steps.Scoping;

namespace SafeguardingTeams.Presentation.Documents.Intake;

/// <summary>
/// What a file says of section 1, put on section 1 as it stands now. Each row is taken as an answer about what its own form asked,
/// never about what stands in that place now; what no longer fits is kept and said (B4, B6).
/// </summary>
/// <param name="page">The page of section 1.</param>
/// <param name="all">Every section 1 that ever stood, oldest first.</param>
/// <param name="said">Takes what the person who reads the form in is told.</param>
internal sealed class IntakeSectionOne(Page.Matching page, ImmutableList<SectionOne> all, ImmutableArray<string>.Builder said)
{
    private SectionOne Now => all[^1];

    /// <summary>The rows of the return.</summary>
    internal IEnumerable<AnswerRow> Place(ImmutableList<FileRow> rows)
    {
        var (first, copies) = Copies(rows);
        var silent = first.FindAll(row => Numbered(row) is null);
        var whole = silent.IsEmpty ? null : WhichSectionOne.Of(silent, all);
        var asked = first
            .Where(row => Numbered(row) is not null || whole is not null)
            .Select(row => (Row: row, One: Numbered(row) ?? whole!, Detail: row.In(Numbered(row) ?? whole!)!))
            .ToImmutableList();
        var placed = asked
            .GroupBy(each => (each.One.Number, each.Detail.Whom))
            .SelectMany(person => Person([.. person]))
            .Concat(copies.SelectMany(Copy))
            .ToImmutableList();
        if (whole is null && silent.Count(row => row.IsAnswered) is > 0 and var waiting)
        {
            said.Add(
                $"{page.Title}: section 1 has been put right since forms went to this agency, and we cannot tell which letter "
                    + "this one came with. "
                    + $"You are asked when you open the draft. Its {waiting} answers of section 1 wait for that."
            );
        }

        Unfit(placed);
        Missing(asked, copies, whole is null && !silent.IsEmpty);
        return SaidOfDetails
            .On(Now, placed, [])
            .Concat(
                // Those without an answer too: what is printed of a person is compared as a whole once somebody has said which letter.
                whole is null
                && silent.Exists(row => row.IsAnswered)
                    ? silent.Select(row =>
                        SaidOfDetails.Unplaced(
                            all.Select(row.In).FirstOrDefault(detail => detail is not null && HeldDetail.Place(row.Key) is null)?.Id
                                ?? row.Key,
                            row.Said
                        )
                    )
                    : []
            );
    }

    /// <summary>
    /// A row copied by hand has the tags of the one it was copied from, and may be about anybody. Of rows with the same tags the one that
    /// prints all of the detail is ours; where none does, or several do, all of them are copies.
    /// </summary>
    private (ImmutableList<FileRow> First, ImmutableList<FileRow> Copies) Copies(ImmutableList<FileRow> rows)
    {
        var first = rows.GroupBy(row => (row.Key, Numbered(row)?.Number ?? 0))
            .Select(same => Ours([.. same]))
            .OfType<FileRow>()
            .ToImmutableList();
        return (first, rows.RemoveAll(row => first.Exists(one => ReferenceEquals(one, row))));
    }

    private FileRow? Ours(ImmutableList<FileRow> same)
    {
        if (same.Count == 1)
        {
            return same[0];
        }

        var ours = same.FindAll(row =>
            Numbered(row) is { } one ? row.Prints(row.In(one)!) : all.Exists(one => row.In(one) is { } detail && row.Prints(detail))
        );
        return ours.Count == 1 ? ours[0] : null;
    }

    private SectionOne? Numbered(FileRow row) =>
        row.SectionOne > 0 && all.Find(one => one.Number == row.SectionOne) is { } one && row.In(one) is not null ? one : null;

    /// <summary>The answers about one person; of nobody we know where somebody wrote another person over what we had printed.</summary>
    private IEnumerable<SaidOfDetail> Person(ImmutableList<(FileRow Row, SectionOne One, HeldDetail Detail)> rows)
    {
        if (rows.TrueForAll(each => each.Row.PrintsPersonOf(each.Detail)))
        {
            return rows.Select(each =>
                each.Row.IsOverwrittenIn(each.Detail) ? Overwritten(each.Row, each.Detail) : new(each.Detail, each.One, each.Row.Said)
            );
        }

        if (rows.Exists(each => each.Row.IsAnswered))
        {
            said.Add(
                $"{rows[0].Detail.Of}: what was printed here has been changed, so these answers may be about somebody else. "
                    + "They are kept in rows of their own. Look at the file."
            );
        }

        return rows.Select(each => AsPrinted(each.Row));
    }

    private SaidOfDetail Overwritten(FileRow row, HeldDetail detail)
    {
        said.Add(
            $"{detail.Of}, {detail.Detail}: what we hold was changed in the file, "
                + $"from “{Forms.FormFields.Given(detail.Row)}” to “{row.Printed.Given}”. "
                + $"What the agency answered is kept in a row of its own: {Answer(row.Said)}."
        );
        return AsPrinted(row);
    }

    private static SaidOfDetail AsPrinted(FileRow row) => new(row.Printed, null, row.Said) { AsTheFileHasIt = true };

    private IEnumerable<SaidOfDetail> Copy(FileRow row)
    {
        if (row.IsAnswered)
        {
            said.Add(
                $"{row.Printed.Of}, {row.Printed.Detail}: this row was copied, so it may be about somebody else. "
                    + "What it says is kept in a row of its own. Look at the file."
            );
            yield return AsPrinted(row);
        }
    }

    private void Unfit(ImmutableList<SaidOfDetail> placed)
    {
        var answered = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (detail, one, row) in placed.Where(each => each.Of is not null && SaidOfDetails.IsAnswered(each.Said)))
        {
            if (!Now.Details.Exists(now => now.IsThatOf(detail)))
            {
                said.Add(
                    $"{detail.Of}, {detail.Detail} – the form asked about “{Forms.FormFields.Given(detail.Row)}”, "
                        + $"as section 1 had it from {one!.Called}. "
                        + "Section 1 has been put right since. "
                        + $"What the agency answered is kept in a row of its own: {Answer(row)}."
                );
            }
            else if (!answered.TryAdd(detail.Id, Answer(row)) && answered[detail.Id] != Answer(row))
            {
                said.Add(
                    $"{detail.Of}, {detail.Detail} – the file has more than one answer. The first is taken; "
                        + $"this one is kept in a row of its own: {Answer(row)}."
                );
            }
        }
    }

    private string Answer(AnswerRow row) =>
        string.Join(
            " – ",
            page.Questions.Select(question => (question, text: row[question.Id]))
                .Where(each => each.text.Length > 0)
                .Select(each =>
                    each.question.Kind is AnswerKind.Choice choice
                    && choice.Options.FirstOrDefault(option => option.Value == each.text) is { } option
                        ? option.Label
                        : $"“{each.text}”"
                )
        );

    /// <summary>Fields that were in the form and are gone, and details that were never in it.</summary>
    private void Missing(ImmutableList<(FileRow Row, SectionOne One, HeldDetail Detail)> asked, ImmutableList<FileRow> copies, bool waits)
    {
        var form = asked.GroupBy(each => each.One).MaxBy(group => group.Count())?.Key ?? (waits ? null : Now);
        bool IsThere(HeldDetail detail) => asked.Exists(each => each.Detail == detail) || copies.Exists(row => row.In(form!) == detail);
        foreach (var gone in (form?.Details ?? []).Where(detail => !IsThere(detail)))
        {
            said.Add($"{gone.Of}, {gone.Detail} – the field is no longer in the file. If there is an answer, it stands beside the fields.");
        }

        var never = form is null ? [] : Now.Details.Where(detail => !form.Details.Exists(detail.IsThatOf));
        said.AddRange(
            never
                .GroupBy(detail => detail.Of)
                .Select(person =>
                    $"{person.Key}: {string.Join(", ", person.Select(detail => detail.Detail.ToLowerInvariant()))} – not in the "
                    + "form that came back. Ask the agency."
                )
        );
    }
}
