using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Cases.Deciding;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.Approval;
using SafeguardingTeams.Domain.Steps.Awareness;
using SafeguardingTeams.Domain.Steps.Joining;
using SafeguardingTeams.Domain.Steps.JointAgencyResponse;
using SafeguardingTeams.Domain.Steps.LeadsQuestions;
using SafeguardingTeams.Domain.Steps.PartnerDecision;
using SafeguardingTeams.Domain.Steps.Referral;
using SafeguardingTeams.Domain.Steps.ReferrerTold;
using SafeguardingTeams.Domain.Steps.Threshold;

namespace SafeguardingTeams.Presentation.Wording;

/// <summary>How much of a case somebody with a part in it needs to know (F1, F2).</summary>
public static class Visibility
{
    private static readonly Role[] Deciding = [Role.Operations, Role.Chair, Role.Scrutineer, Role.AuthorityNotifier, .. Partners.Leads];

    /// <summary>Whether they take part in deciding, and so see how it is decided; the referrer and the MASH see what came of it.</summary>
    public static bool SeesDeciding(CaseFile file, Actor viewer) => Permissions.SeesAs(file, viewer, Deciding);

    /// <summary>
    /// How a case is being decided is for those who take part in it; the referrer and the MASH see the clocks they wait for (F1).
    /// Each agency's
    /// clock is for those who chase it.
    /// </summary>
    public static bool ShowsClock(string timescaleId, CaseFile file, Actor viewer) =>
        Timescales.Rule(timescaleId) is { } rule
        && (
            !SeesDeciding(file, viewer)
                ? rule == Timescales.ThresholdDecision
                    || rule == Timescales.ReferrerTold
                    || rule == Timescales.AuthorityNotification && !Permissions.SeesAs(file, viewer, [Role.Practitioner])
                : rule != Timescales.ScopingReturn && rule != Timescales.Securing
                    || Permissions.SeesAs(file, viewer, [Role.Operations, Role.Chair])
        );

    /// <summary>What of a case's history they see, oldest first.</summary>
    public static IEnumerable<RecordedEvent> History(CaseFile file, Actor viewer) =>
        file.History.Where(recorded => Shows((CaseEvent)recorded.Event, file, viewer));

    /// <summary>Whether a lead may see what the other leads decided in the open round: once their own decision is made (A10).</summary>
    internal static bool SeesDecisions(CaseFile file, Actor viewer)
    {
        var roles = viewer.RolesFor(file);
        return SeesDeciding(file, viewer)
            && (
                file is not { Round: { } round, PartnersView: null }
                || !round.Missing.Any(roles.Contains)
                || roles.Contains(Role.Chair)
                || roles.Contains(Role.Operations)
                || roles.Contains(Role.Scrutineer)
            );
    }

    /// <summary>Whether a lead may see how the other leads decided on the approval: once their own decision is made (B20).</summary>
    internal static bool SeesApprovals(CaseFile file, Actor viewer)
    {
        var roles = viewer.RolesFor(file);
        return SeesDeciding(file, viewer)
            && (
                file.Review.Approval is not { Approved: null, Round: { } round }
                || !round.Missing.Any(roles.Contains)
                || roles.Overlaps([Role.Chair, Role.Operations, Role.Scrutineer])
            );
    }

    /// <summary>Whether a lead may see what the others answered to an open question: once they have answered themselves (A10).</summary>
    internal static bool SeesAnswers(LeadsQuestion asked, CaseFile file, Actor viewer)
    {
        var roles = viewer.RolesFor(file);
        return SeesDeciding(file, viewer)
            && (!asked.IsOpen || !asked.Missing.Any(roles.Contains) || roles.Overlaps([Role.Chair, Role.Operations, Role.Scrutineer]));
    }

    /// <summary>Whether an event stands in the timeline they are shown.</summary>
    internal static bool Shows(CaseEvent happened, CaseFile file, Actor viewer) =>
        happened switch
        {
            _ when !ReviewVisibility.SeesCase(file, viewer) => ReviewVisibility.Shows(happened, file, viewer),
            ReferralSubmitted
            or ReferralChanged
            or ReferralWithdrawn
            or ReferralJoined
            or ReferralReceived
            or ReferralSeparated
            or ReferralGivenBack
            or AwarenessRecorded
            or JointAgencyResponseRecorded
            or ThresholdDecided
            or ReferrerTold => true,
            PartnerDecided decided => SeesDeciding(file, viewer)
                && (
                    decided.Round != file.Round!.Number
                    || SeesDecisions(file, viewer)
                    || viewer.RolesFor(file).Contains(decided.PartnersDecision.Lead)
                ),
            ApprovalGiven given => SeesDeciding(file, viewer)
                && (
                    given.Round != file.Review.Approval!.Round.Number
                    || SeesApprovals(file, viewer)
                    || viewer.RolesFor(file).Contains(given.Decision.Lead)
                ),
            LeadsQuestionAnswered answered => SeesDeciding(file, viewer)
                && (SeesAnswers(file.Question(answered.Number)!, file, viewer) || viewer.RolesFor(file).Contains(answered.Lead)),
            _ => SeesDeciding(file, viewer),
        };
}
