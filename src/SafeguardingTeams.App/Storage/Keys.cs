using System.Collections.Immutable;
using System.Globalization;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Presentation.Screens;

namespace SafeguardingTeams.App.Storage;

/// <summary>
/// Where each row stands in the partition. A case's head, events, receipts and drafts share a prefix, so that one range
/// read gives all a command needs. No key holds text of a case: keys stand in the addresses of requests, and so in logs (F2).
/// </summary>
internal static partial class Keys
{
    private const int TickDigits = 19;

    internal const string Outbox = "out|";
    internal const string DeadLetteredMessages = "parked|";
    internal const string ReconcileJobs = "errand|";

    internal const string DeadLetteredJobs = "stuck|";

    internal const string Watched = "watch|";

    internal const string Looked = "looked|";

    internal const string Due = "due|";
    internal const string AllCases = "case|";
    internal const string AllLearning = "learn|";
    internal const string AllActions = "act|";
    internal const string AllMeetings = "meet|";
    internal const string AllReviews = "review|";
    internal const string AllBriefings = "briefing|";
    internal const string AllGroup = "group|";

    /// <summary>Under which every record of every kind stands.</summary>
    internal static ImmutableArray<string> AllRecords { get; } =
    [AllCases, AllLearning, AllActions, AllMeetings, AllReviews, AllBriefings, AllGroup];

    internal const string Rules = "rule|";
    internal const string Holidays = "rule|holiday|";
    internal const string Away = "rule|away|";
    internal const string Counted = "rule|counted";

    /// <summary>By which seats the invitations to Rapid Review meetings were last looked at.</summary>
    internal const string Followed = "rule|followed";
    internal const string Seats = "rule|seat|";
    internal const string Scheduled = "rule|meeting|";
    internal const string Terms = "rule|terms";

    /// <summary>The holders of roles to whom everything was given; there from when the group's record began.</summary>
    internal const string Holders = "rule|holders";

    internal const string ListedThemes = "rule|theme|";

    /// <summary>The last year that was noted as ended, for the group's report.</summary>
    internal const string YearEnded = "rule|year-ended";

    /// <summary>What is to come by the group's forward plan.</summary>
    internal const string PlannedAhead = "rule|plan|";

    internal static string PlannedEntry(int number) => $"{PlannedAhead}{number.ToString("D5", CultureInfo.InvariantCulture)}";

    internal static string ListedTheme(int number) => $"{ListedThemes}{number.ToString("D3", CultureInfo.InvariantCulture)}";

    internal static string SeatLine(string id) => $"{Seats}{id}";

    internal static string ScheduledLine(DateOnly day) => $"{Scheduled}{day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}";

    /// <summary>Records of any kind that are open.</summary>
    internal const string Open = "open|";

    internal static string OpenOf(RecordKind kind) => $"{Open}{kind}|";

    internal static string OpenLine(RecordRef record) => $"{OpenOf(record.Kind)}{record}";

    /// <summary>Records that belong together, from either side.</summary>
    internal const string Links = "link|";

    internal static string LinksOf(RecordRef from) => $"{Links}{from}|";

    internal static string LinkLine(RecordRef from, RecordRef to) => $"{LinksOf(from)}{to}";

    /// <summary>What waits for whichever meeting of the group comes next.</summary>
    internal const string NextMeeting = "next";

    /// <summary>What waits for a special meeting of the group.</summary>
    internal const string SpecialMeeting = "special";

    /// <summary>What was put off, by what it is about and the meeting that put it off.</summary>
    internal const string PutOff = "deferred";

    /// <summary>What waits for a meeting of the group, by meeting.</summary>
    internal const string Agenda = "agenda|";

    internal static string AgendaOf(string meeting) => $"{Agenda}{meeting}|";

    internal static string AgendaLine(string meeting, RecordRef record) => $"{AgendaOf(meeting)}{record}";

    internal static string PutOffLine(RecordRef meeting, RecordRef record) => $"{AgendaOf(PutOff)}{record}|{meeting}";

    /// <summary>Which seats were empty at a meeting of the group, by its day.</summary>
    internal const string Missed = "missed|";

    internal static string MissedLine(DateOnly day, RecordRef meeting) =>
        $"{Missed}{day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}|{meeting}";

    /// <summary>The week for which owners last got the list of their actions.</summary>
    internal const string Digested = "meta|digested";

    /// <summary>The week for which one owner last got theirs.</summary>
    internal static string DigestedFor(string personId) => $"{Digested}|{personId}";

