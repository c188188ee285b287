using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.LeadsQuestions;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.App.Tests.Commands;

/// <content>Questions to the three leads.</content>
public partial class StandingListTests
{
    private static (Command, Actor) Asking => (CaseStory.Question, AppFixture.Holder(Role.Operations));

    private static (Command, Actor) AnsweringLeads =>
        (new AnswerLeadsQuestion(CaseStory.Id, 1, 2, "The interviews come first."), AppFixture.Holder(Role.LeadPolice));

    private static (Command, Actor) TakingBack =>
        (new TakeBackLeadsQuestion(CaseStory.Id, 1, "It is settled."), AppFixture.Holder(Role.Chair));
}
