using Azure.Monitor.OpenTelemetry.Exporter;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using SafeguardingTeams.App.Telemetry;
using SafeguardingTeams.Microsoft365.Tokens;

namespace SafeguardingTeams.Microsoft365.Telemetry;

/// <summary>
/// Sends traces and metrics to Application Insights, or to whatever speaks OTLP, where a setting says so; else nothing is gathered.
/// Logs are not sent by this: what others log may hold the message of a fault.
/// </summary>
public static class TelemetrySetup
{
    private const string ApplicationInsights = "APPLICATIONINSIGHTS_CONNECTION_STRING";

    private const string Otlp = "OTEL_EXPORTER_OTLP_ENDPOINT";

    /// <param name="services">The host's.</param>
    /// <param name="configuration">The host's.</param>
    /// <param name="host">What the host is called there.</param>
    public static void AddTelemetry(this IServiceCollection services, IConfiguration configuration, string host)
    {
        var insights = configuration[ApplicationInsights];
        var otlp = configuration[Otlp];
        if (string.IsNullOrEmpty(insights) && string.IsNullOrEmpty(otlp))
        {
            return;
        }

        services
            .AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService(host, "safeguarding"))
            .WithTracing(tracing =>
            {
                tracing
                    .AddSource(Spans.Source)
                    .AddAspNetCoreInstrumentation(requests =>
                    {
                        requests.RecordException = false;
                        requests.Filter = context => !context.Request.Path.StartsWithSegments("/health");
                    })
                    .AddProcessor(new OnlyIds());
                if (!string.IsNullOrEmpty(insights))
                {
                    tracing.AddAzureMonitorTraceExporter(options => Set(options, insights, configuration));
                }

                if (!string.IsNullOrEmpty(otlp))
                {
                    tracing.AddOtlpExporter();
                }
            })
            .WithMetrics(metrics =>
            {
                metrics.AddMeter(Spans.Source, "Microsoft.AspNetCore.Hosting", "System.Runtime");
                if (!string.IsNullOrEmpty(insights))
                {
                    metrics.AddAzureMonitorMetricExporter(options => Set(options, insights, configuration));
                }

                if (!string.IsNullOrEmpty(otlp))
                {
                    metrics.AddOtlpExporter();
                }
            });
    }

    /// <summary>Sent by the host's identity: a connection string alone opens nothing where local authentication is off.</summary>
    private static void Set(AzureMonitorExporterOptions options, string insights, IConfiguration configuration)
    {
        options.Credential = HostIdentity.Of(configuration);
        options.ConnectionString = insights;
        options.DisableOfflineStorage = true;
        options.EnableLiveMetrics = false;
    }
}
