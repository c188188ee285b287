using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using AdaptiveCards;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Rehearsal.StandIns.Teams;

namespace SafeguardingTeams.Presentation.Tests;

/// <summary>Text of people is never run as a card's syntax, and never turns what stands beside it, on any card there is.</summary>
public class PeoplesTextTests
{
    private const string Run = "${name} {{DATE(2017-02-14T06:08:39Z)}} {{{",
        Name = "محمد علي";

    [Fact]
    public void No_text_on_any_card_is_run_by_Teams_and_what_comes_back_is_as_it_was_typed()
    {
        var inputs = 0;
        foreach (var (name, card) in Gallery.All())
        {
            var json = JsonDocument.Parse(CardJson.Write(With(card, Run))).RootElement;
            Assert.DoesNotContain("{{", json.GetRawText(), StringComparison.Ordinal);
            Assert.Null(CardRules.Fault(json) is { } fault ? $"{name}: {fault}" : null);
            foreach (var input in CardRules.Elements(json).Where(element => element.TryGetProperty("label", out _)))
            {
                var id = input.GetProperty("id").GetString()!;
                var back = InputIds.ByName([KeyValuePair.Create(id, input.GetProperty("value").GetString()!)]).Values.Single();
                Assert.EndsWith(Run, back, StringComparison.Ordinal);
                inputs++;
            }
        }

        Assert.True(inputs > 100);
    }

    [Fact]
    public void A_name_from_right_to_left_is_set_apart_on_every_card()
    {
        var texts = 0;
        foreach (var (_, card) in Gallery.All())
        {
            var json = JsonDocument.Parse(CardJson.Write(With(card, $"{Name}, born 14 February 2017"))).RootElement;
            foreach (var text in Texts(json).Where(text => text.Contains(Name, StringComparison.Ordinal)))
            {
                Assert.Contains($"\u2068{Name}\u2069, born 14 February 2017", text, StringComparison.Ordinal);
                texts++;
            }
        }

        Assert.True(texts > 1000);
    }

    [Theory]
    [InlineData("Child A, born 2017", "Child A, born 2017")]
    [InlineData("محمد علي", "\u2068محمد علي\u2069")]
    [InlineData("Child: محمد (3), שלום 12", "Child: \u2068محمد (3), שלום\u2069 12")]
    [InlineData("محمد and שָׁלוֹם.", "\u2068محمد\u2069 and \u2068שָׁלוֹם\u2069.")]
    [InlineData("محمد\nعلي", "\u2068محمد\u2069\n\u2068علي\u2069")]
    [InlineData("\u202eabc\u202c \u2067محمد\u2069 x", "abc \u2068محمد\u2069 x")]
    [InlineData("王 – 2017", "王 – 2017")]
    public void Only_the_letters_written_from_the_right_are_set_apart(string text, string steady) =>
        Assert.Equal(steady, Direction.Steady(text));

    /// <summary>The texts that are read, not those of inputs, which are typed.</summary>
    private static IEnumerable<string> Texts(JsonElement element) =>
        element.ValueKind switch
        {
            JsonValueKind.Object => element
                .EnumerateObject()
                .SelectMany(property =>
                    property.Name is "text" or "label" or "title" && property.Value.ValueKind == JsonValueKind.String
                        ? [property.Value.GetString()!]
                        : Texts(property.Value)
                ),
            JsonValueKind.Array => element.EnumerateArray().SelectMany(Texts),
            _ => [],
        };

    /// <summary>The card with a text put at the end of everything on it that people may have written.</summary>
    private static AdaptiveCard With(AdaptiveCard card, string text) => card with { Body = With(card.Body, text) };

    private static ImmutableList<Element> With(ImmutableList<Element> elements, string text) =>
        [
            .. elements.Select(element =>
                element switch
                {
                    TextBlock block => block with { Text = $"{block.Text} {text}" },
                    RichTextBlock rich => rich with { Inlines = [.. rich.Inlines.Select(run => run with { Text = $"{run.Text} {text}" })] },
                    Container container => container with { Items = With(container.Items, text) },
                    ColumnSet set => set with
                    {
                        Columns = [.. set.Columns.Select(column => column with { Items = With(column.Items, text) })],
                    },
                    InputText input => input with { Label = $"{input.Label} {text}", Value = $"{input.Value} {text}", MaxLength = null },
                    InputDate input => input with { Label = $"{input.Label} {text}", Value = text },
                    InputTime input => input with { Label = $"{input.Label} {text}", Value = text },
                    InputChoiceSet input => input with
                    {
                        Label = $"{input.Label} {text}",
                        Value = text,
                        Choices = [.. input.Choices.Select(choice => choice with { Title = $"{choice.Title} {text}" })],
                    },
                    _ => element,
                }
            ),
        ];
}
