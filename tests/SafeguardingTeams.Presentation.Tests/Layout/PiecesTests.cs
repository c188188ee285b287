using System.Collections.Immutable;
using AdaptiveCards;
using SafeguardingTeams.Presentation.Cards.Layout;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.Presentation.Tests.Layout;

/// <summary>The pieces cards are put together from.</summary>
public class PiecesTests
{
    private static string Words(Element element) =>
        string.Concat(
            CardJson.Flat([element]).OfType<RichTextBlock>().Select(block => $"{string.Concat(block.Inlines.Select(run => run.Text))}|")
        );

    [Theory]
    [InlineData(1, "Step 1 of 3: A. Next: B.|", "accent emphasis emphasis")]
    [InlineData(2, "Step 2 of 3: B. Next: C.|", "good accent emphasis")]
    [InlineData(3, "Step 3 of 3: C. It is the last.|", "good good accent")]
    public void A_strip_says_in_words_what_its_tints_say(int now, string says, string tints)
    {
        var strip = Strip.Of(["A", "B", "C"], now).ToList();
        Assert.Equal("1|2|3|", Words(strip[0]));
        Assert.Equal(tints, string.Join(' ', ((ColumnSet)strip[0]).Columns.Select(column => column.Style)));
        Assert.Equal(says, Words(strip[1]));
    }

    [Fact]
    public void A_strip_holds_what_fits_on_a_phone_and_is_at_one_of_its_steps()
    {
        Assert.Equal(2, Strip.Of([.. "1234567".Select(step => $"{step}")], 7).Count());
        Assert.Throws<ArgumentOutOfRangeException>(() => Strip.Of([.. "12345678".Select(step => $"{step}")], 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Strip.Of(["A"], 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => Strip.Of(["A"], 2));
    }

    [Theory]
    [InlineData("6 7 2", "6|7|2|", "6 used, 7 planned, 2 spare|")]
    [InlineData("6 8 1", "6|8 + 1|", "6 used, 8 planned, 1 spare|")]
    [InlineData("1 12 2", "1 + 12|2|", "1 used, 12 planned, 2 spare|")]
    [InlineData("7 1 7", "7|1 + 7|", "7 used, 1 planned, 7 spare|")]
    [InlineData("0 15 0", "15|", "0 used, 15 planned, 0 spare|")]
    public void A_part_of_a_bar_that_is_too_narrow_for_its_number_joins_its_neighbour_and_the_words_keep_them_apart(
        string days,
        string bar,
        string says
    )
    {
        var parts = days.Split(' ')
            .Select(int.Parse)
            .Zip([("used", "accent"), ("planned", "emphasis"), ("spare", "good")], (count, part) =>
                new BarPart(count, part.Item1, part.Item2)
            );
        var drawn = Bar.Of([.. parts], "Mon 2 Nov", "Mon 23 Nov").ToList();
        Assert.Equal((bar, says, "Mon 2 Nov|Mon 23 Nov|"), (Words(drawn[0]), Words(drawn[1]), Words(drawn[2])));
    }

    [Fact]
    public void A_tap_names_its_object_and_is_never_the_blue_button()
    {
        var invocation = new ActionExecute("Change", "change", ImmutableSortedDictionary<string, string>.Empty) { Style = "positive" };
        var tap = Assert
            .Single(Lines.LinkLine("Date of birth", "1 May 2020", "Change", invocation).Columns, column => column.SelectAction is not null)
            .SelectAction!;
        Assert.Equal(("Change: Date of birth", null), (tap.Title, tap.Style));
    }

    [Fact]
    public void Days_and_references_do_not_break_on_the_screen()
    {
        Assert.Equal("Mon 9\u00a0Nov", OnScreen.Day(new(2026, 11, 9)));
        Assert.Equal("Friday 13\u00a0November 2026", OnScreen.FullDay(new(2026, 11, 13)));
        Assert.Equal("GSCP\u20112222\u20113333", OnScreen.Reference(CaseStory.Id));
    }

    [Fact]
    public void One_error_needs_no_number_and_several_are_counted()
    {
        Assert.Equal("Enter a name|", Words(Errors.Summary("Enter a name")));
        Assert.Equal("1. Enter a name|2. Enter a date|", Words(Errors.Summary("Enter a name", "Enter a date")));
    }
}
