using System.Collections.Immutable;

namespace SafeguardingTeams.App.Papers;

/// <summary>A document of a case.</summary>
public enum CasePaper
{
    /// <summary>Letter (ii) to an agency (B3).</summary>
    ScopingLetter,

    /// <summary>Form (iii) for an agency (B4).</summary>
    ScopingForm,

    /// <summary>What an agency returned (B5).</summary>
    Return,

    /// <summary>The completed referral (B13).</summary>
    Referral,

    /// <summary>
    /// A referral that was joined to it, for who reads the returns too: its own referrer's agency is none of another referrer's
    /// business (PD15, F2).
    /// </summary>
    JoinedReferral,

    /// <summary>One chronology over all returns.</summary>
    Chronology,

    /// <summary>Report (iv) (B16).</summary>
    Report,

    /// <summary>Letter (v) to the Panel (B22).</summary>
    PanelLetter,

    /// <summary>The copy of the notification, as it was put in (B13).</summary>
    Notification,

    /// <summary>The minutes of the Joint Agency Response, as they were put in (B13).</summary>
    Minutes,

    /// <summary>The document pack's folder in SharePoint (B13).</summary>
    Pack,

    /// <summary>The folder of an agency's secured records in SharePoint (B9).</summary>
    SecuredFolder,

    /// <summary>A file as it left the house, by its number in the record (B21).</summary>
    Kept,
}

/// <summary>What came of asking for a document.</summary>
public abstract record PaperEnd
{
    private PaperEnd() { }

    /// <summary>The document.</summary>
    /// <param name="Name">The case reference and what it is.</param>
    /// <param name="Bytes">A Word file, or a PDF by its name.</param>
    public sealed record Drawn(string Name, ReadOnlyMemory<byte> Bytes) : PaperEnd;

    /// <summary>It is opened in SharePoint, which lets in whom it should.</summary>
    public sealed record Elsewhere(Uri Url) : PaperEnd;

    /// <summary>It cannot be made yet.</summary>
    /// <param name="Reasons">What is missing, in plain words.</param>
    public sealed record NotDrawn(ImmutableList<string> Reasons) : PaperEnd;

    /// <summary>There is none, or none for them.</summary>
    public sealed record NotThere : PaperEnd;
}
