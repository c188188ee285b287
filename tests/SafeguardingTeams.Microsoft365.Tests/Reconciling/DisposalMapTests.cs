using SafeguardingTeams.App.Commands;
using SafeguardingTeams.App.Dispatch;
using SafeguardingTeams.App.Queues;
using SafeguardingTeams.App.Retaining;
using SafeguardingTeams.App.Storage;
using SafeguardingTeams.App.Sweeps;
using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Cases.Reviewing;
using SafeguardingTeams.Domain.Group;
using SafeguardingTeams.Domain.Group.Retaining;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.Closing;
using SafeguardingTeams.Domain.Steps.Disposing;
using SafeguardingTeams.Domain.Steps.PanelAnswer;
using SafeguardingTeams.Domain.Steps.ReferrerTold;
using SafeguardingTeams.Domain.Steps.SecuredRecords;
using SafeguardingTeams.House.Tests.Governance;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.Microsoft365.Tests.Reconciling;

/// <summary>
/// A whole case to its end, disposed of: nothing of it is left in any row of the map of storage, in any kept file, folder or message, but
/// what the certificate lists (F3).
/// </summary>
[Trait(Needs.Name, Needs.Server)]
public class DisposalMapTests
{
    private static readonly CancellationToken Stop = CancellationToken.None;

    /// <summary>Rows of the table as a whole, of people, or of the group: none is of a record that goes.</summary>
    private static readonly string[] OfNoRecord =
    [
        "group|",
        "…w|",
        "…g|",
        "left|",
        "chat|",
        "open-form|",
        "person|",
        "guest|",
        "subscription|",
        "subscriber|",
        "rule|",
        "rule|holiday|",
        "rule|away|",
        "rule|counted",
        "rule|followed",
        "rule|seat|",
        "rule|meeting|",
        "rule|terms",
        "rule|holders",
        "rule|theme|",
        "rule|year-ended",
        "rule|plan|",
        "rule|person|",
        "rule|access-review",
        "invitation|",
        "rule|held",
        "rule|retained|",
        "meta|digested",
        "meta|heartbeat|",
        "meta|version",
        "meta|restoring",
        "meta|host|",
        "meta|find-secret",
        "meta|cookie-key|",
        "meta|session|",
    ];

    private static readonly Dictionary<string, RecordRef> Kinds = new()
    {
        ["learn|"] = RecordRef.Parse("GSCP-PL-2222-3333"),
        ["act|"] = RecordRef.Parse("GSCP-AC-2222-3333"),
        ["meet|"] = RecordRef.Parse("GSCP-GM-2222-3333"),
        ["review|"] = RecordRef.Parse("GSCP-RV-2222-3333"),
        ["briefing|"] = RecordRef.Parse("GSCP-BR-2222-3333"),
    };

    private static RecordRef Gone => CaseStory.Id;

    [Fact]
    public async Task Nothing_is_left_of_a_whole_case_but_what_the_certificate_lists_F3()
    {
        await using var fixture = await ReconcileFixture.OpenAsync(change: file =>
            file with
            {
                Retention = [new(RecordKind.Case, "Cases", 1, RetentionStart.Closed)],
            }
        );
        await fixture.Get<Chats>().SeenAsync(new("t", "o", "a:chair", "https://teams.example/", "28:bot", "29:chair"), Stop);
        await fixture.Rows.CommitAsync(
            [new RowWrite.Put("chat|chair|t|o", new Chat("t", "o", "a:chair", "https://teams.example/", "28:bot", "29:chair").Fields())],
            Stop
        );
        await WholeReview.RunAsync(fixture);
        await fixture.Get<Dispatcher>().DispatchAsync(Stop);
        await fixture.SettleAsync();
        await ClosedAsync(fixture);
        var mails = fixture.Graph.Outlook.Mails.Count;
        Assert.NotEmpty(fixture.Kept.Files);
        Assert.Contains(fixture.Graph.SharePoint.SecuredRecords.Items.Values, item => item.Name == Gone.ToString());

        fixture.Clock.Set(CaseStory.Monday.AddYears(1).AddDays(40));
        await fixture.Get<ExportSweep>().RunAsync(Stop);
        var group = fixture.Get<GroupRecord>();
        var records = fixture.Get<RecordsToGo>();
        var (found, _) = await records.FindAsync(Gone, Stop);
        Assert.IsType<Outcome.Done>(
            await group.RunAsync(new ProposeDisposal(found, "Its time has come.", 1), "propose", Person(Role.Operations), Stop)
        );
        Assert.IsType<Outcome.Done>(await records.ConfirmAsync(Gone, 2, "confirm", Person(Role.Chair), Stop));
        await SeveralTurnsAsync(fixture);
        await PlantAsync(fixture);
        fixture.Clock.Set(fixture.Clock.GetUtcNow().AddDays(1));
        await fixture.Get<ExportSweep>().RunAsync(Stop);
        await SeveralTurnsAsync(fixture);

        var disposal = ((GroupFile)(await StoredRecord.LoadAsync(fixture.Rows, RecordRef.Group, Stop)).Record).KeepingOf(Gone).Disposal!;
        var done = disposal.Done!;
        foreach (var row in await fixture.Rows.ReadRangeAsync("!", "~", Stop))
        {
            var text = row.Key.Contains("|e|", StringComparison.Ordinal) ? LongText.In(row, "record") : "";
            var all = $"{row.Key} {string.Join(' ', row.Fields.Values)} {text}";
            Assert.False(
                all.Contains("Child A", StringComparison.Ordinal) || all.Contains(WholeReview.Outsider, StringComparison.Ordinal),
                row.Key
            );
            Assert.True(!all.Contains(Gone.ToString(), StringComparison.Ordinal) || MayNameIt(row.Key), $"{row.Key} is left");
        }

        Assert.DoesNotContain(fixture.Kept.Files.Keys, key => key.Record == Gone);
        foreach (
            var library in new[]
            {
                fixture.Graph.SharePoint.CaseRecords,
                fixture.Graph.SharePoint.SecuredRecords,
                fixture.Graph.SharePoint.Submissions,
            }
        )
        {
            Assert.DoesNotContain(library.Items.Values, item => item.Name.Contains(Gone.ToString(), StringComparison.Ordinal));
        }

        Assert.Contains(fixture.Graph.SharePoint.CaseRecords.Items.Values, item => item.Name == $"{disposal.Certificate}.docx");
        Assert.Equal(mails, fixture.Graph.Outlook.Mails.Count);
        Assert.True(Rest(done, DisposalRest.Mails) > 0 && Rest(done, DisposalRest.Mails) <= mails);
        Assert.Equal(1, Rest(done, DisposalRest.PastInvitations));
        var places = done.Removed.Select(part => part.Place).ToHashSet();
        Assert.Superset(
            new HashSet<DisposalPlace>([
                DisposalPlace.Events,
                DisposalPlace.OtherRows,
                DisposalPlace.KeptFiles,
                DisposalPlace.SharePoint,
                DisposalPlace.Messages,
            ]),
            places
        );
    }

