using SafeguardingTeams.App.CardActions;
using SafeguardingTeams.App.Storage;
using SafeguardingTeams.Domain.Forms;
using SafeguardingTeams.Domain.Learning;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.LearningDecision;
using SafeguardingTeams.Domain.Steps.Referral;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.App.Tests.CardActions;

/// <content>What is put right, by two people at once; a message too long; names as they are typed.</content>
public partial class LearningTests
{
    [Fact]
    public async Task The_Chairs_reason_is_put_right_and_the_referrer_gets_a_message_that_says_so_D7_PD16()
    {
        using var fixture = await emulator.OpenAsync();
        await fixture.EverybodyHasTheAppAsync();
        await EndedAsync(fixture);
        await fixture.Dispatcher.DispatchAsync(CancellationToken.None);
        Assert.False((await FileAsync(fixture)).OwesReferrer);
        var chair = await OpenAsync(fixture, "chair", LearningStory.Id.ToString());
        await chair.PressAsync("Put the Chair's choice right");
        await chair.PressAsync("Not for the group");
        Assert.Equal("It is so.", chair.Card.Inputs["reason"]);
        Assert.Contains("The referrer is told that it was put right", chair.Card.Text, StringComparison.Ordinal);
        await chair.PressAsync("Record the choice", ("reason", "It is looked at elsewhere."));
        Assert.Contains("Say why the reason is put right.", chair.Card.Text, StringComparison.Ordinal);
        Assert.Equal("It is looked at elsewhere.", chair.Card.Inputs["reason"]);
        await chair.PressAsync("Record the choice", ("putright", "The wrong reason was chosen."));
        Assert.Contains("The Chair's reason: It is looked at elsewhere.", chair.Card.Text, StringComparison.Ordinal);
        await fixture.Dispatcher.DispatchAsync(CancellationToken.None);
        Assert.Contains(fixture.Messages.Sent, sent =>
            sent.Chat == "a:the-referrer" && sent.Card.Contains("has put right why this is not for the group", StringComparison.Ordinal)
        );
        Assert.DoesNotContain(fixture.Messages.Sent, sent => sent.Card.Contains("looked at elsewhere", StringComparison.Ordinal));
        Assert.NotNull((await FileAsync(fixture)).Told);
    }

    [Fact]
    public async Task Who_has_not_seen_a_correction_replaces_nothing_and_loses_nothing_that_was_typed_PD16()
    {
        using var fixture = await emulator.OpenAsync();
        await EndedAsync(fixture, LearningStory.GoodPractice);
        var (first, second) = (
            await OpenAsync(fixture, "operations-officer", LearningStory.Id.ToString()),
            await OpenAsync(fixture, "operations-officer", LearningStory.Id.ToString())
        );
        await first.PressAsync("Good practice fed back");
        await first.PressAsync("Record it", ("who", "Ward manager"), ("date", "2026-11-02"), ("how", "by telephone"));
        foreach (var hands in new[] { first, second })
        {
            await hands.SendAsync("learning-open", new() { ["case"] = LearningStory.Id.ToString() });
            await hands.PressAsync("Put the feedback right");
        }

        await first.PressAsync("Record it", ("who", "Matron"), ("reason", "It was the matron."));
        Assert.Contains("Recorded: the manager was told.", first.Card.Text, StringComparison.Ordinal);
        await second.PressAsync("Record it", ("who", "Director of nursing"), ("reason", "It was not the manager."));
        Assert.Contains("Recorded since you opened this: Good practice was fed back: Matron", second.Card.Text, StringComparison.Ordinal);
        Assert.Equal(("Director of nursing", "It was not the manager."), (second.Card.Inputs["who"], second.Card.Inputs["reason"]));
        Assert.Equal("Matron", (await FileAsync(fixture)).FedBack!.Told!.Who);
        await second.PressAsync("Record it");
        Assert.Equal("Director of nursing", (await FileAsync(fixture)).FedBack!.Told!.Who);
    }

