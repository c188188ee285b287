using AdaptiveCards;
using SafeguardingTeams.Domain.Forms;
using static SafeguardingTeams.Presentation.Cards.Parts;

namespace SafeguardingTeams.Presentation.Cards;

/// <summary>A practitioner of a tenant with several agencies picks theirs, once.</summary>
public static class AgencyCard
{
    public static AdaptiveCard Draw(IEnumerable<(string Id, string Name)> agencies, Notice? notice, CardContext context) =>
        Card([
            Top(notice),
            Heading("Which agency do you work for?"),
            Say("Your organisation's sign-in serves several agencies. We ask this once, so that your referrals say the right one."),
            new InputChoiceSet(
                InputIds.For("agency", context.CardInvocation),
                "Your agency",
                [.. agencies.Select(agency => new InputChoice(agency.Name, agency.Id))]
            ),
            Buttons(Button(context, "Continue", Verbs.PickAgency).Main()),
        ]);
}

/// <summary>A card that only says something, and leads home.</summary>
public static class NoticeCard
{
    public static AdaptiveCard Draw(string title, string text, CardContext context) =>
        Card([Heading(title), .. Told(text), Buttons(Button(context, "Home", Verbs.Home))]);

    /// <summary>For somebody of an unlisted tenant: nothing of the partnership's, not even its name (F2).</summary>
    public static AdaptiveCard Stranger() =>
        Card(
            Heading("Not available"),
            Say(
                "This app is not available to your organisation. If you think it should be, ask your IT team to speak to "
                    + "whoever sent you here. If a child is at risk now, call 999."
            )
        );
}
