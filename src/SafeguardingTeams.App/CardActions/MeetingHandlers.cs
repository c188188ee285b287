using System.Collections.Immutable;
using SafeguardingTeams.App.Commands;
using SafeguardingTeams.App.Configuration;
using SafeguardingTeams.App.Directory;
using SafeguardingTeams.App.Drafts;
using SafeguardingTeams.App.Indexes;
using SafeguardingTeams.App.Storage;
using SafeguardingTeams.Domain.Learning;
using SafeguardingTeams.Domain.Meetings;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.GroupAgenda;
using SafeguardingTeams.Domain.Steps.GroupMinutes;
using SafeguardingTeams.Domain.Steps.GroupSession;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Cards.Forms;
using SafeguardingTeams.Presentation.Screens;
using SafeguardingTeams.Presentation.Steps.GroupAgenda;
using SafeguardingTeams.Presentation.Steps.GroupMinutes;
using SafeguardingTeams.Presentation.Steps.GroupSession;

namespace SafeguardingTeams.App.CardActions;

/// <summary>The steps of a meeting of the group on its cards (E1, E2, E6, E12 to E18).</summary>
internal sealed partial class MeetingHandlers(
    IRows rows,
    DraftStore drafts,
    MeetingDesk desk,
    ActionDesk actions,
    GroupRecord group,
    CommandRunner commands,
    CurrentRules currentRules,
    MeetingSeats seats,
    CasesUnderWay underWay
) : ICardHandlers
{
    /// <inheritdoc/>
    public IEnumerable<CardHandler> Handlers =>
        [
            new(Verbs.GroupMeetings, ListAsync),
            new(Verbs.OpenGroupMeeting, desk.OpenAsync),
            new(Verbs.GroupMeetingTimeline, TimelineAsync),
            new(Verbs.GroupMeetingSent, SentAsync),
            new(Verbs.ItemOpen, desk.ItemAsync),
            new(Verbs.CoOptedItem, desk.CoOptedItemAsync),
            new(Verbs.GroupMeetingNew, PlanAsync),
            new(Verbs.AgendaFill, FillAsync),
            .. Agenda(),
            .. Session(),
            .. OfMinutes(),
            Outline(),
            .. CoOption(),
        ];

    private IEnumerable<CardHandler> Agenda() =>
        [
            desk.On(
                Verbs.GroupMeetingMove,
                new(Step.MoveGroupMeeting, (p, seen, filled) => AgendaCards.Move(seen.File, filled, p.Context))
                {
                    Wrong = p => [p.Day("date") is null ? Wish.NoDay() : null],
                    Command = (p, seen) =>
                        p.Day("date") is { } day
                            ? new MoveGroupMeeting(seen.File.Ref, day, p.Input("start"), p.Input("place"), p.Input("reason"))
                            {
                                Until = p.Input("until"),
                                IsOnline = p.Input("online") == "yes",
                            }
                            : null,
                    Says = "The meeting is moved.",
                }
            ),
            desk.On(
                Verbs.GroupMeetingCancel,
                new(Step.CancelGroupMeeting, (p, seen, filled) => AgendaCards.Cancel(seen.File, filled, p.Context))
                {
                    Command = (p, seen) => new CancelGroupMeeting(seen.File.Ref, p.Input("reason")),
                    Says = "The meeting is cancelled, and members are told.",
                }
            ),
            desk.On(
                Verbs.ItemAdd,
                new(Step.ChangeAgenda, (p, seen, filled) => AgendaCards.Add(seen.File, filled, p.Context))
                {
                    Command = (p, seen) =>
                        new AddToAgenda(
                            seen.File.Ref,
                            [new(null, p.Input("title"), p.Choice<AskedOfGroup>("asked") ?? AskedOfGroup.Decide)]
                        ),
                    Says = "It is on the agenda.",
                }
            ),
            desk.On(
                Verbs.ItemDrop,
                new(Step.ChangeAgenda, (p, seen, filled) => AgendaCards.Drop(seen.File, seen.Item!, filled, p.Context))
                {
                    Command = (p, seen) => new DropFromAgenda(seen.File.Ref, p.Number("item"), p.Input("reason")),
                    Says = "It is off the agenda, and waits for another meeting.",
                    IsOfAnItem = true,
                }
            ),
            desk.On(
                Verbs.ItemOrder,
                new(Step.ChangeAgenda, (p, seen, _) => AgendaItemCard.Draw(seen.File, seen.Item!, seen.Subject, null, p.Context))
                {
                    Command = (p, seen) => new OrderAgenda(seen.File.Ref, p.Number("item"), p.Key("earlier") == "yes", p.Seen),
                    Says = "The order is changed.",
                    IsOfAnItem = true,
                }
            ),
            desk.On(
                Verbs.ItemPaper,
                new(Step.ChangeAgenda, (p, seen, filled) => AgendaCards.Paper(seen.File, seen.Item!, filled, p.Context))
                {
                    Command = (p, seen) => new AddPaper(seen.File.Ref, p.Number("item"), p.Input("title"), p.Input("link")),
                    Says = "The paper is with the item.",
                    IsOfAnItem = true,
                }
            ),
            desk.On(
                Verbs.AgendaSend,
                new(Step.SendAgenda, (p, seen, filled) => AgendaCards.Send(seen.File, filled, p.Context))
                {
                    Command = (p, seen) => new SendAgenda(seen.File.Ref, p.Seen),
                    Says = "Members and the Scrutineer are told that the agenda is there.",
                }
            ),
        ];

    private IEnumerable<CardHandler> Session() =>
        [
            desk.On(
                Verbs.GroupMeetingAttendance,
                new(Step.RecordGroupAttendance, (p, seen, filled) =>
                    SessionCards.Attendance(seen.File, seats.Of(seen.File), filled, p.Context)
                )
                {
                    Command = (p, seen) => new RecordGroupAttendance(seen.File.Ref, Attendance(p, seen.File), p.Seen),
                    Says = "Who is there is recorded.",
                }
            ),
            desk.On(
                Verbs.ItemInterest,
                new(Step.DeclareInterest, (p, seen, filled) => SessionCards.Interest(seen.File, seen.Item!, filled, p.Context))
                {
                    Wrong = p => [p.Choice<AfterInterest>("followed") is null ? Wish.NoChoice("followed", "Choose what followed.") : null],
                    Command = (p, seen) => new DeclareInterest(seen.File.Ref, p.Number("item"), Interest(p, seen)),
                    Says = "The declaration is recorded.",
                    IsOfAnItem = true,
                }
            ),
            desk.On(
                Verbs.ItemDecide,
                new(Step.DecideItem, (p, seen, filled) => SessionCards.Decide(seen.File, seen.Item!, seen.Subject, filled, p.Context))
                {
                    Command = Decided,
                    Says = "What was decided is recorded.",
                    IsOfAnItem = true,
                }
            ),
            desk.On(
                Verbs.ItemAction,
                new(Step.DecideItem, (p, seen, filled) =>
                    SessionCards.Action(seen.File, seen.Item!, actions.Choices(p.Context), filled, p.Context)
                )
                {
                    Command = (p, seen) =>
                        new PlanItemAction(
                            seen.File.Ref,
                            seen.Item!.Number,
                            seen.Item.Subject,
                            drafts.ActionFrom($"item|{p.CommandId}"),
                            new(p.Input("change"), p.Input("what"), actions.Owner(p), p.Day("due") ?? default, p.Input("how")),
                            p.Again
                        )
                        {
                            Joined = seen.Subject is LearningFile { Joined: var joined } ? [.. joined.Select(one => one.Learning)] : [],
                        },
                    Says = "The action is with the item.",
                    IsOfAnItem = true,
                }
            ),
            desk.On(
                Verbs.ItemActionBack,
                new(Step.DecideItem, (p, seen, _) => AgendaItemCard.Draw(seen.File, seen.Item!, seen.Subject, null, p.Context))
                {
                    Command = (p, seen) =>
                        RecordRef.TryParse(p.Key("written")) is { } action
                            ? new TakeBackItemAction(seen.File.Ref, seen.Item!.Number, action)
                            : null,
                    Says = "The action is taken back.",
                    IsOfAnItem = true,
                }
            ),
            desk.On(
                Verbs.ItemDefer,
                new(Step.DecideItem, (p, seen, filled) => SessionCards.Defer(seen.File, seen.Item!, filled, p.Context))
                {
                    Command = (p, seen) => Ended(p, seen, ItemEnd.Deferred),
                    Says = "It is put off.",
                    IsOfAnItem = true,
                }
            ),
            desk.On(
                Verbs.ItemWithdraw,
                new(Step.DecideItem, (p, seen, filled) => SessionCards.Withdraw(seen.File, seen.Item!, filled, p.Context))
                {
                    Command = (p, seen) => Ended(p, seen, ItemEnd.Withdrawn),
                    Says = "It is recorded as withdrawn.",
                    IsOfAnItem = true,
                }
            ),
            desk.On(
                Verbs.GroupMeetingEnd,
                new(Step.EndGroupMeeting, (p, seen, filled) => SessionCards.End(seen.File, filled, p.Context))
                {
                    Command = (p, seen) => new EndGroupMeeting(seen.File.Ref, p.Input("at")),
                    Says = "The meeting has ended. The minutes are drawn from what was recorded.",
                }
            ),
        ];

    private IEnumerable<CardHandler> OfMinutes() =>
        [
            desk.On(
                Verbs.MinutesDraft,
                new(Step.SendMinutesToChair, (p, seen, filled) => MinutesCards.ToChair(seen.File, filled, p.Context))
                {
                    Command = (_, seen) => new SendMinutesToChair(seen.File.Ref),
                    Says = "The Chair has the draft.",
                }
            ),
            desk.On(
                Verbs.MinutesSend,
                new(Step.CirculateMinutes, (p, seen, filled) => MinutesCards.Send(seen.File, filled, p.Context))
                {
                    Command = (_, seen) => new CirculateMinutes(seen.File.Ref),
                    Says = "Members and the Scrutineer have the draft.",
                }
            ),
            desk.On(
                Verbs.MinutesApprove,
                new(Step.ApproveMinutes, (p, seen, filled) => MinutesCards.Approve(seen.File, filled, p.Context))
                {
                    Wrong = p => [p.Day("date") is null ? Wish.NoDay() : null],
                    Command = (p, seen) => p.Day("date") is { } day ? new ApproveMinutes(seen.File.Ref, day, p.Input("corrections")) : null,
                    Says = "The minutes are approved. The meeting is over.",
                }
            ),
        ];
}
