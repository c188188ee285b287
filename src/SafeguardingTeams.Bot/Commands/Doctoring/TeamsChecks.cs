using System.Net;
using System.Runtime.CompilerServices;
using SafeguardingTeams.App.Directory;
using SafeguardingTeams.App.Dispatch;
using SafeguardingTeams.App.Time;

namespace SafeguardingTeams.Bot.Commands.Doctoring;

/// <summary>The bot's door as it is seen from outside, and who has the app.</summary>
internal static class TeamsChecks
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    internal static async IAsyncEnumerable<Finding> RunAsync(Patient patient, [EnumeratorCancellation] CancellationToken stop)
    {
        yield return await DoorAsync(new(patient.Get<IConfiguration>()["WebPage:Address"]!), stop);
        yield return Finding.Unchecked(
            "Whether the bot's resource names this address as messaging endpoint, has the Teams channel, and the app is in the catalogue.",
            "See Azure Bot, Configuration and Channels, and the Teams admin centre, Manage apps and Set-up policies."
        );
        if (!patient.HasStorage)
        {
            yield return Finding.Unchecked("Who has the app.", "Put storage right first.");
            yield break;
        }

        var withChat = await patient.Get<Chats>().ReachableAsync(stop);
        await patient.Get<CurrentRules>().RefreshAsync(always: false, stop);
        var today = patient.Get<LondonClock>().Today;
        var without = patient
            .Get<IPeople>()
            .Roster.People.Where(person => person.On(today).Any() && !withChat.Contains(person.Id))
            .Select(person => person.Id)
            .ToList();
        yield return without.Count == 0
            ? Finding.Ok("Everybody with a role has the app.")
            : Finding.Unchecked(
                $"These have a role and no chat with the bot: {string.Join(", ", without)}.",
                "They are told by mail and use the page; whoever should have the app needs it installed by the set-up policy."
            );
    }

    private static async Task<Finding> DoorAsync(Uri page, CancellationToken stop)
    {
        using var http = new HttpClient { Timeout = Patience };
        var door = new Uri(page, "/api/messages");
        try
        {
            using var body = new StringContent("{\"type\":\"message\"}", null, "application/json");
            using var answer = await http.PostAsync(door, body, stop);
            return answer.StatusCode == HttpStatusCode.Unauthorized
                ? Finding.Ok($"The bot answers at {door}, and lets nobody in without a token.")
                : Finding.Wrong(
                    $"At {door} something answers {(int)answer.StatusCode} to a message without a token, where the bot answers 401.",
                    "Check WebPage:Address, and what stands in front of the bot."
                );
        }
        catch (Exception e) when (e is HttpRequestException or OperationCanceledException && !stop.IsCancellationRequested)
        {
            return Finding.Wrong(
                $"Nothing answers at {door}.",
                "Check that the bot runs, WebPage:Address, its certificate and its name in DNS."
            );
        }
    }
}
