using CsCheck;
using SafeguardingTeams.App.Audit;
using SafeguardingTeams.App.Storage;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.App.Tests.Audit;

/// <summary>Whatever somebody does to the table, the exports or both is found (F1).</summary>
public class AuditVerificationTests
{
    private static readonly Dictionary<string, Func<AuditWorld, Random, AuditWorld>> Deeds = new()
    {
        ["a reading changed"] = (world, random) =>
        {
            var read = Pick(Exported(world), random);
            return world.With(world.Table.Reads.Replace(read, read with { Fields = read.Fields.SetItem("person", "nobody") }));
        },
        ["a field of a reading taken away"] = (world, random) =>
        {
            var read = Pick(Exported(world), random);
            return world.With(world.Table.Reads.Replace(read, read with { Fields = read.Fields.Clear() }));
        },
        ["a reading deleted"] = (world, random) => world.With(world.Table.Reads.Remove(Pick(Exported(world), random))),
        ["every reading deleted"] = (world, _) => world.With([]),
        ["a reading put in afterwards"] = (world, random) =>
            world.With(world.Table.Reads.Add(AuditWorld.Read("GSCP-1", Pick(Exported(world), random).At.AddTicks(1), "later"))),
        ["a reading moved to another time"] = (world, random) =>
        {
            var read = Pick(Exported(world), random);
            return world.With(world.Table.Reads.Replace(read, AuditWorld.Read("GSCP-1", read.At.AddTicks(1), read.Fields["person"])));
        },
        ["an event changed"] = (world, random) => Chain(world, random, (all, at) => all.SetItem(at, all[at] with { Text = "{}" })),
        ["an event changed, and its own hash"] = (world, random) =>
            Chain(world, random, (all, at) =>
                all.SetItem(at, AuditWorld.Chained([all[at] with { Text = "{}" }])[0] with { Number = at + 1 })
            ),
        ["an event changed, and every hash computed anew"] = (world, random) =>
            Chain(world, random, (all, at) => AuditWorld.Chained(all.SetItem(at, all[at] with { Text = all[at].Text + " " }))),
        ["an event deleted"] = (world, random) => Chain(world, random, (all, at) => all.RemoveAt(at)),
        ["an event deleted, and numbers and hashes made anew"] = (world, random) =>
            Chain(world, random, (all, at) => AuditWorld.Chained(all.RemoveAt(at))),
        ["the end of a record deleted"] = (world, random) => Chain(world, random, (all, at) => all.RemoveRange(at, all.Count - at)),
        ["a record deleted"] = (world, random) => Chain(world, random, (all, _) => all.Clear()),
        ["two events in the other order, and hashes made anew"] = (world, random) =>
            Chain(world, random, (all, at) =>
                AuditWorld.Chained([.. all.RemoveAt(at).Insert(0, all[at] with { Text = all[at].Text + " " })])
            ),
        ["an event put in, and hashes made anew"] = (world, random) =>
            Chain(world, random, (all, at) => AuditWorld.Chained(all.Insert(at, all[at] with { Text = all[at].Text + " " }))),
        ["an event of a day that is over put in at the end"] = (world, random) =>
            Chain(world, random, (all, _) => AuditWorld.Chained(all.Add(all[0] with { Text = AuditWorld.OfTheFirstDay }))),
        ["an export taken away"] = (world, random) => world with { Exports = world.Exports.RemoveAt(random.Next(1, AuditWorld.Days)) },
        ["two exports exchanged"] = (world, random) =>
        {
            var at = random.Next(1, AuditWorld.Days);
            return world.With(at, world.Exports[at - 1].Bytes).With(at - 1, world.Exports[at].Bytes);
        },
        ["a byte of an export changed"] = (world, random) =>
        {
            var at = random.Next(AuditWorld.Days);
            var bytes = world.Exports[at].Bytes.ToArray();
            bytes[random.Next(bytes.Length)] ^= 1;
            return world.With(at, bytes);
        },
        ["a line of an export taken away"] = (world, random) =>
        {
            var at = random.Next(AuditWorld.Days);
            var lines = world.Lines(at).ToList();
            lines.RemoveAt(random.Next(1, lines.Count - 1));
            return world.WithLines(at, lines);
        },
        ["two lines of an export exchanged"] = (world, random) =>
        {
            var at = random.Next(AuditWorld.Days);
            var lines = world.Lines(at);
            var one = random.Next(1, lines.Length - 2);
            (lines[one], lines[one + 1]) = (lines[one + 1], lines[one]);
            return world.WithLines(at, lines);
        },
        ["an export cut off"] = (world, random) =>
        {
            var at = random.Next(AuditWorld.Days);
            return world.With(at, world.Exports[at].Bytes[..random.Next(world.Exports[at].Bytes.Length)]);
        },
        ["a reading deleted in the table and in its export"] = (world, random) =>
        {
            var read = Pick(Exported(world), random);
            var changed = world.With(world.Table.Reads.Remove(read));
            var anew = changed.Exported();
            var at = anew.FindIndex(one => !one.Bytes.Span.SequenceEqual(world.Exports.Find(old => old.Name == one.Name).Bytes.Span));
            return changed.With(at, anew[at].Bytes);
        },
        ["a reading deleted, and every export written anew"] = (world, random) =>
        {
            var changed = world.With(world.Table.Reads.Remove(Pick(Exported(world), random)));
            return changed with { Exports = changed.Exported() };
        },
    };

