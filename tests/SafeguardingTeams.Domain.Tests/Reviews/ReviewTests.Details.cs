using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Reviews;
using SafeguardingTeams.Domain.Steps.ReviewDetails;
using SafeguardingTeams.Domain.Steps.ReviewEnding;
using SafeguardingTeams.Domain.Steps.ReviewReminders;
using SafeguardingTeams.Domain.Steps.ReviewReport;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.Domain.Tests.Reviews;

/// <content>What agencies are asked for, and what they answer (C6, C10, C23).</content>
public partial class ReviewTests
{
    private static readonly string FirstDetail = ReviewPinning.Of(Timescales.ReviewDetail, 1);

    [Fact]
    public void No_agency_is_asked_for_more_before_the_terms_of_reference_are_approved_C10()
    {
        Refused("terms-before-asking", ReviewStory.At(ReviewStage.UnderWay).When(ReviewStory.AskDetail(), Operations));
        Refused("terms-before-asking", ReviewStory.At(ReviewStage.UnderWay).TermsWithLeads().When(ReviewStory.AskDetail(), Operations));
        Assert.IsType<Decision.Accepted>(ReviewStory.At(ReviewStage.UnderWay).WithTerms().When(ReviewStory.AskDetail(), Operations));
        // What the leads do not decide has no terms of reference here.
        Assert.IsType<Decision.Accepted>(ReviewStory.Begun().When(ReviewStory.AskDetail(), Operations));
        Refused("not-done-here", ReviewStory.Begun(ReviewKind.FollowedElsewhere).When(ReviewStory.AskDetail(), Operations));
    }

    [Fact]
    public void Each_agency_has_a_request_a_clock_and_an_answer_of_its_own_and_nothing_held_is_one_C23()
    {
        var story = ReviewStory.AskedForDetail();
        Assert.Equal([("trust", 1), ("police", 2)], story.File.Details.Select(one => (one.Body.AgencyId, one.Number)));
        Assert.Equal(new(2026, 11, 16), story.File.Clock(FirstDetail)!.Deadline.DueDay);
        Assert.Equal(
            ["trust", "police"],
            ReviewTask.OfAgencies(story.File).Where(task => task.Kind == TaskKind.AnswerDetail).Select(task => task.AgencyId)
        );
        story.Given(ReviewStory.GiveDetail(), ActionStory.Member);
        Assert.False(story.File.Clock(FirstDetail)!.Runs);
        story.Given(ReviewStory.GiveDetail(2, DetailReply.NothingHeld, "Rung back."), Operations);
        Assert.False(story.File.WaitsForDetail);
        Assert.Equal(("", "Rung back."), (story.File.Details[1].Answer!.Where, story.File.Details[1].Answer!.Verified));

        // An answer may be replaced; what was said before stays.
        Refused("nothing-changed", story.When(ReviewStory.GiveDetail(), ActionStory.Member));
        story.Given(ReviewStory.GiveDetail() with { Text = "Five contacts." }, ActionStory.Member);
        Assert.Equal(2, story.File.Details[0].Answers.Count);
    }

    [Fact]
    public void An_agency_sees_its_own_requests_and_nothing_else_and_answers_for_nobody_else_C23_F2()
    {
        var story = ReviewStory.AskedForDetail();
        foreach (var actor in new[] { ActionStory.Member, ActionStory.AgencyLead })
        {
            Assert.False(ReviewPermissions.Sees(story.File, actor));
            Assert.Equal([1], ReviewPermissions.DetailsOf(story.File, actor).Select(one => one.Number));
            Assert.Equal([Step.AnswerDetail], Enum.GetValues<Step>().Where(step => ReviewRules.MayTake(step, story.File, actor)));
            Assert.Equal(Refusal.NotFound, Assert.Single(Reasons(story.When(ReviewStory.GiveDetail(2), actor))));
            Assert.IsType<Decision.Accepted>(ReviewStory.AskedForDetail().When(ReviewStory.GiveDetail(), actor));
        }

        var stranger = ActionStory.Member with { AgencyId = "schools" };
        Assert.Equal(Refusal.NotFound, Assert.Single(Reasons(story.When(ReviewStory.GiveDetail(), stranger))));
        Assert.Equal(Refusal.NotYours, Assert.Single(Reasons(story.When(ReviewStory.GiveDetail(), Chair))));
        story.Given(ReviewStory.TakesDetailBack(), Chair);
        Assert.Empty(ReviewPermissions.DetailsOf(story.File, ActionStory.Member));
        Assert.Equal(Refusal.NotFound, Assert.Single(Reasons(story.When(ReviewStory.GiveDetail(), ActionStory.Member))));
        Assert.Equal(Refusal.Overtaken, Assert.Single(Reasons(story.When(ReviewStory.GiveDetail(verified: "x"), Operations))));
    }

