using SafeguardingTeams.App.Commands;
using SafeguardingTeams.App.Storage;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Learning;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.LearningJoining;
using SafeguardingTeams.Domain.Steps.LearningReferral;
using SafeguardingTeams.Domain.Steps.LearningTriage;
using SafeguardingTeams.Domain.Steps.SafeguardingLeadsAnswer;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.App.Tests.CardActions;

/// <content>Cards that were overtaken, many that are alike, and what follows to the MASH.</content>
public partial class LearningJoiningTests
{
    [Fact]
    public async Task A_card_to_join_never_separates_and_a_card_to_separate_never_more_than_it_shows_D11()
    {
        using var fixture = await emulator.OpenAsync();
        await BothAsync(fixture);
        var (first, second) = (await OpenAsync(fixture, "operations-officer", This), await OpenAsync(fixture, "chair", This));
        foreach (var hands in new[] { first, second })
        {
            await hands.PressAsync("Same child or incident?");
        }

        var (verb, data) = first.Card.CardInvocation(
            "Join them",
            new Dictionary<string, string>
            {
                ["which"] = Other,
                ["leads"] = "other",
                ["reason"] = "One child.",
            }
        );
        await first.SendAsync(verb, data);
        Assert.Contains("They are joined.", first.Card.Text, StringComparison.Ordinal);
        // The very same press, delivered again.
        await first.SendAsync(verb, data);
        Assert.Contains("They are joined.", first.Card.Text, StringComparison.Ordinal);
        await second.PressAsync("Join them", ("which", Other), ("reason", "One child."));
        Assert.Equal(LearningStory.OtherId, (await FileAsync(fixture, LearningStory.Id)).JoinedTo);
        Assert.Contains("joined to another already", second.Card.Text, StringComparison.Ordinal);

        // Drawn while it followed the one, and pressed when it follows another.
        await first.OpenAsync(This);
        await first.PressAsync("Separate it again");
        await ReviewHands.DoAsync(
            fixture,
            new SeparateLearning(LearningStory.OtherId, LearningStory.Id, "Two."),
            AppFixture.Holder(Role.Chair)
        );
        var third = RecordRef.Parse("GSCP-PL-6666-7777");
        await ReferAsync(fixture, third, agrees: true);
        await ReviewHands.DoAsync(fixture, new JoinLearning(third, LearningStory.Id, "One."), AppFixture.Holder(Role.Chair));
        await first.PressAsync("Separate them", ("reason", "Two children after all."));
        Assert.Contains("This card has been overtaken", first.Card.Text, StringComparison.Ordinal);
        Assert.Equal(third, (await FileAsync(fixture, LearningStory.Id)).JoinedTo);
    }

