using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Reviews;
using SafeguardingTeams.Domain.Steps.ReviewDecision;
using SafeguardingTeams.Domain.Steps.ReviewProgress;
using SafeguardingTeams.Domain.Steps.ReviewPublication;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.Domain.Tests.Calendar;

/// <content>Reviews: decided, told outside, looked at, published (C2, C8, C11, C15, C16, C17).</content>
public partial class ClocksByHandTests
{
    [Theory]
    [InlineData("2026-12-18", "2026-12-29: 12-24 12-29 12-30 12-31")]
    [InlineData("2027-03-22", "2027-03-31: 03-30 03-31 04-01 04-02")]
    [InlineData("2028-02-28", "2028-03-06: 03-03 03-06 03-07 03-08")] // A leap year.
    public void The_leads_say_within_5_working_days_whether_there_is_to_be_a_review_C8(string proposed, string expected)
    {
        var story = new ReviewStory { Now = At(proposed) };
        // Two working days of lateness are said: to the leads, then to the Chair.
        Check(expected, story.When(ReviewStory.Propose(), Operations), () => story.File, Timescales.ReviewLeads);
    }

    /// <summary>
    /// Six months from the decision; the working day before, on the day or the working day before it, late to owner, Chair and leads.
    /// </summary>
    [Theory]
    [InlineData("2026-08-31", "2027-02-28: 02-26 03-01 03-02")] // The last of February is a Sunday: said once, on the Friday.
    [InlineData("2026-09-28", "2027-03-28: 03-25 03-30 03-31")] // Easter Sunday: said once, before Good Friday.
    [InlineData("2027-08-29", "2028-02-29: 02-28 02-29 03-01 03-02")]
    [InlineData("2026-06-25", "2026-12-25: 12-24 12-29 12-30")] // Christmas Day.
    public void A_review_is_published_six_months_after_the_leads_decided_C2(string decided, string expected)
    {
        Check(expected, Decided(decided, out var story), () => story.File, Timescales.ReviewPublished);
    }

    [Theory]
    [InlineData("2026-12-24", "2026-12-29: 12-29 12-30 12-31")]
    [InlineData("2027-03-25", "2027-03-30: 03-30 03-31 04-01")]
    public void Panel_Ofsted_and_DfE_are_told_on_the_next_working_day_C8(string decided, string expected)
    {
        Check(expected, Decided(decided, out var story), () => story.File, Timescales.ReviewTold);
    }

    [Theory]
    [InlineData("2026-12-24", "2026-12-29: 12-29 12-30 12-31")]
    [InlineData("2027-03-25", "2027-03-30: 03-30 03-31 04-01")]
    public void Panel_Ofsted_and_DfE_are_told_of_the_reviewer_on_the_next_working_day_C8_C9(string appointed, string expected)
    {
        var story = ReviewStory.At(ReviewStage.UnderWay).On(At(appointed));
        var appoint = ReviewStory.Appoint() with { On = Day(appointed) };
        Check(expected, story.When(appoint, Operations), () => story.File, Timescales.ReviewPersonTold);
    }

    /// <summary>Over Christmas, over Easter and both May holidays.</summary>
    [Theory]
    [InlineData("2026-12-04", "2027-01-06: 01-05 01-06 01-07 01-08")]
    [InlineData("2027-04-12", "2027-05-11: 05-10 05-11 05-12 05-13")]
    public void Terms_of_reference_are_approved_within_20_working_days_C10(string decided, string expected)
    {
        Check(expected, Decided(decided, out var story), () => story.File, Timescales.ReviewTerms);
    }

    [Theory]
    [InlineData("2026-11-30", "2026-12-30: 12-29 12-30 12-31 01-04")]
    [InlineData("2027-01-31", "2027-02-28: 02-26 03-01 03-02")]
    public void A_review_is_looked_at_a_month_later_C11(string looked, string expected)
    {
        var story = ReviewStory.At(ReviewStage.UnderWay).On(At(looked));
        var look = new LookAtReview(ReviewStory.Id, Day(looked), LookState.OnPlan, "The lines are answered.", false, "");
        Check(expected, story.When(look, Operations), () => story.File, Timescales.ReviewLook);
    }

    [Theory]
    [InlineData("2026-12-23", "2026-12-29: 12-24 12-29 12-30 12-31")]
    [InlineData("2027-03-25", "2027-03-31: 03-30 03-31 04-01 04-02")]
    public void A_delay_is_told_within_2_working_days_C17(string seen, string expected)
    {
        var story = ReviewStory.At(ReviewStage.UnderWay).On(At(seen));
        var late = new ForecastReview(ReviewStory.Id, new(2027, 9, 1), DelayReason.Inquest, "The inquest is in July.");
        Check(expected, story.When(late, Operations), () => story.File, Timescales.ReviewDelayTold);
    }

    /// <summary>Back from the day of publication, over Christmas and Easter.</summary>
    [Theory]
    [InlineData("2027-01-05", "2026-12-22: 12-21 12-22 12-23 12-24")]
    [InlineData("2027-04-05", "2027-03-23: 03-22 03-23 03-24 03-25")]
    [InlineData("2026-12-28", "2026-12-16: 12-15 12-16 12-17 12-18")] // A bank holiday.
    public void The_report_is_with_Panel_DfE_and_Ofsted_7_working_days_before_C15(string published, string expected)
    {
        var story = ReviewStory.At(ReviewStage.Accepted);
        var plan = new PlanPublication(ReviewStory.Id, PublicationForm.Report, "", Day(published));
        Check(expected, story.When(plan, Operations), () => story.File, Timescales.ReviewReportSent);
    }

