using System.Collections.Immutable;
using System.Globalization;
using SafeguardingTeams.App.Directory;
using SafeguardingTeams.App.Flows;
using SafeguardingTeams.App.Reading;
using SafeguardingTeams.App.Storage;
using SafeguardingTeams.App.Time;
using SafeguardingTeams.Domain.Actions;
using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Learning;
using SafeguardingTeams.Domain.Meetings;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Reviews;
using SafeguardingTeams.Presentation.Wording;

namespace SafeguardingTeams.App.Connector;

/// <summary>One record: codes and dates only (F2).</summary>
/// <param name="Version">How many events: which state of it this is.</param>
/// <param name="Detail">What kind of review it is; empty for other kinds.</param>
/// <param name="Agency">The id of the owner's agency, of an action; empty for other kinds.</param>
/// <param name="Began">When it was sent, agreed, planned or proposed.</param>
/// <param name="HasEnded">Whether nothing more is done with it.</param>
public sealed record CodedDetail(
    RecordRef Record,
    string Step,
    int Version,
    string Detail,
    string Agency,
    DateTimeOffset Began,
    bool HasEnded
);

/// <summary>A clock of a record (PD2).</summary>
/// <param name="Clock">Its id.</param>
/// <param name="Title">What must be done, by the clock table: the same for every record.</param>
/// <param name="Agency">The id of the agency it runs for; empty where it runs for none.</param>
/// <param name="CountedFrom">What it counts from.</param>
/// <param name="StoppedAt">When what it waits for was done, or no longer needed; null while it runs.</param>
public sealed record CodedClock(
    string Clock,
    string Title,
    string Agency,
    ClockAnchor CountedFrom,
    DateOnly From,
    DateOnly Due,
    DateTimeOffset DueAt,
    DateTimeOffset? StoppedAt,
    bool IsLate
);

/// <summary>Something that happened: what, when, and in what role whoever did it acted; never who, or what they wrote (F2).</summary>
/// <param name="Number">Its place in the record, from 1.</param>
/// <param name="Event">What happened, as it is named in storage.</param>
public sealed record CodedEvent(int Number, string Event, DateTimeOffset At, ImmutableList<Role> Roles);

/// <summary>
/// One record as a flow reads it: a range read, and its reading is recorded before it is answered (F1). What is not there and what is not
/// the caller's gives the same answer (F2).
/// </summary>
public sealed class CodedRecords(IRows rows, ReadAudit audit, CurrentRules currentRules, LondonClock clock)
{
    /// <summary>Where it stands; null where the caller has no part in it.</summary>
    public async Task<CodedDetail?> FindAsync(Caller.Person caller, RecordRef record, CancellationToken cancellationToken) =>
        await ReadAsync(caller, record, cancellationToken) is { } file ? DetailOf(file) : null;

    /// <summary>Its clocks that the caller is to know of, in the order they started; null where they have no part in it.</summary>
    public async Task<IReadOnlyList<CodedClock>?> TimetableAsync(
        Caller.Person caller,
        RecordRef record,
        CancellationToken cancellationToken
    ) =>
        await ReadAsync(caller, record, cancellationToken) is { } file
            ?
            [
                .. file
                    .Clocks.Where(one => SeesClock(file, one, caller.Actor))
                    .Select(one => new CodedClock(
                        Timescales.Rule(one.Deadline.TimescaleId)?.Id ?? one.Deadline.TimescaleId,
                        Timescales.Rule(one.Deadline.TimescaleId)?.Title ?? "",
                        Timescales.About(one.Deadline.TimescaleId),
                        one.Deadline.Anchor,
                        one.Deadline.AnchorDay,
                        one.Deadline.DueDay,
                        one.Deadline.DueAt,
                        one.StoppedAt,
                        one.Runs && one.Deadline.DueAt <= clock.Now
                    )),
            ]
            : null;

    /// <summary>What happened to it that the caller sees, oldest first; null where they have no part in it.</summary>
    public async Task<IReadOnlyList<CodedEvent>?> TimelineAsync(
        Caller.Person caller,
        RecordRef record,
        CancellationToken cancellationToken
    ) =>
        await ReadAsync(caller, record, cancellationToken) is { } file
            ?
            [
                .. HistoryOf(file, caller.Actor)
                    .Select(recorded => new CodedEvent(
                        recorded.Sequence,
                        recorded.Event.StoredName.Split('.')[0],
                        recorded.At,
                        [.. recorded.By.Roles]
                    )),
            ]
            : null;

    /// <summary>What a flow may be shown of a record, from the record itself.</summary>
    internal static CodedDetail DetailOf(RecordFile file) =>
        new(
            file.Ref,
            file.StageName,
            file.Version,
            file is ReviewFile { Plan: { } plan } ? plan.Kind.ToString() : "",
            file is ActionFile { Owner: { } owner } ? owner.AgencyId : "",
            file.History[0].At,
            HasEnded(file)
        );

    /// <summary>Whether a flow may be about a record, and somebody has a part in it (F2): not about the group, or what it writes.</summary>
    internal static bool Sees(RecordFile file, Actor actor) =>
        file.Ref.Kind is not (RecordKind.Group or RecordKind.Briefing) && RecordSight.Sees(file, actor);

    private static bool HasEnded(RecordFile file) =>
        file switch
        {
            CaseFile one => one.Stage is Stage.Closed or Stage.Withdrawn or Stage.Joined or Stage.BelowThreshold,
            LearningFile one => one.IsEnded,
            MeetingFile one => one.IsOver,
            ReviewFile one => one.IsOver,
            ActionFile one => one.IsEnded,
            _ => false,
        };

    /// <summary>How a case is being decided is for those who take part in it; practice learning, for those who oversee it.</summary>
    private static bool SeesClock(RecordFile file, Clock clock, Actor actor) =>
        file switch
        {
            CaseFile one => Visibility.ShowsClock(clock.Deadline.TimescaleId, one, actor),
            LearningFile one => Oversees(one, actor),
            _ => true,
        };

    private static IEnumerable<RecordedEvent> HistoryOf(RecordFile file, Actor actor) =>
        file switch
        {
            CaseFile one => Visibility.History(one, actor),
            LearningFile one when !Oversees(one, actor) => [],
            _ => file.History,
        };

    private static bool Oversees(LearningFile file, Actor actor) =>
        file.RolesOf(actor).Overlaps([Role.Operations, Role.Chair, Role.Scrutineer, Role.GroupMember]);

    private async Task<RecordFile?> ReadAsync(Caller.Person caller, RecordRef record, CancellationToken cancellationToken)
    {
        await currentRules.RefreshAsync(always: false, cancellationToken);
        var file = (await StoredRecord.LoadAsync(rows, record, cancellationToken)).Record;
        if (!Sees(file, caller.Actor))
        {
            return null;
        }

        await audit.RecordAsync(caller.Reader, file, cancellationToken);
        return file;
    }
}
