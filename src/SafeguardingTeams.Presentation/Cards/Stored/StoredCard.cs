using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Presentation.Cards.Schema;
using System.Collections.Immutable;
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
    public static (AdaptiveCard Card, string Summary) Draw(CardKind kind, CaseFile file, PartnershipWords words, bool mayHaveComeBefore)
    {
        var (title, text) = Say(kind, file, words);
        var card = Card(
        [
            Aside($"Reference {file.Id}"),
            Heading(title),
            Parts.Say(text),
            mayHaveComeBefore ? Aside("You may have had this message before: we could not be sure it arrived.") : null,
            Buttons(Open(file.Id), new ActionOpenUrl("Open in the browser", new Uri(words.WebPage, $"?open={file.Id}"))),
        ]);
        return (card, $"{file.Id}: {title}");
    }

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

    private static (string Title, string Text) Say(CardKind kind, CaseFile file, PartnershipWords words) => (kind, file.Stage) switch
    {
        (CardKind.ThresholdTask, Stage.AwaitingThreshold) => ("A referral waits for the threshold decision", $"Decide by {Day(file.Clock(Timescales.ThresholdDecision.Id)!.Deadline.DueDay)}, counted from the day the referral reached the MASH."),
        (CardKind.ThresholdTask, Stage.AwaitingRecommendation) => ("Threshold decided", "Nothing more is to be done here. The operational team and the Chair have been alerted."),
        (CardKind.ThresholdTask, Stage.BelowThreshold) => ("Threshold decided", "Nothing more is to be done here. The referrer is told."),
        (CardKind.ThresholdTask, Stage.Withdrawn) => ("Referral withdrawn", "Nothing more is to be done here."),
        (CardKind.ThresholdTask, Stage.Joined) => ("Referral joined to another", $"It goes on as {file.JoinedTo}."),
        (CardKind.Alert, _) => ("A referral that appears to meet the criteria was received", $"{AlertText(file)}"),
        (CardKind.ReferralProgress, Stage.AwaitingThreshold) => ("Your referral was sent", $"{words.MashName} decide by {Day(file.Clock(Timescales.ThresholdDecision.Id)!.Deadline.DueDay)} whether it reaches the threshold of a serious safeguarding incident. You will be told."),
        (CardKind.ReferralProgress, Stage.AwaitingRecommendation) => ("Your referral has gone to the Chair", $"The Chair recommends by {Day(file.Clock(Timescales.Recommendation.Id)!.Deadline.DueDay)}. A Rapid Review follows only if the safeguarding partners agree that the criteria are met. You will be told."),
        (CardKind.ReferralProgress, Stage.BelowThreshold) => ("There is a decision on your referral", "The threshold of a serious safeguarding incident is not reached. Open it for the reasons and for what happens now."),
        (CardKind.ReferralProgress, Stage.Withdrawn) => ("Your referral was withdrawn", "Nothing more is waited for."),
        (CardKind.ReferralProgress, Stage.Joined) => ("Your referral goes on with another", "It was joined to one about the same incident. You will be told the outcome."),
        (CardKind.ThresholdTask or CardKind.ReferralProgress, Stage.NotStarted) => throw new InvalidOperationException("No message is due for a case that has not started."),
        _ => throw new InvalidOperationException("An unknown kind of message."),
    };

    private static string AlertText(CaseFile file) => file.Clock(Timescales.InformLeads.Id) is { } inform && file.Clock(Timescales.Recommendation.Id) is { } recommend
        ? $"The three lead representatives are to be informed by {Day(inform.Deadline.DueDay)}, the Chair's recommendation is due by {Day(recommend.Deadline.DueDay)}. Both count from the day the operational team received it, {ShortDay(inform.Deadline.AnchorDay)}."
        : "Open it to see where it stands.";

    private static ActionExecute Open(CaseId id) => Static("Open", Verbs.OpenCase) with
    {
        Data = ImmutableSortedDictionary<string, string>.Empty.Add("case", id.Value), Style = "positive",
    };

    private static ActionExecute Static(string title, string verb) => new(title, verb, ImmutableSortedDictionary<string, string>.Empty);
}
