using System.Collections.Immutable;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.Domain.Cases.Deciding;

/// <summary>
/// A question to the three leads about a case, each of whom answers for one partner (A10). It decides nothing by itself: whoever asked,
/// a flow of the partnership too, reads what the three have said.
/// </summary>
/// <param name="Number">From 1 in each case, and for good.</param>
/// <param name="Text">What is asked.</param>
/// <param name="Options">The answers that can be chosen, in the order they were given.</param>
/// <param name="How">Where it comes from: "on a card", "from a flow".</param>
/// <param name="AskedBy">Who asked: role and agency.</param>
public sealed record LeadsQuestion(
    int Number,
    string Text,
    ImmutableList<string> Options,
    string How,
    string AskedBy,
    DateTimeOffset AskedAt
)
{
    /// <summary>Where it stands.</summary>
    public LeadsQuestionState State { get; init; } = LeadsQuestionState.Open;

    /// <summary>One for each partner who has answered; a changed one stands in place of the earlier.</summary>
    public ImmutableList<LeadsQuestionAnswer> Answers { get; init; } = [];

    /// <summary>Why it was taken back; empty where it was not, or ended with the case.</summary>
    public string TakenBackBecause { get; init; } = "";

    /// <summary>What a partner has answered, or null.</summary>
    public LeadsQuestionAnswer? Of(Role lead) => Answers.Find(answer => answer.Lead == lead);

    /// <summary>The partners who have not answered.</summary>
    public IEnumerable<Role> Missing => Partners.Leads.Where(lead => Of(lead) is null);

    /// <summary>Whether it can be answered still.</summary>
    public bool IsOpen => State == LeadsQuestionState.Open;

    /// <summary>Whether a partner's answer is waited for.</summary>
    public bool WaitsFor(Role lead) => IsOpen && Of(lead) is null;

    /// <summary>The words of the answer somebody chose.</summary>
    public string Chosen(LeadsQuestionAnswer answer) => Options[answer.Option - 1];

    /// <summary>With an answer, in place of an earlier one of the same partner; once all three have answered it is fixed.</summary>
    internal LeadsQuestion With(LeadsQuestionAnswer answer)
    {
        var answered = this with { Answers = Answers.RemoveAll(other => other.Lead == answer.Lead).Add(answer) };
        return answered.Missing.Any() ? answered : answered with { State = LeadsQuestionState.Answered };
    }

    /// <summary>Without what a partner has answered, while it is open: who answered had part in the case themselves (A10).</summary>
    internal LeadsQuestion Without(Role lead) => IsOpen ? this with { Answers = Answers.RemoveAll(answer => answer.Lead == lead) } : this;

    /// <summary>Taken back, where it is open.</summary>
    /// <param name="because">Why; empty where it ends with the case.</param>
    internal LeadsQuestion TakenBack(string because = "") =>
        IsOpen ? this with { State = LeadsQuestionState.TakenBack, TakenBackBecause = because } : this;
}

/// <summary>One partner's answer.</summary>
/// <param name="Option">Which of the options, from 1.</param>
/// <param name="Comment">What was said beside it; may be empty.</param>
/// <param name="PersonId">Who answered.</param>
public sealed record LeadsQuestionAnswer(Role Lead, int Option, string Comment, string PersonId, DateTimeOffset At);

/// <summary>Where a question to the leads stands.</summary>
public enum LeadsQuestionState
{
    /// <summary>It waits for an answer of at least one of them.</summary>
    Open,

    /// <summary>All three have answered: nothing of it is changed any more.</summary>
    Answered,

    /// <summary>Taken back, by whoever may ask or because the case was closed.</summary>
    TakenBack,
}
