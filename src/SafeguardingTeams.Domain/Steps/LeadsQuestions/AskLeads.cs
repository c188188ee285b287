using System.Collections.Immutable;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Cases.Telling;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.Domain.Steps.LeadsQuestions;

/// <summary>
/// Operations or the Chair ask the three leads something about a case, on a card or through a flow of the partnership (A10). Each lead
/// answers for themselves; no flow answers for a person, and nothing follows from an answer by itself.
/// </summary>
/// <param name="Options">The answers that can be chosen.</param>
/// <param name="How">Where it comes from: <see cref="OnACard"/> or <see cref="FromAFlow"/>.</param>
public sealed record AskLeads(CaseId CaseId, string Question, ImmutableList<string> Options, string How) : CaseCommand(CaseId)
{
    /// <summary>Asked on a card.</summary>
    public const string OnACard = "on a card";

    /// <summary>Asked by a flow, in the name of whoever it runs as.</summary>
    public const string FromAFlow = "from a flow";

    /// <summary>The shortest question, in characters.</summary>
    public const int Shortest = 10;

    /// <summary>The longest question, in characters.</summary>
    public const int Longest = 500;

    /// <summary>The fewest options.</summary>
    public const int FewestOptions = 2;

    /// <summary>The most options.</summary>
    public const int MostOptions = 5;

    /// <summary>The longest option, in characters.</summary>
    public const int LongestOption = 80;

    /// <summary>The most questions that are open in one case at once.</summary>
    public const int MostOpen = 3;

    /// <inheritdoc/>
    public override Step Step => Step.AskLeads;

    /// <inheritdoc/>
    protected override Decision Decide(Records<CaseFile> files, DecisionContext context)
    {
        var (question, options) = (Question.Trim(), Options.ConvertAll(option => option.Trim()));
        ImmutableList<Refusal?> refusals = [Refuse(question), Refuse(options)];
        return How is not (OnACard or FromAFlow)
                ? Decision.Refuse(new("answer-needed", "Say whether it is asked on a card or from a flow."))
            : refusals.Exists(refusal => refusal is not null) ? new Decision.Refused([.. refusals.OfType<Refusal>()])
            : files.This.Questions.Exists(asked => asked.IsOpen && asked.Text == question && asked.Options.SequenceEqual(options))
                ? Decision.Refuse(new("nothing-changed", "The leads are asked this already."))
            : Decision.Accept(CaseId, new LeadsAsked(files.This.Questions.Count + 1, question, options, How));
    }

    private static Refusal? Refuse(string question) =>
        question.Length switch
        {
            0 => new("answer-needed", "Enter your question.", "question"),
            < Shortest => new("too-short", $"Say more: at least {Shortest} characters.", "question"),
            > Longest => new("too-long", $"This is {question.Length} characters long. Shorten it to {Longest} or fewer.", "question"),
            _ => null,
        };

    private static Refusal? Refuse(ImmutableList<string> options) =>
        options.Count is < FewestOptions or > MostOptions || options.Exists(option => option.Length == 0)
            ? new("answer-needed", $"Give {FewestOptions} to {MostOptions} answers to choose from.", "choices")
        : options.Exists(option => option.Length > LongestOption)
            ? new("too-long", $"Shorten each answer to {LongestOption} characters or fewer.", "choices")
        : options.Distinct(StringComparer.OrdinalIgnoreCase).Count() < options.Count
            ? new("same", "Two of the answers are the same. Change or remove one.", "choices")
        : null;
}

/// <summary>The three leads were asked something.</summary>
/// <param name="Number">From 1.</param>
public sealed record LeadsAsked(int Number, string Question, ImmutableList<string> Options, string How) : CaseEvent
{
    /// <inheritdoc/>
    public override string StoredName => "LeadsAsked.v1";

    /// <inheritdoc/>
    public override CaseFile ApplyTo(CaseFile file, RecordedEvent recorded) =>
        file with
        {
            Questions = file.Questions.Add(new(Number, Question, Options, How, recorded.By.Display, recorded.At)),
        };

    /// <inheritdoc/>
    public override IEnumerable<Effect> WhatFollows(CaseFile after) => LeadsQuestionCards.ToTheLeads(after, Number);
}
