using System.Collections.Immutable;
using SafeguardingTeams.Domain.Forms.SeriousIncidentReferral;

namespace SafeguardingTeams.Domain.Forms.PracticeLearning;

/// <summary>A practice-learning referral's answers by name, for the rules that rest on them and for whoever shows them.</summary>
public readonly record struct LearningAnswers(Answers Answers)
{
    /// <summary>What could be learned, in the referrer's words.</summary>
    public string Learning => Answers[PracticeLearningV1.Learning, "learn"];

    /// <summary>What happened, or what went well.</summary>
    public string Outline => IsOnlyGoodPractice ? Answers["wentwell", "welldone"] : Answers["outline", "circumstances"];

    /// <summary>Why it is referred.</summary>
    public string Why => IsOnlyGoodPractice ? Answers["wentwell", "why"] : Answers["outline", "reasons"];

    /// <summary>The kinds of learning, as people read them.</summary>
    public ImmutableList<string> Kinds
    {
        get
        {
            var chosen = AnswerKind.Several.Values(Answers[PracticeLearningV1.Learning, PracticeLearningV1.Kinds]);
            return
            [
                .. PracticeLearningV1.KindsOfLearning.Options.Where(option => chosen.Contains(option.Value)).Select(option => option.Label),
            ];
        }
    }

    /// <summary>Whether it is about what went well and nothing else (D1).</summary>
    public bool IsOnlyGoodPractice => Answers[PracticeLearningV1.Learning, PracticeLearningV1.Kinds] == PracticeLearningV1.GoodPractice;

    /// <summary>Whether a near miss is among the kinds: one that could recur is not left to the quarter (D7).</summary>
    public bool IsANearMiss =>
        AnswerKind.Several.Values(Answers[PracticeLearningV1.Learning, PracticeLearningV1.Kinds]).Contains("near-miss");

    /// <summary>Whether it is about one child or several.</summary>
    public bool IsAboutAChild => Answers[PracticeLearningV1.Learning, PracticeLearningV1.About] is "one" or "several";

    /// <summary>The children it is about; none where it is not about one.</summary>
    public ImmutableList<AnswerRow> Children => IsAboutAChild ? Answers.RowsOf(PracticeLearningV1.Children) : [];

    /// <summary>Name and birth date of each child it is about, as given.</summary>
    public ImmutableList<(string Name, string Born)> Named => [.. Children.Select(child => (child["name"], child["born"]))];

    /// <summary>The day of the incident, as given; empty where it is not about a child.</summary>
    public string Happened => IsAboutAChild ? Answers["incident", "date"] : "";

    /// <summary>Whether the referrer agrees that a practitioner's manager hears of their good practice (E22).</summary>
    public bool MayBeTold => IsOnlyGoodPractice && Answers["wentwell", "maybetold"] == "yes";

    /// <summary>The referrer's name, as it stands on the form.</summary>
    public string ReferrerName => Answers["referrer", "name"];

    /// <summary>The referrer's agency, as it stands on the form.</summary>
    public string ReferrerAgency => Answers["referrer", "agency"];

    /// <summary>The referrer's email address, as it stands on the form.</summary>
    public string ReferrerEmail => Answers["referrer", "email"].Trim();

    /// <summary>The safeguarding lead's name, as the referrer gave it.</summary>
    public string LeadName => Answers[PracticeLearningV1.Lead, "name"];

    /// <summary>The safeguarding lead's email address, as the referrer gave it.</summary>
    public string LeadEmail => Answers[PracticeLearningV1.Lead, "email"];

    /// <summary>A referral begun, with what is known of its author, and of their safeguarding lead.</summary>
    public static Answers BegunBy(string name, string agency, string email, string leadName = "", string leadEmail = "") =>
        Answers
            .None.With("referrer", "name", name)
            .With("referrer", "agency", agency)
            .With("referrer", "email", email)
            .With(PracticeLearningV1.Lead, "name", leadName)
            .With(PracticeLearningV1.Lead, "agency", leadName.Length > 0 ? agency : "")
            .With(PracticeLearningV1.Lead, "email", leadEmail);

    /// <summary>
    /// Answers with a text of somebody else's as what happened; what that question does not take goes on under anything else, and what
    /// that does not take is left out.
    /// </summary>
    public static (Answers Answers, int LeftOut) Outlined(Answers answers, string text)
    {
        const string goesOn = "The message goes on: ";
        var first = Cutting.To(text, PracticeLearningV1.LongestOutline);
        var rest = text[first.Length..];
        var second = Cutting.To(rest, Most(("additional", "information")) - goesOn.Length);
        return (
            answers
                .With("outline", "circumstances", first)
                .With("additional", "information", second.Length == 0 ? "" : $"{goesOn}{second}"),
            rest.Length - second.Length
        );
    }

    /// <summary>
    /// Answers with what was typed of what went wrong moved to what went well, or the other way round, where the kind of learning asks for
    /// it in the other words: nothing is lost, and nothing is asked twice (D1, D2). What stands there already comes first.
    /// </summary>
    /// <param name="page">The page that was answered: only the one that asks for the kind moves anything.</param>
    public static Answers Moved(string page, Answers answers)
    {
        if (page != PracticeLearningV1.Learning)
        {
            return answers;
        }

        var good = new LearningAnswers(answers).IsOnlyGoodPractice;
        return new[] { (Wrong: "circumstances", Well: "welldone"), (Wrong: "reasons", Well: "why") }.Aggregate(answers, (all, pair) =>
            good ? Move(all, ("outline", pair.Wrong), ("wentwell", pair.Well)) : Move(all, ("wentwell", pair.Well), ("outline", pair.Wrong))
        );
    }

    private static Answers Move(Answers answers, (string Page, string Question) from, (string Page, string Question) to)
    {
        var (moved, there) = (answers[from.Page, from.Question], answers[to.Page, to.Question]);
        var both = string.Join("\n\n", new[] { there, moved }.Where(text => text.Length > 0));
        return moved.Length == 0 || both.Length > Most(to)
            ? answers
            : answers.With(to.Page, to.Question, both).With(from.Page, from.Question, "");
    }

    private static int Most((string Page, string Question) at) =>
        ((Page.Single)PracticeLearningV1.Form.Page(at.Page)!).Questions.Single(question => question.Id == at.Question).Kind
            is AnswerKind.Text { MaxLength: var most }
            ? most
            : 0;

    /// <summary>
    /// What a referral of a serious incident said, as a referral for practice learning: nothing is typed again (A4). What the other form
    /// does not ask is left out; what this one asks anew is blank.
    /// </summary>
    public static Answers From(Answers incident)
    {
        var children = incident.RowsOf("children");
        var answers = new[] { "name", "title", "agency", "address", "telephone", "email" }.Aggregate(Answers.None, (all, question) =>
            all.With("referrer", question, incident["referrer", question])
        );
        answers = new[] { "name", "title", "agency", "telephone", "email" }.Aggregate(answers, (all, question) =>
            all.With(PracticeLearningV1.Lead, question, incident["lead", question])
        );
        answers = answers
            .With(PracticeLearningV1.Learning, PracticeLearningV1.About, children.Count > 1 ? "several" : "one")
            .With("incident", "location", incident["incident", "location"])
            .With("incident", "carer", incident["incident", "carer"])
            .With("outline", "circumstances", incident["outline", "circumstances"])
            .With("outline", "reasons", incident["outline", "reasons"])
            .With("additional", "information", incident["additional", "information"]);
        answers = children is [var only] ? answers.With("incident", "date", only["happened"]) : answers;
        answers = children.Aggregate(answers, (all, row) => all.With(PracticeLearningV1.Children, Child(row)));
        return new[] { "family", "agencies", "chronology" }.Aggregate(answers, (all, group) =>
            incident.RowsOf(group).Aggregate(all, (rows, row) => rows.With(group, row))
        );
    }

    /// <summary>
    /// What a referral for practice learning said, as a referral of a serious incident: the Chair thinks that it looks serious, and the
    /// MASH completes it (D7).
    /// </summary>
    /// <param name="why">Why, after what the referrer wrote; cut only where there is no room left.</param>
    public static Answers ToIncident(Answers learning, string why = "")
    {
        var answers = new[] { "name", "title", "agency", "address", "telephone", "email" }.Aggregate(Answers.None, (all, question) =>
            all.With("referrer", question, learning["referrer", question])
        );
        answers = new[] { "name", "title", "agency", "telephone", "email" }.Aggregate(answers, (all, question) =>
            all.With("lead", question, learning[PracticeLearningV1.Lead, question])
        );
        var read = new LearningAnswers(learning);
        answers = answers
            .With("incident", "location", learning["incident", "location"])
            .With("incident", "carer", learning["incident", "carer"])
            .With("outline", "circumstances", read.Outline)
            .With("outline", "reasons", read.Why)
            .With("additional", "information", Told(learning["additional", "information"], why));
        answers = read.Children.Aggregate(answers, (all, row) =>
            all.With("children", Incident(row).With("happened", learning["incident", "date"]))
        );
        return new[] { "family", "agencies", "chronology" }.Aggregate(answers, (all, group) =>
            learning.RowsOf(group).Aggregate(all, (rows, row) => rows.With(group, row))
        );
    }

    private static string Told(string theirs, string why) =>
        Cutting.To(
            string.Join("\n\n", new[] { theirs, why }.Where(text => text.Length > 0)),
            Math.Max(theirs.Length, SeriousIncidentReferralV1.LongestText)
        );

    private static readonly ImmutableArray<string> OfAChild =
    [
        "name",
        "born",
        "address",
        "gender",
        "ethnicorigin",
        "faith",
        "disability",
        "lookedafter",
        "plan",
        "plandetails",
        "leadpractitioner",
    ];

    private static AnswerRow Child(AnswerRow incident) =>
        OfAChild
            .Aggregate(AnswerRow.Empty(incident.Id), (row, question) => row.With(question, incident[question]))
            .With("open", incident["open"] == "early-help" ? "practice" : incident["open"]);

    private static AnswerRow Incident(AnswerRow learning) =>
        OfAChild
            .Aggregate(AnswerRow.Empty(learning.Id), (row, question) => row.With(question, learning[question]))
            .With("open", learning["open"] == "practice" ? "early-help" : learning["open"]);
}
