using SafeguardingTeams.Domain.Forms;
using SafeguardingTeams.Domain.Forms.RapidReviewReport;
using SafeguardingTeams.Presentation.Documents.Answered;
using SafeguardingTeams.Presentation.Documents.Word;
using static SafeguardingTeams.Presentation.Cards.Parts;
using static SafeguardingTeams.Presentation.Wording.Written;

namespace SafeguardingTeams.Presentation.Documents.Report;

/// <summary>The report of the Rapid Review for the national Panel, laid out as the process document's (B16 to B19, B21).</summary>
public static class ReportDocument
{
    /// <summary>What the report is called.</summary>
    public const string Title = "Report of the Rapid Review: decisions and recommendations";

    /// <summary>What a report and its letter are, that correct one sent before (PD16).</summary>
    /// <param name="day">The day that one was sent.</param>
    public static string Correction(DateOnly day) => $"Correction of our report of {ShortDay(day)}";

    /// <summary>Writes it, complete or not: what is not answered says so.</summary>
    public static ReadOnlyMemory<byte> Write(ReportFacts facts) =>
        WordFile.Write(
            new(
                $"{Title}, {facts.Reference}",
                facts.Reference,
                [
                    Blocks.Title(Title),
                    Blocks.Subtitle($"{facts.Partnership}, for the Child Safeguarding Practice Review Panel"),
                    Blocks.Fact("Reference", facts.Reference),
                    .. facts.Corrects is { } day ? [Blocks.Text($"{Correction(day)}.")] : Array.Empty<Block>(),
                    .. Purpose(facts),
                    .. Background(facts),
                    .. SectionOne(facts),
                    Blocks.Heading(1, "Section 2: The case, the criteria and the guidance"),
                    Blocks.Text(
                        "Filled in at the Rapid Review and agreed by those who took part; where somebody did not agree with "
                            + "the recommendation, section 3 says so."
                    ),
                    .. facts
                        .Form.Pages.TakeWhile(page => page.Id != RapidReviewReportForms.Recommendation)
                        .SelectMany(page => Pages(facts).Of(page, 2)),
                    .. SectionThree(facts),
                ]
            )
        );

    private static AnsweredPages Pages(ReportFacts facts) => new(facts.Answers, RapidReviewReportForms.AsksForOutcome);

    private static IEnumerable<Block> Purpose(ReportFacts facts)
    {
        var newer = RapidReviewReportForms.AsksForAnalysis(facts.Form);
        return
        [
            Blocks.Heading(1, "Purpose of the Rapid Review"),
            Blocks.Text($"The safeguarding partners held this Rapid Review, as {facts.Guidance} asks, so that they could:"),
            Blocks.Bullets([
                newer
                    ? "bring together what is known of the case and analyse the key episodes of practice"
                    : "bring together what is known of the case, as far as it can be found out quickly",
                "make sure that children are safe now, and share at once what has been learned",
                "look for ways to protect children better and to promote their welfare",
                .. newer
                    ?
                    [
                        "understand the lives of the child and the family, and how racism, other inequalities and protected "
                            + "characteristics affected them and the practice",
                    ]
                    : Array.Empty<string>(),
                "decide what to do next, and whether to carry out a child safeguarding practice review",
            ]),
        ];
    }

    private static IEnumerable<Block> Background(ReportFacts facts) =>
        [
            Blocks.Heading(1, "Background"),
            Blocks.Fact(
                facts.Children.Length > 1 ? "Names of the children" : "Name of the child",
                facts.Children.IsEmpty ? "Not recorded." : string.Join(", ", facts.Children)
            ),
            Blocks.Fact("Date of the Rapid Review", facts.ReviewHeld is { } held ? ShortDay(held) : "Not held yet."),
            Blocks.Fact("How it was held", facts.HowHeld.Length > 0 ? facts.HowHeld : "Not recorded."),
            Blocks.Table(
                "Who took part",
                "Each row is a person who took part in the Rapid Review.",
                [new("Name", 3), new("Job role or title", 4), new("Agency", 4)],
                Rows(facts.Participants.Select(person => new[] { person.Name, person.Role, person.Agency }), 3, "Nobody is recorded.")
            ),
            .. facts.Quorum.Length > 0 ? [Blocks.Text(facts.Quorum)] : Enumerable.Empty<Block>(),
        ];

    private static IEnumerable<Block> SectionOne(ReportFacts facts) =>
        [
            Blocks.Heading(1, "Section 1: Background of the case"),
            Blocks.Heading(2, "Family members and significant others"),
            Blocks.Table(
                "Family members and significant others",
                "Each row is a person: name and address, relationship to the child, date of birth, legal status and ethnic origin.",
                [
                    new("Name and address", 6),
                    new("Relationship to the child", 4),
                    new("Date of birth", 4),
                    new("Legal status", 4),
                    new("Ethnic origin", 4),
                ],
                Rows(
                    facts.Family.Select(person =>
                        new[]
                        {
                            $"{person.Name}\n{person.Address}".Trim(),
                            person.Relationship,
                            person.Born,
                            person.LegalStatus,
                            person.EthnicOrigin,
                        }.Select(text => text.Length > 0 ? text : "Not known")
                    ),
                    5,
                    "Nobody is recorded."
                )
            ),
            Blocks.Heading(2, "Summary of the case"),
            .. Blocks.Told(facts.CaseSummary, "Not recorded."),
            Blocks.Heading(2, "Papers the Rapid Review had"),
            Blocks.Table(
                "Papers",
                "Each row is a paper and whether the Rapid Review had it.",
                [new("Paper", 5), new("Was it there?", 5)],
                Rows(
                    facts.Papers.Select(paper => new[] { paper.Name, paper.Missing.Length == 0 ? "Yes" : $"No: {paper.Missing}" }),
                    2,
                    "None is recorded."
                )
            ),
        ];

    private static IEnumerable<Block> SectionThree(ReportFacts facts) =>
        [
            Blocks.Heading(1, "Section 3: Recommendation"),
            .. facts.Form.Page(RapidReviewReportForms.Recommendation) is Page.Single page ? Pages(facts).Of(page.Questions, page.Id) : [],
            Blocks.Heading(2, "What the words mean"),
            Blocks.Fact("Review", "looks at what happened in order to find out how services and the way they work can be made better."),
            Blocks.Fact("Audit", "checks step by step how well a way of working that has been agreed is being followed."),
            .. facts
                .Form.Pages.SkipWhile(each => each.Id != RapidReviewReportForms.Recommendation)
                .Skip(1)
                .SelectMany(each => Pages(facts).Of(each, 2)),
            Blocks.Heading(2, "Submission to the Panel"),
            Blocks.Fact(
                "Date this report was submitted to the national Panel",
                facts.SubmittedToPanel is { } day ? ShortDay(day) : "Not yet."
            ),
        ];

    private static IEnumerable<IEnumerable<string>> Rows(IEnumerable<IEnumerable<string>> rows, int columns, string nothing) =>
        rows.DefaultIfEmpty(Enumerable.Repeat("", columns - 1).Prepend(nothing));
}
