using System.Collections.Immutable;

namespace SafeguardingTeams.Domain.Forms.RapidReviewReport;

/// <summary>What the meeting recorded by name, for the rules that rest on it and for whoever shows it (B16 to B19).</summary>
public readonly record struct ReportAnswers(Answers Answers)
{
    /// <summary>The recommendation, a to j (B17).</summary>
    public string Outcome => OnRecommendation(RapidReviewReportForms.OutcomeQuestion);

    /// <summary>What was stated to an outcome that leaves it open, such as which other review.</summary>
    public string Stated => OnRecommendation("state");

    /// <summary>What is to be considered beside it (B17).</summary>
    public string Beside => OnRecommendation("beside");

    /// <summary>Why it is recommended (B18).</summary>
    public string Rationale => OnRecommendation("rationale");

    /// <summary>Which other options were considered, and why not (B18).</summary>
    public string OtherOptions => OnRecommendation("options");

    /// <summary>Everybody agreed (B19).</summary>
    public bool IsUnanimous => Unanimous == "yes";

    /// <summary>Somebody did not agree (B19). Where nothing is answered yet, neither is so.</summary>
    public bool IsNotUnanimous => Unanimous == "no";

    /// <summary>Who does not agree, and why (B19).</summary>
    public ImmutableList<Dissent> Dissent => Answers.RowsOf(RapidReviewReportForms.Dissent).ConvertAll(row => new Dissent(row));

    internal bool NamesDissent => !Dissent.IsEmpty;

    /// <summary>Immediate action is still to be taken, and none is said.</summary>
    internal bool LacksImmediateAction => Answers["immediate", "taken"] == "no" && Answers.RowsOf("actions").IsEmpty;

    /// <summary>What still has to be done at once (2.1).</summary>
    public ImmutableList<ImmediateAction> ImmediateActions => Answers.RowsOf("actions").ConvertAll(row => new ImmediateAction(row));

    /// <summary>Whether learning was identified that has been acted upon, so that no further review is needed (outcome i).</summary>
    public bool IsActedOn => Outcome == "i";

    /// <summary>The immediate learning, and what came of it.</summary>
    public string ImmediateLearning => Answers["discussion", "learning"];

    /// <summary>What has been done at once.</summary>
    public string ImmediatelyDone => Answers["immediate", "details"];

    /// <summary>The themes as typed, with commas between: recurrent ones are found by them (B16).</summary>
    public string Themes => Answers[RapidReviewReportForms.Criteria, "themes"];

    /// <summary>Those themes one by one.</summary>
    public ImmutableList<string> ThemeWords =>
        [
            .. Themes
                .Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                .Distinct(StringComparer.OrdinalIgnoreCase),
        ];

    private string Unanimous => Answers["agreement", "unanimous"];

    private string OnRecommendation(string question) => Answers[RapidReviewReportForms.Recommendation, question];
}

/// <summary>Somebody who does not agree with the recommendation.</summary>
public readonly record struct Dissent(AnswerRow Row)
{
    /// <summary>Role and agency.</summary>
    public string Who => Row["who"];

    /// <summary>The reasons they give.</summary>
    public string Why => Row["why"];
}

/// <summary>Something that still has to be done at once (2.1).</summary>
public readonly record struct ImmediateAction(AnswerRow Row)
{
    /// <summary>What has to be done.</summary>
    public string What => Row["action"];

    /// <summary>By whom: role and agency.</summary>
    public string Who => Row["who"];

    /// <summary>By when; null where it is not said.</summary>
    public DateOnly? When => AnswerText.Day(Row["when"]);
}
