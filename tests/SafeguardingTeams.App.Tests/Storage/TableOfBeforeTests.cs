using System.IO.Compression;
using System.Text.Json;
using Azure.Data.Tables;
using SafeguardingTeams.App.Commands;
using SafeguardingTeams.App.Storage;
using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Cases.Deciding;
using SafeguardingTeams.Domain.Group;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.GroupRecord;
using SafeguardingTeams.Domain.Steps.Notification;
using SafeguardingTeams.Domain.Steps.Recommendation;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.App.Tests.Storage;

/// <summary>
/// A table as it was written before there were several kinds of record: 27 cases at every stage, every event there was, dead letters,
/// drafts, waiting work, absences and bank holidays as rows (Golden/Tables). It is read as it is; what waits for a meeting of the group,
/// each case under way, what reports count, and when each closed case is looked at have no rows yet, which rebuild adds; four tasks that
/// outlived the end of access are taken off; nothing else is found wrong in it.
/// </summary>
[Trait(Needs.Name, Needs.Emulator)]
public class TableOfBeforeTests(Emulator emulator)
{
    private static readonly DateTimeOffset Then = new(2026, 12, 16, 9, 5, 38, TimeSpan.Zero);

    [Fact]
    public async Task What_was_stored_before_is_read_and_gets_its_agenda_by_rebuild_and_nothing_else_differs()
    {
        using var fixture = await LoadedAsync();
        var found = await fixture.Upkeep.CheckAsync(CancellationToken.None);
        Assert.Equal(27, found.Cases);
        Assert.Empty(found.Damaged);

        // The task to secure records outlived the end of access: rebuild takes it off four lists.
        Assert.Equal(4, found.Extra.Count);
        Assert.All(found.Extra, write => Assert.StartsWith("task|rep-", write.Key, StringComparison.Ordinal));
        Assert.NotEmpty(found.Missing);
        var underWay = Keys.OpenOf(RecordKind.Case);
        Assert.Contains(found.Missing, write => write.Key.StartsWith(Keys.Agenda, StringComparison.Ordinal));
        Assert.Contains(found.Missing, write => write.Key.StartsWith(underWay, StringComparison.Ordinal));
        Assert.All(found.Missing, write => Assert.StartsWith(
                write.Key[0] switch
                {
                    'o' => underWay,
                    'f' => Keys.AllFigures,
                    'k' => "keep|Case|",
                    _ => Keys.Agenda,
                },
                write.Key,
                StringComparison.Ordinal
            ));
        await fixture.Upkeep.RebuildAsync(CancellationToken.None);
        Assert.Equal("", Said(await fixture.Upkeep.CheckAsync(CancellationToken.None)));
    }

    [Fact]
    public async Task Absences_and_bank_holidays_become_events_once_and_their_author_is_not_known()
    {
        using var fixture = await LoadedAsync();
        await fixture.Upkeep.RebuildAsync(CancellationToken.None); // What waits for a meeting of the group.
        fixture.CurrentRules.Fresh = TimeSpan.Zero;
        var before = await RulesAsync(fixture);
        Assert.True((await fixture.Sweep.RunAsync(CancellationToken.None)).Chased >= 0);
        await fixture.Sweep.RunAsync(CancellationToken.None);
        var stored = await StoredRecord.LoadAsync(fixture.Rows, RecordRef.Group, CancellationToken.None);
        var group = Assert.IsType<GroupFile>(stored.Record);
        var opened = Assert.IsType<GroupOpened>(group.History[0].Event);
        Assert.Equal("system", group.History[0].By.PersonId);
        Assert.Equal((3, 3), (opened.BankHolidays.Count, opened.Absences.Count));
        Assert.All(opened.Absences, absence => Assert.Equal("", absence.By));
        Assert.Single(group.History, recorded => recorded.Event is GroupOpened);

        // The rows stand as they were, beside those the record adds; nobody was given anything because it began.
        var after = await RulesAsync(fixture);
        Assert.All(before, row => Assert.Equal(row.Value, after[row.Key]));
        Assert.Equal("", Said(await fixture.Upkeep.CheckAsync(CancellationToken.None)));
    }

