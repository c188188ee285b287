using SafeguardingTeams.App.Storage;
using SafeguardingTeams.App.Tests.Commands;
using SafeguardingTeams.Domain.Actions;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.App.Tests.CardActions;

/// <summary>Actions on their cards, from agreed to changed: C5, C19, C20, F2.</summary>
[Trait(Needs.Name, Needs.Emulator)]
public partial class ActionTests(Emulator emulator)
{
    /// <summary>Somebody of the police who has no role of any kind.</summary>
    private const string Owner = "records-police";

    private const string What = "Write it into the protocol, and train the custody officers.";

    [Fact]
    public async Task From_the_owner_to_done_accepted_and_changed_each_does_their_part_C19()
    {
        using var fixture = await emulator.OpenAsync();
        await fixture.EverybodyHasTheAppAsync();
        var reference = await AgreedAsync(fixture);

        var owner = await HomeAsync(fixture, Owner);
        Assert.Contains("My tasks (1)", owner.Card.Buttons);
        await owner.PressAsync("Actions (1)");
        Assert.Contains("My actions: 1 open", owner.Card.Text, StringComparison.Ordinal);
        await owner.PressAsync("Open it");
        Assert.Contains(What, owner.Card.Text, StringComparison.Ordinal);
        await owner.PressAsync("Say how far it is");
        await owner.PressAsync("Say it", ("state", "AtRisk"));
        Assert.Contains("Say why, and what would help.", owner.Card.Text, StringComparison.Ordinal);
        await owner.PressAsync("Say it", ("state", "AtRisk"), ("text", "The trainer is ill."));
        Assert.Contains("At risk", owner.Card.Text, StringComparison.Ordinal);
        await owner.PressAsync("Ask for more time");
        await owner.PressAsync("Ask the Chair", ("until", "2027-03-26"), ("reason", "The trainer is ill."));

        var chair = await HomeAsync(fixture, "chair");
        await chair.PressAsync("My tasks");
        await chair.PressAsync($"Open {reference}");
        await chair.PressAsync("Answer about more time");
        await chair.PressAsync("Refuse: same date");
        Assert.Contains("Say why there is no more time.", chair.Card.Text, StringComparison.Ordinal);
        await chair.PressAsync("Agree: more time");
        Assert.Contains("more time agreed once", chair.Card.Text, StringComparison.Ordinal);

        await OpenAsync(owner, reference);
        Assert.Contains("first agreed: 29 January 2027", owner.Card.Text, StringComparison.Ordinal);
        await owner.PressAsync("It is done");
        await owner.PressAsync("Report it as done", ("evidence", "The protocol."), ("link", "https://police.example/protocol"));
        Assert.Contains("Done: to be accepted", owner.Card.Text, StringComparison.Ordinal);

        await OpenAsync(chair, reference);
        await chair.PressAsync("Return it to its owner");
        await chair.PressAsync("Return it", ("reason", "The list of who was trained is missing."));
        await OpenAsync(owner, reference);
        Assert.Contains("It was returned: The list of who was trained is missing.", owner.Card.Text, StringComparison.Ordinal);
        await owner.PressAsync("It is done");
        await owner.PressAsync("Report it as done", ("evidence", "The protocol, and the list."));
        await OpenAsync(chair, reference);
        await chair.PressAsync("Accept it as done");
        await chair.PressAsync("Accept it", ("impact", "2027-02-01"));
        Assert.Contains("listed at the next meeting", chair.Card.Text, StringComparison.Ordinal);
        Assert.Equal("yes", Assert.Single(await fixture.Rows.ReadAsync(Keys.OpenOf(RecordKind.Action), CancellationToken.None))["listed"]);

        await OpenAsync(owner, reference);
        await owner.PressAsync("Say what it has changed");
        await owner.PressAsync("Say it", ("text", "Twenty of twenty."));
        var operations = await HomeAsync(fixture, "operations-officer");
        await operations.PressAsync("My tasks");
        await operations.PressAsync($"Open {reference}");
        await operations.PressAsync("Record what it has changed");
        await operations.PressAsync("Record it", ("found", "Changed"), ("how", "By the audit."));
        Assert.Contains("What was to change has changed", operations.Card.Text, StringComparison.Ordinal);

        Assert.Equal(ActionStage.Changed, (await FileAsync(fixture, reference)).Stage);
        Assert.Empty(await fixture.Rows.ReadAsync(Keys.OpenOf(RecordKind.Action), CancellationToken.None));
        Assert.True((await fixture.Upkeep.CheckAsync(CancellationToken.None)).Clean);
    }

