using AdaptiveCards;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Deciding;
using SafeguardingTeams.Presentation.Cards.Layout;
using SafeguardingTeams.Presentation.Wording;
using static SafeguardingTeams.Presentation.Cards.Parts;

namespace SafeguardingTeams.Presentation.Cards.Case;

/// <summary>What this person may do with a case now: what waits for them first, then reading, then everything else.</summary>
internal static class CaseButtons
{
    /// <summary>As many as a set holds, and as many as a card shows at once.</summary>
    private const int Most = 6;

    /// <summary>What waits for this person: at the top, so that nobody has to look for it on a phone.</summary>
    internal static IEnumerable<Element> Waiting(CaseView view, CardContext context)
    {
        var rows = All(view, context).Waiting;
        return rows.Chunk(Most).Select(row => Buttons(row));
    }

    /// <summary>Everything else, at the end: what can be read and the way home in view, what is done rarely folded away where there is more than fits.</summary>
    internal static IEnumerable<Element> Other(CaseView view, CardContext context)
    {
        var (waiting, reading, other) = All(view, context);
        if (waiting.Count + reading.Count + other.Count <= Most)
        {
            return [Buttons([.. reading, .. other])];
        }

        var home = other.First(button => button.Verb == Verbs.Home);
        var shown = Math.Max(0, Most - waiting.Count - 2);
        List<CardButton> rare = [.. reading.Skip(shown), .. other.Where(button => button != home)];
        var fold = new Fold("else", $"What else you can do ({rare.Count})", [.. rare.Chunk(Most).Select(row => Buttons(row))]);
        return [Buttons([.. reading.Take(shown), fold.Button, home]), fold.Part];
    }

    private static (List<ActionExecute> Waiting, List<CardButton> Reading, List<ActionExecute> Other) All(CaseView view, CardContext context)
    {
        var file = view.File;
        var roundIsOpen = file is { Round: not null, PartnersView: null, Mediation: null };
        bool May(Step step) => Permissions.Allows(step, file, context.Viewer);
        bool Holds(Role role) => context.Viewer.RolesFor(file).Contains(role);
        ActionExecute? If(bool shown, string title, string verb) => shown ? Button(context, title, verb, ("case", Code(file.Id))) : null;
        var isToBeSent = file is { AuthorityDecision.Notifies: true, Notification: null } && May(Step.RecordNotification) && Holds(Role.AuthorityNotifier);
        ActionExecute?[] waiting =
        [
            If(May(Step.DecideThreshold) && file.Stage == Stage.AwaitingThreshold, "Decide the threshold", Verbs.Threshold),
            If(May(Step.InformLeads) && file.LeadsInformedAt is null, "Inform the three leads", Verbs.InformLeads),
            If(May(Step.Recommend) && file.Recommendation is null && file.PartnersView is null && Holds(Role.Chair), "Record the recommendation", Verbs.Recommend),
            If(May(Step.DecideAsPartner) && roundIsOpen, file.Round?.Missing.Any(context.Viewer.RolesFor(file).Contains) == true ? "Decide" : "Change my decision", Verbs.PartnerDecision),
            If(May(Step.AskForMediation) && roundIsOpen && file.Round!.Differ, "Ask the Scrutineer to mediate", Verbs.AskForMediation),
            If(May(Step.RecordMediation) && file is { Mediation: not null, PartnersView: null }, "Record the mediation", Verbs.Mediation),
            If(isToBeSent, "Facts for the portal", Verbs.PortalFacts),
            If(isToBeSent, "Record the notification", Verbs.NotificationSent),
            If(May(Step.DecideOnNotification) && (file is { AuthorityDecision: null, Notification: null } || file.AuthorityMustLookAgain) && Holds(Role.AuthorityNotifier), "Does the authority notify?", Verbs.NotificationDecision),
            .. ReviewButtons.Waiting(file, context),
        ];
        CardButton?[] reading =
        [
            If(true, "Read the referral", Verbs.ReadReferral),
            If(true, "Timeline", Verbs.Timeline),
            .. ReviewButtons.Reading(file, context),
            If(May(Step.DecideOnNotification) && Holds(Role.AuthorityNotifier) && !isToBeSent, "Facts for the portal", Verbs.PortalFacts),
        ];
        ActionExecute?[] other =
        [
            .. ReviewButtons.Others(file, context),
            If(May(Step.RecordNotification) && !isToBeSent && (file.Notification is not null || Holds(Role.AuthorityNotifier)), file.Notification is null ? "Record the notification" : "Correct the notification", Verbs.NotificationSent),
            If(May(Step.DecideOnNotification) && file is { AuthorityDecision: not null, Notification: null } && !(file.AuthorityMustLookAgain && Holds(Role.AuthorityNotifier)), "Correct the authority's decision", Verbs.NotificationDecision),
            If(May(Step.Recommend) && file is { Recommendation: not null, PartnersView: null }, "Correct the recommendation", Verbs.Recommend),
            If(May(Step.StandAside) && file.PartnersView is null && !roundIsOpen, "I had part in the case", Verbs.StandAside),
            If(May(Step.CorrectMediation) && file.Mediated is not null, "Correct the mediation", Verbs.CorrectMediation),
            If(May(Step.TakeBackSpecialMeeting) && file.SpecialMeeting is { } asked && (asked.PersonId == context.Viewer.PersonId || Holds(Role.Operations)), "No special meeting", Verbs.TakeBackSpecialMeeting),
            If(May(Step.RecordDecisionByTelephone) && roundIsOpen, "Decision by telephone", Verbs.Telephone),
            If(May(Step.AskForSpecialMeeting) && file.SpecialMeeting is null, "Ask for a special meeting", Verbs.SpecialMeeting),
            If(May(Step.RecordReferrerTold) && (file.OwesReferrer || file.ReferrerTold is not null), file.ReferrerTold is null ? "I have told the referrer" : "Correct: referrer told", Verbs.ReferrerTold),
            If(May(Step.ChangeReferral), "Complete or correct", Verbs.ChangeReferral),
            If(May(Step.RecordJointAgencyResponse), "Joint Agency Response", Verbs.JointAgencyResponse),
            If(May(Step.RecordAwareness), "When we became aware", Verbs.Awareness),
            If(May(Step.JoinReferrals) && file.Stage != Stage.Joined, "Same incident?", Verbs.Duplicates),
            If(May(Step.JoinReferrals) && file.Stage == Stage.Joined, "Separate again", Verbs.Separate),
            If(May(Step.DecideThreshold) && (file.Stage == Stage.BelowThreshold || file is { Stage: Stage.AwaitingRecommendation, LeadsInformedAt: null, AuthorityDecision: null }), "Correct the threshold decision", Verbs.Threshold),
            If(May(Step.HandOver), "Hand over", Verbs.HandOver),
            Button(context, "Home", Verbs.Home),
            // What cannot be taken back comes last.
            If(May(Step.WithdrawReferral), "Withdraw", Verbs.Withdraw) is { } withdraw ? withdraw with { Style = "destructive" } : null,
            .. ReviewButtons.Last(file, context),
        ];
        var first = waiting.OfType<ActionExecute>().ToList();
        if (first.Count > 0)
        {
            first[0] = first[0].Main();
        }

        return (first, [.. reading.OfType<CardButton>()], [.. other.OfType<ActionExecute>()]);
    }
}
