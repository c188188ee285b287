using Azure.Data.Tables;
using SafeguardingTeams.App.Storage;
using SafeguardingTeams.Microsoft365.Tables;
using SafeguardingTeams.Testing;
using SafeguardingTeams.Tests;

[assembly: AssemblyFixture(typeof(SafeguardingTeams.Microsoft365.Tests.Tables.Emulator))]

namespace SafeguardingTeams.Microsoft365.Tests.Tables;

public sealed class Emulator : OneEmulator
{
    internal async Task<IRows> OpenAsync(string storage)
    {
        if (storage == TableRowsTests.Memory)
        {
            return new MemoryRows();
        }

        var table = new TableClient((await AzuriteAsync()).ConnectionString, NewName("rows"));
        await table.CreateIfNotExistsAsync();
        return new TableRows(table, "GSCP");
    }
}

/// <summary>
/// What the real service refuses and the emulator lets pass is refused by us, before anything is sent. The rows in memory that tests use
/// where they begin hundreds of times are held to the same.
/// </summary>
[Trait(Needs.Name, Needs.Emulator)]
public class TableRowsTests(Emulator emulator)
{
    internal const string Memory = "memory";
    private const string Table = "table";

    private static Dictionary<string, string> Fields(string text = "x") => new() { ["text"] = text };

    [Theory]
    [InlineData(Table)]
    [InlineData(Memory)]
    public async Task A_transaction_is_done_wholly_or_not_at_all(string storage)
    {
        var rows = await emulator.OpenAsync(storage);
        await rows.CommitAsync([new RowWrite.Insert("a", Fields())], CancellationToken.None);
        Assert.Equal(
            new CommitResult.Conflict("a"),
            await rows.CommitAsync([new RowWrite.Insert("b", Fields()), new RowWrite.Insert("a", Fields())], CancellationToken.None)
        );
        Assert.Null(await rows.FindAsync("b", CancellationToken.None));
    }

    [Theory]
    [InlineData(Table)]
    [InlineData(Memory)]
    public async Task A_row_that_changed_meanwhile_is_a_conflict_and_one_that_is_gone_is_missing(string storage)
    {
        var rows = await emulator.OpenAsync(storage);
        await rows.CommitAsync([new RowWrite.Insert("a", Fields("1"))], CancellationToken.None);
        var old = (await rows.FindAsync("a", CancellationToken.None))!;
        await rows.CommitAsync([new RowWrite.Replace("a", Fields("2"), old.ETag)], CancellationToken.None);
        Assert.Equal(
            new CommitResult.Conflict("a"),
            await rows.CommitAsync([new RowWrite.Replace("a", Fields("3"), old.ETag)], CancellationToken.None)
        );
        Assert.Equal(new CommitResult.Conflict("a"), await rows.CommitAsync([new RowWrite.Delete("a", old.ETag)], CancellationToken.None));
        Assert.Equal(new CommitResult.Missing("b"), await rows.CommitAsync([new RowWrite.Delete("b")], CancellationToken.None));
        Assert.Equal(
            new CommitResult.Conflict("b"),
            await rows.CommitAsync([new RowWrite.Replace("b", Fields(), old.ETag)], CancellationToken.None)
        );
        Assert.Equal("2", (await rows.FindAsync("a", CancellationToken.None))!["text"]);
    }

    [Theory]
    [InlineData(Table, 29_999)]
    [InlineData(Table, 30_000)]
    [InlineData(Table, 30_001)]
    [InlineData(Table, 120_000)]
    [InlineData(Memory, 120_000)]
    public async Task A_long_text_is_split_and_comes_back_whole_with_its_emoji(string storage, int length)
    {
        var rows = await emulator.OpenAsync(storage);
        var text = string.Concat(new string('x', length - 1), "🧒", new string('ü', 50));
        await rows.CommitAsync(
            [new RowWrite.Insert("a", new Dictionary<string, string> { ["text"] = text, ["empty"] = "" })],
            CancellationToken.None
        );
        var row = (await rows.FindAsync("a", CancellationToken.None))!;
        Assert.Equal((text, ""), (row["text"], row["empty"]));
        Assert.Equal(["empty", "text"], row.Fields.Keys.Where(name => name != "Timestamp").Order());
    }

