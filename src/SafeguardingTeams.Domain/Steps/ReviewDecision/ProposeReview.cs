using System.Collections.Immutable;
using SafeguardingTeams.Domain.Actions;
using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Reviews;

namespace SafeguardingTeams.Domain.Steps.ReviewDecision;

/// <summary>
/// Operations or the Chair propose a local or learning review to the three leads (C8, also where the Panel did not concur), or begin a
/// review or an audit that the group decided on (C3). What it is about is read, so that no name which stands there gets into the title.
/// </summary>  <param name="Review">The reference it gets.</param>  <param name="Owner">Who sees to it (C2).</param>  <param
/// name="DecidedOn">The day the group decided it; null where the leads are to decide.</param>  <param name="Due">By when it is done; null
/// where the leads are to decide, since six months run then.</param>
public sealed record ProposeReview(RecordRef Review, ReviewPlan Plan, ActionOwner Owner, DateOnly? DecidedOn, DateOnly? Due)
    : ReviewCommand(Review)
{
    /// <inheritdoc/>
    public override Step Step => Step.ProposeReview;

    /// <inheritdoc/>
    public override ImmutableList<RecordRef> Others => [.. Plan.Subjects.Distinct()];

    /// <inheritdoc/>
    protected override Decision Decide(Records<ReviewFile> files, DecisionContext context)
    {
        var byLeads = Plan.Kind.IsDecidedByLeads();
        var assigned = AssignedForReview.Of(files.Others);
        ImmutableList<Refusal> wrong =
        [
            .. Plan.Refusals(files.Others),
            .. Owner.Refusals(context),
            .. byLeads ? NobodyLeft(assigned, context) : Dates(context),
        ];
        if (!wrong.IsEmpty)
        {
            return new Decision.Refused(wrong);
        }

        var (plan, owner, rules) = (Plan.Trimmed(), Owner.AsInTheFile(context), context.Rules);
        return Decision.Accept(
            Review,
            byLeads
                ? new ReviewProposed(plan, owner, rules, context.Pin(rules, Timescales.ReviewLeads, context.Today), assigned)
                : new ReviewBegun(
                    plan,
                    owner,
                    rules,
                    DecidedOn!.Value,
                    [
                        context.PinOn(Timescales.ReviewDue, context.Today, Due!.Value),
                        context.Pin(rules, Timescales.ReviewLook, context.Today),
                    ],
                    assigned
                )
        );
    }

    private IEnumerable<Refusal> Dates(DecisionContext context) =>
        new[]
        {
            DecidedOn is null ? new("date-needed", "Enter the day of the meeting that decided it.", "date")
            : DecidedOn > context.Today ? new("in-future", "This day is still to come.", "date")
            : null,
            Due is null || Due <= context.Today ? new Refusal("past", "Give a date after today.", "due") : null,
        }.OfType<Refusal>();

    /// <summary>A partner for whom nobody is left would never answer.</summary>
    private static IEnumerable<Refusal> NobodyLeft(ImmutableList<AssignedForReview> assigned, DecisionContext context) =>
        assigned
            .Where(one =>
                Partners.Leads.Contains(one.Role)
                && !context.People.Exists(person => person.Holds(one.Role, new([.. one.StoodAside], false, one.HandedTo)))
            )
            .Take(1)
            .Select(_ => new Refusal(
                "nobody-left",
                "Of one partner nobody is left to decide: who leads it stood aside from the case. Hand that role over in the case, "
                    + "then propose the review."
            ));
}

/// <summary>A review was proposed to the three leads.</summary>
/// <param name="Rules">The numbers in force (PD9).</param>
/// <param name="Leads">By when they decide.</param>
public sealed record ReviewProposed(
    ReviewPlan Plan,
    ActionOwner Owner,
    PinnedRules Rules,
    Deadline Leads,
    ImmutableList<AssignedForReview> Assigned
) : ReviewEvent
{
    /// <inheritdoc/>
    public override string StoredName => "ReviewProposed.v1";

    /// <inheritdoc/>
    public override ReviewFile ApplyTo(ReviewFile file, RecordedEvent recorded) =>
        file.To(ReviewStage.Proposed).Start(Leads) with
        {
            Plan = Plan,
            Owner = Owner,
            Rules = Rules,
            Assigned = Assigned,
            ProposedAt = recorded.At,
            Asked = 1,
        };

    /// <inheritdoc/>
    public override IEnumerable<Effect> WhatFollows(ReviewFile after) => ReviewRecordCards.Proposed(after);
}

/// <summary>A review or an audit was begun that the group decided on.</summary>
/// <param name="Rules">The numbers in force (PD9).</param>
/// <param name="DecidedOn">The day of the meeting.</param>
/// <param name="Deadlines">By when it is done, and when it is looked at first.</param>
public sealed record ReviewBegun(
    ReviewPlan Plan,
    ActionOwner Owner,
    PinnedRules Rules,
    DateOnly DecidedOn,
    ImmutableList<Deadline> Deadlines,
    ImmutableList<AssignedForReview> Assigned
) : ReviewEvent
{
    /// <inheritdoc/>
    public override string StoredName => "ReviewBegun.v1";

    /// <inheritdoc/>
    public override ReviewFile ApplyTo(ReviewFile file, RecordedEvent recorded) =>
        file.To(ReviewStage.UnderWay).Start(Deadlines) with
        {
            Plan = Plan,
            Owner = Owner,
            Rules = Rules,
            Assigned = Assigned,
            ProposedAt = recorded.At,
            DecidedOn = DecidedOn,
        };

    /// <inheritdoc/>
    public override IEnumerable<Effect> WhatFollows(ReviewFile after) =>
        [ReviewRecordCards.ToOwner(after), .. ReviewRecordCards.News(after)];
}
