using System.Collections.Immutable;
using static SafeguardingTeams.Domain.Forms.Ask;
using static SafeguardingTeams.Domain.Forms.Needed;

namespace SafeguardingTeams.Domain.Forms.RapidReviewReport;

/// <summary>
/// Section 2 and 3 of the report of the Rapid Review (process document, appendix iv), filled in at the meeting (B15 to B19). Section 1
/// comes from what is known already. The 2025 edition of the Panel's guidance adds a page and takes nothing away (PD9).
/// </summary>
public static class RapidReviewReportForms
{
    /// <summary>The edition of 2018.</summary>
    public const string Id2018 = "rapid-review-report-2018";

    /// <summary>The edition of 2025.</summary>
    public const string Id2025 = "rapid-review-report-2025";

    /// <summary>The page of criteria.</summary>
    public const string Criteria = "criteria";

    /// <summary>The page of the recommendation.</summary>
    public const string Recommendation = "recommendation";

    /// <summary>The page of those who do not agree.</summary>
    public const string Dissent = "dissent";

    /// <summary>The pages the three leads approve: they change only while the recommendation is open (B16, B20).</summary>
    public static ImmutableArray<string> Approved { get; } = ["immediate", "actions", Criteria, Recommendation, "agreement", Dissent];

    /// <summary>The value of the criterion that looks back at the partnership's own earlier cases.</summary>
    public const string RecurrentThemes = "recurrent";

    /// <summary>The outcomes a to j (B17), in the form's order.</summary>
    public static ImmutableArray<Option> Outcomes { get; } =
    [
        new("a", "a) Meets the criteria for a national Child Safeguarding Practice Review"),
        new("b", "b) Meets the criteria for a local Child Safeguarding Practice Review"),
        new("c", "c) Does not meet the criteria, but warrants an alternative learning review"),
        new(
            "d",
            "d) Warrants consideration of a Domestic Homicide Review (DHR), Safeguarding Adults Review (SAR), MAPPA Serious "
                + "Further Offence review (SFO) or other"
        ),
        new("e", "e) Warrants a single-agency review"),
        new("f", "f) Warrants a multi-agency audit"),
        new("g", "g) Warrants a single-agency audit"),
        new("h", "h) Needs no further action"),
        new("i", "i) Learning was identified that has been acted upon: no further review is needed"),
        new("j", "j) Other"),
    ];

    /// <summary>The form of the 2018 edition.</summary>
    public static Form Of2018 { get; } =
        new(
            Id2018,
            1,
            "Report of the Rapid Review",
            [Immediate, Actions, NineCriteria, Discussion, Legal, Recommended, Agreement, Dissenting]
        );

    /// <summary>The form of the 2025 edition.</summary>
    public static Form Of2025 { get; } =
        new(
            Id2025,
            1,
            "Report of the Rapid Review",
            [Immediate, Actions, NineCriteria, Discussion, Analysis, Legal, Recommended, Agreement, Dissenting]
        );

    /// <summary>The form of an edition.</summary>
    /// <exception cref="ArgumentOutOfRangeException">No such edition is offered.</exception>
    public static Form Of(string edition) =>
        edition switch
        {
            "2018" => Of2018,
            "2025" => Of2025,
            _ => throw new ArgumentOutOfRangeException(nameof(edition)),
        };

    /// <summary>Whether the edition asks for the analysis of practice episodes, as the guidance of 2025 does (E10).</summary>
    public static bool AsksForAnalysis(Form form) => form.Page(OfPractice) is not null;

    /// <summary>Whether a question is that of the outcome.</summary>
    public static bool AsksForOutcome(Question question) => question.Id == OutcomeQuestion;

    internal const string OutcomeQuestion = "outcome";

    private const string OfPractice = "analysis";

    private static Page Immediate =>
        new Page.Single(
            "immediate",
            "2.1 Immediate action",
            "",
            "B15, B16",
            [
                OneOf(
                    "taken",
                    "Has all appropriate immediate action been taken to keep children safe and to share any learning?",
                    Choice(("yes", "Yes"), ("no", "No")),
                    Required
                ),
                Text("details", "What has been done?", Required, "", 4000),
            ]
        );

    private static Page Actions =>
        new Page.Repeating(
            "actions",
            "2.1 What still has to be done",
            "Where the answer was no: each action, by whom and by when.",
            "B16",
            "action",
            0,
            20,
            [
                new(
                    "Action",
                    [
                        Text("action", "What has to be done?", Required, most: 1000),
                        Line("who", "By whom?", Required, "Role and agency."),
                        new Question("when", "By when?", new AnswerKind.Day(MayBeInFuture: true), Required),
                    ]
                ),
            ]
        );

