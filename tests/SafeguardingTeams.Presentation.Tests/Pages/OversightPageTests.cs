using System.Globalization;
using System.Xml.Linq;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Presentation.Pages;
using SafeguardingTeams.Presentation.Screens;
using SafeguardingTeams.Presentation.Tests.Documents;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.Presentation.Tests.Pages;

/// <summary>The lists of who oversees the work as a web page: whole, closed, and read without its charts (E5).</summary>
public class OversightPageTests
{
    private static readonly DateOnly Today = new(2026, 11, 2);
    private static readonly Uri Page = new("https://page.example/");

    private static OversightView View =>
        ReportExamples.Oversight with
        {
            Agencies = [new("<script>x</script> & Partners", 12, 9), new("=1+1", 3, 0)],
            Mine =
            [
                new(RecordRef.Of(CaseStory.Id), TaskKind.Recommend, new(2026, 11, 6), false),
                new(ReviewStory.Id, TaskKind.DecideOnReview, null, false),
            ],
        };

    [Fact]
    public void Each_list_is_a_table_with_its_name_and_a_workbook_and_nothing_in_it_is_markup_of_somebodys()
    {
        var page = Drawn(View);
        var lists = page.Descendants("section").ToList();
        Assert.Equal(
            Enum.GetValues<OversightList>().Select(OversightPage.Name),
            lists.Select(list => (string)list.Element("h2")!.Attribute("id")!)
        );
        foreach (var list in lists)
        {
            var table = Assert.Single(list.Elements("table"));
            Assert.NotEmpty(table.Element("caption")!.Value);
            Assert.Equal((string)list.Element("h2")!.Attribute("id")!, (string?)list.Element("button")!.Attribute("data-excel"));
            var columns = table.Element("thead")!.Descendants("th").Select(column => column.Value).ToList();
            Assert.All(table.Element("tbody")!.Elements("tr"), line =>
                Assert.Equal(columns.Skip(1), line.Elements("td").Select(cell => (string)cell.Attribute("data-label")!))
            );
        }

        Assert.Empty(page.Descendants("script"));
        Assert.Contains("<script>x</script> & Partners", page.Value, StringComparison.Ordinal);
        Assert.All(page.Descendants().Attributes(), one => Assert.False(one.Name.LocalName is "style" or "onclick", one.ToString()));
    }

    [Fact]
    public void A_chart_is_left_out_for_who_hears_the_page_and_its_numbers_stand_beside_it()
    {
        var page = Drawn(View);
        Assert.All(page.Descendants("svg"), chart => Assert.Equal("true", (string?)chart.Attribute("aria-hidden")));
        var agency = page.Descendants("tr").Single(line => line.Value.Contains("Partners", StringComparison.Ordinal));
        Assert.Equal(["12", "9", ""], agency.Elements("td").Select(cell => cell.Value));
        Assert.Equal(["75%", "25%"], agency.Descendants("rect").Select(part => (string)part.Attribute("width")!));
        Assert.Equal(2, agency.Descendants("rect").Select(part => (string?)part.Attribute("fill") ?? "solid").Distinct().Count());
    }

    [Theory]
    [InlineData("2026-10-26", "2026-11-09", "7 days since 26 October 2026, 7 days to go", "50%,50%")]
    [InlineData("2026-10-26", "2026-11-02", "7 days since 26 October 2026, due today", "100%")]
    [InlineData("2026-10-26", "2026-11-01", "7 days since 26 October 2026, 1 day late", "85.71%,14.29%")]
    [InlineData("2026-10-26", "2026-10-20", "7 days since 26 October 2026, 13 days late", "100%")]
    [InlineData("2026-11-02", "2026-11-02", "0 days since 2 November 2026, due today", "")]
    [InlineData("2025-10-26", "2026-11-03", "372 days since 26 October 2025, 1 day to go", "98%,2%")]
    [InlineData("2026-10-26", "", "7 days since 26 October 2026, no date set", "100%")]
    [InlineData("", "2026-11-09", "7 days to go", "")]
    [InlineData("", "2026-11-02", "today", "")]
    [InlineData("", "2026-10-30", "3 days ago", "")]
    [InlineData("", "", "No date is set", "")]
    public void A_timeline_says_in_words_what_it_draws(string since, string next, string words, string parts)
    {
        var drawn = Read(Bars.Timeline(Day(since), Day(next), Today));
        Assert.Equal(words, drawn.Value);
        Assert.Equal(parts, string.Join(',', drawn.Descendants("rect").Select(part => (string)part.Attribute("width")!)));
    }

    [Fact]
    public void More_lines_than_a_page_takes_are_said_to_be_in_the_workbook()
    {
        var page = Drawn(View with { Late = [.. Enumerable.Repeat(View.Late[0], 101)] });
        Assert.Contains("And 1 more, in the Excel file.", page.Value, StringComparison.Ordinal);
        Assert.Contains("Late: 101", page.Value, StringComparison.Ordinal);
        Assert.DoesNotContain("more, in the Excel file", Drawn(View).Value, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_there_is_nothing_it_says_so_and_offers_no_workbook_of_nothing()
    {
        var page = Drawn(new([], [], [], [], new(2026, 4, 1)));
        Assert.Contains("Nothing is late.", page.Value, StringComparison.Ordinal);
        Assert.Contains("Nothing waits for you.", page.Value, StringComparison.Ordinal);
        Assert.Equal(["all", "year"], page.Descendants("button").Attributes("data-excel").Select(list => list.Value));
    }

    [Fact]
    public void Whoever_is_not_let_in_is_told_where_their_own_lists_are_or_nothing()
    {
        Assert.Equal(Page.ToString(), (string?)Read(OversightPage.NotTheirs(Page)).Descendants("a").Single().Attribute("href"));
        Assert.DoesNotContain("Chair", OversightPage.NotSignedIn, StringComparison.Ordinal);
        Assert.Empty(Read(OversightPage.NotSignedIn).Descendants("a"));
    }

    private static DateOnly? Day(string text) =>
        text.Length > 0 ? DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture) : null;

    private static XElement Drawn(OversightView view) =>
        Read(OversightPage.Draw(view, Page, new(2026, 11, 2, 10, 0, 0, TimeSpan.Zero), Today));

    /// <summary>It is closed everywhere: what is read as XML is one tree.</summary>
    private static XElement Read(string html) => XElement.Parse($"<root>{html}</root>");
}
