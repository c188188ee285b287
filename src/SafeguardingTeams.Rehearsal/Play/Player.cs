using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Rehearsal.Examples;
using SafeguardingTeams.Rehearsal.People;
using SafeguardingTeams.Rehearsal.StandIns.Teams;

namespace SafeguardingTeams.Rehearsal.Play;

/// <summary>Somebody in a chat with the bot: sees one card at a time and presses its buttons.</summary>
public class Player(TeamsStandIn teams, CastMember member)
{
    public CastMember Member => member;

    /// <summary>The card in front of them.</summary>
    public CardView Card { get; protected set; } = new(default);

    public TeamsChat Chat => teams.ChatOf(member);

    /// <summary>Writes to the bot, and looks at what it answers, not at the news of a case that may come at the same moment.</summary>
    public async Task SayAsync(string text)
    {
        var before = Chat.Messages.Count;
        await teams.SayAsync(member, text);
        LookAt(Chat.Messages.Skip(before).Last(message => message.FromBot && RecordRef.TryParse(message.Summary.Split(':')[0]) is null));
    }

    /// <summary>Looks at the newest message about something.</summary>
    public void LookAt(string summary) =>
        LookAt(Chat.Messages.Last(message => message.FromBot && message.Summary.Contains(summary, StringComparison.Ordinal)));

    /// <summary>Presses a button; the next card takes the place of this one.</summary>
    public async Task<CardView> PressAsync(string title, IReadOnlyDictionary<string, string>? typed = null)
    {
        var (verb, data) = Card.CardInvocation(title, typed);
        return await SendAsync(verb, data);
    }

    /// <summary>Sends what a button would send.</summary>
    /// <exception cref="InvalidOperationException">Teams showed an error.</exception>
    public virtual async Task<CardView> SendAsync(string verb, IReadOnlyDictionary<string, string> data)
    {
        var answer = await teams.PressAsync(member, null, verb, data);
        return answer is { Error.Length: 0, Message.Length: 0 }
            ? Card = new(answer.Card)
            : throw new InvalidOperationException($"{member.Name} pressed {verb}: {answer.Error}{answer.Message}");
    }

    /// <summary>Goes through the referral form with the example's answers, as far as the review.</summary>
    public async Task FillInAsync(ExampleReferral example)
    {
        foreach (var page in example.Pages)
        {
            if (example.Rows.TryGetValue(page, out var rows))
            {
                await AddAsync(rows);
            }

            await PressAsync("Continue", rows is null ? Of(example.Answers[page]) : null);
        }
    }

    /// <summary>Goes through a form of the Rapid Review to its review: what is to be compared is the same, but for one detail.</summary>
    public async Task FillInAsync(ExampleForm example)
    {
        var added = new HashSet<string>(StringComparer.Ordinal);
        for (var pages = 0; Card.Buttons.Contains("Continue"); pages++)
        {
            if (pages > 60)
            {
                throw new InvalidOperationException($"The form does not go on:\n{Card.Text}");
            }

            if (example.Rows.TryGetValue(Card.Page, out var rows) && added.Add(Card.Page))
            {
                await AddAsync(rows);
            }

            var typed = Card
                .Inputs.Keys.Where(name => name.EndsWith("-answer", StringComparison.Ordinal))
                .ToDictionary(name => name, _ => "matches");
            foreach (var (question, answer) in example.Answers.GetValueOrDefault(Card.Page) ?? new Dictionary<string, string>())
            {
                if (Card.Inputs.ContainsKey(question))
                {
                    typed[question] = answer;
                }
            }

            await PressAsync("Continue", typed);
        }
    }

    private async Task AddAsync(IReadOnlyList<IReadOnlyDictionary<string, string>> rows)
    {
        foreach (var row in rows)
        {
            await PressAsync("Add a");
            while (Card.Buttons.Contains("Continue") && !Card.Buttons.Any(button => button.StartsWith("Add a", StringComparison.Ordinal)))
            {
                await PressAsync("Continue", Of(row));
            }

            await PressAsync("Save", Of(row));
        }
    }

    private Dictionary<string, string> Of(IReadOnlyDictionary<string, string> answers) =>
        answers.Where(pair => Card.Inputs.ContainsKey(pair.Key)).ToDictionary(pair => pair.Key, pair => pair.Value);

    private void LookAt(ChatMessage message) => Card = new(message.Card);
}
