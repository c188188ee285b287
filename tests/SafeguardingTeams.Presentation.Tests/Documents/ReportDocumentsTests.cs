using SafeguardingTeams.Domain.Forms;
using SafeguardingTeams.Domain.Forms.RapidReviewReport;
using SafeguardingTeams.Presentation.Documents.Report;

namespace SafeguardingTeams.Presentation.Tests.Documents;

public class ReportDocumentsTests
{
    private static readonly DateOnly Today = new(2026, 11, 18);

    /// <summary>B16 to B19, point by point, in both editions.</summary>
    [Theory]
    [InlineData("# Purpose of the Rapid Review")]
    [InlineData("Name of the child: Child A")]
    [InlineData("Date of the Rapid Review: 16 November 2026")]
    [InlineData("How it was held: Face to face")]
    [InlineData("|=Name | Job role or title | Agency |")]
    [InlineData("| Attendee 2 | Detective superintendent | Metropolitan Police Service |")]
    [InlineData("Quorate: local authority, police and health were all represented.")]
    [InlineData("|=Name and address | Relationship to the child | Date of birth | Legal status | Ethnic origin |")]
    [InlineData("| Scoping form of the housing association | No: not returned yet |")]
    [InlineData("Has all appropriate immediate action been taken to keep children safe and to share any learning? No")]
    [InlineData("| Tell all emergency departments what to ask. | Designated nurse, Integrated Care Board | 1 December 2026 |")]
    [InlineData("| highlights, or may highlight, improvements needed, including where they have been identified before | ☒ Yes |")]
    [InlineData("| highlights, or may highlight, recurrent themes | ☐ No |")]
    [InlineData("| meets none of the above | ☐ No |")]
    [InlineData("Each return was read and compared.")]
    [InlineData("Does it meet serious harm, or long-term impairment of health? Yes")]
    [InlineData("Has legal advice been sought? Yes")]
    [InlineData("| a) Meets the criteria for a national Child Safeguarding Practice Review | ☐ No |")]
    [InlineData(
        "| d) Warrants consideration of a Domestic Homicide Review (DHR), Safeguarding Adults Review (SAR), MAPPA Serious "
            + "Further Offence review (SFO) or other | ☒ Yes |"
    )]
    [InlineData("Domestic Homicide Review")]
    [InlineData("Safeguarding Adults Review")]
    [InlineData("Review: looks at what happened")]
    [InlineData("Audit: checks step by step")]
    [InlineData("A local review: the learning is known already.")]
    [InlineData("Was the recommendation unanimous? No")]
    [InlineData("| Designated nurse, Integrated Care Board | A local review would show more. |")]
    public void The_report_says(string point) =>
        Assert.All(["2018", "2025"], edition => Assert.Contains(point, Text(DocumentExamples.Report(edition)), StringComparison.Ordinal));

    [Fact]
    public void Each_edition_has_its_own_guidance_and_only_the_later_one_the_practice_episodes()
    {
        var (earlier, later) = (Text(DocumentExamples.Report("2018")), Text(DocumentExamples.Report("2025")));
        Assert.Contains("Working Together to Safeguard Children 2018", earlier, StringComparison.Ordinal);
        Assert.DoesNotContain("racism", earlier, StringComparison.Ordinal);
        Assert.Contains("The visit of 14 August", later, StringComparison.Ordinal);
        Assert.Contains("racism, other inequalities and protected characteristics affected", later, StringComparison.Ordinal);
    }

    [Fact]
    public void The_day_it_went_to_the_Panel_is_said_or_that_it_has_not()
    {
        Assert.Contains(
            "submitted to the national Panel: 20 November 2026",
            Text(DocumentExamples.Report("2018")),
            StringComparison.Ordinal
        );
        Assert.Contains("submitted to the national Panel: Not yet.", Text(DocumentExamples.Report("2025")), StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_is_missing_from_a_complete_report_and_everything_from_an_empty_one()
    {
        Assert.Empty(DocumentExamples.Report("2018").Missing(Today));
        Assert.Empty(DocumentExamples.Report("2025").Missing(Today));
        var empty = new ReportFacts(
            DocumentExamples.Reference,
            "A partnership",
            "Guidance",
            [],
            RapidReviewReportForms.Of2025,
            Answers.None
        ).Missing(Today);
        Assert.Contains("The day of the Rapid Review.", empty);
        Assert.Contains("3 Recommendation, “The meeting recommends that this case”: Choose an answer.", empty);
        Assert.Contains(empty, missing => missing.Contains("Analysis of the key practice episodes", StringComparison.Ordinal));
    }

    [Fact]
    public void The_family_is_put_together_from_what_went_to_the_agencies_and_the_referral()
    {
        var request = Answers
            .None.With("children", DocumentExamples.Row("c", ("name", "Child A"), ("address", "1 Example Street"), ("born", "2024-03-05")))
            .With("mother", "name", "Mother of Child A")
            .With("adults", DocumentExamples.Row("a", ("name", "Lodger"), ("relationship", "Lodger")));
        var referral = Answers
            .None.With(
                "family",
                DocumentExamples.Row(
                    "f",
                    ("name", "mother of  child A"),
                    ("born", "1998-07-01"),
                    ("legalstatus", "Parental responsibility"),
                    ("ethnicorigin", "white-british")
                )
            )
            .With("children", DocumentExamples.Row("k", ("name", "Child A"), ("ethnicorigin", "not-known")));
        Assert.Equal(
            [
                new("Child A", "1 Example Street", "Subject child", "5 March 2024", "", "Not known"),
                new("Mother of Child A", "", "Mother", "1 July 1998", "Parental responsibility", "White: British"),
                new("Lodger", "", "Lodger", "", "", ""),
            ],
            ReportFamily.Of(request, referral)
        );
    }

    private static string Text(ReportFacts facts) => DocumentText.Of(ReportDocument.Write(facts));
}
