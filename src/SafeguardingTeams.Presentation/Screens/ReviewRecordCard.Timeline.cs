using System.Globalization;
using AdaptiveCards;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Reviews;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Cards.Forms;
using SafeguardingTeams.Presentation.Cards.Layout;
using SafeguardingTeams.Presentation.Steps;
using SafeguardingTeams.Presentation.Wording;
using static SafeguardingTeams.Presentation.Cards.Layout.Runs;
using static SafeguardingTeams.Presentation.Cards.Parts;

namespace SafeguardingTeams.Presentation.Screens;

/// <content>What happened, by whom, when, why.</content>
public static partial class ReviewRecordCard
{
    /// <summary>Everything that happened, newest first.</summary>
    public static AdaptiveCard Timeline(ReviewFile file, int page, CardContext context) =>
        RecordForm.Timeline(
            $"Review {OnScreen.Reference(file.Ref)}",
            file,
            recorded => ReviewRecordText.Of((ReviewEvent)recorded.Event, file),
            page,
            ReviewRecordForm.Key(context, "Back to the review", Verbs.OpenReview, file),
            (title, to) =>
                ReviewRecordForm.Key(context, title, Verbs.ReviewHistory, file, ("page", to.ToString(CultureInfo.InvariantCulture)))
        );
}
