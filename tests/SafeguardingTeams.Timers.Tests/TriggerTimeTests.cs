using System.Globalization;

namespace SafeguardingTeams.Timers.Tests;

public class TriggerTimeTests
{
    private static readonly DateTimeOffset Long = new(2031, 2, 3, 4, 5, 6, TimeSpan.Zero);

    [Theory]
    [InlineData("2026-11-23T06:41:28.1088385Z", "2026-11-23T06:40:00Z", "2026-11-23T06:41:28")] // past due: the time it is
    [InlineData("2026-11-23T06:39:59.9991000Z", "2026-11-23T06:40:00Z", "2026-11-23T06:40:00")] // a moment early: the time that was planned
    [InlineData("2026-11-23T06:39:59.9991000Z", "0001-01-01T00:00:00Z", "2026-11-23T06:39:59")] // the host has no schedule for it
    [InlineData("2026-11-23T06:30:00.0000000Z", "2026-11-23T06:40:00Z", "2026-11-23T06:30:00")] // too far ahead to be meant
    public void In_a_rehearsal_the_time_is_the_ticks(string now, string planned, string expected)
    {
        var time = new TriggerTime(followsTheRehearsal: true);
        time.Follow(Planned(planned), new Dictionary<string, object?> { ["RehearsalTime"] = now });
        Assert.Equal(expected, time.GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture));
    }

    [Fact]
    public void Without_the_rehearsals_setting_its_time_is_not_taken_nor_under_any_other_name()
    {
        var ignoring = new TriggerTime(followsTheRehearsal: false);
        ignoring.Follow(
            null,
            new Dictionary<string, object?> { ["RehearsalTime"] = Long.ToString("O"), ["sys"] = $"{{\"UtcNow\":\"{Long:O}\"}}" }
        );
        AssertMachineTime(ignoring);
        var following = new TriggerTime(followsTheRehearsal: true);
        following.Follow(
            null,
            new Dictionary<string, object?> { ["TimerTrigger"] = Long.ToString("O"), ["sys"] = $"{{\"UtcNow\":\"{Long:O}\"}}" }
        );
        AssertMachineTime(following);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("soon")]
    [InlineData("0001-01-01T00:00:00+00:50")]
    public void Without_a_time_that_is_one_the_machines_counts(string? said)
    {
        var time = new TriggerTime(followsTheRehearsal: true);
        time.Follow(default(DateTime), new Dictionary<string, object?> { ["RehearsalTime"] = said });
        AssertMachineTime(time);
    }

    [Theory]
    [InlineData(400, true)]
    [InlineData(60_000, false)]
    public void On_the_machines_clock_too_a_tick_that_comes_a_moment_early_counts_as_on_time(int early, bool counts)
    {
        var time = new TriggerTime(followsTheRehearsal: false);
        var planned = TimeProvider.System.GetUtcNow().AddMilliseconds(early);
        time.Follow(planned.LocalDateTime, new Dictionary<string, object?>());
        Assert.Equal(counts, time.GetUtcNow() >= planned);
    }

    [Fact]
    public async Task Two_ticks_at_once_have_each_their_own_time()
    {
        var time = new TriggerTime(followsTheRehearsal: true);
        async Task<int> YearAsync(int year)
        {
            time.Follow(null, new Dictionary<string, object?> { ["RehearsalTime"] = $"{year}-06-01T09:00:00Z" });
            await Task.Yield();
            return time.GetUtcNow().Year;
        }

        var years = await Task.WhenAll(YearAsync(2030), YearAsync(2031));
        Assert.Equal([2030, 2031], years);
        AssertMachineTime(time);
    }

    /// <summary>As the worker hands it over: in the machine's own zone.</summary>
    private static DateTime Planned(string text) =>
        DateTimeOffset.Parse(text, CultureInfo.InvariantCulture) is { Year: > 1 } at ? at.LocalDateTime : default;

    private static void AssertMachineTime(TriggerTime time) =>
        Assert.InRange(time.GetUtcNow(), TimeProvider.System.GetUtcNow().AddMinutes(-1), TimeProvider.System.GetUtcNow().AddMinutes(1));
}
