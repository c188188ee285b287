using System.Collections.Immutable;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Cases.Deciding;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.Closing;
using SafeguardingTeams.Domain.Steps.InformingLeads;
using SafeguardingTeams.Domain.Steps.LeadsQuestions;
using SafeguardingTeams.Domain.Steps.PartnerDecision;
using SafeguardingTeams.Domain.Steps.Reassigning;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.Domain.Tests.Steps;

/// <summary>A question to the three leads about a case: asked, answered by each for one partner, taken back (A10).</summary>
public class LeadsQuestionsTests
{
    private static readonly Actor Operations = CaseStory.Somebody(Role.Operations);
    private static readonly Actor Chair = CaseStory.Somebody(Role.Chair);
    private static readonly Actor Police = CaseStory.Lead(Role.LeadPolice);
    private static readonly AskLeads Question = CaseStory.Question;

    [Fact]
    public void Operations_and_the_Chair_ask_wherever_the_three_leads_see_the_case()
    {
        foreach (var stage in Enum.GetValues<Stage>())
        {
            var file = CaseStory.At(stage).File;
            var isReceived =
                stage
                is not (
                    Stage.NotStarted
                    or Stage.AwaitingThreshold
                    or Stage.BelowThreshold
                    or Stage.Withdrawn
                    or Stage.Joined
                    or Stage.Closed
                );
            var all = isReceived && Partners.Leads.All(lead => Permissions.Sees(file, CaseStory.Lead(lead)));
            Assert.Equal(all, StepRules.MayTake(Step.AskLeads, file, Operations));
            Assert.Equal(all, StepRules.MayTake(Step.AskLeads, file, Chair));
            Assert.False(StepRules.MayTake(Step.AskLeads, file, Police));
        }

        var early = CaseStory.At(Stage.AwaitingRecommendation);
        Assert.Equal("not-with-the-leads", Code(early, Question, Operations));
        early.Given(new InformLeads(CaseStory.Id), Chair).LeadsAsked();
        Assert.Equal(
            ("Shall schools hear of it before the meeting of the group?", AskLeads.OnACard, LeadsQuestionState.Open),
            (early.File.Question(1)!.Text, early.File.Question(1)!.How, early.File.Question(1)!.State)
        );
        Assert.Equal(Question.Options, early.File.Question(1)!.Options);
    }

    [Fact]
    public void What_is_asked_has_words_and_different_answers_to_choose_from()
    {
        var story = CaseStory.At(Stage.AwaitingPartners);
        string Why(AskLeads asks) => string.Join(' ', Refused(story, asks, Operations).Select(one => $"{one.Code}:{one.Field}"));
        Assert.Equal("answer-needed:question", Why(Question with { Question = " " }));
        Assert.Equal("too-short:question", Why(Question with { Question = "Shall we?" }));
        Assert.Equal("too-long:question", Why(Question with { Question = new('x', 501) }));
        Assert.Equal("answer-needed:choices", Why(Question with { Options = ["Yes"] }));
        Assert.Equal("answer-needed:choices", Why(Question with { Options = ["1", "2", "3", "4", "5", "6"] }));
        Assert.Equal("answer-needed:choices", Why(Question with { Options = ["Yes", " "] }));
        Assert.Equal("too-long:choices", Why(Question with { Options = ["Yes", new('x', 81)] }));
        Assert.Equal("same:choices", Why(Question with { Options = ["Yes", " yes "] }));
        Assert.Equal("answer-needed:question answer-needed:choices", Why(Question with { Question = "", Options = [] }));
        Assert.Equal("answer-needed:", Why(Question with { How = "by a flow called Child A" }));
        story.LeadsAsked(new(CaseStory.Id, new('x', 500), ["1", "2", "3", "4", new('x', 80)], AskLeads.FromAFlow));
    }

