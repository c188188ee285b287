using SafeguardingTeams.Presentation.Documents.Letter;

namespace SafeguardingTeams.Presentation.Tests.Documents;

public class LetterDocumentsTests
{
    private static readonly LetterTemplate Scoping = LetterTemplate.Shipped(LetterKind.Scoping),
        Panel = LetterTemplate.Shipped(LetterKind.Panel);

    /// <summary>B3, point by point.</summary>
    [Theory]
    [InlineData("A young child was taken to hospital with injuries that have not been explained.")]
    [InlineData("It may meet the criteria for a child safeguarding practice review")]
    [InlineData("helps the partners to decide whether a practice review is needed")]
    [InlineData("Check your records.")]
    [InlineData("anybody in the family named in section 1 of the enclosed form")]
    [InlineData("Complete the enclosed form")]
    [InlineData("Secure everything you hold on this case.")]
    [InlineData("reach only through you or through somebody you nominate")]
    [InlineData("Keep what you send us apart")]
    [InlineData("If the child and the family are not known to your agency, please confirm this in writing.")]
    [InlineData("5.00 pm on Wednesday 11 November 2026")]
    [InlineData("contact the Partnership Operational Team, 020 7946 0120, operations@partnership.example")]
    [InlineData("within 15 working days of the notification")]
    [InlineData("Dear Named nurse, acute hospital trust")]
    [InlineData("Chair of the Learning from Practice Group")]
    [InlineData("Enclosed: Initial scoping and information sharing form")]
    public void The_letter_to_an_agency_says(string point) =>
        Assert.Contains(
            point,
            DocumentText.Plain(DocumentExamples.File(Letters.ScopingLetter(Scoping, DocumentExamples.ScopingLetter))),
            StringComparison.Ordinal
        );

    /// <summary>B22, point by point.</summary>
    [Theory]
    [InlineData("20 November 2026")]
    [InlineData("Dear Chair, Child Safeguarding Practice Review Panel")]
    [InlineData("On 2 November 2026 our partnership received notice")]
    [InlineData("meets the criteria for a local child safeguarding practice review")]
    [InlineData(
        "All three safeguarding partners were represented: Royal Borough of Greenwich, Metropolitan Police Service and "
            + "Integrated Care Board"
    )]
    [InlineData("The lead representatives of all three partners have endorsed this decision")]
    [InlineData("I enclose our report of the Rapid Review.")]
    [InlineData("Enclosed: Report of the Rapid Review: decisions and recommendations")]
    public void The_letter_to_the_Panel_says(string point) =>
        Assert.Contains(
            point,
            DocumentText.Plain(DocumentExamples.File(Letters.PanelLetter(Panel, DocumentExamples.PanelLetter))),
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData("ask-involvement", "that the agency is to say whether it had to do with the child or the family")]
    [InlineData("ask-form", "that the enclosed form is to be completed")]
    [InlineData("ask-secure", "that all records are to be secured, and who alone may reach them")]
    [InlineData("ask-separate", "that what the agency sends is kept apart from its records")]
    [InlineData("nil-return", "that an agency to which the family is not known confirms that in writing")]
    public void No_wording_of_the_letter_to_an_agency_leaves_out_one_of_the_four_asks_or_the_nil_return_B3_B7(string name, string said)
    {
        var shipped = LetterTemplate.ShippedMarkdown(LetterKind.Scoping);
        var place = $"{{{{{name}}}}}";
        Assert.Contains(place, shipped, StringComparison.Ordinal);
        var reading = LetterTemplate.Read(shipped.Replace(place, "In our own words.", StringComparison.Ordinal), LetterKind.Scoping);
        Assert.Null(reading.Template);
        Assert.Equal($"The letter does not say {said}. Put {place} where it should stand.", Assert.Single(reading.Faults));
    }

    [Fact]
    public void Each_of_the_ten_recommendations_comes_to_one_of_the_three_conclusions()
    {
        foreach (var outcome in "abcdefghij")
        {
            var facts = DocumentExamples.PanelLetter with { Conclusion = PanelLetterFacts.ConclusionOf(outcome.ToString()) };
            Assert.Contains(
                outcome switch
                {
                    'a' => "case meets the criteria for a national",
                    'b' => "case meets the criteria for a local",
                    _ => "case does not meet the criteria",
                },
                DocumentText.Plain(DocumentExamples.File(Letters.PanelLetter(Panel, facts))),
                StringComparison.Ordinal
            );
        }
    }

