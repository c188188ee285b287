using System.Collections.Immutable;
using SafeguardingTeams.Domain.Briefings;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.Domain.Steps.BriefingKeeping;

/// <summary>
/// This system records a briefing as it went, which it has drawn and put where files are kept: once for each sending (E20, F1).
/// </summary>
public sealed record RecordBriefingKept(RecordRef Briefing, ImmutableList<KeptDocument> Documents) : BriefingCommand(Briefing)
{
    /// <inheritdoc/>
    public override Step Step => Step.KeepBriefing;

    /// <inheritdoc/>
    protected override Decision Decide(Records<BriefingFile> files, DecisionContext context) =>
        Documents.IsEmpty || Documents.Exists(one => KeptFile.Of(files.This).Any(kept => kept.Document.Occasion == one.Occasion))
            ? Decision.Refuse(new("kept-already", "This has left already: the file that was kept then is the one."))
            : Decision.Accept(Briefing, [.. Documents.Select(document => new BriefingDocumentKept(document))]);
}

/// <summary>A briefing is kept as it went.</summary>
public sealed record BriefingDocumentKept(KeptDocument Document) : BriefingEvent, IKeepsDocument
{
    /// <inheritdoc/>
    public override string StoredName => "BriefingDocumentKept.v1";

    /// <inheritdoc/>
    public override BriefingFile ApplyTo(BriefingFile file, RecordedEvent recorded) => file;

    /// <inheritdoc/>
    public override IEnumerable<Effect> WhatFollows(BriefingFile after) => [];
}
