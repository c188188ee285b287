using System.Collections.Immutable;
using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Meetings;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.Domain.Steps.GroupSession;

/// <summary>
/// Operations or the Chair end the meeting; nothing is left without an outcome (E18). The clocks of the minutes start (E17).
/// </summary>
/// <param name="At">The time it ended, as typed.</param>
public sealed record EndGroupMeeting(RecordRef Meeting, string At) : MeetingCommand(Meeting)
{
    /// <inheritdoc/>
    public override Step Step => Step.EndGroupMeeting;

    /// <inheritdoc/>
    protected override Decision Decide(Records<MeetingFile> files, DecisionContext context)
    {
        var open = files.This.Undecided.Count();
        return open > 0
                ? Decision.Refuse(
                    new(
                        "undecided",
                        $"{open} {(open == 1 ? "item has" : "items have")} no outcome yet. Decide each, put it off to another meeting, or "
                            + "record that it was withdrawn."
                    )
                )
            : MeetingWords.Time(At, "at") is { } refusal ? Decision.Refuse(refusal)
            : Decision.Accept(
                Meeting,
                new GroupMeetingEnded(
                    At.Trim(),
                    [
                        context.Pin(files.This, Timescales.MinutesToChair, files.This.Plan!.Day),
                        context.Pin(files.This, Timescales.MinutesToMembers, files.This.Plan.Day),
                    ]
                )
            );
    }
}

/// <summary>The meeting ended.</summary>
public sealed record GroupMeetingEnded(string At, ImmutableList<Deadline> Clocks) : MeetingEvent
{
    /// <inheritdoc/>
    public override string StoredName => "GroupMeetingEnded.v1";

    /// <inheritdoc/>
    public override MeetingFile ApplyTo(MeetingFile file, RecordedEvent recorded) =>
        file.Start(Clocks) with
        {
            Stage = MeetingStage.Ended,
            EndedAt = At,
        };

    /// <inheritdoc/>
    public override IEnumerable<Effect> WhatFollows(MeetingFile after) =>
        [.. MeetingCards.Again(after), .. MeetingCards.CoOpted(after, (item, one) => one.Who.HasAccount && item.Asks(one))];
}
