using System.Collections.Immutable;
using SafeguardingTeams.App.Audit;
using SafeguardingTeams.App.Ports;
using SafeguardingTeams.App.Queues;
using SafeguardingTeams.App.Reconciling;
using SafeguardingTeams.App.Storage;
using SafeguardingTeams.App.Time;
using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Group;
using SafeguardingTeams.Domain.Group.Retaining;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.App.Retaining;

/// <summary>
/// Removes everything of a record whose disposal is confirmed: counted first, then what stands outside the table, then its rows once the
/// day is exported on which it was last opened, its own rows last; then the certificate. Each is done again where it was cut off, and does
/// no harm then. The job is one of the group's, whose record stays.
/// </summary>
internal sealed class DisposalReconciler(
    IRows rows,
    IKeptFiles files,
    DisposedRows disposed,
    DisposedFolders folders,
    DisposedMessages messages,
    DisposalCertificates certificates,
    AuditExport export,
    LondonClock clock
) : IReconciler
{
    private const int AtOnce = 90;

    private static readonly TimeSpan InHand = TimeSpan.FromMinutes(5);

    /// <summary>Until it is looked again whether the night's export is there: in so many tries there are several nights.</summary>
    private static readonly TimeSpan Export = TimeSpan.FromHours(8);

    public ReconcileKind Kind => ReconcileKind.Disposal;

    public async Task<ReconcileResult> DoAsync(
        ReconcileJob job,
        RecordFile record,
        Checkpoint checkpoint,
        CancellationToken cancellationToken
    )
    {
        var gone = RecordRef.Parse(job.Detail);
        if (((GroupFile)record).KeepingOf(gone).Disposal is not { Done: null } disposal)
        {
            return new ReconcileResult.Done();
        }

        if (await Tombstone.FindAsync(rows, gone, cancellationToken) is not { } mark)
        {
            return new ReconcileResult.DeadLettered("The record is not marked as disposed of. Run the check command.");
        }

        if (mark.GoneOn is null)
        {
            if (mark.Counted is null)
            {
                if (await IsInHandAsync(gone, cancellationToken))
                {
                    return new ReconcileResult.Later(InHand);
                }

                mark = await mark.SaveAsync(rows, mark with { Counted = await CountAsync(gone, cancellationToken) }, [], cancellationToken);
            }

            await folders.CancelAsync(gone, cancellationToken);
            await folders.RemoveAsync(gone, checkpoint, cancellationToken);
            mark = await messages.SayGoneAsync(mark, cancellationToken);
            await RemoveFilesAsync(gone, cancellationToken);
            if (!mark.RowsGo)
            {
                // What was recorded and read of it until it was confirmed is in the export first, for good.
                if (!(await export.LastDayAsync(cancellationToken) >= London.DateOf(mark.ConfirmedAt)))
                {
                    return new ReconcileResult.Later(Export);
                }

                mark = await mark.SaveAsync(rows, mark with { RowsGo = true }, [], cancellationToken);
            }

            await RemoveRowsAsync(gone, cancellationToken);
            mark = await mark.SaveAsync(rows, mark with { GoneOn = clock.Today }, [], cancellationToken);
        }

        await certificates.IssueAsync(disposal, mark, cancellationToken);
        return new ReconcileResult.Done();
    }

    /// <summary>How much there is of it, before anything goes.</summary>
    private async Task<ImmutableSortedDictionary<string, int>> CountAsync(RecordRef gone, CancellationToken cancellationToken)
    {
        var counted = ImmutableSortedDictionary.CreateBuilder<string, int>(StringComparer.Ordinal);
        var own = Keys.Record(gone);
        bool IsOwn(Row row, char of) => row.Key.StartsWith($"{own}{of}|", StringComparison.Ordinal);
        foreach (var row in await disposed.OfAsync(gone, cancellationToken))
        {
            var place =
                IsOwn(row, 'e') ? DisposalPlace.Events
                : IsOwn(row, 'd') ? DisposalPlace.Drafts
                : row.Key.StartsWith(Keys.AllReads, StringComparison.Ordinal) ? DisposalPlace.Readings
                : row.Key.StartsWith(Keys.AllSent, StringComparison.Ordinal) ? DisposalPlace.Messages
                : DisposalPlace.OtherRows;
            counted[place.ToString()] = counted.GetValueOrDefault(place.ToString()) + 1;
        }

        var invitations = await folders.InvitationsAsync(gone, cancellationToken);
        counted[nameof(DisposalPlace.KeptFiles)] = (await files.NamesAsync(gone, cancellationToken)).Count;
        counted[nameof(DisposalPlace.SharePoint)] = await folders.CountAsync(gone, cancellationToken);
        counted[nameof(DisposalPlace.Invitations)] = invitations.ToCome.Count;
        counted[nameof(DisposalRest.PastInvitations)] = invitations.Over;
        counted[nameof(DisposalRest.Mails)] = await folders.MailsAsync(gone, cancellationToken);
        counted[nameof(DisposalRest.SharePointByHand)] = !folders.IsSetUp && await folders.HasFoldersAsync(gone, cancellationToken) ? 1 : 0;
        counted[nameof(DisposalRest.OtherRecords)] = (await disposed.NamedByAsync(gone, cancellationToken)).Count;
        return counted.ToImmutable();
    }

    /// <summary>Whether somebody is at a message or job of it at this moment: what they do comes before.</summary>
    private async Task<bool> IsInHandAsync(RecordRef gone, CancellationToken cancellationToken) =>
        (await rows.ReadAsync(Keys.Outbox, cancellationToken))
            .Select(OutboxItem.From)
            .Any(item => item.Record == gone && item.IsInHand && item.NotBefore > clock.Now)
        || (await rows.ReadAsync(Keys.ReconcileJobs, cancellationToken))
            .Select(ReconcileJob.From)
            .Any(item => item.Record == gone && item.IsInHand && item.NotBefore > clock.Now);

    private async Task RemoveFilesAsync(RecordRef gone, CancellationToken cancellationToken)
    {
        foreach (var sha256 in await files.NamesAsync(gone, cancellationToken))
        {
            if (!await files.RemoveAsync(gone, sha256, cancellationToken))
            {
                await rows.CommitAsync(
                    [
                        new RowWrite.Put(
                            Keys.LeftFile(gone, sha256),
                            new Dictionary<string, string> { ["since"] = GroupRows.Iso(clock.Today) }
                        ),
                    ],
                    cancellationToken
                );
            }
        }
    }

    private async Task RemoveRowsAsync(RecordRef gone, CancellationToken cancellationToken)
    {
        while (await disposed.OfAsync(gone, cancellationToken) is { IsEmpty: false } there)
        {
            foreach (var some in there.Chunk(AtOnce))
            {
                if (
                    await rows.CommitAsync([.. some.Select(row => new RowWrite.Delete(row.Key))], cancellationToken)
                    is not CommitResult.Done
                )
                {
                    // Something went meanwhile: look again at what is there.
                    break;
                }
            }
        }
    }
}
