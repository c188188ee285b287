using System.Collections.Immutable;
using SafeguardingTeams.Domain.Forms;
using SafeguardingTeams.Domain.Steps.Scoping;
using SafeguardingTeams.Presentation.Documents.Forms;
using SafeguardingTeams.Presentation.Documents.Package;
using SafeguardingTeams.Presentation.Documents.Word;

namespace SafeguardingTeams.Presentation.Documents.Intake;

/// <summary>A row of section 1 as a file has it: what is printed in it, and what was answered.</summary>
/// <param name="Key">Which detail, by its fields' tags.</param>
/// <param name="SectionOne">The number of the section 1 the tags say it was asked in; 0 where they say none.</param>
/// <param name="Said">The answers, with person, detail and what we hold as printed.</param>
internal sealed record FileRow(string Key, int SectionOne, AnswerRow Said)
{
    internal bool IsAnswered => SaidOfDetails.IsAnswered(Said);

    /// <summary>The detail it is about in a section 1; null where that has none of its key.</summary>
    internal HeldDetail? In(SectionOne one) =>
        HeldDetail.Place(Key) is not null ? one.Asked(Key) : one.Details.Find(detail => FormTag.DetailKey(detail.Id, 0) == Key);

    /// <summary>As the row of a detail of nobody we know.</summary>
    internal HeldDetail Printed => new(Key, "", Said[Page.Matching.Of], Said[Page.Matching.Detail], Said[Page.Matching.Given]);

    /// <summary>Whether the file prints person and detail as we did, and where the detail is the person's name, that too.</summary>
    internal bool PrintsPersonOf(HeldDetail detail) => PrintsLabelsOf(detail) && (!detail.IsName || PrintsGivenOf(detail));

    /// <summary>Whether it is answered, and something else stands over what we hold: then nobody knows what the answer is about.</summary>
    internal bool IsOverwrittenIn(HeldDetail detail) => IsAnswered && !PrintsGivenOf(detail);

    /// <summary>Whether the file prints what we call person and detail as we did.</summary>
    internal bool PrintsLabelsOf(HeldDetail detail) =>
        Plain(detail.Of) == Plain(Printed.Of) && Plain(detail.Detail) == Plain(Printed.Detail);

    /// <summary>Whether the file prints all of a detail as we did.</summary>
    internal bool Prints(HeldDetail detail) => PrintsPersonOf(detail) && PrintsGivenOf(detail);

    private bool PrintsGivenOf(HeldDetail detail) => Plain(FormFields.Given(detail.Row)) == Plain(Printed.Given);

    private static string Plain(string text) =>
        string.Join(' ', SafeText.Clean(text).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}

/// <summary>
/// Which section 1 the rows of a file were asked in that do not say it themselves, as those of forms from before they did.
/// </summary>
internal static class WhichSectionOne
{
    /// <summary>
    /// The one; null where more than one is possible and they differ on what was answered: then a person is asked, and nothing is guessed.
    /// Those that print what the file prints come first; where somebody wrote over that, those that call every row the same.
    /// </summary>
    internal static SectionOne? Of(ImmutableList<FileRow> rows, ImmutableList<SectionOne> all)
    {
        var possible = all.FindAll(one => rows.TrueForAll(row => row.In(one) is not null));
        ImmutableList<SectionOne> That(Func<FileRow, HeldDetail, bool> prints) =>
            possible.FindAll(one => rows.TrueForAll(row => prints(row, row.In(one)!)));
        ImmutableList<SectionOne>[] levels =
        [
            That((row, detail) => row.Prints(detail)),
            That((row, detail) => row.PrintsPersonOf(detail)),
            That((row, detail) => row.PrintsLabelsOf(detail)),
        ];
        return Agreed(possible) ?? Agreed(levels.FirstOrDefault(some => !some.IsEmpty, []));

        SectionOne? Agreed(ImmutableList<SectionOne> some) =>
            !some.IsEmpty && some.TrueForAll(one => rows.TrueForAll(row => !row.IsAnswered || row.In(one)!.IsThatOf(row.In(some[^1])!)))
                ? some[^1]
                : null;
    }
}
