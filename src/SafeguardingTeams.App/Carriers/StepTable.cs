using System.Globalization;
using AdaptiveCards;
using SafeguardingTeams.App.Directory;
using SafeguardingTeams.App.Time;
using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Deciding;
using SafeguardingTeams.Domain.Steps.Awareness;
using SafeguardingTeams.Domain.Steps.GroupMeeting;
using SafeguardingTeams.Domain.Steps.InformingLeads;
using SafeguardingTeams.Domain.Steps.JointAgencyResponse;
using SafeguardingTeams.Domain.Steps.Mediation;
using SafeguardingTeams.Domain.Steps.Notification;
using SafeguardingTeams.Domain.Steps.PartnerDecision;
using SafeguardingTeams.Domain.Steps.Reassigning;
using SafeguardingTeams.Domain.Steps.Recommendation;
using SafeguardingTeams.Domain.Steps.Referral;
using SafeguardingTeams.Domain.Steps.ReferrerTold;
using SafeguardingTeams.Domain.Steps.Threshold;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Cards.Case;

namespace SafeguardingTeams.App.Carriers;

/// <summary>How one step is drawn, understood and answered.</summary>
/// <param name="Step">For the table of who may do what.</param>
/// <param name="Draw">The card.</param>
/// <param name="Command">What was sent, or what is wrong with it.</param>
/// <param name="DoneSays">What is said when it is done.</param>
internal sealed record StepCard(
    Step Step, Func<CaseFile, Filled, CardContext, AdaptiveCard> Draw, Func<Press, (Command?, Refusal?)> Command, Func<CaseFile, string> DoneSays)
{
    /// <summary>Whether there is anything to do, where the stage alone does not say so.</summary>
    internal Func<CaseFile, bool> IsOpen { get; init; } = _ => true;
}

