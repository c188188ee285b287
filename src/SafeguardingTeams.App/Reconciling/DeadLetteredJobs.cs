using System.Collections.Immutable;
using SafeguardingTeams.App.Queues;
using SafeguardingTeams.App.Storage;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.App.Reconciling;

/// <summary>What could not be done in Outlook or SharePoint and waits for a person.</summary>
public sealed class DeadLetteredJobs(IRows rows, WorkQueues queues, OutboxSignal signal)
{
    /// <summary>All of them, the oldest first.</summary>
    internal async Task<ImmutableList<DeadLetteredJob>> ReadAsync(CancellationToken cancellationToken) =>
        [
            .. (await rows.ReadAsync(Keys.DeadLetteredJobs, cancellationToken))
                .Select(row => (row.Key, ReconcileJob: ReconcileJob.From(row)))
                .Select(pair => new DeadLetteredJob(
                    pair.Key[Keys.DeadLetteredJobs.Length..],
                    pair.ReconcileJob.Record,
                    Name(pair.ReconcileJob),
                    pair.ReconcileJob.Why,
                    pair.ReconcileJob.Since
                )),
        ];

    /// <summary>Takes one off the list that was done by hand.</summary>
    internal async Task ForgetAsync(RecordRef record, string subject, CancellationToken cancellationToken)
    {
        if (
            await rows.FindAsync($"{Keys.DeadLetteredJobs}{subject}", cancellationToken) is { } row
            && ReconcileJob.From(row).Record == record
        )
        {
            await rows.CommitAsync([new RowWrite.Delete(row.Key, row.ETag)], cancellationToken);
        }
    }

    /// <summary>Puts all of them back among those to be done.</summary>
    internal async Task RetryAsync(CancellationToken cancellationToken)
    {
        foreach (var row in await rows.ReadAsync(Keys.DeadLetteredJobs, cancellationToken))
        {
            await rows.CommitAsync(queues.Jobs.PutBack(row), cancellationToken);
        }

        signal.Set();
    }

    /// <summary>What a reconcile job is, in plain words.</summary>
    internal static string Name(ReconcileJob job) =>
        job.Kind switch
        {
            ReconcileKind.Meeting => job.Record.Kind == RecordKind.Meeting
                ? "Invitations to a meeting of the group"
                : "Invitations to the Rapid Review meeting",
            ReconcileKind.Papers => job.Record.Kind switch
            {
                RecordKind.Review => "Letters about a review, as they went",
                RecordKind.Briefing => "A briefing, as it went",
                RecordKind.Group => "Reports of the group, as they were issued",
                RecordKind.Action => "Files that show what was done of an action",
                _ => "Agenda and minutes of a meeting, as they went",
            },
            ReconcileKind.Guests => job.Record.Kind == RecordKind.Review
                ? "Account of somebody appointed to a review"
                : "Account of an action's owner who was entered by hand",
            ReconcileKind.Disposal => $"Removing a record that was disposed of ({job.Detail})",
            ReconcileKind.Folders => $"Folders of an agency ({job.About})",
            ReconcileKind.Pack => "The document pack",
            ReconcileKind.Document => "A document for the case's folder",
            ReconcileKind.Mail => Enum.Parse<MailKind>(job.Detail) switch
            {
                MailKind.ScopingLetter => $"Letter and form to an agency ({Agency(job)})",
                MailKind.RequestPutRight => $"Mail that the form was put right ({Agency(job)})",
                MailKind.Reminder => $"Reminder to an agency ({Agency(job)})",
                MailKind.ReportToPanel => "Report and letter to the national Panel",
                MailKind.Outcome => $"Mail with the outcome ({Agency(job)})",
                MailKind.TakenUp => $"Mail that the review goes on ({Agency(job)})",
                MailKind.Withdrawn => $"Mail that the review was withdrawn ({Agency(job)})",
                MailKind.AskedByMistake => $"Mail that an agency was asked by mistake ({Agency(job)})",
                MailKind.AccessEnded => $"Mail that access to secured records has ended ({Agency(job)})",
                MailKind.PackClosed => "Mail to an attendee that the document pack is closed",
                MailKind.NomineeEnded => $"Mail to the nominee of an agency, whose access has ended ({Agency(job)})",
                MailKind.CoOpted => "Mail to somebody co-opted to an item of a meeting, who has no account",
                MailKind.OutsideLetter => "Letter about a review to a national body",
                MailKind.OpenThePage => "Mail to somebody who has no message in Teams, to open the page",
                MailKind.Nominee => $"Mail to the nominee of an agency ({Agency(job)})",
                MailKind.PackOpened => "Mail with the way to the document pack, to an attendee entered by hand",
            },
        };

    private static string Agency(ReconcileJob job) => job.About.Name;
}

/// <summary>Something that waits for a person.</summary>
/// <param name="Subject">Names it.</param>
/// <param name="What">What was to be done.</param>
/// <param name="Why">Why it could not be.</param>
internal sealed record DeadLetteredJob(string Subject, RecordRef Record, string What, string Why, DateTimeOffset Since);
