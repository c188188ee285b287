using System.Collections.Immutable;
using SafeguardingTeams.Domain.Actions;
using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.Domain.Reviews;

/// <summary>A review or an audit, from when it is proposed until nothing more is done with it (C1 to C3, C8).</summary>
/// <param name="Reference">Which.</param>
public sealed partial record ReviewFile(RecordRef Reference) : RecordFile
{
    /// <inheritdoc/>
    public override RecordRef Ref => Reference;

    /// <summary>Where it stands.</summary>
    public ReviewStage Stage { get; init; } = ReviewStage.NotStarted;

    /// <inheritdoc/>
    public override string StageName => Stage.ToString();

    /// <summary>As it was proposed, or begun; null before.</summary>
    public ReviewPlan? Plan { get; init; }

    /// <summary>Who sees to it (C2).</summary>
    public ActionOwner? Owner { get; init; }

    /// <summary>The numbers in force when it was proposed (PD9); null before.</summary>
    public PinnedRules? Rules { get; init; }

    /// <summary>When it was proposed, or begun.</summary>
    public DateTimeOffset ProposedAt { get; init; }

    /// <summary>The roles that depart from the partnership's file for it, as they did in what it is about.</summary>
    public ImmutableList<AssignedForReview> Assigned { get; init; } = [];

    /// <summary>How often the leads were asked, from 1.</summary>
    public int Asked { get; init; }

    /// <summary>What the leads think, this time; one for each partner.</summary>
    public ImmutableList<LeadsView> Views { get; init; } = [];

    /// <summary>The day it was decided on: six months run from it (C8). Of what the leads do not decide, the day the group did.</summary>
    public DateOnly? DecidedOn { get; init; }

    /// <summary>Its terms of reference, as far as they are written (C10).</summary>
    public TermsOfReview Terms { get; init; } = new();

    /// <summary>Reviewers and independent Chairs, those of before too (C9).</summary>
    public ImmutableList<ReviewPerson> People { get; init; } = [];

    /// <summary>The day it became another who reviews, which is told outside; null where there is nothing of it to tell.</summary>
    public DateOnly? ReviewersChangedOn { get; init; }

    /// <summary>Which bodies outside were told of what, oldest first (C8, C15, C17).</summary>
    public ImmutableList<BodyTold> Told { get; init; } = [];

    /// <summary>How it goes, each time somebody looked, oldest first (C11).</summary>
    public ImmutableList<ReviewLook> Looks { get; init; } = [];

    /// <summary>The changes of the day it is expected to be done, oldest first, each with its reason (C17).</summary>
    public ImmutableList<ReviewForecast> Forecasts { get; init; } = [];

    /// <summary>What was heard of something another body does, oldest first (C7).</summary>
    public ImmutableList<HeardElsewhere> Heard { get; init; } = [];

    /// <summary>What the group says of something national (C21); null before, or where it is nothing national.</summary>
    public NationalAnswer? Answer { get; init; }

    /// <summary>Proceedings elsewhere that run beside it (C22).</summary>
    public ImmutableList<Proceeding> Proceedings { get; init; } = [];

    /// <summary>How often these were changed.</summary>
    public int ProceedingsChanged { get; init; }

    /// <summary>Whether publication waits for proceedings that have not ended (C22).</summary>
    public bool PublicationWaits => Proceedings.Exists(one => one is { HoldsPublication: true, Ended: "" });

    /// <summary>The final report as it was last put before the leads (C14); null before.</summary>
    public FinalReport? Report { get; init; }

    /// <summary>What was found, of what the leads do not decide (C3); empty before.</summary>
    public string Found { get; init; } = "";

    /// <summary>The day report or findings were accepted; null before.</summary>
    public DateOnly? AcceptedOn { get; init; }

    /// <summary>What of it is published, and when (C15, C16); null before that is recorded.</summary>
    public Publication? Publication { get; init; }

    /// <summary>Why it was ended, or closed; empty else.</summary>
    public string WhyEnded { get; init; } = "";

    /// <summary>The stage it goes back to where it is opened again.</summary>
    public ReviewStage? Before { get; init; }

    /// <summary>How often it came to another stage.</summary>
    public int Turns { get; init; }

    /// <summary>The partners whose lead has not said what they think.</summary>
    public IEnumerable<Role> Missing => LeadsViews.Missing(Views);

    /// <summary>Whether all three have said what they think, and it is not the same.</summary>
    public bool LeadsDiffer => Stage == ReviewStage.Proposed && Views.Count == Partners.Leads.Length;

    /// <summary>The day it is to be published, or done.</summary>
    public DateOnly? Limit => (Clock(Timescales.ReviewPublished.Id) ?? Clock(Timescales.ReviewDue.Id))?.Deadline.DueDay;

    /// <summary>The day it is expected to be published, or done, by what was recorded last.</summary>
    public DateOnly? Expected => Forecasts is [.., var last] ? last.Until : Limit;

    /// <summary>Whether it is expected after its limit, so that it is to be told why (C17).</summary>
    public bool IsDelayed => Expected > Limit;

    /// <summary>Whether nothing more is done with it.</summary>
    public bool IsOver => Stage is ReviewStage.Closed or ReviewStage.Declined or ReviewStage.Ended;

