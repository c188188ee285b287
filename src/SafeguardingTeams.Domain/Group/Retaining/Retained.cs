using System.Collections.Immutable;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.Domain.Group.Retaining;

/// <summary>What the group's record says of the keeping of another record: holds, the review before it goes, that it went (F3).</summary>
public sealed record Retained(RecordRef Record)
{
    /// <summary>How often something was recorded of it: a card drawn before the last is overtaken.</summary>
    public int Changes { get; init; }

    /// <summary>The holds that stand: while there is one, nothing of the record is removed.</summary>
    public ImmutableList<RecordHold> Holds { get; init; } = [];

    /// <summary>The number of the last hold.</summary>
    public int LastHold { get; init; }

    /// <summary>That its time has come, with the class as it was then; null while it is on nobody's list.</summary>
    public DueRecord? Due { get; init; }

    /// <summary>Until when it was last kept on; null where it never was.</summary>
    public DateOnly? KeptUntil { get; init; }

    /// <summary>Who proposes that it goes; null where nobody does.</summary>
    public ProposedDisposal? Proposed { get; init; }

    /// <summary>That it goes, or went; null while it is kept.</summary>
    public Disposal? Disposal { get; init; }

    /// <summary>Whether the law needs it.</summary>
    public bool IsHeld => !Holds.IsEmpty;

    /// <summary>Whether it waits for somebody, or is held: what every process has to know.</summary>
    public bool IsOpen => Disposal is null && (IsHeld || Due is not null);
}

/// <summary>That the law needs a record, until it is lifted.</summary>
/// <param name="Number">From 1, of each record.</param>
/// <param name="By">Who put it on, as others saw them.</param>
public sealed record RecordHold(int Number, HoldAuthority Authority, string Reason, string By, DateOnly On);

/// <summary>Who needs a record that is held.</summary>
public enum HoldAuthority
{
    /// <summary>A public inquiry.</summary>
    Inquiry,

    /// <summary>A court.</summary>
    Court,

    /// <summary>The police, or the Crown Prosecution Service.</summary>
    Police,

    /// <summary>The coroner.</summary>
    Coroner,

    /// <summary>Somebody else; the reason says who.</summary>
    Other,
}

/// <summary>That somebody proposes that a record goes.</summary>
/// <param name="PersonId">Who: never who confirms it.</param>
/// <param name="By">As others saw them.</param>
public sealed record ProposedDisposal(string PersonId, string By, DateTimeOffset At, string Reason);

/// <summary>That a record goes: decided by two people, then done, then certified.</summary>
/// <param name="Certificate">The number of its certificate.</param>
/// <param name="Due">The class and the days it was decided by.</param>
/// <param name="ConfirmedBy">Who confirmed it, as others saw them.</param>
public sealed record Disposal(string Certificate, DueRecord Due, ProposedDisposal Proposed, string ConfirmedBy, DateTimeOffset ConfirmedAt)
{
    /// <summary>What was removed and what was not; null while it is under way.</summary>
    public DisposalDone? Done { get; init; }
}

/// <summary>What was removed of a record, and what could not be.</summary>
/// <param name="On">The day its last row went.</param>
public sealed record DisposalDone(DateOnly On, ImmutableList<RemovedPart> Removed, ImmutableList<RemainingPart> Remains);

/// <summary>How much of a record was removed in one place.</summary>
public sealed record RemovedPart(DisposalPlace Place, int Count);

/// <summary>Where a record stood.</summary>
public enum DisposalPlace
{
    /// <summary>Events, in the table.</summary>
    Events,

    /// <summary>Readings, in the table.</summary>
    Readings,

    /// <summary>Drafts, in the table.</summary>
    Drafts,

    /// <summary>All its other rows of the table: lists, receipts, queues, notes.</summary>
    OtherRows,

    /// <summary>Files as they left, or were brought.</summary>
    KeptFiles,

    /// <summary>Folders and files in SharePoint.</summary>
    SharePoint,

    /// <summary>Messages in Teams: they say now that the record is kept no longer.</summary>
    Messages,

    /// <summary>Invitations to meetings that were still to come.</summary>
    Invitations,
}

/// <summary>What could not be removed, and until when it is there.</summary>
/// <param name="Count">How many; 0 where that is not known.</param>
/// <param name="Until">The day it is gone by itself; null where that is not this system's to say.</param>
public sealed record RemainingPart(DisposalRest Rest, int Count, DateOnly? Until);

/// <summary>What of a record cannot be removed.</summary>
public enum DisposalRest
{
    /// <summary>Nightly exports of the audit and copies of the table: nobody can remove them before their time.</summary>
    Exports,

    /// <summary>Kept files that nobody can remove before their time; removed as soon as they can be.</summary>
    KeptFiles,

    /// <summary>SharePoint's recycle bin.</summary>
    RecycleBin,

    /// <summary>Mails that were sent, in mailboxes.</summary>
    Mails,

    /// <summary>Invitations to meetings that are over, in calendars: a change would write to everybody who was invited.</summary>
    PastInvitations,

    /// <summary>Messages in chats that the app no longer reaches.</summary>
    Messages,

    /// <summary>Other records that name its reference.</summary>
    OtherRecords,

    /// <summary>Reports of the group that were issued: counts, in which small numbers are hidden.</summary>
    IssuedReports,

    /// <summary>SharePoint, where this system does not reach it: what people filed there is removed by hand.</summary>
    SharePointByHand,
}
