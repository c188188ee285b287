using SafeguardingTeams.Domain.Actions;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.ActionDone;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.Domain.Tests.Actions;

/// <content>Links to what shows what was done.</content>
public partial class ActionTests
{
    private static readonly AddEvidenceLink Protocol = new(Id, "https://trust.example/protocol", "The protocol");

    [Theory]
    [InlineData("", "no-link")]
    [InlineData("trust.example/protocol", "no-link")]
    [InlineData("/protocol", "no-link")]
    [InlineData("http://trust.example", "no-link")]
    [InlineData("ftp://trust.example", "no-link")]
    [InlineData("javascript:alert(1)", "no-link")]
    [InlineData("https:///protocol", "no-link")]
    [InlineData("https://user@trust.example", "no-link")]
    [InlineData("https://user:secret@trust.example", "no-link")]
    [InlineData(" https://TRUST.example/protocol ", "nothing-changed")]
    [InlineData("https://trust.example/protocol#page=2", "")]
    [InlineData("https://trust.example/a list", "")]
    public void A_link_is_a_whole_safe_address_and_the_same_is_taken_once_C19(string link, string code) =>
        Assert.Equal(code, WhyNot(ActionStory.At(ActionStage.Agreed).Given(Protocol, Owner), Protocol with { Link = link }, Owner));

    [Fact]
    public void A_link_says_what_it_shows_and_is_not_endless_C19()
    {
        var story = ActionStory.At(ActionStage.Accepted);
        Assert.Equal("answer-needed", WhyNot(story, Protocol with { What = " " }, Owner));
        Assert.Equal("too-short", WhyNot(story, Protocol with { What = "It" }, Owner));
        Assert.Equal("too-long", WhyNot(story, Protocol with { What = new('x', 81) }, Owner));
        Assert.Equal("too-long", WhyNot(story, Protocol with { Link = $"https://trust.example/{new string('x', 379)}" }, Owner));
        // What grows when it is written out is measured as it is kept.
        Assert.Equal("too-long", WhyNot(story, Protocol with { Link = $"https://trust.example/{new string('é', 100)}" }, Owner));
        for (var number = 1; number <= AddEvidenceLink.MostLinks; number++)
        {
            story.Given(Protocol with { Link = $"https://trust.example/{number}" }, Owner);
        }

        Assert.Equal("too-many", WhyNot(story, Protocol, Owner));
        story.Given(new TakeOutEvidenceLink(Id, 3, "It names somebody."), Chair).Given(Protocol, Owner);
        Assert.Equal((13, 12), (story.File.Links.Count, EvidenceLink.There(story.File).Count));
    }

    [Fact]
    public void A_link_is_added_by_its_owner_and_taken_out_for_good_with_a_reason_C19_F2()
    {
        var story = ActionStory.At(ActionStage.Agreed);
        Assert.Equal("not-yours", WhyNot(story, Protocol, Operations));
        Assert.Equal("not-yours", WhyNot(story, Protocol, Chair));
        Assert.Single(ActionStory.At(ActionStage.Agreed, ActionStory.Outside).Given(Protocol, Operations).File.Links);
        Assert.Equal("overtaken", WhyNot(story, new TakeOutEvidenceLink(Id, 1, "It names somebody."), Chair));
        story.Given(Protocol, Owner).Given(Protocol with { Link = "https://trust.example/list" }, Owner);
        Assert.Equal("answer-needed", WhyNot(story, new TakeOutEvidenceLink(Id, 1, " "), Chair));
        Assert.Equal("choice-needed", WhyNot(story, new TakeOutEvidenceLink(Id, 3, "No."), Chair));
        story.Given(new TakeOutEvidenceLink(Id, 1, "It names somebody."), Operations);
        Assert.Equal("nothing-changed", WhyNot(story, new TakeOutEvidenceLink(Id, 1, "It names somebody."), Chair));
        Assert.Equal([2], EvidenceLink.There(story.File).Select(one => one.Number));
        story.Given(Protocol, Owner);
        Assert.Equal(3, story.File.Links[^1].Number);

        // A name that is seen later is taken out later; nothing is added any more.
        var ended = ActionStory
            .At(ActionStage.Agreed)
            .Given(Protocol, Owner)
            .Given(new Domain.Steps.ActionEnding.WithdrawAction(Id, "No."), Chair);
        Assert.Equal("overtaken", WhyNot(ended, Protocol with { Link = "https://trust.example/list" }, Owner));
        ended.Given(new TakeOutEvidenceLink(Id, 1, "It names somebody."), Chair);
    }

    private static string WhyNot(ActionStory story, Command command, Actor actor) =>
        story.When((ActionCommand)command, actor) is Decision.Refused refused ? refused.Reasons[0].Code : "";
}
