using System.Collections.Immutable;
using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Forms;
using SafeguardingTeams.Domain.Forms.Library;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.Domain.Steps.Referral;

/// <summary>Sends a filled-in referral to the MASH (A2, A3, A5, A6). A MASH officer can start one too (A3).</summary>
public sealed record SubmitReferral(CaseId CaseId, string FormId, int FormVersion, Answers Answers) : CaseCommand(CaseId)
{
    /// <inheritdoc/>
    public override Step Step => Step.SubmitReferral;

    /// <inheritdoc/>
    protected override Decision Decide(Records<CaseFile> files, DecisionContext context)
    {
        var problems = Checking.Problems(FormLibrary.Get(FormId, FormVersion), Answers, context.Today);
        if (!problems.IsEmpty)
        {
            return new Decision.Refused([
                .. problems.Select(problem => new Refusal(
                    "incomplete",
                    problem.Message,
                    $"{problem.Place.PageId}/{problem.Place.RowId}/{problem.Place.QuestionId}"
                )),
            ]);
        }

        var actor = context.Actor;
        ImmutableList<Deadline> deadlines =
        [
            context.Pin(files.This, Timescales.ThresholdDecision, context.Today),
            context.Pin(files.This, Timescales.AuthorityNotification, context.Today),
        ];
        return Decision.Accept(
            CaseId,
            new ReferralSubmitted(
                FormId,
                FormVersion,
                Answers,
                new(actor.PersonId, actor.Display, actor.AgencyId, actor.AgencyName),
                context.Today,
                context.Rules,
                deadlines
            )
        );
    }
}
