using System.Collections.Immutable;
using System.Globalization;
using AdaptiveCards;
using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Group;
using SafeguardingTeams.Domain.Learning;
using SafeguardingTeams.Domain.Meetings;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Steps;
using SafeguardingTeams.Presentation.Steps.DeadLetters;
using SafeguardingTeams.Presentation.Steps.GroupReminders;
using SafeguardingTeams.Presentation.Steps.GroupReports;
using SafeguardingTeams.Presentation.Steps.PeopleAndRoles;
using SafeguardingTeams.Presentation.Wording;
using static SafeguardingTeams.Presentation.Cards.Parts;
using QuestionMessages = SafeguardingTeams.Presentation.Steps.LeadsQuestions.Messages;

namespace SafeguardingTeams.Presentation.Screens;

/// <summary>
/// The messages stored in Teams, where they stay for ever: the reference, what is asked, by when, and an Open button. No
/// fact of the case, no reason, no name (F2).
/// </summary>
public static partial class StoredCard
{
    /// <summary>Draws the message, and the one line of it that a notification shows.</summary>
    /// <param name="kind">Which message.</param>
    /// <param name="file">The case as it is now.</param>
    /// <param name="words">The partnership's names.</param>
    /// <param name="mayHaveComeBefore">An earlier try may have arrived: said, so that nobody thinks of two cases.</param>
    /// <param name="about">Which of several messages of the kind.</param>
    /// <param name="goesOnAs">Where the referral was joined to another: that case as it is now.</param>
    public static (AdaptiveCard Card, string Summary) Draw(
        CardKind kind,
        CaseFile file,
        PartnershipWords words,
        bool mayHaveComeBefore,
        Topic? about = null,
        CaseFile? goesOnAs = null
    )
    {
        var (title, text) = MessageText.Of(kind, new(file, about ?? Topic.None, goesOnAs, words));
        var card = Card([
            Aside($"Reference {file.Id}"),
            Heading(title),
            Parts.Say(text),
            mayHaveComeBefore ? Aside("You may have had this message before: we could not be sure it arrived.") : null,
            Buttons(
                Opens(kind, file, about ?? Topic.None),
                new ActionOpenUrl("Open in the browser", new Uri(words.WebPage, $"?open={file.Id}"))
            ),
        ]);
        return (card, $"{file.Id}: {title}");
    }

    /// <summary>What a message of the group says, by its kind.</summary>
    private static readonly Dictionary<CardKind, Func<GroupFile, Topic, (string Title, string Text)>> GroupMessages = new()
    {
        [CardKind.Reminder] = GroupReminderText.Of,
        [CardKind.ReportToIssue] = GroupReportText.Of,
        [CardKind.PeopleChangeToConfirm] = ProposalCards.Told,
        [CardKind.Unreached] = (_, _) => UnreachedText.Told,
    };

    /// <summary>The kinds of message that the group has words for.</summary>
    internal static IEnumerable<CardKind> KnownOfTheGroup => GroupMessages.Keys;

    /// <summary>A message of the group, and the one line of it that a notification shows.</summary>
    /// <param name="kind">A reminder, a report that waits, or a change of people.</param>
    /// <param name="group">The group as it is now.</param>
    /// <param name="about">Of which clock, and which event recorded it; or which report.</param>
    /// <param name="words">The partnership's names.</param>
    /// <param name="mayHaveComeBefore">An earlier try may have arrived.</param>
    public static (AdaptiveCard Card, string Summary) OfTheGroup(
        CardKind kind,
        GroupFile group,
        Topic about,
        PartnershipWords words,
        bool mayHaveComeBefore
    )
    {
        var (open, verb) = kind switch
        {
            CardKind.ReportToIssue => ("Open the reports", Verbs.Reports),
            CardKind.PeopleChangeToConfirm => ("Open what waits", Verbs.PeopleWaiting),
            CardKind.Unreached => ("See whom", Verbs.DeadLettered),
            _ when about.Name == Timescales.AccessReview.Id => ("Open the list", Verbs.AccessReview),
            _ => ("Open the group", Verbs.Group),
        };
        var (title, text) = GroupMessages[kind](group, about);
        var card = Card([
            Aside(words.GroupName),
            Heading(title),
            Parts.Say(text),
            mayHaveComeBefore ? Aside("You may have had this message before: we could not be sure it arrived.") : null,
            Buttons(Static(open, verb) with { Style = "positive" }, new ActionOpenUrl("Open in the browser", words.WebPage)),
        ]);
        return (card, $"{words.GroupName}: {title}");
    }

