using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using System.Text.RegularExpressions;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.App.Configuration;

/// <summary>
/// Holds a file against the types it is read into and finds everything that does not fit at once, in the words of whoever writes it. Makes
/// the file whole meanwhile, so that its sense can be looked at too: what does not fit is replaced by something that does.
/// </summary>
internal sealed partial class FileForm(JsonSerializerOptions options)
{
    private readonly ImmutableList<FileFault>.Builder _faults = ImmutableList.CreateBuilder<FileFault>();

    /// <summary>What does not fit.</summary>
    internal ImmutableList<FileFault> Faults => _faults.ToImmutable();

    /// <summary>The file as it fits.</summary>
    internal JsonNode? Whole(FileNode node, Type type, string place = "")
    {
        var real = Nullable.GetUnderlyingType(type) ?? type;
        if (node.Kind == JsonValueKind.Null && (real != type || IsLeftOut(place)))
        {
            return null;
        }

        var info = options.GetTypeInfo(real);
        return info.Kind switch
        {
            JsonTypeInfoKind.Object => Fits(node, JsonValueKind.Object, real, place) ? Object(node, info, place) : Instead(real),
            JsonTypeInfoKind.Enumerable => Fits(node, JsonValueKind.Array, real, place)
                ? new JsonArray([.. node.Entries.Select((entry, i) => Whole(entry, info.ElementType!, $"{place}[{i}]"))])
                : Instead(real),
            JsonTypeInfoKind.Dictionary => Fits(node, JsonValueKind.Object, real, place)
                ? new JsonObject(
                    Once(node, place)
                        .Select(field => KeyValuePair.Create(field.Name, Whole(field.Value, info.ElementType!, Inside(place, field.Name))))
                )
                : Instead(real),
            _ => Single(node, real, place),
        };
    }

    /// <summary>What may be left out may be null as well.</summary>
    private static bool IsLeftOut(string place) => place is "groupQuorum" or "detailBasis";

    private static string Inside(string place, string name) => place.Length == 0 ? name : $"{place}.{name}";

    private JsonObject Object(FileNode node, JsonTypeInfo info, string place)
    {
        var whole = new JsonObject();
        foreach (var (name, value) in Once(node, place))
        {
            if (info.Properties.FirstOrDefault(property => property.Name == name && IsRead(property)) is { } property)
            {
                whole[name] = Whole(value, property.PropertyType, Inside(place, name));
            }
            else
            {
                Wrong(Inside(place, name), $"there is no such field. {Near(name, info.Properties.Where(IsRead).Select(one => one.Name))}");
            }
        }

        foreach (var missing in info.Properties.Where(one => IsNeeded(one) && !whole.ContainsKey(one.Name)))
        {
            Wrong(Inside(place, missing.Name), $"the field \"{missing.Name}\" is missing. Add it: {Wanted(missing.PropertyType)}.");
            whole[missing.Name] = Instead(missing.PropertyType);
        }

        // A text that may be left out is empty then, not null.
        foreach (var text in info.Properties.Where(one => one.PropertyType == typeof(string) && !whole.ContainsKey(one.Name)))
        {
            whole[text.Name] = "";
        }

        return whole;
    }

    /// <summary>The fields of an object, the last of those that stand twice.</summary>
    private IEnumerable<(string Name, FileNode Value)> Once(FileNode node, string place)
    {
        foreach (var group in node.Fields.GroupBy(field => field.Name, StringComparer.Ordinal))
        {
            if (group.Count() > 1)
            {
                Wrong(
                    Inside(place, group.Key),
                    $"stands {group.Count()} times, on the lines {string.Join(" and ", group.Select(field => field.Value.Line))}. Keep one."
                );
            }

            yield return group.Last();
        }
    }

    /// <summary>Whether the file may have it: not what is only reckoned from it.</summary>
    private static bool IsRead(JsonPropertyInfo property) => property.AssociatedParameter is not null || property.Set is not null;

    internal static bool IsNeeded(JsonPropertyInfo property) =>
        property.AssociatedParameter is { HasDefaultValue: false, IsMemberInitializer: false };

    private bool Fits(FileNode node, JsonValueKind kind, Type type, string place)
    {
        if (node.Kind == kind)
        {
            return true;
        }

        Wrong(place, $"expected is {Wanted(type)}, not {Found(node)}.");
        return false;
    }

    private JsonNode? Single(FileNode node, Type type, string place)
    {
        var value = Read(node, type);
        if (value is null)
        {
            Wrong(place, Said(node, type));
        }
        else if (type == typeof(string) && node.Text.Trim() is { Length: > 0 } trimmed && trimmed != node.Text)
        {
            Wrong(place, $"\"{node.Text}\" begins or ends with a blank. Take it away: with it nothing matches.");
        }

        return value ?? Instead(type);
    }

