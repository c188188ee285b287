using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.Domain.Effects;

/// <summary>An intended consequence of an event: data only, done after the commit and not before.</summary>
public abstract record Effect
{
    /// <summary>
    /// Put a card before somebody. It is drawn from the record as it is when the effect is done, so that a late or
    /// repeated delivery shows the truth; a person has one such card per record, kind and <see cref="About"/>, updated thereafter.
    /// </summary>
    public sealed record ShowCard(RecordRef Record, CardKind Kind, Recipient To) : Effect
    {
        /// <summary>Which of several messages of a kind: a round, a reminder.</summary>
        public Topic About { get; init; } = Topic.None;

        /// <summary>Whether only a message that is there already is drawn anew: nothing new is posted.</summary>
        public bool OnlyIfShown { get; init; }
    }

    /// <summary>
    /// Send a mail from the operational team's mailbox, written from the record as it is when the effect is done. Each is sent once.
    /// </summary>
    /// <param name="About">Which of several: an agency, an agency and a number, or somebody co-opted.</param>
    public sealed record SendMail(RecordRef Record, MailKind Kind, Topic About) : Effect;

    /// <summary>
    /// Make the meeting in Outlook what the record says it is: time, place, who is invited; or cancel it. The Rapid Review's of a case
    /// (B2, B11, B12, B26), or one of the group (E1, E2, E6).
    /// </summary>
    public sealed record KeepMeeting(RecordRef Record) : Effect;

    /// <summary>
    /// Make an agency's folders what the case says they are: there, open to whom they should be and to nobody else (B9, B10).
    /// </summary>
    public sealed record KeepFolders(CaseId CaseId, string Agency) : Effect;

    /// <summary>Put a document of the case into its folder (B10, B13, B21).</summary>
    /// <param name="About">Which of several: an agency and the number of its return.</param>
    public sealed record FileDocument(CaseId CaseId, DocumentKind Kind, Topic About) : Effect;

    /// <summary>Keep agenda and minutes of a meeting of the group as they went, each once (E6, E17, F1).</summary>
    public sealed record KeepPapers(RecordRef Record) : Effect;

    /// <summary>
    /// Find the account of who owns an action and was entered by hand, or bring them in as a guest, and tie the action to it (C5).
    /// </summary>
    /// <param name="About">Which time it was begun: of another owner nothing is asked any more.</param>
    public sealed record InviteOwner(RecordRef Record, Topic About) : Effect;

    /// <summary>Put the document pack together and open it to those who may read it (B13).</summary>
    public sealed record KeepPack(CaseId CaseId) : Effect;
}

/// <summary>The cards that come to somebody unasked. Each is one stored message per record and person.</summary>
public enum CardKind
{
    /// <summary>To the MASH: a referral waits for the threshold decision (A3).</summary>
    ThresholdTask,

    /// <summary>To operations and the Chair: a referral that appears to meet the criteria was received (A7).</summary>
    Alert,

    /// <summary>To the referrer: where the referral stands (A4, A15).</summary>
    ReferralProgress,

    /// <summary>To the three leads: a referral that appears to meet the criteria (A8).</summary>
    LeadsInformed,

    /// <summary>To a lead: decide; one for each round (A10).</summary>
    PartnerTask,

    /// <summary>To the Chair: who has decided; one for each round (A10, A11).</summary>
    RoundProgress,

    /// <summary>To the Scrutineer: the leads differ, mediate (A11).</summary>
    MediationTask,

    /// <summary>To the local authority's notifier: decide and notify (A12).</summary>
    NotifierTask,

    /// <summary>To operations, Chair, leads: notification is decided, or sent; the Rapid Review begins (A13).</summary>
    RapidReview,

    /// <summary>To operations, Chair, leads, Scrutineer: the case goes to the group's meeting (A14).</summary>
    GroupMeeting,

    /// <summary>A reminder, or that something is late; one for each.</summary>
    Reminder,

