using System.Collections.Immutable;
using System.Globalization;
using SafeguardingTeams.App.CardActions;
using SafeguardingTeams.App.Commands;
using SafeguardingTeams.App.Storage;
using SafeguardingTeams.Domain.Actions;
using SafeguardingTeams.Domain.Meetings;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.ActionDone;
using SafeguardingTeams.Domain.Steps.ActionProgress;
using SafeguardingTeams.Domain.Steps.GroupSession;

namespace SafeguardingTeams.App.Connector;

/// <summary>Who came to a meeting, as a flow says it.</summary>
/// <param name="Began">The time it began, such as 10:00.</param>
/// <param name="Confidentiality">Whether the confidentiality statement was read (E14).</param>
/// <param name="Seats">Every seat of the group, by its id.</param>
/// <param name="Others">Who else was there, by role and agency; may be empty.</param>
public sealed record FlowAttendance(
    string Began,
    bool Confidentiality,
    ImmutableList<(string Seat, Presence Presence)> Seats,
    string Others
);

/// <summary>
/// What a flow does in the name of whoever it runs as: the command of the card, decided by the same tables, on the version of the record
/// that the flow has read. Sent again, it is done once.
/// </summary>
public sealed class FlowSteps(IRows rows, CommandRunner commands, MeetingSeats seats)
{
    /// <summary>Says how far an action is (C5).</summary>
    /// <param name="version">The version of the record that was read.</param>
    /// <param name="text">How far; why, where it is not on track.</param>
    /// <param name="verified">How operations made sure, for an owner without an account; empty else.</param>
    public Task<CallEnd> ProgressAsync(
        Caller.Person caller,
        RecordRef action,
        int version,
        ProgressState state,
        string text,
        string verified,
        CancellationToken cancellationToken
    ) =>
        RunAsync(
            caller,
            new ReportProgress(action, state, text, verified),
            version,
            null,
            [state.ToString(), text, verified],
            cancellationToken
        );

    /// <summary>Adds a link to what shows that an action was done (C5, C19).</summary>
    /// <param name="version">The version of the record that was read.</param>
    /// <param name="link">An address that begins with https.</param>
    /// <param name="what">What it shows.</param>
    public Task<CallEnd> LinkAsync(
        Caller.Person caller,
        RecordRef action,
        int version,
        string link,
        string what,
        CancellationToken cancellationToken
    ) => RunAsync(caller, new AddEvidenceLink(action, link, what), version, null, [link, what], cancellationToken);

    /// <summary>Records who came to a meeting of the group (E14 to E16).</summary>
    /// <param name="version">The version of the record that was read.</param>
    public async Task<CallEnd> AttendanceAsync(
        Caller.Person caller,
        RecordRef meeting,
        int version,
        FlowAttendance came,
        CancellationToken cancellationToken
    )
    {
        var stored = await StoredRecord.LoadAsync(rows, meeting, cancellationToken);
        if (stored.Record is not MeetingFile file || !MeetingPermissions.Sees(file, caller.Actor))
        {
            return new CallEnd.Refused([Refusal.NotFound]);
        }

        if (file.Refuse(Step.RecordGroupAttendance, caller.Actor) is { Code: "not-yours" } refusal)
        {
            return new CallEnd.Refused([refusal]);
        }

        var known = seats.Of(file);
        var said = came.Seats.ToLookup(one => one.Seat, one => one.Presence, StringComparer.Ordinal);
        if (known.Exists(seat => said[seat.Id].Count() != 1) || came.Seats.Count != known.Count)
        {
            return new CallEnd.Refused([
                new("answer-needed", "Say of every seat of the group, once, whether somebody sat on it, and of no other.", "seats"),
            ]);
        }

        return await RunAsync(
            caller,
            new RecordGroupAttendance(
                meeting,
                seats.Came(came.Began, came.Confidentiality, known.Select(seat => (seat, said[seat.Id].First())), came.Others),
                RecordGroupAttendance.Times(file)
            ),
            version,
            stored,
            [came.Began, $"{came.Confidentiality}", came.Others, .. came.Seats.Select(seat => $"{seat.Seat}={seat.Presence}")],
            cancellationToken
        );
    }

    /// <summary>The seats of the group, by id and post; none for who has no part in its meetings.</summary>
    public IReadOnlyList<(string Id, string Title)> Seats(Caller.Person caller) =>
        MeetingPermissions.MaySee(caller.Actor) ? [.. seats.Now().Select(seat => (seat.Id, $"{seat.Title}, {seat.AgencyName}"))] : [];

    private async Task<CallEnd> RunAsync(
        Caller.Person caller,
        Command command,
        int version,
        StoredRecord? read,
        IEnumerable<string> said,
        CancellationToken cancellationToken
    ) =>
        CallEnd.Of(
            await commands.RunAsync(
                command,
                FlowReferrals.CommandId(
                    caller,
                    [command.GetType().Name, command.Ref.ToString(), version.ToString(CultureInfo.InvariantCulture), .. said]
                ),
                caller.Actor,
                read,
                stored => stored.Record.Version == version ? [] : null,
                cancellationToken
            ),
            version
        );
}
