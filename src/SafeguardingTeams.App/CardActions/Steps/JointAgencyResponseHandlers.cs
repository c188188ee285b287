using SafeguardingTeams.Domain.Cases.Triage;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.JointAgencyResponse;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Steps.JointAgencyResponse;

namespace SafeguardingTeams.App.CardActions.Steps;

/// <summary>Whether a Joint Agency Response was held or is due (A16).</summary>
internal sealed class JointAgencyResponseHandlers(StepRunner steps) : ICardHandlers
{
    /// <inheritdoc/>
    public IEnumerable<CardHandler> Handlers => [steps.On(Verbs.JointAgencyResponse, _ => Record)];

    private static StepCard Record { get; } =
        new(Step.RecordJointAgencyResponse, JointAgencyResponseCard.Draw) { Command = Said, Says = _ => "Saved." };

    private static Wish Said(CardInvocation invocation) =>
        invocation.Choice<JointAgencyResponseState>("state") is not { } state ? Wish.NoChoice("state")
        : invocation.Input("date").Length > 0 && invocation.Day("date") is null ? Wish.NoDay()
        : new RecordJointAgencyResponse(
            invocation.Case,
            new(state, invocation.Day("date"), invocation.Input("note").Trim()),
            invocation.Input("reason")
        );
}
