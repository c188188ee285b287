namespace SafeguardingTeams.House.Tests.Governance;

/// <summary>A kind of row of the table.</summary>
/// <param name="Prefix">How its key begins; … stands for the prefix of a record.</param>
/// <param name="Holds">What it holds.</param>
/// <param name="Whose">Whose personal data; empty where there is none.</param>
/// <param name="Ends">How it ends.</param>
internal sealed record StoredRow(string Prefix, string Holds, string Whose, string Ends);

/// <summary>Every kind of row of the table. The test of a disposal goes by it, too.</summary>
internal static partial class RowMap
{
    private const string Stays = "goes when its record is disposed of",
        Group = "stays: the group's record is never removed",
        WithState = "goes when the record no longer says so",
        Done = "goes when it is done",
        Ids = "people of the work, by id";

    internal static IReadOnlyList<StoredRow> All { get; } =
    [
        new("case|", "a case: all rows below that begin with …", "the child, family, practitioners", Stays),
        new("learn|", "a referral for practice learning, likewise", "the child, family, practitioners", Stays),
        new("act|", "an action, likewise: its own text, no fact of its source", "its owner, practitioners", Stays),
        new("meet|", "a meeting of the group, likewise", "members, and whom items are about", Stays),
        new("review|", "a review, likewise", "the child, family, who is appointed", Stays),
        new("briefing|", "a briefing, likewise: text that is to point to nobody", "who wrote and checked it", Stays),
        new("group|", "the Learning from Practice Group's own record, likewise", "holders of seats", Group),
        new("…0", "head of a record: how far it has come, its stage", "", Stays),
        new(
            "…e|",
            "an event: what happened, with every answer; who, when, in what roles; the hash of the one before",
            "everybody the record is about",
            Stays
        ),
        new("…d|", "a draft: a form half filled in", "everybody the form asks about", "goes when it is sent or deleted by its author"),
        new("…g|", "that a record was disposed of: certificate, numbers, days", "", "stays: no reference is used again"),
        new("…r|", "receipt of a command: id, when, who", Ids, Stays),
        new("…w|", "writes that did not fit into one transaction", "as the rows they become", Done),
        new("unfinished|", "records of which such writes wait", "", Done),
        new("draft|", "whose draft is where", Ids, "goes with the draft"),
        new("mine|", "who referred what", Ids, Stays),
        new("papers|", "who reads agreed papers of which review", Ids, WithState),
        new("task|", "what waits for whom: reference, kind, days", Ids, WithState),
        new("due|", "what is due when: reference, clock", "", WithState),
        new("keep|", "closed records: reference, days, a child's 25th birthday or death", "the child, by a day", WithState),
        new("left|", "kept files of a record that is gone, which cannot be removed yet", "", Done),
        new("rule|retained|", "records that are held or to be reviewed: reference, reasons, who", Ids, WithState),
        new("open|", "open records: reference, stage, owner, days", Ids, WithState),
        new("link|", "which records belong together", "", Stays),
        new("agenda|", "what waits for which meeting", "", WithState),
        new("missed|", "which seats were empty or filled at a meeting", "seats, not names", Stays),
        new("theme|", "themes a report named, by case", "", Stays),
        new("themed|", "records by theme of the list", "", WithState),
        new(
            "figure|",
            "days, codes and numbers for reports, a row a record; no text",
            "the child, by characteristics and reference",
            Stays
        ),
        new("recommended|", "recommendations by theme and agency: references", "", WithState),
        new("briefed|", "which agency was sent which briefing", "", WithState),
        new(
            "find|",
            "keyed hashes of the words of a child's name, date of birth and day of the incident",
            "the child, pseudonymised",
            Stays
        ),
        new("alike|", "the same, to find referrals about one child", "the child, pseudonymised", Stays),
        new("out|", "messages to be posted: reference, kind, to whom", Ids, Done),
        new("parked|", "messages that could not be", Ids, "goes when a person settles it"),
        new("errand|", "jobs for Outlook and SharePoint: reference, subject", "", Done),
        new("stuck|", "jobs that could not be done", "", "goes when a person settles it"),
        new("sent|", "which message is where in Teams: ids, state", Ids, Stays),
        new("mailed|", "what went by mail in place of a message, or waits for the chat", Ids, "goes when the person has the app"),
        new("note|", "how far Outlook and SharePoint are: ids of mails, events, folders, permissions; addresses", "recipients", Stays),
        new("watch|", "which meetings and folders are looked at", "", WithState),
        new("looked|", "when meetings and folders of a case were last looked at", "", Stays),
        new(
            "busy|",
            "when those who are to come to a meeting are busy, as Outlook said: names and times, no subject",
            "people of the work, by name",
            "is written over"
        ),
        new(
            "chat|",
            "where somebody's chat with the app is, whether it takes anything, and their address",
            "people of the work, by account",
            "goes when the app is removed"
        ),
        new(
            "open-form|",
            "that a form is open in a message: hash of ids, time",
            "",
            "goes when the form is left; means nothing after its time"
        ),
        new("person|", "which agency a practitioner chose", Ids, "stays: of the person, not of a record"),
        new("guest|", "role and agency of a guest as they were entered", "guests, by account", "stays: of the person, not of a record"),
        new(
            "invitation|",
            "where a guest accepts the invitation to the site's tenant: a link that is theirs alone",
            "guests, by account",
            "stays: of the person, not of a record"
        ),
        new("read|", "who looked at what, when, as what, for what purpose, by which channel; written before it is shown", Ids, Stays),
        new("rule|", "what the group has set, as every process reads it: the rows below", "", WithState),
        new("rule|holiday|", "a bank holiday announced late, with who entered it", Ids, WithState),
        new("rule|away|", "when somebody is away; no reason", Ids, WithState),
        new("rule|counted", "by which calendar days were counted", "", "is written over"),
        new("rule|followed", "by which seats invitations were looked at", "", "is written over"),
        new("rule|seat|", "a seat of the group, its holder and contact", "members of the group", WithState),
        new("rule|meeting|", "days of scheduled meetings", "", WithState),
        new("rule|terms", "which terms of reference hold", "", "is written over"),
        new("rule|holders", "holders of roles to whom everything was given", Ids, "is written over"),
        new("rule|theme|", "the list of themes", "", WithState),
        new("rule|year-ended", "the last year that ended", "", "is written over"),
        new("rule|person|", "people, accounts, roles and deputies on the record", "role and agency, address, account ids, days", WithState),
        new("rule|access-review", "the last quarter that was asked for", "", "is written over"),
        new("rule|plan|", "the group's forward plan", "", WithState),
        new("flow|", "what flows are to be told: reference, codes", "", Done),
        new("hook|", "what is to be posted to which flow: codes", Ids, Done),
        new("hookdead|", "what could not be", Ids, "goes when a person settles it, or with the subscription"),
        new(
            "subscription|",
            "a flow's address and owner; the address is a secret",
            "owners of flows, by account",
            "goes when the flow ends it"
        ),
        new("subscriber|", "how many subscriptions somebody has", "owners of flows, by account", "is written over"),
        new("meta|digested", "for which week owners got their list of actions", Ids, "is written over"),
        new("meta|heartbeat|", "when each timer last ran", "", "is written over"),
        new("meta|version", "which programs may work with the table", "", "is written over"),
        new("meta|restoring", "that a copy is being put back", "", Done),
        new("meta|host|", "what each host last started with", "", "is written over"),
        new("rule|held", "that reminders wait for a person after a copy was put back", "", "goes when a person releases it"),
        new("held|", "what waited in the queues of a copy that was put back", Ids, "goes when a person releases it"),
        new("meta|find-secret", "the key of the hashes of names", "", "stays: without it no child is found"),
        new("meta|cookie-key|", "keys of the page's cookies, sealed by a key in the vault", "", "stays; out of use after its time"),
        new("meta|session|", "that a sign-in is in force; no name", "", "at sign-out, or the first sign-in after its eight hours"),
    ];
}
