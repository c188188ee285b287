using SafeguardingTeams.App.Papers;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Cases.Reviewing;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.Meeting;
using SafeguardingTeams.Domain.Steps.SecuredRecords;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.App.Tests.Papers;

/// <summary>Who opens which paper of a Rapid Review (B12, B13, B20).</summary>
public class WhoReadsPapersTests
{
    private static readonly Actor Operations = CaseStory.Somebody(Role.Operations);

    [Fact]
    public void The_report_is_there_for_the_Chair_who_signs_and_the_Scrutineer_who_mediates_from_when_it_is_agreed_B16_B20()
    {
        var file = CaseStory.At(Stage.AwaitingApproval).File;
        Assert.All(
            new[] { Role.Operations, Role.Chair, Role.Scrutineer, Role.LeadLocalAuthority, Role.LeadPolice, Role.LeadHealth },
            role => Assert.True(CasePapers.May(CasePaper.Report, "", file, CaseStory.Somebody(role)))
        );
        Assert.False(CasePapers.May(CasePaper.Report, "", file, CaseStory.Referrer));
        Assert.False(CasePapers.May(CasePaper.Report, "", file, CaseStory.Representative("police")));
        Assert.False(CasePapers.May(CasePaper.Report, "", file, CaseStory.Senior(Role.LeadPolice)));
    }

    [Fact]
    public void What_was_put_in_is_read_by_who_reads_the_returns_once_it_is_there_B13()
    {
        var story = CaseStory.At(Stage.UnderReview).Declared().Given(new SharePack(CaseStory.Id), Operations);
        Assert.False(CasePapers.May(CasePaper.Notification, "", story.File, Operations));
        story.Given(new AddPaper(CaseStory.Id, PaperKind.NotificationCopy, 9, new string('a', 64), ".pdf"), Operations);
        Assert.All(
            new[]
            {
                Operations,
                CaseStory.Somebody(Role.Chair),
                CaseStory.Somebody(Role.Scrutineer),
                CaseStory.Lead(Role.LeadHealth),
                CaseStory.Senior(Role.LeadPolice),
            },
            actor => Assert.True(CasePapers.May(CasePaper.Notification, "", story.File, actor))
        );
        Assert.False(CasePapers.May(CasePaper.Notification, "", story.File, CaseStory.Representative("police")));
        Assert.False(CasePapers.May(CasePaper.Minutes, "", story.File, Operations));
    }

    [Fact]
    public void The_packs_folder_opens_for_operations_and_for_attendees_who_count_once_it_is_shared_B13()
    {
        var story = CaseStory.At(Stage.UnderReview);
        bool May(Actor actor) => CasePapers.May(CasePaper.Pack, "", story.File, actor);
        Assert.False(May(Operations));
        story
            .Given(new DeclareForMeeting(CaseStory.Id, $"a-{Role.LeadPolice}", true, true), Operations)
            .Given(new SharePack(CaseStory.Id), Operations);
        Assert.True(May(Operations));
        Assert.True(May(CaseStory.Senior(Role.LeadPolice)));
        Assert.False(May(CaseStory.Senior(Role.LeadHealth)));
        Assert.False(May(CaseStory.Somebody(Role.Chair)));
        Assert.False(May(CaseStory.Representative("police")));
    }

    [Fact]
    public void The_folder_of_secured_records_opens_for_its_nominee_and_operations_alone_B9()
    {
        var story = CaseStory
            .At(Stage.UnderReview)
            .Given(new NameNominee(CaseStory.Id, "police", new("records-police", "Records", "records@police.example"), ""), Operations);
        bool May(Actor actor, string agency = "police") => CasePapers.May(CasePaper.SecuredFolder, agency, story.File, actor);
        Assert.True(May(Operations));
        Assert.True(May(CaseStory.Person("records-police")));
        Assert.False(May(CaseStory.Person("records-police"), "schools"));
        Assert.False(May(CaseStory.Representative("police")));
        Assert.False(May(CaseStory.Somebody(Role.Chair)));
        Assert.False(May(Operations, "nobody"));
    }
}
