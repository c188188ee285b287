using System.Net;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Tokens;
using SafeguardingTeams.Microsoft365.Teams.Inbound;
using SafeguardingTeams.Microsoft365.Teams.Protocol;
using SafeguardingTeams.Rehearsal.StandIns;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.Microsoft365.Tests.Teams;

/// <summary>A key announced since the last fetch, while strangers come with key ids nobody has announced.</summary>
[Trait(Needs.Name, Needs.Server)]
public class NewKeyTests
{
    [Fact]
    public async Task Hundreds_of_unknown_key_ids_neither_flood_the_announcer_nor_keep_a_new_key_out()
    {
        await using var door = await TeamsDoorFixture.OpenAsync();
        var body = TeamsDoorFixture.Message().ToJsonString();
        Assert.Equal(HttpStatusCode.OK, (await door.SendAsync(body, door.Token())).Status);
        var strangers = Enumerable.Range(0, 300).Select(i => Stranger(door, $"stranger-{i}")).ToList();
        foreach (var status in await Task.WhenAll(strangers.Select(async token => (await door.SendAsync(body, token)).Status)))
        {
            Assert.Equal(HttpStatusCode.Unauthorized, status);
        }

        var before = door.Fetches;
        door.LaterIsAnnounced = true;
        Assert.Equal(HttpStatusCode.OK, (await door.SendAsync(body, door.Token(door.Later))).Status);
        Assert.InRange(before, 2, 4);
        Assert.Equal(before + 1, door.Fetches);
    }

    [Fact]
    public async Task An_id_nobody_has_announced_brings_one_fetch_a_minute_and_all_of_them_one_in_five_seconds()
    {
        using var announcer = new Announcer();
        var keys = Keys(announcer, out var time);
        Assert.NotNull(await keys.FindAsync(announcer.Key.Id, CancellationToken.None));
        for (var i = 0; i < 100; i++)
        {
            Assert.Null(await keys.FindAsync("same", CancellationToken.None));
        }

        Assert.Equal(2, announcer.Fetches);
        time.Now += TimeSpan.FromMinutes(1);
        for (var i = 0; i < 100; i++)
        {
            Assert.Null(await keys.FindAsync($"other-{i}", CancellationToken.None));
        }

        Assert.Equal(102, announcer.Fetches);
        Assert.True(time.Waited >= 99 * BotKeys.Gap, $"{time.Waited}");
    }

    [Fact]
    public async Task Keys_are_fetched_again_after_half_a_day_and_the_known_ones_go_on_while_that_fails()
    {
        using var announcer = new Announcer();
        var keys = Keys(announcer, out var time);
        Assert.NotNull(await keys.FindAsync(announcer.Key.Id, CancellationToken.None));
        (time.Now, announcer.IsDown) = (time.Now + TimeSpan.FromHours(13), true);
        Assert.NotNull(await keys.FindAsync(announcer.Key.Id, CancellationToken.None));
        Assert.NotNull(await keys.FindAsync(announcer.Key.Id, CancellationToken.None));
        await announcer.FetchedAsync(2);
        await Assert.ThrowsAsync<InvalidOperationException>(() => keys.FindAsync("new", CancellationToken.None));
        (time.Now, announcer.IsDown) = (time.Now + TimeSpan.FromMinutes(6), false);
        Assert.NotNull(await keys.FindAsync(announcer.Key.Id, CancellationToken.None));
        await announcer.FetchedAsync(4);
    }

    [Fact]
    public async Task Whoever_hangs_up_does_not_end_the_fetch_others_wait_for()
    {
        using var announcer = new Announcer();
        var keys = Keys(announcer, out _);
        using var hungUp = new CancellationTokenSource();
        await hungUp.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => keys.FindAsync(announcer.Key.Id, hungUp.Token));
        Assert.NotNull(await keys.FindAsync(announcer.Key.Id, CancellationToken.None));
        Assert.Equal(1, announcer.Fetches);
    }

    private static BotKeys Keys(Announcer announcer, out Skipping time)
    {
        var options = Options.Create(new BotOptions { Metadata = new("http://127.0.0.1/metadata") });
        return new(options, new HttpClient(announcer), time = new Skipping());
    }

    /// <summary>A token that is right in everything but its key, which nobody has announced.</summary>
    private static string Stranger(TeamsDoorFixture door, string keyId)
    {
        var parts = door.Token().Split('.');
        var header = Base64UrlEncoder.Decode(parts[0]).Replace(door.Key.Id, keyId, StringComparison.Ordinal);
        return $"{Base64UrlEncoder.Encode(header)}.{parts[1]}.{parts[2]}";
    }

    private sealed class Announcer : HttpMessageHandler
    {
        private int _fetches;

        internal SigningKey Key { get; } = new();

        internal bool IsDown { get; set; }

        internal int Fetches => _fetches;

        internal async Task FetchedAsync(int times)
        {
            while (Fetches < times)
            {
                await Task.Yield();
            }

            Assert.Equal(times, Fetches);
        }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var asksForKeys = request.RequestUri!.AbsolutePath == "/keys";
            Interlocked.Add(ref _fetches, asksForKeys ? 0 : 1);
            var body = asksForKeys ? $"{{\"keys\":[{Key.Public("msteams").ToJsonString()}]}}" : "{\"jwks_uri\":\"http://127.0.0.1/keys\"}";
            return Task.FromResult(
                new HttpResponseMessage(IsDown ? HttpStatusCode.NotFound : HttpStatusCode.OK) { Content = new StringContent(body) }
            );
        }

        protected override void Dispose(bool disposing)
        {
            Key.Dispose();
            base.Dispose(disposing);
        }
    }

    /// <summary>A clock that is put forward by hand, and by every wait.</summary>
    private sealed class Skipping : TimeProvider
    {
        internal TimeSpan Now { get; set; }

        internal TimeSpan Waited { get; private set; }

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => Now.Ticks;

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            (Now, Waited) = (Now + dueTime, Waited + dueTime);
            return base.CreateTimer(callback, state, TimeSpan.Zero, period);
        }
    }
}
