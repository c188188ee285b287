using System.Collections.Immutable;
using SafeguardingTeams.Domain.Forms.ScopingRequest;

namespace SafeguardingTeams.Domain.Forms.InitialScoping;

/// <summary>An agency's return by name (B6).</summary>
public readonly record struct ReturnAnswers(Answers Answers)
{
    private const string Completed = "completed";

    /// <summary>The dated events the agency holds, each with where it is recorded.</summary>
    public ImmutableList<KeyEvent> KeyEvents => Answers.RowsOf(InitialScopingV1.Chronology).ConvertAll(row => new KeyEvent(row));

    /// <summary>The agencies it names as involved (B8): one that has not been asked yet is asked.</summary>
    public IEnumerable<string> OtherAgencies => Answers.RowsOf(InitialScopingV1.OtherAgencies).Select(row => row["agency"]);

    /// <summary>
    /// The words of names as the agency holds them, where it holds them otherwise (B4); of a sentence its first word is none.
    /// </summary>
    internal IEnumerable<string> NamesHeld =>
        Answers
            .RowsOf(InitialScopingV1.Family)
            .Where(row => RequestedPerson.IsIdOfName(row.Id))
            .SelectMany(row =>
                AnsweredNames.Words(new ComparedDetail(row).How).ToList() is var words && words.Count > 3 ? words.Skip(1) : words
            )
            .Where(word => !char.IsLower(word[0]));

    /// <summary>Who completed the form, by name and job title as they stand in it; empty where neither does (B6).</summary>
    public string WhoCompleted =>
        string.Join(", ", new[] { Answers[Completed, "name"].Trim(), Answers[Completed, "title"].Trim() }.Where(said => said.Length > 0));

    /// <summary>With the agency and the day it completes the form.</summary>
    public ReturnAnswers CompletedFor(string agency, DateOnly day) =>
        new(Answers.With(Completed, "agency", agency).With(Completed, "date", AnswerText.Of(day)));

    /// <summary>With another person who completes it: what stood there of the one before is theirs no more.</summary>
    public ReturnAnswers CompletedByAnother(string name, string email) =>
        new(new ReturnAnswers(Answers).CompletedBy(name, email).Answers.With(Completed, "title", "").With(Completed, "telephone", ""));

    /// <summary>With the person who completes the form.</summary>
    public ReturnAnswers CompletedBy(string name, string email) =>
        new(Answers.With(Completed, "name", name).With(Completed, "email", email));
}

/// <summary>A detail of section 1 as an agency compared it with its own records (B4).</summary>
public readonly record struct ComparedDetail(AnswerRow Row)
{
    internal const string Matches = "matches",
        Differs = "differs",
        NotHeld = "not-held";

    /// <summary>What the agency's records say.</summary>
    public Comparison Says =>
        Row["answer"] switch
        {
            "" => Comparison.NotAnswered,
            Matches => Comparison.TheSame,
            Differs => Comparison.SomethingElse,
            NotHeld => Comparison.NotHeld,
            _ => Comparison.Unreadable,
        };

    /// <summary>What they say where it is something else.</summary>
    public string How => Row["how"];
}

/// <summary>What an agency's records say of a detail we hold.</summary>
public enum Comparison
{
    /// <summary>Nothing is said yet.</summary>
    NotAnswered,

    TheSame,

    /// <summary>Something else: a spelling, a date or an address can matter.</summary>
    SomethingElse,

    /// <summary>The agency does not hold it.</summary>
    NotHeld,

    /// <summary>An answer that is none of the form's, as it can come in a file.</summary>
    Unreadable,
}