    [Fact]
    public async Task A_message_too_long_for_the_form_says_so_on_its_draft_and_moves_with_the_kind_of_learning_D1_D2()
    {
        using var fixture = await emulator.OpenAsync();
        var member = Hands.Of("operations-officer");
        var begun = Assert.IsType<MessageReferred.Begun>(
            await fixture.MessageReferrals.BeginAsync(
                new(member.TenantId, member.ObjectId),
                member.Name,
                "a-message",
                new('x', 12_100),
                CancellationToken.None
            )
        );
        var hands = new Hands(fixture, member);
        await hands.SendAsync("learning-open", new() { ["case"] = begun.Id.ToString() });
        Assert.Contains("its last 121 characters are not here", hands.Card.Text, StringComparison.Ordinal);
        await hands.SendAsync("draft-review", new() { ["case"] = begun.Id.ToString(), ["page"] = "none" });
        Assert.Contains("its last 121 characters are not here", hands.Card.Text, StringComparison.Ordinal);
        await hands.SendAsync("learning-open", new() { ["case"] = begun.Id.ToString() });
        await hands.PressAsync(
            "Continue",
            ("title", "Nurse"),
            ("telephone", "020 7946 0000"),
            ("email", "n@agency.example"),
            ("name", "A nurse")
        );
        await hands.PressAsync("Continue", ("name", "A lead"), ("email", "lead@agency.example"));
        Assert.Contains("What can be learned?", hands.Card.Text, StringComparison.Ordinal);
        await hands.PressAsync("Continue", ("kinds", "good-practice"), ("learn", "How it is done."), ("concerns", "none"));
        await hands.PressAsync("Continue");
        Assert.Contains("What went well", hands.Card.Text, StringComparison.Ordinal);
        Assert.Equal(8000, hands.Card.Inputs["welldone"].Length);
    }

    [Theory]
    [InlineData("Siobhán O’Brien-Çelik", "obrien", "O Brien Celik", "Çelik")]
    [InlineData("मोहित कुमार", "मोहित", "कुमार", "मोहित कुमार")]
    [InlineData("মোঃ রফিক", "রফিক", "মোঃ", "মোঃ রফিক")]
    public async Task A_child_is_found_by_any_whole_word_of_the_name_however_it_is_typed_PD19(string name, params string[] typed)
    {
        using var fixture = await emulator.OpenAsync();
        var answers = CaseStory.Complete();
        answers = answers.With("children", answers.Row("children", "r1")!.With("name", name));
        await ReviewHands.DoAsync(fixture, new SubmitReferral(CaseStory.Id, "serious-incident-referral", 1, answers), CaseStory.Referrer);
        var mash = await new Hands(fixture, Hands.Of("mash-officer")).HomeAsync();
        foreach (var words in typed)
        {
            await mash.SendAsync("find", []);
            await mash.PressAsync("Find", ("name", words));
            Assert.Contains("1 case", mash.Card.Text, StringComparison.Ordinal);
        }

        await mash.PressAsync("Find", ("name", "क"));
        Assert.Contains("No case found", mash.Card.Text, StringComparison.Ordinal);
    }

    /// <summary>Not for the group, because it is so.</summary>
    private static async Task EndedAsync(AppFixture fixture, Answers? answers = null)
    {
        await ReviewHands.DoAsync(fixture, LearningStory.Submit(answers), LearningStory.Lead with { PersonId = "the-referrer" });
        await ReviewHands.DoAsync(
            fixture,
            LearningStory.AnotherReason with
            {
                Again = false,
                Reason = "It is so.",
                Themes = [],
                PutRight = "",
            },
            AppFixture.Holder(Role.Chair)
        );
    }

    private static async Task<LearningFile> FileAsync(AppFixture fixture) =>
        (LearningFile)(await StoredRecord.LoadAsync(fixture.Rows, LearningStory.Id, CancellationToken.None)).Record;
}
