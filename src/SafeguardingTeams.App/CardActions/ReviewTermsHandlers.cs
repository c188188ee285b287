using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Reviews;
using SafeguardingTeams.Domain.Steps.ReviewTerms;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Cards.Forms;
using SafeguardingTeams.Presentation.Steps.ReviewTerms;

namespace SafeguardingTeams.App.CardActions;

/// <summary>Terms of reference of a review on its cards: read, written, put before the leads, approved (C10).</summary>
internal sealed class ReviewTermsHandlers(ReviewRecordDesk desk) : ICardHandlers
{
    /// <inheritdoc/>
    public IEnumerable<CardHandler> Handlers =>
        [
            new(Verbs.ReviewTerms, (invocation, cancellationToken) =>
                desk.ReadAsync(invocation, (file, context) => ReviewTermsCards.Read(file, invocation.Page, context), cancellationToken)
            ),
            desk.On(
                Verbs.ReviewTermsWrite,
                new(Step.WriteReviewTerms, ReviewTermsCards.Write)
                {
                    Command = p => new WriteReviewTerms(p.Record!.Value, ReviewTermsCards.Typed(ReviewTermsCards.First, p.Input)),
                    Then = (file, context) => ReviewTermsCards.WriteOn(file, Filled.Nothing, context),
                }
            ),
            desk.On(
                Verbs.ReviewTermsWriteOn,
                new(Step.WriteReviewTerms, ReviewTermsCards.WriteOn)
                {
                    Command = p => new WriteReviewTerms(p.Record!.Value, ReviewTermsCards.Typed(ReviewTermsCards.Second, p.Input)),
                    Says = file =>
                        file.Terms.AreReady
                            ? "It is saved. Put the terms before the leads once they are as you want them."
                            : "It is saved.",
                }
            ),
            desk.On(
                Verbs.ReviewTermsSubmit,
                new(Step.SubmitReviewTerms, ReviewTermsCards.Submit)
                {
                    Command = p => new SubmitReviewTerms(p.Record!.Value, p.Input("reason")),
                    Says = _ => "The terms are before the three leads.",
                }
            ),
            desk.On(
                Verbs.ReviewTermsApprove,
                new(Step.ApproveReviewTerms, ReviewTermsCards.Approve)
                {
                    Wrong = p => [p.Key("approves") is "yes" or "no" ? null : Wish.NoChoice("reason", "Choose one of the two.")],
                    Command = p => new ApproveReviewTerms(p.Record!.Value, p.Key("approves") == "yes", p.Input("reason")),
                    Says = file =>
                        file.Terms.Last!.State switch
                        {
                            TermsState.Approved => "Your answer is recorded. All three leads approve the terms.",
                            TermsState.Returned => "The terms go back, with your reason.",
                            _ => "Your answer is recorded.",
                        },
                }
            ),
        ];
}
