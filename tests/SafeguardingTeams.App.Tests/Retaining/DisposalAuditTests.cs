using System.Text.Json;
using SafeguardingTeams.App.Audit;
using SafeguardingTeams.App.Commands;
using SafeguardingTeams.App.Retaining;
using SafeguardingTeams.App.Storage;
using SafeguardingTeams.App.Tests.CardActions;
using SafeguardingTeams.App.Upkeeping;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Presentation.Cards;

namespace SafeguardingTeams.App.Tests.Retaining;

/// <summary>What verify, check, restore and every door say of a record that is gone, with a certificate and without (F1, F3).</summary>
public class DisposalAuditTests
{
    private static readonly CancellationToken Stop = CancellationToken.None;

    private static string Gone => RetentionWorld.Gone.ToString();

    [Fact]
    public async Task Exports_stay_verifiable_over_a_disposal_and_no_reading_of_it_is_lost_F1_F3()
    {
        using var world = await RetentionWorld.ConfirmedAsync();
        await world.App.Reconciling.RunAsync(Stop);
        Assert.NotEmpty(await world.App.Rows.ReadAsync(Keys.Record(RetentionWorld.Gone) + "e|", Stop));
        await world.ToTheEndAsync();
        foreach (var night in new[] { 2, 3 })
        {
            world.App.Clock.Set(RetentionWorld.Due.AddDays(night));
            await world.NightAsync();
            Assert.Empty(await FindingsAsync(world));
        }

        var exported = await world.App.Get<Ports.IAuditFiles>().ReadAsync("export/2027-11-02.jsonl", Stop);
        Assert.Contains("look-1", System.Text.Encoding.UTF8.GetString(exported!.Value.Span), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_record_that_was_taken_out_without_a_certificate_stays_damage_F1_F3()
    {
        using var world = await RetentionWorld.ListedAsync();
        await TakeOutAsync(world);
        Assert.Contains(await FindingsAsync(world), finding => finding.Where == Gone);

        // Not even where somebody puts the mark of a disposal in its place.
        await world.App.Rows.CommitAsync(
            [
                new RowWrite.Put(
                    Keys.Gone(RetentionWorld.Gone),
                    new Tombstone(RetentionWorld.Gone, "GSCP-DC-2222-2222", RetentionWorld.Due)
                    {
                        RowsGo = true,
                        GoneOn = new(2027, 11, 3),
                    }.Fields()
                ),
            ],
            Stop
        );
        Assert.Contains(await FindingsAsync(world), finding => finding.Where == Gone);
        world.App.Clock.Set(RetentionWorld.Due.AddDays(1));
        await world.NightAsync();
        Assert.Contains(await FindingsAsync(world), finding => finding.Where.EndsWith(Gone, StringComparison.Ordinal));
        Assert.Contains((await world.App.Upkeep.CheckAsync(Stop)).Damaged, damage =>
            damage.StartsWith(Gone, StringComparison.Ordinal) && damage.Contains("no certificate", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task A_certificate_for_a_record_that_is_there_is_a_finding_F3()
    {
        using var world = await RetentionWorld.ProposedAsync();
        var rows = await world.App.Rows.ReadAsync(Keys.Record(RetentionWorld.Gone), Stop);
        Assert.IsType<Outcome.Done>(await world.ConfirmAsync(RetentionWorld.Chair));
        await world.ToTheEndAsync();
        Assert.Empty(await FindingsAsync(world));
        await world.App.Rows.CommitAsync([.. rows.Select(row => new RowWrite.Put(row.Key, row.Fields))], Stop);
        Assert.Contains(await FindingsAsync(world), finding =>
            finding.Where == Gone && finding.What.Contains("disposed of", StringComparison.Ordinal)
        );
        Assert.Contains((await world.App.Upkeep.CheckAsync(Stop)).Damaged, damage => damage.StartsWith(Gone, StringComparison.Ordinal));

        // Nobody opens it all the same.
        Assert.Equal(0, (await StoredRecord.LoadAsync(world.App.Rows, RetentionWorld.Gone, Stop)).Record.Version);
    }

    [Fact]
    public async Task A_copy_of_before_brings_it_back_which_is_said_and_it_goes_again_F3()
    {
        using var world = await RetentionWorld.ProposedAsync();
        var copy = await world.App.Get<Backups>().CopyAsync(Stop);
        Assert.IsType<Outcome.Done>(await world.ConfirmAsync(RetentionWorld.Chair));
        await world.ToTheEndAsync();
        var certificate = (await world.KeptOfAsync()).Disposal!.Certificate;
        foreach (var row in await world.EverythingAsync())
        {
            await world.App.Rows.CommitAsync([new RowWrite.Delete(row.Key)], Stop);
        }

        Assert.Null(await world.App.Get<Backups>().RestoreAsync(copy, Stop));
        var back = Assert.Single(await world.App.Get<DisposedBefore>().BackAsync(Stop));
        Assert.Equal((RetentionWorld.Gone, certificate), back);
        Assert.NotNull((await world.KeptOfAsync()).Proposed);
        await world.App.CurrentRules.RefreshAsync(always: true, Stop);
        Assert.IsType<Outcome.Done>(await world.ConfirmAsync(RetentionWorld.Chair));
        world.App.Clock.Set(RetentionWorld.Due.AddDays(2));
        await world.NightAsync();
        await world.App.Reconciling.RunAsync(Stop);
        Assert.NotNull((await world.KeptOfAsync()).Disposal!.Done);
        Assert.Empty(await world.App.Get<DisposedBefore>().BackAsync(Stop));
    }

    [Fact]
    public async Task Every_door_answers_as_if_it_had_never_been_but_to_who_decided_it_F2_F3()
    {
        using var world = await RetentionWorld.ConfirmedAsync();
        for (var turn = 0; turn < 2; turn++)
        {
            foreach (var person in new[] { "scrutineer", "rep-acute-trust", "mash-officer", "lead-police" })
            {
                var hands = await new Hands(world.App, Hands.Of(person)).HomeAsync();
                foreach (var verb in new[] { Verbs.OpenLearning, Verbs.OpenCase, Verbs.LearningTimeline, Verbs.LearningRead })
                {
                    var gone = await hands.SendAsync(verb, new() { ["case"] = Gone });
                    var never = await hands.SendAsync(verb, new() { ["case"] = "GSCP-PL-9999-9999" });
                    Assert.Equal(Text(never), Text(gone));
                }
            }

            foreach (var person in new[] { "chair", "operations-officer" })
            {
                var hands = await new Hands(world.App, Hands.Of(person)).HomeAsync();
                var told = Text(await hands.SendAsync(Verbs.OpenLearning, new() { ["case"] = Gone }));
                Assert.Contains((await world.KeptOfAsync()).Disposal!.Certificate, told, StringComparison.Ordinal);
                Assert.DoesNotContain(RetentionWorld.Marker, told, StringComparison.Ordinal);
            }

            await world.ToTheEndAsync();
        }
    }

    [Fact]
    public async Task Nothing_happens_to_it_any_more_and_its_reference_is_never_used_again_F3()
    {
        using var world = await RetentionWorld.GoneAsync();
        var refused = Assert.IsType<Outcome.Refused>(
            await world.App.RunAsync(SafeguardingTeams.Tests.LearningStory.Submit(), SafeguardingTeams.Tests.LearningStory.Referrer)
        );
        Assert.Equal(Refusal.NotFound, Assert.Single(refused.Reasons));
    }

    private static async Task TakeOutAsync(RetentionWorld world)
    {
        foreach (var row in await world.App.Rows.ReadAsync(Keys.Record(RetentionWorld.Gone), Stop))
        {
            await world.App.Rows.CommitAsync([new RowWrite.Delete(row.Key)], Stop);
        }
    }

    private static async Task<IEnumerable<AuditFinding>> FindingsAsync(RetentionWorld world) =>
        (await world.App.Get<AuditCheck>().RunAsync("", Stop)).Findings;

    /// <summary>What a card says, without what is unique to each drawing.</summary>
    private static string Text(SafeguardingTeams.Rehearsal.StandIns.Teams.CardView card) =>
        $"{card.Text}\n{string.Join(',', card.Buttons)}";
}
