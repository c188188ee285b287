using SafeguardingTeams.App.Directory;
using SafeguardingTeams.App.Ports;
using SafeguardingTeams.App.Queues;
using SafeguardingTeams.App.Time;
using SafeguardingTeams.Domain.Briefings;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Learning;
using SafeguardingTeams.Domain.Meetings;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Reviews;
using SafeguardingTeams.Domain.Steps.GroupMeetingReminders;
using SafeguardingTeams.Domain.Steps.LearningReminders;
using SafeguardingTeams.Domain.Steps.ReviewReminders;
using SafeguardingTeams.Presentation.Steps.DeadLetters;
using SafeguardingTeams.Presentation.Wording;

namespace SafeguardingTeams.App.Reconciling;

/// <summary>
/// The mails of practice learning and of the group's meetings: in place of a message to somebody who has no chat with the bot, that
/// something is on the page for them. No fact of it (F2).
/// </summary>
internal sealed class PageMails(PartnershipWords words, IPeople people, LondonClock clock)
{
    /// <summary>The mail of a reconcile job; null where nothing is owed any more.</summary>
    internal ComposedMail? Compose(ReconcileJob job, LearningFile file) =>
        Compose(
            job,
            file,
            "a referral for practice learning",
            person => LearningPermissions.Sees(file, person),
            message => message.Kind == CardKind.Reminder ? !LearningReminded.IsOver(file, message.About) : StillAsks(message, file)
        );

    /// <inheritdoc cref="Compose(ReconcileJob, LearningFile)"/>
    internal ComposedMail? Compose(ReconcileJob job, MeetingFile file) =>
        job.Detail == nameof(MailKind.CoOpted)
            ? CoOpted(job, file)
            : Compose(
                job,
                file,
                $"a meeting of the {words.GroupName}",
                person =>
                    job.About.Replaced is { Kind: CardKind.CoOpted } message
                        ? Domain.Meetings.CoOpted.Find(file, message.About) is var (item, one)
                            && one.Who.PersonId == person.PersonId
                            && file.IsShownTo(item, one)
                        : MeetingPermissions.Sees(file, person),
                message =>
                    message.Kind switch
                    {
                        CardKind.Reminder => !MeetingReminded.IsOver(file, message.About),
                        CardKind.MinutesDraft => file.Stage == MeetingStage.MinutesWithChair,
                        _ => true,
                    }
            );

    /// <summary>
    /// To somebody without an account who is co-opted to an item (E3): when and where, or that they are asked no more. Who was told of a
    /// later day meanwhile is not told of the earlier.
    /// </summary>
    private ComposedMail? CoOpted(ReconcileJob job, MeetingFile file)
    {
        if (Domain.Meetings.CoOpted.Find(file, job.About) is not var (item, one) || file.Plan is not { } plan)
        {
            return new(null, "It is not known whom this mail is for.");
        }

        var asked = file.IsShownTo(item, one);
        return asked != (job.About.Number == one.Told[^1])
            ? null
            : new(
                new MailContent(
                    [one.Who.Email],
                    CoOptedMail.Subject(file, asked),
                    MailText.Of(
                        words,
                        [.. asked ? CoOptedMail.Asks(file.Ref, plan, words) : CoOptedMail.AsksNoMore(file.Ref, words), ReviewMails.NoNames]
                    ),
                    []
                )
            );
    }

    /// <inheritdoc cref="Compose(ReconcileJob, LearningFile)"/>
    internal ComposedMail? Compose(ReconcileJob job, ReviewFile file, Uri? acceptAt = null) =>
        job.About.Replaced is { Kind: CardKind.ReviewPapersReady } ready
        && !people.Actors(clock.Today).Exists(person => person.PersonId == ready.PersonId)
            ? ToGuest(file, ready, acceptAt)
            : OfTheFile(job, file);

    /// <summary>
    /// To somebody appointed who is in no file (C9): at the address that was entered, and nowhere else; null where they read nothing any
    /// more, or were told again since.
    /// </summary>
    private ComposedMail? ToGuest(ReviewFile file, ReplacedMessage ready, Uri? acceptAt) =>
        ReviewPermissions.ToldBy(file, ready.PersonId, ready.About) is { } person
            ? new(
                new MailContent(
                    [person.Who.Email],
                    $"{file.Ref}: papers are ready for you",
                    MailText.Of(
                        words,
                        ReviewMails.Accepting(
                            GuestMails.PapersReady(file, new Uri(words.WebPage, $"guest?open={file.Ref}"), words),
                            acceptAt
                        )
                    ),
                    []
                )
            )
            : null;

