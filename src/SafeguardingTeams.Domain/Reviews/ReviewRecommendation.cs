using System.Collections.Immutable;
using SafeguardingTeams.Domain.Actions;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.Domain.Reviews;

/// <summary>A body that a recommendation addresses: an agency of the partnership's file (C18).</summary>
/// <param name="AgencyId">Its id in the file.</param>
/// <param name="Name">As people call it.</param>
public sealed record AddressedBody(string AgencyId, string Name);

/// <summary>What a body says to a recommendation (C18).</summary>
public enum RecommendationReply
{
    /// <summary>It accepts it.</summary>
    Accepted,

    /// <summary>It accepts it in part, and says which.</summary>
    InPart,

    /// <summary>It does not accept it, and says why.</summary>
    NotAccepted,
}

/// <summary>The answer of a body (C18).</summary>
/// <param name="Reasons">Why; needed unless it accepts.</param>
/// <param name="On">The day of the answer.</param>
/// <param name="Verified">How operations made sure of it, where they record it for the body; empty for its own word.</param>
/// <param name="By">Who recorded it, as others saw them.</param>
public sealed record BodysAnswer(string AgencyId, RecommendationReply Reply, string Reasons, DateOnly On, string Verified, string By)
{
    /// <summary>Whether something is to be done.</summary>
    public bool IsAcceptance => Reply is RecommendationReply.Accepted or RecommendationReply.InPart;
}

/// <summary>A recommendation as it is entered (C18).</summary>
/// <param name="Text">What is recommended.</param>
/// <param name="Finding">The finding it rests on.</param>
/// <param name="Change">The change wanted for children.</param>
/// <param name="Bodies">Whom it addresses.</param>
/// <param name="Themes">Themes of the partnership's list; may be none.</param>
public sealed record RecommendationPlan(
    string Text,
    string Finding,
    string Change,
    ImmutableList<AddressedBody> Bodies,
    ImmutableList<ChosenTheme> Themes
)
{
    /// <summary>The longest of its texts, in characters.</summary>
    public const int LongestText = 1000;

    /// <summary>The most bodies one recommendation addresses.</summary>
    public const int MostBodies = 8;

    /// <summary>
    /// What is wrong with it, each naming its field: <c>text</c>, <c>finding</c>, <c>wanted</c>, <c>bodies</c>. Its texts go to
    /// agencies, so no name of what the review is about may stand in them (F2).
    /// </summary>
    /// <param name="subjects">What the review is about.</param>
    public IEnumerable<Refusal> Refusals(IEnumerable<RecordFile> subjects)
    {
        var names = SourceNames.Of(subjects);
        return new[]
        {
            Said.Needed(Text, "text", "Enter what is recommended.", LongestText) ?? names.Refuse(Text, "text", "What is recommended"),
            Said.Needed(Finding, "finding", "Enter the finding it rests on.", LongestText)
                ?? names.Refuse(Finding, "finding", "The finding"),
            Said.Needed(Change, "wanted", "Enter the change wanted for children.", LongestText)
                ?? names.Refuse(Change, "wanted", "The change wanted"),
            Bodies.IsEmpty ? new("choice-needed", "Choose whom it addresses.", "bodies")
            : Bodies.Count > MostBodies ? new("too-many", $"Choose {MostBodies} bodies at most.", "bodies")
            : null,
        }.OfType<Refusal>();
    }

    /// <summary>As it is kept.</summary>
    internal RecommendationPlan Trimmed() =>
        this with
        {
            Text = Text.Trim(),
            Finding = Finding.Trim(),
            Change = Change.Trim(),
            Bodies = [.. Bodies.DistinctBy(body => body.AgencyId)],
        };

    /// <summary>Whether nothing differs.</summary>
    internal bool IsSameAs(RecommendationPlan other) =>
        (Text, Finding, Change) == (other.Text, other.Finding, other.Change)
        && Bodies.SequenceEqual(other.Bodies)
        && Themes.SequenceEqual(other.Themes);
}

/// <summary>A recommendation of a review, with what the bodies answered (C18).</summary>
/// <param name="Number">From 1; it stays, whatever is taken back.</param>
public sealed record ReviewRecommendation(int Number, RecommendationPlan Plan)
{
    /// <summary>What the bodies answered to it as it is now, oldest first; the last of each counts.</summary>
    public ImmutableList<BodysAnswer> Answers { get; init; } = [];

    /// <summary>How often it was changed.</summary>
    public int Changes { get; init; }

    /// <summary>Why it was taken back; empty while it stands.</summary>
    public string TakenBack { get; init; } = "";

    /// <summary>Whether it was not taken back.</summary>
    public bool Stands => TakenBack.Length == 0;

    /// <summary>How an action says that it comes from it.</summary>
    public string Key => KeyOf(Number);

    /// <summary>The bodies that have not answered.</summary>
    public IEnumerable<AddressedBody> Missing => Stands ? Plan.Bodies.Where(body => AnswerOf(body.AgencyId) is null) : [];

    /// <summary>Whether a body accepts it, in whole or in part.</summary>
    public bool IsAccepted => Stands && Plan.Bodies.Exists(body => AnswerOf(body.AgencyId) is { IsAcceptance: true });

    /// <summary>What a body answered; null while it has not.</summary>
    public BodysAnswer? AnswerOf(string agencyId) => Answers.FindLast(answer => answer.AgencyId == agencyId);

    /// <summary>Whether it addresses an agency.</summary>
    public bool IsAddressedTo(string agencyId) => Stands && Plan.Bodies.Exists(body => body.AgencyId == agencyId);

    /// <summary>Which state of it, and of a body's answers, a card was drawn for.</summary>
    public int RoundOf(string agencyId) => (Changes * 100) + Answers.Count(answer => answer.AgencyId == agencyId);

    /// <summary>How an action says that it comes from a recommendation.</summary>
    public static string KeyOf(int number) => $"recommendation-{number}";
}
