using System.Text.Json;

namespace SafeguardingTeams.Timers.Tests;

public class TriggerTimeTests
{
    /// <summary>A body as a real host sent it, with the instants replaced.</summary>
    private static string Body(string utcNow, string next) => """
        {"Data":{"timer":{"Schedule":{"AdjustForDST":true},"ScheduleStatus":{"Last":"0001-01-01T00:00:00+00:50","Next":"NEXT","LastUpdated":"2026-11-23T06:39:04.0555489+00:00"},"IsPastDue":true}},"Metadata":{"sys":{"MethodName":"Sweep","UtcNow":"NOW","RandGuid":"06294cc1-5b5c-4351-b267-58eb339edb13"},"RetryContext":{"RetryCount":0,"MaxRetryCount":2,"Exception":null,"Instance":null,"State":{}}}}
        """.Replace("NEXT", next, StringComparison.Ordinal).Replace("NOW", utcNow, StringComparison.Ordinal);

    [Theory]
    [InlineData("2026-11-23T06:41:28.1088385Z", "2026-11-23T06:40:00+00:00", "2026-11-23T06:41:28")] // past due: the time it is
    [InlineData("2026-11-23T06:39:59.9991000Z", "2026-11-23T06:40:00+00:00", "2026-11-23T06:40:00")] // a moment early: the time that was planned
    [InlineData("2026-11-23T06:39:59.9991000Z", "0001-01-01T00:00:00+00:50", "2026-11-23T06:39:59")] // no date at all
    [InlineData("2026-11-23T06:30:00.0000000Z", "2026-11-23T06:40:00+00:00", "2026-11-23T06:30:00")] // too far ahead to be meant
    public void The_time_is_the_triggers(string utcNow, string next, string expected)
    {
        var time = new TriggerTime();
        time.Follow(JsonDocument.Parse(Body(utcNow, next)).RootElement);
        Assert.Equal(expected, time.GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:ss", System.Globalization.CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("{\"Metadata\":null,\"Data\":{\"timer\":{\"ScheduleStatus\":null}}}")]
    public void Without_a_time_in_it_the_machines_time_counts(string body)
    {
        var time = new TriggerTime();
        time.Follow(JsonDocument.Parse(body).RootElement);
        Assert.InRange(time.GetUtcNow(), TimeProvider.System.GetUtcNow().AddMinutes(-1), TimeProvider.System.GetUtcNow().AddMinutes(1));
    }
}
