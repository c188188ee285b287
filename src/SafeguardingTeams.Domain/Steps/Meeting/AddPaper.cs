using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Cases.Reviewing;
using SafeguardingTeams.Domain.Cases.Telling;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.SecuredRecords;

namespace SafeguardingTeams.Domain.Steps.Meeting;

/// <summary>
/// Records that operations put a paper into the case's folder (A16, B13). A newer one takes the place of an earlier in the pack.
/// </summary>
public sealed record AddPaper(CaseId CaseId, PaperKind Kind, long Size, string Sha256, string Extension) : CaseCommand(CaseId)
{
    /// <inheritdoc/>
    public override Step Step => Step.AddPaper;

    /// <summary>The name the file has in the folder.</summary>
    public static string NameOf(CaseId id, PaperKind kind, string sha256, string extension) =>
        $"{id}-{(kind == PaperKind.NotificationCopy ? "notification" : "joint-agency-response")}-"
        + $"{sha256[..Math.Min(8, sha256.Length)]}{extension}";

    /// <inheritdoc/>
    protected override Decision Decide(Records<CaseFile> files, DecisionContext context) =>
        Extension is not (".pdf" or ".docx") ? Decision.Refuse(new("wrong-kind", "Upload a PDF or Word file.", "file"))
        : Size is <= 0 or > SecureFile.LargestFile ? Decision.Refuse(new("too-large", "The file is empty, or larger than 100 MB.", "file"))
        : files.This.Review.Papers.Exists(paper => paper.Kind == Kind && paper.Sha256 == Sha256)
            ? Decision.Refuse(new("nothing-changed", "This very file is there already.", "file"))
        : Decision.Accept(CaseId, new PaperAdded(Kind, NameOf(CaseId, Kind, Sha256, Extension), Size, Sha256));
}

/// <summary>A paper from outside is in the case's folder.</summary>
public sealed record PaperAdded(PaperKind Kind, string Name, long Size, string Sha256) : CaseEvent
{
    /// <inheritdoc/>
    public override string StoredName => "PaperAdded.v1";

    /// <inheritdoc/>
    public override CaseFile ApplyTo(CaseFile file, RecordedEvent recorded) =>
        file with
        {
            Review = file.Review with { Papers = file.Review.Papers.Add(new(Kind, Name, Size, Sha256)) },
        };

    /// <inheritdoc/>
    public override IEnumerable<Effect> WhatFollows(CaseFile after) => ReviewCards.Pack(after);
}