    [Fact]
    public void Operations_are_told_of_each_answer_an_agency_gives_itself_and_of_none_they_record_C23()
    {
        var story = ReviewStory.AskedForDetail().Given(ReviewStory.GiveDetail(), ActionStory.Member);
        var first = Assert.Single(Told(story, anew: false));
        Assert.Equal(new Recipient.HoldersOf(Role.Operations), first.To);
        story.Given(ReviewStory.ReturnsDetail(), Chair);
        Assert.Equal(first.About, Assert.Single(Told(story, anew: true)).About);
        story.Given(ReviewStory.GiveDetail() with { Text = "All notes." }, ActionStory.AgencyLead);
        Assert.NotEqual(first.About, Assert.Single(Told(story, anew: false)).About);
        Assert.Equal(first.About, Assert.Single(Told(story, anew: true)).About);
        story.Given(ReviewStory.GiveDetail(2, DetailReply.NothingHeld, "Rung back."), Operations);
        Assert.Empty(Told(story, anew: false));

        static List<Effect.ShowCard> Told(ReviewStory story, bool anew) =>
            [
                .. ((ReviewEvent)story.File.History[^1].Event)
                    .WhatFollows(story.File)
                    .OfType<Effect.ShowCard>()
                    .Where(card => card.Kind == CardKind.ReviewDetailAnswered && card.OnlyIfShown == anew),
            ];
    }

    [Fact]
    public void An_agency_is_asked_again_for_what_is_missing_and_its_days_run_anew_C23()
    {
        var story = ReviewStory.AskedForDetail().Given(ReviewStory.GiveDetail(), ActionStory.Member);
        Refused("not-there", story.When(ReviewStory.ReturnsDetail(2), Operations));
        Refused("answer-needed", story.When(ReviewStory.ReturnsDetail() with { Missing = "" }, Operations));
        Refused("past", story.When(ReviewStory.ReturnsDetail() with { Due = new(2026, 11, 2) }, Operations));
        story.On(CaseStory.Monday.AddDays(7)).Given(ReviewStory.ReturnsDetail(), Chair);
        Assert.Equal((true, new DateOnly(2026, 11, 23)), Runs(story.File));
        // The card it had says nothing of what is missing: it is drawn for another state.
        Refused("drawn-before", story.When(ReviewStory.GiveDetail() with { Text = "All notes.", Seen = 101 }, ActionStory.Member));
        story.Given(ReviewStory.GiveDetail() with { Text = "All notes.", Seen = 201 }, ActionStory.Member);
        Assert.False(story.File.Details[0].IsOpen);

        static (bool, DateOnly) Runs(ReviewFile file) => (file.Clock(FirstDetail)!.Runs, file.Clock(FirstDetail)!.Deadline.DueDay);
    }

    [Theory]
    [InlineData("bodies", "choice-needed")]
    [InlineData("why", "answer-needed")]
    [InlineData("text", "answer-needed")]
    [InlineData("long", "too-long")]
    [InlineData("period", "order")]
    [InlineData("future", "in-future")]
    [InlineData("due", "past")]
    public void What_is_missing_of_a_request_is_refused_beside_its_field_C23(string what, string code)
    {
        var (command, ask) = (ReviewStory.AskDetail(), ReviewStory.Detail);
        command = what switch
        {
            "bodies" => command with { Bodies = [] },
            "due" => command with { Due = new(2026, 11, 2) },
            _ => command with
            {
                Ask = what switch
                {
                    "why" => ask with { Why = " " },
                    "text" => ask with { Asked = "" },
                    "long" => ask with { Asked = new('w', DetailAsk.LongestText + 1) },
                    "period" => ask with { To = new(2023, 1, 1) },
                    _ => ask with { From = new(2026, 11, 3), To = new(2026, 11, 4) },
                },
            },
        };
        Refused(code, ReviewStory.At(ReviewStage.UnderWay).WithTerms().When(command, Operations));
    }

