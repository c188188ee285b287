using System.Collections.Immutable;
using System.Security.Cryptography;
using SafeguardingTeams.App.Commands;
using SafeguardingTeams.App.Ports;
using SafeguardingTeams.App.Storage;
using SafeguardingTeams.Domain.Group.Retaining;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.Disposing;
using SafeguardingTeams.Presentation.Documents.Disposals;
using SafeguardingTeams.Presentation.Wording;

namespace SafeguardingTeams.App.Retaining;

/// <summary>
/// Issues the certificate of a record that is gone: kept as a Word document with the group's record, filed in SharePoint, and recorded.
/// What it says follows from what is stored, so that one that is issued again after a crash is the same file.
/// </summary>
internal sealed class DisposalCertificates(
    IRows rows,
    IKeptFiles files,
    DisposedFolders folders,
    GroupRecord group,
    RetentionRules rules,
    PartnershipWords words
)
{
    private const int RecycleBinDays = 93;

    internal async Task IssueAsync(Disposal disposal, Tombstone mark, CancellationToken cancellationToken)
    {
        var done = await DoneAsync(mark, cancellationToken);
        var bytes = DisposalDocument.Write(disposal, done, words.PartnershipName);
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes.Span));
        var name = DisposalDocument.FileName(disposal);
        await files.PutAsync(RecordRef.Group, sha256, bytes, cancellationToken);
        await folders.FileAsync(name, bytes, cancellationToken);
        await group.RunAsync(
            new CertifyDisposal(
                mark.Record,
                done,
                new(KeptKind.DisposalCertificate, $"disposal-{disposal.Certificate}", "", name, sha256, bytes.Length, words.OperationsName)
            ),
            $"certificate-{disposal.Certificate}",
            SystemActor.Instance,
            cancellationToken
        );
    }

    private async Task<DisposalDone> DoneAsync(Tombstone mark, CancellationToken cancellationToken)
    {
        var on = mark.GoneOn!.Value;
        var left = (await rows.ReadAsync($"{Keys.LeftFiles}{mark.Record}|", cancellationToken)).Count;
        var remains = ImmutableList.CreateBuilder<RemainingPart>();
        // The newest copy that holds it is that of the night before its rows went; a day after its time has run out it is gone.
        remains.Add(new(DisposalRest.Exports, 0, on.AddDays(rules.ExportDays + 1)));
        void Add(DisposalRest rest, int count, DateOnly? until = null)
        {
            if (count > 0)
            {
                remains.Add(new(rest, count, until));
            }
        }

        Add(DisposalRest.KeptFiles, left);
        Add(DisposalRest.RecycleBin, mark.Count(nameof(DisposalPlace.SharePoint)), on.AddDays(RecycleBinDays));
        Add(DisposalRest.SharePointByHand, mark.Count(nameof(DisposalRest.SharePointByHand)));
        Add(DisposalRest.Mails, mark.Count(nameof(DisposalRest.Mails)));
        Add(DisposalRest.PastInvitations, mark.Count(nameof(DisposalRest.PastInvitations)));
        Add(DisposalRest.Messages, mark.Count(Tombstone.Unreached));
        Add(DisposalRest.OtherRecords, mark.Count(nameof(DisposalRest.OtherRecords)));
        remains.Add(new(DisposalRest.IssuedReports, 0, null));
        return new(
            on,
            [
                .. Enum.GetValues<DisposalPlace>()
                    .Select(place => new RemovedPart(place, Removed(place, mark, left)))
                    .Where(part => part.Count > 0),
            ],
            remains.ToImmutable()
        );
    }

    private static int Removed(DisposalPlace place, Tombstone mark, int left) =>
        mark.Count(place.ToString())
        - (
            place == DisposalPlace.KeptFiles ? left
            : place == DisposalPlace.Messages ? mark.Count(Tombstone.Unreached)
            : 0
        );
}
