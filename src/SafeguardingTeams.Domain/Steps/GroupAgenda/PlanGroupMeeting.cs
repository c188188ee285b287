using System.Collections.Immutable;
using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Group;
using SafeguardingTeams.Domain.Meetings;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.GroupSchedule;

namespace SafeguardingTeams.Domain.Steps.GroupAgenda;

/// <summary>
/// Operations or the Chair plan a meeting of the group (E1, E4) or a special one (E2), with what waits for it as its agenda. A scheduled
/// meeting stands in the group's year too. A meeting that was cancelled is planned again in the same way; its agenda is kept.
/// </summary>
/// <param name="Items">What is put on its agenda, in order.</param>
public sealed record PlanGroupMeeting(
    RecordRef Meeting,
    DateOnly Day,
    string Start,
    string Place,
    bool Special,
    ImmutableList<NewItem> Items
) : MeetingCommand(Meeting)
{
    /// <inheritdoc cref="MeetingPlan.Until"/>
    public string Until { get; init; } = "";

    /// <inheritdoc cref="MeetingPlan.IsOnline"/>
    public bool IsOnline { get; init; }

    /// <inheritdoc/>
    public override Step Step => Step.PlanGroupMeeting;

    /// <inheritdoc/>
    public override ImmutableList<RecordRef> Others => Special ? [] : [RecordRef.Group];

    /// <inheritdoc/>
    protected override Decision Decide(Records<MeetingFile> files, DecisionContext context) =>
        MeetingWords.Unless(
            [
                WrongDay(Day, context),
                MeetingWords.Time(Start, "start"),
                MeetingWords.Until(Until, Start),
                MeetingWords.Line(Place, "place", "Say where the group meets."),
            ],
            () =>
            {
                var planned = new GroupMeetingPlanned(
                    new(Day, Start.Trim(), Place.Trim(), Special, context.ClosesOn(files.This, Day))
                    {
                        Until = Until.Trim(),
                        IsOnline = IsOnline,
                    },
                    Items,
                    files.This.Rules ?? context.Rules,
                    Clocks(files.This, Day, context)
                );
                return new Decision.Accepted([
                    new(Meeting, planned),
                    .. files
                        .Others.OfType<GroupFile>()
                        .Where(group => !group.Meetings.Contains(Day))
                        .Select(group => new RecordChange(group.Ref, MeetingScheduled.InTheYear(group, Day, context))),
                ]);
            }
        );

    /// <summary>Why the group cannot meet on a day; null where it can.</summary>
    internal static Refusal? WrongDay(DateOnly day, DecisionContext context) =>
        day < context.Today ? new("past", "This is past. Choose a day to come.", "date")
        : day > context.Calendar.LastDay ? Refusal.OutsideCalendar(context.Calendar.LastDay) with { Field = "date" }
        : !context.Calendar.IsWorkingDay(day) ? new("not-a-working-day", "This is not a working day.", "date")
        : null;

    /// <summary>The clocks that count from a day, or back from it; none whose day is past.</summary>
    internal static ImmutableList<Deadline> Clocks(MeetingFile file, DateOnly day, DecisionContext context) =>
        [
            .. new[] { Timescales.GroupPapers, Timescales.GroupMeetingHeld }
                .Select(timescale => context.Pin(file, timescale, day))
                .Where(deadline => deadline.DueDay >= context.Today),
        ];
}

/// <summary>Something to be put on an agenda.</summary>
/// <param name="Subject">The record it is about; null for anything else.</param>
/// <param name="Title">What it is, without a name; empty where the record says it.</param>
/// <param name="Asked">What the group is asked to do.</param>
public sealed record NewItem(RecordRef? Subject, string Title, AskedOfGroup Asked)
{
    /// <summary>How often it was put off by meetings before (E18).</summary>
    public int PutOff { get; init; }
}

/// <summary>A meeting of the group was planned, or one that was cancelled is to take place after all.</summary>
public sealed record GroupMeetingPlanned(MeetingPlan Plan, ImmutableList<NewItem> Items, PinnedRules Rules, ImmutableList<Deadline> Clocks)
    : MeetingEvent
{
    /// <inheritdoc/>
    public override string StoredName => "GroupMeetingPlanned.v1";

    /// <inheritdoc/>
    public override bool ChangesAgenda => true;

    /// <inheritdoc/>
    public override MeetingFile ApplyTo(MeetingFile file, RecordedEvent recorded)
    {
        var planned = file with
        {
            Stage = MeetingStage.Planned,
            Plan = Plan,
            PlannedAt = file.Version == 0 ? recorded.At : file.PlannedAt,
            Rules = Rules,
            AgendaSentAt = null,
        };
        return AgendaItemsAdded
            .Added(planned, Items.RemoveAll(item => IsThere(file, item)), recorded, isLate: false)
            .Start(Clocks)
            .Told(recorded.Sequence);
    }

    /// <inheritdoc/>
    public override IEnumerable<Effect> WhatFollows(MeetingFile after) =>
        [.. MeetingCards.Again(after), .. MeetingCards.CoOpted(after, after.IsShownTo), new Effect.KeepMeeting(after.Ref)];

    private static bool IsThere(MeetingFile file, NewItem item) =>
        file.Agenda.Any(there => (there.Subject, there.Title) == (item.Subject, item.Title));
}
