using System.Buffers;
using System.Text.Json;

namespace SafeguardingTeams.Microsoft365.Teams.Protocol;

/// <summary>
/// The answer to a command chosen on a message: a dialog that only who chose it sees. There is no way here to make the other kind, which
/// puts a card into the conversation.
/// </summary>
public sealed record DialogReply
{
    private DialogReply(ReadOnlyMemory<byte> json) => Json = json;

    /// <summary>The body of the response.</summary>
    public ReadOnlyMemory<byte> Json { get; }

    /// <summary>A line.</summary>
    public static DialogReply Line(string text) => Task("message", writer => writer.WriteString("value", text));

    /// <summary>A card.</summary>
    public static DialogReply Card(string title, ReadOnlyMemory<byte> card) => Task("continue", writer =>
        {
            writer.WriteStartObject("value");
            writer.WriteString("title", title);
            writer.WriteString("height", "small");
            writer.WriteString("width", "small");
            writer.WriteStartObject("card");
            writer.WriteString("contentType", "application/vnd.microsoft.card.adaptive");
            writer.WritePropertyName("content");
            writer.WriteRawValue(card.Span, skipInputValidation: true);
            writer.WriteEndObject();
            writer.WriteEndObject();
        });

    /// <summary>A fault of ours; no detail.</summary>
    public static DialogReply Fault() => Line("Something went wrong. Try again.");

    private static DialogReply Task(string type, Action<Utf8JsonWriter> value)
    {
        var json = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(json))
        {
            writer.WriteStartObject();
            writer.WriteStartObject("task");
            writer.WriteString("type", type);
            value(writer);
            writer.WriteEndObject();
            writer.WriteEndObject();
        }

        return new(json.WrittenMemory);
    }
}
