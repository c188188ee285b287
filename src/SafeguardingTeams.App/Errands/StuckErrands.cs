using System.Collections.Immutable;
using SafeguardingTeams.App.Dispatch;
using SafeguardingTeams.App.Storage;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Effects;

namespace SafeguardingTeams.App.Errands;

/// <summary>What could not be done in Outlook or SharePoint and waits for a person.</summary>
public sealed class StuckErrands(IRows rows, OutboxBell bell)
{
    /// <summary>All of them, the oldest first.</summary>
    internal async Task<ImmutableList<StuckErrand>> ReadAsync(CancellationToken cancellationToken) =>
        [.. (await rows.ReadAsync(Keys.Stuck, cancellationToken)).Select(row => (row.Key, Errand: Errand.From(row))).Select(pair => new StuckErrand(pair.Key[Keys.Stuck.Length..], pair.Errand.CaseId, Name(pair.Errand), pair.Errand.Why, pair.Errand.Since))];

    /// <summary>Takes one off the list that was done by hand.</summary>
    internal async Task ForgetAsync(CaseId id, string subject, CancellationToken cancellationToken)
    {
        if (await rows.FindAsync($"{Keys.Stuck}{subject}", cancellationToken) is { } row && Errand.From(row).CaseId == id)
        {
            await rows.CommitAsync([new RowWrite.Delete(row.Key, row.ETag)], cancellationToken);
        }
    }

    /// <summary>Puts all of them back among those to be done.</summary>
    internal async Task RetryAsync(CancellationToken cancellationToken)
    {
        // Not as if they had never been begun: what an earlier try may have made is looked for first.
        foreach (var row in await rows.ReadAsync(Keys.Stuck, cancellationToken))
        {
            await rows.CommitAsync(
                [
                    new RowWrite.Delete(row.Key, row.ETag),
                    new RowWrite.Put(Keys.Errands + row.Key[Keys.Stuck.Length..], (Errand.From(row) with { Why = "", Attempts = 1 }).Fields()),
                ],
                cancellationToken);
        }

        bell.Ring();
    }

    /// <summary>What an errand is, in plain words.</summary>
    internal static string Name(Errand errand) => errand.Kind switch
    {
        ErrandKind.Meeting => "Invitations to the Rapid Review meeting",
        ErrandKind.Folders => $"Folders of an agency ({errand.About})",
        ErrandKind.Pack => "The document pack",
        ErrandKind.Document => "A document for the case's folder",
        ErrandKind.Mail => Enum.Parse<MailKind>(errand.Detail) switch
        {
            MailKind.ScopingLetter => $"Letter and form to an agency ({Agency(errand)})",
            MailKind.RequestPutRight => $"Mail that the form was put right ({Agency(errand)})",
            MailKind.Reminder => $"Reminder to an agency ({Agency(errand)})",
            MailKind.ReportToPanel => "Report and letter to the national Panel",
            MailKind.Outcome => $"Mail with the outcome ({Agency(errand)})",
            MailKind.Withdrawn => $"Mail that the review was withdrawn ({Agency(errand)})",
            MailKind.OpenThePage => "Mail to somebody who has no message in Teams, to open the page",
            MailKind.Nominee => $"Mail to the nominee of an agency ({Agency(errand)})",
            MailKind.PackOpened => "Mail with the way to the document pack, to an attendee entered by hand",
        },
    };

    private static string Agency(Errand errand) => errand.About.Split('.')[0];
}

/// <summary>Something that waits for a person.</summary>
/// <param name="Subject">Names it.</param>
/// <param name="CaseId">The case.</param>
/// <param name="What">What was to be done.</param>
/// <param name="Why">Why it could not be.</param>
/// <param name="Since">Since when.</param>
internal sealed record StuckErrand(string Subject, CaseId CaseId, string What, string Why, DateTimeOffset Since);
