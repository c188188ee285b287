using System.Collections.Immutable;
using System.Globalization;

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

    /// <summary>A line for each: codes, with tabs between them.</summary>
    internal static string Write(IEnumerable<Announcement> all) =>
        string.Join(
            '\n',
            all.Select(one =>
                string.Join(
                    '\t',
                    one.Trigger,
                    one.Step,
                    one.Task,
                    one.Holder,
                    one.WaitsFor,
                    one.Agency,
                    one.Due?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                    one.Document?.ToString(CultureInfo.InvariantCulture),
                    one.DocumentKind
                )
            )
        );

    internal static ImmutableList<Announcement> Read(string text) =>
        [
            .. text.Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Select(line => line.Split('\t'))
                .Select(part => new Announcement(Enum.Parse<FlowTrigger>(part[0]), part[1])
                {
                    Task = part[2],
                    Holder = part[3],
                    WaitsFor = part[4],
                    Agency = part[5],
                    Due = part[6].Length == 0 ? null : DateOnly.ParseExact(part[6], "yyyy-MM-dd", CultureInfo.InvariantCulture),
                    Document = part[7].Length == 0 ? null : int.Parse(part[7], CultureInfo.InvariantCulture),
                    DocumentKind = part[8],
                }),
        ];
}
