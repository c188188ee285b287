using SafeguardingTeams.App.Storage;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.App.Tests.CardActions;

/// <content>The page of a theme: what came of it, and what is begun from it.</content>
public partial class ThemesTests
{
    [Fact]
    public async Task A_theme_becomes_a_review_or_an_audit_and_what_came_of_it_stands_on_its_page_to_who_may_open_it_C3_C18_F2()
    {
        using var fixture = await emulator.OpenAsync();
        await fixture.EverybodyHasTheAppAsync();
        var operations = await ListAsync(fixture, "operations-officer");
        await operations.PressAsync("Add a theme");
        await operations.PressAsync("Add it", ("name", "Babies who do not move"));
        await TriagedAsync(fixture, "theme-1");
        operations = await ListAsync(fixture, "operations-officer");
        await operations.PressAsync("Show what carries it", ("listed", "theme-1"));
        await operations.PressAsync("Begin a thematic review");
        Assert.Equal(("Babies who do not move", Learning), (operations.Card.Inputs["title"], operations.Card.Inputs["subjects"]));
        await operations.PressAsync(
            "Begin it",
            ("grounds", "The theme came three times."),
            ("date", "2026-10-30"),
            ("due", "2027-03-31"),
            ("owner", "operations-officer")
        );
        Assert.Contains("Due 31 March 2027", operations.Card.Text, StringComparison.Ordinal);
        var review = Assert.Single(await fixture.Rows.ReadAsync(Keys.OpenOf(RecordKind.Review), CancellationToken.None))["record"];

        // An action agreed from the review, and a briefing that came of the referral.
        var action = ActionStory.Agree(ActionStory.Plan(Domain.Actions.ActionOwner.OfTheFile("operations-officer"))) with
        {
            Source = new(RecordRef.Parse(review), ""),
            Joined = [LearningStory.Id],
        };
        await ReviewHands.DoAsync(fixture, action, AppFixture.Holder(Role.Operations));
        await ReviewHands.DoAsync(
            fixture,
            new Domain.Steps.BriefingWriting.BeginBriefing(BriefingStory.Id, BriefingStory.Plan(source: LearningStory.Id)),
            AppFixture.Holder(Role.Operations)
        );

        // A recommendation of another review carries it too; that one may be opened by nobody here.
        await fixture.Rows.CommitAsync(
            [
                new RowWrite.Put(
                    $"{Keys.RecommendedOn("theme-1")}GSCP-RV-3333-4444|1",
                    new Dictionary<string, string> { ["record"] = "GSCP-RV-3333-4444", ["number"] = "1" }
                ),
            ],
            CancellationToken.None
        );
        var chair = await ListAsync(fixture, "chair");
        await chair.PressAsync("Show what carries it", ("listed", "theme-1"));
        Assert.Contains(review, Plain(chair), StringComparison.Ordinal);
        Assert.Contains("Thematic review, under way", Plain(chair), StringComparison.Ordinal);
        Assert.Contains("1 record, and 1 you have no part in.", Plain(chair), StringComparison.Ordinal);
        Assert.Contains($"{ActionStory.Id}\nTo be done\nAction", Plain(chair), StringComparison.Ordinal);
        Assert.Contains($"{BriefingStory.Id}\nSeven-minute briefing", Plain(chair), StringComparison.Ordinal);
        Assert.DoesNotContain("GSCP-RV-3333-4444", Plain(chair), StringComparison.Ordinal);
        await chair.PressAsync("Open it", ("which", review));
        Assert.Contains("Babies who do not move", chair.Card.Text, StringComparison.Ordinal);

        // A member of the group has no part in reviews: they are counted, and nothing of them is said or begun.
        var member = await ListAsync(fixture, "head-childrens-services");
        await member.PressAsync("Show what carries it", ("listed", "theme-1"));
        Assert.DoesNotContain(review, Plain(member), StringComparison.Ordinal);
        Assert.DoesNotContain("GSCP-RV", Plain(member), StringComparison.Ordinal);
        Assert.DoesNotContain($"{ActionStory.Id}", Plain(member), StringComparison.Ordinal);
        Assert.DoesNotContain($"{BriefingStory.Id}", Plain(member), StringComparison.Ordinal);
        Assert.DoesNotContain("Begin a thematic review", member.Card.Buttons);
    }
}
