using SafeguardingTeams.App.Commands;
using SafeguardingTeams.App.Storage;
using SafeguardingTeams.Domain.Group;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.PeopleAndRoles;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.App.Tests.CardActions;

/// <content>Who can get in, looked at each quarter (F2); who has looked, for a Caldicott Guardian (F1).</content>
public partial class PeopleTests
{
    [Fact]
    public async Task Each_quarter_operations_look_at_who_can_get_in_one_at_a_time_and_are_chased_until_it_is_done_F2()
    {
        using var fixture = await ReceivedAsync();
        fixture.Clock.Set(new(2027, 1, 4, 9, 5, 0, TimeSpan.Zero));
        await fixture.Sweep.RunAsync(CancellationToken.None);
        await fixture.Sweep.RunAsync(CancellationToken.None);
        Assert.Equal(new(2027, 1, 1), Assert.Single((await GroupAsync(fixture)).AccessReviews).Quarter);
        var officer = await new Hands(fixture, Hands.Of("operations-officer")).HomeAsync();
        await officer.PressAsync("My tasks");
        Assert.Contains("look at who can get in", officer.Card.Text, StringComparison.Ordinal);
        var denied = new Hands(fixture, Hands.Of("lead-police"));
        await denied.SendAsync(Verbs.AccessReview, []);
        Assert.Contains("Not available", denied.Card.Text, StringComparison.Ordinal);

        await officer.SendAsync(Verbs.AccessReview, new() { ["do"] = "finish" });
        Assert.Contains("were not looked at yet", officer.Card.Text, StringComparison.Ordinal);
        await officer.SendAsync(Verbs.AccessReview, new() { ["do"] = "right", ["right__x"] = "person:chair,person:nobody" });
        Assert.Equal(["person:chair"], (await GroupAsync(fixture)).OpenAccessReview!.StillRight);

        // Late it is chased, and the next quarter does not begin another beside it.
        foreach (var (late, chased) in new[] { (new DateOnly(2027, 2, 1), "a:operations-officer"), (new DateOnly(2027, 4, 5), "a:chair") })
        {
            fixture.Clock.Set(new(late, new(9, 5), TimeSpan.Zero));
            await fixture.Sweep.RunAsync(CancellationToken.None);
            await fixture.Dispatcher.DispatchAsync(CancellationToken.None);
            Assert.Contains(fixture.Messages.Sent, sent =>
                sent.Chat == chased && sent.Summary.Contains("Late: who can get in", StringComparison.Ordinal)
            );
        }

        Assert.Single((await GroupAsync(fixture)).AccessReviews);

        // A person who was changed meanwhile needs no answer.
        Assert.IsType<Outcome.Done>(
            await fixture.Group.RunAsync(
                new ChangePeople(new(PersonChangeKind.Leave, "records-police") { Day = new(2027, 4, 5) }, "They retire."),
                "leave",
                AppFixture.Holder(Role.Operations),
                CancellationToken.None
            )
        );
        while (
            (await fixture.Get<Reports.AccessList>().OfAsync(CancellationToken.None))
                .Select(line => line.Key)
                .Except((await GroupAsync(fixture)).OpenAccessReview!.StillRight)
                .Where(key => key != "person:records-police")
                .Take(6)
                .ToList()
                is { Count: > 0 } next
        )
        {
            await officer.SendAsync(Verbs.AccessReview, new() { ["do"] = "right", ["right__x"] = string.Join(',', next) });
        }

        await officer.PressAsync("Finish this review");
        Assert.Contains("The review is done.", officer.Card.Text, StringComparison.Ordinal);
        var finished = (await GroupAsync(fixture)).AccessReviews[^1].Finished!;
        Assert.Equal(("Partnership operations officer", 1), (finished.By, finished.Changed));
        Assert.True(finished.Confirmed > 15);
        await fixture.Sweep.RunAsync(CancellationToken.None);
        Assert.Equal(new(2027, 4, 1), (await GroupAsync(fixture)).OpenAccessReview!.Quarter);
        Assert.True((await fixture.Upkeep.CheckAsync(CancellationToken.None)).Clean);
    }

    [Fact]
    public async Task A_Caldicott_Guardian_sees_who_has_looked_at_a_record_and_nothing_else_of_it_F1()
    {
        using var fixture = await ReceivedAsync();
        Assert.IsType<Outcome.Done>(
            await fixture.Group.RunAsync(
                new ChangePeople(
                    new(PersonChangeKind.GiveRole, "records-police") { Role = Role.CaldicottGuardian, Day = Today },
                    "Appointed."
                ),
                "give",
                AppFixture.Holder(Role.Operations),
                CancellationToken.None
            )
        );
        var chair = new Hands(fixture, Hands.Of("chair"));
        await chair.OpenAsync(CaseStory.Id.Value);
        var guardian = await new Hands(fixture, Hands.Of("records-police")).HomeAsync();
        await guardian.PressAsync("Who has looked at a record");
        await guardian.PressAsync("Show who has looked", ("reference", "GSCP-9999-9998"));
        Assert.Contains("We cannot find a record with this reference.", guardian.Card.Text, StringComparison.Ordinal);
        await guardian.PressAsync("Show who has looked", ("reference", CaseStory.Id.Value));
        Assert.Contains("Chair of the Learning from Practice Group", guardian.Card.Text, StringComparison.Ordinal);
        Assert.Contains("Caldicott Guardian", guardian.Card.Text, StringComparison.Ordinal);
        foreach (var verb in new[] { Verbs.OpenCase, Verbs.Timeline, Verbs.ReadReferral })
        {
            await guardian.SendAsync(verb, new() { ["case"] = CaseStory.Id.Value });
            Assert.Contains("We cannot find that case", guardian.Card.Text, StringComparison.Ordinal);
        }

        await guardian.SendAsync(Verbs.Group, []);
        Assert.Contains("Not available", guardian.Card.Text, StringComparison.Ordinal);
        var reads = await fixture.Rows.ReadAsync(Keys.Reads(CaseStory.Id), CancellationToken.None);
        Assert.Contains(reads, row => (row["person"], row["purpose"], row["capacity"]) == ("records-police", "Audit", "CaldicottGuardian"));
    }
}
