using SafeguardingTeams.App.Commands;
using SafeguardingTeams.App.Ports;
using SafeguardingTeams.App.Reading;
using SafeguardingTeams.App.Retaining;
using SafeguardingTeams.App.Storage;
using SafeguardingTeams.App.Sweeps;
using SafeguardingTeams.Domain.Forms;
using SafeguardingTeams.Domain.Group;
using SafeguardingTeams.Domain.Group.Retaining;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.Disposing;
using SafeguardingTeams.Domain.Steps.LearningReferral;
using SafeguardingTeams.Testing;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.App.Tests.Retaining;

/// <summary>
/// A referral for practice learning that was taken back, a year and a day later: told of, looked at, with a kept file; its class is kept a
/// year.
/// </summary>
internal sealed class RetentionWorld(AppFixture fixture) : IDisposable
{
    /// <summary>What only this record says.</summary>
    internal const string Marker = "Markersby";

    internal static readonly DateTimeOffset Due = CaseStory.Monday.AddYears(1).AddDays(1);

    internal static RecordRef Gone => LearningStory.Id;

    internal static Actor Operations => AppFixture.Holder(Role.Operations);

    internal static Actor Chair => AppFixture.Holder(Role.Chair);

    private static readonly CancellationToken Stop = CancellationToken.None;

    internal AppFixture App => fixture;

    internal MemoryFiles Kept => (MemoryFiles)fixture.KeptFiles;

    /// <summary>The record taken back, and nothing due yet.</summary>
    internal static async Task<RetentionWorld> OpenAsync()
    {
        var fixture = await AppFixture.OpenAsync(new MemoryRows(), file =>
            file with
            {
                Retention = [new(RecordKind.Learning, "Practice learning", 1, RetentionStart.Closed)],
            }
        );
        await fixture.EverybodyHasTheAppAsync();
        var answers = LearningStory
            .Complete("rep-acute-trust@people.example")
            .With("children", AnswerRow.Empty("r1").With("name", Marker).With("born", "2024-05-06"))
            .With("outline", "circumstances", $"{Marker} went home before the visit was arranged.");
        await DoneAsync(fixture, LearningStory.Submit(answers), LearningStory.Referrer);
        await fixture.Dispatcher.DispatchAsync(Stop);
        var file = (await StoredRecord.LoadAsync(fixture.Rows, Gone, Stop)).Record;
        await fixture.Get<ReadAudit>().RecordAsync(new("look-1", Chair, fixture.Clock.GetUtcNow(), "open-learning", "test"), file, Stop);
        await fixture.KeptFiles.PutAsync(Gone, new('a', 64), "Of Markersby"u8.ToArray(), Stop);
        await DoneAsync(fixture, new WithdrawLearning(Gone, $"{Marker} was referred before."), LearningStory.Referrer);
        await fixture.Dispatcher.DispatchAsync(Stop);
        return new(fixture);
    }

    /// <summary>Its time has come, and it is on the list.</summary>
    internal static async Task<RetentionWorld> ListedAsync()
    {
        var world = await OpenAsync();
        world.App.Clock.Set(Due);
        await world.NightAsync();
        return world;
    }

    /// <summary>It is proposed that it goes.</summary>
    internal static async Task<RetentionWorld> ProposedAsync()
    {
        var world = await ListedAsync();
        Assert.IsType<Outcome.Done>(await world.ProposeAsync(Operations));
        return world;
    }

    /// <summary>It is confirmed that it goes; nothing is removed yet.</summary>
    internal static async Task<RetentionWorld> ConfirmedAsync()
    {
        var world = await ProposedAsync();
        Assert.IsType<Outcome.Done>(await world.ConfirmAsync(Chair));
        return world;
    }

    /// <summary>It is gone, with its certificate.</summary>
    internal static async Task<RetentionWorld> GoneAsync()
    {
        var world = await ConfirmedAsync();
        await world.ToTheEndAsync();
        return world;
    }

    internal Task NightAsync() => fixture.Get<ExportSweep>().RunAsync(Stop);

    internal async Task<Outcome> ProposeAsync(Actor by)
    {
        var (found, _) = await fixture.Get<RecordsToGo>().FindAsync(Gone, Stop);
        return await fixture.Group.RunAsync(
            new ProposeDisposal(found, "Nothing follows from it.", (await KeptOfAsync()).Changes),
            "propose",
            by,
            Stop
        );
    }

    internal async Task<Outcome> ConfirmAsync(Actor by) =>
        await fixture.Get<RecordsToGo>().ConfirmAsync(Gone, (await KeptOfAsync()).Changes, "confirm", by, Stop);

    /// <summary>The job as far as it comes, the next night, and the job again.</summary>
    internal async Task ToTheEndAsync()
    {
        await fixture.Reconciling.RunAsync(Stop);
        fixture.Clock.Set(Due.AddDays(1));
        await NightAsync();
        await fixture.Reconciling.RunAsync(Stop);
    }

    internal async Task<GroupFile> GroupAsync() => (GroupFile)(await StoredRecord.LoadAsync(fixture.Rows, RecordRef.Group, Stop)).Record;

    internal async Task<Retained> KeptOfAsync() => (await GroupAsync()).KeepingOf(Gone);

    internal async Task<IReadOnlyList<Row>> EverythingAsync() => await fixture.Rows.ReadRangeAsync("!", "~", Stop);

    public void Dispose() => fixture.Dispose();

    private static async Task DoneAsync(AppFixture fixture, Command command, Actor by) =>
        Assert.IsType<Outcome.Done>(await fixture.RunAsync(command, by, $"{command.GetType().Name}"));
}
