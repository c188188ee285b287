using System.Diagnostics;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;
using SafeguardingTeams.App.Telemetry;
using SafeguardingTeams.Microsoft365.Telemetry;

namespace SafeguardingTeams.Microsoft365.Tests.Telemetry;

/// <summary>What leaves in traces: ids, and of a fault its type and stack.</summary>
public class TelemetryTests
{
    private const string Marker = "Zqxmarker";

    [Fact]
    public void Of_a_request_only_its_method_route_and_status_leave()
    {
        using var source = new ActivitySource("Microsoft.AspNetCore");
        using var listener = Listener("Microsoft.AspNetCore", []);
        using var span = source.StartActivity($"GET /web/{Marker}")!;
        span.SetTag("http.request.method", "GET").SetTag("http.route", "/web/{case}").SetTag("http.response.status_code", 200);
        span.SetTag("url.path", $"/web/{Marker}").SetTag("url.query", $"?open={Marker}").SetTag("client.address", Marker);
        span.SetStatus(ActivityStatusCode.Error, Marker);
        using var only = new OnlyIds();
        only.OnEnd(span);
        Assert.Equal("GET /web/{case}", span.DisplayName);
        Assert.Null(span.StatusDescription);
        Assert.Equal(
            ["http.request.method", "http.response.status_code", "http.route"],
            span.TagObjects.Select(tag => tag.Key).Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public async Task A_fault_is_told_by_its_types_and_stacks_and_never_by_its_message()
    {
        List<Activity> seen = [];
        using var listener = Listener(Spans.Source, seen);
        await Assert.ThrowsAsync<InvalidOperationException>(() =>
            Spans.RunAsync<int>("test fault", [("case", "GSCP-2222-3333")], () => ThrowAsync())
        );
        // Other tests of this process run spans of the same source meanwhile: the list is copied before it is looked through.
        Activity[] ended;
        lock (seen)
        {
            ended = [.. seen];
        }

        var span = Assert.Single(ended, one => one.DisplayName == "test fault");
        Assert.Equal((ActivityStatusCode.Error, (string?)null), (span.Status, span.StatusDescription));
        var happened = Assert.Single(span.Events);
        var tags = string.Join(' ', span.TagObjects.Concat(happened.Tags).Select(tag => $"{tag.Key}={tag.Value}"));
        Assert.Contains("safeguarding.case=GSCP-2222-3333", tags, StringComparison.Ordinal);
        Assert.Contains("exception.type=System.InvalidOperationException", tags, StringComparison.Ordinal);
        Assert.Contains(nameof(ThrowAsync), tags, StringComparison.Ordinal);
        Assert.DoesNotContain(Marker, tags, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, null, false)]
    [InlineData("OTEL_EXPORTER_OTLP_ENDPOINT", "http://127.0.0.1:4317", true)]
    [InlineData(
        "APPLICATIONINSIGHTS_CONNECTION_STRING",
        "InstrumentationKey=00000000-0000-0000-0000-000000000001;IngestionEndpoint=https://127.0.0.1:1/",
        true
    )]
    public async Task Nothing_is_gathered_unless_a_setting_says_where_it_goes(string? setting, string? value, bool gathered)
    {
        var services = new ServiceCollection().AddLogging();
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(setting is null ? [] : [new(setting, value)]).Build();
        services.AddSingleton<IConfiguration>(configuration);
        services.AddTelemetry(configuration, "test");
        await using var provider = services.BuildServiceProvider();
        Assert.Equal(gathered, provider.GetService<TracerProvider>() is not null);
        Assert.Equal(gathered, provider.GetService<MeterProvider>() is not null);
    }

    private static Task<int> ThrowAsync() => throw new InvalidOperationException(Marker, new FormatException(Marker));

    private static ActivityListener Listener(string name, List<Activity> seen)
    {
        var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == name,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = span =>
            {
                lock (seen)
                {
                    seen.Add(span);
                }
            },
        };
        ActivitySource.AddActivityListener(listener);
        return listener;
    }
}
