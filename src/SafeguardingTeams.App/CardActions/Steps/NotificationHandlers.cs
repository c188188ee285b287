using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Cases.Deciding;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.Notification;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Steps.Notification;

namespace SafeguardingTeams.App.CardActions.Steps;

/// <summary>Whether the local authority notifies, and the notification as sent through the Panel's portal.</summary>
internal sealed class NotificationHandlers(StepRunner steps) : ICardHandlers
{
    /// <inheritdoc/>
    public IEnumerable<CardHandler> Handlers =>
        [steps.On(Verbs.NotificationDecision, _ => Decide), steps.On(Verbs.NotificationSent, _ => Record)];

    private static StepCard Decide { get; } =
        new(Step.DecideOnNotification, NotificationCards.Decision)
        {
            Command = p => new DecideOnNotification(p.Case, p.Done == "notify", Ground(p), p.Input("reason"), p.Again),
            Says = file =>
                file.AuthorityDecision!.Notifies
                    ? "Recorded. Notify through the Panel's own portal, then record it here."
                    : "Recorded: the authority does not notify. The case goes to the group's next meeting.",
        };

    private static StepCard Record { get; } =
        new(Step.RecordNotification, NotificationCards.Sent)
        {
            Command = Sent,
            Says = file =>
                file.Notification!.Timetable.IsEmpty
                    ? "The notification is recorded. No Rapid Review follows from it."
                    : "The notification is recorded. The Rapid Review's dates are pinned, and the operational team is being told.",
        };

    private static Wish Sent(CardInvocation invocation) =>
        invocation.Day("date") is not { } day ? Wish.NoDay()
        : invocation.Time("time") is not { } time ? new Refusal("time-needed", "Enter the time, for example 14:30.", "time")
        : new RecordNotification(
            invocation.Case,
            Ground(invocation),
            London.Instant(day, time),
            invocation.Input("reference"),
            invocation.Input("reason"),
            invocation.Again
        );

    private static NotificationGround Ground(CardInvocation invocation) =>
        invocation.Choice<NotificationGround>("ground") ?? NotificationGround.SeriousIncident;
}
