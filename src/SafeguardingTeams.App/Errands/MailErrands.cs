using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using SafeguardingTeams.App.Ports;
using SafeguardingTeams.Domain.Cases;

namespace SafeguardingTeams.App.Errands;

/// <summary>
/// Sends each mail once: a draft that carries our own id, then the sending; where it is not known whether it went, Outlook is asked
/// first. What was sent, when and under which id is kept as evidence.
/// </summary>
internal sealed class MailErrands(IMailbox mailbox, CaseMails mails, FolderMails folders) : IErrands
{
    private static readonly TimeSpan NotSeen = TimeSpan.FromMinutes(1);

    public ErrandKind Kind => ErrandKind.Mail;

    public async Task<ErrandEnd> DoAsync(Errand errand, CaseFile file, ErrandNote note, CancellationToken cancellationToken)
    {
        if (note["sentAt"].Length > 0)
        {
            return new ErrandEnd.Done();
        }

        OutlookMail? mail = null;
        if (note["mail"] is { Length: > 0 } noted)
        {
            mail = await mailbox.ReadMailAsync(noted, cancellationToken).FoundAsync();
            switch (await note.SightAsync("mail", mail is not null, cancellationToken))
            {
                case Sight.NotSeen:
                    return new ErrandEnd.Later(NotSeen);
                case Sight.Deleted:
                    return new ErrandEnd.Stuck("The mail is no longer in the operational team's mailbox: somebody deleted it. Ask whoever it is for whether it came. If it did, say that it is done; try again, and it is written and sent anew.");
            }
        }

        if (mail?.SentAt is null)
        {
            if (mails.Compose(errand, file, await folders.OfAsync(errand, cancellationToken)) is not { } composed)
            {
                // What it was to say no longer is so: nothing is owed, and a draft stays one.
                return new ErrandEnd.Done();
            }

            if (composed.Missing.Length > 0)
            {
                return new ErrandEnd.Stuck(composed.Missing);
            }

            var to = string.Join(',', composed.Content!.To);
            if (mail is null || note["to"] != to)
            {
                mail = await DraftAsync(errand, composed.Content, to, cancellationToken);
                await note.SaveAsync(cancellationToken, ("mail", mail.Id), ("to", to));
            }

            if (mail.SentAt is null)
            {
                await mailbox.SendMailAsync(mail.Id, cancellationToken).ValueAsync();
                mail = await mailbox.ReadMailAsync(mail.Id, cancellationToken).ValueAsync();
            }
        }

        if (mail.SentAt is not { } sent)
        {
            return new ErrandEnd.Later(TimeSpan.FromSeconds(20));
        }

        await note.SaveAsync(cancellationToken, ("sentAt", sent.ToString("O", CultureInfo.InvariantCulture)), ("internetMessageId", mail.InternetMessageId));
        return new ErrandEnd.Done();
    }

    /// <summary>A draft for these recipients: the one an earlier try has left, or a new one. Who answers for an agency may have changed since.</summary>
    private async Task<OutlookMail> DraftAsync(Errand errand, MailContent content, string to, CancellationToken cancellationToken)
    {
        var deliveryId = $"{errand.CaseId}/{errand.Detail}/{errand.About}/{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(to)))[..8]}";
        return (errand.Attempts > 1 ? await mailbox.FindMailAsync(deliveryId, cancellationToken).FoundAsync() : null)
            ?? await mailbox.CreateMailAsync(content, deliveryId, cancellationToken).ValueAsync();
    }
}
