using SafeguardingTeams.App.Directory;
using SafeguardingTeams.App.Ports;
using SafeguardingTeams.App.Queues;
using SafeguardingTeams.App.Time;
using SafeguardingTeams.Domain.Actions;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.ActionReminders;
using SafeguardingTeams.Presentation.Wording;

namespace SafeguardingTeams.App.Reconciling;

/// <summary>
/// The mails of actions: in place of a message to somebody who has no chat with the bot, that something is on the page for them; to an
/// owner who was entered by hand, what they can do and how they sign in. Nothing of what the action says (F2).
/// </summary>
internal sealed class ActionMails(PartnershipWords words, IPeople people, LondonClock clock)
{
    /// <summary>The mail of a reconcile job; null where nothing is owed any more.</summary>
    /// <param name="acceptAt">Where a guest accepts their invitation first; null where there is none.</param>
    internal ComposedMail? Compose(ReconcileJob job, ActionFile file, Uri? acceptAt = null)
    {
        if (job.About.Replaced is not { } message)
        {
            return new(null, "It is not known which message this mail stands in for.");
        }

        var isTakenAway = message.Kind == CardKind.ActionHandedOn;
        if ((message.Kind == CardKind.Reminder && ActionReminded.IsOver(file, message.About)) || !StillAsks(message, file))
        {
            return null;
        }

        // Who came in by hand is in no file: they are reached at the address that was entered, and nowhere else.
        if (file.EnteredByHand(message.PersonId) is { } owner)
        {
            return isTakenAway || file.Owner!.PersonId == owner.PersonId
                ? new(
                    Mail(
                        owner.Email,
                        message.Kind,
                        file,
                        ReviewMails.Accepting(OwnerMails.Of(message.Kind, file, owner, GuestPage(message.Kind, file), words), acceptAt)
                    )
                )
                : null;
        }

        if (
            people.Actors(clock.Today).Find(person => person.PersonId == message.PersonId) is not { } person
            || !(isTakenAway || ActionPermissions.Sees(file, person))
        )
        {
            return null;
        }

        return person.Email.Length == 0
            ? new(null, $"{person.Display} has no email address in the partnership's file.")
            : new(Mail(person.Email, message.Kind, file, OfTheFile(message.Kind, file)));
    }

    /// <summary>Where a guest signs in at the tenant they are a guest of; the page's own way in takes them to their own.</summary>
    private Uri GuestPage(CardKind kind, ActionFile file) =>
        new(words.WebPage, kind == CardKind.ActionDigest ? "guest" : $"guest?open={file.Ref}");

    private MailLine[] OfTheFile(CardKind kind, ActionFile file) =>
        kind switch
        {
            CardKind.ActionHandedOn =>
            [
                new($"{file.Ref}, an action that was yours, was given to somebody else. Nothing is asked of you any more."),
                new(ReviewMails.NoNames),
            ],
            CardKind.ActionDigest =>
            [
                new("Some of your actions are late, or due in the next four weeks."),
                new("Open them here:", words.WebPage),
                new(ReviewMails.NoNames),
            ],
            _ =>
            [
                new($"Something is asked of you about {file.Ref}, an action{(kind == CardKind.Reminder ? ", and it is due" : "")}."),
                MailText.Open(words, file.Ref.ToString()),
                new(ReviewMails.NoNames),
            ],
        };

    private MailContent Mail(string to, CardKind kind, ActionFile file, IReadOnlyList<MailLine> says) =>
        new([to], $"{file.Ref}: {Subject(kind)}", MailText.Of(words, says), []);

    private static string Subject(CardKind kind) =>
        kind switch
        {
            CardKind.Reminder => "reminder",
            CardKind.ActionHandedOn => "with somebody else now",
            CardKind.ActionDigest => "your actions this week",
            _ => "something is there for you",
        };

    /// <summary>Whether what the message asked is still to be done.</summary>
    private static bool StillAsks(ReplacedMessage message, ActionFile file) =>
        message.Kind switch
        {
            CardKind.ActionTask => !file.IsEnded && message.About == Topic.Round(file.TimesBegun),
            CardKind.ActionReturned => file.Stage == ActionStage.Agreed && message.About == Topic.Round(file.Reports.Count),
            CardKind.ActionDone => file.Stage == ActionStage.Done && message.About == Topic.Round(file.Reports.Count),
            CardKind.ActionTimeAsked => file.OpenMoreTime is not null && message.About == Topic.Round(file.MoreTime.Count),
            CardKind.ActionTimeAnswered => file.Stage == ActionStage.Agreed && message.About == Topic.Round(file.MoreTime.Count),
            CardKind.ActionImpact => file.OpenImpact is not null && message.About == Topic.Round(file.Impact.Count),
            _ => true,
        };
}
