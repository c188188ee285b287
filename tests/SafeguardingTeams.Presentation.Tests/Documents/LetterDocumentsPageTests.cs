using System.Text;
using SafeguardingTeams.Presentation.Documents.Letter;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.Presentation.Tests.Documents;

/// <summary>The page for those who word the letters, made from the code.</summary>
public class LetterDocumentsPageTests
{
    [Fact]
    public void The_page_on_the_letters_is_up_to_date()
    {
        var text = new StringBuilder(
            """
            # The letters, and how to word them

            A letter is a Markdown file: paragraphs, headings, lists, **bold** and *italic*, and a backslash at the end of a line that ends
            there. Links, pictures, tables, quotations, code and HTML are refused, with the line they stand on. What a case puts in the
            place of a placeholder is taken literally. A letter that lacks a placeholder it needs is not taken, and a letter is not drawn
            while one of its facts is not known.


            """.ReplaceLineEndings("\n")
        );
        foreach (
            var (kind, title) in new[]
            {
                (LetterKind.Scoping, "To an agency, with the initial scoping form"),
                (LetterKind.Panel, "To the national Panel, with the report"),
                (LetterKind.ReviewDecided, "To Panel, Ofsted and Department for Education: a review was decided on"),
                (LetterKind.ReviewPeople, "To the same: who reviews"),
                (LetterKind.ReviewDelayed, "To Panel and Department for Education: a review will be late"),
                (LetterKind.ReviewReport, "To Panel, Ofsted and Department for Education: before a review is published"),
            }
        )
        {
            text.Append($"## {title}\n\n| placeholder | what goes there | needed |\n|---|---|---|\n");
            foreach (var placeholder in Placeholder.Of(kind))
            {
                text.Append($"| `{placeholder.Written}` | {placeholder.Meaning} | {(placeholder.Needed ? "yes" : "no")} |\n");
            }

            text.Append($"\nAs shipped:\n\n```markdown\n{LetterTemplate.ShippedMarkdown(kind).ReplaceLineEndings("\n")}```\n\n");
        }

        Approved.Same("docs/letters.md", text.ToString().TrimEnd() + "\n");
    }
}
