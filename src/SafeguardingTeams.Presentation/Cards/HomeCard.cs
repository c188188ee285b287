using System.Collections.Immutable;
using AdaptiveCards;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Forms;
using SafeguardingTeams.Presentation.Cards.Layout;
using static SafeguardingTeams.Presentation.Cards.Parts;

namespace SafeguardingTeams.Presentation.Cards;

/// <summary>A draft in a list.</summary>
public sealed record DraftLine(CaseId CaseId, DraftPurpose Purpose, DateTimeOffset SavedAt)
{
    /// <summary>Which of the person's drafts of the case; empty for the referral's own.</summary>
    public string Slot { get; init; } = "";
}

/// <summary>What the first card shows of the person's own work.</summary>
public sealed record HomeView(ImmutableList<DraftLine> Drafts, int Tasks, int Parked, bool HasTasks, bool MayFind, Notice? Notice = null, bool MayAmend = false);

/// <summary>The first card: what belongs here, what does not, and where to begin (decision 11).</summary>
public static class HomeCard
{
    /// <summary>Draws it.</summary>
    public static AdaptiveCard Draw(HomeView view, CardContext context) => Card(
    [
        Top(view.Notice),
        Heading("Learning from serious incidents"),
        AtRisk(context.Words),
        Say(context.Words.Say("home.belongs", "Use this to refer a serious safeguarding incident: abuse or neglect of a child is known or suspected, and the child has died or been seriously harmed. You may come back to a form at any time; it is saved page by page.")),
        Say(context.Words.Say("home.not", "It is not for reporting a child at risk, and not for incidents without serious harm: for learning from those, speak to your designated safeguarding lead.")),
        Buttons(
            Button(context, "Refer a serious incident", Verbs.StartReferral).Main(),
            Button(context, "My referrals", Verbs.MyReferrals),
            view.HasTasks ? Button(context, $"My tasks ({view.Tasks})", Verbs.MyTasks) : null,
            view.MayFind ? Button(context, "Find a case", Verbs.Find) : null,
            view.HasTasks ? Button(context, "Absences", Verbs.Absences).BehindMore() : null,
            view.Parked > 0 ? Button(context, $"Not delivered or not done ({view.Parked})", Verbs.Parked) : null),
        view.MayAmend ? Buttons(Button(context, "Bank holidays", Verbs.BankHolidays)) : null,
        .. Drafts(view, context),
    ]);

    /// <summary>What comes first on every way in: a child at risk now goes to the front door.</summary>
    internal static Container AtRisk(PartnershipWords words) => new(
    [
        Subheading("Is a child at risk now?"),
        Say(words.Say("home.at-risk", "Call 999 if a child is in danger this minute. Otherwise tell the front door first; you can refer the incident here afterwards.")),
        Fact(words.FrontDoorName, words.FrontDoorTelephone),
        Fact("At all other times", words.FrontDoorOutOfHours),
    ]) { Style = "warning" };

    private static IEnumerable<Element> Drafts(HomeView view, CardContext context)
    {
        if (view.Drafts.IsEmpty)
        {
            yield break;
        }

        yield return Subheading("Not sent yet");
        foreach (var draft in view.Drafts.Take(3))
        {
            yield return Fact(Forms.DraftWords.Line(draft.Purpose, draft.CaseId), $"saved {Moment(draft.SavedAt)}");
            yield return Buttons(Forms.DraftWords.Continue(draft, context));
        }
    }
}

/// <summary>A practitioner of a tenant with several agencies picks theirs, once.</summary>
public static class AgencyCard
{
    /// <summary>Draws it.</summary>
    public static AdaptiveCard Draw(IEnumerable<(string Id, string Name)> agencies, Notice? notice, CardContext context) => Card(
    [
        Top(notice),
        Heading("Which agency do you work for?"),
        Say("Your organisation's sign-in serves several agencies. We ask this once, so that your referrals say the right one."),
        new InputChoiceSet(InputIds.For("agency", context.Press), "Your agency", [.. agencies.Select(agency => new InputChoice(agency.Name, agency.Id))]),
        Buttons(Button(context, "Continue", Verbs.PickAgency).Main()),
    ]);
}

/// <summary>A card that only says something, and leads home.</summary>
public static class NoticeCard
{
    /// <summary>Draws it.</summary>
    public static AdaptiveCard Draw(string title, string text, CardContext context) => Card(
    [
        Heading(title),
        .. Told(text),
        Buttons(Button(context, "Home", Verbs.Home)),
    ]);

    /// <summary>For somebody of an unlisted tenant: nothing of the partnership's, not even its name (F2).</summary>
    public static AdaptiveCard Stranger() => Card(
        Heading("Not available"),
        Say("This app is not available to your organisation. If you think it should be, ask your IT team to speak to whoever sent you here. If a child is at risk now, call 999."));
}
