using System.Text.Json.Nodes;
using SafeguardingTeams.Domain.Forms;

namespace SafeguardingTeams.Bot.Tests.Connector;

/// <content>What operations are sent.</content>
public partial class OperationTests
{
    private static JsonObject Progress(string action, string etag) =>
        new()
        {
            ["record"] = action,
            ["If-Match"] = etag,
            ["body"] = new JsonObject
            {
                ["state"] = "OnTrack",
                ["text"] = "Going well.",
                ["verified"] = "By telephone.",
            },
        };

    private static JsonObject Body(string requestId, JsonObject referral) =>
        new()
        {
            ["body"] = new JsonObject { ["requestId"] = requestId, ["referral"] = referral.DeepClone() },
        };

    /// <summary>A form answered by its own definition: every question, as a flow would send it.</summary>
    /// <param name="text">The text of a question, by how long it may be; a few words where it is not told.</param>
    /// <param name="full">Whether every list is full.</param>
    internal static JsonObject Answered(Form form, Func<int, string>? text = null, bool full = false)
    {
        JsonObject Questions(IEnumerable<Question> questions) =>
            new(questions.Select(question => KeyValuePair.Create(question.Id, Answer(question.Kind, text))));
        return new(
            form.Pages.Select(page =>
                KeyValuePair.Create(
                    page.Id,
                    (JsonNode?)(
                        page is Page.Repeating repeating
                            ? new JsonArray([
                                .. Enumerable.Range(0, full ? repeating.Maximum : 1).Select(_ => Questions(repeating.Questions)),
                            ])
                            : Questions(((Page.Single)page).Questions)
                    )
                )
            )
        );
    }

    private static JsonNode? Answer(AnswerKind kind, Func<int, string>? text) =>
        kind switch
        {
            AnswerKind.Line { Format: LineFormat.Email } => "rep-acute-trust@acute-trust.example",
            AnswerKind.Line { Format: LineFormat.Telephone } => "020 7946 0000",
            AnswerKind.Line line => text?.Invoke(line.MaxLength) ?? "Child A",
            AnswerKind.Text long_ => text?.Invoke(long_.MaxLength) ?? "What happened, in a few words.",
            AnswerKind.Day or AnswerKind.When => "2026-10-05",
            AnswerKind.Time => "14:30",
            AnswerKind.Choice choice => choice.Options[0].Value,
            AnswerKind.Several several => new JsonArray(several.Options[0].Value),
            _ => throw new InvalidOperationException("An unknown kind."),
        };
}
