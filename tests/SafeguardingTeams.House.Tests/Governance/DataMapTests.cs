using SafeguardingTeams.Domain.Forms;
using SafeguardingTeams.Domain.Forms.Library;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.House.Tests.Governance;

/// <summary>The data map of the impact assessment leaves out no question and no kind of row (F1).</summary>
public class DataMapTests
{
    [Fact]
    public void Every_question_of_every_form_is_classified_once() => Assert.Equal([], QuestionMap.Faults(FormLibrary.All));

    [Fact]
    public void Every_prefix_of_a_row_is_classified_once() => Assert.Equal([], RowMap.Faults(Found()));

    [Fact]
    public void The_page_is_the_one_that_was_approved() => Approved.Same("docs/governance/data-map.md", DataMapPage.Text(FormLibrary.All));

    [Fact]
    public void A_question_that_is_new_gone_or_long_text_is_found()
    {
        var form = FormLibrary.All[0];
        var page = (Page.Single)form.Pages[0];
        var question = page.Questions[0];
        Assert.Contains(
            $"{form.Id} {page.Id} shoesize is not classified.",
            QuestionMap.Faults(With(page.Questions.Add(question with { Id = "shoesize" })))
        );
        Assert.Contains(
            $"{form.Id} {page.Id} {question.Id} is classified and no form asks it.",
            QuestionMap.Faults(With(page.Questions.Remove(question)))
        );
        Assert.Contains(
            $"{form.Id} {page.Id} {question.Id} is long text and not classified as free text.",
            QuestionMap.Faults(With(page.Questions.SetItem(0, question with { Kind = new AnswerKind.Text() })))
        );

        Form[] With(System.Collections.Immutable.ImmutableArray<Question> questions) =>
            [form with { Pages = form.Pages.SetItem(0, page with { Questions = questions }) }, .. FormLibrary.All.Skip(1)];
    }

    [Theory]
    [InlineData("src/SafeguardingTeams.App/Storage/Keys.cs", "const string Shoes = \"shoes|\";", "shoes|")]
    [InlineData("src/SafeguardingTeams.App/Storage/Keys.New.cs", "string Shoes(string of) => $\"shoes|{of}|\";", "shoes|")]
    [InlineData("src/SafeguardingTeams.App/Storage/Keys.cs", "string Part(RecordRef record) => $\"{Record(record)}x|{one}\";", "…x|")]
    [InlineData("src/SafeguardingTeams.Bot/Web/Shoes.cs", "private const string Prefix = \"meta|shoes|\";", "meta|shoes|")]
    [InlineData("src/SafeguardingTeams.Bot/Web/Shoes.cs", "await rows.CommitAsync([new RowWrite.Put($\"shoes|{id}\", fields)]);", "shoes|")]
    public void A_prefix_that_is_new_is_found(string file, string source, string prefix)
    {
        var found = RowMap.In(file, source).ToList();
        Assert.Equal([prefix], found);
        Assert.Contains($"{prefix} is not classified.", RowMap.Faults([.. Found(), .. found]));
    }

    [Fact]
    public void A_prefix_that_is_gone_is_found() =>
        Assert.Equal(["find| is classified and stands in no key."], RowMap.Faults([.. Found().Where(prefix => prefix != "find|")]));

    /// <summary>All of the product; the group's prefix is its name and stands in no literal.</summary>
    private static List<string> Found() =>
        [
            .. Repository.CSharp.Where(Repository.IsProduct).SelectMany(file => RowMap.In(file, Repository.Read(file))),
            $"{RecordRef.Group}|",
        ];
}
