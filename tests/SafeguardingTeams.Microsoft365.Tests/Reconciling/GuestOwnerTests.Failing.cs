using SafeguardingTeams.App.Directory;
using SafeguardingTeams.App.Storage;
using SafeguardingTeams.Domain.Actions;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.ActionDone;
using SafeguardingTeams.Domain.Steps.ActionEnding;
using SafeguardingTeams.Domain.Steps.ActionOwnership;
using SafeguardingTeams.Rehearsal.StandIns.Graph;
using GraphAccount = SafeguardingTeams.Rehearsal.StandIns.Graph.Directory.Account;

namespace SafeguardingTeams.Microsoft365.Tests.Reconciling;

/// <content>What the directory refuses, what fails on the way, and what has changed meanwhile.</content>
public partial class GuestOwnerTests
{
    [Fact]
    public async Task Where_two_accounts_have_the_address_nobody_is_taken_and_operations_go_on_as_before_C5()
    {
        await using var fixture = await ReconcileFixture.OpenAsync();
        fixture.Graph.Directory.Add(GraphAccount.Guest(Guid.NewGuid().ToString(), "One", Address));
        var second = Guid.NewGuid().ToString();
        fixture.Graph.Directory.Add(GraphAccount.Guest(second, "Another", Address));
        await AgreeAsync(fixture);
        var left = Assert.Single(await fixture.DeadLettered.ReadAsync(Stop));
        Assert.Equal(("Account of an action's owner who was entered by hand", Id), (left.What, left.Record));
        Assert.StartsWith("More than one account of the directory has that address.", left.Why, StringComparison.Ordinal);
        await StillWithOperationsAsync(fixture);

        // Put right in the directory, and tried again.
        fixture.Graph.Directory.Add(GraphAccount.Guest(second, "Another", "another@clinic.example"));
        await fixture.DeadLettered.RetryAsync(Stop);
        await fixture.SettleAsync();
        Assert.True((await FileAsync(fixture)).Owner!.HasAccount);
    }

    [Theory]
    [InlineData(400, "BadRequest", "The directory did not let a guest be invited at that address (BadRequest).")]
    [InlineData(403, "AuthorizationRequestDenied", "Microsoft 365 does not allow this system to do that (AuthorizationRequestDenied): to ")]
    public async Task Where_the_directory_lets_nobody_be_invited_it_is_said_in_words_without_the_address_C5(
        int status,
        string code,
        string words
    )
    {
        await using var fixture = await ReconcileFixture.OpenAsync();
        fixture.Graph.Faults.Weather = (_, template) => template == "/invitations" ? new(status, code) : null;
        await AgreeAsync(fixture);
        var left = Assert.Single(await fixture.DeadLettered.ReadAsync(Stop));
        Assert.StartsWith(words, left.Why, StringComparison.Ordinal);
        Assert.DoesNotContain("@", left.Why, StringComparison.Ordinal);
        await StillWithOperationsAsync(fixture);
    }

    [Fact]
    public async Task Whatever_passes_when_a_call_fails_it_is_tried_again_and_nobody_is_invited_twice_C5()
    {
        foreach (var fault in GraphFault.Passing)
        {
            await using var fixture = await ReconcileFixture.OpenAsync();
            var failed = new HashSet<(string, string)>();
            fixture.Graph.Faults.Weather = (method, template) => failed.Add((method, template)) ? fault : null;
            await AgreeAsync(fixture);
            await CameInOnceAsync(fixture, $"{fault}");
        }
    }

