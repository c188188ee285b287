using System.Collections.Immutable;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.Domain.Steps.Keeping;

/// <summary>
/// This system records the files that are about to leave, which it has drawn and put where files are kept: once for each occasion and
/// recipient, and all of an occasion together (B21, F1).
/// </summary>
public sealed record RecordKept(CaseId CaseId, ImmutableList<KeptDocument> Documents) : CaseCommand(CaseId)
{
    /// <inheritdoc/>
    public override Step Step => Step.WatchOver;

    /// <inheritdoc/>
    protected override Decision Decide(Records<CaseFile> files, DecisionContext context) =>
        Documents.IsEmpty || Documents.Exists(one => KeptFile.Of(files.This).Any(kept => kept.Document.IsSame(one)))
            ? Decision.Refuse(new("kept-already", "This has left already: the file that was kept then is the one."))
            : Decision.Accept(CaseId, [.. Documents.Select(document => new DocumentKept(document))]);
}

/// <summary>A file is kept as it leaves.</summary>
public sealed record DocumentKept(KeptDocument Document) : CaseEvent, IKeepsDocument
{
    /// <inheritdoc/>
    public override string StoredName => "DocumentKept.v1";

    /// <inheritdoc/>
    public override CaseFile ApplyTo(CaseFile file, RecordedEvent recorded) => file;

    /// <inheritdoc/>
    public override IEnumerable<Effect> WhatFollows(CaseFile after) => [];
}
