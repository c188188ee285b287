using System.Collections.Immutable;
using AdaptiveCards;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Reviews;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Steps;
using SafeguardingTeams.Presentation.Wording;
using static SafeguardingTeams.Presentation.Cards.Parts;

namespace SafeguardingTeams.Presentation.Screens;

/// <content>The messages of reviews.</content>
public static partial class StoredCard
{
    /// <summary>A message of a review, and the one line of it that a notification shows: nothing of what it is about (F2).</summary>
    /// <param name="kind">Which message.</param>
    /// <param name="file">The review as it is now.</param>
    /// <param name="about">Which of several messages of the kind.</param>
    /// <param name="words">The partnership's names.</param>
    /// <param name="mayHaveComeBefore">An earlier try may have arrived.</param>
    public static (AdaptiveCard Card, string Summary) OfReview(
        CardKind kind,
        ReviewFile file,
        Topic about,
        PartnershipWords words,
        bool mayHaveComeBefore
    )
    {
        var (title, text) = ReviewRecordText.Of(kind, new(file, about, words));
        var card = Card([
            Aside($"Review {file.Ref}"),
            Heading(title),
            Parts.Say(text),
            mayHaveComeBefore ? Aside("You may have had this message before: we could not be sure it arrived.") : null,
            Buttons(
                Static(
                    "Open",
                    kind switch
                    {
                        CardKind.ReviewRecommendations => Verbs.ReviewTheirs,
                        CardKind.ReviewDetailAsked => Verbs.ReviewDetailTheirs,
                        CardKind.ReviewPapersReady => Verbs.ReviewPapersTheirs,
                        CardKind.ReviewDetailAnswered => Verbs.ReviewDetails,
                        _ => Verbs.OpenReview,
                    }
                ) with
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
