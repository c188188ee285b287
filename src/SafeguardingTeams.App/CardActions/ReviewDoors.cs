using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Cases.Reviewing;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.Meeting;
using SafeguardingTeams.Domain.Steps.Scoping;

namespace SafeguardingTeams.App.CardActions;

/// <summary>Who may open the cards of a Rapid Review that are no step, or a step for one agency or one person invited.</summary>
internal static class ReviewDoors
{
    /// <summary>A card of the review that operations alone look at.</summary>
    internal static Refusal? ForOperations(CaseFile file, Actor actor) =>
        Permissions.SeesAs(file, actor, [Role.Operations]) && file.HasRapidReview ? null : Refusal.NotYours;

    /// <summary>The same, of an agency that is in the list.</summary>
    internal static Func<CaseFile, Actor, Refusal?> Desk(string agency) =>
        (file, actor) => ForOperations(file, actor) ?? (file.Review.Agency(agency) is null ? Refusal.Overtaken : null);

    /// <summary>The same, of somebody who is invited.</summary>
    internal static Func<CaseFile, Actor, Refusal?> Invited(string who) =>
        (file, actor) => ForOperations(file, actor) ?? (Seat(file, who) is null ? Refusal.Overtaken : null);

    /// <summary>A step about an agency that is in the list.</summary>
    internal static Func<CaseFile, Actor, Refusal?> Listed(Step step, string agency) =>
        (file, actor) => StepRules.Refuse(step, file, actor) ?? (file.Review.Agency(agency) is null ? Refusal.Overtaken : null);

    /// <summary>
    /// A step done for an agency: by its representative or by operations; to others the same words whether the agency is asked or not.
    /// </summary>
    internal static Func<CaseFile, Actor, Refusal?> For(Step step, string agency) =>
        (file, actor) => StepRules.Refuse(step, file, actor) ?? Acting(agency)(file, actor);

    /// <summary>Something of an agency that was asked, for its representative or operations.</summary>
    internal static Func<CaseFile, Actor, Refusal?> Acting(string agency) =>
        (file, actor) =>
            file.Review.Agency(agency) is { AskedAt: not null } one && AgencyRights.ActsFor(actor, one, file) ? null : Refusal.NotYours;

    /// <summary>The person invited under a key; null where there is none.</summary>
    internal static Attendee? Seat(CaseFile file, string who) => file.Review.Attendees.Find(attendee => attendee.Key == who);
}