    private ComposedMail? OfTheFile(ReconcileJob job, ReviewFile file) =>
        Compose(
            job,
            file,
            "a review",
            person =>
                ReviewPermissions.Sees(file, person)
                || ReviewPermissions.RecommendationsOf(file, person).Any()
                || ReviewPermissions.DetailsOf(file, person).Any()
                || ReviewPermissions.PartsOf(file, person).Any(),
            message =>
                message.Kind switch
                {
                    CardKind.Reminder => !ReviewReminded.IsOver(file, message.About),
                    CardKind.ReviewProposed => file.Stage is ReviewStage.Proposed or ReviewStage.ReportWithLeads
                        && message.About == Topic.Round(file.Asked),
                    CardKind.ReviewTermsAsked => file is { Stage: ReviewStage.UnderWay, Terms.AreWithLeads: true }
                        && message.About == Topic.Round(file.Terms.Versions.Count),
                    CardKind.ReviewRecommendations => file.WaitsForAnswers
                        && file.NotAnswered.Any(body => body.AgencyId == message.About.Name)
                        && file.AnswersAsked.FindLast(asked => asked.AgencyId == message.About.Name).Version == message.About.Number,
                    CardKind.ReviewDetailAsked => !file.IsOver
                        && file.OpenDetails.Any(one => one.Body.AgencyId == message.About.Name && one.Asked[^1] == message.About.Number),
                    CardKind.ReviewPapersReady => ReviewPermissions.ToldBy(file, message.PersonId, message.About) is not null,
                    CardKind.ReviewDetailAnswered => file.Details.Exists(one =>
                        one.Body.AgencyId == message.About.Name && one.IsAnswered && one.Heard[^1] == message.About.Number
                    ),
                    CardKind.ReviewAnsweredForLead => file.CanStillBeSaidOtherwise(message.About.Number ?? 0),
                    CardKind.ReviewLeadsDiffer => file.LeadsDiffer && message.About == Topic.Round(file.Asked),
                    _ => true,
                }
        );

    /// <summary>
    /// To somebody of operations whose chat takes nothing: that somebody cannot be reached; null where they no longer are of operations.
    /// </summary>
    internal ComposedMail? Unreached(ReconcileJob job) =>
        job.About.Replaced is { Kind: CardKind.Unreached } message
        && people.Actors(clock.Today).Find(person => person.PersonId == message.PersonId) is { Email.Length: > 0 } person
        && person.Roles.Contains(Role.Operations)
            ? new(
                new MailContent(
                    [person.Email],
                    UnreachedText.Subject,
                    MailText.Of(
                        words,
                        [UnreachedText.InTheMail, new("Open it here:", words.WebPage), UnreachedText.WhyByMail, ReviewMails.NoNames]
                    ),
                    []
                )
            )
            : null;

    /// <inheritdoc cref="Compose(ReconcileJob, LearningFile)"/>
    internal ComposedMail? Compose(ReconcileJob job, BriefingFile file) =>
        Compose(
            job,
            file,
            "a briefing",
            person => BriefingPermissions.Sees(file, person) || BriefingPermissions.ReadsForTheirs(file, person),
            message => BriefingMails.StillAsks(file, message.Kind, message.About)
        );

    /// <param name="what">What kind of record it is, in words.</param>
    /// <param name="sees">Whether somebody has a part in it.</param>
    /// <param name="stillAsks">Whether what the message says is still so: an answered question is nobody's business any more.</param>
    private ComposedMail? Compose(
        ReconcileJob job,
        RecordFile file,
        string what,
        Func<Actor, bool> sees,
        Func<ReplacedMessage, bool> stillAsks
    )
    {
        if (job.About.Replaced is not { } message)
        {
            return new(null, "It is not known which message this mail stands in for.");
        }

        if (
            people.Actors(clock.Today).Find(person => person.PersonId == message.PersonId) is not { } person
            || !sees(person)
            || !stillAsks(message)
        )
        {
            return null;
        }

        var isReminder = message.Kind == CardKind.Reminder;
        return person.Email.Length == 0
            ? new(null, $"{person.Display} has no email address in the partnership's file.")
            : new(
                new MailContent(
                    [person.Email],
                    $"{file.Ref}: {(isReminder ? "reminder" : "something is there for you")}",
                    MailText.Of(
                        words,
                        [
                            $"Something is asked of you about {file.Ref}, {what}{(isReminder ? ", and it is due" : "")}.",
                            MailText.Open(words, file.Ref.ToString()),
                            ReviewMails.NoNames,
                        ]
                    ),
                    []
                )
            );
    }

    private static bool StillAsks(ReplacedMessage message, LearningFile file) =>
        message.Kind switch
        {
            CardKind.LearningAgreement => file.Stage == LearningStage.AwaitingSafeguardingLead,
            CardKind.LearningTriage => file.Stage == LearningStage.AwaitingTriage,
            CardKind.LearningQuestion => file.OpenQuestion is not null,
            _ => true,
        };
}