/// <summary>The steps that are a card, by verb.</summary>
public sealed class StepTable(IPeople people, LondonClock clock)
{
    internal StepCard Of(Press press) => press.Action.Verb switch
    {
        Verbs.Withdraw => new(Step.WithdrawReferral, StepCards.Withdraw, p => (new WithdrawReferral(Id(p), p.Input("reason")), null), _ => "The referral is withdrawn."),
        Verbs.JointAgencyResponse => new(Step.RecordJointAgencyResponse, StepCards.JointAgencyResponse, JointAgencyResponse, _ => "Saved."),
        Verbs.Awareness => new(Step.RecordAwareness, StepCards.Awareness,
            p => Day(p) is { } day ? (new RecordAwareness(Id(p), day, p.Input("reason")), null) : (null, NoDate), _ => "Saved. The authority's clock counts from this day."),
        Verbs.Threshold => new(Step.DecideThreshold, StepCards.Threshold,
            p => (new DecideThreshold(Id(p), p.Key(Verbs.Do) == "reached", p.Input("reason"), Again(p)), null),
            file => file.Threshold!.Reached ? "The threshold is reached. The operational team and the Chair are being alerted." : "The threshold is not reached. The referrer is being told."),
        Verbs.ReferrerTold => new(Step.RecordReferrerTold, StepCards.ReferrerTold, p => (new RecordReferrerTold(Id(p), p.Input("how"), Again(p)), null), _ => "Saved: the referrer has been told."),
        Verbs.InformLeads => new(Step.InformLeads, DecisionCards.InformLeads, p => (new InformLeads(Id(p)), null), _ => "The three leads are being informed.") { IsOpen = file => file.LeadsInformedAt is null },
        Verbs.Recommend => new(Step.Recommend, DecisionCards.Recommend,
            p => (new Recommend(Id(p), p.Key(Verbs.Do) == "met", p.Input("reason"), p.Input("special") == "yes", Again(p)), null), _ => "Your recommendation is recorded. The three leads are being asked.") { IsOpen = file => file.PartnersView is null },
        Verbs.PartnerDecision => new(Step.DecideAsPartner, DecisionCards.Partner, p => (new DecideAsPartner(Id(p), Round(p), Agrees: true, "", Seen(p)), null), Decided) { IsOpen = RoundIsOpen },
        Verbs.PartnerReasons => new(Step.DecideAsPartner,
            (file, filled, context) => DecisionCards.PartnerReasons(file, press.Key("disagree").Length == 0 && press.Key(Verbs.Do) != "disagree", filled, context),
            p => (new DecideAsPartner(Id(p), Round(p), p.Key(Verbs.Do) == "agree", p.Input("reason"), Seen(p)), null), Decided) { IsOpen = RoundIsOpen },
        Verbs.StandAside => new(Step.StandAside, DecisionCards.StandAside, p => (new StandAside(Id(p)), null), _ => "You have stood aside in this case. Your deputy is being asked."),
        Verbs.Telephone => new(Step.RecordDecisionByTelephone, DecisionCards.Telephone, Telephone, _ => "The decision is recorded.") { IsOpen = RoundIsOpen },
        Verbs.AskForMediation => new(Step.AskForMediation, DecisionCards.AskForMediation, p => (new AskForMediation(Id(p)), null), _ => "The Independent Scrutineer is being asked.") { IsOpen = file => RoundIsOpen(file) && file.Round!.Differ },
        Verbs.Mediation => new(Step.RecordMediation, DecisionCards.Mediation, p => (new RecordMediation(Id(p), p.Input("outcome"), p.Input("agreed")), null), _ => "The mediation is recorded. Each lead is being asked again.") { IsOpen = file => file is { Mediation: not null, PartnersView: null } },
        Verbs.CorrectMediation => new(Step.CorrectMediation, DecisionCards.CorrectMediation, p => (new CorrectMediation(Id(p), p.Input("outcome"), p.Input("agreed"), p.Input("reason")), null), _ => "The record of the mediation is corrected.") { IsOpen = file => file.Mediated is not null },
        Verbs.TakeBackSpecialMeeting => new(Step.TakeBackSpecialMeeting, DecisionCards.TakeBackSpecialMeeting, p => (new TakeBackSpecialMeeting(Id(p), p.Input("reason")), null), _ => "Taken back. The operational team is being told.") { IsOpen = file => file.SpecialMeeting is not null },
        Verbs.NotificationDecision => new(Step.DecideOnNotification, NotificationCards.Decision,
            p => (new DecideOnNotification(Id(p), p.Key(Verbs.Do) == "notify", Ground(p), p.Input("reason"), Again(p)), null),
            file => file.AuthorityDecision!.Notifies ? "Recorded. Notify through the Panel's own portal, then record it here." : "Recorded: the authority does not notify. The case goes to the Learning from Practice Group.") { IsOpen = file => file.Notification is null || file.AuthorityMustLookAgain },
        Verbs.NotificationSent => new(Step.RecordNotification, NotificationCards.Sent, NotificationSent,
            file => file.Notification!.Timetable.IsEmpty ? "The notification is recorded. No Rapid Review follows from it." : "The notification is recorded. The Rapid Review's dates are pinned, and the operational team is being told."),
        Verbs.SpecialMeeting => new(Step.AskForSpecialMeeting, DecisionCards.SpecialMeeting, p => (new AskForSpecialMeeting(Id(p), p.Input("reason")), null), _ => "A special meeting is asked for. The operational team is being told.") { IsOpen = file => file.SpecialMeeting is null },
        Verbs.HandOver => new(Step.HandOver, (file, filled, context) => DecisionCards.HandOver(file, Candidates(file, press.Actor), filled, context), HandOver, _ => "It is handed over, and they are being told."),
        _ => throw new InvalidOperationException("No such step."),
    };

    private static bool RoundIsOpen(CaseFile file) => file is { Round: not null, PartnersView: null, Mediation: null };