    [Fact]
    public async Task A_call_that_hangs_is_given_up_and_what_it_did_is_found_C5()
    {
        await using var fixture = await ReconcileFixture.OpenAsync();
        fixture.Graph.Faults.Plan("POST", "/invitations", GraphFault.Hanging);
        await AgreeAsync(fixture);
        await CameInOnceAsync(fixture, "hanging");
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task Whatever_call_the_process_dies_at_they_come_in_once_C5(bool done)
    {
        await using var fixture = await ReconcileFixture.OpenAsync();
        var died = new HashSet<(string, string)>();
        fixture.Graph.Faults.Weather = (method, template) =>
        {
            if (!died.Add((method, template)))
            {
                return null;
            }

            fixture.Die();
            return done ? GraphFault.CutAfter : GraphFault.Cut;
        };
        await AgreeAsync(fixture);
        await CameInOnceAsync(fixture, $"done: {done}");
        Assert.Contains(("POST", "/invitations"), died);
    }

    [Fact]
    public async Task Two_processes_at_once_invite_once_C5()
    {
        await using var fixture = await ReconcileFixture.OpenAsync();
        fixture.Runners = 3;
        await AgreeAsync(fixture);
        await CameInOnceAsync(fixture, "three at once");
    }

    [Fact]
    public async Task Given_to_somebody_else_or_ended_before_they_come_in_nobody_is_invited_any_more_C5()
    {
        await using var fixture = await ReconcileFixture.OpenAsync();
        await AgreeAsync(fixture, settle: false);
        await RunAsync(fixture, new ChangeActionOwner(Id, ActionOwner.OfTheFile("rep-schools"), "A new post."));
        await fixture.SettleAsync();
        Assert.Equal(0, Invitations(fixture));
        Assert.Equal("rep-schools", (await FileAsync(fixture)).Owner!.PersonId);

        await using var ended = await ReconcileFixture.OpenAsync();
        await AgreeAsync(ended, settle: false);
        await RunAsync(ended, new EndAction(Id, new(2026, 11, 2), "Overtaken."));
        await ended.SettleAsync();
        Assert.Equal(0, Invitations(ended));
        Assert.Empty(await ended.DeadLettered.ReadAsync(Stop));
    }

    [Fact]
    public async Task Changed_while_they_are_being_invited_it_is_not_theirs_and_their_account_opens_nothing_C5()
    {
        await using var fixture = await ReconcileFixture.OpenAsync();
        fixture.Graph.Faults.Weather = (_, template) =>
        {
            if (template == "/invitations")
            {
                RunAsync(fixture, new ChangeActionOwner(Id, ActionOwner.OfTheFile("rep-schools"), "A new post.")).GetAwaiter().GetResult();
            }

            return null;
        };
        await AgreeAsync(fixture);
        Assert.Equal(1, Invitations(fixture));
        Assert.Equal("rep-schools", (await FileAsync(fixture)).Owner!.PersonId);
        var guest = Assert.Single(fixture.Graph.Directory.With(Address));
        Assert.False(await fixture.Get<Arrivals>().TakesGuestAsync(new(ReconcileFixture.Council, guest.Id), Stop));
        Assert.Empty(await fixture.DeadLettered.ReadAsync(Stop));
    }

    private static async Task CameInOnceAsync(ReconcileFixture fixture, string how)
    {
        var file = await FileAsync(fixture);
        Assert.True(file.Owner!.HasAccount, how);
        Assert.True(Assert.Single(file.History.Select(recorded => recorded.Event).OfType<ActionOwnerCameIn>()).Invited, how);
        var guest = Assert.Single(fixture.Graph.Directory.With(Address));
        Assert.Equal(PersonOf(fixture, guest.Id), file.Owner.PersonId);
        Assert.Empty(await fixture.DeadLettered.ReadAsync(Stop));
        Assert.Empty(await fixture.Rows.ReadAsync(Keys.ReconcileJobs, Stop));
        Assert.Single(await fixture.Rows.ReadAsync("guest|", Stop));
    }

    private static async Task StillWithOperationsAsync(ReconcileFixture fixture)
    {
        var file = await FileAsync(fixture);
        Assert.False(file.Owner!.HasAccount);
        Assert.Equal(Role.Operations, Assert.Single(ActionTask.Of(file)).Task.For);
        await RunAsync(fixture, new ReportActionDone(Id, "The protocol.", "", "Rung back."), "operations-officer");
    }
}
