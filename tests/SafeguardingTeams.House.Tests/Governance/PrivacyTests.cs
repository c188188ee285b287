using System.Collections.Immutable;
using SafeguardingTeams.Presentation.Wording;

namespace SafeguardingTeams.House.Tests.Governance;

/// <summary>The privacy page says what a person has to be told (F1).</summary>
public class PrivacyTests
{
    [Fact]
    public void Without_words_of_the_partnerships_own_it_says_whom_to_ask()
    {
        var sections = PrivacyWords.Sections(Words(ImmutableDictionary<string, string>.Empty));
        Assert.Equal(
            ["Who is responsible", "What is held", "Why it may be held", "Who else has it", "For how long", "Your rights", "Whom to ask"],
            sections.Select(section => section.Heading)
        );
        Assert.Contains("operations@partnership.example", sections[0].Text, StringComparison.Ordinal);
        Assert.Contains("operations@partnership.example", sections[^1].Text, StringComparison.Ordinal);
        Assert.Contains("Information Commissioner", sections[5].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Each_word_of_the_partnerships_own_stands_once_in_place_of_ours()
    {
        var ours = PrivacyWords.Sections(Words(ImmutableDictionary<string, string>.Empty));
        var theirs = PrivacyWords.Sections(Words(PrivacyWords.Keys.ToImmutableDictionary(key => key, key => $"[{key}]")));
        Assert.All(PrivacyWords.Keys, key => Assert.Single(theirs, section => section.Text == $"[{key}]"));
        Assert.Equal(ours.Count - PrivacyWords.Keys.Length, ours.Intersect(theirs).Count());
    }

    private static PartnershipWords Words(ImmutableDictionary<string, string> own) =>
        new(
            "Example Partnership",
            "MASH",
            "Operations",
            "020 7946 0000",
            "operations@partnership.example",
            "Front door",
            "020 7946 0001",
            "020 7946 0002",
            new("https://safeguarding.partnership.example"),
            own
        )
        {
            Code = "ESCP",
            GroupName = "Group",
            PanelAddressee = "Chair",
            PanelAddress = "Panel",
        };
}
