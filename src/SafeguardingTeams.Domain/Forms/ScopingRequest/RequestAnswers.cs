using System.Collections.Immutable;

namespace SafeguardingTeams.Domain.Forms.ScopingRequest;

/// <summary>What goes to the agencies by name (B3, B4).</summary>
public readonly record struct RequestAnswers(Answers Answers)
{
    /// <summary>The subject children.</summary>
    public ImmutableList<RequestedPerson> Children => People(PersonKind.Child);

    /// <summary>The mother; every answer empty where nothing is known of her.</summary>
    public RequestedPerson Mother => People(PersonKind.Mother)[0];

    /// <summary>The father; every answer empty where nothing is known of him.</summary>
    public RequestedPerson Father => People(PersonKind.Father)[0];

    /// <summary>Brothers and sisters.</summary>
    public ImmutableList<RequestedPerson> Siblings => People(PersonKind.BrotherOrSister);

    /// <summary>Significant adults and others.</summary>
    public ImmutableList<RequestedPerson> Adults => People(PersonKind.AdultOrOther);

    /// <summary>The referral in two or three sentences, for the letter (B3).</summary>
    public string Outline => OfTheCase("outline");

    /// <summary>The summary of the case, for the form (B4).</summary>
    public string Summary => OfTheCase("summary");

    /// <summary>The first day of the period to be looked at; null where none is given.</summary>
    public DateOnly? From => AnswerText.Day(OfTheCase("from"));

    /// <summary>Its last day; null where none is given.</summary>
    public DateOnly? To => AnswerText.Day(OfTheCase("to"));

    /// <summary>Those entered as such: of mother and father one each.</summary>
    public ImmutableList<RequestedPerson> People(PersonKind kind)
    {
        var answers = Answers;
        return ScopingRequestV1.PageOf(kind) switch
        {
            Page.Repeating page => answers.RowsOf(page.Id).ConvertAll(row => new RequestedPerson($"{page.Id}-{row.Id}", id => row[id])),
            var page => [new RequestedPerson(page.Id, id => answers[page.Id, id])],
        };
    }

    /// <summary>With somebody entered, as far as the form asks of such a person.</summary>
    /// <param name="kind">As whom.</param>
    /// <param name="row">The id of the row; of no meaning for mother and father.</param>
    /// <param name="details">What is known.</param>
    public RequestAnswers With(PersonKind kind, string row, PersonDetails details)
    {
        var asked = details.ByQuestion.Where(detail => ScopingRequestV1.QuestionsOf(kind).Any(question => question.Id == detail.Id));
        return ScopingRequestV1.PageOf(kind) switch
        {
            Page.Repeating page => new(
                Answers.With(page.Id, asked.Aggregate(AnswerRow.Empty(row), (made, detail) => made.With(detail.Id, detail.Text)))
            ),
            var page => new(asked.Aggregate(Answers, (made, detail) => made.With(page.Id, detail.Id, detail.Text))),
        };
    }

    /// <summary>With the summary of the case.</summary>
    public RequestAnswers WithSummary(string text) => new(Answers.With(ScopingRequestV1.TheCase, "summary", text));

    /// <summary>With the period to be looked at.</summary>
    public RequestAnswers WithPeriod(DateOnly from, DateOnly to) =>
        new(Answers.With(ScopingRequestV1.TheCase, "from", AnswerText.Of(from)).With(ScopingRequestV1.TheCase, "to", AnswerText.Of(to)));

    private string OfTheCase(string question) => Answers[ScopingRequestV1.TheCase, question];
}

/// <summary>Somebody in what goes to the agencies, by what the form asks of them.</summary>
/// <param name="key">Where the person is entered, such as "mother" or "adults-r1".</param>
/// <param name="answer">The answer to a question by its id.</param>
public sealed class RequestedPerson(string key, Func<string, string> answer)
{
    internal const string NameId = "name";

    /// <summary>Where the person is entered, such as "mother" or "adults-r1": it stays with them whoever else is added.</summary>
    public string Key => key;

    public string Name => answer(NameId);

    /// <summary>The relationship to the child: asked of adults and others only.</summary>
    public string Relationship => answer("relationship");

    /// <summary>The date of birth, as answered: not asked of adults and others.</summary>
    public string Born => answer("born");

    /// <summary>The home address.</summary>
    public string Address => answer("address");

    /// <summary>
    /// The person a detail is of, from what is told of details by their ids, such as "mother-born" or "adults-r1-address".
    /// </summary>
    internal static RequestedPerson OfDetail(string id, Func<string, string> given)
    {
        var person = id.LastIndexOf('-') is > 0 and var end ? id[..end] : id;
        return new(person, question => given(DetailId(person, question)));
    }

    /// <summary>Whether the id of a detail is that of a person's name.</summary>
    internal static bool IsIdOfName(string id) => id.EndsWith(DetailId("", NameId), StringComparison.Ordinal);

    /// <summary>The id of a detail of this person.</summary>
    internal string IdOf(Question question) => DetailId(Key, question.Id);

    private static string DetailId(string person, string question) => $"{person}-{question}";

    /// <summary>The answer to a question of the person's page.</summary>
    public string Answer(Question question) => answer(question.Id);
}

/// <summary>What is known of somebody before the form is filled in.</summary>
/// <param name="Born">The date of birth, as answered elsewhere.</param>
/// <param name="Address">The home address.</param>
public sealed record PersonDetails(string Name, string Born, string Address)
{
    /// <summary>The date of death, as answered elsewhere; empty where the child lives.</summary>
    public string Died { get; init; } = "";

    /// <summary>The relationship to the child.</summary>
    public string Relationship { get; init; } = "";

    internal IEnumerable<(string Id, string Text)> ByQuestion =>
        [(RequestedPerson.NameId, Name), ("born", Born), ("address", Address), ("died", Died), ("relationship", Relationship)];
}

/// <summary>As whom somebody is entered.</summary>
public enum PersonKind
{
    /// <summary>A subject child.</summary>
    Child,

    Mother,

    Father,

    BrotherOrSister,

    /// <summary>A significant adult, or somebody else who matters in the child's life.</summary>
    AdultOrOther,
}
