using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.Domain.Briefings;

/// <summary>
/// Whether somebody may take a step on a briefing now: the table of <see cref="BriefingPermissions"/>, and what the stage alone does not
/// tell. The button that offers a step, the card that opens for it and the command that takes it all ask here.
/// </summary>
public static class BriefingRules
{
    /// <summary>The card was drawn for an earlier time.</summary>
    internal static readonly Refusal DrawnBefore = new(
        "drawn-before",
        "Something has happened since this card was drawn, so nothing was recorded. Read where it stands now. What you entered is still "
            + "here: send it again if it still holds."
    );

    private static readonly Refusal TheAuthorsOwn = new(
        "authors-own",
        "You wrote this text, so somebody else checks it, and somebody else approves it."
    );

    private static readonly Refusal NobodyIsAsked = new("nobody-asked", "No agency is asked how it used this.");

    /// <summary>Whether this person may take this step now.</summary>
    public static bool MayTake(Step step, BriefingFile file, Actor actor) => Refuse(step, file, actor) is null;

    /// <summary>Why this person may not take this step now; null where they may.</summary>
    public static Refusal? Refuse(Step step, BriefingFile file, Actor actor) =>
        // An agency's member of the group says how it was used, and has no other part in it (E20).
        step == Step.AnswerBriefing
        && BriefingPermissions.AnswersForTheirs(file, actor)
            ? null
            : BriefingPermissions.Refuse(step, file, actor)
                ?? step switch
                {
                    Step.CheckBriefing or Step.ApproveBriefing => file.Text!.Author.PersonId == actor.PersonId ? TheAuthorsOwn : null,
                    Step.AnswerBriefing => file.Plan!.Agencies.IsEmpty ? NobodyIsAsked : null,
                    _ => null,
                };
}
