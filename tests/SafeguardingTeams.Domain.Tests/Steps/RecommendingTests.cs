using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Cases.Deciding;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.GroupMeeting;
using SafeguardingTeams.Domain.Steps.Mediation;
using SafeguardingTeams.Domain.Steps.Recommendation;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.Domain.Tests.Steps;

/// <summary>A9, A11, A14, PD16: what is refused of a recommendation, of a mediation and of the asking for a special meeting.</summary>
public class RecommendingTests
{
    private static readonly Actor Chair = CaseStory.Somebody(Role.Chair);
    private static readonly Actor Scrutineer = CaseStory.Somebody(Role.Scrutineer);

    [Fact]
    public void A_recommendation_has_reasons_within_a_limit_A9()
    {
        var story = CaseStory.At(Stage.AwaitingRecommendation);
        Recommend With(string reason) => new(CaseStory.Id, true, reason, false);
        Assert.Equal(("reason-needed", "reason"), Refused(story, With(" "), Chair));
        Assert.Equal(("too-long", "reason"), Refused(story, With(new('x', 4001)), Chair));
        story.Given(With(" Both criteria. "), Chair);
        Assert.Equal("Both criteria.", story.File.Recommendation!.Reason);
    }

    [Fact]
    public void A_recommendation_is_put_right_only_by_somebody_who_saw_it_and_only_where_something_differs_A9_PD16()
    {
        var story = CaseStory.At(Stage.AwaitingRecommendation);
        Recommend With(bool met, string reason, bool special, bool again) => new(CaseStory.Id, met, reason, special, again);
        Assert.Equal(("overtaken", null), Refused(story, With(true, "Both.", false, again: true), Chair));
        story.Given(With(false, "Neither.", special: true, again: false), Chair);
        Assert.Equal(("overtaken", null), Refused(story, With(true, "Both.", false, again: false), Chair));
        Assert.Equal(("nothing-changed", null), Refused(story, With(false, " Neither. ", special: true, again: true), Chair));
        story.Given(With(false, "Neither.", special: false, again: true), Chair);
        story.Given(With(false, "Neither is met.", special: false, again: true), Chair);
        Assert.Equal((false, 3), (story.File.Recommendation!.SpecialMeeting, story.File.Round!.Number));
    }

    [Fact]
    public void A_special_meeting_is_recommended_only_where_the_criteria_are_not_met_A14()
    {
        var story = CaseStory.At(Stage.AwaitingRecommendation).Given(new Recommend(CaseStory.Id, true, "Both.", true), Chair);
        Assert.False(story.File.Recommendation!.SpecialMeeting);
        Assert.Equal(("nothing-changed", null), Refused(story, new Recommend(CaseStory.Id, true, "Both.", true, Again: true), Chair));
    }

    [Fact]
    public void A_mediation_is_recorded_with_what_came_of_it_and_who_agreed_A11()
    {
        var story = CaseStory.At(Stage.AwaitingPartners).TheyDiffer().Given(new AskForMediation(CaseStory.Id), Chair);
        RecordMediation With(string outcome, string agreedBy) => new(CaseStory.Id, outcome, agreedBy);
        Assert.Equal(("reason-needed", "outcome"), Refused(story, With(" ", "All."), Scrutineer));
        Assert.Equal(("reason-needed", "agreed"), Refused(story, With("They talked.", " "), Scrutineer));
        Assert.Equal(("too-long", "outcome"), Refused(story, With(new('x', 4001), "All."), Scrutineer));
        Assert.Equal(("too-long", "agreed"), Refused(story, With("They talked.", new('x', 4001)), Scrutineer));
        Assert.True(story.File.Clock(Timescales.Mediation.Id)!.Runs);
        story.Given(With(" They talked. ", " All. "), Scrutineer);
        Assert.Equal(new MediationOutcome("They talked.", "All."), story.File.Mediated);
    }

    [Fact]
    public void The_record_of_a_mediation_is_corrected_whole_and_only_where_something_differs_A11_PD16()
    {
        var story = CaseStory.At(Stage.AwaitingPartners).TheyDiffer();
        CorrectMediation With(string outcome, string agreedBy, string reason = "A slip.") => new(CaseStory.Id, outcome, agreedBy, reason);
        Assert.Equal(("overtaken", null), Refused(story, With("They talked.", "All."), Scrutineer));
        story.Mediated();
        var (said, by) = (story.File.Mediated!.Outcome, story.File.Mediated.AgreedBy);
        Assert.Equal(("nothing-changed", null), Refused(story, With($" {said} ", by), Scrutineer));
        Assert.Equal(("reason-needed", "outcome"), Refused(story, With("", by), Scrutineer));
        Assert.Equal(("too-long", "outcome"), Refused(story, With(new('x', 4001), by), Scrutineer));
        Assert.Equal(("too-long", "reason"), Refused(story, With(said, "All.", new('x', 4001)), Scrutineer));
        story.Given(With(said, "All."), CaseStory.Somebody(Role.Operations));
        Assert.Equal(new MediationOutcome(said, "All."), story.File.Mediated);
    }

    [Fact]
    public void To_ask_for_a_special_meeting_and_to_take_that_back_need_reasons_within_a_limit_A14()
    {
        var story = CaseStory.At(Stage.AwaitingGroupMeeting);
        Assert.Equal(("reason-needed", "reason"), Refused(story, new AskForSpecialMeeting(CaseStory.Id, " "), Chair));
        Assert.Equal(("too-long", "reason"), Refused(story, new AskForSpecialMeeting(CaseStory.Id, new('x', 4001)), Chair));
        story.Given(new AskForSpecialMeeting(CaseStory.Id, "The next meeting is far away."), Chair);
        Assert.Equal(("reason-needed", "reason"), Refused(story, new TakeBackSpecialMeeting(CaseStory.Id, " "), Chair));
        Assert.Equal(("too-long", "reason"), Refused(story, new TakeBackSpecialMeeting(CaseStory.Id, new('x', 4001)), Chair));
        story.Given(new TakeBackSpecialMeeting(CaseStory.Id, "A meeting was put in."), Chair);
        Assert.Null(story.File.SpecialMeeting);
    }

    private static (string Code, string? Field) Refused(CaseStory story, Command command, Actor actor) =>
        Assert.IsType<Decision.Refused>(story.When(command, actor)).Reasons[0] is var refusal ? (refusal.Code, refusal.Field) : default;
}
