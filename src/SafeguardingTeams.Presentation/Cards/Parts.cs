using System.Collections.Immutable;
using AdaptiveCards;
using SafeguardingTeams.Presentation.Wording;

namespace SafeguardingTeams.Presentation.Cards;

/// <summary>The pieces every card is made of.</summary>
internal static class Parts
{
    internal static AdaptiveCard Card(params IEnumerable<Element?> body) => new([.. body.OfType<Element>()]);

    internal static TextBlock Heading(string text) =>
        new(text)
        {
            Size = "large",
            Weight = "bolder",
            Style = "heading",
        };

    internal static TextBlock Subheading(string text) =>
        new(text)
        {
            Size = "medium",
            Weight = "bolder",
            Spacing = "medium",
            Style = "heading",
        };

    internal static TextBlock Say(string text) => new(text);

    internal static TextBlock Aside(string text) => new(text) { IsSubtle = true, Spacing = "small" };

    /// <summary>What is wrong, said in words directly above the field.</summary>
    internal static TextBlock Wrong(string text) =>
        new($"There is a problem: {text}")
        {
            Color = "attention",
            Weight = "bolder",
            Spacing = "medium",
        };

    private const int Paragraphs = 40;

    /// <summary>
    /// Text from a person or a case, paragraph by paragraph, never read as Markdown. Of very many lines several stand in one
    /// paragraph.
    /// </summary>
    internal static IEnumerable<Element> Told(string text) =>
        Gathered(text.ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries))
            .Select((paragraph, i) => new RichTextBlock([new TextRun(paragraph)]) { Spacing = i == 0 ? "none" : "small" });

    private static IEnumerable<string> Gathered(string[] lines) =>
        lines.Chunk(Math.Max(1, (lines.Length + Paragraphs - 1) / Paragraphs)).Select(some => string.Join(" ", some));

    /// <summary>A short label in bold and what somebody answered.</summary>
    internal static Element Fact(string label, string text) =>
        new RichTextBlock([
            new TextRun(label.EndsWith('?') ? $"{label} " : $"{label}: ") { Weight = "bolder" },
            new TextRun(text.ReplaceLineEndings(" ")),
        ])
        {
            Spacing = "small",
        };

    internal static Element? Top(Notice? notice) =>
        notice is null
            ? null
            : new Container([
                new RichTextBlock([
                    new TextRun(
                        notice.Kind switch
                        {
                            NoticeKind.Done => "Done: ",
                            NoticeKind.Information => "Please note: ",
                            NoticeKind.Problem => "There is a problem: ",
                        }
                    )
                    {
                        Weight = "bolder",
                    },
                    new TextRun(notice.Text),
                ]),
            ])
            {
                Style = notice.Kind switch
                {
                    NoticeKind.Done => "good",
                    NoticeKind.Information => "emphasis",
                    NoticeKind.Problem => "attention",
                },
            };

    internal static ActionSet Buttons(params IEnumerable<CardButton?> buttons) =>
        new([.. buttons.OfType<CardButton>()]) { Spacing = "medium" };

    internal static ActionExecute Button(
        CardContext context,
        string title,
        string verb,
        params ReadOnlySpan<(string Key, string Value)> keys
    )
    {
        var data = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        data["press"] = context.CardInvocation;
        foreach (var (key, value) in keys)
        {
            data[key] = value;
        }

        return new(title, verb, data.ToImmutable());
    }

    internal static ActionExecute Main(this ActionExecute button) => button with { Style = "positive" };

    /// <summary>What comes first on every way in: a child at risk now goes to the front door.</summary>
    internal static Container AtRisk(PartnershipWords words) =>
        new([
            Subheading("Is a child at risk now?"),
            Say(
                words.Say(
                    "home.at-risk",
                    "Call 999 if a child is in danger this minute. Otherwise tell the front door first; you can refer the "
                        + "incident here afterwards."
                )
            ),
            Fact(words.FrontDoorName, words.FrontDoorTelephone),
            Fact("At all other times", words.FrontDoorOutOfHours),
        ])
        {
            Style = "warning",
        };
}
