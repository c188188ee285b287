using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.FamilyTold;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.Domain.Tests.Steps;

/// <summary>C4: when and by whom the family was told of the Rapid Review.</summary>
public class FamilyToldTests
{
    private static readonly Actor Operations = CaseStory.Somebody(Role.Operations);

    [Fact]
    public void Each_of_the_family_is_recorded_for_themselves_by_operations_or_the_Chair_C4()
    {
        var story = CaseStory
            .At(Stage.UnderReview)
            .Given(Mother with { Whom = " Mother " }, Operations)
            .Given(Mother with { Whom = "Grandparents" }, CaseStory.Somebody(Role.Chair));
        Assert.Equal("Mother", FamilyTold.Of(story.File, "mother")!.Whom);
        Assert.Equal("", FamilyTold.Of(story.File, "Grandparents")!.Reason);
        Assert.Null(FamilyTold.Of(story.File, "Father"));
        Assert.Equal("not-yours", Code(story, Mother with { Whom = "Father" }, CaseStory.Lead(Role.LeadPolice)));
        Assert.Equal("overtaken", Code(CaseStory.At(Stage.AwaitingPartners), Mother, Operations));
    }

    [Fact]
    public void What_is_recorded_already_is_corrected_with_a_reason_PD16()
    {
        var story = CaseStory.At(Stage.UnderReview).Given(Mother, Operations);
        Assert.Equal("nothing-changed", Code(story, Mother, Operations));
        var corrected = Mother with { By = "Police family liaison officer" };
        Assert.Equal("reason-needed", Code(story, corrected, Operations));
        story.Given(corrected with { Reason = "It was the police." }, Operations);
        Assert.Equal(
            ("Police family liaison officer", "It was the police."),
            (FamilyTold.Of(story.File, "Mother")!.By, FamilyTold.Of(story.File, "Mother")!.Reason)
        );
        Assert.Equal(
            ["answer-needed", "answer-needed", "too-long", "too-long", "in-future", "too-long"],
            new[]
            {
                Mother with
                {
                    Whom = " ",
                },
                Mother with
                {
                    By = "",
                },
                Mother with
                {
                    Whom = new('x', 201),
                },
                Mother with
                {
                    By = new('x', 201),
                },
                Mother with
                {
                    On = new(2030, 1, 1),
                },
                Mother with
                {
                    By = "Another",
                    Reason = new('x', 4001),
                },
            }.Select(command => Code(story, command, Operations))
        );
    }

    private static RecordFamilyTold Mother => new(CaseStory.Id, "Mother", new(2026, 11, 2), "Social worker", "");

    private static string Code(CaseStory story, Command command, Actor actor) =>
        Assert.IsType<Decision.Refused>(story.When(command, actor)).Reasons[0].Code;
}