    /// <summary>What each host last started with.</summary>
    internal const string Hosts = "meta|host|";

    internal static string Host(string name) => $"{Hosts}{name}";

    internal static string Heartbeat(string sweep) => $"meta|heartbeat|{sweep}";

    /// <summary>The prefix of all rows of one record: one range read gives it whole.</summary>
    internal static string Record(RecordRef record) =>
        record.Kind switch
        {
            RecordKind.Case => $"{AllCases}{record.Id}|",
            RecordKind.Learning => $"{AllLearning}{record.Id}|",
            RecordKind.Action => $"{AllActions}{record.Id}|",
            RecordKind.Meeting => $"{AllMeetings}{record.Id}|",
            RecordKind.Review => $"{AllReviews}{record.Id}|",
            RecordKind.Briefing => $"{AllBriefings}{record.Id}|",
            RecordKind.Group => $"{record}|",
        };

    internal static string Case(CaseId id) => Record(id);

    internal static string Head(RecordRef record) => $"{Record(record)}0";

    internal static string Draft(RecordRef record, string personId, string slot) => $"{Record(record)}d|{DraftOf(personId, slot)}";

    /// <summary>A person's draft among those of a case: by the person alone for the referral's own, else by person and slot.</summary>
    internal static string DraftOf(string personId, string slot) => slot.Length == 0 ? personId : $"{personId}|{slot}";

    internal static string Event(RecordRef record, int sequence) => $"{Record(record)}e|{sequence:D6}";

    /// <summary>Where what did not fit into the transaction of a version waits.</summary>
    internal static string Deferred(RecordRef record, int version) => $"{Record(record)}w|{version:D6}";

    /// <summary>The records of which something waits so.</summary>
    internal const string DeferredFrom = "unfinished|";

    internal static string DeferringRecord(RecordRef record) => $"{DeferredFrom}{record}";

    /// <summary>Where a record stood that was disposed of: under which certificate, and how far that has come (F3).</summary>
    internal static string Gone(RecordRef record) => $"{Record(record)}g|";

    internal static string Receipt(RecordRef record, string commandId) => $"{Record(record)}r|{commandId}";

    internal static string Drafts(string personId) => $"draft|{personId}|";

    internal static string DraftLine(string personId, RecordRef id, string slot) =>
        slot.Length == 0 ? $"draft|{personId}|{id}" : $"draft|{personId}|{id}|{slot}";

    /// <summary>The reviews whose agreed papers somebody reads, of everybody.</summary>
    internal const string AllPapers = "papers|";

    /// <summary>The reviews whose agreed papers somebody reads.</summary>
    internal static string Papers(string personId) => $"{AllPapers}{personId}|";

    /// <summary>The referrals of everybody.</summary>
    internal const string AllMine = "mine|";

    internal static string Mine(string personId) => $"{AllMine}{personId}|";

    internal static string MineLine(string personId, RecordRef id) => $"{AllMine}{personId}|{id}";

    internal const string AllTasks = "task|";

    /// <summary>The role a task waits for; null where it waits for one person and no role at large.</summary>
    internal static Role? TaskFor(string key) =>
        Enum.TryParse<Role>(key.AsSpan(AllTasks.Length, key.IndexOf('|', AllTasks.Length) - AllTasks.Length), out var role) ? role : null;

    /// <summary>The holders of a role who are of one agency.</summary>
    internal static string OfAgency(Role role, string agencyId) => $"{role}~{agencyId}";

    /// <summary>For whom a task waits: one person, the holders of a role who are of one agency, or the holders of a role.</summary>
    internal static string HolderOf(string personId, Role role, string agencyId) =>
        personId.Length > 0 ? personId
        : agencyId.Length > 0 ? OfAgency(role, agencyId)
        : role.ToString();

    internal static string Tasks(string holder) => $"{AllTasks}{holder}|";

    internal static string TaskLine(string holder, DateTimeOffset due, RecordRef record, string kind) =>
        $"{AllTasks}{holder}|{Ticks(due)}|{record}|{kind}";

    internal static string DueLine(DateTimeOffset due, RecordRef record, string timescaleId) => $"{Due}{Ticks(due)}|{record}|{timescaleId}";

    /// <summary>The end of the range of rows due by an instant, that instant included.</summary>
    internal static string DueAfter(DateTimeOffset at) => $"{Due}{Ticks(at.AddTicks(1))}";