    private static JsonNode? Read(FileNode node, Type type) =>
        (node.Kind, type) switch
        {
            (JsonValueKind.String, _) when type == typeof(string) => node.Text,
            (JsonValueKind.String, { IsEnum: true }) => Enum.GetNames(type).Contains(node.Text) ? node.Text : null,
            (JsonValueKind.String, _) when type == typeof(DateOnly) => DateOnly.TryParseExact(node.Text, "yyyy-MM-dd", out _)
                ? node.Text
                : null,
            (JsonValueKind.String, _) when type == typeof(TimeOnly) => TimeOnly.TryParseExact(node.Text, "HH:mm", out _) ? node.Text : null,
            (JsonValueKind.Number, _) when type == typeof(int) => int.TryParse(
                node.Text,
                NumberStyles.AllowLeadingSign,
                CultureInfo.InvariantCulture,
                out var number
            )
                ? number
                : null,
            (JsonValueKind.True or JsonValueKind.False, _) when type == typeof(bool) => node.Kind == JsonValueKind.True,
            _ => null,
        };

    private static string Said(FileNode node, Type type) =>
        node.Kind != JsonValueKind.String || type == typeof(int) || type == typeof(bool) ? $"expected is {Wanted(type)}, not {Found(node)}."
        : type.IsEnum ? $"there is no \"{node.Text}\" here. {Near(node.Text, Choices(type))}"
        : type == typeof(DateOnly) && Day().Match(node.Text) is { Success: true } day
            ? $"\"{node.Text}\" is no date here. Write "
                + $"{day.Groups[3].Value}-{int.Parse(day.Groups[2].Value, CultureInfo.InvariantCulture):00}"
                + $"-{int.Parse(day.Groups[1].Value, CultureInfo.InvariantCulture):00}: year, month, day."
        : $"\"{node.Text}\" is not what is expected: {Wanted(type)}.";

    private static IEnumerable<string> Choices(Type type) =>
        type == typeof(Role) ? RosterRules.Given.Select(role => role.ToString()) : Enum.GetNames(type);

    /// <summary>The choices, and the one that is nearly what was written.</summary>
    private static string Near(string name, IEnumerable<string> choices)
    {
        var all = choices.ToList();
        var (near, apart) = all.Select(one => (one, Apart(one.ToUpperInvariant(), name.ToUpperInvariant()))).MinBy(pair => pair.Item2);
        return $"{(apart > near.Length / 2 ? "" : $"Is \"{near}\" meant? ")}Use one of {string.Join(", ", all)}.";
    }

    /// <summary>How many letters have to be changed, added or taken away.</summary>
    private static int Apart(string a, string b)
    {
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var before = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                (row[j], before) = (Math.Min(Math.Min(row[j], row[j - 1]) + 1, before + (a[i - 1] == b[j - 1] ? 0 : 1)), row[j]);
            }
        }

        return row[^1];
    }

    private static string Wanted(Type type)
    {
        var real = Nullable.GetUnderlyingType(type) ?? type;
        return real == typeof(string) ? "a text in quotation marks"
            : real == typeof(int) ? "a whole number, without quotation marks"
            : real == typeof(bool) ? "true or false, without quotation marks"
            : real == typeof(DateOnly) ? $"a date such as \"2026-12-01\"{(real == type ? "" : ", or null")}"
            : real == typeof(TimeOnly) ? "a time of day such as \"09:00\""
            : real.IsEnum ? $"one of {string.Join(", ", Choices(real))}, in quotation marks"
            : typeof(System.Collections.IDictionary).IsAssignableFrom(real) ? "fields in braces, such as { }"
            : typeof(System.Collections.IEnumerable).IsAssignableFrom(real) ? "a list in square brackets, such as [ ]"
            : "fields in braces, such as { }";
    }

    private static string Found(FileNode node) =>
        node.Kind switch
        {
            JsonValueKind.Object => "fields in braces",
            JsonValueKind.Array => "a list",
            JsonValueKind.String => $"the text \"{node.Text}\"",
            JsonValueKind.Null => "null",
            _ => node.Text,
        };

    private JsonNode? Instead(Type type)
    {
        if (Nullable.GetUnderlyingType(type) is not null)
        {
            return null;
        }

        var info = options.GetTypeInfo(type);
        return info.Kind switch
        {
            JsonTypeInfoKind.Object => new JsonObject(
                info.Properties.Where(IsNeeded).Select(one => KeyValuePair.Create(one.Name, Instead(one.PropertyType)))
            ),
            JsonTypeInfoKind.Enumerable => new JsonArray(),
            JsonTypeInfoKind.Dictionary => new JsonObject(),
            _ => type == typeof(int) ? 1
            : type == typeof(bool) ? false
            : type == typeof(DateOnly) ? "2000-01-01"
            : type == typeof(TimeOnly) ? "09:00"
            : type.IsEnum ? Enum.GetNames(type)[0]
            : "",
        };
    }

    private void Wrong(string place, string text) => _faults.Add(new(place, text));

    [GeneratedRegex(@"^(\d{1,2})[./ -](\d{1,2})[./ -](\d{4})$")]
    private static partial Regex Day();
}
