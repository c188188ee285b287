using System.Collections.Immutable;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Group;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.Domain.Steps.GroupReports;

/// <summary>
/// This system records the files of a report as it was issued, which it has drawn and put where files are kept: once for each (E24, F1).
/// </summary>
public sealed record RecordReportKept(ImmutableList<KeptDocument> Documents) : GroupCommand
{
    /// <inheritdoc/>
    public override Step Step => Step.KeepReport;

    /// <inheritdoc/>
    protected override Decision Decide(Records<GroupFile> files, DecisionContext context) =>
        Documents.IsEmpty || Documents.Exists(one => KeptFile.Of(files.This).Any(kept => kept.Document.IsSame(one)))
            ? Decision.Refuse(new("nothing-changed", "This was kept already: the file that was kept then is the one."))
            : Decision.Accept(files.This.Ref, [.. Documents.Select(document => new ReportKept(document))]);
}

/// <summary>A file of a report is kept as it was issued.</summary>
public sealed record ReportKept(KeptDocument Document) : GroupEvent, IKeepsDocument
{
    /// <inheritdoc/>
    public override string StoredName => "ReportKept.v1";

    /// <inheritdoc/>
    public override GroupFile ApplyTo(GroupFile group, RecordedEvent recorded) => group;

    /// <inheritdoc/>
    public override IEnumerable<Effect> WhatFollows(GroupFile after) => [];
}
