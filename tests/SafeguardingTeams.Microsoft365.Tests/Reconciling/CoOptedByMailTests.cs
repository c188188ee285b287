using SafeguardingTeams.App.Commands;
using SafeguardingTeams.App.Directory;
using SafeguardingTeams.App.Dispatch;
using SafeguardingTeams.App.Storage;
using SafeguardingTeams.Domain.Actions;
using SafeguardingTeams.Domain.Meetings;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.GroupAgenda;
using SafeguardingTeams.Domain.Steps.GroupCoOption;
using SafeguardingTeams.Rehearsal.StandIns.Graph.Outlook;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.Microsoft365.Tests.Reconciling;

/// <summary>
/// Who is co-opted to one item of a meeting of the group is invited in Outlook like the members, and told by mail: in place of a message,
/// or because they have no account. No fact of the item (E3, F2).
/// </summary>
[Trait(Needs.Name, Needs.Server)]
public class CoOptedByMailTests
{
    private const string Doctor = "rep-general-practice";
    private const string Midwife = "head@clinic.example";
    private static readonly RecordRef Id = MeetingStory.Id;
    private static readonly CancellationToken Stop = CancellationToken.None;

    [Fact]
    public async Task They_are_invited_in_Outlook_and_no_more_once_they_are_taken_off_or_their_item_is_E3()
    {
        await using var fixture = await CoOptedAsync();
        var meeting = Assert.Single(fixture.Graph.Outlook.Events.Values);
        Assert.Equal($"Learning from Practice Group meeting, {Id}", meeting.Subject);
        Assert.Contains($"{Doctor}@people.example", Invited(meeting));
        Assert.Contains(Midwife, Invited(meeting));
        Assert.DoesNotContain("clinic", meeting.Html, StringComparison.Ordinal);
        Assert.DoesNotContain(CaseStory.Id.Value, meeting.Html, StringComparison.Ordinal);

        await RunAsync(fixture, new EndCoOption(Id, 1, 1, "Somebody else comes."));
        Assert.DoesNotContain($"{Doctor}@people.example", Invited(Assert.Single(fixture.Graph.Outlook.Events.Values)));
        Assert.Contains(Midwife, Invited(Assert.Single(fixture.Graph.Outlook.Events.Values)));
        await RunAsync(fixture, new DropFromAgenda(Id, 1, "It is not ready."));
        Assert.DoesNotContain(Midwife, Invited(Assert.Single(fixture.Graph.Outlook.Events.Values)));
        Assert.Empty(fixture.Graph.Complaints);
    }

    [Fact]
    public async Task Somebody_without_an_account_gets_a_mail_when_it_moves_another_and_one_that_nothing_is_asked_any_more_E3_F2()
    {
        await using var fixture = await CoOptedAsync();
        var asked = Assert.Single(Mails(fixture, Midwife));
        Assert.Equal($"{Id}: you are asked to come to a meeting", asked.Subject);
        Assert.Contains("Wednesday 9 December 2026 at 10:00", asked.Html, StringComparison.Ordinal);
        Assert.Contains("Place: Room 1.", asked.Html, StringComparison.Ordinal);
        Assert.Contains("bring you the papers", asked.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("?open=", asked.Html, StringComparison.Ordinal);

        await RunAsync(fixture, new MoveGroupMeeting(Id, MeetingStory.Day.AddDays(7), "14:00", "Room 2", "The room is taken."));
        Assert.Single(Mails(fixture, Midwife), mail => mail.Html.Contains("Wednesday 16 December 2026 at 14:00", StringComparison.Ordinal));
        await RunAsync(fixture, new CancelGroupMeeting(Id, "Too few can come."));
        Assert.Single(Mails(fixture, Midwife), mail => mail.Subject == $"{Id}: nothing is asked of you any more");
        Assert.Equal(3, Mails(fixture, Midwife).Count);
        Assert.All(Mails(fixture, Midwife), mail =>
        {
            Assert.DoesNotContain(CaseStory.Id.Value, mail.Html, StringComparison.Ordinal);
            Assert.DoesNotContain("Too few", mail.Html, StringComparison.Ordinal);
        });
        Assert.Empty(await fixture.Rows.ReadAsync(Keys.ReconcileJobs, Stop));
    }

    [Fact]
    public async Task Who_was_told_of_nothing_yet_is_told_only_the_last_and_who_has_no_chat_gets_a_mail_to_open_the_page_E3()
    {
        await using var fixture = await CoOptedAsync(settle: false);
        await RunAsync(
            fixture,
            new MoveGroupMeeting(Id, MeetingStory.Day.AddDays(7), "14:00", "Room 2", "The room is taken."),
            settle: false
        );
        await DispatchAsync(fixture);
        Assert.Contains("16 December", Assert.Single(Mails(fixture, Midwife)).Html, StringComparison.Ordinal);
        var mails = Mails(fixture, $"{Doctor}@people.example");
        Assert.Equal(2, mails.Count);
        Assert.All(mails, mail => Assert.Equal($"{Id}: something is there for you", mail.Subject));
        Assert.All(mails, mail => Assert.Contains($"?open={Id}", mail.Html, StringComparison.Ordinal));

        // Asked and taken off before the mail went: nothing is owed.
        await RunAsync(fixture, CoOpts(ActionOwner.OfTheFile("records-police")), settle: false);
        await fixture.Get<Dispatcher>().DispatchAsync(Stop);
        await RunAsync(fixture, new EndCoOption(Id, 1, 3, "A slip."), settle: false);
        await DispatchAsync(fixture);
        Assert.Empty(Mails(fixture, "records-police@people.example"));
    }

    private static List<string> Invited(StoredEvent meeting) => [.. meeting.Attendees.Select(attendee => attendee.Address)];

    private static List<StoredMail> Mails(ReconcileFixture fixture, string address) =>
        [.. fixture.Graph.Outlook.Mails.Values.Where(mail => mail.To[0] == address)];

    private static CoOptToItem CoOpts(ActionOwner who) => new(Id, 1, who);

    private static async Task<ReconcileFixture> CoOptedAsync(bool settle = true)
    {
        var fixture = await ReconcileFixture.OpenAsync();
        await RunAsync(fixture, MeetingStory.Plan with { Items = [new(CaseStory.Id, "", AskedOfGroup.Decide)] }, settle);
        await RunAsync(fixture, CoOpts(ActionOwner.OfTheFile(Doctor)), settle);
        await RunAsync(fixture, CoOpts(MeetingStory.Outside), settle);
        return fixture;
    }

    private static async Task RunAsync(ReconcileFixture fixture, Command command, bool settle = true)
    {
        var actor = fixture.Get<IPeople>().Actors(new(2026, 11, 2)).Find(person => person.PersonId == "operations-officer")!;
        await fixture.Get<GroupRecord>().OpenAsync(Stop);
        Assert.IsType<Outcome.Done>(await fixture.Get<CommandRunner>().RunAsync(command, Guid.NewGuid().ToString("N"), actor, Stop));
        if (settle)
        {
            await fixture.SettleAsync();
        }
    }

    private static async Task DispatchAsync(ReconcileFixture fixture)
    {
        await fixture.Get<Dispatcher>().DispatchAsync(Stop);
        await fixture.SettleAsync();
    }
}
