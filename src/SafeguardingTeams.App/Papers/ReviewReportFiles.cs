using System.Security.Cryptography;
using System.Text;
using SafeguardingTeams.App.Commands;
using SafeguardingTeams.App.Keeping;
using SafeguardingTeams.App.Ports;
using SafeguardingTeams.App.Reading;
using SafeguardingTeams.App.Storage;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Reviews;
using SafeguardingTeams.Domain.Steps.ReviewReport;

namespace SafeguardingTeams.App.Papers;

/// <summary>
/// The versions of the final report of a review: put in by who sees to it, operations or the Chair, opened by whoever reads the review
/// (C14, C15). What would be refused is refused before anything is kept; cut off in between, the same file again ends in one file and one
/// record.
/// </summary>
public sealed class ReviewReportFiles
{
    private readonly IRows _rows;
    private readonly Visits _visits;
    private readonly ReadAudit _audit;
    private readonly CommandRunner _commands;
    private readonly IKeptFiles _files;
    private readonly KeptDocuments _kept;
    private readonly KeptPapersWatch _watch;

    internal ReviewReportFiles(
        IRows rows,
        Visits visits,
        ReadAudit audit,
        CommandRunner commands,
        IKeptFiles files,
        KeptDocuments kept,
        KeptPapersWatch watch
    ) => (_rows, _visits, _audit, _commands, _files, _kept, _watch) = (rows, visits, audit, commands, files, kept, watch);

    /// <summary>The review, for the page that asks for the file; null where it is not theirs to put in.</summary>
    /// <param name="visit">Who, by the token.</param>
    public async Task<ReviewFile?> MayAsync(CardAction visit, RecordRef record, CancellationToken cancellationToken) =>
        await ReadAsync(visit, record, cancellationToken) is var (reader, file)
        && ReviewRules.MayTake(Step.AddReviewReport, file, reader.Actor)
            ? file
            : null;

    /// <summary>Puts a version in.</summary>
    /// <param name="visit">Who, by the token.</param>
    /// <param name="extension">Of the file, with its full stop.</param>
    /// <param name="content">The file.</param>
    /// <param name="cancellationToken">Stops it before it is recorded.</param>
    public async Task<UploadEnd> PutAsync(
        CardAction visit,
        RecordRef record,
        string extension,
        FileContent content,
        CancellationToken cancellationToken
    )
    {
        if (await ReadAsync(visit, record, cancellationToken) is not var (reader, _))
        {
            return new UploadEnd.NotThere();
        }

        var sha256 = await Upload.HashAsync(content, cancellationToken);
        var command = new AddReviewReport(record, content.Length, sha256, extension.ToLowerInvariant());
        if (await _commands.WouldRefuseAsync(command, reader.Actor, cancellationToken) is { } refusal)
        {
            return new UploadEnd.Refused(refusal.Message);
        }

        if (await FirstBytes.RefuseAsync(command.Extension, content, cancellationToken) is { } other)
        {
            return new UploadEnd.Refused(other);
        }

        await _files.PutAsync(record, command.Sha256, content, cancellationToken);
        // The same file again is the same wish.
        var wish = $"{reader.Actor.PersonId}|report|{record}|{command.Sha256}";
        var end = await _commands.RunAsync(
            command,
            Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(wish)))[..32],
            reader.Actor,
            CancellationToken.None
        );
        return end is Outcome.Refused refused
            ? new UploadEnd.Refused(refused.Reasons[0].Message)
            : new UploadEnd.Done(
                KeptFile
                    .Of((await StoredRecord.LoadAsync(_rows, record, CancellationToken.None)).Record)
                    .Last(kept => kept.Document.Sha256 == command.Sha256)
                    .Document.Name
            );
    }

    /// <summary>Opens one, by its number among them, from 1; the reading is recorded first (F1).</summary>
    /// <param name="visit">Who, by the token.</param>
    public async Task<PaperEnd> OpenAsync(CardAction visit, RecordRef record, int number, CancellationToken cancellationToken)
    {
        if (
            await ReadAsync(visit, record, cancellationToken) is not var (reader, file)
            || ReportVersion.Of(file).Find(one => one.Number == number) is not { Kept: var kept }
        )
        {
            return new PaperEnd.NotThere();
        }

        await _audit.RecordAsync(reader, file, cancellationToken);
        try
        {
            return new PaperEnd.Drawn(kept.Document.Name, (await _kept.ReadAsync(file, kept, cancellationToken)).Bytes);
        }
        catch (KeptFileException gone)
        {
            return await _watch.GoneAsync(record, gone, cancellationToken);
        }
    }

    private async Task<(Reader Reader, ReviewFile File)?> ReadAsync(
        CardAction visit,
        RecordRef record,
        CancellationToken cancellationToken
    ) =>
        record.Kind == RecordKind.Review
        && await _visits.OfAsync(visit, cancellationToken) is { } reader
        && (await StoredRecord.LoadAsync(_rows, record, cancellationToken)).Record is ReviewFile file
        && ReviewPermissions.Sees(file, reader.Actor)
            ? (reader, file)
            : null;
}
