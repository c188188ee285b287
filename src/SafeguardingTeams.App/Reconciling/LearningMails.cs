using System.Text.Encodings.Web;
using SafeguardingTeams.App.Directory;
using SafeguardingTeams.App.Ports;
using SafeguardingTeams.App.Queues;
using SafeguardingTeams.App.Time;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Learning;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.LearningReminders;
using SafeguardingTeams.Presentation.Wording;

namespace SafeguardingTeams.App.Reconciling;

/// <summary>
/// The mails of practice learning: in place of a message to somebody who has no chat with the bot, that something is on the page for
/// them. No fact of it (F2).
/// </summary>
internal sealed class LearningMails(PartnershipWords words, IPeople people, LondonClock clock)
{
    /// <summary>The mail of a reconcile job; null where nothing is owed any more.</summary>
    internal ComposedMail? Compose(ReconcileJob job, LearningFile file)
    {
        if (job.About.Replaced is not { } message)
        {
            return new(null, "It is not known which message this mail stands in for.");
        }

        var isReminder = message.Kind == CardKind.Reminder;
        if (
            (isReminder && LearningReminded.IsOver(file, message.About))
            || people.Actors(clock.Today).Find(person => person.PersonId == message.PersonId) is not { } person
            || !LearningPermissions.Sees(file, person)
            || !StillAsks(message, file)
        )
        {
            return null;
        }

        return person.Email.Length == 0
            ? new(null, $"{person.Display} has no email address in the partnership's file.")
            : new(
                new MailContent(
                    [person.Email],
                    $"{file.Ref}: {(isReminder ? "reminder" : "something is there for you")}",
                    string.Concat(
                        new[]
                        {
                            $"Something is asked of you about {file.Ref}, a referral for practice learning"
                                + $"{(isReminder ? ", and it is due" : "")}.",
                            $"Open it here: {new Uri(words.WebPage, $"?open={file.Ref}")}",
                            ReviewMails.NoNames,
                            $"{words.OperationsName} of {words.PartnershipName}, {words.OperationsTelephone}, {words.OperationsEmail}",
                        }.Select(paragraph => $"<p>{HtmlEncoder.Default.Encode(paragraph)}</p>")
                    ),
                    []
                )
            );
    }

    /// <summary>Whether what the message asked is still to be done: an answered question is nobody's business any more.</summary>
    private static bool StillAsks(ReplacedMessage message, LearningFile file) =>
        message.Kind switch
        {
            CardKind.LearningAgreement => file.Stage == LearningStage.AwaitingSafeguardingLead,
            CardKind.LearningTriage => file.Stage == LearningStage.AwaitingTriage,
            CardKind.LearningQuestion => file.OpenQuestion is not null,
            _ => true,
        };
}
