using System.Text.Json;

namespace SafeguardingTeams.Rehearsal.StandIns.Graph.Rules;

/// <summary>What a body may look like. Whatever is not said is not allowed.</summary>
internal abstract record Shape
{
    internal static Shape Text { get; } = new TextShape(_ => true, "a text");

    internal static Shape Flag { get; } = new KindShape([JsonValueKind.True, JsonValueKind.False], "true or false");

    internal static Shape Number { get; } = new KindShape([JsonValueKind.Number], "a number");

    internal static Shape OneOf(params string[] values) => new TextShape(values.Contains, $"one of {string.Join(", ", values)}");

    internal static Shape TextThat(string what, Func<string, bool> isRight) => new TextShape(isRight, what);

    internal static Shape ListOf(Shape item) => new ListShape(item);

    internal static Shape Fields(params Field[] fields) => new FieldsShape(fields);

    /// <summary>What is wrong with a value; null where nothing is.</summary>
    /// <param name="at">Where it stands.</param>
    internal abstract string? Fault(JsonElement value, string at);

    private sealed record KindShape(JsonValueKind[] Kinds, string What) : Shape
    {
        internal override string? Fault(JsonElement value, string at) => Kinds.Contains(value.ValueKind) ? null : $"{at} is not {What}.";
    }

    private sealed record TextShape(Func<string, bool> IsRight, string What) : Shape
    {
        internal override string? Fault(JsonElement value, string at) =>
            value.ValueKind == JsonValueKind.String && IsRight(value.GetString()!) ? null : $"{at} is not {What}.";
    }

    private sealed record ListShape(Shape Item) : Shape
    {
        internal override string? Fault(JsonElement value, string at) =>
            value.ValueKind != JsonValueKind.Array
                ? $"{at} is not a list."
                : value.EnumerateArray().Select((item, i) => Item.Fault(item, $"{at}[{i}]")).FirstOrDefault(fault => fault is not null);
    }

    private sealed record FieldsShape(Field[] Allowed) : Shape
    {
        internal override string? Fault(JsonElement value, string at)
        {
            if (value.ValueKind != JsonValueKind.Object)
            {
                return $"{at} is not an object.";
            }

            var sent = value.EnumerateObject().ToList();
            foreach (var property in sent.Where(property => !Allowed.Any(field => field.Is(property.Name))))
            {
                if (
                    property.Name != "@odata.type"
                    || property.Value.ValueKind != JsonValueKind.String
                    || !property.Value.GetString()!.StartsWith("#microsoft.graph.", StringComparison.Ordinal)
                )
                {
                    return $"{at} has no property {property.Name}.";
                }
            }

            return Allowed
                .Where(field => field.IsRequired && !sent.Any(property => field.Is(property.Name)))
                .Select(field => $"{at} lacks {field.Name}.")
                .FirstOrDefault()
                ?? sent.Select(property =>
                        Allowed.FirstOrDefault(field => field.Is(property.Name))?.Shape.Fault(property.Value, $"{at}.{property.Name}")
                    )
                    .FirstOrDefault(fault => fault is not null);
        }
    }
}

/// <summary>A property. Those of an action may be written with a capital.</summary>
internal sealed record Field(string Name, Shape Shape, bool IsRequired = false, bool IsOfAction = false)
{
    internal bool Is(string name) => Name.Equals(name, IsOfAction ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal);
}