    [Fact]
    public void At_most_three_are_open_at_once_and_each_is_numbered_for_good()
    {
        var story = CaseStory.At(Stage.AwaitingPartners).LeadsAsked();
        Assert.Equal("nothing-changed", Code(story, Question with { Question = $" {Question.Question} " }, Chair));
        story.LeadsAsked(Another(2)).LeadsAsked(Another(3));
        Assert.Equal("too-many", Code(story, Another(4), Operations));
        story.Given(new TakeBackLeadsQuestion(CaseStory.Id, 2, "It is settled."), Chair).LeadsAsked(Another(4));
        Assert.Equal([1, 2, 3, 4], story.File.Questions.Select(asked => asked.Number));
        Assert.Equal("It is settled.", story.File.Question(2)!.TakenBackBecause);
    }

    [Fact]
    public void Each_lead_answers_once_and_with_the_third_it_is_fixed_A10()
    {
        var story = CaseStory.At(Stage.AwaitingPartners).LeadsAsked();
        Assert.Equal(Partners.Leads, Waiting(story));
        story.LeadAnswers(Role.LeadPolice, 1).LeadAnswers(Role.LeadHealth, 2, "The interviews come first.");
        Assert.Equal([Role.LeadLocalAuthority], Waiting(story));
        Assert.Equal("nothing-changed", Code(story, Answer(1), Police));
        Assert.Equal("answer-needed", Code(story, Answer(3), Police));
        Assert.Equal("answer-needed", Code(story, Answer(0), Police));
        Assert.Equal("too-long", Code(story, Answer(2) with { Comment = new('x', 1001) }, Police));
        story.LeadAnswers(Role.LeadPolice, 2, "On second thoughts.").LeadAnswers(Role.LeadLocalAuthority, 1);
        var asked = story.File.Question(1)!;
        Assert.Equal(LeadsQuestionState.Answered, asked.State);
        Assert.Equal("No, afterwards", asked.Chosen(asked.Of(Role.LeadPolice)!));
        Assert.Equal("overtaken", Code(story, Answer(1), Police));
        Assert.Equal("overtaken", Code(story, new TakeBackLeadsQuestion(CaseStory.Id, 1, "Late."), Operations));
        Assert.Empty(Waiting(story));
    }

    [Fact]
    public void Nobody_else_answers_and_nobody_takes_back_but_who_may_ask()
    {
        var story = CaseStory.At(Stage.AwaitingPartners).LeadsAsked();
        foreach (var role in Enum.GetValues<Role>().Except(Partners.Leads))
        {
            Assert.Contains(Code(story, Answer(1), CaseStory.Somebody(role)), new[] { "not-yours", "not-found" });
        }

        Assert.Equal("not-found", Code(story, Answer(1), CaseStory.Deputy(Role.LeadPolice)));
        Assert.Equal("not-yours", Code(story, new TakeBackLeadsQuestion(CaseStory.Id, 1, "No."), Police));
        Assert.Equal("reason-needed", Code(story, new TakeBackLeadsQuestion(CaseStory.Id, 1, " "), Chair));
        Assert.Equal("too-long", Code(story, new TakeBackLeadsQuestion(CaseStory.Id, 1, new('x', 4001)), Chair));
        Assert.Equal("overtaken", Code(story, new TakeBackLeadsQuestion(CaseStory.Id, 2, "No."), Chair));
        Assert.Equal("overtaken", Code(story, Answer(1) with { Number = 2 }, Police));
    }

    [Fact]
    public void A_card_drawn_before_the_partners_answer_does_not_replace_it()
    {
        var story = CaseStory.At(Stage.AwaitingPartners).LeadsAsked();
        var seen = story.File.Version;
        story.LeadAnswers(Role.LeadPolice, 1);
        Assert.Equal("overtaken", Code(story, Answer(2) with { Seen = seen }, Police));
        // What the others answered meanwhile is no reason to refuse.
        var since = story.File.Version;
        story.LeadAnswers(Role.LeadHealth, 2);
        story.Given(Answer(2) with { Seen = since }, Police);
    }

    [Fact]
    public void Whoever_has_the_role_now_changes_what_was_answered_before_them_with_a_reason_A10_PD17()
    {
        var story = CaseStory
            .At(Stage.AwaitingPartners)
            .LeadsAsked()
            .LeadAnswers(Role.LeadPolice, 1)
            .Given(new HandOver(CaseStory.Id, Role.LeadPolice, CaseStory.Deputy(Role.LeadPolice).PersonId, "On leave."), Operations);
        var deputy = CaseStory.Deputy(Role.LeadPolice);
        Assert.Equal("not-found", Code(story, Answer(2), Police));
        Assert.Equal("reason-needed", Code(story, Answer(2), deputy));
        story.Given(Answer(2) with { Comment = "We have heard more since." }, deputy);
        Assert.Equal(deputy.PersonId, story.File.Question(1)!.Of(Role.LeadPolice)!.PersonId);
    }