    [Theory]
    [InlineData(Table)]
    [InlineData(Memory)]
    public async Task A_range_is_read_in_key_order_over_many_pages(string storage)
    {
        var rows = await emulator.OpenAsync(storage);
        for (var batch = 0; batch < 12; batch++)
        {
            await rows.CommitAsync(
                [.. Enumerable.Range(batch * 100, 100).Select(i => new RowWrite.Insert($"n|{i:D5}", Fields()))],
                CancellationToken.None
            );
        }

        Assert.Equal(
            Enumerable.Range(0, 1200).Select(i => $"n|{i:D5}"),
            (await rows.ReadAsync("n|", CancellationToken.None)).Select(row => row.Key)
        );
        Assert.Equal(10, (await rows.ReadRangeAsync("n|00010", "n|00020", CancellationToken.None)).Count);
    }

    [Theory]
    [InlineData(Table)]
    [InlineData(Memory)]
    public async Task Limits_are_guarded_before_anything_is_sent(string storage)
    {
        var rows = await emulator.OpenAsync(storage);
        await Refused([.. Enumerable.Range(0, 101).Select(i => new RowWrite.Insert($"n{i}", Fields()))]);
        await Refused([]);
        await Refused([new RowWrite.Insert("a", Fields()), new RowWrite.Put("a", Fields())]);
        await Refused([new RowWrite.Insert("a/b", Fields())]);
        await Refused([new RowWrite.Insert("a#b", Fields())]);
        await Refused([new RowWrite.Insert(new string('k', 501), Fields())]);
        await Refused([new RowWrite.Insert("a", Fields(new string('x', 500_001)))]);
        await Refused([.. Enumerable.Range(0, 10).Select(i => new RowWrite.Insert($"n{i}", Fields(new string('x', 200_000))))]);
        Assert.Empty(await rows.ReadRangeAsync("!", "~", CancellationToken.None));

        async Task Refused(IReadOnlyList<RowWrite> writes) =>
            await Assert.ThrowsAsync<ArgumentException>(() => rows.CommitAsync(writes, CancellationToken.None));
    }

    [Fact]
    public async Task In_memory_any_transactions_end_as_they_do_on_the_emulator()
    {
        var (real, memory) = (await emulator.OpenAsync(Table), await emulator.OpenAsync(Memory));
        var random = new Random(7);
        var seen = new List<(Row? Real, Row? Memory)> { (null, null) };
        for (var i = 0; i < 150; i++)
        {
            var choices = Enumerable
                .Range(0, 5)
                .OrderBy(_ => random.Next())
                .Take(random.Next(1, 4))
                .Select(key => (Key: $"k{key}", Random: random.Next(5)));
            var (onReal, inMemory) = (new List<RowWrite>(), new List<RowWrite>());
            foreach (var (key, kind) in choices.ToList())
            {
                // The state that was read, which may be an older one by now, or another row's.
                var (there, here) = seen[random.Next(seen.Count)];
                onReal.Add(Write(key, kind, i, there?.ETag ?? "W/\"0\""));
                inMemory.Add(Write(key, kind, i, here?.ETag ?? "W/\"0\""));
            }

            Assert.Equal(
                await real.CommitAsync(onReal, CancellationToken.None),
                await memory.CommitAsync(inMemory, CancellationToken.None)
            );
            var at = $"k{random.Next(5)}";
            seen.Add((await real.FindAsync(at, CancellationToken.None), await memory.FindAsync(at, CancellationToken.None)));
            Assert.Equal(seen[^1].Real?["text"], seen[^1].Memory?["text"]);
        }

        static RowWrite Write(string key, int kind, int i, string etag) =>
            kind switch
            {
                0 => new RowWrite.Insert(key, Fields($"{i}")),
                1 => new RowWrite.Replace(key, Fields($"{i}"), etag),
                2 => new RowWrite.Put(key, Fields($"{i}")),
                3 => new RowWrite.Delete(key),
                _ => new RowWrite.Delete(key, etag),
            };
    }
}
