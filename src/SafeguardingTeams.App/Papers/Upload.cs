using System.Collections.Immutable;
using System.Security.Cryptography;
using SafeguardingTeams.App.Ports;
using SafeguardingTeams.App.Reconciling;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Cases.Reviewing;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.Meeting;
using SafeguardingTeams.Domain.Steps.Scoping;
using SafeguardingTeams.Domain.Steps.SecuredRecords;

namespace SafeguardingTeams.App.Papers;

/// <summary>Something that is put into a case's folders through the page.</summary>
public abstract record Upload
{
    private Upload() { }

    /// <summary>What kinds of file are taken, with their full stops.</summary>
    public abstract ImmutableList<string> Extensions { get; }

    internal abstract Step Step { get; }

    /// <summary>The command that records it.</summary>
    internal abstract Command Command(CaseId id, long size, string sha256, string extension);

    /// <summary>The name the file has in its folder.</summary>
    internal abstract string NameOf(CaseId id, string sha256, string extension);

    /// <summary>The library and the folder in the case's own.</summary>
    internal abstract (Library Library, string Folder) Place { get; }

    /// <summary>Whether somebody may put it in.</summary>
    internal virtual bool MayBy(Actor actor, CaseFile file) => Permissions.Allows(Step, file, actor);

    /// <summary>A record of an agency, secured (B9).</summary>
    /// <param name="Description">What it is, as typed; empty on the page that asks for it.</param>
    public sealed record Secured(string Agency, string Description = "") : Upload
    {
        /// <inheritdoc/>
        public override ImmutableList<string> Extensions => [.. SecureFile.Extensions];

        internal override Step Step => Step.SecureFile;

        internal override (Library Library, string Folder) Place => (Library.SecuredRecords, Agency);

        internal override Command Command(CaseId id, long size, string sha256, string extension) =>
            new SecureFile(id, Agency, size, sha256, extension, Description);

        internal override string NameOf(CaseId id, string sha256, string extension) => SecureFile.NameOf(id, sha256, extension);

        internal override bool MayBy(Actor actor, CaseFile file) =>
            base.MayBy(actor, file)
            && file.Review.Agency(Agency) is { AskedAt: not null } agency
            && (AgencyRights.ActsFor(actor, agency, file) || agency.Securing.Nominee?.PersonId == actor.PersonId);
    }

    /// <summary>A paper of the pack that comes from outside (B13).</summary>
    public sealed record Paper(PaperKind Kind) : Upload
    {
        /// <inheritdoc/>
        public override ImmutableList<string> Extensions => [".pdf", ".docx"];

        internal override Step Step => Step.AddPaper;

        internal override (Library Library, string Folder) Place => (Library.CaseRecords, PackReconciler.Papers);

        internal override Command Command(CaseId id, long size, string sha256, string extension) =>
            new AddPaper(id, Kind, size, sha256, extension);

        internal override string NameOf(CaseId id, string sha256, string extension) => AddPaper.NameOf(id, Kind, sha256, extension);
    }

    internal static async Task<string> HashAsync(FileContent file, CancellationToken cancellationToken)
    {
        await using var content = file.Open();
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(content, cancellationToken));
    }
}

/// <summary>What came of putting a file in.</summary>
public abstract record UploadEnd
{
    private UploadEnd() { }

    /// <summary>It is in its folder and on the record.</summary>
    /// <param name="Name">Its name there.</param>
    public sealed record Done(string Name) : UploadEnd;

    /// <summary>It was not taken, and nothing has been changed.</summary>
    /// <param name="Why">Why, and what to do.</param>
    public sealed record Refused(string Why) : UploadEnd;

    /// <summary>There is no such case, or it is not theirs.</summary>
    public sealed record NotThere : UploadEnd;
}
