using System.Globalization;

namespace SafeguardingTeams.Rehearsal.Examples;

/// <summary>Answers to every question of the referral form, for practising: an invented incident of an unnamed child.</summary>
/// <param name="Answers">Page → question → answer, of the pages asked once.</param>
/// <param name="Rows">Page → rows, of the repeating pages.</param>
public sealed record ExampleReferral(
    IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> Answers,
    IReadOnlyDictionary<string, IReadOnlyList<IReadOnlyDictionary<string, string>>> Rows
)
{
    /// <summary>The pages, in the form's order.</summary>
    public IReadOnlyList<string> Pages { get; } =
    [
        "criteria",
        "referrer",
        "lead",
        "children",
        "incident",
        "investigations",
        "family",
        "siblings",
        "agencies",
        "outline",
        "chronology",
        "additional",
    ];

    /// <summary>The example, with dates before a day.</summary>
    public static ExampleReferral Before(DateOnly today) =>
        new(
            new Dictionary<string, IReadOnlyDictionary<string, string>>
            {
                ["criteria"] = Of(("abuse", "suspected"), ("harm", "seriously-harmed")),
                ["referrer"] = Of(
                    ("title", "Consultant paediatrician"),
                    ("address", "Acute hospital, Hospital Road, London"),
                    ("telephone", "020 7946 0200"),
                    ("email", "paediatrician@hospital.example")
                ),
                ["lead"] = Of(
                    ("name", "Named doctor for safeguarding"),
                    ("title", "Named doctor"),
                    ("agency", "Acute hospital trust"),
                    ("address", "Acute hospital, Hospital Road, London"),
                    ("telephone", "020 7946 0201"),
                    ("email", "named.doctor@hospital.example")
                ),
                ["incident"] = Of(("location", "At home"), ("carer", "Mother's partner")),
                ["investigations"] = Of(
                    ("criminal", "yes"),
                    ("investigator", "Detective sergeant, child abuse investigation team, 020 7946 0300"),
                    ("coroner", "yes"),
                    ("coronercontact", "Coroner's officer, 020 7946 0320"),
                    ("adult", "yes"),
                    ("adultshared", "yes"),
                    ("adultcontact", "Duty officer, adult services, 020 7946 0310")
                ),
                ["siblings"] = Of(("protection", "One older sibling is staying with the grandmother while enquiries go on.")),
                ["outline"] = Of(
                    (
                        "circumstances",
                        "Child A was brought to the emergency department unresponsive. The scan shows injuries that do not fit "
                            + "the account given. The family had been known to early help until last spring."
                    ),
                    (
                        "reasons",
                        "The injuries are life-changing and abuse is suspected. Several agencies knew the family and there may be learning."
                    )
                ),
                ["additional"] = Of(("information", "The ward manager can be reached on 020 7946 0205.")),
            },
            new Dictionary<string, IReadOnlyList<IReadOnlyDictionary<string, string>>>
            {
                ["children"] =
                [
                    Of(
                        ("name", "Child A"),
                        ("born", Day(today.AddYears(-3))),
                        ("address", "1 Example Street, London"),
                        ("gender", "female"),
                        ("ethnicorigin", "not-known"),
                        ("faith", "Not known"),
                        ("disability", "None known"),
                        ("outcome", "serious-incident"),
                        ("happened", Day(today.AddDays(-1))),
                        ("lookedafter", "no"),
                        ("plan", "before"),
                        ("plandetails", "Two years ago, for six months, neglect."),
                        ("open", "early-help"),
                        ("leadpractitioner", "Early help team, 020 7946 0250")
                    ),
                ],
                ["family"] =
                [
                    Of(
                        ("name", "Mother of Child A"),
                        ("address", "1 Example Street, London"),
                        ("relationship", "Mother"),
                        ("born", Day(today.AddYears(-27))),
                        ("legalstatus", "Parental responsibility"),
                        ("ethnicorigin", "not-known")
                    ),
                    Of(
                        ("name", "Mother's partner"),
                        ("address", "1 Example Street, London"),
                        ("born", Day(today.AddYears(-31))),
                        ("relationship", "Mother's partner, lives in the household"),
                        ("legalstatus", "None"),
                        ("ethnicorigin", "not-known")
                    ),
                ],
                ["agencies"] =
                [
                    Of(
                        ("agency", "Health visiting service"),
                        ("address", "Health centre, Example Road, London"),
                        ("telephone", "020 7946 0260"),
                        ("email", "health.visiting@trust.example"),
                        ("reason", "Universal service"),
                        ("current", "current")
                    ),
                ],
                ["chronology"] =
                [
                    Of(("date", Day(today.AddDays(-1))), ("time", "09:40"), ("event", "Ambulance called; Child A found unresponsive.")),
                    Of(
                        ("date", Day(today.AddDays(-1))),
                        ("time", "11:15"),
                        ("event", "Scan shows injuries that do not fit the account given.")
                    ),
                ],
            }
        );

    private static Dictionary<string, string> Of(params (string Question, string Answer)[] answers) =>
        answers.ToDictionary(pair => pair.Question, pair => pair.Answer);

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
