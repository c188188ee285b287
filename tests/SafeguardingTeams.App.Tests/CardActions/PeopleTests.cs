using SafeguardingTeams.App.Commands;
using SafeguardingTeams.App.Directory;
using SafeguardingTeams.App.Storage;
using SafeguardingTeams.App.Tests.Commands;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Group;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.PeopleAndRoles;
using SafeguardingTeams.Domain.Steps.Reassigning;
using SafeguardingTeams.Domain.Steps.Seats;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.App.Tests.CardActions;

/// <summary>People and roles on their cards, from end to end: a change of Chair, a leaver, whoever is new (PD17).</summary>
[Trait(Needs.Name, Needs.Emulator)]
public partial class PeopleTests(Emulator emulator)
{
    private static readonly DateOnly Today = new(2026, 11, 2);

    [Fact]
    public async Task A_change_of_Chair_holds_once_a_second_person_confirms_it_in_every_process_and_what_waits_passes_on_PD17()
    {
        using var fixture = await ReceivedAsync();
        using var beside = await BesideAsync(fixture);
        var officer = await PersonAsync(fixture, "operations-officer", "chair");
        await officer.PressAsync("Hand over a role");
        await officer.PressAsync("Hand it over", ("to", "vice-chair"), ("day", "2026-11-02"), ("reason", "The Chair retires."));
        Assert.Contains("It waits for a second person.", officer.Card.Text, StringComparison.Ordinal);
        Assert.Equal(["chair"], await ChairsAsync(beside));

        // Not who proposed it, not who gains: neither is offered it, nor can they do it.
        await officer.PressAsync("Open");
        Assert.DoesNotContain("Confirm", officer.Card.Buttons);
        var number = new Dictionary<string, string> { ["number"] = "1", ["do"] = "confirm" };
        await officer.SendAsync(Verbs.PeopleChange, new(number));
        Assert.Contains("Somebody else confirms this", officer.Card.Text, StringComparison.Ordinal);
        var vice = new Hands(fixture, Hands.Of("vice-chair"));
        await vice.SendAsync(Verbs.PeopleChange, new(number));
        Assert.Contains("Not available", vice.Card.Text, StringComparison.Ordinal);
        Assert.Equal(["chair"], await ChairsAsync(beside));

        // The second person finds it among their tasks and in their chat, in another process.
        await fixture.Dispatcher.DispatchAsync(CancellationToken.None);
        Assert.Contains(fixture.Messages.Sent, sent =>
            sent.Chat == "a:operations-manager" && sent.Summary.Contains("A change waits for you")
        );
        Assert.DoesNotContain(fixture.Messages.Sent, sent =>
            sent.Chat == "a:operations-officer" && sent.Summary.Contains("A change waits")
        );
        var manager = await new Hands(beside, Hands.Of("operations-manager")).HomeAsync();
        await manager.PressAsync("My tasks");
        Assert.Contains("confirm a change of people or roles", manager.Card.Text, StringComparison.Ordinal);
        await manager.PressAsync("Open what waits");
        await manager.PressAsync("Open change 1");
        Assert.Contains("Chair passes from Chair of the Learning from Practice Group", manager.Card.Text, StringComparison.Ordinal);
        await manager.PressAsync("Confirm");
        Assert.Contains("Answered by: Partnership operations manager", manager.Card.Text, StringComparison.Ordinal);
        Assert.DoesNotContain((await GroupAsync(fixture)).Proposals, one => one.Answer is null);
        Assert.Equal(["vice-chair"], await ChairsAsync(fixture));
        Assert.Equal(["vice-chair"], await ChairsAsync(beside));

        // What waits passes on, and who had it is told; whoever is the Chair no more sees nothing.
        fixture.Clock.Set(new(2026, 11, 3, 9, 5, 0, TimeSpan.Zero));
        await fixture.Sweep.RunAsync(CancellationToken.None);
        await fixture.Dispatcher.DispatchAsync(CancellationToken.None);
        var taken = Assert.Single((await fixture.FileAsync()).History.Select(recorded => recorded.Event).OfType<RoleTakenOver>());
        Assert.Equal(("vice-chair", "chair"), (taken.PersonId, Assert.Single(taken.Before)));
        Assert.Contains(fixture.Messages.Sent, sent => sent.Chat == "a:vice-chair");
        await vice.OpenAsync(CaseStory.Id.Value);
        Assert.Contains(CaseStory.Id.Value, vice.Card.Text, StringComparison.Ordinal);
        var before = new Hands(fixture, Hands.Of("chair"));
        await before.OpenAsync(CaseStory.Id.Value);
        Assert.Contains("We cannot find that case", before.Card.Text, StringComparison.Ordinal);

        // What asked the second person is withdrawn.
        Assert.Contains(fixture.Messages.Sent, sent =>
            sent is { Chat: "a:operations-manager", IsUpdate: true } && sent.Summary.Contains("confirmed", StringComparison.Ordinal)
        );
        await manager.SendAsync("my-tasks", []);
        Assert.DoesNotContain("confirm a change of people", manager.Card.Text, StringComparison.Ordinal);
        Assert.True((await fixture.Upkeep.CheckAsync(CancellationToken.None)).Clean);
    }