    [Fact]
    public async Task Nothing_of_what_it_comes_from_comes_to_the_owner_and_nothing_of_the_action_into_a_message_F2()
    {
        using var fixture = await emulator.OpenAsync();
        await fixture.EverybodyHasTheAppAsync();
        var reference = await AgreedAsync(fixture);
        await fixture.Dispatcher.DispatchAsync(CancellationToken.None);
        var owner = await HomeAsync(fixture, Owner);
        var seen = new List<string> { owner.Card.Text };
        foreach (
            var verb in (
                "my-tasks my-referrals action-list open-case action-open action-history action-progress action-complete action-extend "
                + "action-impact action-owner action-accept"
            ).Split(' ')
        )
        {
            await owner.SendAsync(verb, new() { ["case"] = reference });
            seen.Add(owner.Card.Text);
        }

        // The child, what happened, and the reference of what it comes from.
        string[] markers = ["Child A", "The baby went home", "discharge is planned", LearningStory.Id.ToString(), "GSCP‑PL"];
        Assert.All(seen, text => Assert.All(markers, marker => Assert.DoesNotContain(marker, text, StringComparison.Ordinal)));
        foreach (var verb in new[] { "open-case", "learning-open", "learning-read", "learning-timeline", "action-agree" })
        {
            await owner.SendAsync(verb, new() { ["case"] = LearningStory.Id.ToString() });
            Assert.Contains("We cannot find that case", owner.Card.Text, StringComparison.Ordinal);
        }

        var posted = fixture
            .Messages.Sent.Where(one => one.Summary.StartsWith(reference, StringComparison.Ordinal))
            .Select(one => one.Summary + one.Card)
            .ToList();
        Assert.NotEmpty(posted);
        Assert.All(posted, text =>
            Assert.All(markers.Append("protocol").Append("custody"), marker =>
                Assert.DoesNotContain(marker, text, StringComparison.Ordinal)
            )
        );
    }

