using System.Collections.Immutable;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Deciding;
using SafeguardingTeams.Domain.Steps.SecuredRecords;

namespace SafeguardingTeams.Domain.Steps.Meeting;

/// <summary>The papers of a Rapid Review that come from outside this system (B13).</summary>
public enum PaperKind
{
    /// <summary>Minutes of the Joint Agency Response, where one was held.</summary>
    JointAgencyResponseMinutes,

    /// <summary>The local authority's serious incident notification.</summary>
    NotificationCopy,
}

/// <summary>A paper from outside, in the case's folder.</summary>
/// <param name="Kind">Which.</param>
/// <param name="Name">The file's name there.</param>
/// <param name="Size">Bytes.</param>
/// <param name="Sha256">Its hash, hexadecimal.</param>
public sealed record AddedPaper(PaperKind Kind, string Name, long Size, string Sha256);

/// <summary>Records that operations put a paper into the case's folder (A16, B13). A newer one takes the place of an earlier in the pack.</summary>
public sealed record AddPaper(CaseId CaseId, PaperKind Kind, long Size, string Sha256, string Extension) : Command(CaseId)
{
    /// <inheritdoc/>
    public override Step Step => Step.AddPaper;

    /// <summary>The name the file has in the folder.</summary>
    public static string NameOf(CaseId id, PaperKind kind, string sha256, string extension) =>
        $"{id}-{(kind == PaperKind.NotificationCopy ? "notification" : "joint-agency-response")}-{sha256[..Math.Min(8, sha256.Length)]}{extension}";

    /// <inheritdoc/>
    protected override Decision Decide(Cases<CaseFile> files, DecisionContext context) =>
        Extension is not (".pdf" or ".docx") ? Decision.Refuse(new("wrong-kind", "Upload a PDF or Word file.", "file"))
        : Size is <= 0 or > SecureFile.LargestFile ? Decision.Refuse(new("too-large", "The file is empty, or larger than 100 MB.", "file"))
        : files.This.Review.Papers.Exists(paper => paper.Kind == Kind && paper.Sha256 == Sha256) ? Decision.Refuse(new("nothing-changed", "This very file is there already.", "file"))
        : Decision.Accept(CaseId, new PaperAdded(Kind, NameOf(CaseId, Kind, Sha256, Extension), Size, Sha256));
}

/// <summary>A paper from outside is in the case's folder.</summary>
public sealed record PaperAdded(PaperKind Kind, string Name, long Size, string Sha256) : CaseEvent
{
    /// <inheritdoc/>
    public override CaseFile ApplyTo(CaseFile file, RecordedEvent recorded) =>
        file with { Review = file.Review with { Papers = file.Review.Papers.Add(new(Kind, Name, Size, Sha256)) } };
}
