using SafeguardingTeams.App.Dispatch;
using SafeguardingTeams.App.Storage;
using SafeguardingTeams.App.Sweeps;
using SafeguardingTeams.Domain.Cases.Reviewing;
using SafeguardingTeams.Domain.Steps.Preparing;
using SafeguardingTeams.Rehearsal.StandIns.Graph.Outlook;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.Microsoft365.Tests.Reconciling;

/// <summary>
/// Who has no chat with the bot is told by mail that something is there for them: the normal case for police and NHS people.
/// </summary>
[Trait(Needs.Name, Needs.Server)]
public class InsteadByMailTests
{
    private const string Representative = "rep-police@people.example";
    private const string Attendee = "designated-nurse@people.example";
    private static readonly CancellationToken Stop = CancellationToken.None;

    [Fact]
    public async Task A_representative_who_is_in_the_partnerships_file_and_has_no_chat_is_reminded_by_mail_B5()
    {
        await using var fixture = await LettersAsync();
        await RemindAsync(fixture);
        var reminders = To(fixture, Representative).Where(mail => mail.Subject.EndsWith("reminder", StringComparison.Ordinal)).ToList();
        Assert.Equal(2, reminders.Count);
        Assert.Single(reminders, mail =>
            mail.Html.Contains("secure", StringComparison.OrdinalIgnoreCase)
            && !mail.Html.Contains("scoping form is due", StringComparison.Ordinal)
        );
        var reminder = Assert.Single(reminders, mail =>
            mail.Html.Contains("Your agency&#x27;s scoping form is due by", StringComparison.Ordinal)
        );
        Assert.Contains($"?open={CaseStory.Id}", reminder.Html, StringComparison.Ordinal);
        Assert.DoesNotContain(await fixture.Rows.ReadAsync(Keys.DeadLetteredMessages, Stop), row => row["person"] == "rep-police");
        var note = Assert.Single(
            await fixture.Rows.ReadAsync($"note|{CaseStory.Id}|Mail|OpenThePage|Reminder.rep-police.scoping-return", Stop)
        );
        Assert.NotEqual(("", ""), (note["sentAt"], note["internetMessageId"]));
    }

