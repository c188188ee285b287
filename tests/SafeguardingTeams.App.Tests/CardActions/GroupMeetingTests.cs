using SafeguardingTeams.App.Papers;
using SafeguardingTeams.App.Storage;
using SafeguardingTeams.Domain.Learning;
using SafeguardingTeams.Domain.Meetings;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.LearningTriage;
using SafeguardingTeams.Domain.Steps.SafeguardingLeadsAnswer;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.App.Tests.CardActions;

/// <summary>A meeting of the group on its cards, from the plan to the approved minutes: E1, E2, E6, E12 to E18, D4, D5.</summary>
[Trait(Needs.Name, Needs.Emulator)]
public partial class GroupMeetingTests(Emulator emulator)
{
    private const string Waiting = "GSCP-PL-2222-3333";

    [Fact]
    public async Task From_the_plan_over_the_agenda_and_the_decisions_to_the_approved_minutes_E1_E17_E18()
    {
        using var fixture = await WithSomethingWaitingAsync();
        var operations = new Hands(fixture, Hands.Of("operations-officer"));
        await operations.SendAsync("group", []);
        await operations.PressAsync("Meetings and agendas");
        await operations.PressAsync("Plan a meeting");
        Assert.Contains("1 record waits", operations.Card.Text, StringComparison.Ordinal);
        await operations.PressAsync("Plan it", ("date", "2026-11-01"), ("place", "Room 1"));
        Assert.Contains("This is past.", operations.Card.Text, StringComparison.Ordinal);
        Assert.Equal("Room 1", operations.Card.Inputs["place"]);
        await operations.PressAsync("Plan it", ("date", "2026-11-02"), ("place", "Room 1"));
        Assert.Contains("Good news and good practice", operations.Card.Text, StringComparison.Ordinal);
        Assert.Contains(Waiting, operations.Card.Text.Replace('\u2011', '-'), StringComparison.Ordinal);
        await operations.PressAsync("Put on what waits");
        Assert.Contains("Nothing waits that is not on an agenda already.", operations.Card.Text, StringComparison.Ordinal);
        await operations.PressAsync("Send the agenda");
        await operations.PressAsync("Send it");
        await operations.PressAsync("Open the meeting");
        await operations.PressAsync("Open the meeting", ("began", "10:05"));
        Assert.Contains("Read the confidentiality statement first", operations.Card.Text, StringComparison.Ordinal);
        await operations.PressAsync("Open the meeting", ("confidentiality", "yes"), ("seat0", "Present"));

        await operations.PressAsync("Open the next item");
        await operations.PressAsync("Decide");
        await operations.PressAsync("Record the decision", ("decision", "They are right."), ("reason", "Nobody objects."));
        await operations.PressAsync("Next item");
        await operations.PressAsync("Noted");
        await operations.PressAsync("Record the decision", ("decision", "A ward's calls."), ("reason", "Others can do it too."));
        await operations.PressAsync("Back to the meeting");
        await operations.PressAsync("End the meeting");
        await operations.PressAsync("End the meeting", ("at", "12:30"));
        Assert.Contains("1 item has no outcome yet", operations.Card.Text, StringComparison.Ordinal);
        await operations.PressAsync("Back to the meeting");
        await operations.PressAsync("Open the next item");
        Assert.Contains("How a discharge is planned", operations.Card.Text, StringComparison.Ordinal);
        await operations.PressAsync("Decide");
        await operations.PressAsync(
            "Record the decision",
            ("considered", "How a discharge was planned"),
            ("outcomes", "MultiAgencyAudit"),
            ("reason", "It is the third."),
            ("equality", "Nothing was seen, because few are known."),
            ("referrertold", "The group audits how discharges are planned.")
        );
        Assert.Contains("What was decided is recorded.", operations.Card.Text, StringComparison.Ordinal);
        Assert.Equal(LearningStage.Decided, ((LearningFile)await LoadAsync(fixture, RecordRef.Parse(Waiting))).Stage);
        await operations.PressAsync("Back to the meeting");
        await operations.PressAsync("End the meeting");
        await operations.PressAsync("End the meeting", ("at", "12:30"));
        await operations.PressAsync("Send the draft to the Chair");
        await operations.PressAsync("Send it to the Chair");

        var chair = new Hands(fixture, Hands.Of("chair"));
        await chair.OpenAsync((await MeetingAsync(fixture)).ToString());
        await chair.PressAsync("Send the draft minutes");
        await chair.PressAsync("Send it to the members");
        await operations.OpenAsync((await MeetingAsync(fixture)).ToString());
        await operations.PressAsync("The minutes were approved");
        await operations.PressAsync("Record it", ("date", "2026-11-02"), ("corrections", "A date on page 2."));
        Assert.Contains("Minutes approved", operations.Card.Text, StringComparison.Ordinal);
        Assert.True((await fixture.Upkeep.CheckAsync(CancellationToken.None)).Clean);
        Assert.Empty(await fixture.Rows.ReadAsync(Keys.Agenda, CancellationToken.None));
    }

