using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Forms;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.Preparing;
using SafeguardingTeams.Domain.Steps.Scoping;

namespace SafeguardingTeams.Tests;

/// <summary>What goes to the agencies of a family whose father nobody has entered yet; brother and sister live at one address.</summary>
internal static class Families
{
    internal const string Partner = "Adult or other person 1 (mother's partner)";

    internal static Answers FatherUnknown { get; } =
        Section(CaseStory.CompleteRequest())
            .With(
                "children",
                Row("r1", ("name", "Child A"), ("born", "2024-03-05"), ("nhsnumber", "943 476 5919"), ("address", "1 Example Street"))
            )
            .With("mother", "name", "Mother of Child A")
            .With("mother", "born", "1998-07-01")
            .With("mother", "address", "1 Example Street")
            .With("siblings", Row("s1", ("name", "Brother of Child A"), ("born", "2020-01-02"), ("address", "1 Example Street")))
            .With("siblings", Row("s2", ("name", "Sister of Child A"), ("born", "2021-01-02"), ("address", "1 Example Street")))
            .With(
                "adults",
                Row("a1", ("name", "Partner of the mother"), ("relationship", "mother's partner"), ("address", "2 Example Street"))
            );

    internal static Answers FatherFilledIn { get; } =
        FatherUnknown
            .With("father", "name", "Father of Child A")
            .With("father", "born", "1995-05-06")
            .With("father", "address", "3 Example Street");

    /// <summary>The same with nobody between father and adults.</summary>
    internal static Answers WithoutSiblings(Answers request) => request with { Rows = request.Rows.Remove("siblings") };

    /// <summary>A case whose letters went out with this section 1, after it had been filled in otherwise before.</summary>
    internal static CaseStory Sent(Answers request)
    {
        var story = CaseStory.At(Stage.Notified).Prepared();
        return Correct(story, request).Sent();
    }

    /// <summary>The same case, section 1 put right.</summary>
    internal static CaseStory Correct(CaseStory story, Answers request) =>
        story.Given(new FillInRequest(CaseStory.Id, story.File.Review.Request, request, "Put right."), CaseStory.Somebody(Role.Operations));

    /// <summary>What a Word form says of the partner, while nobody has said which letter it came with.</summary>
    internal static IEnumerable<AnswerRow> Unplaced(string key, string detail, string given, string how) =>
        [
            SaidOfDetails.Unplaced(
                key,
                Row(
                    "read",
                    (Page.Matching.Of, Partner),
                    (Page.Matching.Detail, detail),
                    (Page.Matching.Given, given),
                    ("answer", "differs"),
                    ("how", how)
                )
            ),
        ];

    internal static AnswerRow Row(string id, params (string Question, string Text)[] answers) =>
        answers.Aggregate(AnswerRow.Empty(id), (row, answer) => row.With(answer.Question, answer.Text));

    /// <summary>Only the case, the summary and the period: nobody of the family.</summary>
    private static Answers Section(Answers request) =>
        Answers.None with
        {
            Values = Answers.None.Values.AddRange(request.Values.Where(value => value.Key.StartsWith("case.", StringComparison.Ordinal))),
        };
}
