using SafeguardingTeams.Domain.Actions;
using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Reviews;
using SafeguardingTeams.Domain.Steps.ReviewDecision;
using SafeguardingTeams.Domain.Steps.ReviewReport;
using SafeguardingTeams.Domain.Steps.ReviewTerms;

namespace SafeguardingTeams.Domain.Steps.ReviewTelephone;

/// <summary>
/// Operations record what a lead answered by telephone to what the leads are asked of a review, with who gave it, when, and how they made
/// sure (PD8, C8, C10, C14). The lead is told, and answers otherwise themself where it is not what they said.
/// </summary>
/// <param name="Lead">For which partner.</param>
/// <param name="Reason">Why; needed where they say no, and where it takes the place of another recorded like this.</param>
/// <param name="Call">Who gave it, when, and how operations made sure.</param>
public sealed record RecordReviewLeadsAnswer(RecordRef Review, Role Lead, bool Agrees, string Reason, LeadsCall Call)
    : ReviewCommand(Review)
{
    /// <inheritdoc/>
    public override Step Step => Step.RecordReviewLeadsAnswer;

    /// <inheritdoc/>
    protected override Decision Decide(Records<ReviewFile> files, DecisionContext context)
    {
        var file = files.This;
        var (views, asked) = file.LeadsAreAsked switch
        {
            LeadsQuestion.Terms => (file.Terms.Views, (DateOnly?)file.Terms.Last!.On),
            _ => (file.Views, file.Clock(Timescales.ReviewLeads.Id)?.Deadline.AnchorDay),
        };
        var before = views.Find(view => view.Lead == Lead);
        LeadSaying said = new(Lead, Agrees, Reason.Trim(), new(Call.GivenBy.Trim(), Call.On, Call.Verified.Trim()));
        var (refusals, happened) = !Partners.Leads.Contains(Lead)
            ? ([], [])
            : file.LeadsAreAsked switch
            {
                LeadsQuestion.Terms => ApproveReviewTerms.Of(file, said, context),
                LeadsQuestion.Report => AcceptReviewReport.Of(file, said, context),
                _ => DecideOnReview.Of(file, said, context),
            };
        return Unless(
            [
                Partners.Leads.Contains(Lead) ? null : new("answer-needed", "Choose whose answer it is.", "lead"),
                before is { Call: null }
                    ? new("own-word", "This lead has answered on their own card already. Only they say otherwise.", "lead")
                    : null,
                Said.Needed(Call.GivenBy, "given", "Say who gave it.", Said.LongestLine),
                Call.On > context.Today ? new("in-future", "This day is still to come.", "date")
                : Call.On < asked ? new("too-early", "This is before the leads were asked.", "date")
                : null,
                Said.Needed(
                    Call.Verified,
                    "verified",
                    "Say how you made sure who was speaking, for example by calling back a known number.",
                    Said.LongestLine
                ),
                before is { Call: not null } && string.IsNullOrWhiteSpace(Reason)
                    ? new("answer-needed", "An answer by telephone is recorded for this partner. Say why it is recorded anew.", "reason")
                    : null,
                .. refusals,
            ],
            happened
        );
    }
}