    internal static DateTimeOffset DueAt(string key) =>
        new(long.Parse(key.AsSpan(Due.Length, TickDigits), CultureInfo.InvariantCulture), TimeSpan.Zero);

    internal static string Holiday(DateOnly day) => $"{Holidays}{day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}";

    internal static string AwayLine(string personId, DateOnly from) =>
        $"{Away}{personId}|{from.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}";

    internal const string Themes = "theme|";

    internal static string ThemeLine(CaseId id) => $"{Themes}{id}";

    /// <summary>The records, of any kind, that carry a theme of the partnership's list.</summary>
    internal const string AllThemed = "themed|";

    internal static string Themed(string theme) => $"{AllThemed}{theme}|";

    /// <summary>What reports count: a row for each record.</summary>
    internal const string AllFigures = "figure|";

    internal static string FigureLine(RecordRef record) => $"{AllFigures}{record.Kind}|{record}";

    internal const string AllRecommended = "recommended|";

    /// <summary>The recommendations of reviews that carry a theme.</summary>
    internal static string RecommendedOn(string theme) => $"{AllRecommended}theme|{theme}|";

    /// <summary>The recommendations of reviews that address an agency.</summary>
    internal static string RecommendedTo(string agencyId) => $"{AllRecommended}body|{agencyId}|";

    /// <summary>The briefings that were sent to agencies, of all agencies.</summary>
    internal const string AllBriefed = "briefed|";

    internal static string Briefed(string agencyId) => $"{AllBriefed}{agencyId}|";

    internal static string BriefedLine(string agencyId, RecordRef record) => $"{Briefed(agencyId)}{record}";

    internal static string ThemedLine(string theme, RecordRef record) => $"{Themed(theme)}{record}";

    /// <summary>The theme that a row of a record that carries it is of.</summary>
    internal static string ThemeOf(string key) => key.Split('|')[1];

    /// <summary>The ways to find a case, of all cases.</summary>
    internal const string AllFinds = "find|";

    internal static string Finds(string token) => $"{AllFinds}{token}|";

    internal static string FindLine(string token, CaseId id) => $"{AllFinds}{token}|{id}";

    /// <summary>By what a referral for practice learning may be about the same child as another record, of all of them.</summary>
    internal const string AllAlike = "alike|";

    internal static string Alike(string token) => $"{AllAlike}{token}|";

    internal static string AlikeLine(string token, RecordRef record) => $"{Alike(token)}{record}";

    internal static string OutboxLine(DateTimeOffset at, RecordRef record, int sequence, int effect, string personId) =>
        $"{Outbox}{Ticks(at)}|{record}|{sequence:D6}|{effect:D2}|{personId}";

    /// <summary>What was sent, of all records.</summary>
    internal const string AllSent = "sent|";

    internal static string Delivery(RecordRef record, CardKind kind, Topic about, string personId) =>
        $"{AllSent}{record}|{kind}|{personId}{(about.IsNone ? "" : $"|{about}")}";

    internal static string ReconcileLine(DateTimeOffset at, RecordRef id, int sequence, int effect) =>
        $"{ReconcileJobs}{Ticks(at)}|{id}|{sequence:D6}|{effect:D2}";

    /// <summary>How far work in Outlook and SharePoint has got, of all records.</summary>
    internal const string AllNotes = "note|";

    internal static string Checkpoint(RecordRef id, string subject) => $"{AllNotes}{id}|{subject}";

    internal static string Busy(CaseId id) => $"busy|{id}";

    internal static string WatchLine(CaseId id) => $"{Watched}{id}";

    internal static string LookedLine(CaseId id) => $"{Looked}{id}";

    /// <summary>What went to a person by mail and comes as a message once they have the app: one row for each message.</summary>
    internal static string Mailed(string personId) => $"mailed|{personId}|";

    internal static string MailedLine(string personId, RecordRef record, CardKind kind, Topic about) =>
        $"mailed|{personId}|{record}|{kind}|{about}";

    internal const string AllConversations = "chat|";

    internal static string Conversations(string personId) => $"{AllConversations}{personId}|";

    internal static string Conversation(string personId, string tenantId, string objectId) =>
        $"{AllConversations}{personId}|{tenantId}|{objectId}";

    internal static string Profile(string personId) => $"person|{personId}";

    private static string Ticks(DateTimeOffset at) => at.UtcTicks.ToString($"D{TickDigits}", CultureInfo.InvariantCulture);
}