    /// <summary>Rows of the group, the mark, and links of the records that named it.</summary>
    private static bool MayNameIt(string key) =>
        key == Keys.Gone(Gone)
        || key.StartsWith("group|", StringComparison.Ordinal)
        || key.StartsWith($"note|group|Disposal|", StringComparison.Ordinal);

    /// <summary>As the timer comes by, minute by minute.</summary>
    private static async Task SeveralTurnsAsync(ReconcileFixture fixture)
    {
        for (var turn = 0; turn < 6; turn++)
        {
            await fixture.Runner.RunAsync(Stop);
            fixture.Clock.Set(fixture.Clock.GetUtcNow().AddMinutes(1));
        }

        Assert.Equal([], (await fixture.DeadLettered.ReadAsync(Stop)).Select(one => one.Why));
    }

    private static int Rest(DisposalDone done, DisposalRest rest) => done.Remains.Find(part => part.Rest == rest)?.Count ?? 0;

    private static Actor Person(Role role) =>
        CaseStory.Person(role.ToString().ToLowerInvariant(), role) with
        {
            Roles = [role, Role.Practitioner],
        };

    /// <summary>The Panel has answered, records are secured, the group has considered it, everybody is told, and it is closed.</summary>
    private static async Task ClosedAsync(ReconcileFixture fixture)
    {
        var operations = "operations-officer";
        var today = London.DateOf(fixture.Clock.GetUtcNow());
        await fixture.DoAsync(new RecordPanelAnswer(CaseStory.Id, true, "The Panel concurs.", today, ""), operations);
        foreach (var agency in (await fixture.FileAsync()).Review.Agencies.Where(one => one.Return is not { Known: false }))
        {
            foreach (var what in Enum.GetValues<SecuringStep>())
            {
                await fixture.DoAsync(new ConfirmSecuring(CaseStory.Id, agency.Key, what, "A locked cabinet.", today), operations);
            }
        }

        foreach (
            var agency in (await fixture.FileAsync()).Review.Agencies.Where(one =>
                one.Return is not { Known: false } && one.Securing.Nominee is null
            )
        )
        {
            await fixture.DoAsync(new NameNominee(CaseStory.Id, agency.Key, agency.Representative!, ""), operations);
        }

        await fixture.DoAsync(new RecordReferrerTold(CaseStory.Id, "By telephone.", false), operations);
        await fixture.DoAsync(new CloseCase(CaseStory.Id), operations);
        await fixture.SettleAsync();
    }

    /// <summary>A row of every kind of the map that can be about a record, where the story has left none: a new kind fails here.</summary>
    private static async Task PlantAsync(ReconcileFixture fixture)
    {
        var there = await fixture.Rows.ReadRangeAsync("!", "~", Stop);
        foreach (var prefix in RowMap.All.Select(row => row.Prefix).Except(OfNoRecord))
        {
            var own = Keys.Record(Gone);
            if (Kinds.TryGetValue(prefix, out var other))
            {
                // Another record that names it goes on doing so; of this one there is nothing under its prefix.
                await PutAsync(Keys.LinkLine(Gone, other));
            }
            else if (prefix[0] == '…')
            {
                var key = $"{own}{prefix[1..]}";
                if (!there.Any(row => row.Key.StartsWith(key, StringComparison.Ordinal)))
                {
                    await PutAsync($"{key}{(prefix.EndsWith('|') ? "planted" : "")}");
                }
            }
            else if (prefix == Keys.ReconcileJobs)
            {
                var now = fixture.Clock.GetUtcNow();
                var job = new ReconcileJob(Gone, ReconcileKind.Papers, "", Domain.Effects.Topic.None, now).Waiting(now.AddYears(5));
                await fixture.Rows.CommitAsync([new RowWrite.Put(Keys.ReconcileLine(now, Gone, 1, 0), job.Fields())], Stop);
            }
            else if (prefix != "case|")
            {
                await PutAsync($"{prefix}{Gone}|planted");
            }
        }

        async Task PutAsync(string key) =>
            await fixture.Rows.CommitAsync(
                [
                    new RowWrite.Put(
                        key,
                        new Dictionary<string, string>
                        {
                            ["case"] = Gone.ToString(),
                            ["record"] = Gone.ToString(),
                            ["says"] = "Child A",
                        }
                    ),
                ],
                Stop
            );
    }
}
