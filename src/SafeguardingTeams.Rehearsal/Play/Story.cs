using System.Diagnostics;
using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Rehearsal.Examples;
using SafeguardingTeams.Rehearsal.StandIns.Teams;

namespace SafeguardingTeams.Rehearsal.Play;

/// <summary>
/// The story played without anybody at the screen: refer, triage, alert, recommend, decide, mediate, notify, review, approve,
/// submit. Each step is printed with its time.
/// </summary>
public sealed partial class Story(RehearsalHost host, TextWriter output)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    /// <summary>Stands in front of every reason that is typed: for the test that none of them leaves the cards.</summary>
    public string Prefix { get; init; } = "";

    private readonly long _began = Stopwatch.GetTimestamp();
    private long _last = Stopwatch.GetTimestamp();

    /// <summary>Plays it. Returns the first case's reference.</summary>
    /// <param name="everyEnding">Whether the other ways a decision can go are played too, each with a case of its own.</param>
    public async Task<string> PlayAsync(bool everyEnding = false)
    {
        var reference = await ReferAsync();
        await DecideAsync(reference);
        await ReviewAsync(reference);
        if (everyEnding)
        {
            await output.WriteLineAsync("--- A local review, whose reviewer reads the agreed papers as a guest");
            await ReviewerAsync(reference);
            await EveryEndingAsync();
        }

        await output.WriteLineAsync($"Played in {Stopwatch.GetElapsedTime(_began).TotalSeconds:0.0} s.");
        if (host.Graph.Complaints.TryDequeue(out var refused))
        {
            throw new InvalidOperationException($"Microsoft 365 would have refused: {refused}");
        }

        return host.Teams.Complaints.TryDequeue(out var complaint)
            ? throw new InvalidOperationException($"Teams would have refused: {complaint}")
            : reference;
    }

    /// <summary>From hello to the alert.</summary>
    public async Task<string> ReferAsync()
    {
        var mash = new Player(host.Teams, host.Member("mash-officer"));
        var chair = new Player(host.Teams, host.Member("chair"));
        var operations = new Player(host.Teams, host.Member("operations-officer"));

        var reference = await SentToTheMashAsync();
        await ComesAsync(mash, $"{reference}: A referral waits");
        await DidAsync("triage", "the MASH officer is told at once, by reference only");
        mash.LookAt($"{reference}: A referral waits");
        await mash.PressAsync("Open");
        await mash.PressAsync("Read the referral");
        await mash.PressAsync("Back to the case");
        await mash.PressAsync("Joint Agency Response");
        await mash.PressAsync("Save", new Dictionary<string, string> { ["state"] = "Due" });
        await DidAsync("triage", "reads it, and records that a Joint Agency Response is due");
        await mash.PressAsync("Decide the threshold");
        await mash.PressAsync(
            "Threshold reached",
            new Dictionary<string, string> { ["reason"] = "Abuse is suspected and the child has been seriously harmed." }
        );
        await DidAsync("triage", "decides that the threshold is reached, with reasons");

        await ComesAsync(operations, $"{reference}: A referral that appears to meet the criteria");
        await ComesAsync(chair, $"{reference}: A referral that appears to meet the criteria");
        await DidAsync("alert", "operations and the Chair are alerted at once");
        chair.LookAt($"{reference}: A referral that appears");
        await chair.PressAsync("Open");
        foreach (var clock in chair.Card.Text.Split('\n').Where(line => line.Contains("Counted from", StringComparison.Ordinal)))
        {
            await output.WriteLineAsync($"         clock    {clock}");
        }

        await ComesAsync(Person("paediatrician"), $"{reference}: Your referral has gone to the Chair");
        await DidAsync("alert", "the referrer's message now says that it is with the Chair");
        return reference;
    }

    /// <summary>From hello to the referral that waits at the MASH. Returns its reference.</summary>
    public async Task<string> SentToTheMashAsync()
    {
        var referrer = new Player(host.Teams, host.Member("paediatrician"));
        await referrer.SayAsync("hello");
        await DidAsync("refer", "the paediatrician says hello in Teams and is shown what belongs here and what does not");
        await referrer.PressAsync("Begin");
        if (referrer.Card.Inputs.ContainsKey("agency"))
        {
            await referrer.PressAsync("Continue", new Dictionary<string, string> { ["agency"] = "acute-trust" });
            await DidAsync("refer", "picks the agency, once, because the NHS sign-in serves several");
        }

        await referrer.PressAsync("Refer a serious incident");
        await referrer.FillInAsync(ExampleReferral.Before(London.DateOf(host.Clock.GetUtcNow())));
        await DidAsync("refer", "fills in twelve short pages, saved page by page, and reviews them");
        await referrer.PressAsync("Send to the Greenwich MASH");
        var reference = referrer.Card.Text.Split('\n').First(line => line.StartsWith("Reference ", StringComparison.Ordinal))[10..];
        await DidAsync("refer", $"sends it: {reference}");
        return reference;
    }

    /// <summary>Waits until a message is in somebody's chat.</summary>
    public static async Task<ChatMessage> ComesAsync(Player player, string summary)
    {
        var began = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(began) < Patience)
        {
            if (
                player.Chat.Messages.LastOrDefault(message =>
                    message.FromBot && message.Summary.StartsWith(summary, StringComparison.Ordinal)
                ) is
                { } found
            )
            {
                return found;
            }

            await Task.Delay(20);
        }

        throw new InvalidOperationException(
            $"\"{summary}\" did not come to {player.Member.Name} within {Patience.TotalSeconds} s. There: "
                + $"{string.Join(" | ", player.Chat.Messages.Select(message => message.Summary))}"
        );
    }

    private async Task DidAsync(string word, string what)
    {
        await output.WriteLineAsync($"{Stopwatch.GetElapsedTime(_last).TotalMilliseconds, 6:0} ms {word, -9} {what}");
        _last = Stopwatch.GetTimestamp();
    }
}
