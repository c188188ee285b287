using System.Collections.Immutable;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Meetings;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.Domain.Steps.GroupKeeping;

/// <summary>
/// This system records agenda or minutes of a meeting of the group as they went, which it has drawn and put where files are kept: once for
/// each sending (E6, E17, F1).
/// </summary>
public sealed record RecordMeetingKept(RecordRef Meeting, ImmutableList<KeptDocument> Documents) : MeetingCommand(Meeting)
{
    /// <inheritdoc/>
    public override Step Step => Step.KeepMeetingPapers;

    /// <inheritdoc/>
    protected override Decision Decide(Records<MeetingFile> files, DecisionContext context) =>
        Documents.IsEmpty || Documents.Exists(one => KeptFile.Of(files.This).Any(kept => kept.Document.Occasion == one.Occasion))
            ? Decision.Refuse(new("kept-already", "This has left already: the file that was kept then is the one."))
            : Decision.Accept(Meeting, [.. Documents.Select(document => new MeetingDocumentKept(document))]);
}

/// <summary>Agenda or minutes are kept as they went.</summary>
public sealed record MeetingDocumentKept(KeptDocument Document) : MeetingEvent, IKeepsDocument
{
    /// <inheritdoc/>
    public override string StoredName => "MeetingDocumentKept.v1";

    /// <inheritdoc/>
    public override MeetingFile ApplyTo(MeetingFile file, RecordedEvent recorded) => file;

    /// <inheritdoc/>
    public override IEnumerable<Effect> WhatFollows(MeetingFile after) => [];
}