    /// <summary>
    /// Until closing and taking up again were built, a round of the leads stayed open for good when the authority notified: its rows
    /// are nothing any more that the record calls for.
    /// </summary>
    [Fact]
    public async Task What_an_earlier_version_left_waiting_for_leads_after_the_notification_is_taken_out_by_rebuild_PD4()
    {
        using var fixture = await emulator.OpenAsync();
        foreach (
            var (command, actor) in new (Command, Actor)[]
            {
                (Tests.Commands.CommandRunnerTests.Submit, CaseStory.Referrer),
                (Tests.Commands.CommandRunnerTests.Response, AppFixture.Holder(Role.MashOfficer)),
                (Tests.Commands.CommandRunnerTests.Reached, AppFixture.Holder(Role.MashOfficer)),
                (new Recommend(CaseStory.Id, true, "Both criteria.", false), AppFixture.Holder(Role.Chair)),
                (
                    new RecordNotification(CaseStory.Id, NotificationGround.SeriousIncident, CaseStory.Monday, "SIN-1", ""),
                    AppFixture.Holder(Role.AuthorityNotifier)
                ),
            }
        )
        {
            Assert.IsType<Outcome.Done>(await fixture.RunAsync(command, actor));
        }

        Assert.Equal("", Said(await fixture.Upkeep.CheckAsync(CancellationToken.None)));
        var rested = (await fixture.FileAsync()).Clock(Timescales.LeadsDecision.Id)!;
        Assert.Equal((false, ClockRest.AuthorityNotifies), (rested.Runs, rested.Rests!.Value));
        var before = new Dictionary<string, string> { ["case"] = CaseStory.Id.Value };
        await fixture.Rows.CommitAsync(
            [
                new RowWrite.Put(
                    Keys.TaskLine(nameof(Role.LeadPolice), rested.Deadline.DueAt, CaseStory.Id, nameof(TaskKind.DecideAsPartner)),
                    before
                ),
                new RowWrite.Put(Keys.DueLine(rested.Deadline.Chases[0].At, CaseStory.Id, Timescales.LeadsDecision.Id), before),
            ],
            CancellationToken.None
        );
        var found = await fixture.Upkeep.RebuildAsync(CancellationToken.None);
        Assert.Equal((0, 0, 2), (found.Damaged.Count, found.Missing.Count, found.Extra.Count));
        Assert.Equal("", Said(await fixture.Upkeep.CheckAsync(CancellationToken.None)));
    }

    private static string Said(Upkeeping.UpkeepReport report) =>
        string.Join(
            '\n',
            report.Damaged.Concat(report.Missing.Concat(report.Extra).Select(write => $"{write.GetType().Name} {write.Key}"))
        );

    private static async Task<Dictionary<string, string>> RulesAsync(AppFixture fixture) =>
        (await fixture.Rows.ReadAsync(Keys.Rules, CancellationToken.None)).ToDictionary(
            row => row.Key,
            row =>
                string.Join(
                    ';',
                    row.Fields.OrderBy(field => field.Key, StringComparer.Ordinal).Select(field => $"{field.Key}={field.Value}")
                )
        );

    private async Task<AppFixture> LoadedAsync()
    {
        using var empty = await emulator.OpenAsync();
        var table = new TableClient((await emulator.AzuriteAsync()).ConnectionString, empty.Table);
        foreach (var some in Rows().Chunk(90))
        {
            await table.SubmitTransactionAsync(
                some.Select(row => new TableTransactionAction(TableTransactionActionType.UpsertReplace, row))
            );
        }

        // A process that starts on it: its secrets are read from the table.
        var fixture = await emulator.OpenBesideAsync(empty);
        fixture.Clock.Set(Then);
        return fixture;
    }

    private static IEnumerable<TableEntity> Rows()
    {
        using var file = new GZipStream(
            File.OpenRead(Path.Combine(Approved.Root, "tests/SafeguardingTeams.App.Tests/Golden/Tables/before-the-group.json.gz")),
            CompressionMode.Decompress
        );
        using var all = JsonDocument.Parse(file);
        return
        [
            .. all
                .RootElement.EnumerateArray()
                .Select(row => new TableEntity(row.EnumerateObject().ToDictionary(one => one.Name, one => (object)one.Value.GetString()!))),
        ];
    }
}
