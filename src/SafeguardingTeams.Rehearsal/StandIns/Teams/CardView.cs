using System.Text.Json;
using SafeguardingTeams.Rehearsal.StandIns.Teams;

namespace SafeguardingTeams.Rehearsal.StandIns.Teams;

/// <summary>A card as somebody without a screen uses it: its words, its inputs by name, its buttons by what stands on them.</summary>
public sealed class CardView(JsonElement card)
{
    public JsonElement Card => card;

    /// <summary>All its words, one element a line.</summary>
    public string Text => string.Join('\n', CardRules.Elements(card).Select(Words).Where(words => words.Length > 0));

    /// <summary>What stands on its buttons.</summary>
    public IReadOnlyList<string> Buttons => [.. Actions.Select(action => CardRules.Text(action, "title"))];

    /// <summary>The names of its inputs, without what changes with each drawing, and what is in them.</summary>
    public IReadOnlyDictionary<string, string> Inputs =>
        InputElements.ToDictionary(input => Name(CardRules.Text(input, "id")), input => CardRules.Text(input, "value"));

    /// <summary>The page of the form it shows, or empty.</summary>
    public string Page =>
        Actions
            .Where(action => action.TryGetProperty("data", out _))
            .Select(action => CardRules.Text(action.GetProperty("data"), "page"))
            .FirstOrDefault(page => page.Length > 0)
        ?? "";

    /// <summary>What can be chosen in an input.</summary>
    public IReadOnlyList<string> Choices(string name) =>
        [
            .. InputElements
                .Where(input => Name(CardRules.Text(input, "id")) == name)
                .SelectMany(input => input.GetProperty("choices").EnumerateArray())
                .Select(choice => CardRules.Text(choice, "value")),
        ];

    private IEnumerable<JsonElement> Actions =>
        CardRules.Elements(card).Where(element => CardRules.Text(element, "type") == "Action.Execute");

    private IEnumerable<JsonElement> InputElements =>
        CardRules.Elements(card).Where(element => CardRules.Text(element, "type").StartsWith("Input.", StringComparison.Ordinal));

    /// <summary>What pressing a button sends: its verb, its keys, and all inputs with what is typed in place of what was there.</summary>
    /// <exception cref="InvalidOperationException">There is no such button, or no such input.</exception>
    public (string Verb, Dictionary<string, string> Data) CardInvocation(string title, IReadOnlyDictionary<string, string>? typed = null)
    {
        var found = Actions.Where(action => CardRules.Text(action, "title").StartsWith(title, StringComparison.Ordinal)).ToList();
        if (found.Count == 0 || typed?.Keys.FirstOrDefault(name => !Inputs.ContainsKey(name)) is not null)
        {
            throw new InvalidOperationException(
                $"No button \"{title}\", or no input for {string.Join(", ", typed?.Keys ?? [])}, on this "
                    + $"card:\n{Text}\nButtons: {string.Join(" | ", Buttons)}"
            );
        }

        var action = found[0];
        var data = action.TryGetProperty("data", out var keys)
            ? keys.EnumerateObject().ToDictionary(key => key.Name, key => key.Value.ToString())
            : [];
        foreach (var input in InputElements)
        {
            var id = CardRules.Text(input, "id");
            data[id] = typed?.GetValueOrDefault(Name(id)) ?? CardRules.Text(input, "value");
        }

        return (CardRules.Text(action, "verb"), data);
    }

    private static string Name(string id) => id.Split("__")[0];

    private static string Words(JsonElement element) =>
        CardRules.Text(element, "type") switch
        {
            "TextBlock" => CardRules.Text(element, "text"),
            "RichTextBlock" => string.Concat(element.GetProperty("inlines").EnumerateArray().Select(run => CardRules.Text(run, "text"))),
            "Input.Text" or "Input.Date" or "Input.Time" or "Input.ChoiceSet" =>
                $"{CardRules.Text(element, "label")} [{CardRules.Text(element, "value")}]",
            _ => "",
        };
}
