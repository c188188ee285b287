using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace SafeguardingTeams.App.Flows;

/// <summary>
/// What is posted to a flow: ids and codes, no name and no text anybody has typed, since the history of a flow's runs keeps it and whoever
/// owns the flow reads it (F2).
/// </summary>
/// <param name="Id">The same at each try: who receives it twice can tell.</param>
/// <param name="Event">What happened: the name of a <see cref="FlowTrigger"/>.</param>
/// <param name="Kind">The kind of record.</param>
/// <param name="Record">Its reference.</param>
/// <param name="Step">The step it was at then.</param>
/// <param name="Task">The task.</param>
/// <param name="WaitsFor">The role it waits, or waited, for.</param>
/// <param name="Agency">The agency it is about, by its id in the partnership's file.</param>
/// <param name="Due">By when.</param>
/// <param name="Document">The number of the kept document in the record.</param>
/// <param name="DocumentKind">What the document is.</param>
/// <param name="At">When it happened.</param>
/// <param name="Link">Where the record is opened, by whoever may.</param>
public sealed record FlowNotice(
    string Id,
    string Event,
    string Kind,
    string Record,
    string Step,
    string? Task,
    string? WaitsFor,
    string? Agency,
    DateOnly? Due,
    int? Document,
    string? DocumentKind,
    DateTimeOffset At,
    string Link
);

/// <summary>What is posted to a flow that waited for the answers to one question.</summary>
/// <param name="Id">The same at each try.</param>
/// <param name="Record">The reference of the record it was about.</param>
/// <param name="Question">Which question.</param>
/// <param name="Answers">Who answered what, without their words.</param>
/// <param name="Complete">Whether everybody asked has answered.</param>
public sealed record FlowAnswer(string Id, string Record, string Question, ImmutableList<FlowVote> Answers, bool Complete);

/// <summary>What the holder of a role answered.</summary>
public sealed record FlowVote(string Role, string Answer, DateTimeOffset At);

/// <summary>How what is posted is written down.</summary>
public static class FlowJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    /// <summary>What happened, as it is posted.</summary>
    public static string Write(FlowNotice notice) => JsonSerializer.Serialize(notice, Options);

    /// <summary>What was answered, as it is posted.</summary>
    public static string Write(FlowAnswer answer) => JsonSerializer.Serialize(answer, Options);
}
