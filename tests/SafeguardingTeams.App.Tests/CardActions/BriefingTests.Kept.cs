using SafeguardingTeams.App.Papers;
using SafeguardingTeams.App.Storage;
using SafeguardingTeams.Domain.Briefings;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.BriefingKeeping;

namespace SafeguardingTeams.App.Tests.CardActions;

/// <content>A briefing as it went, where the file that was kept is not there (F1).</content>
public partial class BriefingTests
{
    [Fact]
    public async Task A_kept_file_that_is_not_there_is_said_and_nothing_is_shown_in_its_place_and_operations_see_it_E20()
    {
        using var fixture = await emulator.OpenAsync();
        var (operations, id) = await SentAsync(fixture);
        var record = RecordRef.Parse(id);
        var sent = ((BriefingFile)(await StoredRecord.LoadAsync(fixture.Rows, record, CancellationToken.None)).Record).Sent[^1];
        await fixture.RunAsync(
            new RecordBriefingKept(
                record,
                [new(KeptKind.Briefing, $"briefing-{sent.Version}", "", $"{id}.docx", new string('b', 64), 1, "Police")]
            ),
            App.Commands.SystemActor.Instance
        );
        for (var again = 0; again < 2; again++)
        {
            var wrong = Assert.IsType<PaperEnd.NotDrawn>(await PaperAsync(fixture, Hands.Of("inspector-police"), id));
            Assert.Contains("is not there any more", Assert.Single(wrong.Reasons), StringComparison.Ordinal);
            await fixture.Reconciling.RunAsync(CancellationToken.None);
        }

        var stuck = (await fixture.Rows.ReadAsync(Keys.DeadLetteredJobs, CancellationToken.None)).Where(row => row["kind"] == "Papers");
        Assert.NotEmpty(stuck);
        await operations.SendAsync("parked", []);
        Assert.Contains("A briefing, as it went", operations.Card.Text, StringComparison.Ordinal);
        Assert.False((await fixture.Upkeep.CheckAsync(CancellationToken.None)).Clean);
    }
}
