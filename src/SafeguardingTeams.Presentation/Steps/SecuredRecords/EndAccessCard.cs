using AdaptiveCards;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Cards.Forms;
using SafeguardingTeams.Presentation.Wording;
using static SafeguardingTeams.Presentation.Cards.Forms.ReviewParts;
using static SafeguardingTeams.Presentation.Cards.Parts;

namespace SafeguardingTeams.Presentation.Steps.SecuredRecords;

/// <summary>End access to the secured records (B9).</summary>
public static class EndAccessCard
{
    /// <summary>End access to the secured records (B9).</summary>
    public static AdaptiveCard Draw(CaseFile file, Filled filled, CardContext context) =>
        Small(
            file,
            filled,
            context,
            "End access to secured records?",
            file.Review.Agencies.Where(agency => agency.AskedAt is not null)
                .Select(agency => Fact(agency.Name, ReviewWords.Secured(agency))),
            [
                "Representatives and nominees can no longer open their agency's folder, and attendees no longer the papers. What lies "
                    + "in them stays, and the operational team can still reach it. It cannot be undone here.",
                "Each of them is told by mail: what becomes of the agency's own records, and whom to ask.",
            ],
            [],
            Go(file, context, "Yes, end access", Verbs.EndAccess, (Verbs.Do, "yes")) with
            {
                Style = "destructive",
            },
            ToTheCase(file, context)
        );
}
