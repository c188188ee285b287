using System.Linq;
using SafeguardingTeams.Domain.Cases;

namespace SafeguardingTeams.Domain.Deciding;

/// <summary>Whatever is recorded can be put right by its author or by operations, with a reason (decision 16); operations decide nothing themselves.</summary>
internal static class Corrections
{
    /// <summary>The refusal where somebody would decide what is another role's to decide; null where they hold the role, or only correct.</summary>
    internal static Refusal? Refuse(CaseFile file, DecisionContext context, bool corrects, params Role[] owners) =>
        corrects || context.Actor.RolesFor(file).Overlaps(owners) ? null
        : new("only-corrects", "This is not the operational team's to decide. Once it is recorded, they can put it right.");
}
