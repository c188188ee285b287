using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using SafeguardingTeams.App.Keeping;
using SafeguardingTeams.App.Ports;
using SafeguardingTeams.App.Queues;
using SafeguardingTeams.App.Storage;
using SafeguardingTeams.App.Time;
using SafeguardingTeams.Domain.Actions;
using SafeguardingTeams.Domain.Briefings;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Group;
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
    KeptDocuments keeping,
    IRows rows,
    LondonClock clock
) : IReconciler
{
    private const string Word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    /// <summary>Where it is noted when it was asked to be sent.</summary>
    private const string AskedAt = "askedAt";

    /// <summary>Where it is noted which id it has on its way.</summary>
    private const string OnItsWay = "onItsWay";

    /// <summary>So long it is only looked whether it has left.</summary>
    private static readonly TimeSpan OnlyLooks = TimeSpan.FromMinutes(15);

    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(20);

    private static readonly TimeSpan InAWhile = TimeSpan.FromMinutes(2);

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
            mail = await OfAsync(job, noted, checkpoint, cancellationToken);
            if (mail?.SentAt is null && SinceAsked(checkpoint) is { } since && since < OnlyLooks)
            {
                // It was asked to be sent, and may be on its way: to ask again may send it twice.
                return new ReconcileResult.Later(since < NotSeen ? Soon : InAWhile);
            }

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
                await checkpoint.SaveAsync(
                    cancellationToken,
                    ("mail", mail.Id),
                    ("to", to),
                    (OnItsWay, mail.InternetMessageId),
                    (AskedAt, "")
                );
            }

            if (mail.SentAt is null)
            {
                await SendAsync(mail, to, checkpoint, cancellationToken);
                mail = await OfAsync(job, mail.Id, checkpoint, cancellationToken);
            }
        }

        if (mail?.SentAt is not { } sent)
        {
            return new ReconcileResult.Later(Soon);
        }

        await checkpoint.SaveAsync(
            cancellationToken,
            ("sentAt", sent.ToString("O", CultureInfo.InvariantCulture)),
            ("internetMessageId", mail.InternetMessageId)
        );
        return new ReconcileResult.Done();
    }

    /// <summary>
    /// The mail that was noted, as it is by now; null where it is not found. Sent, it may have another id: then it is found by what we have
    /// written on it, or by its id on its way.
    /// </summary>
    private async Task<OutlookMail?> OfAsync(ReconcileJob job, string noted, Checkpoint checkpoint, CancellationToken cancellationToken)
    {
        if (await mailbox.ReadMailAsync(noted, cancellationToken).FoundAsync() is { } there)
        {
            return there;
        }

        var found = await mailbox.FindMailAsync(DeliveryId(job, checkpoint["to"]), cancellationToken).FoundAsync()
            ?? (
                checkpoint[OnItsWay] is { Length: > 0 } onItsWay
                    ? await mailbox.FindSentAsync(onItsWay, cancellationToken).FoundAsync()
                    : null
            );
        if (found is not null)
        {
            await checkpoint.SaveAsync(cancellationToken, ("mail", found.Id));
        }

        return found;
    }

    /// <summary>
    /// Asks for it to be sent, and notes that before: taken is not sent, and where the end is not known it may be on its way. Only what was
    /// not taken for certain is asked for again at once.
    /// </summary>
    /// <exception cref="ReconcileStopped">It was not taken.</exception>
    private async Task SendAsync(OutlookMail mail, string to, Checkpoint checkpoint, CancellationToken cancellationToken)
    {
        await checkpoint.SaveAsync(cancellationToken, (AskedAt, clock.Now.ToString("O", CultureInfo.InvariantCulture)));
        var end = await mailbox.SendMailAsync(mail.Id, cancellationToken);
        if (end is GraphResult<Nothing>.Done)
        {
            return;
        }

        if (end is not GraphResult<Nothing>.Later { OutcomeUnknown: true })
        {
            await checkpoint.SaveAsync(cancellationToken, (AskedAt, ""));
        }

        if (end is GraphResult<Nothing>.Refused { Code: "ErrorInvalidRecipients" })
        {
            throw new ReconcileStopped(
                new ReconcileResult.DeadLettered(
                    $"Outlook takes no mail to this address: {to}. Correct it where it was entered, or tell them yourself."
                )
            );
        }

        await Task.FromResult(end).ValueAsync();
    }

    private TimeSpan? SinceAsked(Checkpoint checkpoint) =>
        checkpoint[AskedAt] is { Length: > 0 } asked ? clock.Now - DateTimeOffset.Parse(asked, CultureInfo.InvariantCulture) : null;

    /// <summary>The mail as it is to be sent; null where nothing is owed any more.</summary>
    private async Task<ComposedMail?> ComposeAsync(ReconcileJob job, RecordFile record, CancellationToken cancellationToken) =>
        record switch
        {
            CaseFile file => mails.Compose(job, file, await folders.OfAsync(job, cancellationToken)),
            LearningFile learning => pageMails.Compose(job, learning),
            MeetingFile meeting => pageMails.Compose(job, meeting),
            ReviewFile review when job.Detail == nameof(MailKind.OutsideLetter) => outsideMails.Compose(job, review),
            ReviewFile review => pageMails.Compose(job, review, await AcceptAtAsync(job, cancellationToken)),
            BriefingFile briefing => pageMails.Compose(job, briefing),
            GroupFile => pageMails.Unreached(job),
            ActionFile action => actionMails.Compose(job, action, await AcceptAtAsync(job, cancellationToken)),
            _ => throw new InvalidOperationException($"No mail of the {record.Ref.Kind} record can be written."),
        };

    /// <summary>Where whoever the mail is for accepts their invitation first; null where they have none.</summary>
    private async Task<Uri?> AcceptAtAsync(ReconcileJob job, CancellationToken cancellationToken) =>
        job.About.Replaced is { } message ? await GuestInvitations.OfAsync(rows, message.PersonId, cancellationToken) : null;

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
        var deliveryId = DeliveryId(job, to);
        return (job.Attempts > 1 ? await mailbox.FindMailAsync(deliveryId, cancellationToken).FoundAsync() : null)
            ?? await mailbox.CreateMailAsync(content, deliveryId, cancellationToken).ValueAsync();
    }

    /// <summary>What the mail to these recipients carries, so that it is found again.</summary>
    private static string DeliveryId(ReconcileJob job, string to) =>
        $"{job.Record}/{job.Detail}/{job.About}/{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(to)))[..8]}";
}
