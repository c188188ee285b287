using SafeguardingTeams.App.Directory;
using SafeguardingTeams.App.Queues;
using SafeguardingTeams.App.Reconciling;
using SafeguardingTeams.App.Storage;
using SafeguardingTeams.App.Time;
using SafeguardingTeams.Domain.Actions;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Reviews;

namespace SafeguardingTeams.App.Dispatch;

/// <summary>
/// What goes in place of a message to somebody who has no chat with the bot: police and NHS people normally cannot be given a council's.
/// Only here is it known who has one; the domain says whom a message is for and not how it reaches them.
/// </summary>
public sealed class InsteadByMail
{
    private readonly IRows _rows;
    private readonly IPeople _people;
    private readonly LondonClock _clock;
    private readonly Claims _claims;
    private readonly OutboxSignal _signal;
    private readonly bool _isSetUp;

    internal InsteadByMail(IRows rows, IPeople people, LondonClock clock, Claims claims, OutboxSignal signal, bool isSetUp) =>
        (_rows, _people, _clock, _claims, _signal, _isSetUp) = (rows, people, clock, claims, signal, isSetUp);

    /// <summary>
    /// Has the message go by mail, in the transaction that ends its effect: once for each message, because a mail of one subject is
    /// sent once.
    /// The message itself is kept, one for each, for when the app comes. False where it cannot: then it waits where operations see it.
    /// </summary>
    /// <param name="record">The record it is about.</param>
    internal async Task<bool> TryAsync(Claim claim, RecordFile record, CancellationToken cancellationToken)
    {
        var item = claim.Item;
        if (
            !_isSetUp
            || item.OnlyIfShown
            // Of the group operations and the Chair are told, who have the app; else operations see that it is not delivered.
            || (item.Record.Kind == RecordKind.Group && item.Kind != CardKind.Unreached)
            || !(IsFor(item.Kind) || ComesAnyway(item.Kind))
            || (
                _people.Actors(_clock.Today).Find(person => person.PersonId == item.PersonId) is not { Email.Length: > 0 }
                && !IsEnteredByHand(record, item.PersonId)
            )
        )
        {
            return false;
        }

        var mail = new ReconcileJob(
            item.Record,
            ReconcileKind.Mail,
            nameof(MailKind.OpenThePage),
            Topic.InPlaceOf(item.Kind, item.PersonId, item.About),
            item.Since
        );
        var kept = new RowWrite.Put(KeyOf(item), Kept(claim));
        List<RowWrite> writes = [new RowWrite.Delete(claim.Outbox.Key, claim.Outbox.ETag), kept];
        if (!ComesAnyway(item.Kind))
        {
            writes.Add(new RowWrite.Insert(Keys.ReconcileJobs + Line(claim), mail.Fields()));
        }

        await _claims.EndAsync(claim, writes, claim.Released(), wasTouched: false, cancellationToken);
        _signal.Set();
        return true;
    }

    /// <summary>
    /// Keeps what nobody has to be told by another way until something comes from the person's chat: how a message changes that stands
    /// there, or an alarm about what stands in a list. A message that is kept there already says the same, and more. False for any other.
    /// </summary>
    internal async Task<bool> KeepAsync(Claim claim, CancellationToken cancellationToken)
    {
        if (claim.Item is { OnlyIfShown: false, Kind: not CardKind.Unreached })
        {
            return false;
        }

        var isKept = await _rows.FindAsync(KeyOf(claim.Item), cancellationToken) is not null;
        await _claims.EndAsync(
            claim,
            [
                new RowWrite.Delete(claim.Outbox.Key, claim.Outbox.ETag),
                .. isKept ? [] : new[] { new RowWrite.Insert(KeyOf(claim.Item), Kept(claim)) },
            ],
            claim.Released(),
            wasTouched: false,
            cancellationToken
        );
        return true;
    }

    private static string KeyOf(OutboxItem item) => Keys.MailedLine(item.PersonId, item.Record, item.Kind, item.About);

