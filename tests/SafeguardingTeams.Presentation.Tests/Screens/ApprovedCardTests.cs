using System.Text.Json;
using AdaptiveCards;
using SafeguardingTeams.Rehearsal.StandIns.Teams;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.Presentation.Tests.Screens;

/// <summary>What each card says, to be read by a person: the approved texts stand in Approved, a file for each family.</summary>
public class ApprovedCardTests
{
    private const string Folder = "tests/SafeguardingTeams.Presentation.Tests/Approved";

    public static TheoryData<string> Families => [.. CardFamily.All];

    /// <summary>To approve what is new, run with <c>APPROVE=yes</c> and read the difference before committing it.</summary>
    [Theory]
    [MemberData(nameof(Families))]
    public void Every_card_says_what_was_approved(string family)
    {
        var place = Path.Combine(Approved.Root, Folder, $"{family}.txt");
        var cards = Gallery.Family(family).Select(card => (card.Name, Text: Says(card.Card))).ToList();
        if (Environment.GetEnvironmentVariable("APPROVE") == "yes" && !(File.Exists(place) && Read(place).SequenceEqual(cards)))
        {
            File.WriteAllText(place, FamilyFile.Write(cards));
        }

        Assert.True(File.Exists(place), $"{place} is not there yet. Run with APPROVE=yes, then read it.");
        var approved = Read(place);
        Assert.Equal(approved.Select(card => card.Name), cards.Select(card => card.Name));
        Assert.All(approved.Zip(cards), pair =>
            Assert.Equal($"{pair.First.Name}\n{pair.First.Text}", $"{pair.Second.Name}\n{pair.Second.Text}")
        );
    }

    [Fact]
    public void No_approved_text_is_left_of_a_family_that_is_gone() =>
        Assert.Equal(
            CardFamily.All.Order(StringComparer.Ordinal),
            Directory
                .GetFiles(Path.Combine(Approved.Root, Folder), "*.txt")
                .Select(file => Path.GetFileNameWithoutExtension(file))
                .Order(StringComparer.Ordinal)
        );

    private static IReadOnlyList<(string Name, string Text)> Read(string place) =>
        FamilyFile.Read(File.ReadAllText(place).ReplaceLineEndings("\n"));

    private static string Says(AdaptiveCard card)
    {
        var view = new CardView(JsonDocument.Parse(CardJson.Write(card)).RootElement);
        return $"{view.Text}\n\nButtons: {string.Join(" | ", view.Buttons)}\n".ReplaceLineEndings("\n");
    }
}
