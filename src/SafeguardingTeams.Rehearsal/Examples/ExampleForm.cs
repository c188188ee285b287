using System.Globalization;

namespace SafeguardingTeams.Rehearsal.Examples;

/// <summary>Answers for practising: an agency's return, the record of a meeting.</summary>
/// <param name="Answers">Page → question → answer, of the pages asked once.</param>
/// <param name="Rows">Page → rows, of the repeating pages.</param>
public sealed record ExampleForm(
    IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> Answers,
    IReadOnlyDictionary<string, IReadOnlyList<IReadOnlyDictionary<string, string>>> Rows
)
{
    /// <summary>An agency's return.</summary>
    /// <param name="today">The day it is filled in.</param>
    /// <param name="names">Another agency it names; empty for none.</param>
    public static ExampleForm Return(string agency, DateOnly today, string names = "") =>
        new(
            new Dictionary<string, IReadOnlyDictionary<string, string>>
            {
                ["completed"] = Of(
                    ("name", $"Representative, {agency}"),
                    ("title", "Safeguarding lead"),
                    ("agency", agency),
                    ("address", "1 Example Road, London"),
                    ("telephone", "020 7946 0270"),
                    ("email", "representative@agency.example"),
                    ("date", Day(today))
                ),
                ["involvement"] = Of(
                    ("summary", $"{agency} saw the family four times in the year before the incident, the last time three weeks before it.")
                ),
                ["practice"] = Of(
                    ("outstanding", "The home visit was made on the day it was asked for."),
                    ("learning", "Who else was in the household was not asked.")
                ),
                ["together"] = Of(("concerns", "A referral was answered after three weeks.")),
            },
            new Dictionary<string, IReadOnlyList<IReadOnlyDictionary<string, string>>>
            {
                ["services"] = [Of(("service", "Home visits"), ("who", "The child and the mother"), ("started", Day(today.AddDays(-300))))],
                ["chronology"] =
                [
                    Of(
                        ("date", Day(today.AddDays(-60))),
                        ("time", "10:30"),
                        ("event", $"Visit by {agency}: the partner was not seen."),
                        ("source", $"{agency} record")
                    ),
                    Of(
                        ("date", Day(today.AddDays(-40))),
                        ("event", "Missed appointment; nobody could be reached."),
                        ("source", $"{agency} record")
                    ),
                ],
                ["otheragencies"] = names.Length == 0 ? [] : [Of(("agency", names), ("details", "Supported the mother in the spring."))],
            }
        );

    /// <summary>The record of the meeting: unanimous, a local review.</summary>
    public static ExampleForm Record(DateOnly today) =>
        new(
            new Dictionary<string, IReadOnlyDictionary<string, string>>
            {
                ["immediate"] = Of(("taken", "no"), ("details", "The sibling is with the grandmother, under a safety plan.")),
                ["criteria"] = Of(("met", "improvements,together"), ("themes", "hidden partner, missed appointments")),
                ["discussion"] = Of(
                    ("record", "The partner was known to two agencies and to neither as part of the household."),
                    ("harm", "Life-changing injuries."),
                    ("serious", "yes"),
                    ("learning", "Practitioners ask at every contact who lives in the household.")
                ),
                ["analysis"] = Of(
                    ("episodes", "The missed appointments in the spring: each agency saw one of them, nobody all of them."),
                    ("inequalities", "The meeting considered it and found that the mother's language was not asked for in two contacts.")
                ),
                ["legal"] = Of(("sought", "no")),
                ["recommendation"] = Of(("outcome", "b"), ("rationale", "The learning is about how local services worked together.")),
                ["agreement"] = Of(("unanimous", "yes")),
            },
            new Dictionary<string, IReadOnlyList<IReadOnlyDictionary<string, string>>>
            {
                ["actions"] =
                [
                    Of(
                        ("action", "Check the safety plan of the sibling."),
                        ("who", "Team manager, children's services"),
                        ("when", Day(today.AddDays(7)))
                    ),
                ],
            }
        );

    /// <summary>The same with something in front of every text; choices, dates, numbers and addresses stay what they are.</summary>
    public ExampleForm Marked(string prefix) =>
        prefix.Length == 0
            ? this
            : new(
                Answers.ToDictionary(page => page.Key, page => Marked(page.Value, prefix)),
                Rows.ToDictionary(
                    page => page.Key,
                    page => (IReadOnlyList<IReadOnlyDictionary<string, string>>)[.. page.Value.Select(row => Marked(row, prefix))]
                )
            );

    private static IReadOnlyDictionary<string, string> Marked(IReadOnlyDictionary<string, string> answers, string prefix) =>
        answers.ToDictionary(
            pair => pair.Key,
            pair =>
                pair.Key != "agency"
                && pair.Value.Contains(' ', StringComparison.Ordinal)
                && !pair.Value.StartsWith("020", StringComparison.Ordinal)
                    ? $"{prefix}{pair.Value}"
                    : pair.Value
        );

    private static Dictionary<string, string> Of(params (string Question, string Answer)[] answers) =>
        answers.ToDictionary(pair => pair.Question, pair => pair.Answer);

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