    [Fact]
    public async Task A_leaver_is_let_in_by_no_process_and_open_tasks_seats_and_deputyships_go_on_without_them_PD17()
    {
        using var fixture = await ReceivedAsync(decided: false);
        using var beside = await BesideAsync(fixture);
        Assert.IsType<Outcome.Done>(
            await fixture.Group.RunAsync(
                new FillSeat(
                    new("camhs", "Service Manager", "mash", "MASH", null, []),
                    new("mash-manager", "MASH manager", "", Today, null)
                ),
                "seat",
                AppFixture.Holder(Role.Operations),
                CancellationToken.None
            )
        );
        var leaver = Hands.Of("mash-manager");
        Assert.True(await IsLetInAsync(beside, leaver));
        var officer = await PersonAsync(fixture, "operations-officer", "mash-manager");
        await officer.PressAsync("They have left");
        await officer.PressAsync("They have left", ("reason", ""));
        Assert.Contains("Say why", officer.Card.Text, StringComparison.Ordinal);
        await officer.PressAsync("They have left", ("day", "2026-11-03"), ("reason", "They work elsewhere now."));
        Assert.Contains("Leaves: last day 3 November 2026", officer.Card.Text, StringComparison.Ordinal);

        // Until the end of that day they are here; then they are nobody, not even a practitioner of their tenant.
        foreach (var process in new[] { fixture, beside })
        {
            process.Clock.Set(new(2026, 11, 3, 22, 0, 0, TimeSpan.Zero));
            Assert.True(await IsLetInAsync(process, leaver));
            process.Clock.Set(new(2026, 11, 4, 0, 5, 0, TimeSpan.Zero));
            Assert.False(await IsLetInAsync(process, leaver));
            var people = process.Get<IPeople>();
            Assert.IsType<Arrival.Stranger>(people.Recognise(new(leaver.TenantId, leaver.ObjectId), process.Get<Time.LondonClock>().Today));
            Assert.DoesNotContain(people.Actors(new(2026, 11, 4)), person => person.PersonId == "mash-manager");
            Assert.DoesNotContain(people.Holders(new(2026, 11, 4)), holder => holder.PersonId == "mash-manager");
            Assert.Null(process.CurrentRules.Group.Seats["camhs"].On(new(2026, 11, 4)));
        }

        // The threshold is still waited for, and is decided by who is there.
        fixture.Clock.Set(new(2026, 11, 4, 9, 5, 0, TimeSpan.Zero));
        await fixture.Sweep.RunAsync(CancellationToken.None);
        var there = await new Hands(fixture, Hands.Of("mash-officer")).HomeAsync();
        await there.PressAsync("My tasks");
        Assert.Contains("decide the threshold", there.Card.Text, StringComparison.Ordinal);
        await there.OpenAsync(CaseStory.Id.Value);
        Assert.Contains(CaseStory.Id.Value, there.Card.Text, StringComparison.Ordinal);
        Assert.True((await fixture.Upkeep.CheckAsync(CancellationToken.None)).Clean);

        // Undone, they come in again, and hold nothing.
        officer = await PersonAsync(fixture, "operations-officer", "mash-manager");
        await officer.PressAsync("Take back that they left");
        await officer.PressAsync("Take it back", ("reason", "They stay."));
        Assert.True(await IsLetInAsync(beside, leaver));
        Assert.DoesNotContain(beside.Get<IPeople>().Holders(new(2026, 11, 4)), holder => holder.PersonId == "mash-manager");
    }

    [Fact]
    public async Task Nobody_leaves_as_the_last_of_a_role_that_somebody_has_to_hold_and_the_card_says_what_to_do()
    {
        using var fixture = await emulator.OpenAsync();
        var officer = await PersonAsync(fixture, "operations-officer", "scrutineer");
        await officer.PressAsync("They have left");
        await officer.PressAsync("They have left", ("reason", "They retire."));
        Assert.Contains("Then nobody would be the Independent Scrutineer.", officer.Card.Text, StringComparison.Ordinal);
        await officer.PressAsync("Back to this person");
        await officer.PressAsync("End a role");
        await officer.PressAsync("End this role", ("role", "Scrutineer"), ("day", "2026-12-31"), ("reason", "They retire."));
        Assert.Contains("Hand that role over to somebody first.", officer.Card.Text, StringComparison.Ordinal);
        Assert.Empty((await GroupAsync(fixture)).People);
    }

