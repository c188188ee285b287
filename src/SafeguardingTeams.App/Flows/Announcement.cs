using System.Collections.Immutable;
using System.Text.Json;
using SafeguardingTeams.App.Storage;

namespace SafeguardingTeams.App.Flows;

/// <summary>Something that happened to a record, in codes, before it is known who is told.</summary>
/// <param name="Step">The stage after it.</param>
internal sealed record Announcement(FlowTrigger Trigger, string Step)
{
    /// <summary>The kind of task; empty where it is about none.</summary>
    public string Task { get; init; } = "";

    /// <summary>For whom it waits, as its row says: a role, a role of one agency, or a person. Never posted.</summary>
    public string Holder { get; init; } = "";

    /// <summary>The role it waits for; empty where none is known.</summary>
    public string WaitsFor { get; init; } = "";

    /// <summary>The agency it is about; posted only where the partnership's file has it.</summary>
    public string Agency { get; init; } = "";

    public DateOnly? Due { get; init; }

    /// <summary>The number of the event that recorded a document.</summary>
    public int? Document { get; init; }

    public string DocumentKind { get; init; } = "";

    internal static string Write(ImmutableList<Announcement> all) =>
        JsonSerializer.Serialize(all, FlowJson.Default.ImmutableListAnnouncement);

    internal static ImmutableList<Announcement> Read(string text) =>
        text.Length == 0 ? [] : JsonSerializer.Deserialize(text, FlowJson.Default.ImmutableListAnnouncement)!;
}