    [Fact]
    public void The_letter_to_the_Panel_is_not_drawn_while_a_condition_is_not_so()
    {
        var facts = DocumentExamples.PanelLetter;
        (PanelLetterFacts Facts, string Reason)[] cases =
        [
            (
                facts with
                {
                    Partners = [facts.Partners[0] with { Represented = false }, facts.Partners[1], facts.Partners[2]],
                },
                "Royal Borough of Greenwich was not represented"
            ),
            (
                facts with
                {
                    Partners = [facts.Partners[0], facts.Partners[1] with { Endorsed = false }, facts.Partners[2]],
                },
                "Metropolitan Police Service has not endorsed"
            ),
            (facts with { Partners = [facts.Partners[0], facts.Partners[1]] }, "three safeguarding partners"),
            (facts with { NoticeReceived = null }, "received the notice"),
            (facts with { Conclusion = null }, "no recommendation"),
            (facts with { ReportTitle = null }, "report"),
            (facts with { ReviewHeld = null }, "{{review-date}}"),
        ];
        Assert.All(cases, each =>
            Assert.Contains(Assert.IsType<LetterDrawing.NotDrawn>(Letters.PanelLetter(Panel, each.Facts)).Reasons, reason =>
                reason.Contains(each.Reason, StringComparison.Ordinal)
            )
        );
    }

    [Fact]
    public void A_fact_that_is_not_known_is_named()
    {
        var template = LetterTemplate
            .Read(LetterTemplate.ShippedMarkdown(LetterKind.Scoping) + "\nThe meeting: {{meeting}}\n", LetterKind.Scoping)
            .Template!;
        Assert.Contains(
            "{{meeting}}",
            Assert.Single(Assert.IsType<LetterDrawing.NotDrawn>(Letters.ScopingLetter(template, DocumentExamples.ScopingLetter)).Reasons),
            StringComparison.Ordinal
        );
        Assert.IsType<LetterDrawing.Drawn>(
            Letters.ScopingLetter(template, DocumentExamples.ScopingLetter with { Meeting = "16 November 2026 at 10:00" })
        );
    }

    [Theory]
    [InlineData("{{retrun-date}}", "Line 1: {{retrun-date}} is no placeholder of this letter")]
    [InlineData("x\n\n- {{Date}}", "Line 3: there is a placeholder that is not written")]
    [InlineData("{{date", "Line 1: there is a placeholder that is not written")]
    [InlineData("{{conclusion}}", "is no placeholder of this letter")]
    [InlineData("[here](https://place.example)", "Line 1: there is a link")]
    [InlineData("![a picture](x.png)", "Line 1: there is a link, a picture")]
    [InlineData("<b>x</b>", "HTML")]
    [InlineData("<div>\nx\n</div>", "Line 1: this is neither a paragraph")]
    [InlineData("> quoted", "Line 1: this is neither a paragraph")]
    [InlineData("```\ncode\n```", "Line 1: this is neither a paragraph")]
    [InlineData("1. one\n\n   two", "Line 1: an item of a list is one paragraph")]
    public void What_is_wrong_with_an_edited_template_is_said_with_its_line(string wrong, string fault)
    {
        var reading = LetterTemplate.Read($"{wrong}\n\n{LetterTemplate.ShippedMarkdown(LetterKind.Scoping)}", LetterKind.Scoping);
        Assert.Null(reading.Template);
        Assert.Contains(reading.Faults, each => each.Contains(fault, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(LetterKind.Scoping)]
    [InlineData(LetterKind.Panel)]
    public void A_template_without_what_the_letter_must_say_is_not_taken(LetterKind kind)
    {
        foreach (var placeholder in Placeholder.Of(kind))
        {
            var reading = LetterTemplate.Read(
                LetterTemplate.ShippedMarkdown(kind).Replace(placeholder.Written, "", StringComparison.Ordinal),
                kind
            );
            Assert.Equal(placeholder.Needed, reading.Template is null);
            Assert.True(
                !placeholder.Needed || reading.Faults.Any(fault => fault.Contains(placeholder.Written, StringComparison.Ordinal)),
                placeholder.Name
            );
        }
    }

    [Fact]
    public void A_template_that_is_far_too_long_is_not_read() =>
        Assert.Single(LetterTemplate.Read(new('>', 1_000_000), LetterKind.Panel).Faults);

    [Fact]
    public void Facts_are_never_read_as_Markdown_or_as_placeholders()
    {
        const string Outline = "# not a heading **not bold** {{return-date}} [no](link)\n1. no list";
        var text = DocumentText.Of(
            DocumentExamples.File(Letters.ScopingLetter(Scoping, DocumentExamples.ScopingLetter with { Outline = Outline }))
        );
        Assert.Contains("# not a heading **not bold** {{return-date}} [no](link) / 1. no list", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Emphasis_and_lists_of_a_template_are_kept()
    {
        var template = LetterTemplate
            .Read(
                $"*leaning {{{{agency}}}}* and **strong**, \\{{{{ and &amp;\n\n- one\n- "
                    + $"{{{{date}}}}\n\n{LetterTemplate.ShippedMarkdown(LetterKind.Scoping)}",
                LetterKind.Scoping
            )
            .Template!;
        Assert.StartsWith(
            "leaning Acute hospital trust and strong, {{ and &\n\n- one\n\n- 4 November 2026",
            DocumentText.Of(DocumentExamples.File(Letters.ScopingLetter(template, DocumentExamples.ScopingLetter))).Split("\n\n", 2)[1],
            StringComparison.Ordinal
        );
    }
}
