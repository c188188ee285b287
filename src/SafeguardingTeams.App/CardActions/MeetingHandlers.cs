using System.Collections.Immutable;
using System.Globalization;
using AdaptiveCards;
using SafeguardingTeams.App.Commands;
using SafeguardingTeams.App.Directory;
using SafeguardingTeams.App.Drafts;
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
using SafeguardingTeams.Presentation.Steps.LearningDecision;
using SafeguardingTeams.Presentation.Steps.Seats;

namespace SafeguardingTeams.App.CardActions;

/// <summary>The steps of a meeting of the group on its cards (E1, E2, E6, E12 to E18).</summary>
internal sealed class MeetingHandlers(
    IRows rows,
    DraftStore drafts,
    MeetingDesk desk,
    GroupRecord group,
    CommandRunner commands,
    CurrentRules currentRules
) : ICardHandlers
{
    /// <summary>What every scheduled meeting begins with (E13, E17): good news has a fixed place.</summary>
    private static readonly ImmutableList<NewItem> Standing =
    [
        new(null, "Minutes of the last meeting, and what arises from them", AskedOfGroup.Accept),
        new(null, "Good news and good practice", AskedOfGroup.Note),
    ];

    /// <inheritdoc/>
    public IEnumerable<CardHandler> Handlers =>
        [
            new(Verbs.GroupMeetings, ListAsync),
            new(Verbs.OpenGroupMeeting, desk.OpenAsync),
            new(Verbs.GroupMeetingTimeline, TimelineAsync),
            new(Verbs.ItemOpen, desk.ItemAsync),
            new(Verbs.GroupMeetingNew, PlanAsync),
            new(Verbs.AgendaFill, FillAsync),
            .. Agenda(),
            .. Session(),
            .. OfMinutes(),
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
                new(Step.RecordGroupAttendance, (p, seen, filled) => SessionCards.Attendance(seen.File, Seats(), filled, p.Context))
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
                    Command = (p, seen) => new DeclareInterest(seen.File.Ref, p.Number("item"), Interest(p, seen.File)),
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

    private List<Seat> Seats() => [.. SeatCards.Seats(currentRules.Group).Take(SessionCards.MostSeats)];

    /// <summary>The seats as they are now; a meeting that was opened keeps those it was opened with.</summary>
    private Attendance Attendance(CardInvocation p, MeetingFile file) =>
        new(
            p.Input("began"),
            p.Input("confidentiality").Contains("yes", StringComparison.Ordinal),
            [
                .. Seats()
                    .Select(
                        (seat, i) =>
                            new SeatAttendance(
                                seat.Id,
                                seat.Title,
                                seat.AgencyName,
                                seat.Partner,
                                p.Choice<Presence>($"{SessionCards.SeatPrefix}{i.ToString(CultureInfo.InvariantCulture)}")
                                    ?? Presence.Absent
                            )
                    ),
            ],
            p.Input("others").Trim()
        );

    private DeclaredInterest Interest(CardInvocation p, MeetingFile file)
    {
        var seat = file.Attendance?.Seats.Find(one => one.SeatId == p.Input("seat"));
        var holder = Seats().Find(one => one.Id == p.Input("seat"))?.On(file.Plan!.Day);
        return new(
            seat is null ? "" : $"{seat.Title}, {seat.Agency}",
            holder?.PersonId ?? "",
            p.Input("what"),
            p.Choice<AfterInterest>("followed") ?? AfterInterest.Left
        );
    }

    private static DecideItem Decided(CardInvocation p, MeetingSeen seen)
    {
        var isLearning = seen.Item!.Subject is { Kind: RecordKind.Learning };
        GroupsDecision? learning = isLearning
            ? new(
                p.Input("considered").Trim(),
                [
                    .. p.Input("outcomes")
                        .Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                        .Select(CardInvocation.Named<LearningOutcome>)
                        .OfType<LearningOutcome>()
                        .Distinct()
                        .Order(),
                ],
                p.Input("reason").Trim(),
                p.Input("referrertold").Trim(),
                p.Input("equality").Trim(),
                p.Input("participation").Trim(),
                seen.File.Plan!.Day
            )
            : null;
        return new(
            seen.File.Ref,
            seen.Item.Number,
            seen.Item.Subject,
            new(
                ItemEnd.Decided,
                learning is null ? p.Input("decision") : LearningDecisionCards.InWords(learning),
                p.Input("reason"),
                p.Input("equality"),
                p.Input("participation"),
                p.Input("tell")
            )
            {
                Corrected = p.Input("corrected"),
            },
            learning,
            p.Again
        );
    }

    private static DecideItem Ended(CardInvocation p, MeetingSeen seen, ItemEnd end) =>
        new(
            seen.File.Ref,
            seen.Item!.Number,
            seen.Item.Subject,
            new(end, p.Input("decision"), p.Input("reason"), "", "", "") { Corrected = p.Input("corrected") },
            null,
            p.Again
        );

    private async Task<AdaptiveCard> TimelineAsync(CardInvocation invocation, CancellationToken cancellationToken) =>
        await desk.SeenAsync(invocation, cancellationToken) is { } seen
            ? MeetingCard.Timeline(seen.File, invocation.Page, invocation.Context)
            : CaseHandlers.NotFound(invocation);

    /// <summary>The meetings that are not over: a range read of index rows.</summary>
    private async Task<AdaptiveCard> ListAsync(CardInvocation invocation, CancellationToken cancellationToken)
    {
        if (!MeetingPermissions.MaySee(invocation.Actor))
        {
            return CaseHandlers.NotFound(invocation);
        }

        return MeetingCard.List(
            [
                .. (await PlannedAsync(cancellationToken)).Select(row =>
                    (
                        RecordRef.Parse(row["record"]),
                        DateOnly.Parse(row["day"], CultureInfo.InvariantCulture),
                        Enum.Parse<MeetingStage>(row["stage"])
                    )
                ),
            ],
            MayPlan(invocation),
            invocation.Context
        );
    }

    private static bool MayPlan(CardInvocation invocation) =>
        invocation.Actor.Roles.Contains(Role.Operations) || invocation.Actor.Roles.Contains(Role.Chair);

    private Task<IReadOnlyList<Row>> PlannedAsync(CancellationToken cancellationToken) =>
        rows.ReadAsync($"{Keys.Open}{RecordKind.Meeting}|", cancellationToken);

    private async Task<AdaptiveCard> PlanAsync(CardInvocation invocation, CancellationToken cancellationToken)
    {
        if (!MayPlan(invocation))
        {
            return CaseHandlers.NotFound(invocation);
        }

        await group.OpenAsync(cancellationToken);
        var special = invocation.Input("special") == "yes";
        var waiting = await WaitingAsync(special, cancellationToken);
        var taken = (await PlannedAsync(cancellationToken)).Select(row => row["day"]).ToHashSet(StringComparer.Ordinal);
        List<DateOnly> ahead =
        [
            .. currentRules.Group.Meetings.Where(day => day >= invocation.Context.Today && !taken.Contains(GroupRows.Iso(day))),
        ];
        AdaptiveCard Draw(params IEnumerable<Refusal> refusals) =>
            AgendaCards.Plan(ahead, waiting.Count, refusals.Any() ? invocation.Filled(refusals) : Filled.Nothing, invocation.Context);
        if (!invocation.Does)
        {
            return Draw();
        }

        if (invocation.Day("date") is not { } day)
        {
            return Draw(Wish.NoDay());
        }

        // A scheduled meeting's reference follows from its day: however often it is planned there is one.
        var meeting = RecordRef.Marked(
            RecordKind.Meeting,
            drafts.CaseFrom(special ? $"meeting|{invocation.CommandId}" : $"meeting|{GroupRows.Iso(day)}")
        );
        return await commands.RunAsync(
            new PlanGroupMeeting(
                meeting,
                day,
                invocation.Input("start"),
                invocation.Input("place"),
                special,
                [.. special ? [] : Standing, .. waiting]
            ),
            invocation.CommandId,
            invocation.Actor,
            cancellationToken
        ) switch
        {
            Outcome.Done done => MeetingCard.Draw(
                (MeetingFile)done.Record,
                0,
                new(NoticeKind.Done, "The meeting is planned."),
                invocation.Context
            ),
            Outcome.Refused { Record: MeetingFile { Plan: not null } there } refused when refused.Reasons.Contains(Refusal.Overtaken) =>
                MeetingCard.Draw(
                    there,
                    0,
                    new(NoticeKind.Information, "A meeting is planned for this day already. This is it."),
                    invocation.Context
                ),
            Outcome.Refused refused => Draw(refused.Reasons),
            _ => throw new InvalidOperationException("An unknown outcome."),
        };
    }

    /// <summary>Puts on the agenda what has come to wait since.</summary>
    private async Task<AdaptiveCard> FillAsync(CardInvocation invocation, CancellationToken cancellationToken)
    {
        if (await desk.SeenAsync(invocation, cancellationToken) is not { File: { Plan: { } plan } } seen)
        {
            return CaseHandlers.NotFound(invocation);
        }

        var waiting = await WaitingAsync(plan.Special, cancellationToken);
        var step = new MeetingStep(Step.ChangeAgenda, (p, now, filled) =>
            MeetingCard.Draw(
                now.File,
                p.Page,
                filled.Refusals.IsEmpty ? null : new(NoticeKind.Problem, filled.Refusals[0].Message),
                p.Context
            )
        )
        {
            Command = (_, _) => null,
            Says = "What waits is on the agenda.",
        };
        return waiting.IsEmpty
            ? MeetingCard.Draw(
                seen.File,
                0,
                new(NoticeKind.Information, "Nothing waits that is not on an agenda already."),
                invocation.Context
            )
            : await desk.RunAsync(invocation, step, seen, new AddToAgenda(seen.File.Ref, waiting), cancellationToken);
    }

    /// <summary>What waits for a meeting and stands on no agenda, in the order of its references.</summary>
    private async Task<ImmutableList<NewItem>> WaitingAsync(bool special, CancellationToken cancellationToken)
    {
        var all = await rows.ReadAsync(Keys.Agenda, cancellationToken);
        var here = Keys.AgendaOf(special ? Keys.SpecialMeeting : Keys.NextMeeting);
        bool Waits(Row row) => row.Key.StartsWith(here, StringComparison.Ordinal);
        var taken = all.Where(row =>
                !row.Key.StartsWith(Keys.AgendaOf(Keys.SpecialMeeting), StringComparison.Ordinal)
                && !row.Key.StartsWith(Keys.AgendaOf(Keys.NextMeeting), StringComparison.Ordinal)
            )
            .Select(row => row["record"])
            .ToHashSet(StringComparer.Ordinal);
        return
        [
            .. all.Where(row => Waits(row) && !taken.Contains(row["record"]))
                .Select(row => new NewItem(RecordRef.Parse(row["record"]), "", AskedOfGroup.Decide)),
        ];
    }
}
