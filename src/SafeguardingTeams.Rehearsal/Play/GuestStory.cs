using System.Text.RegularExpressions;
using SafeguardingTeams.Rehearsal.StandIns.Graph.Outlook;

namespace SafeguardingTeams.Rehearsal.Play;

/// <summary>An action whose owner is entered by hand: invited, they sign in as a guest of the council and do it themselves (C5).</summary>
public sealed partial class Story
{
    /// <summary>Agreed with somebody of no file, who comes in by the link of the mail and reports it as done: its reference.</summary>
    /// <param name="key">Who, of the cast; their address is entered.</param>
    public async Task<string> GuestAsync(string key = "clinic-lead")
    {
        var (reference, link) = await EnteredByHandAsync(key);
        using var owner = await WebPlayer.SignInAsync(host, key, link);
        await DidAsync("guest", "they sign in by its link with their own account, as a guest of the council");
        await owner.SendAsync("open-case", Typed(("case", reference)));
        await owner.PressAsync("Say how far it is");
        await owner.PressAsync("Say it", Typed(("state", "OnTrack"), ("text", $"{Prefix}Half of the staff are trained.")));
        await DoneAsync(owner, reference, $"{Prefix}The list of who was trained.");
        await ComesAsync(Person("chair"), $"{reference}: An action is reported done");
        await DidAsync("guest", "they say how far it is, and that it is done; the Chair is told");
        return reference;
    }

    /// <summary>Operations agree an action with somebody entered by hand; the mail that comes. Returns its reference and link.</summary>
    public async Task<(string Reference, string Link)> EnteredByHandAsync(string key)
    {
        var source = await LearningAsync();
        var operations = await AtAsync("operations-officer", source);
        await operations.PressAsync("Agree an action");
        await operations.PressAsync(
            "Agree the action",
            Typed(
                ("change", $"{Prefix}No baby is seen without the growth chart."),
                ("what", $"{Prefix}Train the staff of the clinic."),
                ("owner", "none"),
                ("ownerrole", "Safeguarding lead"),
                ("ownername", "The clinic's lead"),
                ("owneremail", host.Member(key).Email),
                ("agency", "general-practice"),
                ("due", Iso(Today.AddDays(60))),
                ("how", $"{Prefix}An audit of twenty visits.")
            )
        );
        var reference = operations.Card.CardInvocation("Timeline").Data["case"];
        await DidAsync("guest", $"operations agree an action with somebody they enter by hand: {reference}");
        var mail = await MailAsync(key, $"{reference}: something is there for you");
        await DidAsync("guest", "the council's directory invites them, and one mail says what they can do");
        return (reference, ToThePage(mail));
    }

    [GeneratedRegex("<a href=\"(?<link>[^\"]+)\">")]
    private static partial Regex Link();

    /// <summary>The link of a mail that leads to the page; where a guest accepts the invitation to the tenant stands before it.</summary>
    private string ToThePage(InboxItem mail) =>
        Link()
            .Matches(mail.Html)
            .Select(match => match.Groups["link"].Value)
            .First(link => link.StartsWith(host.WebPage.ToString(), StringComparison.Ordinal));
}
