using System.Collections.Immutable;
using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Forms;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.ReportChanges;

namespace SafeguardingTeams.Domain.Steps.Referral;

/// <summary>
/// Completes what is blank and corrects what is wrong (PD6a, PD16). A reason is needed as soon as something said
/// before is replaced. Who began from answers that somebody else has changed meanwhile is told which, and loses nothing.
/// </summary>
/// <param name="Before">The answers the person began from.</param>
/// <param name="After">The answers as the person wants them.</param>
public sealed record ChangeReferral(CaseId CaseId, Answers Before, Answers After, string Reason) : CaseCommand(CaseId)
{
    /// <inheritdoc/>
    public override Step Step => Step.ChangeReferral;

    /// <inheritdoc/>
    protected override Decision Decide(Records<CaseFile> files, DecisionContext context)
    {
        var referral = files.This.Referral!;
        var changes = AnswerChange.Between(referral.Form, Before, After);
        if (changes.IsEmpty)
        {
            return Decision.Refuse(new("nothing-changed", "Nothing has been changed yet. Change an answer first, or leave."));
        }

        var meanwhile = AnswerChange.Between(referral.Form, Before, referral.Answers).Select(change => change.Place).ToHashSet();
        if (changes.Any(change => meanwhile.Contains(change.Place)))
        {
            return Decision.Refuse(
                new(
                    "changed-meanwhile",
                    "Somebody else has changed some of the same answers since you began. What you typed is kept. Look at the "
                        + "referral as it is now, then change what is still wrong."
                )
            );
        }

        var after = AnswerChange.Apply(referral.Answers, changes);
        var problems = Checking.Problems(referral.Form, after, context.Today);
        if (!problems.IsEmpty)
        {
            return new Decision.Refused([.. problems.Select(problem => new Refusal("incomplete", problem.Message))]);
        }

        if (changes.Any(change => change.Replaces) && string.IsNullOrWhiteSpace(Reason))
        {
            return Decision.Refuse(
                new("reason-needed", "Say why you are changing what was said before. The old answer stays on the record.", "reason")
            );
        }

        return Reasons.TooLong(Reason) is { } refusal
            ? Decision.Refuse(refusal)
            : ApprovedContent.Keep(Reason, Decision.Accept(CaseId, Changed(files.This, changes, context)), files.This, context);
    }

    /// <summary>
    /// Below the threshold the authority's clock runs where a death may have to be notified anyway, by the answers as they are now (PD10).
    /// </summary>
    private ReferralChanged Changed(CaseFile file, ImmutableList<AnswerChange> changes, DecisionContext context)
    {
        var changed = new ReferralChanged(changes, Reason.Trim());
        var after = file with { Referral = file.Referral! with { Answers = AnswerChange.Apply(file.Referral.Answers, changes) } };
        return
            file is { Stage: Stage.BelowThreshold, Notification: null, AuthorityDecision: null, MayNeedNotifyingAnyway: false }
            && after.MayNeedNotifyingAnyway
            ? changed with
            {
                Notify = context.Pin(file, Timescales.AuthorityNotification, file.Awareness!.AwareOn),
            }
            : changed;
    }
}
