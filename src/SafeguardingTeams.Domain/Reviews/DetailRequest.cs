using System.Collections.Immutable;
using SafeguardingTeams.Domain.Actions;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.Domain.Reviews;

/// <summary>What is asked of an agency for a review (C6, C23).</summary>
/// <param name="Why">Why it is needed.</param>
/// <param name="From">The first day of the period it is about.</param>
/// <param name="To">The last day of that period.</param>
/// <param name="Asked">What is asked.</param>
/// <param name="Basis">The legal basis, as the partnership words it.</param>
public sealed record DetailAsk(string Why, DateOnly From, DateOnly To, string Asked, string Basis)
{
    /// <summary>The longest of its texts, in characters.</summary>
    public const int LongestText = 1000;

    /// <summary>
    /// What is wrong with it, each naming its field: <c>why</c>, <c>from</c>, <c>until</c>, <c>text</c>. Its texts go to agencies, so no
    /// name of what the review is about may stand in them (F2).
    /// </summary>
    /// <param name="subjects">What the review is about.</param>
    internal IEnumerable<Refusal?> Refusals(IEnumerable<RecordFile> subjects, DateOnly today)
    {
        var names = SourceNames.Of(subjects);
        return
        [
            Said.Needed(Why, "why", "Say why the review needs it.", LongestText) ?? names.Refuse(Why, "why", "Why it is needed"),
            To < From ? new("order", "The period ends before it begins.", "until") : null,
            From > today ? new("in-future", "This day is still to come.", "from") : null,
            Said.Needed(Asked, "text", "Say what is asked.", LongestText) ?? names.Refuse(Asked, "text", "What is asked"),
        ];
    }

    /// <summary>As it is kept.</summary>
    internal DetailAsk Trimmed() => this with { Why = Why.Trim(), Asked = Asked.Trim(), Basis = Basis.Trim() };
}

/// <summary>What an agency says to a request for detail (C23).</summary>
public enum DetailReply
{
    /// <summary>It gives what was asked.</summary>
    Given,

    /// <summary>It holds nothing: that is an answer.</summary>
    NothingHeld,
}

/// <summary>The answer of an agency (C23).</summary>
/// <param name="Text">What it gives; or why it holds nothing.</param>
/// <param name="Where">Where what it gives can be read, or how and when it was sent; empty where nothing is held.</param>
/// <param name="On">The day of the answer.</param>
/// <param name="Verified">How operations made sure of it, where they record it for the agency; empty for its own word.</param>
/// <param name="By">Who recorded it, as others saw them.</param>
public sealed record DetailAnswer(DetailReply Reply, string Text, string Where, DateOnly On, string Verified, string By);

/// <summary>A request to one agency for detail that a review needs (C6, C23).</summary>
/// <param name="Number">From 1, in the order they were made; each agency has its own.</param>
/// <param name="Body">Of which agency.</param>
/// <param name="On">The day it was made.</param>
/// <param name="By">Who made it, as others saw them.</param>
public sealed record DetailRequest(int Number, AddressedBody Body, DetailAsk Ask, DateOnly On, string By)
{
    /// <summary>The events by which it was asked, and asked again, oldest first.</summary>
    public ImmutableList<int> Asked { get; init; } = [];

    /// <summary>What was missing when it was asked again; empty before.</summary>
    public string Missing { get; init; } = "";

    /// <summary>What the agency answered, oldest first; the last counts.</summary>
    public ImmutableList<DetailAnswer> Answers { get; init; } = [];

    /// <summary>The events by which its agency answered itself, oldest first: operations are told of each.</summary>
    public ImmutableList<int> Heard { get; init; } = [];

    /// <summary>Whether it was answered since it was asked last.</summary>
    public bool IsAnswered { get; init; }

    /// <summary>Whether its day was given, and is not the usual one.</summary>
    public bool HasGivenDay { get; init; }

    /// <summary>Why it was taken back; empty while it stands.</summary>
    public string TakenBack { get; init; } = "";

    /// <summary>Whether it was not taken back.</summary>
    public bool Stands => TakenBack.Length == 0;

    /// <summary>Whether the agency is still to answer: a review is not closed with one.</summary>
    public bool IsOpen => Stands && !IsAnswered;

    /// <summary>The last answer; null before the first.</summary>
    public DetailAnswer? Answer => Answers is [.., var last] ? last : null;

    /// <summary>Which state of it a card was drawn for.</summary>
    public int Round => (Asked.Count * 100) + Answers.Count;
}
