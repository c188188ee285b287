using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using SafeguardingTeams.App.Keeping;
using SafeguardingTeams.App.Ports;
using SafeguardingTeams.App.Queues;
using SafeguardingTeams.Domain.Actions;
using SafeguardingTeams.Domain.Briefings;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Learning;
using SafeguardingTeams.Domain.Meetings;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Reviews;

namespace SafeguardingTeams.App.Reconciling;

/// <summary>
/// Sends each mail once: a draft that carries our own id, then the sending; where it is not known whether it went, Outlook is asked
/// first. What was sent, when and under which id is kept as evidence.
/// </summary>
internal sealed class MailReconciler(
    IMailbox mailbox,
    CaseMails mails,
    PageMails pageMails,
    ActionMails actionMails,
    OutsideMails outsideMails,
    FolderMails folders,
    KeptDocuments keeping
) : IReconciler
{
    private const string Word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    private static readonly TimeSpan NotSeen = TimeSpan.FromMinutes(1);

    public ReconcileKind Kind => ReconcileKind.Mail;

    public async Task<ReconcileResult> DoAsync(
        ReconcileJob job,
        RecordFile record,
        Checkpoint checkpoint,
        CancellationToken cancellationToken
    )
    {
        if (checkpoint["sentAt"].Length > 0)
        {
            return new ReconcileResult.Done();
        }

        OutlookMail? mail = null;
        if (checkpoint["mail"] is { Length: > 0 } noted)
        {
            mail = await mailbox.ReadMailAsync(noted, cancellationToken).FoundAsync();
            switch (await checkpoint.SightAsync("mail", mail is not null, cancellationToken))
            {
                case Sight.NotSeen:
                    return new ReconcileResult.Later(NotSeen);
                case Sight.Deleted:
                    return new ReconcileResult.DeadLettered(
                        "The mail is no longer in the operational team's mailbox: somebody deleted it. Ask whoever it is for "
                            + "whether it came. If it did, say that it is done; try again, and it is written and sent anew."
                    );
            }
        }

        if (mail?.SentAt is null)
        {
            if (await ComposeAsync(job, record, cancellationToken) is not { } composed)
            {
                // What it was to say no longer is so: nothing is owed, and a draft stays one.
                return new ReconcileResult.Done();
            }

            if (composed.Missing.Length > 0)
            {
                return new ReconcileResult.DeadLettered(composed.Missing);
            }

            var to = string.Join(',', composed.Content!.To);
            if (mail is null || checkpoint["to"] != to)
            {
                mail = await DraftAsync(job, await WithFilesAsync(job, record, composed, to, cancellationToken), to, cancellationToken);
                await checkpoint.SaveAsync(cancellationToken, ("mail", mail.Id), ("to", to));
            }

            if (mail.SentAt is null)
            {
                await mailbox.SendMailAsync(mail.Id, cancellationToken).ValueAsync();
                mail = await mailbox.ReadMailAsync(mail.Id, cancellationToken).ValueAsync();
            }
        }

        if (mail.SentAt is not { } sent)
        {
            return new ReconcileResult.Later(TimeSpan.FromSeconds(20));
        }

        await checkpoint.SaveAsync(
            cancellationToken,
            ("sentAt", sent.ToString("O", CultureInfo.InvariantCulture)),
            ("internetMessageId", mail.InternetMessageId)
        );
        return new ReconcileResult.Done();
    }

    /// <summary>The mail as it is to be sent; null where nothing is owed any more.</summary>
    private async Task<ComposedMail?> ComposeAsync(ReconcileJob job, RecordFile record, CancellationToken cancellationToken) =>
        record switch
        {
            CaseFile file => mails.Compose(job, file, await folders.OfAsync(job, cancellationToken)),
            LearningFile learning => pageMails.Compose(job, learning),
            MeetingFile meeting => pageMails.Compose(job, meeting),
            ReviewFile review when job.Detail == nameof(MailKind.OutsideLetter) => outsideMails.Compose(job, review),
            ReviewFile review => pageMails.Compose(job, review),
            BriefingFile briefing => pageMails.Compose(job, briefing),
            ActionFile action => actionMails.Compose(job, action),
            _ => throw new InvalidOperationException($"No mail of the {record.Ref.Kind} record can be written."),
        };

    /// <summary>With what goes with it, which is kept before anything of it is in Outlook.</summary>
    private async Task<MailContent> WithFilesAsync(
        ReconcileJob job,
        RecordFile record,
        ComposedMail composed,
        string to,
        CancellationToken cancellationToken
    ) =>
        composed.Content! with
        {
            Attachments = composed.Files.IsEmpty
                ? []
                :
                [
                    .. (await keeping.KeepAsync(record, CaseMails.Occasion(job), to, composed.Files, cancellationToken)).Select(
                        kept => new MailAttachment(kept.Document.Name, Word, kept.Bytes)
                    ),
                ],
        };

    /// <summary>
    /// A draft for these recipients: the one an earlier try has left, or a new one. Who answers for an agency may have changed
    /// since.
    /// </summary>
    private async Task<OutlookMail> DraftAsync(ReconcileJob job, MailContent content, string to, CancellationToken cancellationToken)
    {
        var deliveryId =
            $"{job.Record}/{job.Detail}/{job.About}/{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(to)))[..8]}";
        return (job.Attempts > 1 ? await mailbox.FindMailAsync(deliveryId, cancellationToken).FoundAsync() : null)
            ?? await mailbox.CreateMailAsync(content, deliveryId, cancellationToken).ValueAsync();
    }
}