    [Fact]
    public async Task A_second_person_who_presses_the_same_gets_what_is_recorded_and_a_repeated_press_its_first_answer_E17()
    {
        using var fixture = await WithSomethingWaitingAsync();
        var operations = await InSessionAsync(fixture);
        await operations.PressAsync("Decide");
        var typed = new Dictionary<string, string> { ["decision"] = "They are right.", ["reason"] = "Nobody objects." };
        var (verb, data) = operations.Card.CardInvocation("Record the decision", typed);
        await operations.SendAsync(verb, data);
        await operations.SendAsync(verb, data);
        Assert.Contains("What was decided is recorded.", operations.Card.Text, StringComparison.Ordinal);
        var chair = new Hands(fixture, Hands.Of("chair"));
        await chair.SendAsync(verb, new(data) { ["press"] = "another" });
        Assert.Contains("overtaken", chair.Card.Text, StringComparison.Ordinal);
        Assert.Contains("They are right.", chair.Card.Text, StringComparison.Ordinal);
        var file = (MeetingFile)await LoadAsync(fixture, await MeetingAsync(fixture));
        Assert.Single(file.History, recorded => recorded.Event is Domain.Steps.GroupSession.ItemDecided);
    }

    [Fact]
    public async Task A_scheduled_meeting_is_planned_once_however_often_and_what_is_put_off_waits_again()
    {
        using var fixture = await WithSomethingWaitingAsync();
        var operations = await InSessionAsync(fixture);
        var again = new Hands(fixture, Hands.Of("chair"));
        await again.SendAsync("group-meeting-new", []);
        Assert.Contains("0 records wait", again.Card.Text, StringComparison.Ordinal);
        await again.PressAsync("Plan it", ("date", "2026-11-02"), ("place", "Room 2"));
        Assert.Contains("A meeting is planned for this day already.", again.Card.Text, StringComparison.Ordinal);
        await operations.PressAsync("Next item");
        await operations.PressAsync("Next item");
        await operations.PressAsync("Put it off");
        await operations.PressAsync("Put it off", ("decision", "The next meeting"), ("reason", "It is late."));
        Assert.Contains("It is put off.", operations.Card.Text, StringComparison.Ordinal);
        await again.SendAsync("group-meeting-new", []);
        Assert.Contains("1 record waits", again.Card.Text, StringComparison.Ordinal);
        Assert.True((await fixture.Upkeep.CheckAsync(CancellationToken.None)).Clean);
    }

