using System.Globalization;
using System.Text.Json;
using SafeguardingTeams.App.Storage;
using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Figures;

namespace SafeguardingTeams.Rehearsal.Play;

/// <summary>
/// The figures of a report that was issued, counted again from the stored events as they lie in the table: no code of the product counts
/// here, and no index row is read (E24).
/// </summary>
/// <param name="Counted">The figures as they were counted again.</param>
/// <param name="Different">Those that are not what the report says, in words.</param>
public sealed record YearRecount(IReadOnlyList<string> Counted, IReadOnlyList<string> Different)
{
    private const string Event = "|e|";

    /// <summary>Counts again what the newest report says of its period.</summary>
    public static async Task<YearRecount> OfAsync(IRows rows, ReportPeriod period, CancellationToken cancellationToken)
    {
        var events = new List<Happened>();
        foreach (var prefix in new[] { "case|", "learn|", "act|", "meet|", "review|", "group|" })
        {
            foreach (
                var row in (await rows.ReadAsync(prefix, cancellationToken)).Where(row => row.Key.Contains(Event, StringComparison.Ordinal))
            )
            {
                if (row["record"] is { Length: > 0 } text)
                {
                    using var document = JsonDocument.Parse(text);
                    events.Add(Happened.Read(row.Key.Split(Event)[0], document.RootElement.Clone()));
                }
            }
        }

        var issued = events.Last(one => one.Name == "ReportIssued").Data.GetProperty("content").GetProperty("figures").EnumerateArray();
        var said = issued.ToDictionary(
            one => (one.GetProperty("table").GetString()!, one.GetProperty("row").GetString()!, one.GetProperty("column").GetString()!),
            one => one.GetProperty("count").ValueKind == JsonValueKind.Null ? (int?)null : one.GetProperty("count").GetInt32()
        );
        var counted = Count([.. events.Where(one => one.On >= period.From && one.On <= period.To)]);
        return new(
            [.. counted.Select(one => $"{Named(one.Key)} {one.Value}")],
            [
                .. counted
                    .Where(one => said.GetValueOrDefault(one.Key, 0) != one.Value)
                    .Select(one => $"{Named(one.Key)}: the report says {said.GetValueOrDefault(one.Key)}, the events {one.Value}"),
            ]
        );
    }

    private static string Named((string Table, string Row, string Column) figure) =>
        string.Join(' ', new[] { figure.Table, figure.Row, figure.Column }.Where(part => part.Length > 0));

    private static Dictionary<(string Table, string Row, string Column), int> Count(List<Happened> all)
    {
        int Of(string name, Predicate<JsonElement>? which = null) => all.Count(one => one.Name == name && which?.Invoke(one.Data) != false);
        static bool Is(JsonElement data, string property, string value) => data.GetProperty(property).GetString() == value;
        var counted = new Dictionary<(string, string, string), int>
        {
            [("incidents", "referred", "")] = Of("ReferralSubmitted") - Of("ReferralJoined"),
            [("incidents", "reached", "")] = Of("ThresholdDecided", data => data.GetProperty("reached").GetBoolean()),
            [("incidents", "notified", "")] = Of("NotificationRecorded"),
            [("incidents", "reported", "")] = Of("ReportSent"),
            [("incidents", "panel-concurs", "")] = Of("PanelAnswered", data => data.GetProperty("concurs").GetBoolean()),
            [("practice-learning", "referred", "")] = Of("LearningSubmitted") - Of("LearningJoined"),
            [("practice-learning", "decided", "")] = Of("LearningDecided"),
            [("agreed-actions", "agreed", "")] = Of("ActionAgreed"),
            [("agreed-actions", "accepted", "")] = Records("ActionAccepted"),
            [("meetings", "scheduled", "")] = Of("GroupMeetingPlanned", data =>
                !data.GetProperty("plan").GetProperty("special").GetBoolean()
            ),
            [("meetings", "decided", "")] = Of("ItemDecided", data => Is(data.GetProperty("outcome"), "end", "Decided")),
            [("reviews", "LocalReview", "begun")] = Of("ReviewDecided"),
            [("reviews", "LocalReview", "done")] = Of("ReviewPublished"),
            [("reviews-time", "declined", "")] = Of("ReviewDeclined"),
            [("impact", "Changed", "")] = Records("ActionImpactChecked"),
        };
        foreach (var reply in new[] { "Accepted", "InPart", "NotAccepted" })
        {
            counted[("recommendations", reply, "")] = Of("ReviewRecommendationAnswered", data => Is(data, "reply", reply));
        }

        return counted;

        // An action that was opened again is counted once, as it stands at the end.
        int Records(string name) => all.Where(one => one.Name == name).Select(one => one.Record).Distinct().Count();
    }

    /// <summary>Something that happened, as it is stored.</summary>
    private sealed record Happened(string Record, string Name, DateOnly On, JsonElement Data)
    {
        internal static Happened Read(string record, JsonElement stored) =>
            new(
                record,
                stored.GetProperty("name").GetString()!.Split('.')[0],
                London.DateOf(DateTimeOffset.Parse(stored.GetProperty("at").GetString()!, CultureInfo.InvariantCulture)),
                stored.GetProperty("data")
            );
    }
}
