using System.Text.Json;
using AdaptiveCards;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.Presentation.Tests;

/// <summary>An example of every element that is more than text and buttons, as it is written, and the official renderer takes it.</summary>
public class ElementTests(OneBrowser one)
{
    private static readonly ActionExecute Open = new(
        "Open: Meeting",
        "open",
        System.Collections.Immutable.ImmutableSortedDictionary<string, string>.Empty.Add("case", "GSCP-2222-3333")
    );
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    public static TheoryData<string> Names => [.. Examples.Keys];

    private static Dictionary<string, Element[]> Examples { get; } =
        new()
        {
            ["columns"] =
            [
                new ColumnSet([
                    new([new TextBlock("Meeting")]) { Width = ColumnWidth.Stretch },
                    new([new TextBlock("Planned") { HorizontalAlignment = "right" }])
                    {
                        Width = ColumnWidth.Pixels(116),
                        VerticalContentAlignment = "center",
                    },
                    new([new TextBlock("9")]) { Width = ColumnWidth.Auto, Spacing = "none" },
                ])
                {
                    Separator = true,
                },
            ],
            ["columns-by-weight"] =
            [
                new ColumnSet([
                    new([new TextBlock("6")]) { Width = ColumnWidth.Weight(6), Style = "accent" },
                    new([new TextBlock("2")])
                    {
                        Width = ColumnWidth.Weight(2),
                        Style = "good",
                        Spacing = "small",
                    },
                ]),
            ],
            ["column-to-tap"] =
            [
                new ColumnSet([
                    new([new RichTextBlock([new("Open") { Color = "accent", Underline = true }])])
                    {
                        Width = ColumnWidth.Auto,
                        MinHeight = "44px",
                        SelectAction = Open,
                    },
                ]),
                new ActionSet([Open]),
            ],
            ["fold"] =
            [
                new ActionSet([new ActionToggleVisibility("What is done (1)", ["done"])]),
                new Container([new TextBlock("Sent")]) { Id = "done", IsVisible = false },
            ],
            ["more"] = [new ActionSet([Open, Open with { Title = "Hand over", Mode = "secondary" }])],
            ["run"] =
            [
                new RichTextBlock([
                    new("Late by 1 working day")
                    {
                        Size = "small",
                        Color = "attention",
                        Weight = "bolder",
                    },
                ])
                {
                    HorizontalAlignment = "right",
                },
            ],
        };

    [Theory]
    [MemberData(nameof(Names))]
    [Trait(Needs.Name, Needs.Browser)]
    public async Task An_element_is_written_as_approved_and_the_official_renderer_takes_it(string name)
    {
        var card = new AdaptiveCard([.. Examples[name]]);
        Approved.Same(
            $"tests/SafeguardingTeams.Presentation.Tests/Approved/elements/{name}.json",
            $"{JsonSerializer.Serialize(JsonDocument.Parse(CardJson.Write(card)), Indented)}\n"
        );
        await using var page = await one.OpenAsync(360);
        Assert.Empty(await page.DrawAsync(card));
        Assert.Empty(await page.FaultsAsync());
    }

    /// <summary>The renderer's own check of a language forgets every second card; the page sets it right.</summary>
    [Fact]
    [Trait(Needs.Name, Needs.Browser)]
    public async Task A_card_in_English_is_taken_time_and_again_and_one_in_an_unknown_language_is_not()
    {
        await using var page = await one.OpenAsync(360);
        foreach (var _ in Enumerable.Range(0, 3))
        {
            Assert.Empty(await page.DrawAsync(new AdaptiveCard([new TextBlock("A card.")])));
            Assert.NotEmpty(await page.DrawAsync("""{"type":"AdaptiveCard","version":"1.5","lang":"en-GB","body":[]}"""));
        }
    }

    public static TheoryData<string, Element[]> Broken =>
        new()
        {
            { "six", [new ActionSet([.. Enumerable.Repeat<CardButton>(Open, 6), Open with { Mode = "secondary" }])] },
            {
                "stands twice",
                [
                    new ColumnSet([
                        new([new InputText("a", "A")]) { Width = ColumnWidth.Auto },
                        new([new InputText("a", "A")]) { Width = ColumnWidth.Auto },
                    ]),
                ]
            },
            {
                "stands twice",
                [new Container([]) { Id = "a" }, new ColumnSet([new([new Container([]) { Id = "a" }]) { Width = ColumnWidth.Auto }])]
            },
            { "must be there", [new ActionSet([new ActionToggleVisibility("Done", ["done"])])] },
            {
                "opens one part",
                [
                    new ActionSet([new ActionToggleVisibility("Done", ["a", "b"])]),
                    new Container([]) { Id = "a" },
                    new Container([]) { Id = "b" },
                ]
            },
            {
                "field in it",
                [
                    new ActionSet([new ActionToggleVisibility("Done", ["a"])]),
                    new Container([new ColumnSet([new([new InputDate("d", "D")]) { Width = ColumnWidth.Auto }])]) { Id = "a" },
                ]
            },
            { "stands in the part", [new Container([new ActionSet([new ActionToggleVisibility("Done", ["a"])])]) { Id = "a" }] },
            {
                "Action.Execute",
                [
                    new ColumnSet([
                        new([]) { Width = ColumnWidth.Auto, SelectAction = new ActionOpenUrl("Open", new("https://page.example")) },
                    ]),
                ]
            },
            {
                "Action.Execute",
                [
                    new Container([
                        new ColumnSet([new([]) { Width = ColumnWidth.Auto, SelectAction = new ActionToggleVisibility("Done", ["a"]) }]),
                    ])
                    {
                        Id = "a",
                    },
                ]
            },
        };

    [Theory]
    [MemberData(nameof(Broken))]
    public void A_broken_card_is_not_let_out(string why, Element[] body) =>
        Assert.Contains(
            why,
            Assert.Throws<InvalidOperationException>(() => CardJson.Write(new AdaptiveCard([.. body]))).Message,
            StringComparison.Ordinal
        );

    [Fact]
    public void Everything_in_a_column_is_found() =>
        Assert.Contains(
            CardJson.Flat([new ColumnSet([new([new Container([new TextBlock("here")])]) { Width = ColumnWidth.Auto }])]),
            element => element is TextBlock { Text: "here" }
        );
}
