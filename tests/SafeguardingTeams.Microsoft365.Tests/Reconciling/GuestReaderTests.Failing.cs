using SafeguardingTeams.App.Storage;
using SafeguardingTeams.Domain.Reviews;
using SafeguardingTeams.Domain.Steps.ReviewEnding;
using SafeguardingTeams.Domain.Steps.ReviewPeople;
using SafeguardingTeams.Rehearsal.StandIns.Graph;
using SafeguardingTeams.Tests;
using GraphAccount = SafeguardingTeams.Rehearsal.StandIns.Graph.Directory.Account;

namespace SafeguardingTeams.Microsoft365.Tests.Reconciling;

/// <content>What the directory refuses, what fails on the way, and what has changed meanwhile.</content>
public partial class GuestReaderTests
{
    [Fact]
    public async Task Where_two_accounts_have_the_address_nobody_is_taken_and_operations_are_told_C9()
    {
        await using var fixture = await ReconcileFixture.OpenAsync();
        fixture.Graph.Directory.Add(GraphAccount.Guest(Guid.NewGuid().ToString(), "One", Address));
        var second = Guid.NewGuid().ToString();
        fixture.Graph.Directory.Add(GraphAccount.Guest(second, "Another", Address));
        await AskedInAsync(fixture);
        var left = Assert.Single(await fixture.DeadLettered.ReadAsync(Stop));
        Assert.Equal(("Account of somebody appointed to a review", Id), (left.What, left.Record));
        Assert.StartsWith("More than one account of the directory has that address.", left.Why, StringComparison.Ordinal);
        Assert.Empty((await FileAsync(fixture)).People[0].PersonId);

        // Put right in the directory, and tried again.
        fixture.Graph.Directory.Add(GraphAccount.Guest(second, "Another", "another@people.example"));
        await fixture.DeadLettered.RetryAsync(Stop);
        await fixture.SettleAsync();
        Assert.NotEmpty((await FileAsync(fixture)).People[0].PersonId);
    }

    [Fact]
    public async Task Where_the_directory_lets_nobody_be_invited_it_is_said_in_words_without_the_address_C9()
    {
        await using var fixture = await ReconcileFixture.OpenAsync();
        fixture.Graph.Faults.Weather = (_, template) => template == "/invitations" ? new(400, "BadRequest") : null;
        await AskedInAsync(fixture);
        var left = Assert.Single(await fixture.DeadLettered.ReadAsync(Stop));
        Assert.StartsWith("The directory did not let a guest be invited at that address", left.Why, StringComparison.Ordinal);
        Assert.DoesNotContain("@", left.Why, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whatever_passes_when_a_call_fails_it_is_tried_again_and_nobody_is_invited_twice_C9()
    {
        foreach (var fault in GraphFault.Passing)
        {
            await using var fixture = await ReconcileFixture.OpenAsync();
            var failed = new HashSet<(string, string)>();
            fixture.Graph.Faults.Weather = (method, template) => failed.Add((method, template)) ? fault : null;
            await AskedInAsync(fixture);
            await CameInOnceAsync(fixture, $"{fault}");
        }
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task Whatever_call_the_process_dies_at_they_come_in_once_C9(bool done)
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
        await AskedInAsync(fixture);
        await CameInOnceAsync(fixture, $"done: {done}");
        Assert.Contains(("POST", "/invitations"), died);
    }

    [Fact]
    public async Task Two_processes_at_once_invite_once_C9()
    {
        await using var fixture = await ReconcileFixture.OpenAsync();
        fixture.Runners = 3;
        await AskedInAsync(fixture);
        await CameInOnceAsync(fixture, "three at once");
        Assert.Equal(1, Invitations(fixture));
    }

    [Fact]
    public async Task Ended_before_they_come_in_nobody_is_invited_any_more_C9()
    {
        foreach (
            var ends in new ReviewCommand[]
            {
                new EndReviewPerson(Id, 1, "They are ill."),
                ReviewStory.OtherAddress(email: ""),
                new EndReview(Id, "By mistake."),
            }
        )
        {
            await using var fixture = await ReconcileFixture.OpenAsync();
            await DecidedAsync(fixture);
            await RunAsync(fixture, ReviewStory.AppointGuest);
            await AgreeAsync(fixture, settle: false);
            await RunAsync(fixture, ends);
            await fixture.SettleAsync();
            Assert.Equal(0, Invitations(fixture));
            Assert.Empty(await fixture.DeadLettered.ReadAsync(Stop));
        }
    }

    [Fact]
    public async Task Two_appointments_of_one_person_at_once_are_tied_to_one_account_with_one_row_C9()
    {
        await using var fixture = await ReconcileFixture.OpenAsync();
        fixture.Runners = 3;
        await DecidedAsync(fixture);
        await RunAsync(fixture, ReviewStory.AppointGuest);
        var member = ReviewStory.Appoint(ReviewPersonRole.PanelMember);
        await RunAsync(fixture, member with { Who = member.Who with { Email = Address } });
        await AgreeAsync(fixture);
        await fixture.SettleAsync();
        var file = await FileAsync(fixture);
        Assert.Equal(2, ReviewPermissions.PartsOf(file, PersonOf(fixture, Address)).Count());
        Assert.Single(await fixture.Rows.ReadAsync("guest|", Stop));
        Assert.Empty(await fixture.DeadLettered.ReadAsync(Stop));
    }

    private static async Task CameInOnceAsync(ReconcileFixture fixture, string how)
    {
        var file = await FileAsync(fixture);
        Assert.True(Assert.Single(file.History.Select(recorded => recorded.Event).OfType<ReviewPersonCameIn>()).Invited, how);
        Assert.Equal(PersonOf(fixture, Address), file.People[0].PersonId);
        Assert.Empty(await fixture.DeadLettered.ReadAsync(Stop));
        Assert.Empty(await fixture.Rows.ReadAsync(Keys.ReconcileJobs, Stop));
        Assert.Single(await fixture.Rows.ReadAsync("guest|", Stop));
    }
}
