using SafeguardingTeams.App.Storage;
using SafeguardingTeams.Domain.Actions;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.ActionDone;
using SafeguardingTeams.Domain.Steps.ActionEnding;
using SafeguardingTeams.Domain.Steps.ActionOwnership;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.App.Tests.CardActions;

/// <content>Cards of an earlier time; one list a week, whatever happens between.</content>
public partial class ActionTests
{
    [Fact]
    public async Task A_card_drawn_for_an_earlier_report_does_not_accept_the_later_one_and_what_was_typed_is_still_there_C19()
    {
        using var fixture = await emulator.OpenAsync();
        var reference = await AgreedAsync(fixture);
        var id = RecordRef.Parse(reference);
        var owner = CaseStory.Person(Owner, Role.Practitioner);
        await ReviewHands.DoAsync(fixture, new ReportActionDone(id, "The protocol.", ""), owner);
        var chair = await HomeAsync(fixture, "chair");
        await OpenAsync(chair, reference);
        await chair.PressAsync("Accept it as done");
        // Meanwhile it is returned, in another window, and reported again.
        await ReviewHands.DoAsync(fixture, new ReturnAction(id, "The list is missing."), AppFixture.Holder(Role.Chair));
        await ReviewHands.DoAsync(fixture, new ReportActionDone(id, "The protocol, and a list of two.", ""), owner);
        await chair.PressAsync("Accept it", ("note", "All were trained."));
        Assert.Contains("Something has happened since this card was drawn", chair.Card.Text, StringComparison.Ordinal);
        Assert.Contains("a list of two", chair.Card.Text, StringComparison.Ordinal);
        Assert.Equal("All were trained.", chair.Card.Inputs["note"]);
        Assert.Equal(ActionStage.Done, (await FileAsync(fixture, reference)).Stage);
        await chair.PressAsync("Accept it");
        Assert.Equal(ActionStage.Accepted, (await FileAsync(fixture, reference)).Stage);
    }

    [Fact]
    public async Task Cut_off_anywhere_with_an_action_that_ends_before_the_next_sweep_an_owner_gets_one_list_C5()
    {
        for (var stopsAt = 0; stopsAt < 4; stopsAt++)
        {
            foreach (var doesIt in new[] { false, true })
            {
                using var fixture = await TwoAsync();
                fixture.Clock.Set(new(2027, 1, 4, 10, 0, 0, TimeSpan.Zero));
                fixture.Rows.Reset(stopsAt, doesIt);
                await SweepAsync(fixture);
                fixture.Rows.Reset(null, false);
                var first = (await fixture.Rows.ReadAsync(Keys.OpenOf(RecordKind.Action), CancellationToken.None))[0]["record"];
                await ReviewHands.DoAsync(
                    fixture,
                    new EndAction(RecordRef.Parse(first), new(2027, 1, 4), "Overtaken."),
                    AppFixture.Holder(Role.Operations)
                );
                using var beside = await emulator.OpenBesideAsync(fixture);
                beside.Clock.Set(new(2027, 1, 4, 11, 0, 0, TimeSpan.Zero));
                await Task.WhenAll(SweepAsync(fixture), SweepAsync(beside));
                await SweepAsync(beside);
                Assert.True(await DigestsAsync(fixture) is [_], $"stopped at {stopsAt}, {doesIt}");
            }
        }
    }

    [Theory]
    [InlineData(0), InlineData(1), InlineData(2)]
    public async Task An_action_given_to_somebody_else_while_the_list_is_sent_leaves_neither_owner_without_theirs_C5(int commit)
    {
        using var fixture = await TwoAsync();
        fixture.Clock.Set(new(2027, 1, 4, 10, 0, 0, TimeSpan.Zero));
        var first = RecordRef.Parse((await fixture.Rows.ReadAsync(Keys.OpenOf(RecordKind.Action), CancellationToken.None))[0]["record"]);
        var commits = 0;
        fixture.Rows.Before = async () =>
        {
            if (commits++ == commit)
            {
                await ReviewHands.DoAsync(
                    fixture,
                    new ChangeActionOwner(first, ActionOwner.OfTheFile("rep-schools"), "A new post."),
                    AppFixture.Holder(Role.Operations)
                );
            }
        };
        await SweepAsync(fixture);
        await SweepAsync(fixture);
        await SweepAsync(fixture);
        Assert.True(commits > commit);
        Assert.Equal([Owner, "rep-schools"], (await DigestsAsync(fixture)).Order());
    }

    [Theory]
    [InlineData("2026-12-28T10:00", "2026-12-29T09:30", "2026-12-30T10:00")]
    // Easter Monday, the day after the clocks go forward: the office opens at eight by the other clock.
    [InlineData("2027-03-29T09:00", "2027-03-30T08:30", "2027-03-31T09:00")]
    public async Task A_Monday_that_is_a_bank_holiday_has_its_list_on_the_Tuesday_and_no_second_one_C5(
        string off,
        string first,
        string next
    )
    {
        using var fixture = await TwoAsync();
        foreach (var (at, count) in new[] { (off, 0), (first, 1), (next, 1) })
        {
            fixture.Clock.Set(new(DateTime.Parse(at, System.Globalization.CultureInfo.InvariantCulture), TimeSpan.Zero));
            await SweepAsync(fixture);
            Assert.Equal(count, (await DigestsAsync(fixture)).Count);
        }
    }

    /// <summary>Two actions of one owner, both due in four weeks from January.</summary>
    private async Task<AppFixture> TwoAsync()
    {
        var fixture = await emulator.OpenAsync();
        await AgreedAsync(fixture);
        Assert.IsType<App.Commands.Outcome.Done>(
            await fixture.RunAsync(
                ActionStory.Agree(ActionStory.Plan(ActionOwner.OfTheFile(Owner)) with { Due = new(2027, 1, 15) }),
                AppFixture.Holder(Role.Operations)
            )
        );
        return fixture;
    }

    private static async Task SweepAsync(AppFixture fixture)
    {
        try
        {
            await fixture.Sweep.RunAsync(CancellationToken.None);
        }
        catch (StoppedException)
        {
            // The process ended there.
        }
    }

    /// <summary>Whom a list of the week waits for, undelivered.</summary>
    private static async Task<List<string>> DigestsAsync(AppFixture fixture) =>
        [
            .. (await fixture.Rows.ReadAsync(Keys.Outbox, CancellationToken.None))
                .Where(row => row["kind"] == "ActionDigest")
                .Select(row => row["person"]),
        ];
}
