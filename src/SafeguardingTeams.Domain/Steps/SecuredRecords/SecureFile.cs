using SafeguardingTeams.Domain.Actions;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Cases.Counting;
using SafeguardingTeams.Domain.Cases.Reviewing;
using SafeguardingTeams.Domain.Cases.Telling;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.Scoping;

namespace SafeguardingTeams.Domain.Steps.SecuredRecords;

/// <summary>
/// Records that a file was put into an agency's secured folder: the manifest says its name there, size, hash, when, by whom (B9).
/// </summary>
/// <param name="Agency">Whose folder.</param>
/// <param name="Size">Bytes.</param>
/// <param name="Sha256">Hexadecimal, lower case.</param>
/// <param name="Extension">With its full stop, lower case.</param>
/// <param name="Description">What it is, in a few words, by which it is told from the others; no name stands in it (F2).</param>
public sealed record SecureFile(CaseId CaseId, string Agency, long Size, string Sha256, string Extension, string Description)
    : CaseCommand(CaseId)
{
    /// <summary>The longest description, in characters.</summary>
    public const int LongestDescription = 100;

    /// <summary>The largest file, in bytes.</summary>
    public const long LargestFile = 100L * 1024 * 1024;

    /// <summary>The kinds of file that are taken: papers, pictures, mails, no programs.</summary>
    public static readonly System.Collections.Immutable.ImmutableArray<string> Extensions =
    [
        ".pdf",
        ".docx",
        ".doc",
        ".xlsx",
        ".xls",
        ".csv",
        ".txt",
        ".rtf",
        ".odt",
        ".jpg",
        ".jpeg",
        ".png",
        ".tif",
        ".tiff",
        ".msg",
        ".eml",
        ".mp3",
        ".m4a",
        ".wav",
        ".mp4",
    ];

    /// <inheritdoc/>
    public override Step Step => Step.SecureFile;

    /// <summary>
    /// The name the file has in the folder: the reference and the start of its hash, nothing of what somebody called it (F2). Two
    /// put in at once have two names.
    /// </summary>
    public static string NameOf(CaseId id, string sha256, string extension) => $"{id}-{sha256[..Math.Min(16, sha256.Length)]}{extension}";

    /// <inheritdoc/>
    protected override Decision Decide(Records<CaseFile> files, DecisionContext context) =>
        AgencyRights.Refuse(context.Actor, files.This, Agency, out var agency, nominee: true) is { } notTheirs ? Decision.Refuse(notTheirs)
        : files.This.Review.AccessEnded ? Decision.Refuse(Refusal.Overtaken)
        : !Extensions.Contains(Extension)
            ? Decision.Refuse(new("wrong-kind", $"This kind of file is not taken. Taken are: {string.Join(", ", Extensions)}.", "file"))
        : Size is <= 0 or > LargestFile ? Decision.Refuse(new("too-large", "The file is empty, or larger than 100 MB.", "file"))
        : agency.Securing.Files.Exists(known => known.Sha256 == Sha256)
            ? Decision.Refuse(new("nothing-changed", "This very file is in the folder already.", "file"))
        : Described(files.This) is { } undescribed ? Decision.Refuse(undescribed)
        : Decision.Accept(
            CaseId,
            new FileSecured(Agency, NameOf(CaseId, Sha256, Extension), Size, Sha256) { Description = Description.Trim() }
        );

    private Refusal? Described(CaseFile file) =>
        string.IsNullOrWhiteSpace(Description)
            ? new("answer-needed", "Say in a few words what it is, such as: health visiting notes, 2019 to 2024.", "description")
        : Description.Trim().Length > LongestDescription
            ? new("too-long", $"Shorten what it is to {LongestDescription} characters or fewer.", "description")
        : SourceNames.Of([file]).Find(Description).Any()
            ? new(
                "name-in-text",
                "A name that is known in the case stands in what you say of the file. Say what it is without a name, such as: health "
                    + "visiting notes, 2019 to 2024.",
                "description"
            )
        : null;
}

/// <summary>A file is in an agency's secured folder.</summary>
public sealed record FileSecured(string Agency, string Name, long Size, string Sha256) : CaseEvent
{
    /// <inheritdoc/>
    public override string StoredName => "FileSecured.v1";

