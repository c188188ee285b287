using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Cases.Triage;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Forms;
using SafeguardingTeams.Domain.Forms.SeriousIncidentReferral;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.Referral;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.Domain.Tests.Steps;

/// <summary>A2, A3, A5, A6, A7; PD3, PD6a, PD16.</summary>
public class ReferralTests
{
    [Fact]
    public void A_referral_reaches_the_MASH_and_starts_its_clock_and_the_authoritys()
    {
        var file = new CaseStory().Submitted().File;
        Assert.Equal(Stage.AwaitingThreshold, file.Stage);
        Assert.Equal(new DateOnly(2026, 11, 3), file.Clock(Timescales.ThresholdDecision.Id)!.Deadline.DueDay);
        Assert.Equal(
            (new DateOnly(2026, 11, 9), ClockAnchor.AuthorityAware),
            (
                file.Clock(Timescales.AuthorityNotification.Id)!.Deadline.DueDay,
                file.Clock(Timescales.AuthorityNotification.Id)!.Deadline.Anchor
            )
        );
        Assert.True(file.Awareness is { IsDefault: true, AwareOn: { Day: 2 } });
        Assert.Equal("the-referrer", file.Referral!.Referrer.PersonId);
    }

    [Fact]
    public void The_MASH_and_the_referrer_are_told_at_once_and_nobody_else()
    {
        var file = new CaseStory().Submitted().File;
        Assert.Equal(
            [
                new Effect.ShowCard(CaseStory.Id, CardKind.ThresholdTask, new Recipient.HoldersOf(Role.MashOfficer)),
                new Effect.ShowCard(CaseStory.Id, CardKind.ReferralProgress, new Recipient.ThePerson("the-referrer")),
            ],
            EffectsOf.Event(file.History[^1].Event, file)
        );
    }

    [Fact]
    public void An_incomplete_referral_is_refused_with_every_reason_at_once()
    {
        var story = new CaseStory();
        var refused = Assert.IsType<Decision.Refused>(
            story.When(new SubmitReferral(CaseStory.Id, SeriousIncidentReferralV1.FormId, 1, Answers.None), CaseStory.Referrer)
        );
        Assert.True(refused.Reasons.Count > 10);
        Assert.All(refused.Reasons, reason => Assert.Equal("incomplete", reason.Code));
        Assert.Equal(Stage.NotStarted, story.File.Stage);
    }

    [Fact]
    public void A_MASH_officer_can_start_one_alone() =>
        Assert.Equal(
            Stage.AwaitingThreshold,
            new CaseStory()
                .Given(
                    new SubmitReferral(CaseStory.Id, SeriousIncidentReferralV1.FormId, 1, CaseStory.Complete()),
                    CaseStory.Somebody(Role.MashOfficer)
                )
                .File.Stage
        );

    [Fact]
    public void Sent_twice_is_refused_the_second_time()
    {
        var decision = new CaseStory()
            .Submitted()
            .When(new SubmitReferral(CaseStory.Id, SeriousIncidentReferralV1.FormId, 1, CaseStory.Complete()), CaseStory.Referrer);
        Assert.Equal(Refusal.Overtaken, Assert.Single(Assert.IsType<Decision.Refused>(decision).Reasons));
    }