    /// <summary>To operations: a lead stood aside and nobody is left to ask (PD17).</summary>
    NobodyLeft,

    /// <summary>To whoever was given a role for this case (PD17).</summary>
    HandedOver,

    /// <summary>To an agency's representative: letter and form, securing records; one for each agency (B2 to B9).</summary>
    ScopingTask,

    /// <summary>To operations: an agency has returned; one for each agency (B5).</summary>
    ReturnReceived,

    /// <summary>To operations: an agency is named that has not been asked (B8).</summary>
    AgencyNamed,

    /// <summary>To whoever is invited to the meeting: declare, read the papers (B12, B13).</summary>
    AttendeeTask,

    /// <summary>To whoever may reach an agency's secured records (B9).</summary>
    NomineeTask,

    /// <summary>To operations: the meeting may not be quorate (B14).</summary>
    QuorumWarning,

    /// <summary>To operations: access to a secured folder is not what it should be (B9).</summary>
    FolderAlarm,

    /// <summary>To operations: something could not be done in Outlook or SharePoint.</summary>
    StuckAlarm,

    /// <summary>To operations and the Chair: the meeting and its report (B11, B15).</summary>
    MeetingTask,

    /// <summary>To a lead: approve; one for each round (B20).</summary>
    ApprovalTask,

    /// <summary>To operations and the Chair: who has approved; one for each round (B20).</summary>
    ApprovalProgress,

    /// <summary>To the Scrutineer: the leads differ on the approval (B20).</summary>
    ApprovalMediation,

    /// <summary>
    /// To operations, Chair, leads, Scrutineer: report and letter, the Panel's answer (B21, B25); to the leads: the meeting's
    /// record was corrected after it was agreed (B20).
    /// </summary>
    PanelNews,

    /// <summary>To operations, Chair, leads, Scrutineer: the Rapid Review was withdrawn (PD10).</summary>
    ReviewWithdrawn,

    /// <summary>
    /// To operations, Chair, leads, Scrutineer and the agencies' representatives: a Rapid Review that was withdrawn goes on (PD16).
    /// </summary>
    ReviewTakenUp,

    /// <summary>To whoever waits on a deadline that was recalculated (PD1, ADR 7).</summary>
    Recounted,

    /// <summary>To a safeguarding lead: agree to a referral for practice learning, or not (D9).</summary>
    LearningAgreement,

    /// <summary>To the Chair: choose the way of a referral for practice learning (D7).</summary>
    LearningTriage,

    /// <summary>To operations: a referral for practice learning needs something of them, or has moved on (D3, D9).</summary>
    LearningNews,

    /// <summary>To who referred for practice learning: received, what the Chair chose, what the group decided (D8).</summary>
    LearningProgress,

    /// <summary>To who referred for practice learning: something has changed because of it; one for each action (D8).</summary>
    LearningImpact,

    /// <summary>To who referred for practice learning: something is asked of them; one for each question (D7).</summary>
    LearningQuestion,

    /// <summary>To an action's owner, or to operations where they have no account: it is theirs to do (C5).</summary>
    ActionTask,

    /// <summary>To the same: the action was returned; one for each report (C19).</summary>
    ActionReturned,

    /// <summary>To the same: what the Chair answered to more time; one for each asking (C20).</summary>
    ActionTimeAnswered,

    /// <summary>To the Chair: an action was reported as done; one for each report (C19).</summary>
    ActionDone,

    /// <summary>To the Chair: more time is asked for; one for each asking (C20).</summary>
    ActionTimeAsked,

    /// <summary>To operations: an owner has said what an action changed; one for each time (C19).</summary>
    ActionImpact,

    /// <summary>To an owner, once a week: which of their actions are late or due soon (C5).</summary>
    ActionDigest,

    /// <summary>To who owned an action: it is with somebody else now.</summary>
    ActionHandedOn,

    /// <summary>To members, Scrutineer and Chair: agenda, date or minutes of a meeting of the group (E6, E17).</summary>
    GroupMeetingNews,

