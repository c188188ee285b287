using System.Collections.Immutable;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Cases.Telling;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Forms;
using SafeguardingTeams.Domain.Forms.ScopingRequest;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.Domain.Steps.Preparing;

/// <summary>
/// Operations fill in what goes to the agencies: section 1, summary, period (B4). It may be left incomplete until it is sent.
/// After that it can be corrected, with a reason.
/// </summary>
/// <param name="Before">The answers the person began from.</param>
/// <param name="After">The answers as the person wants them.</param>
/// <param name="Reason">Why it is corrected after it was sent.</param>
public sealed record FillInRequest(CaseId CaseId, Answers Before, Answers After, string Reason) : CaseCommand(CaseId)
{
    /// <inheritdoc/>
    public override Step Step => Step.FillInRequest;

    /// <inheritdoc/>
    protected override Decision Decide(Records<CaseFile> files, DecisionContext context)
    {
        var review = files.This.Review;
        return RecordedAnswers.Change(ScopingRequestV1.Form, review.Request, Before, After) switch
        {
            (null, { } refusal) => Decision.Refuse(refusal),
            _ when review.SentAt is not null && string.IsNullOrWhiteSpace(Reason) => Decision.Refuse(
                Reasons.Needed("It has gone to the agencies. Say why it is put right: they are told.")
            ),
            _ when Reasons.TooLong(Reason) is { } tooLong => Decision.Refuse(tooLong),
            ({ } changes, _) when review.SentAt is not null && Incomplete(changes, review, context) is { } incomplete => incomplete,
            ({ } changes, _) => Decision.Accept(CaseId, new RequestFilledIn(changes, Reason.Trim())),
            _ => throw new InvalidOperationException("Neither changes nor a refusal."),
        };
    }

    private static Decision.Refused? Incomplete(ImmutableList<AnswerChange> changes, RapidReview review, DecisionContext context)
    {
        var problems = Checking.Problems(ScopingRequestV1.Form, AnswerChange.Apply(review.Request, changes), context.Today);
        return problems.IsEmpty ? null : new([.. problems.Select(problem => new Refusal("incomplete", problem.Message))]);
    }
}

/// <summary>What goes to the agencies was filled in, or put right.</summary>
public sealed record RequestFilledIn(ImmutableList<AnswerChange> Changes, string Reason) : CaseEvent
{
    /// <inheritdoc/>
    public override string StoredName => "RequestFilledIn.v1";

    /// <inheritdoc/>
    public override CaseFile ApplyTo(CaseFile file, RecordedEvent recorded) =>
        file with
        {
            Review = file.Review with { Request = AnswerChange.Apply(file.Review.Request, Changes) },
        };

    /// <inheritdoc/>
    public override IEnumerable<Effect> WhatFollows(CaseFile after) =>
        Reason.Length == 0
            ? []
            : ReviewCards
                .Asked(after)
                .Select(agency => new Effect.SendMail(after.Id, MailKind.RequestPutRight, Topic.Agency(agency.Key, after.Version)));
}
