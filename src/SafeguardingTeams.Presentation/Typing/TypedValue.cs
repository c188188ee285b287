using System.Globalization;
using SafeguardingTeams.Domain.Forms;
using SafeguardingTeams.Domain.Typing;

namespace SafeguardingTeams.Presentation.Typing;

/// <summary>What somebody typed as an answer, as the form stores it: the same for a card and for Word.</summary>
/// <param name="Text">As it is stored; as it was typed where it could not be understood.</param>
/// <param name="Understood">Whether it is what its question asks for.</param>
public readonly record struct TypedValue(string Text, bool Understood)
{
    /// <summary>Whether a year of two figures was read as one of the past hundred.</summary>
    public bool ShortYear { get; init; }

    /// <param name="typed">As it came.</param>
    /// <param name="today">The London day.</param>
    public static TypedValue Read(AnswerKind kind, string typed, DateOnly today)
    {
        var text = Typed.Kept(typed).Trim();
        return text.Length == 0
            ? new("", true)
            : kind switch
            {
                AnswerKind.Day day => TypedDay.Read(text, today, day.MayBeInFuture) is { } read
                    ? new(Iso(read.Day), true) { ShortYear = read.ShortYear }
                    : new(text, false),
                AnswerKind.When => TypedWhen.Read(text, today) is { } known
                    ? new(known.When.Stored, true) { ShortYear = known.ShortYear }
                    : new(text, false),
                AnswerKind.Time => TypedTime.Read(text) is { } time
                    ? new(time.ToString("HH:mm", CultureInfo.InvariantCulture), true)
                    : new(text, false),
                AnswerKind.Choice choice => Chosen(choice, text) is { } value ? new(value, true) : new(text, false),
                AnswerKind.Several several => new(several.Ordered(text), true),
                AnswerKind.Line { Format: LineFormat.Email } => new(MailAddress.Clean(text), true),
                AnswerKind.Line { Format: LineFormat.Telephone } => new(TelephoneNumbers.Clean(text), true),
                _ => new(text, true),
            };
    }

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string? Chosen(AnswerKind.Choice choice, string text) =>
        choice.Options.FirstOrDefault(option => Same(option.Label, text))?.Value
        ?? choice.Options.FirstOrDefault(option => Same(option.Value, text))?.Value;

    private static bool Same(string one, string other) =>
        string.Equals(Typed.Plain(one).TrimEnd('.'), Typed.Plain(other).TrimEnd('.', ' '), StringComparison.OrdinalIgnoreCase);
}
