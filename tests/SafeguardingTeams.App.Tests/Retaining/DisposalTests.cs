using SafeguardingTeams.App.Commands;
using SafeguardingTeams.App.Retaining;
using SafeguardingTeams.App.Storage;
using SafeguardingTeams.Domain.Group.Retaining;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.LegalHold;

namespace SafeguardingTeams.App.Tests.Retaining;

/// <summary>A record whose time has come: reviewed, held where the law needs it, confirmed by somebody else, and removed (F3).</summary>
public class DisposalTests
{
    private static readonly CancellationToken Stop = CancellationToken.None;

    private static string Gone => RetentionWorld.Gone.ToString();

    [Fact]
    public async Task A_record_is_listed_the_night_its_time_has_come_and_not_before_F3()
    {
        using var world = await RetentionWorld.OpenAsync();
        world.App.Clock.Set(RetentionWorld.Due.AddDays(-2));
        await world.NightAsync();
        Assert.Null((await world.KeptOfAsync()).Due);
        world.App.Clock.Set(RetentionWorld.Due);
        await world.NightAsync();
        var due = (await world.KeptOfAsync()).Due!;
        Assert.Equal((new DateOnly(2026, 11, 2), new DateOnly(2027, 11, 2)), (due.Closed, due.Until));
        var version = (await world.GroupAsync()).Version;
        await world.NightAsync();
        Assert.Equal(version, (await world.GroupAsync()).Version);
    }

    [Fact]
    public async Task What_is_confirmed_is_removed_everywhere_and_certified_F3()
    {
        using var world = await RetentionWorld.ConfirmedAsync();
        var messages = world.App.Messages.Sent.Count;
        await world.ToTheEndAsync();

        var disposal = (await world.KeptOfAsync()).Disposal!;
        Assert.Equal(new DateOnly(2027, 11, 4), disposal.Done!.On);
        var removed = disposal.Done.Removed.ToDictionary(part => part.Place, part => part.Count);
        Assert.Equal((2, 1, 1), (removed[DisposalPlace.Events], removed[DisposalPlace.Readings], removed[DisposalPlace.KeptFiles]));
        Assert.True(removed[DisposalPlace.Messages] > 0);
        Assert.Equal(
            new RemainingPart(DisposalRest.Exports, 0, new DateOnly(2028, 11, 4)),
            Assert.Single(disposal.Done.Remains, part => part.Rest == DisposalRest.Exports)
        );

        // The table names it where the group says that it went, at its mark, and in the job's note; its words are nowhere.
        foreach (var row in await world.EverythingAsync())
        {
            var text = row.Key.Contains("|e|", StringComparison.Ordinal) ? LongText.In(row, "record") : "";
            var all = $"{row.Key} {string.Join(' ', row.Fields.Values)} {text}";
            Assert.DoesNotContain(RetentionWorld.Marker, all, StringComparison.Ordinal);
            Assert.True(
                !all.Contains(Gone, StringComparison.Ordinal)
                    || row.Key.StartsWith("group|e|", StringComparison.Ordinal)
                    || row.Key.StartsWith("group|r|", StringComparison.Ordinal)
                    || row.Key == Keys.Gone(RetentionWorld.Gone)
                    || row.Key.StartsWith("note|group|Disposal|", StringComparison.Ordinal),
                row.Key
            );
        }

        Assert.Empty(await world.Kept.NamesAsync(RetentionWorld.Gone, Stop));
        var said = world.App.Messages.Sent.Skip(messages).ToList();
        Assert.Equal(removed[DisposalPlace.Messages], said.Count);
        Assert.All(said, one => Assert.True(one.IsUpdate && !one.Card.Contains(Gone, StringComparison.Ordinal)));
        var kept = Assert.Single(await world.Kept.NamesAsync(RecordRef.Group, Stop));
        Assert.NotNull(await world.Kept.ReadAsync(RecordRef.Group, kept, Stop));
        Assert.True((await world.App.Upkeep.CheckAsync(Stop)).Clean);
    }