    [Fact]
    public async Task A_reminder_to_whoever_is_not_the_agencys_own_says_that_something_is_due_and_not_what()
    {
        await using var fixture = await LettersAsync();
        fixture.ClockTo(Domain.Calendar.London.Instant(new(2026, 11, 5), new(9, 0)));
        await RemindAsync(fixture);
        var reminders = fixture
            .Graph.Outlook.Mails.Values.Where(mail =>
                mail.Subject.EndsWith(": reminder", StringComparison.Ordinal) && !mail.To[0].StartsWith("rep-", StringComparison.Ordinal)
            )
            .ToList();
        Assert.All(reminders, mail => Assert.Contains("is due, or late", mail.Html, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Who_is_invited_and_has_no_chat_gets_one_mail_that_says_nothing_of_the_case_however_often_the_message_is_drawn_B12()
    {
        await using var fixture = await LettersAsync();
        await DispatchAsync(fixture);
        await new WholeReview(fixture).StepAsync(
            new PlanMeeting(CaseStory.Id, WholeReview.Moved, WholeReview.Moved.AddHours(1), MeetingKind.Online, "", "", "The room."),
            "operations-officer"
        );
        await DispatchAsync(fixture);
        var mail = Assert.Single(To(fixture, Attendee), mail => mail.Html.Contains("comes by mail because", StringComparison.Ordinal));
        Assert.Equal($"{CaseStory.Id}: something is there for you", mail.Subject);
        Assert.Contains($"?open={CaseStory.Id}", mail.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("Child A", mail.Html, StringComparison.Ordinal);
        Assert.Empty(mail.Attachments);
        Assert.DoesNotContain(await fixture.Rows.ReadAsync(Keys.DeadLetteredMessages, Stop), row => row["kind"] == "AttendeeTask");
    }

    [Fact]
    public async Task Who_has_no_part_in_the_case_by_now_gets_no_mail_F2()
    {
        await using var fixture = await LettersAsync();
        await fixture.DoAsync(new TakeOffAttendee(CaseStory.Id, "designated-nurse", "Was involved."), "operations-officer");
        await DispatchAsync(fixture);
        Assert.DoesNotContain(To(fixture, Attendee), mail => mail.Subject.Contains("something", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_agencys_own_card_is_not_followed_by_a_second_mail_beside_the_letter_B3()
    {
        await using var fixture = await LettersAsync();
        await DispatchAsync(fixture);
        Assert.Single(To(fixture, Representative));
        Assert.DoesNotContain(await fixture.Rows.ReadAsync(Keys.DeadLetteredMessages, Stop), row => row["kind"] == "ScopingTask");
    }

    [Fact]
    public async Task Leads_without_a_chat_are_asked_by_mail_once_and_a_lead_with_one_is_not_A10()
    {
        await using var fixture = await LettersAsync();
        await fixture.Get<Chats>().SeenAsync(ChatOf(fixture, "lead-health"), Stop);
        await DispatchAsync(fixture);
        await DispatchAsync(fixture);
        Assert.Equal(1, await SentAsync(fixture, "PartnerTask.lead-police.1"));
        Assert.Equal(0, await SentAsync(fixture, "PartnerTask.lead-health.1"));
        Assert.NotEmpty(To(fixture, "lead-police@people.example"));
        Assert.Empty(To(fixture, "lead-health@people.example"));
    }

    [Fact]
    public async Task What_went_by_mail_comes_as_a_message_too_when_the_app_comes_and_by_mail_no_more()
    {
        await using var fixture = await LettersAsync();
        await DispatchAsync(fixture);
        await DispatchAsync(fixture);
        var kept = await fixture.Rows.ReadAsync(Keys.Mailed("designated-nurse"), Stop);
        Assert.Equal("AttendeeTask", Assert.Single(kept)["kind"]);
        var mails = To(fixture, Attendee).Count();
        await fixture.Get<Chats>().SeenAsync(ChatOf(fixture, "designated-nurse"), Stop);
        await DispatchAsync(fixture);
        Assert.Equal(
            "a:designated-nurse",
            Assert.Single(await fixture.Rows.ReadAsync($"sent|{CaseStory.Id}|AttendeeTask|designated-nurse", Stop))["conversation"]
        );
        Assert.Empty(await fixture.Rows.ReadAsync(Keys.Mailed("designated-nurse"), Stop));
        Assert.Equal(mails, To(fixture, Attendee).Count());
    }

    [Fact]
    public async Task Operations_without_a_chat_hear_by_one_mail_a_day_that_somebody_is_reached_by_no_way()
    {
        await using var fixture = await LettersAsync();
        await DispatchAsync(fixture);
        await DispatchAsync(fixture);
        var mails = To(fixture, "operations-officer@people.example")
            .Where(mail => mail.Subject == "Safeguarding in Teams: somebody could not be reached")
            .ToList();
        var unreached = (await fixture.Rows.ReadAsync(Keys.DeadLetteredMessages, Stop)).Select(row => row["person"]).Distinct();
        Assert.NotEmpty(mails);
        Assert.Equal(unreached.Count(), mails.Count);
        Assert.All(mails, mail => Assert.DoesNotContain(CaseStory.Id.Value, mail.Html, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Without_Outlook_a_message_that_reaches_nobody_waits_where_operations_see_it()
    {
        await using var fixture = await ReconcileFixture.OpenAsync(hasGraph: false);
        await new WholeReview(fixture).ToTheLettersAsync();
        await DispatchAsync(fixture);
        Assert.Contains(await fixture.Rows.ReadAsync(Keys.DeadLetteredMessages, Stop), row =>
            row["person"] == "designated-nurse" && row["why"] == "The app is not installed for this person in Teams."
        );
        Assert.DoesNotContain(await fixture.DeadLettered.ReadAsync(Stop), deadLettered =>
            deadLettered.What.Contains("open the page", StringComparison.Ordinal)
        );
    }

    private static Chat ChatOf(ReconcileFixture fixture, string personId) =>
        fixture.File.People.First(person => person.Id == personId).Accounts[0] is var account
            ? new(account.TenantId, account.ObjectId, $"a:{personId}", "https://smba.trafficmanager.net/uk/", "28:bot", $"29:{personId}")
            : throw new InvalidOperationException();

    private static async Task<int> SentAsync(ReconcileFixture fixture, string about) =>
        (await fixture.Rows.ReadAsync($"note|{CaseStory.Id}|Mail|OpenThePage|{about}", Stop)).Count(note => note["sentAt"].Length > 0);

    private static IEnumerable<StoredMail> To(ReconcileFixture fixture, string address) =>
        fixture.Graph.Outlook.Mails.Values.Where(mail => !mail.IsDraft && mail.To.Contains(address));

    private static async Task RemindAsync(ReconcileFixture fixture)
    {
        await DispatchAsync(fixture);
        fixture.ClockTo(Domain.Calendar.London.Instant(new(2026, 11, 6), new(9, 30)));
        await fixture.Get<DeadlineSweep>().RunAsync(Stop);
        await DispatchAsync(fixture);
        await DispatchAsync(fixture);
    }

    private static async Task DispatchAsync(ReconcileFixture fixture)
    {
        await fixture.Get<Dispatcher>().DispatchAsync(Stop);
        await fixture.SettleAsync();
    }

    private static async Task<ReconcileFixture> LettersAsync()
    {
        var fixture = await ReconcileFixture.OpenAsync();
        await new WholeReview(fixture).ToTheLettersAsync();
        return fixture;
    }
}
