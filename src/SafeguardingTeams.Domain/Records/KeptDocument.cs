namespace SafeguardingTeams.Domain.Records;

/// <summary>
/// A file as it left the house: its bytes are kept under its fingerprint, and that file is what is opened from then on (B21, F1).
/// </summary>
/// <param name="Kind">What it is.</param>
/// <param name="Occasion">With what it left: names the mail or the folder, the same at each try.</param>
/// <param name="About">The agency it is about; empty where it is about none.</param>
/// <param name="Name">The file's name: a reference and no child's name.</param>
/// <param name="Sha256">Of its bytes, in lower-case hexadecimal.</param>
/// <param name="Length">In bytes.</param>
/// <param name="To">To whom: an address, or who may open the folder.</param>
public sealed record KeptDocument(KeptKind Kind, string Occasion, string About, string Name, string Sha256, long Length, string To)
{
    /// <summary>Whether both are the same file of the same occasion, to the same recipient: there is one of them.</summary>
    public bool IsSame(KeptDocument other) => (Occasion, Name, To) == (other.Occasion, other.Name, other.To);
}

/// <summary>What a kept file is.</summary>
public enum KeptKind
{
    /// <summary>Letter (ii) to an agency (B3).</summary>
    ScopingLetter,

    /// <summary>Form (iii) that went with it (B4).</summary>
    ScopingForm,

    /// <summary>Report (iv) (B16, B21).</summary>
    Report,

    /// <summary>Letter (v) to the national Panel (B22).</summary>
    PanelLetter,

    /// <summary>A paper of the document pack that was made here (B13).</summary>
    PackPaper,

    /// <summary>The agenda of a meeting of the group, with its papers (E6, E13).</summary>
    GroupAgenda,

    /// <summary>The draft of its minutes, as the Chair had it (E17).</summary>
    MinutesToChair,

    /// <summary>The draft of its minutes, as members and the Scrutineer had it (E6, E17).</summary>
    DraftMinutes,

    /// <summary>Its minutes as they were approved (E17).</summary>
    ApprovedMinutes,

    /// <summary>A file that shows what was done of an action: it was brought, and leaves with nobody (C5, C19).</summary>
    Evidence,

    /// <summary>A letter about a review, to a body outside (C8, C15, C17).</summary>
    OutsideLetter,

    /// <summary>A briefing, a copy for training or a paper for the TriBorough group, as it was sent (E20, E23).</summary>
    Briefing,

    /// <summary>A report of the group as it was issued, as a Word document (E24).</summary>
    GroupReport,

    /// <summary>Its figures, as an Excel workbook (E24).</summary>
    GroupReportFigures,

    /// <summary>A version of the final report of a review: it was brought, and is sent by a person (C14, C15).</summary>
    ReviewReport,

    /// <summary>The certificate that a record is gone (F3).</summary>
    DisposalCertificate,
}

/// <summary>An event, of whatever kind of record, that says a file was kept.</summary>
public interface IKeepsDocument
{
    /// <summary>The file.</summary>
    KeptDocument Document { get; }
}

/// <summary>A kept file on the record.</summary>
/// <param name="Number">The event that recorded it: names it in the record.</param>
/// <param name="At">When it was drawn, to leave at once.</param>
public sealed record KeptFile(KeptDocument Document, int Number, DateTimeOffset At)
{
    /// <summary>How the name begins under which it is told that a kept file is not what left; its fingerprint follows.</summary>
    public const string Subject = "kept|";

    /// <summary>Everything a record has kept, oldest first.</summary>
    public static IEnumerable<KeptFile> Of(RecordFile record) =>
        from recorded in record.History
        where recorded.Event is IKeepsDocument
        select new KeptFile(((IKeepsDocument)recorded.Event).Document, recorded.Sequence, recorded.At);

    /// <summary>What left on an occasion to a recipient.</summary>
    public static IEnumerable<KeptFile> Of(RecordFile record, string occasion, string to) =>
        Of(record).Where(kept => kept.Document.Occasion == occasion && kept.Document.To == to);

    /// <summary>The newest of a kind about an agency, or about none; null where none has left.</summary>
    public static KeptFile? Newest(RecordFile record, KeptKind kind, string about = "") =>
        Of(record).LastOrDefault(kept => kept.Document.Kind == kind && kept.Document.About == about);
}
