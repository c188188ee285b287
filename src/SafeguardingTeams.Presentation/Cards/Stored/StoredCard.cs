using System.Collections.Immutable;
using AdaptiveCards;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Effects;
using static SafeguardingTeams.Presentation.Cards.Parts;

namespace SafeguardingTeams.Presentation.Cards.Stored;

/// <summary>
/// The messages stored in Teams, where they stay for ever: the reference, what is asked, by when, and an Open button. No
/// fact of the case, no reason, no name (F2).
/// </summary>
public static class StoredCard
{
    /// <summary>Draws the message, and the one line of it that a notification shows.</summary>
    /// <param name="kind">Which message.</param>
    /// <param name="file">The case as it is now.</param>
    /// <param name="words">The partnership's names.</param>
    /// <param name="mayHaveComeBefore">An earlier try may have arrived: said, so that nobody thinks of two cases.</param>
    /// <param name="about">Which of several messages of the kind.</param>
    /// <param name="goesOnAs">Where the referral was joined to another: that case as it is now.</param>
    public static (AdaptiveCard Card, string Summary) Draw(CardKind kind, CaseFile file, PartnershipWords words, bool mayHaveComeBefore, string about = "", CaseFile? goesOnAs = null)
    {
        var (title, text) = StoredWords.Of(kind, about, file, goesOnAs, words);
        var card = Card(
        [
            Aside($"Reference {file.Id}"),
            Heading(title),
            Parts.Say(text),
            mayHaveComeBefore ? Aside("You may have had this message before: we could not be sure it arrived.") : null,
            Buttons(Open(file.Id) with { Verb = Opens(kind) }, new ActionOpenUrl("Open in the browser", new Uri(words.WebPage, $"?open={file.Id}"))),
        ]);
        return (card, $"{file.Id}: {title}");
    }

    /// <summary>The message to somebody who no longer has the role it was for.</summary>
    /// <param name="kind">Which message.</param>
    /// <param name="file">The case.</param>
    /// <param name="words">The partnership's names.</param>
    public static (AdaptiveCard Card, string Summary) Former(CardKind kind, CaseFile file, PartnershipWords words) => (Card(
        Aside($"Reference {file.Id}"),
        Heading("This is with somebody else now"),
        Parts.Say($"It was handed over, or you stood aside: nothing is asked of you here any more{(kind == CardKind.Alert ? "" : ", and you may no longer have a part in the case")}. If that is a mistake, tell {words.OperationsName}.")),
        $"{file.Id}: This is with somebody else now");

    /// <summary>What the bot answers to hello, refer or help: a way in, and nothing else.</summary>
    public static (AdaptiveCard Card, string Summary) Welcome(PartnershipWords words) => (Card(
        Heading("Learning from serious incidents"),
        HomeCard.AtRisk(words),
        Parts.Say("Refer a serious incident, see where your referrals stand, and do what waits for you. Please do not type names or details of a child into the chat; the forms keep them safe."),
        Buttons(Static("Begin", Verbs.Home).Main(), new ActionOpenUrl("Open in the browser", words.WebPage))),
        "Learning from serious incidents: choose Begin");

    /// <summary>The answer to "case REFERENCE" or "my tasks" typed into the chat: a way to open it. It does not say whether there is such a case.</summary>
    public static (AdaptiveCard Card, string Summary) WayTo(CaseId? id, PartnershipWords words) => id is { } reference
        ? (Card(Heading($"Reference {reference}"), Parts.Say("Open it to see where it stands, if you have a part in it."), Buttons(Open(reference), new ActionOpenUrl("Open in the browser", new Uri(words.WebPage, $"?open={reference}")))), $"Open {reference}")
        : (Card(Heading("My tasks"), Parts.Say("Open the list of what waits for you."), Buttons(Static("Open my tasks", Verbs.MyTasks).Main(), Static("My referrals", Verbs.MyReferrals))), "Open my tasks");

    /// <summary>What a message's button opens: the card the task is done on where there is one, else the case.</summary>
    private static string Opens(CardKind kind) => kind switch
    {
        CardKind.PartnerTask => Verbs.PartnerDecision,
        CardKind.ApprovalTask => Verbs.Approval,
        CardKind.AttendeeTask => Verbs.MyMeeting,
        CardKind.ScopingTask => Verbs.MyAgency,
        _ => Verbs.OpenCase,
    };

    private static ActionExecute Open(CaseId id) => Static("Open", Verbs.OpenCase) with
    {
        Data = ImmutableSortedDictionary<string, string>.Empty.Add("case", id.Value), Style = "positive",
    };

    private static ActionExecute Static(string title, string verb) => new(title, verb, ImmutableSortedDictionary<string, string>.Empty);
}
