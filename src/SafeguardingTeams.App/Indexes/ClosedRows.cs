using System.Globalization;
using SafeguardingTeams.App.Storage;
using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Forms.SeriousIncidentReferral;
using SafeguardingTeams.Domain.Group.Retaining;
using SafeguardingTeams.Domain.Learning;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.App.Indexes;

/// <summary>
/// The row of a record that is closed, with the days a class may count from, so that a sweep finds whose time has come without opening any
/// (F3). What is closed waits for nobody: it is on no list of what is open, to be done or due.
/// </summary>
internal static class ClosedRows
{
    private const int GrownUp = 25;

    private static readonly string[] Waiting = [Keys.Open, Keys.AllTasks, Keys.Due];

    /// <summary>The row; null while the record is open.</summary>
    /// <param name="rows">Its other rows.</param>
    internal static (string Key, Dictionary<string, string> Fields)? Of(
        RecordFile record,
        IReadOnlyDictionary<string, Dictionary<string, string>> rows
    )
    {
        if (
            record.Version == 0
            || record.Ref.Kind == RecordKind.Group
            || record is CaseFile { Stage: not (Stage.Closed or Stage.Joined or Stage.Withdrawn or Stage.BelowThreshold) }
            || rows.Keys.Any(key => Waiting.Any(prefix => key.StartsWith(prefix, StringComparison.Ordinal)))
        )
        {
            return null;
        }

        var (closed, changed) = (ClosedOn(record), London.DateOf(record.History[^1].At));
        return (
            Keys.ClosedLine(closed, record.Ref),
            new()
            {
                ["record"] = record.Ref.ToString(),
                ["opened"] = GroupRows.Iso(London.DateOf(record.History[0].At)),
                ["closed"] = GroupRows.Iso(closed),
                ["changed"] = GroupRows.Iso(changed),
                ["child"] = Child(record) is { } day ? GroupRows.Iso(day) : "",
            }
        );
    }

    /// <summary>Until when the record of a row is kept, by a class.</summary>
    internal static DueRecord Due(IReadOnlyDictionary<string, string> row, RetentionClass by)
    {
        DateOnly? On(string field) => Day(row.GetValueOrDefault(field, ""));
        var closed = On("closed")!.Value;
        var from = by.From switch
        {
            RetentionStart.Closed => closed,
            RetentionStart.LastChange => On("changed")!.Value,
            RetentionStart.Child => On("child") ?? closed,
        };
        return new(RecordRef.Parse(row["record"]), by, On("opened")!.Value, closed, from > closed ? from : closed);
    }

    /// <summary>The day it came to the stage it is closed at.</summary>
    private static DateOnly ClosedOn(RecordFile record)
    {
        var (before, at) = (StoredRecord.Empty(record.Ref), record.History[0].At);
        foreach (var recorded in record.History)
        {
            var after = Replay.Next(before, recorded);
            at = after.StageName == before.StageName ? at : recorded.At;
            before = after;
        }

        return London.DateOf(at);
    }

    /// <summary>The last of the days its children grow up, or died; null where the record knows of none.</summary>
    private static DateOnly? Child(RecordFile record) =>
        record switch
        {
            CaseFile { Referral: { } referral } => new ReferralAnswers(referral.Answers)
                .Children.Select(child => child.Died && child.HappenedOn is { } died ? died : child.BornOn?.AddYears(GrownUp))
                .Max(),
            LearningFile { Referral: not null } learning => learning
                .Says.Named.Select(child => Day(child.Born)?.AddYears(GrownUp))
                .DefaultIfEmpty()
                .Max(),
            _ => null,
        };

    private static DateOnly? Day(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