    /// <summary>A message of a referral for practice learning, and the one line of it that a notification shows.</summary>
    /// <param name="kind">Which message.</param>
    /// <param name="file">The record as it is now.</param>
    /// <param name="about">Which of several messages of the kind.</param>
    /// <param name="words">The partnership's names.</param>
    /// <param name="mayHaveComeBefore">An earlier try may have arrived.</param>
    public static (AdaptiveCard Card, string Summary) OfLearning(
        CardKind kind,
        LearningFile file,
        Topic about,
        PartnershipWords words,
        bool mayHaveComeBefore
    )
    {
        var (title, text) = LearningText.Of(kind, new(file, about, words));
        var card = Card([
            Aside($"Practice learning {file.Ref}"),
            Heading(title),
            Parts.Say(text),
            mayHaveComeBefore ? Aside("You may have had this message before: we could not be sure it arrived.") : null,
            Buttons(
                Static("Open", Opens(kind, file)) with
                {
                    Data = ImmutableSortedDictionary<string, string>.Empty.Add("case", file.Ref.ToString()),
                    Style = "positive",
                },
                new ActionOpenUrl("Open in the browser", new Uri(words.WebPage, $"?open={file.Ref}"))
            ),
        ]);
        return (card, $"{file.Ref}: {title}");
    }

    /// <summary>A message of a meeting of the group, and the one line of it that a notification shows.</summary>
    /// <inheritdoc cref="OfLearning"/>
    public static (AdaptiveCard Card, string Summary) OfMeeting(
        CardKind kind,
        MeetingFile file,
        Topic about,
        PartnershipWords words,
        bool mayHaveComeBefore
    )
    {
        var (title, text) = MeetingText.Of(kind, new(file, about, words));
        var card = Card([
            Aside($"Group meeting {file.Ref}"),
            Heading(title),
            Parts.Say(text),
            mayHaveComeBefore ? Aside("You may have had this message before: we could not be sure it arrived.") : null,
            Opens(kind, file, about) is { } open
                ? Buttons(open, new ActionOpenUrl("Open in the browser", new Uri(words.WebPage, $"?open={file.Ref}")))
                : null,
        ]);
        return (card, $"{file.Ref}: {title}");
    }

    /// <summary>What the button of a message of a meeting opens; null where nothing of it is shown to who has the message.</summary>
    private static ActionExecute? Opens(CardKind kind, MeetingFile file, Topic about)
    {
        var data = ImmutableSortedDictionary<string, string>.Empty.Add("case", file.Ref.ToString());
        return kind != CardKind.CoOpted ? Open(Verbs.OpenGroupMeeting, data)
            : CoOpted.Find(file, about) is var (item, one) && file.IsShownTo(item, one)
                ? Open(Verbs.CoOptedItem, data.Add("item", item.Number.ToString(CultureInfo.InvariantCulture)))
            : null;

        static ActionExecute Open(string verb, ImmutableSortedDictionary<string, string> data) =>
            Static("Open", verb) with
            {
                Data = data,
                Style = "positive",
            };
    }

    /// <summary>What the button of a message of practice learning opens: the card the task is done on, while it waits.</summary>
    private static string Opens(CardKind kind, LearningFile file) =>
        (kind, file.Stage) switch
        {
            (CardKind.LearningAgreement, LearningStage.AwaitingSafeguardingLead) => Verbs.LearningAgreement,
            (CardKind.LearningTriage, LearningStage.AwaitingTriage) => Verbs.LearningWay,
            (CardKind.LearningQuestion, _) when file.OpenQuestion is not null => Verbs.LearningAnswer,
            _ => Verbs.OpenLearning,
        };

