using System.Collections.Immutable;
using SafeguardingTeams.Domain.Forms;
using SafeguardingTeams.Domain.Typing;
using SafeguardingTeams.Presentation.Documents.Word;
using SafeguardingTeams.Presentation.Wording;

namespace SafeguardingTeams.Presentation.Documents.Forms;

/// <summary>The control, or for several choices the controls, of one question.</summary>
internal static class FieldControls
{
    /// <param name="tag">Its place.</param>
    /// <param name="text">The answer so far.</param>
    /// <param name="place">Which page or row it stands in, for those who hear it.</param>
    internal static ImmutableArray<Inline> Of(Question question, FormTag tag, string text, string place) =>
        question.Kind switch
        {
            AnswerKind.Line or AnswerKind.Time => Field(question, tag, place, new ControlKind.Line(), text),
            AnswerKind.When => Field(
                question,
                tag,
                place,
                new ControlKind.Line(),
                KnownDay.Of(text) is { } known ? Written.When(known) : text
            ),
            AnswerKind.Text => Field(question, tag, place, new ControlKind.Lines(), text),
            AnswerKind.Day => Date(text) is { } day
                ? Field(question, tag, place, new ControlKind.Day(day), Written.ShortDay(day))
                : Field(question, tag, place, new ControlKind.Day(null), text),
            AnswerKind.Choice choice => Field(
                question,
                tag,
                place,
                new ControlKind.Choice(choice.Options),
                choice.Options.FirstOrDefault(option => option.Value == text)?.Label ?? text
            ),
            AnswerKind.Several several =>
            [
                .. several.Options.SelectMany(
                    (option, i) => Tick(option, AnswerKind.Several.Values(text).Contains(option.Value), tag, i == 0)
                ),
            ],
            _ => throw new InvalidOperationException("An unknown kind of question."),
        };

    private static ImmutableArray<Inline> Field(Question question, FormTag tag, string place, ControlKind kind, string text) =>
        [new Inline.Field(new(tag.Written, $"{question.Label}, {place}", kind, text))];

    private static IEnumerable<Inline> Tick(Option option, bool ticked, FormTag tag, bool first) =>
        [
            .. first ? Enumerable.Empty<Inline>() : [new Inline.Words("\n")],
            new Inline.Field(new((tag with { Option = option.Value }).Written, option.Label, new ControlKind.Tick(ticked), "")),
            new Inline.Words($" {option.Label}"),
        ];

    internal static DateOnly? Date(string text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", out var day) ? day : null;
}
