using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Cases.Deciding;
using SafeguardingTeams.Domain.Cases.Telling;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.Domain.Steps.LeadsQuestions;

/// <summary>
/// A lead answers a question, once for each partner; it may be changed until all three have answered (A10). Nobody answers for two.
/// </summary>
/// <param name="Number">Which question.</param>
/// <param name="Option">Which of its options, from 1.</param>
/// <param name="Comment">What is said beside it; may be empty, except in place of somebody else's answer.</param>
/// <param name="Seen">The version of the case the card was drawn from: an answer its reader did not see is not replaced.</param>
public sealed record AnswerLeadsQuestion(CaseId CaseId, int Number, int Option, string Comment, int Seen = int.MaxValue)
    : CaseCommand(CaseId)
{
    /// <summary>The longest comment, in characters.</summary>
    public const int LongestComment = 1000;

    /// <inheritdoc/>
    public override Step Step => Step.AnswerLeadsQuestion;

    /// <inheritdoc/>
    protected override Decision Decide(Records<CaseFile> files, DecisionContext context)
    {
        var file = files.This;
        if (file.Question(Number) is not { IsOpen: true } asked)
        {
            return Decision.Refuse(Refusal.Overtaken);
        }

        var mine = asked.Answers.Find(answer => answer.PersonId == context.Actor.PersonId);
        var roles = context.Actor.RolesFor(file);
        var lead = mine is not null && roles.Contains(mine.Lead) ? mine.Lead : Partners.Leads.First(roles.Contains);
        var comment = Comment.Trim();
        return Refuse(file, asked, lead, comment, context) is { } refusal
            ? Decision.Refuse(refusal)
            : Decision.Accept(CaseId, new LeadsQuestionAnswered(Number, lead, Option, comment));
    }

    private Refusal? Refuse(CaseFile file, LeadsQuestion asked, Role lead, string comment, DecisionContext context)
    {
        var before = asked.Of(lead);
        return AnsweredAt(file, lead) > Seen ? Refusal.Overtaken
            : Option < 1 || Option > asked.Options.Count ? new("answer-needed", "Choose an answer.", "option")
            : comment.Length > LongestComment
                ? new("too-long", $"This is {comment.Length} characters long. Shorten it to {LongestComment} or fewer.", "comment")
            : before is not null && (before.Option, before.Comment) == (Option, comment)
                ? new("nothing-changed", "This is the answer already recorded.")
            : before is not null && before.PersonId != context.Actor.PersonId && comment.Length == 0
                ? Reasons.Needed(
                    "Somebody else has answered for this partner. Say why it is changed. The earlier answer stays on the record.",
                    "comment"
                )
            : null;
    }

    /// <summary>The version of the case at which a partner answered last; 0 where they have not.</summary>
    private int AnsweredAt(CaseFile file, Role lead) =>
        file.History.LastOrDefault(recorded =>
            recorded.Event is LeadsQuestionAnswered answered && (answered.Number, answered.Lead) == (Number, lead)
        )?.Sequence
        ?? 0;
}

/// <summary>A lead answered a question, or changed the answer.</summary>
public sealed record LeadsQuestionAnswered(int Number, Role Lead, int Option, string Comment) : CaseEvent
{
    /// <inheritdoc/>
    public override string StoredName => "LeadsQuestionAnswered.v1";

    /// <inheritdoc/>
    public override CaseFile ApplyTo(CaseFile file, RecordedEvent recorded) =>
        file with
        {
            Questions =
            [
                .. file.Questions.Select(asked =>
                    asked.Number == Number ? asked.With(new(Lead, Option, Comment, recorded.By.PersonId, recorded.At)) : asked
                ),
            ],
        };

    /// <inheritdoc/>
    public override IEnumerable<Effect> WhatFollows(CaseFile after) =>
        [
            .. Tell.Again(LeadsQuestionCards.ToTheLeads(after, Number)),
            .. after.Question(Number) is { State: LeadsQuestionState.Answered } ? LeadsQuestionCards.AllHaveAnswered(after, Number) : [],
        ];
}
