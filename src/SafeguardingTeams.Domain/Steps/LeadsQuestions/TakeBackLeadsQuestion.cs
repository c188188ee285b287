using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Cases.Telling;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.Domain.Steps.LeadsQuestions;

/// <summary>
/// Operations or the Chair take a question to the leads back, with a reason. What was answered until then stays on the record; closing a
/// case takes its open questions back with it.
/// </summary>
/// <param name="Number">Which question.</param>
public sealed record TakeBackLeadsQuestion(CaseId CaseId, int Number, string Reason) : CaseCommand(CaseId)
{
    /// <inheritdoc/>
    public override Step Step => Step.TakeBackLeadsQuestion;

    /// <inheritdoc/>
    protected override Decision Decide(Records<CaseFile> files, DecisionContext context) =>
        files.This.Question(Number) is not { IsOpen: true } ? Decision.Refuse(Refusal.Overtaken)
        : string.IsNullOrWhiteSpace(Reason) ? Decision.Refuse(Reasons.Needed("Say why it is taken back. The leads read it."))
        : Reasons.TooLong(Reason) is { } refusal ? Decision.Refuse(refusal)
        : Decision.Accept(CaseId, new LeadsQuestionTakenBack(Number, Reason.Trim()));
}

/// <summary>A question to the leads was taken back.</summary>
public sealed record LeadsQuestionTakenBack(int Number, string Reason) : CaseEvent
{
    /// <inheritdoc/>
    public override string StoredName => "LeadsQuestionTakenBack.v1";

    /// <inheritdoc/>
    public override CaseFile ApplyTo(CaseFile file, RecordedEvent recorded) =>
        file with
        {
            Questions = [.. file.Questions.Select(asked => asked.Number == Number ? asked.TakenBack(Reason) : asked)],
        };

    /// <inheritdoc/>
    public override IEnumerable<Effect> WhatFollows(CaseFile after) => Tell.Again(LeadsQuestionCards.ToTheLeads(after, Number));
}
