using SafeguardingTeams.App.Configuration;
using SafeguardingTeams.App.Directory;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Testing;

namespace SafeguardingTeams.App.Tests.CardActions;

/// <summary>Somebody looked for among many on a card: nothing is sent, what was typed stays, and then it is sent.</summary>
public class FindingTests
{
    [Fact]
    public async Task Absences_find_one_of_three_hundred_and_record_it_PD17()
    {
        using var fixture = await OpenAsync();
        var operations = new Hands(fixture, Hands.Of("operations-officer"));
        await operations.SendAsync("absences", []);
        Assert.Contains("Find", operations.Card.Buttons);
        await operations.PressAsync("Find", ("find", "ward 217"), ("from", "2026-12-01"));
        Assert.Equal(("ward 217", "2026-12-01"), (operations.Card.Inputs["find"], operations.Card.Inputs["from"]));
        Assert.Empty(fixture.CurrentRules.Group.Absences);
        await operations.PressAsync("Record it", ("person", "manager-of-ward-217"), ("to", "2026-12-04"));
        Assert.Contains("Manager of ward 217", operations.Card.Text, StringComparison.Ordinal);
        Assert.Equal("manager-of-ward-217", Assert.Single(fixture.CurrentRules.Group.Absences).PersonId);
    }

    [Fact]
    public async Task A_seat_is_filled_by_somebody_who_is_found()
    {
        using var fixture = await OpenAsync();
        var operations = new Hands(fixture, Hands.Of("operations-officer"));
        await operations.SendAsync("group-seat", []);
        await operations.PressAsync("Continue", ("seat", "other"), ("title", "Ward visitor"), ("agency", "acute-trust"));
        await operations.PressAsync("Find", ("find", "ward 217"));
        Assert.Contains("Page 2 of 2", operations.Card.Text, StringComparison.Ordinal);
        Assert.Equal("ward 217", operations.Card.Inputs["find"]);
        await operations.PressAsync(
            "Fill this seat",
            ("holder", "manager-of-ward-217"),
            ("email", "ward@people.example"),
            ("from", "2026-11-02")
        );
        var seat = Assert.Single(fixture.CurrentRules.Group.Seats.Values, one => one.Title == "Ward visitor");
        Assert.Equal("manager-of-ward-217", Assert.Single(seat.Held).PersonId);
    }

    [Fact]
    public async Task Everybody_of_a_day_is_worked_out_once_and_anew_when_somebody_is_away()
    {
        using var fixture = await OpenAsync();
        var people = fixture.Get<IPeople>();
        DateOnly day = new(2026, 11, 2);
        var everybody = people.Actors(day);
        Assert.Same(everybody, people.Actors(day));
        Assert.False(everybody.Find(one => one.PersonId == "chair")!.IsAway);
        await fixture.Group.RunAsync(
            new Domain.Steps.Absences.RecordAbsence("chair", day, day),
            "away",
            AppFixture.Holder(Role.Operations),
            CancellationToken.None
        );
        Assert.True(people.Actors(day).Find(one => one.PersonId == "chair")!.IsAway);
        Assert.False(people.Actors(day.AddDays(1)).Find(one => one.PersonId == "chair")!.IsAway);
    }

    private static Task<AppFixture> OpenAsync() =>
        AppFixture.OpenAsync(new MemoryRows(), file =>
            file with
            {
                People =
                [
                    .. file.People,
                    .. Enumerable
                        .Range(0, 300)
                        .Select(i => new PersonEntry(
                            $"manager-of-ward-{i}",
                            $"Manager of ward {i}",
                            "acute-trust",
                            [],
                            [new(Role.AgencyRepresentative, new(2026, 1, 1), null, [])]
                        )),
                ],
            }
        );
}
