using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Group;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.GroupReminders;

namespace SafeguardingTeams.Domain.Steps.TermsOfReference;

/// <summary>
/// Operations or the Chair record that the group's terms of reference were agreed, or reviewed and left as they are (E8). They are
/// reviewed every year: twelve months on, or earlier where local or national change requires.
/// </summary>
/// <param name="AgreedOn">The day.</param>
/// <param name="ReviewBy">An earlier day by which they are to be looked at again; null for twelve months on.</param>
/// <param name="Where">Where the document is kept.</param>
public sealed record AgreeTermsOfReference(DateOnly AgreedOn, DateOnly? ReviewBy, string Where) : GroupCommand
{
    /// <summary>How long they hold, in calendar months.</summary>
    public const int Months = 12;

    /// <inheritdoc/>
    public override Step Step => Step.AgreeTermsOfReference;

    /// <inheritdoc/>
    protected override Decision Decide(Records<GroupFile> files, DecisionContext context)
    {
        var latest = AgreedOn.AddMonths(Months);
        var terms = new AgreedTerms(AgreedOn, ReviewBy ?? latest, Where.Trim());
        return AgreedOn > context.Today ? Decision.Refuse(new("future", "This day is still to come.", "date"))
            : files.This.Terms is { } before && AgreedOn < before.AgreedOn
                ? Decision.Refuse(new("order", "They have been agreed on a later day since.", "date"))
            : ReviewBy is { } by && (by <= AgreedOn || by > latest)
                ? Decision.Refuse(new("order", "They are reviewed after they are agreed, and within twelve months.", "review"))
            : string.IsNullOrWhiteSpace(Where) ? Decision.Refuse(new("answer-needed", "Say where the document is kept.", "where"))
            : Where.Length > 200 ? Decision.Refuse(new("too-long", "Shorten it to 200 characters or fewer.", "where"))
            : terms == files.This.Terms ? Decision.Refuse(new("nothing-changed", "This is recorded already.", "date"))
            : Decision.Accept(files.This.Ref, new TermsOfReferenceAgreed(terms, RecalculateReview.Pin(terms, context.At, context)));
    }
}

/// <summary>The terms of reference were agreed, or reviewed.</summary>
/// <param name="Review">When they are to be reviewed; null in what was recorded before anybody was reminded of it, and where the list of
/// bank holidays ends before: it is pinned once the list goes on (<see cref="RecalculateReview"/>).</param>
public sealed record TermsOfReferenceAgreed(AgreedTerms Terms, Deadline? Review = null) : GroupEvent
{
    /// <inheritdoc/>
    public override string StoredName => "TermsOfReferenceAgreed.v1";

    /// <inheritdoc/>
    public override GroupFile ApplyTo(GroupFile group, RecordedEvent recorded) =>
        group with
        {
            Terms = Terms,
            Clocks = Review is null ? group.Clocks.Stopped(Timescales.TermsOfReference.Id, recorded.At) : group.Clocks.Started([Review]),
        };

    /// <inheritdoc/>
    public override IEnumerable<Effect> WhatFollows(GroupFile after) => GroupReminded.Again(after, Timescales.TermsOfReference.Id);
}
