using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Drafts;
using SafeguardingTeams.Domain.Group.Retaining;
using SafeguardingTeams.Domain.Meetings;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Reviews;

namespace SafeguardingTeams.App.Storage;

/// <summary>
/// How events and drafts are written down. An event's name and version stand beside it for good; a changed shape is a
/// new version, and the old one is read into the new (golden files in the tests keep each).
/// </summary>
internal static class StoredJson
{
    private static readonly ImmutableDictionary<string, Type> ByName = Named(
        typeof(RecordEvent).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(RecordEvent)) && !type.IsAbstract)
    );

    /// <summary>Every stored name, for the tests that keep one golden file for each.</summary>
    internal static IEnumerable<string> Names => ByName.Keys;

    /// <summary>At the start: that every event has a name of its own to be stored under.</summary>
    /// <exception cref="TypeInitializationException">One has none.</exception>
    internal static void Check() => RuntimeHelpers.RunClassConstructor(typeof(StoredJson).TypeHandle);

    /// <summary>Events by the name each of them states.</summary>
    /// <exception cref="InvalidOperationException">One states no name and version, or two state the same.</exception>
    internal static ImmutableDictionary<string, Type> Named(IEnumerable<Type> events)
    {
        var named = ImmutableDictionary.CreateBuilder<string, Type>(StringComparer.Ordinal);
        foreach (var type in events)
        {
            var name = ((RecordEvent)RuntimeHelpers.GetUninitializedObject(type)).StoredName;
            if (name?.Split(".v") is not [{ Length: > 0 }, { Length: > 0 }] || !named.TryAdd(name, type))
            {
                throw new InvalidOperationException($"{type.Name} is to be stored as \"{name}\": no name, or another event's.");
            }
        }

        return named.ToImmutable();
    }

    internal static JsonSerializerOptions Options { get; } =
        new()
        {
            PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
            UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
            IgnoreReadOnlyProperties = true,
            Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { DraftsOfBefore, AddedLater, Unsaid } },
            Converters = { new CaseIdConverter(), new RecordRefConverter(), new AnswersConverter(), new JsonStringEnumConverter() },
        };

    internal static string Write(RecordedEvent recorded) =>
        JsonSerializer.Serialize(
            new EventRecord(
                recorded.Event.StoredName,
                recorded.Sequence,
                recorded.At,
                recorded.By,
                recorded.CommandId,
                JsonSerializer.SerializeToElement(recorded.Event, recorded.Event.GetType(), Options)
            ),
            Options
        );

    /// <exception cref="JsonException">The text is no event of a known name.</exception>
    internal static RecordedEvent Read(RecordRef record, string text)
    {
        var written = JsonSerializer.Deserialize<EventRecord>(text, Options) ?? throw new JsonException("An empty event.");
        var type = ByName.GetValueOrDefault(written.Name) ?? throw new JsonException($"No event is named {written.Name}.");
        return new(
            record,
            written.Sequence,
            written.At,
            written.By,
            written.CommandId,
            (RecordEvent)written.Data.Deserialize(type, Options)!
        );
    }

    internal static string Write(Seat seat) => JsonSerializer.Serialize(seat, Options);

    internal static Seat ReadSeat(string text) => JsonSerializer.Deserialize<Seat>(text, Options)!;

    internal static string Write(RosterPerson person) => JsonSerializer.Serialize(person, Options);

    internal static RosterPerson ReadPerson(string text) => JsonSerializer.Deserialize<RosterPerson>(text, Options)!;

    internal static string Write(Retained retained) => JsonSerializer.Serialize(retained, Options);

    internal static Retained ReadRetained(string text) => JsonSerializer.Deserialize<Retained>(text, Options)!;

    internal static string Write(Draft draft) => JsonSerializer.Serialize(draft, Options);

    /// <summary>A draft as it was written; what an older one does not say is empty.</summary>
    internal static Draft ReadDraft(string text) => Whole(JsonSerializer.Deserialize<Draft>(text, Options)!);

    private static Draft Whole(Draft draft) =>
        draft with
        {
            About = draft.About ?? "",
            How = draft.How ?? "",
            BegunBy = draft.BegunBy ?? "",
        };

    /// <summary>The record of a draft is written under the name it had when only cases had drafts.</summary>
    private static void DraftsOfBefore(JsonTypeInfo type)
    {
        if (type.Type == typeof(Draft) && type.Properties.FirstOrDefault(property => property.Name == "record") is { } record)
        {
            record.Name = "caseId";
        }
    }

    /// <summary>
    /// What was added to an event after it was first stored, as a property beside its own, is left out where there is nothing in it: the
    /// event is then written as it was before.
    /// </summary>
    private static void AddedLater(JsonTypeInfo type)
    {
        if (type.Type.IsSubclassOf(typeof(RecordEvent)))
        {
            foreach (
                var property in type.Properties.Where(property =>
                    property is { AssociatedParameter: null, Set: not null, IsSetNullable: true }
                )
            )
            {
                property.ShouldSerialize = (_, value) => value is not null;
            }
        }
    }

    /// <summary>
    /// What was added to an event later and is not said is not written: an event that says none of it is stored as it always was.
    /// </summary>
    private static void Unsaid(JsonTypeInfo type)
    {
        foreach (var property in type.Properties.Where(property => NotWrittenEmpty.Contains((type.Type, property.Name))))
        {
            property.ShouldSerialize = (_, value) => value is not (null or "" or false);
        }
    }

    private static readonly ImmutableHashSet<(Type, string)> NotWrittenEmpty =
    [
        (typeof(NamedPerson), "email"),
        (typeof(MeetingPlan), "until"),
        (typeof(MeetingPlan), "isOnline"),
    ];

    private sealed class RecordRefConverter : JsonConverter<RecordRef>
    {
        public override RecordRef Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            RecordRef.TryParse(reader.GetString()) ?? throw new JsonException("It names no record.");

        public override void Write(Utf8JsonWriter writer, RecordRef value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.ToString());
    }

    private sealed class CaseIdConverter : JsonConverter<CaseId>
    {
        public override CaseId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            CaseId.Parse(reader.GetString()!);

        public override void Write(Utf8JsonWriter writer, CaseId value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.Value);
    }
}

/// <summary>An event as stored.</summary>
internal sealed record EventRecord(string Name, int Sequence, DateTimeOffset At, RecordedActor By, string CommandId, JsonElement Data);
