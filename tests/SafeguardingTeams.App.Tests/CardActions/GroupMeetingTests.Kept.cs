using System.Security.Cryptography;
using SafeguardingTeams.App.Papers;
using SafeguardingTeams.App.Storage;
using SafeguardingTeams.Domain.Meetings;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.GroupKeeping;

namespace SafeguardingTeams.App.Tests.CardActions;

// Agenda and minutes are kept as they went, and that file is what is opened from then on.
public partial class GroupMeetingTests
{
    private static readonly CancellationToken Stop = CancellationToken.None;

    [Fact]
    public async Task Agenda_draft_circulated_and_approved_minutes_are_each_kept_once_with_to_whom_and_opened_as_they_went_E6_E17()
    {
        using var fixture = await WithSomethingWaitingAsync();
        var (operations, meeting) = await ToTheChairAsync(fixture);
        var agenda = await OpenAsync(fixture.MeetingPapers.AgendaAsync(As("scrutineer"), meeting, Stop));
        var toChair = await OpenAsync(fixture.MeetingPapers.MinutesAsync(As("chair"), meeting, Stop));
        Assert.Equal(($"{meeting}-agenda.docx", $"{meeting}-draft-minutes-to-the-chair.docx"), (agenda.Name, toChair.Name));

        // Put right while the Chair reads: what went stays what it was, and the Chair reads what it is now beside it.
        await PutRightAsync(operations, meeting, "They are not right.");
        Assert.Equal(toChair, await OpenAsync(fixture.MeetingPapers.MinutesAsync(As("chair"), meeting, Stop)), SameFile);
        Assert.NotEqual(toChair, await OpenAsync(fixture.MeetingPapers.MinutesNowAsync(As("chair"), meeting, Stop)), SameFile);
        Assert.IsType<PaperEnd.NotThere>(await fixture.MeetingPapers.MinutesNowAsync(As("scrutineer"), meeting, Stop));

        var chair = new Hands(fixture, Hands.Of("chair"));
        await chair.OpenAsync(meeting.ToString());
        Assert.Contains("Minutes as they are now", chair.Card.Card.GetRawText(), StringComparison.Ordinal);
        await chair.PressAsync("Send the draft minutes");
        await chair.PressAsync("Send it to the members");
        Assert.DoesNotContain("Send the corrected draft", chair.Card.Buttons);
        var first = await OpenAsync(fixture.MeetingPapers.MinutesAsync(As("scrutineer"), meeting, Stop));

        // Put right after members had it: it goes as another version, and both are kept.
        await PutRightAsync(operations, meeting, "They are right after all.");
        await chair.OpenAsync(meeting.ToString());
        await chair.PressAsync("Send the corrected draft");
        await chair.PressAsync("Send it to the members");
        await chair.OpenAsync(meeting.ToString());
        Assert.DoesNotContain("Send the corrected draft", chair.Card.Buttons);
        await operations.OpenAsync(meeting.ToString());
        await operations.PressAsync("The minutes were approved");
        await operations.PressAsync("Record it", ("date", "2026-11-02"), ("corrections", "A date on page 2."));
        await fixture.Reconciling.RunAsync(Stop);
        await fixture.Reconciling.RunAsync(Stop);
        var file = (MeetingFile)await LoadAsync(fixture, meeting);
        var kept = KeptFile.Of(file).Select(one => one.Document).ToList();
        Assert.Equal(
            [
                $"{meeting}-agenda.docx",
                $"{meeting}-draft-minutes-to-the-chair.docx",
                $"{meeting}-draft-minutes.docx",
                $"{meeting}-draft-minutes-2.docx",
                $"{meeting}-minutes.docx",
            ],
            kept.Select(one => one.Name)
        );
        Assert.Equal(5, kept.Select(one => one.Sha256).Distinct().Count());
        Assert.Equal("Chair of the Learning from Practice Group", kept[1].To);
        Assert.All(kept.Where(one => one.Kind != KeptKind.MinutesToChair), one =>
            Assert.Contains("Scrutineer", one.To, StringComparison.Ordinal)
        );
        var sendings = MeetingSending.Of(file);
        for (var i = 0; i < kept.Count; i++)
        {
            var sent = await OpenAsync(fixture.MeetingPapers.SentAsync(As("scrutineer"), meeting, sendings[i].Number, Stop));
            Assert.Equal(kept[i].Sha256, Convert.ToHexStringLower(SHA256.HashData(sent.Bytes.Span)));
        }

        Assert.Equal(first, await OpenAsync(fixture.MeetingPapers.SentAsync(As("chair"), meeting, sendings[2].Number, Stop)), SameFile);
        Assert.IsType<PaperEnd.NotThere>(await fixture.MeetingPapers.SentAsync(As("lead-police"), meeting, sendings[0].Number, Stop));
        await operations.OpenAsync(meeting.ToString());
        await operations.PressAsync("What was sent, and when");
        Assert.Contains("5 files, the newest first", operations.Card.Text, StringComparison.Ordinal);
        Assert.Contains("Draft minutes, version 2", operations.Card.Text, StringComparison.Ordinal);
        Assert.Contains("Put right since", operations.Card.Text, StringComparison.Ordinal);
        Assert.True((await fixture.Upkeep.CheckAsync(Stop)).Clean);
    }

