using System.Text.Json;
using System.Text.Json.Serialization;
using SafeguardingTeams.Domain.Forms;

namespace SafeguardingTeams.App.Storage;

/// <summary>
/// Answers as JSON: <c>{"values":{"page.question":"text"},"rows":{"group":[{"id":"1","values":{…}}]}}</c>, in ordinal order.
/// </summary>
internal sealed class AnswersConverter : JsonConverter<Answers>
{
    public override Answers Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var document = JsonDocument.ParseValue(ref reader);
        var answers = Answers.None with { Values = Answers.None.Values.AddRange(Texts(document.RootElement.GetProperty("values"))) };
        foreach (var group in document.RootElement.GetProperty("rows").EnumerateObject())
        {
            answers = group.Value.EnumerateArray().Aggregate(answers, (all, row) => all.With(group.Name, RowOf(row)));
        }

        return answers;
    }

    public override void Write(Utf8JsonWriter writer, Answers value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        Write(writer, "values", value.Values);
        writer.WriteStartObject("rows");
        foreach (var (group, rows) in value.Rows)
        {
            writer.WriteStartArray(group);
            foreach (var row in rows)
            {
                writer.WriteStartObject();
                writer.WriteString("id", row.Id);
                Write(writer, "values", row.Values);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
        }

        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    internal static AnswerRow RowOf(JsonElement row)
    {
        var empty = AnswerRow.Empty(row.GetProperty("id").GetString()!);
        return empty with { Values = empty.Values.AddRange(Texts(row.GetProperty("values"))) };
    }

    private static List<KeyValuePair<string, string>> Texts(JsonElement texts) =>
        texts.EnumerateObject().Select(text => KeyValuePair.Create(text.Name, text.Value.GetString()!)).ToList();

    private static void Write(Utf8JsonWriter writer, string name, IEnumerable<KeyValuePair<string, string>> texts)
    {
        writer.WriteStartObject(name);
        foreach (var (key, text) in texts)
        {
            writer.WriteString(key, text);
        }

        writer.WriteEndObject();
    }
}
