using System.Collections.Immutable;
using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Group;
using SafeguardingTeams.Domain.Meetings;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.GroupSchedule;

namespace SafeguardingTeams.Domain.Steps.GroupAgenda;

/// <summary>
/// Operations or the Chair move a meeting of the group, or change its time or place, with the reason; the group's year follows, and so do
/// the days that count back from it (E1, E13).
/// </summary>
public sealed record MoveGroupMeeting(RecordRef Meeting, DateOnly Day, string Start, string Place, string Reason) : MeetingCommand(Meeting)
{
    /// <inheritdoc/>
    public override Step Step => Step.MoveGroupMeeting;

    /// <inheritdoc cref="MeetingPlan.Until"/>
    public string Until { get; init; } = "";

    /// <inheritdoc cref="MeetingPlan.IsOnline"/>
    public bool IsOnline { get; init; }

    /// <inheritdoc/>
    public override ImmutableList<RecordRef> Others => [RecordRef.Group];

    /// <inheritdoc/>
    protected override Decision Decide(Records<MeetingFile> files, DecisionContext context)
    {
        var (before, group) = (files.This.Plan!, files.Others.OfType<GroupFile>().Single());
        return MeetingWords.Unless(
            [
                PlanGroupMeeting.WrongDay(Day, context),
                MeetingWords.Time(Start, "start"),
                MeetingWords.Until(Until, Start),
                MeetingWords.Line(Place, "place", "Say where the group meets."),
                string.IsNullOrWhiteSpace(Reason) ? Reasons.Needed("Say why it is moved. Members are told.") : Reasons.TooLong(Reason),
            ],
            () =>
            {
                var plan = before with
                {
                    Day = Day,
                    Start = Start.Trim(),
                    Place = Place.Trim(),
                    ClosesOn = context.ClosesOn(files.This, Day),
                    Until = Until.Trim(),
                    IsOnline = IsOnline,
                };
                return plan == before
                    ? Decision.Refuse(new("nothing-changed", "This is how it is planned already."))
                    : new Decision.Accepted([
                        new(Meeting, new GroupMeetingMoved(plan, Reason.Trim(), PlanGroupMeeting.Clocks(files.This, Day, context))),
                        .. plan.Special || Day == before.Day ? [] : InTheYear(group, before.Day, context),
                    ]);
            }
        );
    }

    private ImmutableList<RecordChange> InTheYear(GroupFile group, DateOnly before, DecisionContext context)
    {
        var without = group with { Meetings = group.Meetings.Remove(before) };
        return
        [
            .. group.Meetings.Contains(before)
                ? [new(group.Ref, MeetingTakenOut.OfTheYear(group, before, Reason.Trim(), context))]
                : ImmutableList<RecordChange>.Empty,
            .. group.Meetings.Contains(Day)
                ? ImmutableList<RecordChange>.Empty
                : [new(group.Ref, MeetingScheduled.InTheYear(without, Day, context))],
        ];
    }
}

/// <summary>A meeting of the group was moved, or its time or place changed.</summary>
public sealed record GroupMeetingMoved(MeetingPlan Plan, string Reason, ImmutableList<Deadline> Clocks) : MeetingEvent
{
    /// <inheritdoc/>
    public override string StoredName => "GroupMeetingMoved.v1";

    /// <inheritdoc/>
    public override bool ChangesAgenda => true;

    /// <inheritdoc/>
    public override MeetingFile ApplyTo(MeetingFile file, RecordedEvent recorded)
    {
        var moved = file.Stop(Timescales.GroupPapers, recorded.At).Stop(Timescales.GroupMeetingHeld, recorded.At) with { Plan = Plan };
        return moved
            .Start(file.AgendaSentAt is null ? Clocks : Clocks.RemoveAll(deadline => deadline.TimescaleId == Timescales.GroupPapers.Id))
            .Told(recorded.Sequence);
    }

    /// <inheritdoc/>
    public override IEnumerable<Effect> WhatFollows(MeetingFile after) =>
        [
            .. after.AgendaSentAt is null ? MeetingCards.Again(after) : MeetingCards.News(after),
            .. MeetingCards.CoOpted(after, after.IsShownTo),
            new Effect.KeepMeeting(after.Ref),
        ];
}