    [Fact]
    public async Task What_one_may_not_see_takes_no_place_among_what_is_alike_F2()
    {
        using var fixture = await emulator.OpenAsync();
        await BothAsync(fixture);
        foreach (var letter in "23456789BC")
        {
            await ReferAsync(fixture, RecordRef.Parse($"GSCP-PL-2222-222{letter}"), agrees: false);
        }

        await ReferAsync(fixture, RecordRef.Parse("GSCP-PL-9999-9999"), agrees: true);
        var chair = await OpenAsync(fixture, "chair", This);
        await chair.PressAsync("Same child or incident?");
        Assert.Contains(Other, Plain(chair), StringComparison.Ordinal);
        Assert.Contains("GSCP-PL-9999-9999", Plain(chair), StringComparison.Ordinal);
        Assert.DoesNotContain("GSCP-PL-2222-222", Plain(chair), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false), InlineData(true)]
    public async Task As_many_as_may_follow_all_go_to_the_MASH_with_it_whatever_is_cut_off_D7_D11_PD15(bool crashes)
    {
        using var fixture = await emulator.OpenAsync();
        await ReferAsync(fixture, LearningStory.Id, agrees: true);
        var follow = Enumerable
            .Range(2, JoinLearning.Most)
            .Select(number => (Learning: RecordRef.Parse($"GSCP-PL-3333-333{number}"), Case: CaseId.Parse($"GSCP-3333-333{number}")))
            .ToList();
        foreach (var (learning, _) in follow)
        {
            await ReferAsync(fixture, learning, agrees: true);
            await ReviewHands.DoAsync(fixture, new JoinLearning(LearningStory.Id, learning, "One."), AppFixture.Holder(Role.Chair));
        }

        var toTheMash = LearningStory.BothToTheMash with
        {
            Joined = [.. follow.Select(one => one.Learning)],
            JoinedCases = [.. follow.Select(one => one.Case)],
        };
        if (crashes)
        {
            // After the record itself, before what follows from it.
            fixture.Rows.Reset(1, false);
            await Assert.ThrowsAsync<StoppedException>(() => fixture.RunAsync(toTheMash, AppFixture.Holder(Role.Chair), "once"));
            fixture.Rows.Reset(null, false);
        }

        Assert.IsType<Outcome.Done>(await fixture.RunAsync(toTheMash, AppFixture.Holder(Role.Chair), "once"));
        await fixture.Dispatcher.DispatchAsync(CancellationToken.None);
        Assert.True((await fixture.Upkeep.CheckAsync(CancellationToken.None)).Clean);
        var leads = (await StoredCase.LoadAsync(fixture.Rows, LearningStory.Made, CancellationToken.None)).File;
        Assert.Equal(follow.Select(one => one.Case), leads.JoinedReferrals.Select(joined => joined.CaseId));
        foreach (var (learning, made) in follow)
        {
            Assert.Equal(made, (await FileAsync(fixture, learning)).Case);
            var referral = (await StoredCase.LoadAsync(fixture.Rows, made, CancellationToken.None)).File;
            Assert.Equal((Stage.Joined, LearningStory.Made), (referral.Stage, referral.JoinedTo));
        }
    }

    [Fact]
    public async Task The_Chair_reads_that_what_follows_goes_too_and_the_MASH_finds_both_D7_D11()
    {
        using var fixture = await emulator.OpenAsync();
        await BothAsync(fixture);
        await ReviewHands.DoAsync(
            fixture,
            new JoinLearning(LearningStory.Id, LearningStory.OtherId, "One."),
            AppFixture.Holder(Role.Chair)
        );
        var chair = await OpenAsync(fixture, "chair", This);
        await chair.PressAsync("Choose where it goes");
        await chair.PressAsync("It looks serious: to the Greenwich MASH");
        Assert.Contains("and so does what follows it", chair.Card.Text, StringComparison.Ordinal);
        await chair.PressAsync("Record the choice", ("reason", "A fracture."));
        Assert.Contains("It is with the front door as a serious incident", chair.Card.Text, StringComparison.Ordinal);
        var (leads, follows) = (await FileAsync(fixture, LearningStory.Id), await FileAsync(fixture, LearningStory.OtherId));
        var mash = await OpenAsync(fixture, "mash-officer", leads.Case!.Value.Value);
        Assert.Contains(leads.Case.Value.Value, Plain(mash), StringComparison.Ordinal);
        await mash.OpenAsync(follows.Case!.Value.Value);
        Assert.Contains(follows.Case.Value.Value, Plain(mash), StringComparison.Ordinal);
        Assert.NotEqual(leads.Case, follows.Case);

        // Its own referrer finds theirs, and reads where it is.
        Assert.NotEmpty(await fixture.Rows.ReadAsync(Keys.MineLine("the-other-referrer", follows.Case.Value), CancellationToken.None));
        Assert.True((await fixture.Upkeep.CheckAsync(CancellationToken.None)).Clean);
    }

    /// <summary>Another referral about the same child.</summary>
    private static async Task ReferAsync(AppFixture fixture, RecordRef id, bool agrees)
    {
        var lead = CaseStory.Person("rep-acute-trust", Role.DesignatedSafeguardingLead, Role.Practitioner);
        var referrer = CaseStory.Person($"referrer-{id}", Role.Practitioner) with { AgencyId = "acute-trust" };
        var sent = LearningStory.Submit(LearningStory.Complete("rep-acute-trust@people.example"));
        await ReviewHands.DoAsync(fixture, sent with { Learning = id }, referrer);
        if (agrees)
        {
            await ReviewHands.DoAsync(fixture, new AnswerAsSafeguardingLead(id, true, ""), lead);
        }
    }
}
