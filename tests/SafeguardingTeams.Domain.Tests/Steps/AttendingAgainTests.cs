using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.Meeting;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.Domain.Tests.Steps;

/// <summary>B12, B14, PD16: what is recorded of who comes and who was there is put right with a reason.</summary>
public class AttendingAgainTests
{
    private static readonly Actor Chair = CaseStory.Somebody(Role.Chair);

    private static Refusal Refused(CaseStory story, Command command, Actor actor) =>
        Assert.IsType<Decision.Refused>(story.When(command, actor)).Reasons[0];
}
