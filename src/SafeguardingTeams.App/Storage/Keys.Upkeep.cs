using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.App.Storage;

/// <summary>Rows of no record: who looked at one, what is of the table as a whole, and of a copy that was put back.</summary>
internal static partial class Keys
{
    /// <summary>Who read what, of all records.</summary>
    internal const string AllReads = "read|";

    internal static string Reads(RecordRef id) => $"{AllReads}{id}|";

    internal static string ReadLine(RecordRef id, DateTimeOffset at, string unique) => $"{Reads(id)}{Ticks(at)}|{unique}";

    internal const string FindSecret = "meta|find-secret";

    /// <summary>Which programs may work with the table.</summary>
    internal const string Version = "meta|version";

    /// <summary>Records that are closed, by the day they were, so that whose time has come is found (F3).</summary>
    internal const string Closed = "keep|";

    internal static string ClosedOf(RecordKind kind) => $"{Closed}{kind}|";

    internal static string ClosedLine(DateOnly closed, RecordRef record) => $"{ClosedOf(record.Kind)}{GroupRows.Iso(closed)}|{record}";

    /// <summary>Kept files of records that are gone, which nobody can remove yet.</summary>
    internal const string LeftFiles = "left|";

    internal static string LeftFile(RecordRef record, string sha256) => $"{LeftFiles}{record}|{sha256}";

    /// <summary>Records that are held or to be reviewed, as every process reads them (F3).</summary>
    internal const string Retained = "rule|retained|";

    internal static string RetainedLine(RecordRef record) => $"{Retained}{record}";

    /// <summary>The keys of sign-in cookies.</summary>
    internal const string CookieKeys = "meta|cookie-key|";

    /// <summary>A copy is being put back and is not whole yet.</summary>
    internal const string Restoring = "meta|restoring";

    /// <summary>A copy was put back: reminders wait for a person.</summary>
    internal const string Held = "rule|held";

    /// <summary>What waited in the queues of a copy that was put back.</summary>
    internal const string HeldBack = "held|";

    /// <summary>Where a guest accepts the invitation to the site's tenant.</summary>
    internal static string GuestInvitation(string personId) => $"invitation|{personId}";

    /// <summary>An alarm that follows from no event: the same at the same moment is the same.</summary>
    internal static string AlarmLine(DateTimeOffset at, Topic about, string personId) =>
        $"{Outbox}{Ticks(at)}|{RecordRef.Group}|{about}|{personId}";
}
