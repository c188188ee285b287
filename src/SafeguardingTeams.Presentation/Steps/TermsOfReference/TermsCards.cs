using AdaptiveCards;
using SafeguardingTeams.Domain.Group;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Cards.Forms;
using static SafeguardingTeams.Presentation.Cards.Parts;
using static SafeguardingTeams.Presentation.Wording.Written;

namespace SafeguardingTeams.Presentation.Steps.TermsOfReference;

/// <summary>The group's terms of reference (E8).</summary>
public static class TermsCards
{
    /// <summary>They were agreed, or reviewed and left as they are.</summary>
    public static AdaptiveCard Agree(GroupFile group, Filled filled, CardContext context) =>
        GroupForm.Draw(
            filled,
            context,
            "Terms of reference",
            group.Terms is { } terms
                ? $"They were agreed on {ShortDay(terms.AgreedOn)} and are to be reviewed by {ShortDay(terms.ReviewBy)}."
                    + (terms.ReviewBy < context.Today ? " The review is late." : "")
                : "None are on the record yet.",
            [
                .. GroupForm.Date(filled, context, "date", "When were they agreed or reviewed?"),
                .. GroupForm.Date(
                    filled,
                    context,
                    "review",
                    "Review by (optional)",
                    "Leave it empty for 12 months after. Enter an earlier day if local or national rules change."
                ),
                .. GroupForm.Line(
                    filled,
                    context,
                    "where",
                    "Where is the document kept?",
                    "Its name, or its place in the partnership's files.",
                    group.Terms?.Where ?? ""
                ),
            ],
            Button(context, "Record it", Verbs.GroupTerms, (Verbs.Do, "yes")).Main()
        );
}
