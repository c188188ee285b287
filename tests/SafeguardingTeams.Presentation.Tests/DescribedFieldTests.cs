using AdaptiveCards;
using SafeguardingTeams.Presentation.Cards.Layout;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.Presentation.Tests;

/// <summary>What a screen reader is told of a field: what is wrong with it, and what helps.</summary>
[Trait(Needs.Name, Needs.Browser)]
public class DescribedFieldTests(OneBrowser one)
{
    private static TextBlock Old => new("There is a problem: Enter a name.");

    private static InputText Field => new("field", "Name");

    [Fact]
    public async Task A_field_in_an_error_block_is_marked_and_described_by_the_error_and_the_hint() =>
        Assert.Equal(
            "true: Error: Enter a name / As in the records.",
            await SaysAsync(Errors.Block("Enter a name", Field, "As in the records."))
        );

    [Fact]
    public async Task A_field_that_is_right_is_described_by_its_hint_alone() =>
        Assert.Equal("null: As in the records.", await SaysAsync(Field, Errors.Hint("As in the records.")));

    [Fact]
    public async Task A_problem_said_right_before_the_field_marks_it_while_cards_still_do_so()
    {
        Assert.Equal("true: There is a problem: Enter a name.", await SaysAsync(Old, Field));
        Assert.Equal("true: There is a problem: Enter a name.", await SaysAsync(new Container([Old, Field])));
        Assert.Equal("true: There is a problem: Enter a name.", await SaysAsync(Old, new RichTextBlock([new("You entered: x")]), Field));
    }

    [Fact]
    public async Task Words_that_are_no_error_of_this_field_do_not_mark_it()
    {
        Assert.Equal("null: ", await SaysAsync(Old, new TextBlock("Something else."), Field, new TextBlock("The next question.")));
        Assert.Equal("null: ", await SaysAsync(new Container([new TextBlock("Error: what is an error?"), Field]) { Style = "emphasis" }));
        Assert.Equal("null: ", await SaysAsync(Errors.Summary("Enter a name"), Field));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Choices_are_marked_as_a_whole(bool several)
    {
        InputChoiceSet field = new("field", "Which?", [new("One", "1"), new("Other", "2")]) { IsMultiSelect = several ? true : null };
        Assert.Equal("true: Error: Choose one", await SaysAsync(Errors.Block("Choose one", field)));
    }

    /// <summary>Whether the field is marked wrong, and the texts it is described by.</summary>
    private async Task<string> SaysAsync(params Element[] body)
    {
        await using var page = await one.OpenAsync(360);
        Assert.Empty(await page.DrawAsync(new AdaptiveCard([.. body])));
        Assert.Empty(await page.FaultsAsync());
        return await page.Page.EvaluateAsync<string>(
            """
            () => {
              const marked = document.querySelector("#place [aria-invalid], #place [aria-describedby]");
              const texts = (marked?.getAttribute("aria-describedby") ?? "").split(" ").filter((id) => id)
                .map((id) => document.getElementById(id).textContent);
              return `${marked?.getAttribute("aria-invalid") ?? null}: ${texts.join(" / ")}`;
            }
            """
        );
    }
}