    /// <summary>What it is; null in what was stored before that was asked for.</summary>
    public string? Description { get; init; }

    /// <inheritdoc/>
    public override CaseFile ApplyTo(CaseFile file, RecordedEvent recorded) =>
        file with
        {
            Review = file.Review.With(Agency, agency =>
                agency with
                {
                    Securing = agency.Securing with
                    {
                        Files = agency.Securing.Files.Add(
                            new(Name, Size, Sha256, recorded.At, $"{recorded.By.Display}, {recorded.By.Agency}", Description ?? "")
                        ),
                    },
                }
            ),
        };

    /// <inheritdoc/>
    public override IEnumerable<Effect> WhatFollows(CaseFile after) => [];
}

/// <summary>This system has compared who can open a folder with who should, and they differ; or they agree again (B9).</summary>
/// <param name="Agency">Whose folder; empty for the case's own papers, the document pack among them (B13).</param>
/// <param name="What">What is wrong, in plain words; empty where all is as it should be.</param>
public sealed record ReportFolder(CaseId CaseId, string Agency, string What) : CaseCommand(CaseId)
{
    /// <summary>Whether something else is wrong than what was reported last, which may be said in the same words.</summary>
    public bool IsAnother { get; init; }

    /// <inheritdoc/>
    public override Step Step => Step.WatchOver;

    /// <inheritdoc/>
    protected override Decision Decide(Records<CaseFile> files, DecisionContext context) =>
        files.This.Review.AlarmOf(Agency) is not { } alarm || (alarm == What && !(IsAnother && What.Length > 0))
            ? Decision.Refuse(Refusal.Overtaken)
            : Decision.Accept(CaseId, new FolderReported(Agency, What));
}

/// <summary>Access to a folder of the case is not what it should be, or is again.</summary>
public sealed record FolderReported(string Agency, string What) : CaseEvent
{
    /// <inheritdoc/>
    public override string StoredName => "FolderReported.v1";

    /// <inheritdoc/>
    public override CaseFile ApplyTo(CaseFile file, RecordedEvent recorded) =>
        file with
        {
            Review =
                Agency.Length == 0
                    ? file.Review with
                    {
                        PapersAlarm = What,
                    }
                    : file.Review.With(Agency, agency => agency with { Securing = agency.Securing with { Alarm = What } }),
        };

    /// <summary>
    /// It is said, and nothing more: whoever has looked sees to the folders, so that what is said of a repair starts no repair.
    /// </summary>
    public override IEnumerable<Effect> WhatFollows(CaseFile after) =>
        [Tell.To(after, CardKind.FolderAlarm, Role.Operations, Topic.Since(What.Length > 0 ? after.Version : Alarm(after)))];

    /// <summary>The event of the last alarm about the same folders: its message is the one that is drawn anew.</summary>
    private int Alarm(CaseFile after) =>
        after
            .History.LastOrDefault(recorded => recorded.Event is FolderReported { What.Length: > 0 } other && other.Agency == Agency)
            ?.Sequence
        ?? 0;
}

/// <summary>Operations end everybody's access to the secured folders, once the review is over (B9). What lies in them stays.</summary>
public sealed record EndAccess(CaseId CaseId) : CaseCommand(CaseId)
{
    /// <inheritdoc/>
    public override Step Step => Step.EndAccess;

    /// <inheritdoc/>
    protected override Decision Decide(Records<CaseFile> files, DecisionContext context) => Decision.Accept(CaseId, new AccessEnded());
}

/// <summary>Nobody but operations can open the secured folders any more.</summary>
public sealed record AccessEnded : CaseEvent
{
    /// <inheritdoc/>
    public override string StoredName => "AccessEnded.v1";

    /// <inheritdoc/>
    public override CaseFile ApplyTo(CaseFile file, RecordedEvent recorded) =>
        SecuringClock.Settled(file with { Review = file.Review with { AccessEnded = true } }, recorded.At);

    /// <inheritdoc/>
    public override IEnumerable<Effect> WhatFollows(CaseFile after) =>
        [
            .. ReviewCards.Asked(after).Select(agency => new Effect.KeepFolders(after.Id, agency.Key)),
            .. ReviewCards.Pack(after),
            .. EndedAccess.Of(after),
        ];
}