    [Fact]
    public void Who_stands_aside_has_answered_nothing_and_the_deputy_is_asked_A10()
    {
        var story = CaseStory
            .At(Stage.AwaitingPartners)
            .LeadsAsked()
            .LeadAnswers(Role.LeadPolice, 1)
            .Given(new StandAside(CaseStory.Id), Police);
        Assert.Equal(Partners.Leads, Waiting(story));
        Assert.Contains(Follows(story), card => card is { Kind: CardKind.LeadsQuestion, OnlyIfShown: false });
        Assert.Contains(Follows(story), card =>
            card is { Kind: CardKind.LeadsQuestion, To: Recipient.FormerHoldersOf { Role: Role.LeadPolice } }
        );
        story.Given(Answer(2), CaseStory.Deputy(Role.LeadPolice));
    }

    [Fact]
    public void A_case_that_is_closed_takes_its_open_questions_with_it_and_is_not_kept_open_by_them()
    {
        var story = CaseStory.AnsweredAndDone().LeadsAsked().LeadAnswers(Role.LeadPolice, 1);
        story.Given(new CloseCase(CaseStory.Id), Operations);
        Assert.Equal(LeadsQuestionState.TakenBack, story.File.Question(1)!.State);
        Assert.Contains(Follows(story), card => card is { Kind: CardKind.LeadsQuestion, OnlyIfShown: true });
        Assert.Equal("overtaken", Code(story, Answer(2), CaseStory.Lead(Role.LeadHealth)));
        Assert.Equal("overtaken", Code(story, Question, Operations));
        story.Given(new ReopenCase(CaseStory.Id, "More has come to light."), Operations);
        Assert.Empty(Waiting(story));
        story.LeadsAsked();
        Assert.Equal(2, story.File.Questions[^1].Number);
    }

    [Fact]
    public void They_are_told_by_a_message_each_and_who_may_ask_once_all_have_answered()
    {
        var story = CaseStory.At(Stage.AwaitingPartners).LeadsAsked();
        Assert.Equal(
            Partners.Leads.Select(lead => (Recipient)new Recipient.HoldersOf(lead)),
            Follows(story).Where(card => card is { Kind: CardKind.LeadsQuestion, OnlyIfShown: false }).Select(card => card.To)
        );
        story.LeadAnswers(Role.LeadPolice, 1).LeadAnswers(Role.LeadHealth, 1);
        Assert.All(Follows(story), card => Assert.Equal((CardKind.LeadsQuestion, true), (card.Kind, card.OnlyIfShown)));
        story.LeadAnswers(Role.LeadLocalAuthority, 1);
        Assert.Equal(
            [new Recipient.HoldersOf(Role.Operations), new Recipient.HoldersOf(Role.Chair)],
            Follows(story).Where(card => card.Kind == CardKind.LeadsHaveAnswered).Select(card => card.To)
        );
    }

    private static AnswerLeadsQuestion Answer(int option) => new(CaseStory.Id, 1, option, "");

    private static AskLeads Another(int number) => Question with { Question = $"Is this the question of number {number}?" };

    private static IEnumerable<Role> Waiting(CaseStory story) =>
        CaseTask.Of(story.File).Where(task => task.Kind == TaskKind.AnswerLeadsQuestion).Select(task => task.For);

    private static ImmutableList<Effect.ShowCard> Follows(CaseStory story) =>
        [.. EffectsOf.Event(story.File.History[^1].Event, story.File).OfType<Effect.ShowCard>()];

    private static IEnumerable<Refusal> Refused(CaseStory story, Command command, Actor actor) =>
        Assert.IsType<Decision.Refused>(story.When(command, actor)).Reasons;

    private static string Code(CaseStory story, Command command, Actor actor) => Refused(story, command, actor).First().Code;
}
