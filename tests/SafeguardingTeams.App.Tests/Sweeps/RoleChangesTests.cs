using System.Collections.Immutable;
using SafeguardingTeams.App.Commands;
using SafeguardingTeams.App.Configuration;
using SafeguardingTeams.App.Storage;
using SafeguardingTeams.App.Tests.Commands;
using SafeguardingTeams.Domain.Group;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.Reassigning;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.App.Tests.Sweeps;

/// <summary>A role that changes hands by its from and to dates, taken in by the sweep over real storage (PD17).</summary>
[Trait(Needs.Name, Needs.Emulator)]
public class RoleChangesTests(Emulator emulator)
{
    [Fact]
    public async Task The_new_holder_gets_what_waits_once_and_the_old_one_is_told_each_time_the_role_changes_hands_PD17()
    {
        using var fixture = await ReceivedAsync();
        await SweptAsync(fixture, 3);
        Assert.Empty(Taken(await fixture.FileAsync()));
        foreach (var (day, holder, before) in new[] { (4, "vice-chair", "chair"), (5, "chair", "vice-chair"), (6, "vice-chair", "chair") })
        {
            var sent = fixture.Messages.Sent.Count;
            await SweptAsync(fixture, day);
            await SweptAsync(fixture, day);
            var taken = Taken(await fixture.FileAsync())[^1];
            Assert.Equal((holder, before), (taken.PersonId, Assert.Single(taken.Before)));
            Assert.Equal(day - 3, Taken(await fixture.FileAsync()).Count);
            Assert.Contains(fixture.Messages.Sent.Skip(sent), message => message.Chat == $"a:{holder}");
            Assert.Contains(fixture.Messages.Sent.Skip(sent), message => message.Chat == $"a:{before}" && message.IsUpdate);
        }

        var group = (GroupFile)(await StoredRecord.LoadAsync(fixture.Rows, RecordRef.Group, CancellationToken.None)).Record;
        Assert.Equal(3, group.History.Count(recorded => recorded.Event is RoleHoldersChanged));
        Assert.True((await fixture.Upkeep.CheckAsync(CancellationToken.None)).Clean);
    }

    [Fact]
    public async Task A_case_that_cannot_be_taken_in_keeps_no_other_waiting_and_is_tried_again()
    {
        using var fixture = await ReceivedAsync();
        await SweptAsync(fixture, 3);
        var broken = new RowWrite.Put(
            "task|Chair|0100000000000000000|GSCP-9999-9999|Recommend",
            new Dictionary<string, string> { ["case"] = "unreadable" }
        );
        await fixture.Rows.CommitAsync([broken], CancellationToken.None);
        await SweptAsync(fixture, 4);
        Assert.Single(Taken(await fixture.FileAsync()));
        Assert.Contains(new RoleHolder(Role.Chair, "chair"), fixture.CurrentRules.Group.Holders!);
        await fixture.Rows.CommitAsync([new RowWrite.Delete(broken.Key)], CancellationToken.None);
        await SweptAsync(fixture, 4);
        Assert.Single(Taken(await fixture.FileAsync()));
        Assert.DoesNotContain(new RoleHolder(Role.Chair, "chair"), fixture.CurrentRules.Group.Holders!);
    }

    private static ImmutableList<RoleTakenOver> Taken(Domain.Cases.CaseFile file) =>
        [.. file.History.Select(recorded => recorded.Event).OfType<RoleTakenOver>()];

    private static async Task SweptAsync(AppFixture fixture, int day)
    {
        fixture.Clock.Set(new(2026, 11, day, 9, 5, 0, TimeSpan.Zero));
        await fixture.Sweep.RunAsync(CancellationToken.None);
        await fixture.Dispatcher.DispatchAsync(CancellationToken.None);
    }

    /// <summary>The Chair's role passes to the vice-chair on the 4th, back on the 5th, and again on the 6th.</summary>
    private static PartnershipFile Passing(PartnershipFile file) =>
        file with
        {
            People =
            [
                .. file.People.Select(person =>
                    person.Id switch
                    {
                        "chair" => person with { Roles = [Chair(1, 3), Chair(5, 5)] },
                        "vice-chair" => person with { Roles = [Chair(4, 4), Chair(6, 30)] },
                        _ => person,
                    }
                ),
            ],
        };

    private static RoleEntry Chair(int from, int to) => new(Role.Chair, new(2026, 11, from), new(2026, 11, to), []);

    private async Task<AppFixture> ReceivedAsync()
    {
        var fixture = await emulator.OpenAsync(Passing);
        fixture.CurrentRules.Fresh = TimeSpan.Zero;
        await fixture.EverybodyHasTheAppAsync();
        Assert.IsType<Outcome.Done>(await fixture.RunAsync(CommandRunnerTests.Submit, CaseStory.Referrer));
        Assert.IsType<Outcome.Done>(await fixture.RunAsync(CommandRunnerTests.Response, AppFixture.Holder(Role.MashOfficer)));
        Assert.IsType<Outcome.Done>(await fixture.RunAsync(CommandRunnerTests.Reached, AppFixture.Holder(Role.MashOfficer)));
        await fixture.Dispatcher.DispatchAsync(CancellationToken.None);
        return fixture;
    }
}
