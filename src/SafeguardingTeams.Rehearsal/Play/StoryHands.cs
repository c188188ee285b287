using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Rehearsal.StandIns.Graph.Outlook;

namespace SafeguardingTeams.Rehearsal.Play;

/// <summary>What several scenes need: somebody at a card, a mail that comes, an answer in Outlook.</summary>
public sealed partial class Story
{
    private DateOnly Today => London.DateOf(host.Clock.GetUtcNow());

    private IEnumerable<InboxItem> Inbox(string person) => host.Graph.Outlook.Of($"{person}@people.example").Inbox;

    /// <summary>Somebody answers the invitation to the meeting of a case.</summary>
    private void Respond(string reference, string person, string response)
    {
        var invitation = host
            .Graph.Outlook.Of($"{person}@people.example")
            .Calendar.Values.Last(one => !one.IsCancelled && one.Subject.Contains(reference, StringComparison.Ordinal));
        host.Graph.Outlook.Respond($"{person}@people.example", invitation.EventId, response);
    }

    private static bool IsAbout(InboxItem item, string reference) => item.Subject.Contains(reference, StringComparison.Ordinal);

    private async Task<InboxItem> MailAsync(string person, string subject)
    {
        await UntilAsync(
            () => Inbox(person).Any(item => item.Subject.StartsWith(subject, StringComparison.Ordinal)),
            $"\"{subject}\" to {person}"
        );
        return Inbox(person).Last(item => item.Subject.StartsWith(subject, StringComparison.Ordinal));
    }

    private static async Task UntilAsync(Func<bool> so, string what)
    {
        var began = System.Diagnostics.Stopwatch.GetTimestamp();
        while (!so())
        {
            if (System.Diagnostics.Stopwatch.GetElapsedTime(began) > Patience)
            {
                throw new InvalidOperationException($"{what} did not come within {Patience.TotalSeconds} s.");
            }

            await Task.Delay(20);
        }
    }

    /// <summary>Somebody looking at the case.</summary>
    private async Task<Player> AtAsync(string key, string reference)
    {
        var player = Person(key);
        await player.SendAsync("open-case", new Dictionary<string, string> { ["case"] = reference });
        return player;
    }

    /// <summary>What the card in front of somebody has to say.</summary>
    private static void Says(Player player, string text)
    {
        if (!player.Card.Text.Contains(text, StringComparison.Ordinal))
        {
            throw new InvalidOperationException($"{player.Member.Name} is not told \"{text}\" but:\n{player.Card.Text}");
        }
    }

    /// <summary>A representative looking at their agency's part.</summary>
    private async Task<Player> MineAsync(string key, string reference)
    {
        var player = Person(key);
        await ComesAsync(player, $"{reference}: Your agency");
        await player.SendAsync("my-agency", new Dictionary<string, string> { ["case"] = reference });
        return player;
    }

    private static Dictionary<string, string> Typed(params (string Name, string Text)[] inputs) =>
        inputs.ToDictionary(input => input.Name, input => input.Text);
}