    private static string Decided(CaseFile file) => file switch
    {
        { PartnersView: PartnersView.Met } => "Your decision is recorded. All three have decided: the criteria are met. The local authority is being asked to notify.",
        { PartnersView: PartnersView.NotMet } => "Your decision is recorded. All three have decided: the criteria are not met. The case goes to the Learning from Practice Group.",
        { PartnersView: PartnersView.NotAgreed } => "Your decision is recorded. The partners could not agree. The local authority decides on the notification.",
        { Round.Differ: true } => "Your decision is recorded. The leads differ: you can ask the Independent Scrutineer to mediate.",
        _ => "Your decision is recorded. You can change it until all three have decided.",
    };

    /// <summary>Who can have which role of this case: for operations every role, for others their own.</summary>
    private List<(Role Role, Actor Person)> Candidates(CaseFile file, Actor actor)
    {
        var held = actor.RolesFor(file);
        Role[] roles = [Role.Chair, .. Partners.Leads, Role.Scrutineer, Role.AuthorityNotifier];
        return [.. from role in roles
                   where held.Contains(role) || held.Contains(Role.Operations)
                   from person in people.Actors(clock.Today)
                   where Domain.Steps.Reassigning.HandOver.CanHave(role, person, file, actor) && file.HandedOver.GetValueOrDefault(role) != person.PersonId
                       && (file.HandedOver.ContainsKey(role) || !person.RolesFor(file).Contains(role))
                   select (role, person)];
    }

    private static (Command?, Refusal?) HandOver(Press press) =>
        press.Input("to").Split('/') is [var role, var person] && Enum.TryParse<Role>(role, out var parsed)
            ? (new HandOver(Id(press), parsed, person, press.Input("reason")), null) : (null, new Refusal("answer-needed", "Choose what is handed over, and to whom.", "to"));

    private static (Command?, Refusal?) Telephone(Press press) =>
        Enum.TryParse<Role>(press.Input("lead"), out var lead)
            ? (new RecordDecisionByTelephone(Id(press), Round(press), lead, press.Key(Verbs.Do) == "agree", press.Input("reason"), press.Input("given"), press.Input("verified"), Seen(press)), null)
            : (null, new Refusal("answer-needed", "Choose whose decision it is.", "lead"));

    private static (Command?, Refusal?) NotificationSent(Press press) =>
        Day(press) is not { } day ? (null, NoDate)
        : !TimeOnly.TryParseExact(press.Input("time"), "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? (null, new Refusal("time-needed", "Enter the time, for example 14:30.", "time"))
        : (new RecordNotification(Id(press), Ground(press), London.Instant(day, time), press.Input("reference"), press.Input("reason"), Again(press)), null);

    private static (Command?, Refusal?) JointAgencyResponse(Press press) =>
        !Enum.TryParse<JointAgencyResponseState>(press.Input("state"), out var state) || !Enum.IsDefined(state)
            ? (null, new Refusal("answer-needed", "Choose an answer.", "state"))
            : press.Input("date").Length > 0 && Day(press) is null ? (null, NoDate)
            : (new RecordJointAgencyResponse(Id(press), new(state, Day(press), press.Input("note").Trim())), null);

    private static NotificationGround Ground(Press press) =>
        Enum.TryParse<NotificationGround>(press.Input("ground"), out var ground) && Enum.IsDefined(ground) ? ground : NotificationGround.SeriousIncident;

    private static int Round(Press press) => int.TryParse(press.Key("round"), NumberStyles.None, CultureInfo.InvariantCulture, out var round) ? round : 0;

    /// <summary>The version of the case the card was drawn from; a card that does not say is taken to have seen nothing.</summary>
    private static int Seen(Press press) => int.TryParse(press.Key("seen"), NumberStyles.None, CultureInfo.InvariantCulture, out var seen) ? seen : 0;

    private static bool Again(Press press) => press.Key("again") == "yes";

    private static Refusal NoDate => new("date-needed", "Enter a real date.", "date");

    private static CaseId Id(Press press) => press.CaseId!.Value;

    private static DateOnly? Day(Press press) =>
        DateOnly.TryParseExact(press.Input("date"), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
