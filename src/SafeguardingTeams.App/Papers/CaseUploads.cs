using System.Security.Cryptography;
using System.Text;
using SafeguardingTeams.App.Commands;
using SafeguardingTeams.App.Ports;
using SafeguardingTeams.App.Reconciling;
using SafeguardingTeams.App.Storage;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.App.Papers;

/// <summary>
/// Puts files into a case's folders in SharePoint, each under a name of its own that says nothing, and records it (B9, B13). What would
/// be refused is refused before anything leaves this system; cut off in between, the same file again ends in one file and one record.
/// </summary>
public sealed class CaseUploads
{
    private readonly IRows _rows;
    private readonly Visits _visits;
    private readonly CommandRunner _commands;
    private readonly CaseFolders? _folders;

    internal CaseUploads(IRows rows, Visits visits, CommandRunner commands, CaseFolders? folders) =>
        (_rows, _visits, _commands, _folders) = (rows, visits, commands, folders);

    /// <summary>The case, for the page that asks for the file; null where it is not theirs to put in.</summary>
    public async Task<CaseFile?> MayAsync(CardAction visit, CaseId id, Upload upload, CancellationToken cancellationToken) =>
        await _visits.OfAsync(visit, cancellationToken) is { } reader
        && (await StoredCase.LoadAsync(_rows, id, cancellationToken)).File is var file
        && upload.MayBy(reader.Actor, file)
            ? file
            : null;

    /// <summary>Puts a file in.</summary>
    /// <param name="visit">Who, by the token.</param>
    /// <param name="extension">Of the file, with its full stop.</param>
    /// <param name="content">The file.</param>
    /// <param name="cancellationToken">Stops it before it is recorded.</param>
    public async Task<UploadEnd> PutAsync(
        CardAction visit,
        CaseId id,
        Upload upload,
        string extension,
        FileContent content,
        CancellationToken cancellationToken
    )
    {
        if (
            await _visits.OfAsync(visit, cancellationToken) is not { } reader
            || !upload.MayBy(reader.Actor, (await StoredCase.LoadAsync(_rows, id, cancellationToken)).File)
        )
        {
            return new UploadEnd.NotThere();
        }

        var (kind, sha256) = (extension.ToLowerInvariant(), await Upload.HashAsync(content, cancellationToken));
        var command = upload.Command(id, content.Length, sha256, kind);
        if (await _commands.WouldRefuseAsync(command, reader.Actor, cancellationToken) is { } refusal)
        {
            return new UploadEnd.Refused(refusal.Message);
        }

        if (await FirstBytes.RefuseAsync(kind, content, cancellationToken) is { } other)
        {
            return new UploadEnd.Refused(other);
        }

        if (_folders is null)
        {
            return new UploadEnd.Refused("SharePoint is not set up for this system, so no file can be put in here. Nothing has been kept.");
        }

        var name = upload.NameOf(id, sha256, kind);
        try
        {
            var (library, folder) = upload.Place;
            await _folders.KeepAsync(
                library,
                (await _folders.WithinAsync(library, id, folder, cancellationToken)).Id,
                name,
                () => content,
                cancellationToken
            );
        }
        catch (ReconcileStopped stopped)
        {
            return new UploadEnd.Refused(
                stopped.End is ReconcileResult.DeadLettered deadLettered
                    ? $"{deadLettered.Why} Nothing has been recorded."
                    : "SharePoint cannot be reached just now. Nothing has been recorded. Choose the file again in a few minutes."
            );
        }

        var wish = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{reader.Actor.PersonId}|{upload}|{sha256}")))[..32];
        return await _commands.RunAsync(command, wish, reader.Actor, CancellationToken.None) is Outcome.Refused refused
            ? new UploadEnd.Refused(refused.Reasons[0].Message)
            : new UploadEnd.Done(name);
    }
}