    private static string Line(Claim claim) => claim.Outbox.Key[Keys.Outbox.Length..];

    private static Dictionary<string, string> Kept(Claim claim) =>
        new((claim.Item with { NotBefore = DateTimeOffset.MinValue }).Fields()) { ["line"] = Line(claim) };

    /// <summary>Whether somebody who is in no file came in by the address that was entered for them.</summary>
    private static bool IsEnteredByHand(RecordFile record, string personId) =>
        record switch
        {
            ActionFile action => action.EnteredByHand(personId) is not null,
            ReviewFile review => ReviewPermissions.PartsOf(review, personId).Any(),
            _ => false,
        };

    /// <summary>
    /// A mail says the same and comes anyway: the letter to whoever answers for an agency (B3), the mail to a nominee once their
    /// folder is open (B9).
    /// </summary>
    private static bool ComesAnyway(CardKind kind) => kind is CardKind.ScopingTask or CardKind.NomineeTask;

    /// <summary>
    /// Not what operations or the MASH alone are told: they are the bot's own people, so that operations see in their list of what
    /// was not delivered
    /// that an app is missing; and a mail that Outlook is out of order would go round in circles. Nor what a referrer is told: they
    /// count as told
    /// only once they were shown it (A4).
    /// </summary>
    private static bool IsFor(CardKind kind) =>
        kind switch
        {
            CardKind.Alert
            or CardKind.LeadsInformed
            or CardKind.PartnerTask
            or CardKind.RoundProgress
            or CardKind.LeadsQuestion
            or CardKind.LeadsHaveAnswered
            or CardKind.MediationTask
            or CardKind.NotifierTask
            or CardKind.RapidReview
            or CardKind.GroupMeeting
            or CardKind.Reminder
            or CardKind.HandedOver
            or CardKind.AttendeeTask
            or CardKind.MeetingTask
            or CardKind.ApprovalTask
            or CardKind.ApprovalProgress
            or CardKind.ApprovalMediation
            or CardKind.PanelNews
            or CardKind.ReviewWithdrawn
            or CardKind.LearningAgreement
            or CardKind.LearningTriage
            or CardKind.LearningQuestion
            or CardKind.ActionTask
            or CardKind.ActionReturned
            or CardKind.ActionTimeAnswered
            or CardKind.ActionDone
            or CardKind.ActionTimeAsked
            or CardKind.ActionHandedOn
            or CardKind.ActionDigest
            or CardKind.GroupMeetingNews
            or CardKind.MinutesDraft
            or CardKind.ReviewProposed
            or CardKind.ReviewLeadsDiffer
            or CardKind.ReviewAnsweredForLead
            or CardKind.ReviewNews
            or CardKind.ReviewOwned
            or CardKind.ReviewTermsAsked
            or CardKind.ReviewTermsAnswered
            or CardKind.ReviewRecommendations
            or CardKind.ReviewDetailAsked
            or CardKind.ReviewPapersReady
            or CardKind.ReviewDetailAnswered
            or CardKind.BriefingToCheck
            or CardKind.BriefingToApprove
            or CardKind.BriefingReturned
            or CardKind.BriefingToSend
            or CardKind.BriefingSent
            or CardKind.BriefingWithdrawn
            or CardKind.CoOpted
            or CardKind.ReviewTakenUp
            or CardKind.Unreached
            or CardKind.Recounted => true,
            CardKind.ThresholdTask
            or CardKind.ReferralProgress
            or CardKind.ScopingTask
            or CardKind.NomineeTask
            or CardKind.NobodyLeft
            or CardKind.ReturnReceived
            or CardKind.AgencyNamed
            or CardKind.QuorumWarning
            or CardKind.FolderAlarm
            or CardKind.StuckAlarm
            or CardKind.LearningNews
            or CardKind.ActionImpact
            or CardKind.ReportToIssue
            or CardKind.PeopleChangeToConfirm
            or CardKind.LearningImpact
            or CardKind.LearningProgress => false,
        };
}