    /// <summary>Everything somebody may do, by name.</summary>
    public static TheoryData<string> All => [.. Deeds.Keys];

    [Theory]
    [MemberData(nameof(All))]
    public void Whatever_is_done_is_found(string deed) =>
        Gen.Int[0, 1_000_000]
            .Sample(
                seed =>
                {
                    var world = AuditWorld.Of(seed);
                    return world.Verify().IsEmpty && !Deeds[deed](world, new(seed)).Verify().IsEmpty;
                },
                iter: 60
            );

    [Fact]
    public void Where_the_oldest_exports_have_run_out_the_rest_is_still_verified() =>
        Gen.Select(Gen.Int[0, 1_000_000], Gen.Int[1, AuditWorld.Days - 1])
            .Sample(
                (seed, gone) =>
                {
                    var world = AuditWorld.Of(seed);
                    var rest = world with { Exports = world.Exports.RemoveRange(0, gone) };
                    var last = rest.Table.Reads.FindLast(read => read.At < AuditWorld.End)!;
                    return rest.Verify().IsEmpty
                        && (
                            !rest.Exports.Exists(one => AuditDay.Read(one.Bytes).Reads.Exists(read => read.Key == last.Key))
                            || !rest.With(rest.Table.Reads.Remove(last)).Verify().IsEmpty
                        );
                },
                iter: 100
            );

    [Fact]
    public void Records_of_every_kind_are_audited() =>
        Assert.All(Enum.GetValues<RecordKind>(), kind =>
            Assert.Contains(Keys.AllRecords, prefix =>
                Keys.Record(new(kind, CaseStory.Id.Value)).StartsWith(prefix, StringComparison.Ordinal)
            )
        );

    [Fact]
    public void A_day_is_written_and_read_as_it_is() =>
        Gen.Int[0, 1_000_000]
            .Sample(
                seed => AuditWorld.Of(seed).Exports.TrueForAll(one => AuditDay.Read(one.Bytes).Bytes().Span.SequenceEqual(one.Bytes.Span)),
                iter: 50
            );

    private static List<AuditRead> Exported(AuditWorld world) => [.. world.Table.Reads.Where(read => read.At < AuditWorld.End)];

    private static AuditWorld Chain(
        AuditWorld world,
        Random random,
        Func<System.Collections.Immutable.ImmutableList<AuditEvent>, int, IEnumerable<AuditEvent>> change
    )
    {
        var (record, events) = Pick([.. world.Table.Records.Where(one => one.Value[0].At < AuditWorld.End)], random);
        return world.With(record, change(events, random.Next(events.FindLastIndex(one => one.At < AuditWorld.End) + 1)));
    }

    private static T Pick<T>(IReadOnlyList<T> from, Random random) => from[random.Next(from.Count)];
}
