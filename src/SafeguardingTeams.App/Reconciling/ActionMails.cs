using System.Text.Encodings.Web;
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
/// The mails of actions: in place of a message to somebody who has no chat with the bot, that something is on the page for them. Nothing
/// of what the action says (F2).
/// </summary>
internal sealed class ActionMails(PartnershipWords words, IPeople people, LondonClock clock)
{
    /// <summary>The mail of a reconcile job; null where nothing is owed any more.</summary>
    internal ComposedMail? Compose(ReconcileJob job, ActionFile file)
    {
        if (job.About.Replaced is not { } message)
        {
            return new(null, "It is not known which message this mail stands in for.");
        }

        var isReminder = message.Kind == CardKind.Reminder;
        var isTakenAway = message.Kind == CardKind.ActionHandedOn;
        if (
            (isReminder && ActionReminded.IsOver(file, message.About))
            || people.Actors(clock.Today).Find(person => person.PersonId == message.PersonId) is not { } person
            || !(isTakenAway || ActionPermissions.Sees(file, person))
            || !StillAsks(message, file)
        )
        {
            return null;
        }

        var isDigest = message.Kind == CardKind.ActionDigest;
        string[] says =
            isTakenAway ? [$"{file.Ref}, an action that was yours, was given to somebody else. Nothing is asked of you any more."]
            : isDigest ? ["Some of your actions are late, or due in the next four weeks.", $"Open them here: {words.WebPage}"]
            :
            [
                $"Something is asked of you about {file.Ref}, an action{(isReminder ? ", and it is due" : "")}.",
                $"Open it here: {new Uri(words.WebPage, $"?open={file.Ref}")}",
            ];
        return person.Email.Length == 0
            ? new(null, $"{person.Display} has no email address in the partnership's file.")
            : new(
                new MailContent(
                    [person.Email],
                    $"{file.Ref}: {Subject(message.Kind)}",
                    string.Concat(
                        says.Append(ReviewMails.NoNames)
                            .Append(
                                $"{words.OperationsName} of {words.PartnershipName}, {words.OperationsTelephone}, {words.OperationsEmail}"
                            )
                            .Select(paragraph => $"<p>{HtmlEncoder.Default.Encode(paragraph)}</p>")
                    ),
                    []
                )
            );
    }

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
