using System.Globalization;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Deciding;
using SafeguardingTeams.Domain.Effects;

namespace SafeguardingTeams.App.Storage;

/// <summary>
/// Where each row stands in the partition. A case's head, events, receipts and drafts share a prefix, so that one range
/// read gives all a command needs. No key holds text of a case: keys stand in the addresses of requests, and so in logs (F2).
/// </summary>
internal static class Keys
{
    internal const string Outbox = "out|";
    internal const string Parked = "parked|";
    internal const string Errands = "errand|";

    internal const string Stuck = "stuck|";

    internal const string Watched = "watch|";

    internal const string Looked = "looked|";

    internal const string Due = "due|";
    internal const string AllCases = "case|";
    internal const string Rules = "rule|";
    internal const string Holidays = "rule|holiday|";
    internal const string Away = "rule|away|";
    internal const string Counted = "rule|counted";

    internal static string Heartbeat(string sweep) => $"meta|heartbeat|{sweep}";

    internal static string Case(CaseId id) => $"case|{id}|";

    internal static string Head(CaseId id) => $"case|{id}|0";

    internal static string Draft(CaseId id, string personId, string slot) => $"case|{id}|d|{DraftOf(personId, slot)}";

    /// <summary>A person's draft among those of a case: by the person alone for the referral's own, else by person and slot.</summary>
    internal static string DraftOf(string personId, string slot) => slot.Length == 0 ? personId : $"{personId}|{slot}";

    internal static string Event(CaseId id, int sequence) => $"case|{id}|e|{sequence:D6}";

    /// <summary>Where what did not fit into the transaction of a version waits.</summary>
    internal static string Rest(CaseId id, int version) => $"case|{id}|w|{version:D6}";

    /// <summary>The cases of which something waits so.</summary>
    internal const string Unfinished = "unfinished|";

    internal static string UnfinishedLine(CaseId id) => $"{Unfinished}{id}";

    internal static string Receipt(CaseId id, string commandId) => $"case|{id}|r|{commandId}";

    internal static string Drafts(string personId) => $"draft|{personId}|";

    internal static string DraftLine(string personId, CaseId id, string slot) => slot.Length == 0 ? $"draft|{personId}|{id}" : $"draft|{personId}|{id}|{slot}";

    internal static string Mine(string personId) => $"mine|{personId}|";

    internal static string MineLine(string personId, CaseId id) => $"mine|{personId}|{id}";

    internal const string AllTasks = "task|";

    /// <summary>The role a task waits for; null where it waits for one person and no role at large.</summary>
    internal static Role? TaskFor(string key) =>
        Enum.TryParse<Role>(key.AsSpan(AllTasks.Length, key.IndexOf('|', AllTasks.Length) - AllTasks.Length), out var role) ? role : null;

    internal static string Tasks(string holder) => $"task|{holder}|";

    internal static string TaskLine(string holder, DateTimeOffset due, CaseId id, string kind) => $"task|{holder}|{Ticks(due)}|{id}|{kind}";

    internal static string DueLine(DateTimeOffset due, CaseId id, string timescaleId) => $"due|{Ticks(due)}|{id}|{timescaleId}";

    /// <summary>The end of the range of rows due by an instant, that instant included.</summary>
    internal static string DueAfter(DateTimeOffset at) => $"due|{Ticks(at.AddTicks(1))}";

    internal static DateTimeOffset DueAt(string key) => new(long.Parse(key.AsSpan(4, 19), CultureInfo.InvariantCulture), TimeSpan.Zero);

    internal static string Holiday(DateOnly day) => $"{Holidays}{day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}";

    internal static string AwayLine(string personId, DateOnly from) => $"{Away}{personId}|{from.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}";

    internal const string Themes = "theme|";

    internal static string ThemeLine(CaseId id) => $"{Themes}{id}";

    internal static string Finds(string token) => $"find|{token}|";

    internal static string FindLine(string token, CaseId id) => $"find|{token}|{id}";

    internal static string OutboxLine(DateTimeOffset at, CaseId id, int sequence, int effect, string personId) =>
        $"out|{Ticks(at)}|{id}|{sequence:D6}|{effect:D2}|{personId}";

    internal static string Delivery(CaseId id, CardKind kind, string about, string personId) => $"sent|{id}|{kind}|{personId}{(about.Length > 0 ? $"|{about}" : "")}";

    internal static string ErrandLine(DateTimeOffset at, CaseId id, int sequence, int effect) => $"errand|{Ticks(at)}|{id}|{sequence:D6}|{effect:D2}";

    internal static string Note(CaseId id, string subject) => $"note|{id}|{subject}";

    internal static string Busy(CaseId id) => $"busy|{id}";

    internal static string WatchLine(CaseId id) => $"watch|{id}";

    internal static string LookedLine(CaseId id) => $"{Looked}{id}";

    /// <summary>What went to a person by mail and comes as a message once they have the app: one row for each message.</summary>
    internal static string Mailed(string personId) => $"mailed|{personId}|";

    internal static string MailedLine(string personId, CaseId id, CardKind kind, string about) => $"mailed|{personId}|{id}|{kind}|{about}";

    internal static string Conversations(string personId) => $"chat|{personId}|";

    internal static string Conversation(string personId, string tenantId, string objectId) => $"chat|{personId}|{tenantId}|{objectId}";

    internal static string Profile(string personId) => $"person|{personId}";

    internal static string Reads(CaseId id) => $"read|{id}|";

    internal static string ReadLine(CaseId id, DateTimeOffset at, string unique) => $"read|{id}|{Ticks(at)}|{unique}";

    internal const string FindSecret = "meta|find-secret";

    private static string Ticks(DateTimeOffset at) => at.UtcTicks.ToString("D19", CultureInfo.InvariantCulture);
}