    /// <summary>The message to somebody who no longer has the role it was for.</summary>
    /// <param name="kind">Which message.</param>
    /// <param name="record">The record it was about.</param>
    /// <param name="words">The partnership's names.</param>
    public static (AdaptiveCard Card, string Summary) Former(CardKind kind, RecordRef record, PartnershipWords words) =>
        (
            Card(
                Aside($"Reference {record}"),
                Heading("This is with somebody else now"),
                Parts.Say(
                    "It was handed over, you stood aside, or your time in the role has ended: nothing is asked of you here any "
                        + $"more{(kind == CardKind.Alert ? "" : ", and you may no longer have a part in the case")}. If that is a "
                        + $"mistake, tell {words.OperationsName}."
                )
            ),
            $"{record}: This is with somebody else now"
        );

    /// <summary>What the bot answers to hello, refer or help: a way in, and nothing else.</summary>
    public static (AdaptiveCard Card, string Summary) Welcome(PartnershipWords words) =>
        (
            Card(
                Heading("Learning from serious incidents"),
                Parts.AtRisk(words),
                Parts.Say(
                    "Refer a serious incident, or something to learn from; see where your referrals stand, and do what waits for "
                        + "you. Please do not type names or details of a child into the chat; the forms keep them safe."
                ),
                Buttons(Static("Begin", Verbs.Home).Main(), new ActionOpenUrl("Open in the browser", words.WebPage))
            ),
            "Learning from serious incidents: choose Begin"
        );

    /// <summary>
    /// The answer to "case REFERENCE" or "my tasks" typed into the chat: a way to open it. It does not say whether there is such a
    /// case.
    /// </summary>
    public static (AdaptiveCard Card, string Summary) WayTo(RecordRef? id, PartnershipWords words) =>
        id is { } reference
            ? (
                Card(
                    Heading($"Reference {reference}"),
                    Parts.Say("Open it to see where it stands, if you have a part in it."),
                    Buttons(Open(reference), new ActionOpenUrl("Open in the browser", new Uri(words.WebPage, $"?open={reference}")))
                ),
                $"Open {reference}"
            )
            : (
                Card(
                    Heading("My tasks"),
                    Parts.Say("Open the list of what waits for you."),
                    Buttons(Static("Open my tasks", Verbs.MyTasks).Main(), Static("My referrals", Verbs.MyReferrals))
                ),
                "Open my tasks"
            );

    /// <summary>A line and the way to a record, for a dialog, which takes no button of ours: it opens on the page.</summary>
    public static AdaptiveCard Begun(RecordRef id, string line, PartnershipWords words) =>
        Card(Parts.Say(line), Buttons(new ActionOpenUrl("Open", new Uri(words.WebPage, $"?open={id}"))));

    /// <summary>What a message's button opens: the card the task is done on where there is one, else the case.</summary>
    private static ActionExecute Opens(CardKind kind, CaseFile file, Topic about)
    {
        var button = Open(file.Id) with { Verb = Opens(kind, file) };
        return kind == CardKind.LeadsQuestion && QuestionMessages.About(about, file) is { IsOpen: true } asked
            ? button with
            {
                Verb = Verbs.LeadsQuestion,
                Data = button.Data.Add("round", asked.Number.ToString(CultureInfo.InvariantCulture)),
            }
            : button;
    }

    private static string Opens(CardKind kind, CaseFile file) =>
        kind switch
        {
            CardKind.LeadsQuestion or CardKind.LeadsHaveAnswered => Verbs.LeadsQuestions,
            CardKind.PartnerTask when !file.PartnersAreAwaited => Verbs.OpenCase,
            CardKind.PartnerTask => Verbs.PartnerDecision,
            CardKind.ApprovalTask => Verbs.Approval,
            CardKind.AttendeeTask => Verbs.MyMeeting,
            CardKind.ScopingTask => Verbs.MyAgency,
            _ => Verbs.OpenCase,
        };

    private static ActionExecute Open(RecordRef id) =>
        Static("Open", Verbs.Opening(id)) with
        {
            Data = ImmutableSortedDictionary<string, string>.Empty.Add("case", id.ToString()),
            Style = "positive",
        };

    private static ActionExecute Static(string title, string verb) => new(title, verb, ImmutableSortedDictionary<string, string>.Empty);
}