    /// <summary>To the Chair: the draft of the minutes (E17).</summary>
    MinutesDraft,

    /// <summary>To a lead: say whether there is to be a review; one for each time they are asked (C8).</summary>
    ReviewProposed,

    /// <summary>To the Chair: the leads differ on a review; one for each time they were asked (C8).</summary>
    ReviewLeadsDiffer,

    /// <summary>To operations, Chair, leads, Scrutineer: a review was decided on, begun, ended or opened again (C2, C3).</summary>
    ReviewNews,

    /// <summary>To whoever sees to a review, or to operations where they have no account: it is theirs (C2).</summary>
    ReviewOwned,

    /// <summary>To who is co-opted: they are asked to come to a meeting of the group for one item; one for each telling (E3).</summary>
    CoOpted,
}

/// <summary>The mails that are sent.</summary>
public enum MailKind
{
    /// <summary>Letter and scoping form, to an agency's representative (B3).</summary>
    ScopingLetter,

    /// <summary>
    /// A reminder to a representative who is not in the partnership's file, so that no message in Teams reaches them (B5).
    /// </summary>
    Reminder,

    /// <summary>What went to the agencies was corrected (PD16).</summary>
    RequestPutRight,

    /// <summary>Report and letter, to the national Panel's mailbox (B21).</summary>
    ReportToPanel,

    /// <summary>The outcome, to an agency, with the reminder of its inspectorate (B23, B24).</summary>
    Outcome,

    /// <summary>The Rapid Review was withdrawn, to an agency that had been asked (PD10).</summary>
    Withdrawn,

    /// <summary>A Rapid Review that was withdrawn goes on, to an agency that had been asked (PD16).</summary>
    TakenUp,

    /// <summary>
    /// To somebody without an account who is co-opted to one item of a meeting of the group: when and where, or that they are not asked
    /// any more (E3).
    /// </summary>
    CoOpted,

    /// <summary>
    /// In place of a message to somebody who has no chat with the bot: something is on the page for them. No event asks for it; it
    /// is found out when the message is to go.
    /// </summary>
    OpenThePage,

    /// <summary>
    /// To an agency's nominee: the secured folder is open to them (B9). No event asks for it; it goes once the folder is open.
    /// </summary>
    Nominee,

    /// <summary>
    /// To an attendee who is not in the partnership's list, so that no page shows them the papers: the pack is open to them (B13).
    /// No event asks for it; it goes once the pack is open.
    /// </summary>
    PackOpened,
}

/// <summary>The documents a case's folder holds.</summary>
public enum DocumentKind
{
    /// <summary>An agency's return (B6), apart from its records (B10).</summary>
    Return,

    /// <summary>The report of the Rapid Review, as it went to the Panel (B16).</summary>
    Report,

    /// <summary>The letter to the Panel (B22).</summary>
    PanelLetter,
}

/// <summary>Whom an effect is for.</summary>
public abstract record Recipient
{
    /// <summary>Everybody who holds the role for the case when the effect is committed.</summary>
    public sealed record HoldersOf(Role Role) : Recipient;

    /// <summary>Those who hold the role for the case as deputies only.</summary>
    public sealed record DeputiesOf(Role Role) : Recipient;

    /// <summary>
    /// Those who would hold the role by the partnership's file, but not in this case: it was handed over, or they stood aside.
    /// </summary>
    public sealed record FormerHoldersOf(Role Role) : Recipient;

    /// <summary>One person who had the role the card was for, and has it no more.</summary>
    public sealed record FormerHolder(string PersonId) : Recipient;

    /// <summary>Who answers for an agency, where they are in the partnership's file (RO9).</summary>
    public sealed record RepresentativeOf(string Agency) : Recipient;

    /// <summary>An agency's member of the Learning from Practice Group (RO11).</summary>
    public sealed record MemberOf(string Agency) : Recipient;

    public sealed record ThePerson(string PersonId) : Recipient;
}
