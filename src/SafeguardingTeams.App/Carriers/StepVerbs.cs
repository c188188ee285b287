using AdaptiveCards;
using SafeguardingTeams.App.Commands;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Deciding;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Cards.Case;

namespace SafeguardingTeams.App.Carriers;

/// <summary>The steps that are a card of a few inputs and a button: opened, filled in, sent.</summary>
public sealed class StepVerbs(CaseVerbs cases, StepTable table, CommandRunner commands)
{
    internal async Task<AdaptiveCard> AnswerAsync(Press press, CancellationToken cancellationToken)
    {
        var step = table.Of(press);
        if (press.Does && press.CaseId is not null)
        {
            return step.Command(press) switch
            {
                (null, { } refusal) => await AgainAsync(press, step, [refusal], cancellationToken),
                ({ } command, _) => await RunAsync(press, step, command, cancellationToken),
                _ => CaseVerbs.NotFound(press),
            };
        }

        return await AgainAsync(press, step, [], cancellationToken);
    }

    /// <summary>Runs a step's command and draws what came of it.</summary>
    private async Task<AdaptiveCard> RunAsync(Press press, StepCard step, Command command, CancellationToken cancellationToken) =>
        await commands.RunAsync(command, press.CommandId, press.Actor, cancellationToken) switch
        {
            Outcome.Done done when !Permissions.Sees(done.File, press.Actor) => NoticeCard.Draw("Done", step.DoneSays(done.File), press.Context),
            Outcome.Done done => await cases.DrawAsync(press, done.File, new(NoticeKind.Done, step.DoneSays(done.File)), cancellationToken),
            Outcome.Refused refused when refused.Reasons.Contains(Refusal.NotFound) => CaseVerbs.NotFound(press),
            Outcome.Refused refused when !refused.Reasons.Contains(Refusal.Overtaken) && Permissions.Allows(step.Step, refused.File, press.Actor) && step.IsOpen(refused.File) => step.Draw(refused.File, press.Filled(refused.Reasons), press.Context),
            Outcome.Refused refused => await cases.DrawAsync(press, refused.File, new(NoticeKind.Problem, refused.Reasons[0].Message), cancellationToken),
            _ => throw new InvalidOperationException("An unknown outcome."),
        };

    private async Task<AdaptiveCard> AgainAsync(Press press, StepCard step, Refusal[] refusals, CancellationToken cancellationToken) =>
        await cases.SeenAsync(press, cancellationToken) is not { } file ? CaseVerbs.NotFound(press)
        : Permissions.Refuse(step.Step, file, press.Actor) is { } refusal ? await cases.DrawAsync(press, file, new(NoticeKind.Problem, refusal.Message), cancellationToken)
        : !step.IsOpen(file) ? await cases.DrawAsync(press, file, new(NoticeKind.Problem, Refusal.Overtaken.Message), cancellationToken)
        : step.Draw(file, refusals.Length == 0 ? Filled.Nothing : press.Filled(refusals), press.Context);
}
