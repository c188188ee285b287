using System.Collections.Immutable;
using AdaptiveCards;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Reviews;
using SafeguardingTeams.Presentation.Cards.Layout;
using SafeguardingTeams.Presentation.Wording;
using static SafeguardingTeams.Presentation.Cards.Layout.Runs;
using static SafeguardingTeams.Presentation.Cards.Parts;

namespace SafeguardingTeams.Presentation.Steps;

/// <summary>What the three leads say, of a review, its terms of reference or its report.</summary>
internal static class ReviewViews
{
    /// <summary>What each lead says to what they are asked.</summary>
    internal static IEnumerable<Element> Draw(ImmutableList<LeadsView> views) =>
        [
            Subheading("What the leads say") with
            {
                Spacing = "large",
            },
            .. Partners.Leads.Select(lead =>
                views.Find(view => view.Lead == lead) is { } view
                    ? Lines.Line(
                        Written.Sentence(Clocks.Partner(lead)),
                        $"{view.By}, {Written.Moment(view.At)}{ByTelephone(view.Call)}"
                            + (view.Reason.Length > 0 ? $": {ReviewRecordText.Short(view.Reason, 300)}" : ""),
                        Plain(view.Agrees ? "Yes" : "No")
                    )
                    : Lines.Line(Written.Sentence(Clocks.Partner(lead)), "", Plain("No answer yet"))
            ),
        ];

    /// <summary>Who gave it by telephone; nothing for the lead's own word (PD8).</summary>
    internal static string ByTelephone(LeadsCall? call) =>
        call is null ? "" : $" (by telephone from {call.GivenBy}, {Written.ShortDay(call.On)}; verified: {call.Verified})";
}
