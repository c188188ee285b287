using System.Globalization;
using SafeguardingTeams.App.Ports;
using SafeguardingTeams.Domain.Cases;

namespace SafeguardingTeams.App.Errands;

/// <summary>
/// Sends each mail once: a draft that carries our own id, then the sending; where it is not known whether it went, Outlook is asked
/// first. What was sent, when and under which id is kept as evidence.
/// </summary>
internal sealed class MailErrands(IMailbox mailbox, CaseMails mails) : IErrands
{
    public ErrandKind Kind => ErrandKind.Mail;

    public async Task<ErrandEnd> DoAsync(Errand errand, CaseFile file, ErrandNote note, CancellationToken cancellationToken)
    {
        if (note["sentAt"].Length > 0)
        {
            return new ErrandEnd.Done();
        }

        var id = note["mail"];
        if (id.Length == 0)
        {
            if (mails.Compose(errand, file) is not { } composed)
            {
                // What it was to say no longer is so: nothing is owed.
                return new ErrandEnd.Done();
            }

            if (composed.Missing.Length > 0)
            {
                return new ErrandEnd.Stuck(composed.Missing);
            }

            var deliveryId = $"{errand.CaseId}/{errand.Detail}/{errand.About}";
            var found = errand.Attempts > 1 ? await mailbox.FindMailAsync(deliveryId, cancellationToken).FoundAsync() : null;
            id = (found ?? await mailbox.CreateMailAsync(composed.Content!, deliveryId, cancellationToken).ValueAsync()).Id;
            await note.SaveAsync(cancellationToken, ("mail", id));
        }

        var mail = await mailbox.ReadMailAsync(id, cancellationToken).ValueAsync();
        if (mail.SentAt is null)
        {
            await mailbox.SendMailAsync(id, cancellationToken).ValueAsync();
            mail = await mailbox.ReadMailAsync(id, cancellationToken).ValueAsync();
        }

        if (mail.SentAt is not { } sent)
        {
            return new ErrandEnd.Later(TimeSpan.FromSeconds(20));
        }

        await note.SaveAsync(cancellationToken, ("sentAt", sent.ToString("O", CultureInfo.InvariantCulture)), ("internetMessageId", mail.InternetMessageId));
        return new ErrandEnd.Done();
    }
}
