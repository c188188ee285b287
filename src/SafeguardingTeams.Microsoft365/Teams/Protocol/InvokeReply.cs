using System.Text.Json;
using System.Text.Json.Serialization;

namespace SafeguardingTeams.Microsoft365.Teams.Protocol;

/// <summary>The answer to an invoke; only pairs of status and type that Teams accepts can be made.</summary>
public sealed record InvokeReply
{
    private InvokeReply(int statusCode, string type, ReadOnlyMemory<byte> value) => (StatusCode, Type, Value) = (statusCode, type, value);

    /// <summary>The real outcome; the HTTP status is always 200.</summary>
    public int StatusCode { get; }

    /// <summary>What the value is.</summary>
    public string Type { get; }

    /// <summary>A bare card object, a text or an error: JSON, which goes out as it is.</summary>
    [JsonConverter(typeof(AsItIs))]
    public ReadOnlyMemory<byte> Value { get; }

    /// <summary>A card in place of the one pressed.</summary>
    public static InvokeReply Card(ReadOnlyMemory<byte> card) => new(200, "application/vnd.microsoft.card.adaptive", card);

    /// <summary>A line beside the card pressed, which stays as it is.</summary>
    public static InvokeReply Message(string text) =>
        new(200, "application/vnd.microsoft.activity.message", JsonSerializer.SerializeToUtf8Bytes(text, TeamsJson.Default.String));

    /// <summary>Something the bot cannot read.</summary>
    public static InvokeReply BadRequest(string message) => new(400, "application/vnd.microsoft.error", Error("BadRequest", message));

    private static byte[] Error(string code, string message) =>
        JsonSerializer.SerializeToUtf8Bytes(new InvokeError(code, message), TeamsJson.Default.InvokeError);
}

/// <summary>An error inside an invoke's answer.</summary>
public sealed record InvokeError(string Code, string Message);

/// <summary>Writes what is JSON already, unread.</summary>
internal sealed class AsItIs : JsonConverter<ReadOnlyMemory<byte>>
{
    public override ReadOnlyMemory<byte> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException();

    public override void Write(Utf8JsonWriter writer, ReadOnlyMemory<byte> value, JsonSerializerOptions options) =>
        writer.WriteRawValue(value.Span, skipInputValidation: true);
}
