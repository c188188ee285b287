using SafeguardingTeams.App.Storage;
using SafeguardingTeams.Domain.Actions;
using SafeguardingTeams.Domain.Learning;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.ActionDone;
using SafeguardingTeams.Domain.Steps.ActionImpact;
using SafeguardingTeams.Domain.Steps.LearningJoining;
using SafeguardingTeams.Domain.Steps.LearningTriage;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.App.Tests.CardActions;

/// <summary>Whoever referred practice learning hears what an action has changed that came of it (D8), from a card to the outbox.</summary>
[Trait(Needs.Name, Needs.Emulator)]
public class WhatChangedTests(Emulator emulator)
{
    private const string Owner = "records-police";
    private const string Change = "Whoever is held in custody with a baby is asked who looks after the other children.";

    [Fact]
    public async Task An_action_of_an_item_of_a_meeting_has_changed_something_and_the_referrers_of_both_that_are_joined_hear_of_it_D8()
    {
        using var fixture = await emulator.OpenAsync();
        await LearningJoiningTests.BothAsync(fixture);
        var chair = AppFixture.Holder(Role.Chair);
        await ReviewHands.DoAsync(fixture, new JoinLearning(LearningStory.Id, LearningStory.OtherId, "One child."), chair);
        await ReviewHands.DoAsync(
            fixture,
            new TriageLearning(LearningStory.Id, LearningWay.NextMeeting, "", false, [], LearningStory.Made)
            {
                Joined = [LearningStory.OtherId],
            },
            chair
        );
        var operations = new Hands(fixture, Hands.Of("operations-officer"));
        await operations.SendAsync("group-meeting-new", []);
        await operations.PressAsync("Plan it", ("date", "2026-11-02"), ("place", "Room 1"));
        await operations.PressAsync("Open the meeting");
        await operations.PressAsync("Open the meeting", ("confidentiality", "yes"));
        await operations.PressAsync("Open the next item");
        await operations.PressAsync("Next item");
        await operations.PressAsync("Next item");
        Assert.Contains("How a discharge is planned", operations.Card.Text, StringComparison.Ordinal);
        await operations.PressAsync("Add an action");
        await operations.PressAsync("Add it", Agreement);
        await operations.PressAsync("Decide");
        await operations.PressAsync(
            "Record the decision",
            ("considered", "How a discharge was planned"),
            ("outcomes", "MultiAgencyAudit"),
            ("reason", "It is the third."),
            ("equality", "Nothing was seen, because few are known."),
            ("referrertold", "The group audits how discharges are planned.")
        );
        var action = Assert.Single(await fixture.Rows.ReadAsync(Keys.OpenOf(RecordKind.Action), CancellationToken.None))["record"];

        await ChangedAsync(fixture, operations, action);
        Assert.Equal(["GSCP-PL-2222-3333|the-referrer", "GSCP-PL-4444-5555|the-other-referrer"], await ToldAsync(fixture));
        foreach (var referral in new[] { LearningStory.Id, LearningStory.OtherId })
        {
            await operations.OpenAsync(referral.ToString());
            Assert.Contains($"What changed: {Change}", operations.Card.Text, StringComparison.Ordinal);
            await operations.PressAsync("Timeline");
            Assert.Contains("Something has changed because of it", operations.Card.Text, StringComparison.Ordinal);
        }

        Assert.True((await fixture.Upkeep.CheckAsync(CancellationToken.None)).Clean);
    }

    [Fact]
    public async Task An_action_of_a_referral_the_group_has_not_decided_on_changes_as_before_and_one_it_has_is_told_of_D8()
    {
        using var fixture = await emulator.OpenAsync();
        await LearningJoiningTests.BothAsync(fixture);
        var operations = new Hands(fixture, Hands.Of("operations-officer"));
        var action = await AgreedAsync(fixture, operations);
        await ChangedAsync(fixture, operations, action);
        Assert.Empty(await ToldAsync(fixture));

        await ReviewHands.DoAsync(
            fixture,
            new TriageLearning(LearningStory.Id, LearningWay.NextMeeting, "", false, [], LearningStory.Made),
            AppFixture.Holder(Role.Chair)
        );
        await ReviewHands.DoAsync(fixture, LearningStory.Decide(0) with { Themes = [] }, AppFixture.Holder(Role.Operations));
        await ChangedAsync(fixture, operations, await AgreedAsync(fixture, operations));
        Assert.Equal(["GSCP-PL-2222-3333|the-referrer"], await ToldAsync(fixture));
        Assert.True((await fixture.Upkeep.CheckAsync(CancellationToken.None)).Clean);
    }

    private static (string Name, string Value)[] Agreement =>
        [
            ("change", Change),
            ("what", "Write it into the protocol."),
            ("owner", Owner),
            ("due", "2027-01-29"),
            ("how", "An audit of twenty records."),
        ];

    /// <summary>Agreed from the referral by itself.</summary>
    private static async Task<string> AgreedAsync(AppFixture fixture, Hands operations)
    {
        await operations.OpenAsync(LearningStory.Id.ToString());
        await operations.PressAsync("Agree an action");
        await operations.PressAsync("Agree the action", [.. Agreement, ("item", "recommendation 2")]);
        return Assert.Single(await fixture.Rows.ReadAsync(Keys.OpenOf(RecordKind.Action), CancellationToken.None))["record"];
    }

    /// <summary>Done, accepted, said by its owner; operations record on its card that it has changed.</summary>
    private static async Task ChangedAsync(AppFixture fixture, Hands operations, string reference)
    {
        var id = RecordRef.Parse(reference);
        var owner = CaseStory.Person(Owner, Role.Practitioner);
        await ReviewHands.DoAsync(fixture, new ReportActionDone(id, "The protocol.", ""), owner);
        await ReviewHands.DoAsync(fixture, new AcceptAction(id, ""), AppFixture.Holder(Role.Chair));
        await ReviewHands.DoAsync(fixture, new ReportImpact(id, "Twenty of twenty."), owner);
        await operations.OpenAsync(reference);
        await operations.PressAsync("Record what it has changed");
        await operations.PressAsync("Record it", ("found", "Changed"), ("how", "By the audit."));
        Assert.Contains("What was to change has changed", operations.Card.Text, StringComparison.Ordinal);
    }

    /// <summary>Whom a message waits for that something has changed, and about which referral.</summary>
    private static async Task<IReadOnlyList<string>> ToldAsync(AppFixture fixture) =>
        [
            .. (await fixture.Rows.ReadAsync(Keys.Outbox, CancellationToken.None))
                .Where(row => row["kind"] == "LearningImpact")
                .Select(row => $"{row["case"]}|{row["person"]}")
                .Order(StringComparer.Ordinal),
        ];
}
