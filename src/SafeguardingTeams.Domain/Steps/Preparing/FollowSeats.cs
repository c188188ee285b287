using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.Domain.Steps.Preparing;

/// <summary>
/// A seat of the group has changed hands, and whoever holds it on the day of the Rapid Review meeting is invited in place of whoever
/// held it before (E2, PD17). By this system; a meeting that is past is left as it was.
/// </summary>
public sealed record FollowSeats(CaseId CaseId) : CaseCommand(CaseId)
{
    /// <inheritdoc/>
    public override Step Step => Step.FollowSeats;

    /// <inheritdoc/>
    protected override Decision Decide(Records<CaseFile> files, DecisionContext context)
    {
        var file = files.This;
        if (file.Review.Meeting is not { } meeting || meeting.Start <= context.At)
        {
            return Decision.Refuse(new("nothing-changed", "No meeting is ahead."));
        }

        var day = London.DateOf(meeting.Start);
        return SeatInvitations.Passed(file, day, context).IsEmpty
            ? Decision.Refuse(new("nothing-changed", "The seats are held by those who are invited."))
            : Decision.Accept(CaseId, [.. SeatInvitations.ByTheSeatsOn(day, file, context)]);
    }
}
