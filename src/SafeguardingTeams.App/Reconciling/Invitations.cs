using System.Collections.Immutable;
using SafeguardingTeams.App.Ports;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Meetings;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.App.Reconciling;

/// <summary>What Outlook is to hold of a record's meeting: the Rapid Review's of a case, or one of the group.</summary>
internal sealed class Invitations(CaseInvitation cases, GroupInvitation group)
{
    internal async Task<OutlookMeeting> OfAsync(RecordFile record, CancellationToken cancellationToken) =>
        record switch
        {
            CaseFile file => cases.Of(file),
            MeetingFile meeting => await group.OfAsync(meeting, cancellationToken),
            _ => throw new InvalidOperationException($"The {record.Ref.Kind} record has no meeting in Outlook."),
        };
}

/// <summary>What Outlook is to hold of a meeting.</summary>
/// <param name="Planned">The event as it is to be; null where none is planned.</param>
/// <param name="Cancelled">What is said with the cancellation of an event that was planned before.</param>
/// <param name="CancelledWhere">Where somebody cancels it, in plain words.</param>
internal sealed record OutlookMeeting(PlannedEvent? Planned, string Cancelled, string CancelledWhere)
{
    /// <summary>Whether it is over, or being held: whatever stands in the calendar is left as it is.</summary>
    internal bool IsLeft { get; init; }
}

/// <summary>An event as it is to be.</summary>
/// <param name="Number">Goes up with each new plan after a cancellation: names the event.</param>
/// <param name="Content">What it says.</param>
/// <param name="Invitees">Who is invited.</param>
internal sealed record PlannedEvent(int Number, EventContent Content, ImmutableList<Invitee> Invitees);
