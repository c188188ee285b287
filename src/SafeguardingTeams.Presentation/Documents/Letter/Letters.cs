using System.Collections.Immutable;
using System.Globalization;
using SafeguardingTeams.Presentation.Documents.Word;
using static SafeguardingTeams.Presentation.Wording.Written;

namespace SafeguardingTeams.Presentation.Documents.Letter;

/// <summary>A letter, or why there is none.</summary>
public abstract record LetterDrawing
{
    private LetterDrawing() { }

    /// <summary>The letter as a Word document.</summary>
    public sealed record Drawn(ReadOnlyMemory<byte> File) : LetterDrawing;

    /// <summary>Nothing was drawn, for these reasons.</summary>
    public sealed record NotDrawn(ImmutableArray<string> Reasons) : LetterDrawing;
}

/// <summary>Draws letters: a template, and the facts put into it literally, never read as Markdown or as placeholders.</summary>
public static class Letters
{
    private const int EndBlocks = 4;

    /// <summary>The letter that goes to an agency with the scoping form (B3).</summary>
    public static LetterDrawing ScopingLetter(LetterTemplate template, ScopingLetterFacts facts) =>
        Draw(
            template,
            LetterKind.Scoping,
            "Rapid Review: request for information",
            facts.Reference,
            new()
            {
                ["agency"] = facts.Agency,
                ["ask-form"] = Asks.Form,
                ["ask-involvement"] = Asks.Involvement,
                ["ask-secure"] = Asks.Secure,
                ["ask-separate"] = Asks.Separate,
                ["chair-name"] = facts.ChairName,
                ["chair-title"] = facts.ChairTitle,
                ["contact"] = facts.Contact,
                ["date"] = ShortDay(facts.Date),
                ["guidance"] = facts.Guidance,
                ["limit"] = $"{facts.LimitWorkingDays.ToString(CultureInfo.InvariantCulture)} working days",
                ["meeting"] = facts.Meeting,
                ["nil-return"] = Asks.NilReturn,
                ["outline"] = facts.Outline,
                ["partnership"] = facts.Partnership,
                ["reference"] = facts.Reference,
                ["representative"] = facts.Representative,
                ["return-date"] = Day(facts.ReturnBy),
                ["return-time"] = Time(facts.ReturnAt),
                ["return-to"] = facts.ReturnTo,
                ["review-due"] = Day(facts.ReviewDue),
            }
        );

    /// <summary>The letter that goes to the Panel with the report. Not drawn while any condition of B22 is not so.</summary>
    public static LetterDrawing PanelLetter(LetterTemplate template, PanelLetterFacts facts) =>
        facts.Hindrances() is { IsEmpty: false } hindrances
            ? new LetterDrawing.NotDrawn(hindrances)
            : Draw(
                template,
                LetterKind.Panel,
                "Rapid Review: decision for the national Panel",
                facts.Reference,
                new()
                {
                    ["addressee"] = $"{facts.AddresseeOffice}\n{facts.AddresseeAddress}",
                    ["addressee-office"] = facts.AddresseeOffice,
                    ["chair-name"] = facts.ChairName,
                    ["chair-title"] = facts.ChairTitle,
                    ["conclusion"] = facts.Conclusion is { } conclusion ? Words(conclusion) : null,
                    ["contact"] = facts.Contact,
                    ["date"] = ShortDay(facts.Date),
                    ["endorsed-date"] = facts.EndorsedOn is { } endorsed ? ShortDay(endorsed) : null,
                    ["guidance"] = facts.Guidance,
                    ["leads"] = List(facts.Partners),
                    ["notice-date"] = facts.NoticeReceived is { } notice ? ShortDay(notice) : null,
                    ["partners"] = List(facts.Partners),
                    ["partnership"] = facts.Partnership,
                    ["reference"] = facts.Reference,
                    ["report"] = facts.ReportTitle,
                    ["review-date"] = facts.ReviewHeld is { } held ? ShortDay(held) : null,
                }
            );

    /// <summary>
    /// A letter of nobody, with what goes into each place said there: whether a wording can be drawn at all, and how it looks.
    /// </summary>
    public static LetterDrawing Sample(LetterTemplate template) =>
        Draw(
            template,
            template.Kind,
            "Sample of a letter",
            "SAMPLE",
            Placeholder.Of(template.Kind).ToDictionary(one => one.Name, string? (one) => $"[{one.Meaning}]")
        );

    /// <summary>A letter about a review to a body outside (C8, C9, C15, C17).</summary>
    /// <param name="template">One of a review.</param>
    /// <param name="facts">By the names of the placeholders.</param>
    internal static LetterDrawing ReviewLetter(
        LetterTemplate template,
        string title,
        string reference,
        Dictionary<string, string?> facts
    ) => Draw(template, template.Kind, title, reference, facts);

    private static LetterDrawing Draw(
        LetterTemplate template,
        LetterKind kind,
        string title,
        string reference,
        Dictionary<string, string?> facts
    )
    {
        if (template.Kind != kind)
        {
            throw new ArgumentException("The template is another letter's.", nameof(template));
        }

        var missing = template
            .Blocks.SelectMany(block => block.Lines)
            .SelectMany(line => line)
            .OfType<TemplatePiece.Place>()
            .Select(place => place.Name)
            .Distinct(StringComparer.Ordinal)
            .Where(name => string.IsNullOrWhiteSpace(facts[name]))
            .ToImmutableArray();
        return missing.IsEmpty
            ? new LetterDrawing.Drawn(
                WordFile.Write(
                    new(
                        $"{title}, {reference}",
                        reference,
                        [
                            .. template.Blocks.Select(
                                (block, i) => Whole(block.Make([.. block.Lines.Select(Line)]), i >= template.Blocks.Length - EndBlocks)
                            ),
                        ]
                    )
                )
            )
            : new LetterDrawing.NotDrawn([
                .. missing.Select(name =>
                    $"The letter needs {Placeholder.Of(kind).First(each => each.Name == name).Meaning} ({{{{{name}}}}}), and it "
                    + "is not known."
                ),
            ]);

        ImmutableArray<Inline> Line(ImmutableArray<TemplatePiece> pieces) =>
            [
                .. pieces.Select(piece =>
                    piece is TemplatePiece.Place place
                        ? new Inline.Words(facts[place.Name]!, place.Bold, place.Italic)
                        : (Inline)((TemplatePiece.Words)piece).Text
                ),
            ];
    }

    /// <summary>The end of a letter stays together: no page has the signature alone.</summary>
    private static Block Whole(Block block, bool end) =>
        end && block is Block.Paragraph paragraph ? paragraph with { KeepsWithNext = true } : block;

    private static string Words(PanelConclusion conclusion) =>
        conclusion switch
        {
            PanelConclusion.National => "meets the criteria for a national child safeguarding practice review",
            PanelConclusion.Local => "meets the criteria for a local child safeguarding practice review",
            PanelConclusion.Neither => "does not meet the criteria for a child safeguarding practice review",
        };

    private static string List(ImmutableArray<PanelPartner> partners) =>
        $"{string.Join(", ", partners.SkipLast(1).Select(partner => partner.Name))} and {partners[^1].Name}";

    /// <summary>Such as 5.00 pm, as the process document writes it.</summary>
    private static string Time(TimeOnly time) => time.ToString("h.mm tt", CultureInfo.InvariantCulture).ToLowerInvariant();
}
