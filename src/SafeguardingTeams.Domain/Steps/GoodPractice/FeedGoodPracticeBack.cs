using System.Collections.Immutable;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Learning;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.Domain.Steps.GoodPractice;

/// <summary>
/// Operations record that the practitioner's manager was told of their good practice, when and how, with the referrer's agreement; or why
/// nobody was (E22). Recorded again it is put right, with a reason (PD16).
/// </summary>
/// <param name="Reason">Why it is put right; empty the first time.</param>
/// <param name="Again">Whether something was recorded already when the card was drawn.</param>
public sealed record FeedGoodPracticeBack(RecordRef Learning, FedBack Said, string Reason = "", bool Again = false)
    : LearningCommand(Learning)
{
    /// <summary>The longest answer of who and how, in characters.</summary>
    public const int Longest = 200;

    /// <summary>The version of the record the card was drawn from: nobody replaces what they have not seen.</summary>
    public int Seen { get; init; } = int.MaxValue;

    /// <inheritdoc/>
    public override Step Step => Step.FeedGoodPracticeBack;

    /// <inheritdoc/>
    protected override Decision Decide(Records<LearningFile> files, DecisionContext context)
    {
        if (Again != files.This.FedBack is not null || files.This.HasSince<GoodPracticeFedBack>(Seen))
        {
            return Decision.Refuse(Refusal.Overtaken);
        }

        var said = Said.Told is { } told
            ? new FedBack(told with { Who = told.Who.Trim(), How = told.How.Trim() }, "")
            : new FedBack(null, Said.WhyNot.Trim());
        ImmutableList<Refusal> wrong =
        [
            .. (
                said.Told is { } there
                    ? new[]
                    {
                        Text(there.Who, "who", "Enter who was told: role and agency."),
                        Text(there.How, "how", "Enter how they were told, and by whom."),
                        there.On > context.Today ? new("future", "This day is still to come.", "date") : null,
                    }
                    :
                    [
                        said.WhyNot.Length == 0 ? new("answer-needed", "Say why nobody is told.", "whynot") : null,
                        Reasons.TooLong(said.WhyNot, "whynot"),
                    ]
            ).OfType<Refusal>(),
        ];
        return !wrong.IsEmpty ? new Decision.Refused(wrong)
            : said == files.This.FedBack ? Decision.Refuse(new("nothing-changed", "This is what is recorded already."))
            : Again && string.IsNullOrWhiteSpace(Reason)
                ? Decision.Refuse(Reasons.Needed("Say why it is put right. What was recorded before stays on the record."))
            : Reasons.TooLong(Reason) is { } refusal ? Decision.Refuse(refusal)
            : Decision.Accept(Learning, new GoodPracticeFedBack(said, Again ? Reason.Trim() : ""));
    }

    private static Refusal? Text(string text, string field, string message) =>
        text.Length == 0 ? new("answer-needed", message, field)
        : text.Length > Longest ? new("too-long", $"Shorten it to {Longest} characters or fewer.", field)
        : null;
}

/// <summary>Good practice was fed back, or it is recorded why not.</summary>
public sealed record GoodPracticeFedBack(FedBack Said, string Reason) : LearningEvent
{
    /// <inheritdoc/>
    public override string StoredName => "GoodPracticeFedBack.v1";

    /// <inheritdoc/>
    public override bool WhyIsForTheGroup => true;

    /// <inheritdoc/>
    public override LearningFile ApplyTo(LearningFile file, RecordedEvent recorded) => file with { FedBack = Said };

    /// <inheritdoc/>
    public override IEnumerable<Effect> WhatFollows(LearningFile after) => [LearningCards.Operations(after) with { OnlyIfShown = true }];
}
