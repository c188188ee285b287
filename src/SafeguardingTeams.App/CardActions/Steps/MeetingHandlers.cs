using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Forms;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.Meeting;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Steps.Meeting;
using SafeguardingTeams.Presentation.Steps.Preparing;
using SafeguardingTeams.Presentation.Wording;

namespace SafeguardingTeams.App.CardActions.Steps;

/// <summary>The Rapid Review meeting: who comes and is there, and the recommendation it agrees (B14 to B19).</summary>
internal sealed class MeetingHandlers(StepRunner steps) : ICardHandlers
{
    /// <inheritdoc/>
    public IEnumerable<CardHandler> Handlers =>
        [
            steps.On(Verbs.MyMeeting, _ => Own),
            steps.On(Verbs.Declare, p => Declare(p.Key("who"))),
            steps.On(Verbs.AtMeeting, _ => Overview),
            steps.On(Verbs.Attendance, _ => Attendance),
            steps.On(Verbs.Agree, _ => Agree),
            steps.On(Verbs.Reopen, _ => Reopen),
        ];

    private static StepCard Own { get; } =
        new(
            (file, actor) => ReviewVisibility.Seat(file, actor) is null ? Refusal.NotYours : null,
            (file, filled, context) =>
                MyMeetingCard.Draw(file, ReviewVisibility.Seat(file, context.Viewer)!, StepCard.OnTop(filled), context)
        );

    /// <summary>A declaration: one's own, or recorded by operations for somebody.</summary>
    private static StepCard Declare(string who) =>
        new(
            (file, actor) =>
                StepRules.Refuse(Step.DeclareForMeeting, file, actor)
                ?? (
                    ReviewDoors.Seat(file, who) is { } seat
                    && (seat.Contact.PersonId == actor.PersonId || Permissions.SeesAs(file, actor, [Role.Operations]))
                        ? null
                        : Refusal.NotYours
                ),
            (file, filled, context) => MyMeetingCard.Declare(file, ReviewDoors.Seat(file, who)!, filled, context)
        )
        {
            Command = p =>
                (p.Input("senior"), p.Input("involved")) switch
                {
                    ("yes" or "no", "yes" or "no") => new DeclareForMeeting(
                        p.Case,
                        who,
                        p.Input("senior") == "yes",
                        p.Input("involved") == "no",
                        p.Input("reason")
                    ),
                    ("yes" or "no", _) => Wish.NoChoice("involved"),
                    _ => Wish.NoChoice("senior"),
                },
            Says = file =>
                ReviewDoors.Seat(file, who) is { IsEligible: true }
                    ? "Declared: senior and not involved. That counts towards the quorum, and opens the papers once they are shared."
                    : "Declared. That does not count towards the quorum and opens no papers; the agency can send somebody else.",
            After = (file, said, context) =>
                ReviewDoors.Seat(file, who) is { } seat && seat.Contact.PersonId == context.Viewer.PersonId
                    ? MyMeetingCard.Draw(file, seat, said, context)
                    : AttendeeCards.List(file, said, context),
        };

    private static StepCard Overview { get; } =
        new(AtTheMeeting, (file, filled, context) => AtMeetingCards.Overview(file, StepCard.OnTop(filled), context));

    private static StepCard Attendance { get; } =
        new(Step.RecordMeeting, AtMeetingCards.Attendance)
        {
            Command = p => new RecordAttendance(p.Case, [.. AnswerKind.Several.Values(p.Input("present"))], p.Input("reason")),
            Says = _ => "Who is here is recorded.",
            After = AtMeetingCards.Overview,
        };

    private static StepCard Agree { get; } =
        new(Step.AgreeRecommendation, AtMeetingCards.Agree)
        {
            Command = p => new AgreeRecommendation(p.Case),
            Says = _ => "The recommendation is agreed. The three leads are being asked to approve it.",
        };

    private static StepCard Reopen { get; } =
        new(Step.ReopenRecommendation, AtMeetingCards.Reopen)
        {
            Command = p => new ReopenRecommendation(p.Case, p.Input("reason")),
            Says = _ => "The recommendation is open again.",
            After = AtMeetingCards.Overview,
        };

    private static Refusal? AtTheMeeting(CaseFile file, Actor actor) =>
        Permissions.SeesAs(file, actor, [Role.Chair, Role.Operations]) && file.Review.SentAt is not null && file.HasRapidReview
            ? null
            : Refusal.NotYours;
}
