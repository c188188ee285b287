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

    /// <summary>
    /// Keep what went of a record as it went, each once: agenda and minutes of a meeting of the group (E6, E17, F1), a briefing (E20),
    /// letters about a review (C8, C15).
    /// </summary>
    public sealed record KeepPapers(RecordRef Record) : Effect;

    /// <summary>
    /// Find the account of somebody who was entered by hand, or bring them in as a guest, and tie the record to it: who owns an action
    /// (C5), who is appointed to a review (C9).
    /// </summary>
    /// <param name="About">Which asking it is: of an earlier one nothing is asked any more.</param>
    public sealed record InviteGuest(RecordRef Record, Topic About) : Effect;

    /// <summary>Put the document pack together and open it to those who may read it (B13).</summary>
    public sealed record KeepPack(CaseId CaseId) : Effect;

    /// <summary>Remove everything of a record that can be reached, and certify it; a job of the group, which stays (F3).</summary>
    public sealed record Dispose(RecordRef Record) : Effect;
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

    /// <summary>An agency was asked by mistake, to its representative: nothing is asked of it (PD16).</summary>
    AskedByMistake,

    /// <summary>To an agency that secured records: access to their folder has ended, and what becomes of them (B9).</summary>
    AccessEnded,

    /// <summary>To an attendee who could read the document pack: it is closed (B13).</summary>
    PackClosed,

    /// <summary>To an agency's nominee, who can no longer open the secured folder (B9).</summary>
    NomineeEnded,

    /// <summary>
    /// To somebody without an account who is co-opted to one item of a meeting of the group: when and where, or that they are not asked
    /// any more (E3).
    /// </summary>
    CoOpted,

    /// <summary>A letter about a review, to a body outside whose address the partnership has checked (C8, C9, C17).</summary>
    OutsideLetter,

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

    /// <summary>Everybody who may take a step on the record once the event has happened, whatever their role.</summary>
    public sealed record WhoMay(Step Step) : Recipient;
}
