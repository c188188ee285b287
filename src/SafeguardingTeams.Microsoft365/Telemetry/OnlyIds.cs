using System.Collections.Frozen;
using System.Diagnostics;
using OpenTelemetry;
using SafeguardingTeams.App.Telemetry;

namespace SafeguardingTeams.Microsoft365.Telemetry;

/// <summary>
/// What others say of a request leaves only where it is on a list: no path, no query, no address of a person. The route says which door it
/// was, without what stands in it.
/// </summary>
internal sealed class OnlyIds : BaseProcessor<Activity>
{
    private static readonly FrozenSet<string> Known = new[]
    {
        "http.request.method",
        "http.response.status_code",
        "http.route",
        "error.type",
        "url.scheme",
        "network.protocol.version",
    }.ToFrozenSet(StringComparer.Ordinal);

    public override void OnEnd(Activity data)
    {
        if (data.Source.Name == Spans.Source)
        {
            return;
        }

        foreach (var (key, _) in data.TagObjects.Where(tag => !Known.Contains(tag.Key)).ToList())
        {
            data.SetTag(key, null);
        }

        data.SetStatus(data.Status);
        data.DisplayName = $"{data.GetTagItem("http.request.method")} {data.GetTagItem("http.route")}".TrimEnd();
    }
}
