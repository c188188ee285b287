using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.Domain.Learning;

/// <summary>
/// Whether somebody may take a step on a referral for practice learning now: the table of <see cref="LearningPermissions"/>, and what
/// the stage alone does not tell. The button that offers a step, the card that opens for it and the command that takes it all ask here.
/// </summary>
public static class LearningRules
{
    private static readonly Refusal OneAtATime = new(
        "question-open",
        "The referrer has not answered the last question yet. Wait for the answer, or record it for them, before you ask another."
    );

    private static readonly Refusal OthersFollow = new(
        "has-joined",
        "Another referral about the same incident or child is joined to this one and follows it. The operational team or the Chair "
            + "separate them first."
    );

    private static readonly Refusal NotToTriBorough = new(
        "not-to-triborough",
        "The group has not decided that this is taken to the TriBorough group."
    );

    private static readonly Refusal NothingSent = new("nothing-sent", "Record first what was sent to the TriBorough group, and when.");

    private static readonly Refusal NobodyAgreed = new(
        "not-agreed",
        "The referrer has not agreed that a practitioner's manager hears of it, so nobody is told."
    );

    /// <summary>Whether this person may take this step now.</summary>
    public static bool MayTake(Step step, LearningFile file, Actor actor) => Refuse(step, file, actor) is null;

    /// <summary>Why this person may not take this step now; null where they may.</summary>
    public static Refusal? Refuse(Step step, LearningFile file, Actor actor) =>
        LearningPermissions.Refuse(step, file, actor)
        ?? step switch
        {
            // What the lead answered themselves is theirs; what was recorded for them may be put right (PD16).
            Step.RecordLeadsAnswer => file.Lead is { Agrees: not null, Verified: "" } ? Refusal.Overtaken
            : file.Joined.IsEmpty ? null
            : OthersFollow,
            // What has ended has others joined to it only to be separated.
            Step.JoinLearning => file is { Stage: LearningStage.NotForTheGroup or LearningStage.WithTheMash, Joined.IsEmpty: true }
                ? Refusal.Overtaken
                : null,
            Step.WithdrawLearning => file.Joined.IsEmpty ? null : OthersFollow,
            // What follows one that has ended has ended with it (D11).
            Step.ChangeLearning => file.IsEnded ? Refusal.Overtaken : null,
            Step.AskReferrer => file.IsEnded ? Refusal.Overtaken
            : file.OpenQuestion is null ? null
            : OneAtATime,
            Step.AnswerQuestion => file.OpenQuestion is null || file.IsEnded ? Refusal.Overtaken : null,
            Step.FeedGoodPracticeBack => !file.Says.MayBeTold && file.FedBack is null ? NobodyAgreed
            : file.MayFeedBack ? null
            : Refusal.Overtaken,
            Step.SendToTriBorough => file.GoesToTriBorough || file.TriBorough is not null ? null : NotToTriBorough,
            Step.RecordTriBoroughAnswer => file.TriBorough is not null ? null
            : file.GoesToTriBorough ? NothingSent
            : NotToTriBorough,
            Step.RecordLearningTold => file.OwesReferrer ? null : Refusal.Overtaken,
            _ => null,
        };
}