    [Fact]
    public async Task Whoever_proposed_it_does_not_confirm_it_F3()
    {
        using var world = await RetentionWorld.ListedAsync();
        var both = RetentionWorld.Operations with { Roles = [Role.Operations, Role.Chair] };
        Assert.IsType<Outcome.Done>(await world.ProposeAsync(both));
        var refused = Assert.IsType<Outcome.Refused>(await world.ConfirmAsync(both));
        Assert.Equal("own-proposal", Assert.Single(refused.Reasons).Code);
        Assert.Null(await Tombstone.FindAsync(world.App.Rows, RetentionWorld.Gone, Stop));
        Assert.IsType<Outcome.Done>(await world.ConfirmAsync(RetentionWorld.Chair));
    }

    [Fact]
    public async Task While_it_is_held_nothing_goes_and_once_it_goes_nobody_holds_it_F3()
    {
        using var world = await RetentionWorld.ListedAsync();
        var hold = new HoldRecord(RetentionWorld.Gone, HoldAuthority.Coroner, "An inquest is open.");
        await world.App.Group.RunAsync(hold, "hold", RetentionWorld.Chair, Stop);
        Assert.Equal("held", Code(await world.ProposeAsync(RetentionWorld.Operations)));
        await world.App.Group.RunAsync(new LiftHold(RetentionWorld.Gone, 1, "The inquest is over."), "lift", RetentionWorld.Chair, Stop);
        Assert.IsType<Outcome.Done>(await world.ProposeAsync(RetentionWorld.Operations));
        await world.App.Group.RunAsync(hold with { Authority = HoldAuthority.Court }, "again", RetentionWorld.Operations, Stop);
        Assert.Equal("held", Code(await world.ConfirmAsync(RetentionWorld.Chair)));
        Assert.Null(await Tombstone.FindAsync(world.App.Rows, RetentionWorld.Gone, Stop));
        await world.App.Group.RunAsync(new LiftHold(RetentionWorld.Gone, 2, "The court has it."), "off", RetentionWorld.Chair, Stop);
        Assert.IsType<Outcome.Done>(await world.ConfirmAsync(RetentionWorld.Chair));
        Assert.Equal("overtaken", Code(await world.App.Group.RunAsync(hold, "late", RetentionWorld.Chair, Stop)));
    }

    [Fact]
    public async Task What_happens_to_a_record_while_it_is_confirmed_stops_that_F3()
    {
        using var world = await RetentionWorld.ProposedAsync();
        var head = (await world.App.Rows.FindAsync(Keys.Head(RetentionWorld.Gone), Stop))!;
        var once = true;
        world.App.Rows.Before = async () =>
        {
            if (once)
            {
                once = false;
                await world.App.Rows.CommitAsync([new RowWrite.Put(head.Key, head.Fields)], Stop);
            }
        };
        await Assert.ThrowsAsync<TimeoutException>(() => world.ConfirmAsync(RetentionWorld.Chair));
        Assert.Null((await world.KeptOfAsync()).Disposal);
        Assert.Null(await Tombstone.FindAsync(world.App.Rows, RetentionWorld.Gone, Stop));
    }

    [Fact]
    public async Task Files_nobody_can_remove_yet_are_on_the_certificate_and_go_later_F3()
    {
        using var world = await RetentionWorld.ConfirmedAsync();
        var file = Assert.Single(await world.Kept.NamesAsync(RetentionWorld.Gone, Stop));
        world.Kept.Locked.Add(file);
        await world.ToTheEndAsync();
        var done = (await world.KeptOfAsync()).Disposal!.Done!;
        Assert.Equal(1, Assert.Single(done.Remains, part => part.Rest == DisposalRest.KeptFiles).Count);
        Assert.DoesNotContain(done.Removed, part => part.Place == DisposalPlace.KeptFiles);
        world.Kept.Locked.Clear();
        Assert.True((await world.App.Upkeep.CheckAsync(Stop)).Clean);
        await world.App.Get<RetentionSweep>().RunAsync(Stop);
        Assert.Empty(await world.Kept.NamesAsync(RetentionWorld.Gone, Stop));
        Assert.Empty(await world.App.Rows.ReadAsync(Keys.LeftFiles, Stop));
    }

    private static string Code(Outcome outcome) => Assert.Single(Assert.IsType<Outcome.Refused>(outcome).Reasons).Code;
}
