using AdaptiveCards;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Wording;
using static SafeguardingTeams.Presentation.Cards.Forms.ReviewParts;
using static SafeguardingTeams.Presentation.Cards.Parts;

namespace SafeguardingTeams.Presentation.Screens;

/// <summary>
/// For an agency's member of the Learning from Practice Group, who is asked beside the representative because the return is late
/// (RO11).
/// </summary>
public static class MemberCard
{
    /// <summary>Draws it: what is late, and nothing of the case.</summary>
    public static AdaptiveCard Draw(CaseFile file, Notice? notice, CardContext context) =>
        Card([
            Top(notice),
            Reference(file),
            Heading("Your agency's Rapid Review form"),
            .. file
                .Review.Agencies.Where(agency => agency.MemberAsked && agency.Key == context.Viewer.AgencyId)
                .SelectMany(agency =>
                    new[]
                    {
                        Fact(agency.Name, ReviewWords.State(file, agency, context.Now)),
                        Fact("Representative", agency.Representative?.Display ?? "nobody named yet"),
                    }
                ),
            Say(
                $"As a member of the {context.Words.GroupName} you see to it that your agency's scoping form is prompt. "
                    + "Please speak to the representative. The form itself, and the case, are not for you to see here."
            ),
            Fact(
                "If somebody else has to do it",
                $"tell {context.Words.OperationsName}, {context.Words.OperationsTelephone}, {context.Words.OperationsEmail}"
            ),
            Buttons(Button(context, "Home", Verbs.Home)),
        ]);
}
