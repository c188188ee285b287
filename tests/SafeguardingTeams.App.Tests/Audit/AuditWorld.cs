using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using SafeguardingTeams.App.Audit;
using SafeguardingTeams.App.Storage;
using SafeguardingTeams.Domain.Calendar;

namespace SafeguardingTeams.App.Tests.Audit;

/// <summary>A table with what was exported of it, some days long, in memory: different for each seed.</summary>
internal sealed record AuditWorld(AuditTable Table, ImmutableList<(string Name, ReadOnlyMemory<byte> Bytes)> Exports, string Noted)
{
    internal const int Days = 5;

    private const int NotExported = 1;

    private static readonly DateOnly First = new(2026, 10, 23);

    internal static AuditWorld Of(int seed)
    {
        var random = new Random(seed);
        var (events, reads) = (new List<AuditEvent>(), new List<AuditRead>());
        for (var day = 0; day < Days + NotExported; day++)
        {
            for (var i = random.Next(1, 6); i > 0; i--)
            {
                var at = At(day, random);
                events.Add(new($"GSCP-{random.Next(3)}", 0, $$"""{"at":"{{at:O}}","says":"{{random.Next()}}"}""", "", ""));
                reads.Add(Read($"GSCP-{random.Next(3)}", At(day, random), random.Next().ToString(CultureInfo.InvariantCulture)));
            }
        }

        var table = AuditTable.Of(
            events.GroupBy(one => one.Record).SelectMany(record => Chained([.. record.OrderBy(one => one.At)])),
            reads
        );
        var world = new AuditWorld(table, [], "");
        world = world with { Exports = world.Exported() };
        return world with { Noted = AuditDay.Fingerprint(world.Exports[^1].Bytes) };
    }

    internal static AuditRead Read(string record, DateTimeOffset at, string says) =>
        new(
            $"read|{record}|{at.UtcTicks:D19}|{says}",
            ImmutableSortedDictionary.CreateRange(StringComparer.Ordinal, [KeyValuePair.Create("person", says)])
        );

    /// <summary>The table as it would be exported now, from the first day on.</summary>
    internal ImmutableList<(string Name, ReadOnlyMemory<byte> Bytes)> Exported()
    {
        var all = ImmutableList.CreateBuilder<(string, ReadOnlyMemory<byte>)>();
        var (before, fingerprint) = ((AuditDay?)null, AuditDay.First);
        for (var day = First; day < First.AddDays(Days); day = day.AddDays(1))
        {
            before = AuditDay.Next("GSCP", day, before, fingerprint, Table);
            var bytes = before.Bytes();
            fingerprint = AuditDay.Fingerprint(bytes);
            all.Add((AuditDay.NameOf(day), bytes));
        }

        return all.ToImmutable();
    }

    /// <summary>An event as it would have been recorded on the first day.</summary>
    internal static string OfTheFirstDay { get; } = $$"""{"at":"{{London.EndOf(First).AddHours(-1):O}}","says":"later"}""";

    /// <summary>The instant from which on nothing is exported yet.</summary>
    internal static DateTimeOffset End { get; } = London.EndOf(First.AddDays(Days - 1));

    /// <summary>Numbers and hashes anew, as somebody would who has the table and knows how.</summary>
    internal static ImmutableList<AuditEvent> Chained(IEnumerable<AuditEvent> events)
    {
        var all = ImmutableList.CreateBuilder<AuditEvent>();
        var hash = HashChain.Start;
        foreach (var one in events)
        {
            var next = HashChain.Next(hash, one.Text);
            all.Add(one with { Number = all.Count + 1, Previous = hash, Hash = next });
            hash = next;
        }

        return all.ToImmutable();
    }

    internal AuditWorld With(string record, IEnumerable<AuditEvent> events) =>
        this with
        {
            Table = Table with
            {
                Records = events.ToImmutableList() is { IsEmpty: false } some
                    ? Table.Records.SetItem(record, some)
                    : Table.Records.Remove(record),
            },
        };

    internal AuditWorld With(IEnumerable<AuditRead> reads) =>
        this with
        {
            Table = Table with { Reads = [.. reads.OrderBy(read => read.Key, StringComparer.Ordinal)] },
        };

    internal AuditWorld With(int export, ReadOnlyMemory<byte> bytes) =>
        this with
        {
            Exports = Exports.SetItem(export, (Exports[export].Name, bytes)),
        };

    internal string[] Lines(int export) => Encoding.UTF8.GetString(Exports[export].Bytes.Span).Split('\n');

    internal AuditWorld WithLines(int export, IEnumerable<string> lines) => With(export, Encoding.UTF8.GetBytes(string.Join('\n', lines)));

    /// <summary>What is found; that the noted fingerprint is missing too.</summary>
    internal ImmutableList<AuditFinding> Verify()
    {
        var verification = new AuditVerification();
        var noted = false;
        foreach (var (name, bytes) in Exports)
        {
            verification.Take(name, bytes);
            noted |= verification.Fingerprint == Noted;
        }

        verification.Compare(Table);
        return noted ? verification.Findings : verification.Findings.Add(new("exports", "not noted"));
    }

    private static DateTimeOffset At(int day, Random random) =>
        London.Instant(First.AddDays(day), TimeOnly.MinValue.Add(TimeSpan.FromSeconds(random.Next(86_400))));
}
