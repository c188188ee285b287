using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.GroupMeeting;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Steps.GroupMeeting;

namespace SafeguardingTeams.App.CardActions.Steps;

/// <summary>A special meeting of the Learning from Practice Group, asked for or taken back.</summary>
internal sealed class GroupMeetingHandlers(StepRunner steps) : ICardHandlers
{
    /// <inheritdoc/>
    public IEnumerable<CardHandler> Handlers =>
        [steps.On(Verbs.SpecialMeeting, _ => Ask), steps.On(Verbs.TakeBackSpecialMeeting, _ => TakeBack)];

    private static StepCard Ask { get; } =
        new(Step.AskForSpecialMeeting, SpecialMeetingCards.SpecialMeeting)
        {
            Command = p => new AskForSpecialMeeting(p.Case, p.Input("reason")),
            Says = _ => "A special meeting is asked for. The operational team is being told.",
        };

    private static StepCard TakeBack { get; } =
        new(Step.TakeBackSpecialMeeting, SpecialMeetingCards.TakeBackSpecialMeeting)
        {
            Command = p => new TakeBackSpecialMeeting(p.Case, p.Input("reason")),
            Says = _ => "Taken back. The operational team is being told.",
        };
}