    [Theory]
    [InlineData("2026-11-02", "2027-11-02: 11-02")]
    [InlineData("2026-12-27", "2027-12-27: 12-24")] // A bank holiday a year later: said on the working day before.
    public void That_it_may_be_taken_down_is_said_once_after_a_year_and_is_never_late_C16(string published, string expected)
    {
        var story = ReviewStory
            .At(ReviewStage.Accepted)
            .Given(new PlanPublication(ReviewStory.Id, PublicationForm.Report, "", Day(published)), Operations)
            .On(At(published));
        var done = new RecordPublished(ReviewStory.Id, Day(published), "Our pages", "The Chair", "It was in the press.");
        Check(expected, story.When(done, Operations), () => story.File, Timescales.ReviewTakenDown);
    }

    /// <summary>To who represents the agency and its member of the group; late to them, then to operations.</summary>
    [Theory]
    [InlineData("2026-12-18", "2027-01-06: 01-05 01-06 01-07 01-08")] // Christmas, Boxing Day and New Year between.
    [InlineData("2027-03-22", "2027-04-07: 04-06 04-07 04-08 04-09")] // Good Friday and Easter Monday between.
    [InlineData("2026-11-02", "2026-11-16: 11-13 11-16 11-17 11-18")]
    public void An_agency_answers_within_10_working_days_of_being_asked_C23(string asked, string expected)
    {
        var story = ReviewStory.At(ReviewStage.UnderWay).WithTerms().On(At(asked));
        Check(
            expected,
            story.When(ReviewStory.AskDetail(), Operations),
            () => story.File,
            Timescales.ReviewDetail with
            {
                Id = ReviewPinning.Of(Timescales.ReviewDetail, 1),
            }
        );
    }

    [Theory]
    [InlineData("2026-12-28", "2026-12-28: 12-24 12-29 12-30")] // A bank holiday: said once, before Christmas.
    [InlineData("2027-03-30", "2027-03-30: 03-25 03-30 03-31 04-01")] // The day after Easter Monday.
    public void Or_on_the_day_that_was_given_C23(string due, string expected)
    {
        var story = ReviewStory.At(ReviewStage.UnderWay).WithTerms();
        Check(
            expected,
            story.When(ReviewStory.AskDetail() with { Due = Day(due) }, Operations),
            () => story.File,
            Timescales.ReviewDetail with
            {
                Id = ReviewPinning.Of(Timescales.ReviewDetail, 1),
            }
        );
    }

    /// <summary>Its day is given; late to who sees to it, then to operations.</summary>
    [Theory]
    [InlineData("2026-12-28", "2026-12-28: 12-24 12-29 12-30")] // A bank holiday: said once, before Christmas.
    [InlineData("2027-03-30", "2027-03-30: 03-25 03-30 03-31 04-01")] // The day after Easter Monday.
    [InlineData("2027-01-04", "2027-01-04: 12-31 01-04 01-05 01-06")]
    public void What_was_asked_in_writing_is_reminded_of_on_its_day_C11(string due, string expected)
    {
        var story = ReviewStory.At(ReviewStage.UnderWay);
        Check(
            expected,
            story.When(ReviewStory.AskDraft with { Due = Day(due) }, Operations),
            () => story.File,
            Timescales.ReviewWritten with
            {
                Id = ReviewPinning.Of(Timescales.ReviewWritten, 1),
            }
        );
    }

    /// <summary>To the agency's member, then the Chair, then who leads the agency.</summary>
    [Theory]
    [InlineData("2026-10-25", "2026-12-25: 12-24 12-29 12-30 12-31")] // Christmas Day.
    [InlineData("2026-12-31", "2027-02-28: 02-26 03-01 03-02 03-03")] // The last of February is a Sunday.
    [InlineData("2027-01-29", "2027-03-29: 03-25 03-30 03-31 04-01")] // Easter Monday.
    public void Recommendations_are_answered_within_two_months_of_being_asked_C18(string accepted, string expected)
    {
        var story = new ReviewStory { Now = At(accepted) }
            .Given(ReviewStory.Propose(ReviewKind.SingleAgencyAudit) with { DecidedOn = Day(accepted), Due = new(2027, 12, 1) }, Operations)
            .Given(ReviewStory.Recommends(), Operations);
        var found = new Domain.Steps.ReviewReport.RecordFindings(ReviewStory.Id, "Half the records had no note.", Day(accepted));
        Check(expected, story.When(found, Operations), () => story.File, Timescales.ReviewRecommendations);
    }

    private static Decision Decided(string day, out ReviewStory story)
    {
        story = new ReviewStory { Now = At(day) }
            .Given(ReviewStory.Propose(), Operations)
            .Said(true, Role.LeadPolice, Role.LeadHealth);
        return story.When(new DecideOnReview(ReviewStory.Id, true, ""), ReviewStory.Lead(Role.LeadLocalAuthority));
    }
}
