using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Reviews;
using SafeguardingTeams.Domain.Steps.ReviewDecision;
using SafeguardingTeams.Domain.Steps.ReviewReport;
using SafeguardingTeams.Domain.Steps.ReviewTelephone;
using SafeguardingTeams.Domain.Steps.ReviewTerms;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.Domain.Tests.Reviews;

/// <content>A lead's answer by telephone, as operations record it (PD8).</content>
public partial class ReviewTests
{
    [Fact]
    public void What_a_lead_answers_by_telephone_counts_for_each_of_the_three_questions_PD8_C8_C10_C14()
    {
        var story = ReviewStory.At(ReviewStage.Proposed).Said(true, Role.LeadLocalAuthority, Role.LeadPolice);
        story.Given(ReviewStory.ByTelephone(), Operations);
        Assert.Equal(ReviewStage.UnderWay, story.File.Stage);

        Refused("leads-not-asked", story.When(ReviewStory.ByTelephone(), Operations));
        story.TermsWithLeads();
        foreach (var lead in Partners.Leads)
        {
            story.Given(ReviewStory.ByTelephone(lead), Operations);
        }

        Assert.NotNull(story.File.Terms.Approved);
        story.Given(new SubmitReviewReport(Id, ReviewStory.Report), Operations);
        story.Given(ReviewStory.ByTelephone(agrees: false, reason: "Why is missing."), Operations);
        Assert.Equal(ReviewStage.UnderWay, story.File.Stage);
        Assert.Equal(0, story.File.Terms.Views.Count(view => view.Call is null));
    }

    [Fact]
    public void The_lead_is_told_and_their_own_word_takes_its_place_PD8()
    {
        var story = ReviewStory.At(ReviewStage.ReportWithLeads).Given(ReviewStory.ByTelephone(), Operations);
        var version = story.File.Version;
        var told = Assert.Single(Told(story.File), card => !card.OnlyIfShown);
        Assert.Equal(new Recipient.HoldersOf(Role.LeadHealth), told.To);
        Assert.True(story.File.CanStillBeSaidOtherwise(version));

        // Nobody replaces a lead's own word for them; and what they say otherwise sends the report back.
        story.Given(new AcceptReviewReport(Id, true, ""), ReviewStory.Lead(Role.LeadPolice));
        Refused("own-word", story.When(ReviewStory.ByTelephone(Role.LeadPolice, false, "They rang."), Operations));
        story.Given(new AcceptReviewReport(Id, false, "I never said so."), ReviewStory.Lead(Role.LeadHealth));
        Assert.Equal(ReviewStage.UnderWay, story.File.Stage);
        Assert.False(story.File.CanStillBeSaidOtherwise(version));
        Assert.Contains(Told(story.File), card => card.OnlyIfShown && card.About == told.About);

        static IEnumerable<Effect.ShowCard> Told(ReviewFile file) =>
            ((ReviewEvent)file.History[^1].Event)
                .WhatFollows(file)
                .OfType<Effect.ShowCard>()
                .Where(card => card.Kind == CardKind.ReviewAnsweredForLead);
    }

    [Fact]
    public void A_lead_may_confirm_what_was_recorded_for_them_and_operations_may_put_it_right_with_a_reason_PD8()
    {
        var story = ReviewStory.At(ReviewStage.Proposed).Given(ReviewStory.ByTelephone(), Operations);
        Refused("answer-needed", story.When(ReviewStory.ByTelephone(agrees: true), Operations));
        Refused("drawn-before", story.When(ReviewStory.ByTelephone(reason: "Misheard.") with { Round = 2 }, Operations));
        story.Given(ReviewStory.ByTelephone(agrees: false, reason: "Misheard: an audit is enough."), Operations);
        Assert.False(Assert.Single(story.File.Views).Agrees);
        story.Given(new DecideOnReview(Id, false, "Misheard: an audit is enough."), ReviewStory.Lead(Role.LeadHealth));
        Assert.Null(Assert.Single(story.File.Views).Call);

        // The same with terms of reference.
        var terms = ReviewStory.At(ReviewStage.UnderWay).TermsWithLeads().Given(ReviewStory.ByTelephone(), Operations);
        terms.Given(new ApproveReviewTerms(Id, true, ""), ReviewStory.Lead(Role.LeadHealth));
        Assert.Null(Assert.Single(terms.File.Terms.Views).Call);
        Refused("nothing-changed", terms.When(new ApproveReviewTerms(Id, true, ""), ReviewStory.Lead(Role.LeadHealth)));
    }

    [Theory]
    [InlineData("lead", "answer-needed")]
    [InlineData("given", "answer-needed")]
    [InlineData("verified", "answer-needed")]
    [InlineData("reason", "answer-needed")]
    [InlineData("future", "in-future")]
    [InlineData("early", "too-early")]
    public void What_is_missing_of_an_answer_by_telephone_is_refused_beside_its_field_PD8(string what, string code)
    {
        var command = ReviewStory.ByTelephone();
        command = what switch
        {
            "lead" => command with { Lead = Role.Chair },
            "given" => command with { Call = command.Call with { GivenBy = " " } },
            "verified" => command with { Call = command.Call with { Verified = "" } },
            "reason" => command with { Agrees = false },
            "future" => command with { Call = command.Call with { On = new(2026, 11, 3) } },
            _ => command with { Call = command.Call with { On = new(2026, 11, 1) } },
        };
        Refused(code, ReviewStory.At(ReviewStage.Proposed).When(command, Operations));
    }

    [Fact]
    public void Nobody_but_operations_records_it_and_only_of_what_the_leads_decide_PD8_F2()
    {
        var story = ReviewStory.At(ReviewStage.Proposed);
        foreach (var actor in new[] { Chair, ReviewStory.Lead(Role.LeadHealth), ReviewStory.Owner })
        {
            Refused("not-yours", story.When(ReviewStory.ByTelephone(), actor));
        }

        Assert.Equal(Refusal.NotFound, Assert.Single(Reasons(story.When(ReviewStory.ByTelephone(), ActionStory.Member))));
        Refused("leads-not-asked", ReviewStory.Begun().When(ReviewStory.ByTelephone(), Operations));
        Refused("overtaken", ReviewStory.At(ReviewStage.Ended).When(ReviewStory.ByTelephone(), Operations));
    }
}