    [Theory]
    [InlineData("text", "answer-needed")]
    [InlineData("where", "answer-needed")]
    [InlineData("future", "in-future")]
    [InlineData("early", "too-early")]
    [InlineData("verified", "answer-needed")]
    public void What_is_missing_of_an_agencys_answer_is_refused_C23(string what, string code)
    {
        var answer = ReviewStory.GiveDetail();
        Refused(
            code,
            ReviewStory
                .AskedForDetail()
                .When(
                    what switch
                    {
                        "text" => answer with { Text = "" },
                        "where" => answer with { Where = "" },
                        "future" => answer with { On = new(2026, 11, 3) },
                        "early" => answer with { On = new(2026, 11, 1) },
                        _ => answer,
                    },
                    what == "verified" ? Operations : ActionStory.Member
                )
        );
    }

    [Fact]
    public void No_name_of_what_it_is_about_gets_to_an_agency_F2()
    {
        var file = CaseStory.At(Domain.Cases.Stage.PanelAnswered).File;
        file = file with { Review = file.Review with { Request = file.Review.Request.With("mother", "name", "Zqxparent") } };
        var wrong = (ReviewStory.Detail with { Why = "What Zqxparent said.", Asked = "Ask for Zqxparent." })
            .Refusals([file], new(2026, 11, 2))
            .OfType<Refusal>()
            .ToList();
        Assert.Equal(["why", "text"], wrong.Select(one => one.Field));
        Assert.All(wrong, one => Assert.Equal("name-in-text", one.Code));
    }

    [Fact]
    public void A_review_is_not_closed_while_an_agency_is_asked_C23()
    {
        var story = ReviewStory
            .Begun()
            .Given(ReviewStory.AskDetail(), Operations)
            .Given(new RecordFindings(Id, "Half the records had no note.", new(2026, 11, 2)), Operations);
        Assert.DoesNotContain(ReviewTask.Of(story.File), one => one.Step == Step.CloseReview);
        Refused("detail-open", story.When(new CloseReview(Id, ""), Chair));
        story.Given(ReviewStory.TakesDetailBack(), Operations).Given(new CloseReview(Id, ""), Chair);
        Assert.Equal(ReviewStage.Closed, story.File.Stage);
    }

    [Fact]
    public void Its_people_are_chased_then_operations_and_nobody_gets_the_recommendations_by_it_C23_F2()
    {
        var story = ReviewStory.AskedForDetail();
        var told = story
            .File.Clock(FirstDetail)!
            .Deadline.Chases.Select(chase =>
            {
                story.On(chase.At).Given(new RemindReview(Id, FirstDetail), ActionStory.System);
                var file = story.File;
                return string.Join(
                    ", ",
                    ((ReviewReminded)file.History[^1].Event)
                        .WhatFollows(file)
                        .OfType<Effect.ShowCard>()
                        .Select(card => $"{card.To}".Replace(" ", "", StringComparison.Ordinal))
                        .Distinct()
                );
            })
            .ToList();
        const string Theirs = "RepresentativeOf{Agency=trust}, MemberOf{Agency=trust}";
        Assert.Equal([Theirs, Theirs, Theirs, "HoldersOf{Role=Operations}"], told);
        Assert.False(story.File.AgenciesLeadsTold);
    }

    [Fact]
    public void A_day_that_was_given_stays_and_the_usual_one_is_counted_again_C23_PD1()
    {
        var given = ReviewStory
            .At(ReviewStage.UnderWay)
            .WithTerms()
            .Given(ReviewStory.AskDetail() with { Due = new(2026, 12, 1) }, Operations);
        Assert.True(given.File.Details[0].HasGivenDay);
        given.Given(new EndReview(Id, "By mistake."), Operations).Given(new ReopenReview(Id, "It goes on."), Chair);
        Assert.Equal((true, new DateOnly(2026, 12, 1)), Runs(given.File));
        var usual = ReviewStory.AskedForDetail().Given(new EndReview(Id, "By mistake."), Operations);
        Assert.Empty(ReviewTask.OfAgencies(usual.File));
        Refused("not-found", usual.When(ReviewStory.GiveDetail(), ActionStory.Member));
        usual.Given(new ReopenReview(Id, "It goes on."), Chair);
        Assert.Equal((true, new DateOnly(2026, 11, 16)), Runs(usual.File));

        static (bool, DateOnly) Runs(ReviewFile file) => (file.Clock(FirstDetail)!.Runs, file.Clock(FirstDetail)!.Deadline.DueDay);
    }

    private static System.Collections.Immutable.ImmutableList<Refusal> Reasons(Decision decision) =>
        Assert.IsType<Decision.Refused>(decision).Reasons;
}
