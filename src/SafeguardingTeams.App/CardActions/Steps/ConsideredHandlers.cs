using SafeguardingTeams.Domain.Cases.Deciding;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.Considered;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Steps.Considered;

namespace SafeguardingTeams.App.CardActions.Steps;

/// <summary>That the group has considered a case, and what it decided (A14).</summary>
internal sealed class ConsideredHandlers(StepRunner steps) : ICardHandlers
{
    /// <inheritdoc/>
    public IEnumerable<CardHandler> Handlers => [steps.On(Verbs.Considered, _ => Record)];

    private static StepCard Record { get; } =
        new(Step.RecordConsidered, ConsideredCard.Draw)
        {
            Command = p =>
                p.Day("date") is { } day
                    ? new RecordConsidered(p.Case, day, p.Input("decided"), p.Input("reason"), p.Again)
                    {
                        Recommends = p.Choices<GroupsMethod>("recommends"),
                    }
                    : Wish.NoDay(),
            Says = file =>
                file.Considered is null
                    ? "Saved: the three leads are asked to decide again."
                    : "Saved: it stands in the timeline. The case can be closed once nothing is open.",
        };
}