    [Fact]
    public void Filling_a_blank_needs_no_reason_and_replacing_an_answer_does()
    {
        var blank = CaseStory.Complete().With("additional", "information", "");
        var story = new CaseStory().Given(new SubmitReferral(CaseStory.Id, SeriousIncidentReferralV1.FormId, 1, blank), CaseStory.Referrer);
        story.Given(
            new ChangeReferral(CaseStory.Id, blank, blank.With("additional", "information", "More."), ""),
            CaseStory.Somebody(Role.MashOfficer)
        );

        var now = story.File.Referral!.Answers;
        var other = now.With("additional", "information", "Something else.");
        Assert.Equal(
            "reason-needed",
            Assert
                .Single(
                    Assert
                        .IsType<Decision.Refused>(story.When(new ChangeReferral(CaseStory.Id, now, other, " "), CaseStory.Referrer))
                        .Reasons
                )
                .Code
        );
        Assert.Equal(
            "too-long",
            Assert
                .Single(
                    Assert
                        .IsType<Decision.Refused>(
                            story.When(new ChangeReferral(CaseStory.Id, now, other, new string('x', 4001)), CaseStory.Referrer)
                        )
                        .Reasons
                )
                .Code
        );
        story.Given(new ChangeReferral(CaseStory.Id, now, other, "It was wrong."), CaseStory.Referrer);
        var change = Assert.Single(((ReferralChanged)story.File.History[^1].Event).Changes);
        Assert.Equal(("More.", "Something else."), (change.Old, change.New));
        Assert.Equal("Something else.", story.File.Referral!.Answers["additional", "information"]);
    }

    [Fact]
    public void Two_people_who_change_different_answers_both_succeed_and_the_same_answer_is_refused_to_the_second()
    {
        var story = new CaseStory().Submitted();
        var began = story.File.Referral!.Answers;
        story.Given(
            new ChangeReferral(CaseStory.Id, began, began.With("incident", "carer", "The grandmother."), "Learnt today."),
            CaseStory.Somebody(Role.MashOfficer)
        );
        story.Given(
            new ChangeReferral(CaseStory.Id, began, began.With("incident", "location", "The park."), "Learnt today."),
            CaseStory.Referrer
        );
        Assert.Equal("The grandmother.", story.File.Referral!.Answers["incident", "carer"]);
        var clash = story.When(
            new ChangeReferral(CaseStory.Id, began, began.With("incident", "carer", "An aunt."), "I think so."),
            CaseStory.Referrer
        );
        Assert.Equal("changed-meanwhile", Assert.Single(Assert.IsType<Decision.Refused>(clash).Reasons).Code);
    }

    [Fact]
    public void A_change_must_change_something_and_may_not_break_the_form()
    {
        var story = new CaseStory().Submitted();
        var answers = story.File.Referral!.Answers;
        Assert.Equal(
            "nothing-changed",
            Assert
                .Single(
                    Assert
                        .IsType<Decision.Refused>(story.When(new ChangeReferral(CaseStory.Id, answers, answers, "x"), CaseStory.Referrer))
                        .Reasons
                )
                .Code
        );
        Assert.Equal(
            "incomplete",
            Assert
                .Single(
                    Assert
                        .IsType<Decision.Refused>(
                            story.When(
                                new ChangeReferral(CaseStory.Id, answers, answers.With("outline", "reasons", ""), "x"),
                                CaseStory.Referrer
                            )
                        )
                        .Reasons
                )
                .Code
        );
    }

    [Fact]
    public void Withdrawn_before_triage_with_a_reason_and_no_more_afterwards()
    {
        var story = new CaseStory().Submitted();
        Assert.Equal(
            "reason",
            Assert
                .Single(Assert.IsType<Decision.Refused>(story.When(new WithdrawReferral(CaseStory.Id, ""), CaseStory.Referrer)).Reasons)
                .Field
        );
        story.Given(new WithdrawReferral(CaseStory.Id, "Sent by mistake."), CaseStory.Referrer);
        Assert.Equal(Stage.Withdrawn, story.File.Stage);
        Assert.DoesNotContain(story.File.Clocks, clock => clock.Runs);
        Assert.Empty(CaseTask.Of(story.File));

        Assert.Equal(
            Refusal.Overtaken,
            Assert.Single(
                Assert
                    .IsType<Decision.Refused>(
                        CaseStory.At(Stage.AwaitingRecommendation).When(new WithdrawReferral(CaseStory.Id, "x"), CaseStory.Referrer)
                    )
                    .Reasons
            )
        );
    }
}
