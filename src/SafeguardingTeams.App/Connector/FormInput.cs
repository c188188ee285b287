using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using SafeguardingTeams.Domain.Forms;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.App.Connector;

/// <summary>
/// Answers as a flow sends them, by <see cref="FormSchema"/>. What the form does not ask is refused and not dropped, so that nothing that
/// was meant to be told is lost in silence; whether the answers are good is asked of the form, as of every other way it comes.
/// </summary>
public static class FormInput
{
    private const string Unknown = "unknown-question";
    private const string Wrong = "wrong-type";

    /// <summary>Reads them.</summary>
    /// <returns>The answers, and what could not be read.</returns>
    public static (Answers Answers, ImmutableList<Refusal> Refusals) Read(Form form, JsonElement sent)
    {
        if (sent.ValueKind != JsonValueKind.Object)
        {
            return (Answers.None, [new(Wrong, "Send the form as an object with a property for each page.", "form")]);
        }

        var (answers, refusals) = (Answers.None, ImmutableList.CreateBuilder<Refusal>());
        foreach (var page in sent.EnumerateObject())
        {
            answers = form.Page(page.Name) switch
            {
                Page.Single single when page.Value.ValueKind == JsonValueKind.Object => OfSingle(answers, single, page.Value, refusals),
                Page.Repeating repeating when page.Value.ValueKind == JsonValueKind.Array => OfRows(
                    answers,
                    repeating,
                    page.Value,
                    refusals
                ),
                null => Refuse(answers, refusals, new(Unknown, "The form has no such page.", "form")),
                _ when page.Value.ValueKind == JsonValueKind.Null => answers,
                var known => Refuse(
                    answers,
                    refusals,
                    new(Wrong, known is Page.Repeating ? "Send this page as a list." : "Send this page as an object.", known.Id)
                ),
            };
        }

        return (answers, refusals.ToImmutable());
    }

    private static Answers OfSingle(Answers answers, Page.Single page, JsonElement sent, ImmutableList<Refusal>.Builder refusals) =>
        Texts(page.Id, page.Questions, sent, refusals).Aggregate(answers, (so, answer) => so.With(page.Id, answer.Question, answer.Text));

    private static Answers OfRows(Answers answers, Page.Repeating page, JsonElement sent, ImmutableList<Refusal>.Builder refusals)
    {
        var number = 0;
        foreach (var row in sent.EnumerateArray())
        {
            number++;
            if (row.ValueKind != JsonValueKind.Object)
            {
                refusals.Add(new(Wrong, "Send each of the list as an object.", page.Id));
                continue;
            }

            var id = number.ToString(CultureInfo.InvariantCulture);
            answers = answers.With(
                page.Id,
                Texts($"{page.Id}/{id}", page.Questions, row, refusals)
                    .Aggregate(AnswerRow.Empty(id), (so, answer) => so.With(answer.Question, answer.Text))
            );
        }

        return answers;
    }

    private static List<(string Question, string Text)> Texts(
        string place,
        IEnumerable<Question> questions,
        JsonElement sent,
        ImmutableList<Refusal>.Builder refusals
    )
    {
        var texts = new List<(string, string)>();
        foreach (var answer in sent.EnumerateObject())
        {
            if (questions.FirstOrDefault(one => one.Id == answer.Name) is not { } question)
            {
                refusals.Add(new(Unknown, "The form has no such question on this page.", place));
            }
            else if (Text(question.Kind, answer.Value) is { } text)
            {
                texts.Add((question.Id, text));
            }
            else
            {
                refusals.Add(
                    new(Wrong, question.Kind is AnswerKind.Several ? "Send a list of texts." : "Send a text.", $"{place}/{question.Id}")
                );
            }
        }

        return texts;
    }

    /// <summary>The answer as the form keeps it; null where it is of another type than the form asks for.</summary>
    private static string? Text(AnswerKind kind, JsonElement sent) =>
        (kind, sent.ValueKind) switch
        {
            (_, JsonValueKind.Null) => "",
            (AnswerKind.Several several, JsonValueKind.Array) => sent.EnumerateArray().All(one => one.ValueKind == JsonValueKind.String)
                ? several.Ordered(string.Join(',', sent.EnumerateArray().Select(one => one.GetString())))
                : null,
            (AnswerKind.Several, _) => null,
            (_, JsonValueKind.String) => sent.GetString(),
            _ => null,
        };

    private static Answers Refuse(Answers answers, ImmutableList<Refusal>.Builder refusals, Refusal refusal)
    {
        refusals.Add(refusal);
        return answers;
    }
}
