using System.Collections.Immutable;
using AdaptiveCards;
using SafeguardingTeams.Domain.Briefings;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Steps;
using SafeguardingTeams.Presentation.Wording;
using static SafeguardingTeams.Presentation.Cards.Parts;

namespace SafeguardingTeams.Presentation.Screens;

/// <content>The messages of briefings.</content>
public static partial class StoredCard
{
    /// <summary>A message of a briefing, and the one line of it that a notification shows: the reference, and no word of it (F2).</summary>
    /// <inheritdoc cref="OfLearning"/>
    public static (AdaptiveCard Card, string Summary) OfBriefing(
        CardKind kind,
        BriefingFile file,
        Topic about,
        PartnershipWords words,
        bool mayHaveComeBefore
    )
    {
        var (title, text) = BriefingRecordText.Of(kind, new(file, about, words));
        var card = Card([
            Aside($"Briefing {file.Ref}"),
            Heading(title),
            Parts.Say(text),
            mayHaveComeBefore ? Aside("You may have had this message before: we could not be sure it arrived.") : null,
            Buttons(
                Static("Open", Verbs.OpenBriefing) with
                {
                    Data = ImmutableSortedDictionary<string, string>.Empty.Add("case", file.Ref.ToString()),
                    Style = "positive",
                },
                new ActionOpenUrl("Open in the browser", new Uri(words.WebPage, $"?open={file.Ref}"))
            ),
        ]);
        return (card, $"{file.Ref}: {title}");
    }
}