    private static Page NineCriteria =>
        new Page.Single(
            Criteria,
            "2.2 Improvements to safeguard and promote the welfare of children",
            "Which of these may the case meet? Tick all that do. Everybody taking part agrees them.",
            "B16",
            [
                new Question(
                    "met",
                    "The case",
                    new AnswerKind.Several(
                        [
                            new(
                                "improvements",
                                "highlights, or may highlight, improvements needed, including where they have been identified before"
                            ),
                            new(RecurrentThemes, "highlights, or may highlight, recurrent themes"),
                            new("together", "highlights, or may highlight, concerns about how two or more organisations worked together"),
                            new(
                                "panel",
                                "is one the national Panel has considered and concluded that a local review may be more appropriate"
                            ),
                            new("single", "gives the partners cause for concern about the actions of a single agency"),
                            new("none-involved", "had no agency involved, which gives the partners cause for concern"),
                            new(
                                "areas",
                                "involves more than one local authority, police area or health area, also where families have moved"
                            ),
                            new("institution", "may raise issues about safeguarding children in institutional settings"),
                            new("none", "meets none of the above"),
                        ],
                        "none"
                    ),
                    Required
                ),
                Line(
                    "themes",
                    "Themes, one or two words each, with commas between",
                    Wanted,
                    "So that recurrent themes are found: such as neglect, non-mobile baby, coercive control."
                ),
            ]
        );

    private static Page Discussion =>
        new Page.Single(
            "discussion",
            "2.3 Discussion and analysis",
            "Keep to evidence, analysis and improving the system, not to who did or did not do what.",
            "B16, F4",
            [
                Text("record", "What was discussed, and how does the case stand against the criteria?", Required, "", 8000),
                Text("harm", "What harm was suffered?", Required, "", 2000),
                OneOf(
                    "serious",
                    "Does it meet serious harm, or long-term impairment of health?",
                    Choice(("yes", "Yes"), ("no", "No"), ("not-clear", "Not clear yet")),
                    Required
                ),
                Text("learning", "Immediate learning, and what came of it", Wanted, "If none, say so.", 4000),
            ]
        );

    private static Page Analysis =>
        new Page.Single(
            OfPractice,
            "2.3 Practice episodes and the family's circumstances",
            "Asked for by the Panel's guidance of 2025.",
            "B16, E10",
            [
                Text(
                    "episodes",
                    "Analysis of the key practice episodes",
                    Required,
                    "What was done, why it made sense at the time, what it shows about the system.",
                    6000
                ),
                Text(
                    "inequalities",
                    "How did racism, other inequalities or protected characteristics, disability among them, affect the "
                        + "child's and family's experience and the practice?",
                    Required,
                    "If the meeting found that they did not, say how it came to that.",
                    4000
                ),
            ]
        );

    private static Page Legal =>
        new Page.Single(
            "legal",
            "Legal advice",
            "",
            "B16",
            [
                OneOf("sought", "Has legal advice been sought?", Choice(("yes", "Yes"), ("no", "No")), Required),
                Text("details", "If yes, what was it?", Optional, most: 4000).If("sought", "yes"),
            ]
        );

    private static Page Recommended =>
        new Page.Single(
            Recommendation,
            "3 Recommendation",
            "One outcome. Consideration of another kind of review, as in d), may go beside another. MAPPA stands for the "
                + "arrangements by which police, probation and prisons manage dangerous offenders. A review looks for improvements; "
                + "an audit looks at how well a process was followed.",
            "B17, B18",
            [
                new Question(OutcomeQuestion, "The meeting recommends that this case", new AnswerKind.Choice(Outcomes), Required),
                Line("state", "If d) or j): please state", Optional, "Such as: Domestic Homicide Review.").If(OutcomeQuestion, "d", "j"),
                Line("beside", "Beside it, consideration of another kind of review, as in d): which?", Optional, "Leave it empty if none."),
                Text("rationale", "Why?", Required, "", 6000),
                Text(
                        "options",
                        "Which other options were considered, and why not?",
                        Optional,
                        "Needed where the case does not meet the criteria for a review.",
                        4000
                    )
                    .If(OutcomeQuestion, "c", "d", "e", "f", "g", "h", "i", "j"),
            ]
        );

    private static Page Agreement =>
        new Page.Single(
            "agreement",
            "Is it agreed by everybody?",
            "Where it is not unanimous, that is recorded and shared with the three leads.",
            "B19",
            [OneOf("unanimous", "Was the recommendation unanimous?", Choice(("yes", "Yes"), ("no", "No")), Required)]
        );

    private static Page Dissenting =>
        new Page.Repeating(
            Dissent,
            "Who does not agree",
            "Each, with the reasons they give.",
            "B19",
            "dissent",
            0,
            20,
            [new("Dissent", [Line("who", "Who?", Required, "Role and agency."), Text("why", "Why?", Required, most: 2000)])]
        );
}
