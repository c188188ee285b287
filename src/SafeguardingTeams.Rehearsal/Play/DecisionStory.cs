using SafeguardingTeams.Domain.Calendar;

namespace SafeguardingTeams.Rehearsal.Play;

/// <summary>From the alert to the notified decision, by the clock (A8 to A15).</summary>
public sealed partial class Story
{
    /// <summary>The leads are informed and chased; they differ, the Scrutineer mediates, they agree; the authority notifies.</summary>
    public async Task DecideAsync(string reference)
    {
        await InformAsync(reference);
        await ChasedAsync(reference);
        await RecommendAsync(reference, met: true);
        await LeadAsync("lead-authority", reference, "Agree");
        await LeadAsync("lead-police", reference, "Disagree", "The harm may not be serious.");
        await LeadAsync("lead-health", reference, "Agree");
        await MediateAsync(reference);
        foreach (var lead in new[] { "lead-authority", "lead-police", "lead-health" })
        {
            await LeadAsync(lead, reference, "Agree", summary: "After mediation");
        }

        await NotifyAsync(reference);
    }

    /// <summary>The Chair informs the leads with one button (A8).</summary>
    public async Task InformAsync(string reference)
    {
        var chair = Person("chair");
        await OpenAsync(chair, reference, "A referral that appears to meet");
        await chair.PressAsync("Inform the three leads");
        await chair.PressAsync("Inform them now");
        await ComesAsync(Person("lead-police"), $"{reference}: A referral that appears to meet");
        await DidAsync("inform", "the Chair informs the three leads with one button");
    }

    /// <summary>The clock runs past the Chair's own limit, and the right person is reminded.</summary>
    public async Task ChasedAsync(string reference)
    {
        var chair = Person("chair");
        for (
            var day = 0;
            day < 8
                && !chair.Chat.Messages.Any(message =>
                    message.Summary == $"{reference}: Due the next working day: Chair to record the recommendation"
                );
            day++
        )
        {
            await host.Moves.WorkingDayAsync();
        }

        await ComesAsync(chair, $"{reference}: Due the next working day: Chair to record the recommendation");
        await DidAsync(
            "remind",
            $"it is {London.Local(host.Clock.GetUtcNow()):dddd d MMMM}: the timers remind the Chair, at 09:00 on the working "
                + "day before the recommendation is due"
        );
    }

    /// <summary>The Chair recommends (A9).</summary>
    public async Task RecommendAsync(string reference, bool met)
    {
        var chair = Person("chair");
        await OpenAsync(chair, reference, "A referral that appears to meet");
        await chair.PressAsync("Record the recommendation");
        await chair.PressAsync(
            met ? "Criteria met" : "Criteria not met",
            new Dictionary<string, string>
            {
                ["reason"] = Prefix + (met ? "Abuse is suspected, and the harm is serious." : "The injury healed within days."),
            }
        );
        await DidAsync("recommend", $"the Chair records a recommendation that the criteria are {(met ? "met" : "not met")}, with reasons");
    }

    /// <summary>A lead decides on a card of buttons (A10).</summary>
    public async Task LeadAsync(string key, string reference, string button, string? reason = null, string summary = "Please decide")
    {
        var lead = Person(key);
        await OpenAsync(lead, reference, summary);
        await lead.PressAsync(button);
        if (reason is not null)
        {
            await lead.PressAsync(button, new Dictionary<string, string> { ["reason"] = Prefix + reason });
        }

        await DidAsync("decide", $"{lead.Member.Name}: {button.ToLowerInvariant()}s{(reason is null ? ", one tap" : ", with reasons")}");
    }

    /// <summary>The Chair asks, the Scrutineer mediates and records it (A11).</summary>
    public async Task MediateAsync(string reference)
    {
        var (chair, scrutineer) = (Person("chair"), Person("scrutineer"));
        await ComesAsync(scrutineer, $"{reference}: The leads differ");
        await OpenAsync(chair, reference, "The leads differ");
        await chair.PressAsync("Ask the Scrutineer to mediate");
        await chair.PressAsync("Ask now");
        await OpenAsync(scrutineer, reference, "Please mediate");
        await scrutineer.PressAsync("Record the mediation");
        await scrutineer.PressAsync(
            "Record it",
            new Dictionary<string, string>
            {
                ["outcome"] = Prefix + "The hospital's account of the injury was heard together.",
                ["agreed"] = Prefix + "All three leads.",
            }
        );
        await DidAsync(
            "mediate",
            "the leads differ: mediation is offered at once, asked for by the Chair, recorded by the Scrutineer; three fresh cards follow"
        );
    }

    /// <summary>The authority decides, notifies through the Panel's portal, and records it (A12, A13).</summary>
    public async Task NotifyAsync(string reference)
    {
        var (notifier, operations) = (Person("authority-notifier"), Person("operations-officer"));
        await OpenAsync(notifier, reference, "The partners are done");
        await notifier.PressAsync("Facts for the portal");
        await notifier.PressAsync("Back to the case");
        await notifier.PressAsync("Does the authority notify?");
        await notifier.PressAsync("It notifies");
        await ComesAsync(operations, $"{reference}: Notification is decided");
        await DidAsync("notify", "the authority decides to notify; operations prepare the Rapid Review on provisional dates");
        await notifier.PressAsync("Record the notification");
        var sent = London.Local(host.Clock.GetUtcNow());
        await notifier.PressAsync(
            "Record it",
            new Dictionary<string, string>
            {
                ["date"] = $"{sent:yyyy-MM-dd}",
                ["time"] = $"{sent:HH:mm}",
                ["reference"] = Prefix + "SIN-EXAMPLE-1",
            }
        );
        await ComesAsync(operations, $"{reference}: The notification is sent");
        await DidAsync("notify", "the notification is recorded with the portal's reference; the Rapid Review's timetable is pinned");
        await OpenAsync(operations, reference, "The notification is sent");
        await operations.PressAsync("Rapid Review dates");
        foreach (var date in operations.Card.Text.Split('\n').Where(line => line.Contains("(working day", StringComparison.Ordinal)))
        {
            await output.WriteLineAsync($"         date      {date}");
        }

        await ComesAsync(Person("paediatrician"), $"{reference}: There is a decision on your referral");
        await DidAsync("tell", "the referrer is told the outcome");
    }

    /// <summary>Waits for the newest message of that kind and opens it.</summary>
    public static async Task OpenAsync(Player player, string reference, string summary)
    {
        await ComesAsync(player, $"{reference}: {summary}");
        player.LookAt($"{reference}: {summary}");
        await player.PressAsync("Open");
    }

    private Player Person(string key) => new(host.Teams, host.Member(key));
}
