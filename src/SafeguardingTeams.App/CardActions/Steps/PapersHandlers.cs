using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.Meeting;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Steps.Meeting;
using SafeguardingTeams.Presentation.Wording;

namespace SafeguardingTeams.App.CardActions.Steps;

/// <summary>The papers of the meeting: read, and shared with those who have declared (B13).</summary>
internal sealed class PapersHandlers(StepRunner steps) : ICardHandlers
{
    /// <inheritdoc/>
    public IEnumerable<CardHandler> Handlers =>
        [steps.On(Verbs.Papers, _ => All), steps.On(Verbs.ReadReturn, One), steps.On(Verbs.SharePack, _ => Share)];

    private static StepCard All { get; } = new(Reads, (file, filled, context) => PapersCards.List(file, StepCard.OnTop(filled), context));

    private static StepCard One(CardInvocation invocation)
    {
        var agency = invocation.Key("agency");
        return new(
            (file, actor) =>
                file.Review.Agency(agency) is { Return.Known: true } one && ReviewVisibility.ReadsReturn(file, actor, one)
                    ? null
                    : Refusal.NotYours,
            (file, _, context) => PapersCards.Read(file, file.Review.Agency(agency)!, invocation.Page, invocation.Number("row"), context)
        );
    }

    private static StepCard Share { get; } =
        new(Step.SharePack, PapersCards.Share)
        {
            Command = p => new SharePack(p.Case),
            Says = _ => "The documents are being shared with those who have declared.",
            After = PapersCards.List,
        };

    private static Refusal? Reads(CaseFile file, Actor actor) =>
        ReviewVisibility.ReadsReturns(file, actor) && file.HasRapidReview ? null : Refusal.NotYours;
}
