using System.Text.Json;
using System.Text.Json.Serialization;
using SafeguardingTeams.Domain.Actions;
using SafeguardingTeams.Domain.Meetings;

namespace SafeguardingTeams.Bot.Api.Wire;

/// <summary>A serious-incident referral that a flow sends.</summary>
internal sealed record IncidentInput
{
    [SaidAs("Request ID", "An id of your own for this request, such as the id of the form response.")]
    public required string RequestId { get; init; }

    [SaidAs("Referral", "The answers to the questions of the referral form.", SchemaFrom = "GetSeriousIncidentReferralSchema")]
    public required JsonElement Referral { get; init; }
}

/// <summary>A practice-learning referral that a flow sends.</summary>
internal sealed record LearningInput
{
    [SaidAs("Request ID", "An id of your own for this request, such as the id of the form response.")]
    public required string RequestId { get; init; }

    [SaidAs("Referral", "The answers to the questions of the referral form.", SchemaFrom = "GetPracticeLearningReferralSchema")]
    public required JsonElement Referral { get; init; }
}

/// <summary>How far an action is.</summary>
internal sealed record ProgressInput
{
    [SaidAs("State", "Whether the action is on track.")]
    public required ProgressState State { get; init; }

    [SaidAs("How Far", "How far it is, or why it is not on track and what would help.")]
    public string? Text { get; init; }

    [SaidAs("Verified", "How it was made sure that it came from the owner, where the team records it for them.", Advanced = true)]
    public string? Verified { get; init; }
}

/// <summary>A link to what shows that an action was done.</summary>
internal sealed record LinkInput
{
    [SaidAs("Link", "The address of the document, which begins with https.")]
    public required string Link { get; init; }

    [SaidAs("What It Shows", "What the document shows, without the name of anybody.")]
    public required string What { get; init; }
}

/// <summary>Whether somebody sat on a seat of the group.</summary>
internal sealed record SeatInput
{
    [SaidAs("Seat", "The seat of the group.", ChosenFrom = "ListSeats")]
    public required string Seat { get; init; }

    [SaidAs("Presence", "Whether somebody sat on it.")]
    public required Presence Presence { get; init; }
}

/// <summary>Who came to a meeting of the group.</summary>
internal sealed record AttendanceInput
{
    [SaidAs("Began", "The time the meeting began, such as 10:00.")]
    public required string Began { get; init; }

    [SaidAs("Statement Read", "Whether the confidentiality statement was read.")]
    public required bool StatementRead { get; init; }

    [SaidAs("Seats", "Every seat of the group, once.")]
    public required IReadOnlyList<SeatInput> Seats { get; init; }

    [SaidAs("Others", "Who else was there, by role and agency.", Advanced = true)]
    public string? Others { get; init; }
}

/// <summary>What is wrong with one input.</summary>
internal sealed record ProblemField
{
    [SaidAs("Field", "The input it belongs to.")]
    public required string Field { get; init; }

    [SaidAs("Code", "What is wrong, as a code that stays.")]
    public required string Code { get; init; }

    [SaidAs("Message", "What is wrong and what to do.")]
    public required string Message { get; init; }
}

/// <summary>What went wrong (RFC 9457).</summary>
internal sealed record Problem
{
    [SaidAs("Status", "The status of the answer.")]
    public required int Status { get; init; }

    [SaidAs("Code", "What is wrong, as a code that stays.")]
    public required string Code { get; init; }

    [SaidAs("Title", "What is wrong and what to do.")]
    public required string Title { get; init; }

    [SaidAs("Errors", "What is wrong with which input.")]
    public IReadOnlyList<ProblemField>? Errors { get; init; }
}

/// <summary>The API's JSON, on its own terms: strict in what it takes, and nothing that is null is written.</summary>
[JsonSerializable(typeof(RecordRows))]
[JsonSerializable(typeof(RecordDetail))]
[JsonSerializable(typeof(TaskRows))]
[JsonSerializable(typeof(Timetable))]
[JsonSerializable(typeof(EventRows))]
[JsonSerializable(typeof(ThemeRows))]
[JsonSerializable(typeof(RecordNames))]
[JsonSerializable(typeof(DocumentRows))]
[JsonSerializable(typeof(Choices))]
[JsonSerializable(typeof(Me))]
[JsonSerializable(typeof(FormQuestions))]
[JsonSerializable(typeof(IncidentInput))]
[JsonSerializable(typeof(LearningInput))]
[JsonSerializable(typeof(ProgressInput))]
[JsonSerializable(typeof(AttendanceInput))]
[JsonSerializable(typeof(LinkInput))]
[JsonSerializable(typeof(LeadsInput))]
[JsonSerializable(typeof(LeadsAnswered))]
[JsonSerializable(typeof(RecordTrigger))]
[JsonSerializable(typeof(StepTrigger))]
[JsonSerializable(typeof(TaskTrigger))]
[JsonSerializable(typeof(Subscribed))]
[JsonSerializable(typeof(Notice))]
[JsonSerializable(typeof(Problem))]
[JsonSerializable(typeof(JsonElement))]
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    NumberHandling = JsonNumberHandling.Strict,
    UseStringEnumConverter = true,
    AllowDuplicateProperties = false,
    RespectRequiredConstructorParameters = true,
    RespectNullableAnnotations = true
)]
internal sealed partial class ApiJson : JsonSerializerContext;
