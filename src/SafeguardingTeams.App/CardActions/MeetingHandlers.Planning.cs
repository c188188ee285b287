using System.Collections.Immutable;
using System.Globalization;
using AdaptiveCards;
using SafeguardingTeams.App.Commands;
using SafeguardingTeams.App.Storage;
using SafeguardingTeams.Domain.Meetings;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.GroupAgenda;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Cards.Forms;
using SafeguardingTeams.Presentation.Screens;
using SafeguardingTeams.Presentation.Steps.GroupAgenda;
using SafeguardingTeams.Presentation.Steps.GroupKeeping;

namespace SafeguardingTeams.App.CardActions;

/// <content>The meetings that are not over; planning one with what waits, and putting on its agenda what has come to wait since.</content>
internal sealed partial class MeetingHandlers
{
    /// <summary>So often a meeting of one day may be moved away and another be planned for it.</summary>
    private const int MostOfADay = 9;

    private async Task<AdaptiveCard> TimelineAsync(CardInvocation invocation, CancellationToken cancellationToken) =>
        await desk.SeenAsync(invocation, cancellationToken) is { } seen
            ? MeetingCard.Timeline(seen.File, invocation.Page, invocation.Context)
            : CaseHandlers.NotFound(invocation);

    private async Task<AdaptiveCard> SentAsync(CardInvocation invocation, CancellationToken cancellationToken) =>
        await desk.SeenAsync(invocation, cancellationToken) is { } seen
            ? SentPapersCard.Draw(seen.File, invocation.Page, invocation.Context)
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

        ImmutableList<NewItem> items =
        [
            .. special ? [] : await StandingAsync(day, invocation.Context.Today, cancellationToken),
            .. waiting,
        ];
        PlanGroupMeeting Plan(string name) =>
            new(
                RecordRef.Marked(RecordKind.Meeting, drafts.CaseFrom($"meeting|{name}")),
                day,
                invocation.Input("start"),
                invocation.Input("place"),
                special,
                items
            )
            {
                Until = invocation.Input("until"),
                IsOnline = invocation.Input("online") == "yes",
            };
        var outcome = await RunAsync(Plan(special ? invocation.CommandId : GroupRows.Iso(day)), invocation, cancellationToken);

        // A scheduled meeting's reference follows from its day: however often it is planned there is one. What was planned for this day
        // and moved to another has that reference, so the next of the day has the next.
        for (var next = 2; next <= MostOfADay && !special && IsOfAnotherDay(outcome, day); next++)
        {
            outcome = await RunAsync(Plan($"{GroupRows.Iso(day)}|{next}"), invocation, cancellationToken);
        }

        return outcome switch
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

    private static bool IsOfAnotherDay(Outcome outcome, DateOnly day) =>
        outcome is Outcome.Refused { Record: MeetingFile { Plan: { } plan } } refused
        && refused.Reasons.Contains(Refusal.Overtaken)
        && plan.Day != day;

    private Task<Outcome> RunAsync(Command command, CardInvocation invocation, CancellationToken cancellationToken) =>
        commands.RunAsync(command, invocation.CommandId, invocation.Actor, cancellationToken);

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

    /// <summary>What every scheduled meeting begins with.</summary>
    private async Task<ImmutableList<NewItem>> StandingAsync(DateOnly day, DateOnly today, CancellationToken cancellationToken) =>
        StandingItems.Of(
            currentRules.Group,
            day,
            today,
            await underWay.ActionsAsync(cancellationToken),
            await underWay.ListAsync(cancellationToken)
        );

    /// <summary>
    /// What waits for a meeting and stands on no agenda, in the order of its references, each with how often it was put off before (E18).
    /// </summary>
    private async Task<ImmutableList<NewItem>> WaitingAsync(bool special, CancellationToken cancellationToken)
    {
        var all = await rows.ReadAsync(Keys.Agenda, cancellationToken);
        var here = Keys.AgendaOf(special ? Keys.SpecialMeeting : Keys.NextMeeting);
        bool Waits(Row row) => row.Key.StartsWith(here, StringComparison.Ordinal);
        var putOff = all.Where(row => row.Key.StartsWith(Keys.AgendaOf(Keys.PutOff), StringComparison.Ordinal))
            .ToLookup(row => row["record"], row => row["on"], StringComparer.Ordinal);
        var taken = all.Where(row =>
                new[] { Keys.SpecialMeeting, Keys.NextMeeting, Keys.PutOff }.All(kind =>
                    !row.Key.StartsWith(Keys.AgendaOf(kind), StringComparison.Ordinal)
                )
            )
            .Select(row => row["record"])
            .ToHashSet(StringComparer.Ordinal);
        return
        [
            .. all.Where(row => Waits(row) && !taken.Contains(row["record"]))
                .Select(row => new NewItem(RecordRef.Parse(row["record"]), "", AskedOfGroup.Decide)
                {
                    // What was put off before it was decided, and waits anew, is not put off again.
                    PutOff = putOff[row["record"]].Count(on => string.CompareOrdinal(on, row["since"]) >= 0),
                }),
        ];
    }
}
