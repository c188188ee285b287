using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Cases.Deciding;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.Approval;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.Domain.Tests.Steps;

/// <summary>B20, PD16: what is recorded of a mediation of the approval is put right, and nobody is asked again for it.</summary>
public class ApprovalMediationTests
{
    private static readonly Actor Operations = CaseStory.Somebody(Role.Operations);
    private static readonly Actor Scrutineer = CaseStory.Somebody(Role.Scrutineer);
    private static readonly CorrectApprovalMediation Command = new(CaseStory.Id, " They met twice. ", " All three. ", " A slip. ");

    [Fact]
    public void It_is_corrected_by_the_Scrutineer_or_operations_with_a_reason_and_the_round_goes_on()
    {
        var story = Mediated();
        var round = story.File.Review.Approval;
        Assert.Equal("reason-needed", Code(story, Command with { Reason = " " }, Scrutineer));
        Assert.Equal("too-long", Code(story, Command with { Reason = new('x', 4001) }, Scrutineer));
        Assert.Equal("reason-needed", Code(story, Command with { Outcome = "" }, Scrutineer));
        Assert.Equal("reason-needed", Code(story, Command with { AgreedBy = "" }, Scrutineer));
        Assert.Equal("not-yours", Code(story, Command, CaseStory.Lead(Role.LeadPolice)));
        story.Given(Command, Scrutineer);
        Assert.Equal(new MediationOutcome("They met twice.", "All three."), story.File.Review.Mediated);
        Assert.Equal(new ApprovalMediationCorrected("They met twice.", "All three.", "A slip."), story.File.History[^1].Event);
        Assert.Equal(round, story.File.Review.Approval);
        Assert.Empty(EffectsOf.Event((CaseEvent)story.File.History[^1].Event, story.File));
        Assert.Equal("nothing-changed", Code(story, Command, Operations));
        story.AllApprove().Given(Command with { Outcome = "They met once." }, Operations);
        Assert.Equal(Stage.AwaitingSubmission, story.File.Stage);
    }

    [Fact]
    public void Where_nothing_was_mediated_there_is_nothing_to_correct() =>
        Assert.Equal("overtaken", Code(CaseStory.At(Stage.AwaitingApproval), Command, Operations));

    private static CaseStory Mediated() =>
        CaseStory
            .At(Stage.AwaitingApproval)
            .Approves(Role.LeadLocalAuthority, true)
            .Approves(Role.LeadPolice, false)
            .Approves(Role.LeadHealth, true)
            .Given(new AskForApprovalMediation(CaseStory.Id), CaseStory.Somebody(Role.Chair))
            .Given(new RecordApprovalMediation(CaseStory.Id, "They met.", "All."), Scrutineer);

    private static string Code(CaseStory story, CorrectApprovalMediation command, Actor actor) =>
        Assert.IsType<Decision.Refused>(story.When(command, actor)).Reasons[0].Code;
}
