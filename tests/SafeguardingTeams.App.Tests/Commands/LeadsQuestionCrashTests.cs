using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.InformingLeads;
using SafeguardingTeams.Domain.Steps.LeadsQuestions;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.App.Tests.Commands;

/// <summary>A question to the leads where the process ends at any commit or message, and where all three answer at once.</summary>
[Trait(Needs.Name, Needs.Emulator)]
public class LeadsQuestionCrashTests(Emulator emulator)
{
    private static readonly Actor Chair = AppFixture.Holder(Role.Chair);
    private static readonly Role[] Leads = [Role.LeadLocalAuthority, Role.LeadPolice, Role.LeadHealth];

    private static readonly (Command, Actor)[] Informed =
    [
        (CommandRunnerTests.Submit, CaseStory.Referrer),
        (CommandRunnerTests.Response, AppFixture.Holder(Role.MashOfficer)),
        (CommandRunnerTests.Reached, AppFixture.Holder(Role.MashOfficer)),
        (new InformLeads(CaseStory.Id), Chair),
    ];

    private static readonly (Command, Actor)[] Asked = [.. Informed, (CaseStory.Question, Chair)];

    private static readonly (Command, Actor)[] TwoHaveAnswered =
    [
        .. Asked,
        (new AnswerLeadsQuestion(CaseStory.Id, 1, 1, ""), AppFixture.Holder(Role.LeadHealth)),
        (new AnswerLeadsQuestion(CaseStory.Id, 1, 2, "Not yet."), AppFixture.Holder(Role.LeadLocalAuthority)),
    ];

    public static TheoryData<Step> Steps => [Step.AskLeads, Step.AnswerLeadsQuestion, Step.TakeBackLeadsQuestion];

    [Theory]
    [MemberData(nameof(Steps))]
    public async Task A_process_that_ends_at_any_commit_or_message_ends_as_if_nothing_had_happened(Step step)
    {
        var (before, command, by) = step switch
        {
            Step.AskLeads => (Informed, CaseStory.Question, Chair),
            Step.AnswerLeadsQuestion => (
                TwoHaveAnswered,
                (Command)new AnswerLeadsQuestion(CaseStory.Id, 1, 1, ""),
                AppFixture.Holder(Role.LeadPolice)
            ),
            _ => (TwoHaveAnswered, new TakeBackLeadsQuestion(CaseStory.Id, 1, "It is settled."), Chair),
        };
        await CutOff.AsIfNothingAsync(() => emulator.OpenToldAtAsync($"LeadsQuestion|{step}", async fixture =>
                {
                    foreach (var (one, actor) in before)
                    {
                        Assert.IsType<App.Commands.Outcome.Done>(await fixture.RunAsync(one, actor));
                    }
                }), command, by, CaseStory.Id);
    }

    [Fact]
    public async Task Three_leads_who_answer_at_once_have_all_answered()
    {
        using var fixture = await emulator.OpenAtAsync("LeadsQuestion|asked", async one =>
        {
            foreach (var (command, actor) in Asked)
            {
                Assert.IsType<App.Commands.Outcome.Done>(await one.RunAsync(command, actor));
            }
        });
        var outcomes = await Task.WhenAll(
            Leads.Select(lead => fixture.RunAsync(new AnswerLeadsQuestion(CaseStory.Id, 1, 1, "", 99), AppFixture.Holder(lead)))
        );
        Assert.All(outcomes, outcome => Assert.IsType<App.Commands.Outcome.Done>(outcome));
        var file = (await App.Storage.StoredCase.LoadAsync(fixture.Rows, CaseStory.Id, CancellationToken.None)).File;
        Assert.Equal(Domain.Cases.Deciding.LeadsQuestionState.Answered, file.Question(1)!.State);
        Assert.True((await fixture.Upkeep.CheckAsync(CancellationToken.None)).Clean);
    }
}
