namespace SafeguardingTeams.Presentation.Tests.Layout;

/// <summary>The rules of docs/cards.md, over every card the product can draw.</summary>
public class LayoutRuleTests
{
    public static TheoryData<string> Rules => [.. LayoutRule.All.Select(rule => rule.Name)];

    [Theory]
    [MemberData(nameof(Rules))]
    public void Every_card_follows_the_rule_or_stands_on_the_list_of_those_that_do_not_yet(string name)
    {
        var rule = LayoutRule.All.Single(rule => rule.Name == name);
        var faults = Gallery
            .All()
            .Select(card => (card.Name, Fault: rule.Fault(DrawnCard.Of(card.Card))))
            .Where(card => card.Fault is not null)
            .ToDictionary(card => card.Name, card => card.Fault!);
        var wrong = NotYet.Faults(name, NotYet.On(name), faults).ToList();
        Assert.True(wrong.Count == 0, string.Join("\n", wrong));
    }

    [Fact]
    public void A_list_holds_exactly_the_cards_that_break_the_rule()
    {
        var faults = new Dictionary<string, string> { ["a"] = "too long" };
        Assert.Empty(NotYet.Faults("rule", ["a"], faults));
        Assert.Equal("rule: a: too long", Assert.Single(NotYet.Faults("rule", [], faults)));
        Assert.Contains("take it off the list", Assert.Single(NotYet.Faults("rule", ["a", "b"], faults)), StringComparison.Ordinal);
        Assert.Contains(
            "not in order",
            Assert.Single(NotYet.Faults("rule", ["b", "a"], new Dictionary<string, string> { ["a"] = "x", ["b"] = "x" })),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_rule_finds_the_card_that_breaks_it()
    {
        Finds(
            LayoutRule.Heading,
            """{"type":"TextBlock","style":"heading","size":"large","text":"A heading of thirty-three letters"}""",
            "A heading of thirty-two letters!"
        );
        Finds(
            LayoutRule.ButtonsInView,
            $$"""{"type":"ActionSet","actions":[{{Six}}]},{"type":"ActionSet","actions":"""
                + """[{"type":"Action.ToggleVisibility","title":"A fold","targetElements":[]}]}""",
            null
        );
        Finds(
            LayoutRule.ButtonsInASet,
            $$"""{"type":"ActionSet","actions":[{{Six}},{"type":"Action.Execute","title":"7","mode":"secondary"}]}""",
            null
        );
        Finds(LayoutRule.NoTable, """{"type":"Container","items":[{"type":"Table"}]}""", null);
        Finds(LayoutRule.TextColours, """{"type":"TextBlock","text":"Done","color":"good"}""", null);
        Finds(LayoutRule.TextColours, """{"type":"RichTextBlock","inlines":[{"type":"TextRun","text":"Soon","color":"warning"}]}""", null);
        Finds(
            LayoutRule.Folds,
            """{"type":"ActionSet","actions":[{"type":"Action.ToggleVisibility","title":"Done","targetElements":["nowhere"]}]}""",
            null
        );
        Finds(
            LayoutRule.Folds,
            """{"type":"ActionSet","actions":[{"type":"Action.ToggleVisibility","title":"Done","targetElements":["there"]}]},"""
                + """{"type":"Container","id":"there","items":[{"type":"Input.Text","id":"x"}]}""",
            null
        );
        Finds(
            LayoutRule.TapsAreButtonsToo,
            """{"type":"ColumnSet","columns":[{"type":"Column","selectAction":"""
                + """{"type":"Action.Execute","title":"Open","verb":"open"}}]},{"type":"ActionSet","actions":"""
                + """[{"type":"Action.Execute","verb":"home"}]}""",
            null
        );
        Finds(
            LayoutRule.TapsAreButtonsToo,
            """{"type":"ColumnSet","columns":[{"type":"Column","selectAction":{"type":"Action.ToggleVisibility","title":"Open"}}]}""",
            null
        );
    }

    [Fact]
    public void What_stands_behind_More_or_in_a_closed_fold_is_not_in_view()
    {
        var behind =
            """{"type":"ActionSet","actions":[{"type":"Action.Execute","mode":"secondary"}]},"""
            + $$"""{"type":"Container","id":"x","isVisible":false,"items":[{"type":"ActionSet","actions":[{{Six}}]}]}""";
        Assert.Null(LayoutRule.ButtonsInView.Fault(Card($$"""{"type":"ActionSet","actions":[{{Six}}]},{{behind}}""")));
    }

    private static string Six =>
        string.Join(',', Enumerable.Range(1, 6).Select(number => $$"""{"type":"Action.Execute","title":"{{number}}"}"""));

    private static DrawnCard Card(string body) => DrawnCard.Of($$"""{"type":"AdaptiveCard","body":[{{body}}]}""");

    private static void Finds(LayoutRule rule, string body, string? longestThatFits)
    {
        Assert.NotNull(rule.Fault(Card(body)));
        Assert.All(
            LayoutRule.All.Where(other => other != rule && other != LayoutRule.ButtonsInView && other != LayoutRule.ButtonsInASet),
            other => Assert.Null(other.Fault(Card(body)))
        );
        if (longestThatFits is not null)
        {
            Assert.Null(rule.Fault(Card($$"""{"type":"TextBlock","style":"heading","size":"large","text":"{{longestThatFits}}"}""")));
        }
    }
}