    /// <summary>The bodies that are still to be told of something.</summary>
    public IEnumerable<OutsideBody> Owed(TellingOf what) =>
        what.ToWhom().Except(Told.Where(told => told.Of == what).Select(told => told.Body));

    /// <summary>Whether a body outside is to be told of something now.</summary>
    public bool IsToBeTold(TellingOf what) =>
        Plan!.Kind.IsDecidedByLeads()
        && DecidedOn is not null
        && what switch
        {
            TellingOf.Decision => true,
            TellingOf.Delay => IsDelayed && Stage is ReviewStage.UnderWay or ReviewStage.ReportWithLeads or ReviewStage.Accepted,
            TellingOf.Report => Publication is not null,
            TellingOf.Reviewer => ReviewersChangedOn is not null,
        };

    /// <summary>What is to be told to whom and has not been.</summary>
    public IEnumerable<(TellingOf Of, OutsideBody Body)> OwedOutside =>
        Enum.GetValues<TellingOf>().Where(IsToBeTold).SelectMany(what => Owed(what).Select(body => (what, body)));

    /// <summary>Whether somebody outside is still to be told of something.</summary>
    public bool IsOwedOutside => OwedOutside.Any();

    /// <summary>
    /// Which time it is that a step is asked for. A card carries the one it was drawn for: what is new is not answered unseen.
    /// </summary>
    public int RoundOf(Step step) =>
        step switch
        {
            Step.DecideOnReview or Step.AskLeadsAgain or Step.AcceptReviewReport => (Turns * 100) + Asked,
            // What is new is not put before the leads, or published, unseen. Each of them only ever grows.
            Step.SubmitReviewReport or Step.PlanPublication => Turns + ReportsAdded,
            Step.RecordReviewLeadsAnswer => Turns + Asked + Terms.Versions.Count + LeadsAnswers,
            Step.LookAtReview => Looks.Count,
            Step.ForecastReview => Forecasts.Count,
            Step.HearOfReview => Heard.Count,
            Step.KeepProceeding or Step.EndProceeding => ProceedingsChanged,
            Step.WriteReviewTerms or Step.SubmitReviewTerms => Terms.Changes,
            Step.ApproveReviewTerms => Terms.Versions.Count,
            Step.AppointReviewPerson or Step.EndReviewPerson or Step.ChangeReviewPersonEmail => this.Changes(),
            Step.MakeReviewRecommendation => Recommendations.Count,
            Step.RequestDetail or Step.AnswerDetail or Step.ReturnDetail or Step.TakeBackDetail => DetailChanges,
            Step.KeepParticipation => ParticipantsChanged,
            Step.AgreeReviewPapers => PapersChanged,
            Step.AskInWriting => Written.Count,
            Step.RecordWhatCameBack => Written.Count(one => !one.IsOpen),
            _ => Turns,
        };

    /// <summary>Chair, operations, Scrutineer, the three leads but those who stood aside from what it is about, and its owner.</summary>
    /// <inheritdoc/>
    public override ImmutableHashSet<Role> RolesOf(Actor actor) =>
        [
            .. ReviewPermissions
                .Reading.Append(Role.ThisSystem)
                .Select(role => (Role: role, As: AssignmentOf(role)))
                .Where(one => (actor.MayHold.Contains(one.Role) || one.As.HandedTo == actor.PersonId) && actor.Holds(one.Role, one.As))
                .Select(one => one.Role),
            .. Owner is { HasAccount: true } owner && owner.PersonId == actor.PersonId ? [Role.ReviewOwner] : Array.Empty<Role>(),
        ];

    /// <summary>How a role is assigned for this review, where it departs from the partnership's file.</summary>
    public Assignment AssignmentOf(Role role) =>
        Assigned.Find(one => one.Role == role) is { } one ? new([.. one.StoodAside], false, one.HandedTo) : new([], false, "");

    /// <inheritdoc/>
    public override Refusal? Refuse(Step step, Actor actor) => ReviewRules.Refuse(step, this, actor);

    /// <inheritdoc/>
    protected internal override RecordFile Apply(RecordedEvent recorded) =>
        recorded.Event is ReviewEvent happened
            ? happened.ApplyTo(this, recorded)
            : throw new InvalidOperationException($"{recorded.Event.GetType().Name} does not happen to a review.");

    /// <summary>At another stage.</summary>
    internal ReviewFile To(ReviewStage stage) => this with { Stage = stage, Turns = Turns + 1 };

    /// <summary>With clocks started.</summary>
    internal ReviewFile Start(params IEnumerable<Deadline> deadlines) => this with { Clocks = Clocks.Started(deadlines) };

    /// <summary>With clocks stopped, where they run.</summary>
    internal ReviewFile Stop(DateTimeOffset at, params IEnumerable<Timescale> timescales) =>
        this with
        {
            Clocks = timescales.Aggregate(Clocks, (clocks, timescale) => clocks.Stopped(timescale.Id, at)),
        };

    /// <summary>With every clock stopped: nothing more is done with it.</summary>
    /// <param name="rests">Why, where what they wait for may be gone on with.</param>
    internal ReviewFile StopAll(DateTimeOffset at, ClockRest? rests = null) => this with { Clocks = Clocks.AllStopped(at, rests) };
}
