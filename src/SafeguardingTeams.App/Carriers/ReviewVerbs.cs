using AdaptiveCards;
using SafeguardingTeams.App.Commands;
using SafeguardingTeams.App.Sweeps;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Deciding;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Cards.Case;

namespace SafeguardingTeams.App.Carriers;

/// <summary>One card of the Rapid Review: who may open it, how it is drawn, and what it does when it is sent.</summary>
/// <param name="Refuse">Why somebody may not open it; null where they may.</param>
/// <param name="Draw">The card, with what was typed and what was wrong with it.</param>
internal sealed record ReviewCardOf(Func<CaseFile, Actor, Refusal?> Refuse, Func<CaseFile, Filled, CardContext, AdaptiveCard> Draw)
{
    /// <summary>What was sent, or what is wrong with it; null for a card that is only looked at.</summary>
    internal Func<Press, (Command?, Refusal?)>? Command { get; init; }

    /// <summary>What is said when it is done.</summary>
    internal Func<CaseFile, string> Says { get; init; } = _ => "Saved.";

    /// <summary>The card after it; null for the case, or the person's own part of it.</summary>
    internal Func<CaseFile, Notice, CardContext, AdaptiveCard>? After { get; init; }

    /// <summary>Whether there is anything to do, where the stage alone does not say so.</summary>
    internal Func<CaseFile, bool> IsOpen { get; init; } = _ => true;
}

/// <summary>The cards of the Rapid Review: opened, filled in, sent. Who may not is shown their own part, or told that there is no such case.</summary>
public sealed class ReviewVerbs(CaseVerbs cases, ReviewTable table, CommandRunner commands, WhenBusy busy)
{
    internal async Task<AdaptiveCard> AnswerAsync(Press press, CancellationToken cancellationToken)
    {
        var card = table.Of(press.Action.Verb == Verbs.MeetingPlan && press.CaseId is { } id ? press with { Busy = await busy.OfAsync(id, cancellationToken) } : press);
        return !press.Does || press.CaseId is null || card.Command is null ? await AgainAsync(press, card, [], cancellationToken) : card.Command(press) switch
        {
            (null, { } refusal) => await AgainAsync(press, card, [refusal], cancellationToken),
            ({ } command, _) => await RunAsync(press, card, command, cancellationToken),
            _ => CaseVerbs.NotFound(press),
        };
    }

    private async Task<AdaptiveCard> RunAsync(Press press, ReviewCardOf card, Command command, CancellationToken cancellationToken)
    {
        switch (await commands.RunAsync(command, press.CommandId, press.Actor, cancellationToken))
        {
            case Outcome.Done done when !Permissions.Sees(done.File, press.Actor):
                return NoticeCard.Draw("Done", card.Says(done.File), press.Context);
            case Outcome.Done done:
                var said = new Notice(NoticeKind.Done, card.Says(done.File));
                return card.After is { } after ? after(done.File, said, press.Context) : await cases.DrawAsync(press, done.File, said, cancellationToken);
            case Outcome.Refused refused when refused.Reasons.Contains(Refusal.NotFound):
                return CaseVerbs.NotFound(press);
            case Outcome.Refused refused when !refused.Reasons.Contains(Refusal.Overtaken) && card.Refuse(refused.File, press.Actor) is null && card.IsOpen(refused.File):
                return card.Draw(refused.File, press.Filled(refused.Reasons), press.Context);
            case Outcome.Refused refused:
                return await cases.DrawAsync(press, refused.File, new(NoticeKind.Problem, refused.Reasons[0].Message), cancellationToken);
            default:
                throw new InvalidOperationException("An unknown outcome.");
        }
    }

    private async Task<AdaptiveCard> AgainAsync(Press press, ReviewCardOf card, Refusal[] refusals, CancellationToken cancellationToken) =>
        await cases.SeenAsync(press, cancellationToken) is not { } file ? CaseVerbs.NotFound(press)
        : card.Refuse(file, press.Actor) is { } refusal ? refusal == Refusal.NotFound ? CaseVerbs.NotFound(press) : await cases.DrawAsync(press, file, new(NoticeKind.Problem, refusal.Message), cancellationToken)
        : !card.IsOpen(file) ? await cases.DrawAsync(press, file, new(NoticeKind.Problem, Refusal.Overtaken.Message), cancellationToken)
        : card.Draw(file, refusals.Length == 0 ? Filled.Nothing : press.Filled(refusals), press.Context);
}