    [Fact]
    public async Task What_was_put_off_says_so_on_the_next_agenda_and_two_absences_running_are_shown_to_the_Chair_E18_E15()
    {
        using var fixture = await WithSomethingWaitingAsync();
        var operations = await InSessionAsync(fixture);
        foreach (var (before, day) in new[] { ("once", "2026-11-09"), ("twice", "2026-11-16") })
        {
            if (before == "twice")
            {
                // The day of the next has come.
                await operations.PressAsync("Open the first item");
                await operations.PressAsync("Back to the meeting");
                await operations.PressAsync("Open the meeting");
                await operations.PressAsync("Open the meeting", ("confidentiality", "yes"));
                await operations.PressAsync("Open the next item");
            }

            await operations.PressAsync("Next item");
            await operations.PressAsync("Next item");
            await operations.PressAsync("Put it off");
            await operations.PressAsync("Put it off", ("decision", "The next meeting"), ("reason", "It is late."));
            await operations.SendAsync("group-meeting-new", []);
            await operations.PressAsync("Plan it", ("date", day), ("place", "Room 1"));
            Assert.Contains($"put off {before} before", operations.Card.Text, StringComparison.Ordinal);
            fixture.Clock.Set(DateTimeOffset.Parse($"{day}T10:00:00Z", System.Globalization.CultureInfo.InvariantCulture));
            Assert.True((await fixture.Upkeep.CheckAsync(CancellationToken.None)).Clean);
        }

        await operations.PressAsync("Open the first item");
        await operations.PressAsync("Next item");
        await operations.PressAsync("Next item");
        Assert.Contains("Put off twice before.", operations.Card.Text, StringComparison.Ordinal);

        // Nobody came to the first meeting, nor to the second: who looks after the group is shown it, and nobody else.
        var meeting = (await fixture.Rows.ReadAsync(Keys.Missed, CancellationToken.None))[^1].Key.Split('|')[2];
        foreach (var (who, shown) in new[] { ("operations-officer", true), ("chair", true), ("scrutineer", false) })
        {
            var hands = new Hands(fixture, Hands.Of(who));
            await hands.OpenAsync(meeting);
            Assert.Equal(shown, hands.Card.Text.Contains("Not there at two meetings running: ", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task Who_has_no_part_in_the_groups_meetings_learns_nothing_of_them_and_who_left_for_an_item_nothing_of_it_F2_E14()
    {
        using var fixture = await WithSomethingWaitingAsync();
        await InSessionAsync(fixture);
        var meeting = await MeetingAsync(fixture);
        foreach (var who in new[] { "mash-officer", "lead-police", "authority-notifier" })
        {
            foreach (
                var verb in new[] { "open-case", "group-meeting", "item-open", "group-meeting-timeline", "item-decide", "group-meetings" }
            )
            {
                var hands = new Hands(fixture, Hands.Of(who));
                await hands.SendAsync(verb, new() { ["case"] = meeting.ToString(), ["item"] = "3" });
                Assert.Contains("We cannot find that case", hands.Card.Text, StringComparison.Ordinal);
            }
        }

        await fixture.RunAsync(
            new Domain.Steps.GroupSession.DeclareInterest(
                meeting,
                3,
                new("Independent Scrutineer", "scrutineer", "Knows the ward.", AfterInterest.Left)
            ),
            AppFixture.Holder(Role.Operations)
        );
        var scrutineer = new Hands(fixture, Hands.Of("scrutineer"));
        await scrutineer.SendAsync("item-open", new() { ["case"] = meeting.ToString(), ["item"] = "3" });
        Assert.Contains("left for this item", scrutineer.Card.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("How a discharge is planned", scrutineer.Card.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_case_that_waits_is_listed_to_who_has_a_part_in_it_and_not_to_a_member_F2()
    {
        using var fixture = await WithSomethingWaitingAsync();
        await fixture.Rows.CommitAsync(
            [
                new RowWrite.Put(
                    Keys.AgendaLine(Keys.NextMeeting, LearningStory.Made),
                    new Dictionary<string, string> { ["record"] = LearningStory.Made.Value, ["asked"] = "case" }
                ),
            ],
            CancellationToken.None
        );
        foreach (var (who, lists) in new[] { ("operations-officer", true), ("scrutineer", true), ("rep-schools", false) })
        {
            var hands = new Hands(fixture, Hands.Of(who));
            await hands.SendAsync("learning-waiting", []);
            Assert.Contains(Waiting, hands.Card.Text, StringComparison.Ordinal);
            Assert.Equal(lists, hands.Card.Text.Contains(LearningStory.Made.Value, StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task Agenda_and_minutes_are_Word_files_for_whoever_has_a_part_and_name_nobody_of_the_referral_E6_F2()
    {
        using var fixture = await WithSomethingWaitingAsync();
        await InSessionAsync(fixture);
        var meeting = await MeetingAsync(fixture);
        App.Ports.CardAction As(string who) =>
            Hands.Of(who) is var member
                ? new(new(member.TenantId, member.ObjectId), member.Name, "document", new Dictionary<string, string>(), "test")
                : throw new InvalidOperationException();
        var agenda = Assert.IsType<PaperEnd.Drawn>(
            await fixture.MeetingPapers.AgendaAsync(As("scrutineer"), meeting, CancellationToken.None)
        );
        var minutes = Assert.IsType<PaperEnd.Drawn>(await fixture.MeetingPapers.MinutesAsync(As("chair"), meeting, CancellationToken.None));
        Assert.Equal(($"{meeting}-agenda.docx", $"{meeting}-minutes.docx"), (agenda.Name, minutes.Name));
        foreach (var drawn in new[] { agenda, minutes })
        {
            using var word = new System.IO.Compression.ZipArchive(new MemoryStream(drawn.Bytes.ToArray()));
            using var text = new StreamReader(word.GetEntry("word/document.xml")!.Open());
            // In a heading a reference does not break at its hyphens.
            var said = System.Text.RegularExpressions.Regex.Replace(
                await text.ReadToEndAsync(CancellationToken.None),
                "</w:t><w:noBreakHyphen ?/><w:t[^>]*>",
                "-"
            );
            Assert.Contains(Waiting, said, StringComparison.Ordinal);
            Assert.DoesNotContain("Child A", said, StringComparison.Ordinal);
            Assert.DoesNotContain("discharge", said, StringComparison.Ordinal);
        }

        Assert.IsType<PaperEnd.NotThere>(await fixture.MeetingPapers.AgendaAsync(As("lead-police"), meeting, CancellationToken.None));
        Assert.IsType<PaperEnd.NotThere>(
            await fixture.MeetingPapers.AgendaAsync(As("chair"), RecordRef.Parse(Waiting), CancellationToken.None)
        );
    }

    /// <summary>A referral for practice learning waits for the next meeting.</summary>
    private async Task<AppFixture> WithSomethingWaitingAsync()
    {
        var fixture = await emulator.OpenAsync();
        await fixture.EverybodyHasTheAppAsync();
        var referrer = SafeguardingTeams.Tests.CaseStory.Person("the-referrer", Role.Practitioner) with { AgencyId = "acute-trust" };
        var lead = SafeguardingTeams.Tests.CaseStory.Person("rep-acute-trust", Role.DesignatedSafeguardingLead, Role.Practitioner);
        foreach (
            var (command, by) in new (Command, Actor)[]
            {
                (LearningStory.Submit(LearningStory.Complete("rep-acute-trust@people.example")), referrer),
                (new AnswerAsSafeguardingLead(LearningStory.Id, true, ""), lead),
                (
                    new TriageLearning(LearningStory.Id, LearningWay.NextMeeting, "", false, [], LearningStory.Made),
                    AppFixture.Holder(Role.Chair)
                ),
            }
        )
        {
            Assert.IsType<App.Commands.Outcome.Done>(await fixture.RunAsync(command, by));
        }

        return fixture;
    }

    /// <summary>Operations have opened the meeting, and its first item.</summary>
    private static async Task<Hands> InSessionAsync(AppFixture fixture)
    {
        var operations = new Hands(fixture, Hands.Of("operations-officer"));
        await operations.SendAsync("group-meeting-new", []);
        await operations.PressAsync("Plan it", ("date", "2026-11-02"), ("place", "Room 1"));
        await operations.PressAsync("Open the meeting");
        await operations.PressAsync("Open the meeting", ("confidentiality", "yes"));
        await operations.PressAsync("Open the next item");
        return operations;
    }

    private static async Task<RecordRef> MeetingAsync(AppFixture fixture) =>
        RecordRef.Parse(Assert.Single(await fixture.Rows.ReadAsync($"{Keys.Open}{RecordKind.Meeting}|", CancellationToken.None))["record"]);

    private static async Task<RecordFile> LoadAsync(AppFixture fixture, RecordRef record) =>
        (await StoredRecord.LoadAsync(fixture.Rows, record, CancellationToken.None)).Record;
}
