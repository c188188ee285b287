using System.Text.Json.Nodes;

namespace SafeguardingTeams.Rehearsal.StandIns.PowerAutomate;

/// <summary>
/// A Microsoft Form of a school becomes a referral for practice learning, in the name of its safeguarding lead. The id of the response is
/// the id of the request: a run that is tried again refers once. The inputs of the step that refers are secured.
/// </summary>
public sealed class FormFlow(FlowMaker maker) : Flow(maker)
{
    private readonly Connection _lead = maker.As("school-lead");
    private int _responses;

    /// <inheritdoc/>
    public override string Key => "form";

    /// <inheritdoc/>
    public override string Title => "A Microsoft Form becomes a practice learning referral";

    /// <inheritdoc/>
    public override string Purpose =>
        "Staff of the school fill in a short form. Its answers are sent in the name of the school’s safeguarding lead. The history of "
        + "the run keeps nothing that was written: the inputs of the step are secured.";

    /// <summary>Somebody sends the form.</summary>
    /// <param name="happened">What happened, as they wrote it.</param>
    /// <param name="learn">What can be learned.</param>
    public Task SendAsync(string happened, string learn) =>
        RunAsync(async steps =>
        {
            var response = $"response-{Interlocked.Increment(ref _responses)}";
            steps.Other("When a new response is submitted", null, new JsonObject { ["responseId"] = response });
            steps.Other("Get response details", new JsonObject { ["responseId"] = response }, null, secured: true);
            var schema = await _lead.SchemaAsync("SubmitPracticeLearningReferral", "referral");
            var sent = await steps.CallAsync(
                _lead,
                "Submit a practice learning referral",
                "SubmitPracticeLearningReferral",
                new JsonObject
                {
                    ["body"] = new JsonObject { ["requestId"] = response, ["referral"] = Referral(schema, happened, learn) },
                },
                secured: true
            );
            steps.Other("Send the reference to whoever filled it in", new JsonObject { ["reference"] = sent["record"]!.DeepClone() });
        });

    /// <summary>What the form asks, and what is the same each time, put wherever the connector's own schema asks for it.</summary>
    private static JsonObject Referral(JsonObject schema, string happened, string learn)
    {
        var known = new Dictionary<string, Func<JsonNode>>
        {
            ["name"] = () => "Safeguarding lead, school",
            ["title"] = () => "Designated safeguarding lead",
            ["agency"] = () => "School",
            ["address"] = () => "1 School Road, London",
            ["telephone"] = () => "020 7946 0500",
            ["email"] = () => "school-lead@school.example",
            ["kinds"] = () => new JsonArray("near-miss"),
            ["concerns"] = () => "none",
            ["learn"] = () => learn,
            ["circumstances"] = () => happened,
            ["reasons"] = () => learn,
        };
        return new(
            schema["properties"]!
                .AsObject()
                .Where(page => page.Value!["properties"] is JsonObject)
                .Select(page =>
                    KeyValuePair.Create(
                        page.Key,
                        (JsonNode?)
                            new JsonObject(
                                page.Value!["properties"]!
                                    .AsObject()
                                    .Where(question => known.ContainsKey(question.Key))
                                    .Select(question => KeyValuePair.Create(question.Key, (JsonNode?)known[question.Key]()))
                            )
                    )
                )
        );
    }
}
