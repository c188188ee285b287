using SafeguardingTeams.App.Sweeps;
using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Cases.Reviewing;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.Meeting;
using SafeguardingTeams.Domain.Steps.Preparing;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Steps.Preparing;

namespace SafeguardingTeams.App.CardActions.Steps;

/// <summary>The date of the Rapid Review meeting: planned, moved, cancelled (B11, B26).</summary>
internal sealed class MeetingPlanHandlers(StepRunner steps, ReviewDesk desk, WhenBusy busy) : ICardHandlers
{
    /// <inheritdoc/>
    public IEnumerable<CardHandler> Handlers =>
        [steps.On(Verbs.MeetingPlan, WithBusyAsync, Plan), steps.On(Verbs.MeetingCancel, _ => Cancel)];

    private async Task<CardInvocation> WithBusyAsync(CardInvocation invocation, CancellationToken cancellationToken) =>
        invocation.CaseId is { } id ? invocation with { Busy = await busy.OfAsync(id, cancellationToken) } : invocation;

    private StepCard Plan(CardInvocation invocation) =>
        new(Step.PlanMeeting, (file, filled, context) => MeetingPlanCards.Plan(file, desk.Calendar, invocation.Busy, filled, context))
        {
            Command = Planned,
            Says = file =>
                file.Review.SentAt is null
                    ? "The meeting is planned. Invitations go out with the letters."
                    : "The meeting is planned. Everybody invited is being told.",
            After = desk.Hub,
        };

    private StepCard Cancel =>
        new StepCard(Step.PlanMeeting, MeetingPlanCards.Cancel)
        {
            Command = p => new CancelMeeting(p.Case, p.Input("reason")),
            Says = _ => "The meeting is cancelled. Plan another in time.",
            After = desk.Hub,
        }.Where(file => file.Review.Meeting is not null);

    private static Wish Planned(CardInvocation invocation) =>
        invocation.Day("date") is not { } day ? Wish.NoDay()
        : invocation.Time("from") is not { } from ? new Refusal("time-needed", "Enter the time, for example 10:00.", "from")
        : invocation.Time("to") is not { } to ? new Refusal("time-needed", "Enter the time, for example 12:00.", "to")
        : invocation.Choice<MeetingKind>("how") is not { } how ? Wish.NoChoice("how")
        : new PlanMeeting(
            invocation.Case,
            London.Instant(day, from),
            London.Instant(day, to),
            how,
            invocation.Input("place"),
            invocation.Input("early"),
            invocation.Input("reason")
        );
}