    [Fact]
    public async Task A_name_that_stands_in_what_it_comes_from_is_refused_with_what_was_typed_still_there_F2()
    {
        using var fixture = await emulator.OpenAsync();
        await ActionStandingListTests.ReferredAsync(fixture);
        var id = LearningStory.Id;
        await fixture.RunAsync(
            new Domain.Steps.LearningReferral.ChangeLearning(
                id,
                LearningStory.Complete("rep-acute-trust@people.example"),
                LearningStory
                    .Complete("rep-acute-trust@people.example")
                    .With("children", Domain.Forms.AnswerRow.Empty("r1").With("name", "Zqxchild Zqxfamily").With("born", "2024-05-06")),
                "Her name is known now."
            ),
            AppFixture.Holder(Role.Operations)
        );
        var operations = await HomeAsync(fixture, "operations-officer");
        await OpenAsync(operations, id.ToString());
        await operations.PressAsync("Agree an action");
        await operations.PressAsync(
            "Agree the action",
            [.. Agreement.Select(one => one.Name == "what" ? (one.Name, Value: "Ring zqxchild's school.") : one)]
        );
        Assert.Contains("What will be done: a name stands in it", operations.Card.Text, StringComparison.Ordinal);
        Assert.Equal("Ring zqxchild's school.", operations.Card.Inputs["what"]);
        await operations.PressAsync("Agree the action", ("what", What));
        Assert.Contains("The action is agreed", operations.Card.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_without_a_part_is_told_that_there_is_one_and_the_member_of_the_agency_reads_it_F2()
    {
        using var fixture = await emulator.OpenAsync();
        var reference = await AgreedAsync(fixture);
        foreach (var who in new[] { "lead-police", "rep-police", "mash-officer", "rep-schools", "head-childrens-services" })
        {
            foreach (var verb in new[] { "open-case", "action-open", "action-history", "action-progress", "action-owner", "action-accept" })
            {
                var hands = new Hands(fixture, Hands.Of(who));
                await hands.SendAsync(verb, new() { ["case"] = reference });
                Assert.Contains("We cannot find that case", hands.Card.Text, StringComparison.Ordinal);
            }
        }

        var member = await HomeAsync(fixture, "inspector-police");
        await member.PressAsync("Actions (1)");
        Assert.Contains("My agency's actions: 1 open", member.Card.Text, StringComparison.Ordinal);
        await member.PressAsync("Open it");
        Assert.Contains(What, member.Card.Text, StringComparison.Ordinal);
        var other = await HomeAsync(fixture, "rep-schools");
        Assert.DoesNotContain(other.Card.Buttons, button => button.StartsWith("Actions", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Somebody_else_owns_it_and_who_did_is_told_and_reads_it_no_more_F2()
    {
        using var fixture = await emulator.OpenAsync();
        await fixture.EverybodyHasTheAppAsync();
        var reference = await AgreedAsync(fixture);
        await fixture.Dispatcher.DispatchAsync(CancellationToken.None);
        var operations = await HomeAsync(fixture, "operations-officer");
        await OpenAsync(operations, reference);
        await operations.PressAsync("Change the owner");
        await operations.PressAsync(
            "Give it to them",
            ("owner", "none"),
            ("ownerrole", "Head of custody"),
            ("ownername", "The head of custody"),
            ("owneremail", "head@custody.example"),
            ("agency", "police"),
            ("reason", "A new post.")
        );
        Assert.Contains("The head of custody, Head of custody", operations.Card.Text, StringComparison.Ordinal);
        await fixture.Dispatcher.DispatchAsync(CancellationToken.None);
        Assert.Contains(fixture.Messages.Sent, one => one.Summary == $"{reference}: Somebody else owns it now");
        var owner = await HomeAsync(fixture, Owner);
        await OpenAsync(owner, reference);
        Assert.Contains("We cannot find that case", owner.Card.Text, StringComparison.Ordinal);

        // Operations record what is said by who has no account.
        await OpenAsync(operations, reference);
        await operations.PressAsync("Record how far it is");
        await operations.PressAsync("Say it", ("state", "OnTrack"), ("text", "Half done."));
        Assert.Contains("Say how you made sure", operations.Card.Text, StringComparison.Ordinal);
        await operations.PressAsync("Say it", ("verified", "Rung back by the switchboard."));
        Assert.Contains("Half done.", operations.Card.Text, StringComparison.Ordinal);
        Assert.True((await fixture.Upkeep.CheckAsync(CancellationToken.None)).Clean);
    }

    private static (string Name, string Value)[] Agreement =>
        [
            ("change", "Whoever is held in custody with a baby is asked who looks after the other children."),
            ("what", What),
            ("owner", Owner),
            ("due", "2027-01-29"),
            ("how", "An audit of twenty records."),
            ("item", "recommendation 2"),
        ];

    /// <summary>Agreed by operations, from a referral for practice learning.</summary>
    private static async Task<string> AgreedAsync(AppFixture fixture)
    {
        await fixture.Group.OpenAsync(CancellationToken.None);
        await ActionStandingListTests.ReferredAsync(fixture);
        var operations = await HomeAsync(fixture, "operations-officer");
        await OpenAsync(operations, LearningStory.Id.ToString());
        await operations.PressAsync("Agree an action");
        await operations.PressAsync("Agree the action", ("change", "Something changes."));
        Assert.Contains("Choose who owns it", operations.Card.Text, StringComparison.Ordinal);
        await operations.PressAsync("Agree the action", Agreement);
        Assert.Contains("The action is agreed, and its owner is told.", operations.Card.Text, StringComparison.Ordinal);
        return Assert.Single(await fixture.Rows.ReadAsync(Keys.OpenOf(RecordKind.Action), CancellationToken.None))["record"];
    }

    private static async Task<ActionFile> FileAsync(AppFixture fixture, string reference) =>
        (ActionFile)(await StoredRecord.LoadAsync(fixture.Rows, RecordRef.Parse(reference), CancellationToken.None)).Record;

    private static Task<Hands> HomeAsync(AppFixture fixture, string who) => new Hands(fixture, Hands.Of(who)).HomeAsync();

    private static Task OpenAsync(Hands hands, string reference) => hands.OpenAsync(reference);
}
