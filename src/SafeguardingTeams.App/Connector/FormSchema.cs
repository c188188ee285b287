using System.Text.Json.Nodes;
using SafeguardingTeams.Domain.Forms;

namespace SafeguardingTeams.App.Connector;

/// <summary>
/// A form as a JSON schema, so that a flow is shown its questions with their words: an object with a property for each page, and in it
/// one for each question; a page that repeats is a list. All answers are texts, as the form keeps them; a question with several answers
/// is a list of texts.
/// </summary>
public static class FormSchema
{
    /// <summary>The schema of a form.</summary>
    public static JsonObject Of(Form form) =>
        new()
        {
            ["type"] = "object",
            ["title"] = form.Title,
            ["required"] = Names(form.Pages.Where(page => IsRequired(page)).Select(page => page.Id)),
            ["properties"] = new JsonObject(form.Pages.Select(page => KeyValuePair.Create(page.Id, (JsonNode?)OfPage(page)))),
        };

    private static bool IsRequired(Page page) =>
        page.AskedWhen is null
        && page switch
        {
            Page.Single single => single.Questions.Any(question => question.Needed == Needed.Required),
            Page.Repeating repeating => repeating.Minimum > 0,
            _ => false,
        };

    private static JsonObject OfPage(Page page) =>
        page switch
        {
            Page.Single single => Described(OfQuestions(single.Questions), page),
            Page.Repeating repeating => Described(
                new JsonObject { ["type"] = "array", ["items"] = OfQuestions(repeating.Questions) },
                page
            ),
            _ => throw new InvalidOperationException("A form that is filled in by a flow has no rows to compare."),
        };

    private static JsonObject Described(JsonObject schema, Page page)
    {
        schema["title"] = page.Title;
        if (page.Intro.Length > 0)
        {
            schema["description"] = page.Intro;
        }

        return schema;
    }

    private static JsonObject OfQuestions(IEnumerable<Question> questions) =>
        new()
        {
            ["type"] = "object",
            ["required"] = Names(questions.Where(question => question.Needed == Needed.Required).Select(question => question.Id)),
            ["properties"] = new JsonObject(
                questions.Select(question => KeyValuePair.Create(question.Id, (JsonNode?)OfQuestion(question)))
            ),
        };

    private static JsonObject OfQuestion(Question question)
    {
        var schema = OfKind(question.Kind);
        schema["title"] = question.Label;
        if (question.Help.Length > 0)
        {
            schema["description"] = question.Help;
        }

        if (question.Needed == Needed.Optional)
        {
            schema["x-ms-visibility"] = "advanced";
        }

        return schema;
    }

    private static JsonObject OfKind(AnswerKind kind) =>
        kind switch
        {
            AnswerKind.Line { Format: LineFormat.Email } line => Text(line.MaxLength, "email"),
            AnswerKind.Line line => Text(line.MaxLength),
            AnswerKind.Text text => Text(text.MaxLength),
            AnswerKind.Day => new() { ["type"] = "string", ["format"] = "date" },
            AnswerKind.When => new() { ["type"] = "string", ["pattern"] = "^~?[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$" },
            AnswerKind.Time => new() { ["type"] = "string", ["pattern"] = "^([01][0-9]|2[0-3]):[0-5][0-9]$" },
            AnswerKind.Choice choice => OneOf(choice.Options),
            AnswerKind.Several several => new() { ["type"] = "array", ["items"] = OneOf(several.Options) },
            _ => throw new InvalidOperationException("An unknown kind of answer."),
        };

    private static JsonObject Text(int longest, string? format = null)
    {
        var schema = new JsonObject { ["type"] = "string", ["maxLength"] = longest };
        if (format is not null)
        {
            schema["format"] = format;
        }

        return schema;
    }

    private static JsonObject OneOf(IEnumerable<Option> options) =>
        new()
        {
            ["type"] = "string",
            ["enum"] = Names(options.Select(option => option.Value)),
            ["x-ms-enum-values"] = new JsonArray([
                .. options.Select(option => new JsonObject { ["displayName"] = option.Label, ["value"] = option.Value }),
            ]),
        };

    private static JsonArray Names(IEnumerable<string> names) => new([.. names.Select(name => JsonValue.Create(name))]);
}
