using System.Text;
using System.Text.Json;
using AdaptiveCards;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Rehearsal.StandIns.Teams;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.Presentation.Tests.Screens;

/// <summary>docs/messages.md: everything that is ever stored in Teams, for whoever has to know what a message may hold.</summary>
public class MessagesPageTests
{
    private static readonly string[] WithoutKind = ["welcome", "my-tasks", "reference", "former"];

    [Fact]
    public void Every_kind_of_message_stands_on_the_page_as_it_is_sent()
    {
        var kinds = Gallery
            .Stored()
            .ToLookup(message => message.Name.Split('-', 3)[1] is var kind && Enum.IsDefined(Kind(kind)) ? kind : "");
        Assert.Equal([], Enum.GetNames<CardKind>().Except(kinds.Select(kind => kind.Key)));
        Assert.Equal(WithoutKind.Order(), kinds[""].Select(message => message.Name["stored-".Length..]).Order());
        var page = new StringBuilder(
            """
            # What is stored in Teams

            A message stays in the history of a chat for ever. So it holds the reference, what is asked, by when, and a button that opens
            the rest after the reader's rights are checked: no fact of the case, no reason, no name. Teams shows its summary in a
            notification, also on a locked phone. The message is drawn anew when the case moves on, so each kind has several texts.
            Generated from the code; the test that writes it fails when a message changes.

            """
        );
        foreach (var kind in Enum.GetNames<CardKind>().Append(""))
        {
            page.Append('\n')
                .Append("## ")
                .Append(kind.Length > 0 ? kind : "Of no case, or to somebody who has no part in it any more")
                .Append('\n');
            foreach (var (summary, text) in kinds[kind].Select(message => (message.Summary, Text: Says(message.Card))).Distinct())
            {
                page.Append("\nSummary: ").Append(summary).Append("\n\n").Append(text);
            }
        }

        Approved.Same("docs/messages.md", page.ToString());
    }

    private static CardKind Kind(string name) => Enum.TryParse<CardKind>(name, out var kind) ? kind : (CardKind)(-1);

    private static string Says(AdaptiveCard card)
    {
        var view = new CardView(JsonDocument.Parse(CardJson.Write(card)).RootElement);
        var lines = view.Text.Split('\n').Append($"Buttons: {string.Join(" | ", view.Buttons)}").Where(line => line.Length > 0);
        return string.Concat(lines.Select(line => $"> {line}\\\n"))[..^2] + "\n";
    }
}