    [Fact]
    public async Task Somebody_new_is_added_given_a_role_and_comes_in_and_what_is_wrong_stands_beside_its_input()
    {
        using var fixture = await emulator.OpenAsync();
        fixture.CurrentRules.Fresh = TimeSpan.Zero;
        var officer = new Hands(fixture, Hands.Of("operations-officer"));
        await officer.SendAsync(Verbs.People, []);
        await officer.PressAsync("Add a person");
        var police = Hands.Of("rep-police");
        var account = $"{police.TenantId}/0b0e5d3f-0000-4000-8000-000000000001".ToUpperInvariant();
        await officer.PressAsync(
            "Add this person",
            ("who", ""),
            ("agency", "police"),
            ("email", "x"),
            ("accounts", $"{police.TenantId}/{police.ObjectId}")
        );
        Assert.Contains("Enter their role and agency.", officer.Card.Text, StringComparison.Ordinal);
        Assert.Contains("Somebody else has this account.", officer.Card.Text, StringComparison.Ordinal);
        Assert.Contains("Enter an email address", officer.Card.Text, StringComparison.Ordinal);
        await officer.PressAsync(
            "Add this person",
            ("who", "Review officer, police"),
            ("email", "review.officer@police.example.gov.uk"),
            ("accounts", account)
        );
        Assert.Contains("They are added.", officer.Card.Text, StringComparison.Ordinal);
        await officer.PressAsync("Give a role");
        await officer.PressAsync("Give this role", ("role", "GroupMember"), ("day", "2026-11-02"), ("reason", "New in post."));
        Assert.Contains("It is recorded, and holds.", officer.Card.Text, StringComparison.Ordinal);
        Assert.Contains("Member of the group", officer.Card.Text, StringComparison.Ordinal);
        var known = Assert.IsType<Arrival.Known>(
            fixture.Get<IPeople>().Recognise(new(police.TenantId, "0b0e5d3f-0000-4000-8000-000000000001"), Today)
        );
        Assert.Equal("person-1", known.Actor.PersonId);
        Assert.Contains(Role.GroupMember, known.Actor.Roles);

        // Found again by a part of what they are, and by nobody who neither changes nor confirms.
        await officer.SendAsync(Verbs.People, new() { ["do"] = "yes", ["find__x"] = "review officer" });
        Assert.Contains("Found: 1 person", officer.Card.Text, StringComparison.Ordinal);
        var member = new Hands(fixture, Hands.Of("designated-nurse"));
        await member.SendAsync(Verbs.People, []);
        Assert.Contains("Not available", member.Card.Text, StringComparison.Ordinal);
    }

    /// <summary>Whether the first card is answered with what everybody may do who is let in.</summary>
    private static async Task<bool> IsLetInAsync(AppFixture fixture, Rehearsal.People.CastMember who)
    {
        var hands = new Hands(fixture, who);
        await hands.SendAsync(Verbs.Home, []);
        return hands.Card.Buttons.Contains("Refer a serious incident");
    }

    private static async Task<Hands> PersonAsync(AppFixture fixture, string by, string whose)
    {
        var hands = new Hands(fixture, Hands.Of(by));
        await hands.SendAsync(Verbs.Group, []);
        await hands.PressAsync("People and roles");
        await hands.SendAsync(Verbs.Person, new() { ["person"] = whose });
        return hands;
    }

    private static async Task<GroupFile> GroupAsync(AppFixture fixture) =>
        (GroupFile)(await StoredRecord.LoadAsync(fixture.Rows, RecordRef.Group, CancellationToken.None)).Record;

    private static async Task<IEnumerable<string>> ChairsAsync(AppFixture fixture)
    {
        await fixture.CurrentRules.RefreshAsync(always: false, CancellationToken.None);
        return fixture.Get<IPeople>().Holders(Today).Where(holder => holder.Role == Role.Chair).Select(holder => holder.PersonId);
    }

    private async Task<AppFixture> BesideAsync(AppFixture fixture)
    {
        var beside = await emulator.OpenBesideAsync(fixture);
        beside.CurrentRules.Fresh = TimeSpan.Zero;
        return beside;
    }

    private async Task<AppFixture> ReceivedAsync(bool decided = true)
    {
        var fixture = await emulator.OpenAsync();
        fixture.CurrentRules.Fresh = TimeSpan.Zero;
        await fixture.EverybodyHasTheAppAsync();
        await fixture.Group.OpenAsync(CancellationToken.None);
        Assert.IsType<Outcome.Done>(await fixture.RunAsync(CommandRunnerTests.Submit, CaseStory.Referrer));
        if (decided)
        {
            Assert.IsType<Outcome.Done>(await fixture.RunAsync(CommandRunnerTests.Response, AppFixture.Holder(Role.MashOfficer)));
            Assert.IsType<Outcome.Done>(await fixture.RunAsync(CommandRunnerTests.Reached, AppFixture.Holder(Role.MashOfficer)));
        }

        await fixture.Dispatcher.DispatchAsync(CancellationToken.None);
        return fixture;
    }
}
