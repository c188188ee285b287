using System.Collections.Immutable;
using System.Globalization;
using SafeguardingTeams.Domain.Actions;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.Domain.Steps.ActionDone;

/// <summary>
/// The owner adds a file that shows what was done or what it has changed; operations add what an owner without an account sends (C5, C19).
/// It is kept under its fingerprint, and gets a name that says nothing: what it was called is not kept (F2).
/// </summary>
/// <param name="Size">In bytes.</param>
/// <param name="Sha256">Of its bytes, in lower-case hexadecimal.</param>
/// <param name="Extension">With its full stop, in lower case.</param>
public sealed record AddEvidenceFile(RecordRef Action, long Size, string Sha256, string Extension) : ActionCommand(Action)
{
    /// <summary>The largest file, in bytes.</summary>
    public const long LargestFile = 20L * 1024 * 1024;

    /// <summary>The most files of one action.</summary>
    public const int MostFiles = 12;

    /// <summary>The kinds of file that are taken: papers and pictures, no programs.</summary>
    public static readonly ImmutableArray<string> Extensions = [".pdf", ".docx", ".xlsx", ".pptx", ".png", ".jpg", ".jpeg"];

    /// <inheritdoc/>
    public override Step Step => Step.AddEvidenceFile;

    /// <inheritdoc/>
    protected override Decision Decide(Records<ActionFile> files, DecisionContext context)
    {
        var there = EvidenceFile.There(files.This);
        return !Extensions.Contains(Extension)
                ? Decision.Refuse(new("wrong-kind", $"This kind of file is not taken. Taken are: {string.Join(", ", Extensions)}.", "file"))
            : Size is <= 0 or > LargestFile ? Decision.Refuse(new("too-large", "The file is empty, or larger than 20 MB.", "file"))
            : there.Exists(one => one.Kept.Document.Sha256 == Sha256)
                ? Decision.Refuse(new("nothing-changed", "This very file is with the action already.", "file"))
            : there.Count >= MostFiles
                ? Decision.Refuse(
                    new("too-many", $"An action has at most {MostFiles} files. Say the rest in words, or give a link.", "file")
                )
            : Decision.Accept(Action, new EvidenceFileAdded(Document(EvidenceFile.Of(files.This).Count + 1)));
    }

    private KeptDocument Document(int number)
    {
        var name = $"evidence-{number.ToString(CultureInfo.InvariantCulture)}";
        return new(KeptKind.Evidence, name, "", $"{Action}-{name}{Extension}", Sha256, Size, "");
    }
}

/// <summary>A file that shows what was done was added to an action.</summary>
public sealed record EvidenceFileAdded(KeptDocument Document) : ActionEvent, IKeepsDocument
{
    /// <inheritdoc/>
    public override string StoredName => "EvidenceFileAdded.v1";

    /// <inheritdoc/>
    public override ActionFile ApplyTo(ActionFile file, RecordedEvent recorded) => file;

    /// <inheritdoc/>
    public override IEnumerable<Effect> WhatFollows(ActionFile after) => ActionCards.Again(after);
}
