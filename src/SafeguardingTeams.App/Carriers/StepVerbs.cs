using System.Globalization;
using SafeguardingTeams.App.Commands;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Deciding;
using SafeguardingTeams.Domain.Steps.Awareness;
using SafeguardingTeams.Domain.Steps.JointAgencyResponse;
using SafeguardingTeams.Domain.Steps.Referral;
using SafeguardingTeams.Domain.Steps.ReferrerTold;
using SafeguardingTeams.Domain.Steps.Threshold;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Cards.Case;
using SafeguardingTeams.Presentation.Cards.Schema;

namespace SafeguardingTeams.App.Carriers;

/// <summary>The steps that are a card of a few inputs and a button: opened, filled in, sent.</summary>
public sealed class StepVerbs(CaseVerbs cases, CommandRunner commands)
{
    internal async Task<AdaptiveCard> AnswerAsync(Press press, CancellationToken cancellationToken)
    {
        var step = Of(press);
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
            Outcome.Done done => await cases.DrawAsync(press, done.File, new(NoticeKind.Done, step.DoneSays(done.File)), cancellationToken),
            Outcome.Refused refused when refused.Reasons.Contains(Refusal.NotFound) => CaseVerbs.NotFound(press),
            Outcome.Refused refused when Permissions.Allows(step.Step, refused.File, press.Actor) => step.Draw(refused.File, press.Filled(refused.Reasons), press.Context),
            Outcome.Refused refused => await cases.DrawAsync(press, refused.File, new(NoticeKind.Problem, refused.Reasons[0].Message), cancellationToken),
            _ => throw new InvalidOperationException("An unknown outcome."),
        };

    private async Task<AdaptiveCard> AgainAsync(Press press, StepCard step, Refusal[] refusals, CancellationToken cancellationToken) =>
        await cases.SeenAsync(press, cancellationToken) is not { } file ? CaseVerbs.NotFound(press)
        : Permissions.Refuse(step.Step, file, press.Actor) is { } refusal ? await cases.DrawAsync(press, file, new(NoticeKind.Problem, refusal.Message), cancellationToken)
        : step.Draw(file, refusals.Length == 0 ? Filled.Nothing : press.Filled(refusals), press.Context);

    private static StepCard Of(Press press) => press.Action.Verb switch
    {
        Verbs.Withdraw => new(Step.WithdrawReferral, StepCards.Withdraw,
            p => (new WithdrawReferral(p.CaseId!.Value, p.Input("reason")), null), _ => "The referral is withdrawn."),
        Verbs.JointAgencyResponse => new(Step.RecordJointAgencyResponse, StepCards.JointAgencyResponse, JointAgencyResponse, _ => "Saved."),
        Verbs.Awareness => new(Step.RecordAwareness, StepCards.Awareness,
            p => Day(p) is { } day ? (new RecordAwareness(p.CaseId!.Value, day, p.Input("reason")), null) : (null, NoDate), _ => "Saved. The authority's clock counts from this day."),
        Verbs.Threshold => new(Step.DecideThreshold, StepCards.Threshold,
            p => (new DecideThreshold(p.CaseId!.Value, p.Key(Verbs.Do) == "reached", p.Input("reason")), null),
            file => file.Threshold!.Reached ? "The threshold is reached. The operational team and the Chair are being alerted." : "The threshold is not reached. The referrer is being told."),
        Verbs.ReferrerTold => new(Step.RecordReferrerTold, StepCards.ReferrerTold,
            p => (new RecordReferrerTold(p.CaseId!.Value, p.Input("how")), null), _ => "Saved: the referrer has been told."),
        _ => throw new InvalidOperationException("No such step."),
    };

    private static (Command?, Refusal?) JointAgencyResponse(Press press) =>
        !Enum.TryParse<JointAgencyResponseState>(press.Input("state"), out var state) || !Enum.IsDefined(state)
            ? (null, new Refusal("answer-needed", "Choose an answer.", "state"))
            : press.Input("date").Length > 0 && Day(press) is null ? (null, NoDate)
            : (new RecordJointAgencyResponse(press.CaseId!.Value, new(state, Day(press), press.Input("note").Trim())), null);

    private static Refusal NoDate => new("date-needed", "Enter a real date.", "date");

    private static DateOnly? Day(Press press) =>
        DateOnly.TryParseExact(press.Input("date"), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    /// <summary>How one step is drawn, understood and answered.</summary>
    private sealed record StepCard(
        Step Step, Func<CaseFile, Filled, CardContext, AdaptiveCard> Draw, Func<Press, (Command?, Refusal?)> Command, Func<CaseFile, string> DoneSays);
}
