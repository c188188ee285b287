using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.Domain.Actions;

/// <summary>
/// Whether somebody may take a step on an action now: the table of <see cref="ActionPermissions"/>, and what the stage alone does not
/// tell. The button that offers a step, the card that opens for it and the command that takes it all ask here.
/// </summary>
public static class ActionRules
{
    private static readonly Refusal TimeIsAsked = new(
        "time-asked",
        "The Chair has not answered yet whether there is more time. Wait for the answer before you ask again."
    );

    private static readonly Refusal ImpactFirst = new(
        "impact-first",
        "The owner has not said yet what the action has changed. It is asked of them; for one who was entered by hand, record the answer."
    );

    /// <summary>The card was drawn for an earlier time: what it asked then may be answered, and something else asked now.</summary>
    internal static readonly Refusal DrawnBefore = new(
        "drawn-before",
        "Something has happened since this card was drawn, so nothing was recorded. Read where it stands now. What you entered is still "
            + "here: send it again if it still holds."
    );

    private static readonly Refusal OwnAction = new(
        "own-action",
        "You own this action, so somebody else has to do this. Nothing has been changed."
    );

    /// <summary>Whether this person may take this step now.</summary>
    public static bool MayTake(Step step, ActionFile file, Actor actor) => Refuse(step, file, actor) is null;

    /// <summary>Why this person may not take this step now; null where they may.</summary>
    public static Refusal? Refuse(Step step, ActionFile file, Actor actor) =>
        ActionPermissions.Refuse(step, file, actor)
        ?? step switch
        {
            Step.ReportProgress or Step.ReportActionDone or Step.AddEvidenceFile or Step.AddEvidenceLink => ForWhom(file, actor),
            Step.TakeOutEvidenceFile => EvidenceFile.There(file).IsEmpty ? Refusal.Overtaken : null,
            Step.TakeOutEvidenceLink => EvidenceLink.There(file).IsEmpty ? Refusal.Overtaken : null,
            Step.AskForMoreTime => ForWhom(file, actor) ?? (file.OpenMoreTime is null ? null : TimeIsAsked),
            Step.ReportImpact => ForWhom(file, actor) ?? (file.OpenImpact is null ? null : Refusal.Overtaken),
            Step.AnswerMoreTime => file.OpenMoreTime is null ? Refusal.Overtaken : null,
            Step.CheckImpact => IsOwner(file, actor) ? OwnAction
            : file.OpenImpact is null ? ImpactFirst
            : null,
            // Nobody gets rid of what they own, or gives themselves another date (C20); that the group ended it is the group's decision.
            Step.WithdrawAction or Step.ReopenAction => IsOwner(file, actor) ? OwnAction : null,
            _ => null,
        };

    /// <summary>Whether this person owns the action.</summary>
    public static bool IsOwner(ActionFile file, Actor actor) => file.RolesOf(actor).Contains(Role.ActionOwner);

    /// <summary>
    /// Operations record what is said by an owner who was entered by hand, also where they have come in: their sign-in may fail them. Who
    /// is in the file says it themselves.
    /// </summary>
    private static Refusal? ForWhom(ActionFile file, Actor actor) =>
        IsOwner(file, actor) || file.Owner is { IsByHand: true } ? null : Refusal.NotYours;
}
