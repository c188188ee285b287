using System.Collections.Immutable;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Group;
using SafeguardingTeams.Domain.Meetings;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.GroupSchedule;

namespace SafeguardingTeams.Domain.Steps.GroupAgenda;

/// <summary>
/// Operations or the Chair cancel a meeting of the group, with the reason. What was on its agenda waits for the next; it can be planned
/// again (<see cref="PlanGroupMeeting"/>).
/// </summary>
public sealed record CancelGroupMeeting(RecordRef Meeting, string Reason) : MeetingCommand(Meeting)
{
    /// <inheritdoc/>
    public override Step Step => Step.CancelGroupMeeting;

    /// <inheritdoc/>
    public override ImmutableList<RecordRef> Others => [RecordRef.Group];

    /// <inheritdoc/>
    protected override Decision Decide(Records<MeetingFile> files, DecisionContext context)
    {
        var (plan, group) = (files.This.Plan!, files.Others.OfType<GroupFile>().Single());
        return string.IsNullOrWhiteSpace(Reason) ? Decision.Refuse(Reasons.Needed("Say why it does not take place. Members are told."))
            : Reasons.TooLong(Reason) is { } refusal ? Decision.Refuse(refusal)
            : new Decision.Accepted([
                new(Meeting, new GroupMeetingCancelled(Reason.Trim())),
                .. !plan.Special && group.Meetings.Contains(plan.Day)
                    ? [new(group.Ref, MeetingTakenOut.OfTheYear(group, plan.Day, Reason.Trim(), context))]
                    : ImmutableList<RecordChange>.Empty,
            ]);
    }
}

/// <summary>A meeting of the group does not take place.</summary>
public sealed record GroupMeetingCancelled(string Reason) : MeetingEvent
{
    /// <inheritdoc/>
    public override string StoredName => "GroupMeetingCancelled.v1";

    /// <inheritdoc/>
    public override MeetingFile ApplyTo(MeetingFile file, RecordedEvent recorded) =>
        file with
        {
            Stage = MeetingStage.Cancelled,
            Clocks = [.. file.Clocks.Select(clock => clock.Runs ? clock with { StoppedAt = recorded.At } : clock)],
        };

    /// <inheritdoc/>
    public override IEnumerable<Effect> WhatFollows(MeetingFile after) =>
        [.. MeetingCards.News(after), .. MeetingCards.CoOpted(after, (item, one) => item.Asks(one)), new Effect.KeepMeeting(after.Ref)];
}
