using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using AdaptiveCards;
using SafeguardingTeams.Domain.Forms;
using SafeguardingTeams.Domain.Typing;

namespace SafeguardingTeams.Presentation.Cards.Forms;

/// <summary>
/// How much of each answer a card shows. All of it, as long as the card fits into a message; else at most what may be sent, then half of
/// that, and so on: whatever was typed, read in or pasted, its card opens and can be shortened. What is not shown is kept until what
/// is shown is changed.
/// </summary>
/// <param name="Level">0 shows everything.</param>
public sealed record Shortening(int Level)
{
    /// <summary>Texts below this many characters cannot make a card too large, whatever characters they are of.</summary>
    private const int Harmless = 4000;

    private const int Levels = 12;

    /// <summary>Answers of other kinds than text, where they are no good answers.</summary>
    private const int Other = 100;

    /// <summary>The first drawing that fits.</summary>
    /// <param name="texts">What people wrote that stands on it.</param>
    internal static AdaptiveCard Draw(IEnumerable<string> texts, Func<Shortening, AdaptiveCard> draw)
    {
        var whole = new Shortening(0);
        var card = draw(whole);
        return texts.Sum(text => text.Length) < Harmless || CardJson.Fits(card)
            ? card
            : Enumerable.Range(1, Levels).Select(level => draw(new(level))).FirstOrDefault(CardJson.Fits) ?? card;
    }

    /// <summary>As much of an answer as is shown.</summary>
    internal string Shown(Question question, string text) => IsGood(question.Kind, text) ? text : Start(text, Most(question));

    /// <summary>A date, time or choice as it should be is never cut, or a tick would be lost.</summary>
    private static bool IsGood(AnswerKind kind, string text) =>
        kind switch
        {
            AnswerKind.Choice choice => choice.Options.Any(option => option.Value == text),
            AnswerKind.Several several => AnswerKind
                .Several.Values(text)
                .All(value => several.Options.Any(option => option.Value == value)),
            AnswerKind.Day => DateOnly.TryParseExact(text, "yyyy-MM-dd", out _),
            AnswerKind.When => KnownDay.Of(text) is not null,
            AnswerKind.Time => TimeOnly.TryParseExact(text, "HH:mm", out _),
            _ => false,
        };

    /// <summary>A text of at most so many characters, this drawing's share of them.</summary>
    internal int Of(int most) => Level == 0 ? most : Math.Max(1, most >> Level);

    /// <summary>The keys a button carries so that an answer that was not shown whole, and not changed, is kept whole.</summary>
    internal ImmutableList<(string Key, string Value)> Keys(IEnumerable<(string Name, Question Question, string Text)> answers) =>
        [
            .. answers
                .Where(answer => Shown(answer.Question, answer.Text).Length < answer.Text.Length)
                .Select(answer => (KeyOf(answer.Name), Mark(Shown(answer.Question, answer.Text)))),
        ];

    /// <summary>The key that says how much of an answer its card showed.</summary>
    public static string KeyOf(string name) => $"shown-{name}";

    /// <summary>Whether a card shows all of every answer on it.</summary>
    public static bool IsWhole(AdaptiveCard card) =>
        !CardJson
            .Flat(card.Body)
            .OfType<ActionSet>()
            .SelectMany(set => set.Actions)
            .OfType<ActionExecute>()
            .Any(action => action.Data.Keys.Any(key => key.StartsWith(KeyOf(""), StringComparison.Ordinal)));

    /// <summary>
    /// The answer after a press: what was typed, or all that is kept where only its start was shown and that was left as it is.
    /// </summary>
    /// <param name="kept">What the draft holds.</param>
    /// <param name="typed">What came from the card.</param>
    /// <param name="shown">The value of the card's key; empty where the answer was shown whole.</param>
    public static string Kept(string kept, string typed, string shown) => shown.Length > 0 && Mark(typed) == shown ? kept : typed;

    private int Most(Question question) => Level == 0 ? int.MaxValue : Math.Max(1, Limit(question) >> (Level - 1));

    private static int Limit(Question question) =>
        question.Kind switch
        {
            AnswerKind.Text text => text.MaxLength,
            AnswerKind.Line line => line.MaxLength,
            _ => Other,
        };

    /// <summary>Never half a character.</summary>
    private static string Start(string text, int most) =>
        text.Length <= most ? text : text[..(char.IsHighSurrogate(text[most - 1]) ? most - 1 : most)];

    /// <summary>
    /// Tells a text that was left alone from one that was changed: clients change line ends and other white space by themselves.
    /// </summary>
    private static string Mark(string text) =>
        Convert.ToHexStringLower(
            SHA256.HashData(
                Encoding.UTF8.GetBytes(string.Join(' ', Typed.Kept(text).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)))
            )
        )[..16];
}