    /// <summary>Before or after each commit: the next try finds what there is and draws nothing a second time.</summary>
    [Theory, InlineData(true), InlineData(false)]
    public async Task Cut_off_at_any_commit_each_file_is_kept_once_E17(bool done)
    {
        using var fixture = await WithSomethingWaitingAsync();
        var (_, meeting) = await ToTheChairAsync(fixture);
        for (var at = 0; at < 8; at++)
        {
            fixture.Rows.Reset(at, done);
            try
            {
                await fixture.Reconciling.RunAsync(Stop);
            }
            catch (StoppedException)
            {
                // The process ended here.
            }

            fixture.Clock.Set(fixture.Clock.GetUtcNow().AddMinutes(10));
        }

        fixture.Rows.Reset(null, false);
        await fixture.Reconciling.RunAsync(Stop);
        var file = (MeetingFile)await LoadAsync(fixture, meeting);
        Assert.Equal(2, file.History.Count(recorded => recorded.Event is MeetingDocumentKept));
        Assert.Empty(await fixture.Rows.ReadAsync(Keys.ReconcileJobs, Stop));
        Assert.Empty(await WrongAsync(fixture));
        Assert.True((await fixture.Upkeep.CheckAsync(Stop)).Clean);
    }

    [Fact]
    public async Task A_file_whose_fingerprint_is_not_the_one_on_the_record_is_said_and_not_shown_and_operations_see_it_E17()
    {
        using var fixture = await WithSomethingWaitingAsync();
        var (_, meeting) = await ToTheChairAsync(fixture);
        var (first, second) = (new string('b', 64), $"{meeting}-agenda.docx");
        await fixture.RunAsync(
            new RecordMeetingKept(
                meeting,
                [
                    new(
                        KeptKind.GroupAgenda,
                        MeetingSending.Of((MeetingFile)await LoadAsync(fixture, meeting))[0].Occasion,
                        "",
                        second,
                        first,
                        1,
                        "x"
                    ),
                ]
            ),
            App.Commands.SystemActor.Instance
        );
        for (var again = 0; again < 3; again++)
        {
            var wrong = Assert.IsType<PaperEnd.NotDrawn>(await fixture.MeetingPapers.AgendaAsync(As("scrutineer"), meeting, Stop));
            Assert.Contains("is not there any more", Assert.Single(wrong.Reasons), StringComparison.Ordinal);
            await fixture.Reconciling.RunAsync(Stop);
            var told = await WrongAsync(fixture);
            Assert.Equal(2, told.Count);
            Assert.All(told, row => Assert.Contains("Nothing has been sent or filed in its place.", row["why"], StringComparison.Ordinal));
        }

        // The other, which is right, is kept for all that.
        var file = (MeetingFile)await LoadAsync(fixture, meeting);
        Assert.Equal([KeptKind.GroupAgenda, KeptKind.MinutesToChair], KeptFile.Of(file).Select(kept => kept.Document.Kind));
        Assert.False((await fixture.Upkeep.CheckAsync(Stop)).Clean);
    }

    /// <summary>What stands on operations' list of it: the jobs of both sendings, and none for each reader who comes upon it.</summary>
    private static async Task<List<Row>> WrongAsync(AppFixture fixture) =>
        [.. (await fixture.Rows.ReadAsync(Keys.DeadLetteredJobs, Stop)).Where(row => row["kind"] == "Papers")];

    private static bool SameFile(PaperEnd.Drawn one, PaperEnd.Drawn other) => one.Bytes.Span.SequenceEqual(other.Bytes.Span);

    private static async Task<PaperEnd.Drawn> OpenAsync(Task<PaperEnd> opening) => Assert.IsType<PaperEnd.Drawn>(await opening);

    private static App.Ports.CardAction As(string who) =>
        Hands.Of(who) is var member
            ? new(new(member.TenantId, member.ObjectId), member.Name, "document", new Dictionary<string, string>(), "test")
            : throw new InvalidOperationException();

    private static async Task PutRightAsync(Hands operations, RecordRef meeting, string decision)
    {
        await operations.OpenAsync(meeting.ToString());
        await operations.PressAsync("Open the first item");
        await operations.PressAsync("Put it right");
        await operations.PressAsync(
            "Record the decision",
            ("decision", decision),
            ("reason", "Somebody objects."),
            ("corrected", "A slip.")
        );
    }

    /// <summary>A meeting of two items, held, its draft with the Chair.</summary>
    private static async Task<(Hands Operations, RecordRef Meeting)> ToTheChairAsync(AppFixture fixture)
    {
        var operations = new Hands(fixture, Hands.Of("operations-officer"));
        await operations.SendAsync("group-meeting-new", []);
        await operations.PressAsync("Plan it", ("date", "2026-11-02"), ("place", "Room 1"), ("special", "yes"));
        await operations.PressAsync("Add an item");
        await operations.PressAsync("Add it", ("title", "Terms of reference"));
        await operations.PressAsync("Send the agenda");
        await operations.PressAsync("Send it");
        await operations.PressAsync("Open the meeting");
        await operations.PressAsync("Open the meeting", ("confidentiality", "yes"));
        await operations.PressAsync("Open the next item");
        await operations.PressAsync("Decide");
        await operations.PressAsync("Record the decision", ("decision", "They are right."), ("reason", "Nobody objects."));
        await operations.PressAsync("Back to the meeting");
        await operations.PressAsync("End the meeting");
        await operations.PressAsync("End the meeting", ("at", "12:30"));
        await operations.PressAsync("Send the draft to the Chair");
        await operations.PressAsync("Send it to the Chair");
        return (operations, await MeetingAsync(fixture));
    }
}
