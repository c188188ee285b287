using System.Collections.Immutable;
using System.Text;
using System.Text.Json;

namespace SafeguardingTeams.App.Configuration;

/// <summary>A value of a JSON file with the line it stands on, comments left out.</summary>
/// <param name="Line">From 1.</param>
/// <param name="Text">A text's or a number's own; else empty.</param>
internal sealed record FileNode(JsonValueKind Kind, int Line, string Text)
{
    /// <summary>An object's fields in their order, a repeated one each time.</summary>
    internal ImmutableList<(string Name, FileNode Value)> Fields { get; private init; } = [];

    /// <summary>A list's entries.</summary>
    internal ImmutableList<FileNode> Entries { get; private init; } = [];

    /// <summary>Reads a file.</summary>
    /// <exception cref="JsonException">It is no JSON; its line counts from 0.</exception>
    internal static FileNode Read(ReadOnlySpan<byte> utf8)
    {
        var reader = new Utf8JsonReader(utf8, new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
        var ends = new List<int>();
        for (var at = 0; at < utf8.Length; at++)
        {
            if (utf8[at] == '\n')
            {
                ends.Add(at);
            }
        }

        reader.Read();
        var node = Value(ref reader, ends);
        reader.Read();
        return node;
    }

    private static FileNode Value(ref Utf8JsonReader reader, List<int> ends)
    {
        var line = ~ends.BinarySearch((int)reader.TokenStartIndex) + 1;
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                var fields = ImmutableList.CreateBuilder<(string, FileNode)>();
                while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
                {
                    var name = reader.GetString()!;
                    reader.Read();
                    fields.Add((name, Value(ref reader, ends)));
                }

                return new(JsonValueKind.Object, line, "") { Fields = fields.ToImmutable() };
            case JsonTokenType.StartArray:
                var entries = ImmutableList.CreateBuilder<FileNode>();
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                {
                    entries.Add(Value(ref reader, ends));
                }

                return new(JsonValueKind.Array, line, "") { Entries = entries.ToImmutable() };
            default:
                return new(
                    reader.TokenType switch
                    {
                        JsonTokenType.String => JsonValueKind.String,
                        JsonTokenType.Number => JsonValueKind.Number,
                        JsonTokenType.True => JsonValueKind.True,
                        JsonTokenType.False => JsonValueKind.False,
                        _ => JsonValueKind.Null,
                    },
                    line,
                    reader.TokenType == JsonTokenType.String ? reader.GetString()! : Encoding.UTF8.GetString(reader.ValueSpan)
                );
        }
    }

    /// <summary>The line of the value at a place, or of the nearest one round it.</summary>
    /// <param name="place">Such as <c>people[3].roles[0].role</c>.</param>
    /// <param name="at">The place of this value.</param>
    internal int LineOf(string place, string at = "")
    {
        var inner = Fields
            .Select(field => (Place: at.Length == 0 ? field.Name : $"{at}.{field.Name}", field.Value))
            .Concat(Entries.Select((entry, i) => ($"{at}[{i}]", entry)));
        foreach (var (where, value) in inner)
        {
            if (FileFault.IsWithin(place, where))
            {
                return value.LineOf(place, where);
            }
        }

        return Line;
    }
}

/// <summary>What is wrong with a partnership's file.</summary>
/// <param name="Place">Such as <c>people[3].roles[0].role</c>; empty for the file itself.</param>
/// <param name="Text">What is wrong and what to do, in plain words.</param>
internal sealed record FileFault(string Place, string Text)
{
    /// <summary>What else it follows from: where that is wrong itself, this says nothing new.</summary>
    internal ImmutableArray<string> About { get; init; } = [];

    /// <summary>For people.</summary>
    internal string On(int line) => $"{(Place.Length == 0 ? "The file" : Place)}, line {line}: {Text}";

    /// <summary>Whether one place is the other or inside of it.</summary>
    internal static bool IsWithin(string inner, string outer) =>
        outer.Length == 0
        || inner.StartsWith(outer, StringComparison.Ordinal) && (inner.Length == outer.Length || inner[outer.Length] is '.' or '[');
}
