using SafeguardingTeams.App.Directory;
using SafeguardingTeams.App.Dispatch;
using SafeguardingTeams.App.Papers;
using SafeguardingTeams.App.Ports;
using SafeguardingTeams.App.Storage;
using SafeguardingTeams.Domain.Steps.DeadLetters;
using SafeguardingTeams.Domain.Steps.Meeting;
using SafeguardingTeams.Rehearsal.StandIns.Graph.Outlook;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.Microsoft365.Tests.Reconciling;

/// <summary>Whoever a folder is opened to is told where it is: by mail, and by a button that leads there.</summary>
[Trait(Needs.Name, Needs.Server)]
public class FolderMailTests
{
    private const string Operations = "operations-officer";
    private static readonly CancellationToken Stop = CancellationToken.None;

    [Fact]
    public async Task Each_nominee_is_told_once_where_the_folder_is_and_nothing_of_the_family_B9_F2()
    {
        await using var fixture = await LettersAsync();
        var review = new WholeReview(fixture);
        await review.NameAsync("charity", new("", "Trustee of the charity", "trustee@charity.example"));
        await review.NameAsync("police", review.Somebody("records-police"));
        await review.NameAsync("police", review.Somebody("rep-police"), "Absent.");
        await review.NameAsync("police", review.Somebody("records-police"), "Back again.");
        var trustee = Assert.Single(To(fixture, "trustee@charity.example"));
        Assert.Equal($"{CaseStory.Id}: a folder is open to you", trustee.Subject);
        Assert.Contains(Link(await UrlAsync(fixture, "Folders||charity")), trustee.Html, StringComparison.Ordinal);
        Assert.Contains("Nobody else of the agency can open the folder", trustee.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("Child A", trustee.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("?open=", trustee.Html, StringComparison.Ordinal);
        Assert.Empty(trustee.Attachments);
        Assert.Equal(2, To(fixture, "records-police@people.example").Count());
        Assert.All(To(fixture, "records-police@people.example"), mail =>
            Assert.Contains($"?open={CaseStory.Id}", mail.Html, StringComparison.Ordinal)
        );
        Assert.Single(To(fixture, "rep-police@people.example"), mail =>
            mail.Subject.EndsWith("a folder is open to you", StringComparison.Ordinal)
        );
        Assert.NotEmpty(
            Assert.Single(await fixture.Rows.ReadAsync($"note|{CaseStory.Id}|Mail|Nominee|charity.1", Stop))["internetMessageId"]
        );
        Assert.Empty(await fixture.DeadLettered.ReadAsync(Stop));
    }

    [Fact]
    public async Task A_nominee_who_has_no_chat_gets_no_second_mail_beside_the_one_with_the_folder_B9()
    {
        await using var fixture = await LettersAsync();
        await new WholeReview(fixture).NameAsync("police", new WholeReview(fixture).Somebody("records-police"));
        await fixture.Get<Dispatcher>().DispatchAsync(Stop);
        await fixture.SettleAsync();
        Assert.Single(To(fixture, "records-police@people.example"));
        Assert.DoesNotContain(await fixture.Rows.ReadAsync(Keys.DeadLetteredMessages, Stop), row => row["kind"] == "NomineeTask");
    }

    [Fact]
    public async Task A_nominee_whose_folder_cannot_be_opened_to_them_is_told_once_it_is_B9()
    {
        await using var fixture = await LettersAsync();
        fixture.Graph.Faults.Weather = (_, template) => template == "/invitations" ? new(403, "accessDenied") : null;
        await new WholeReview(fixture).NameAsync("charity", new("", "Trustee of the charity", "trustee@charity.example"));
        Assert.Empty(To(fixture, "trustee@charity.example"));
        fixture.Graph.Faults.Weather = null;
        await fixture.DeadLettered.RetryAsync(Stop);
        await fixture.SettleAsync();
        Assert.Single(To(fixture, "trustee@charity.example"));
    }

    [Fact]
    public async Task An_attendee_entered_by_hand_is_told_once_where_the_papers_are_when_they_are_open_to_them_B12_B13()
    {
        await using var fixture = await LettersAsync();
        var review = new WholeReview(fixture);
        await review.StepAsync(new DeclareForMeeting(CaseStory.Id, "inspector-police", true, true), "inspector-police");
        await review.StepAsync(new SharePack(CaseStory.Id), Operations);
        Assert.Empty(To(fixture, WholeReview.Guest));
        await review.StepAsync(new DeclareForMeeting(CaseStory.Id, "consultant", true, true), Operations);
        await review.StepAsync(new DeclareForMeeting(CaseStory.Id, "consultant", true, false, "Knew the family."), Operations);
        await review.StepAsync(new DeclareForMeeting(CaseStory.Id, "consultant", true, true, "A slip."), Operations);
        var mail = Assert.Single(To(fixture, WholeReview.Guest));
        Assert.Equal($"{CaseStory.Id}: the papers are open to you", mail.Subject);
        Assert.Contains(Link(await UrlAsync(fixture, "Pack||")), mail.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("Child A", mail.Html, StringComparison.Ordinal);
        Assert.Empty(mail.Attachments);
        Assert.DoesNotContain(fixture.Graph.Outlook.Mails.Values, other =>
            other.To[0] == "inspector-police@people.example" && other.Subject == mail.Subject
        );
    }

    [Fact]
    public async Task The_papers_that_were_put_in_and_the_folders_open_for_whom_they_should_and_each_opening_is_on_the_record_B9_B13_F1()
    {
        await using var fixture = await LettersAsync();
        await new WholeReview(fixture).ToThePackAsync();
        var notification = Assert.IsType<PaperEnd.Drawn>(await OpenAsync(fixture, "inspector-police", CasePaper.Notification));
        Assert.Equal("%PDF-1.7 of the notification"u8.ToArray(), notification.Bytes.ToArray());
        Assert.Equal("application/pdf", CasePapers.ContentTypeOf(notification.Name));
        Assert.IsType<PaperEnd.Drawn>(await OpenAsync(fixture, "lead-police", CasePaper.Notification));
        Assert.IsType<PaperEnd.NotThere>(await OpenAsync(fixture, "rep-police", CasePaper.Notification));
        Assert.IsType<PaperEnd.NotThere>(await OpenAsync(fixture, "inspector-police", CasePaper.Minutes));
        var reads = (await fixture.Rows.ReadAsync(Keys.Reads(CaseStory.Id), Stop)).Count;
        Assert.Equal(
            await UrlAsync(fixture, "Pack||"),
            Assert.IsType<PaperEnd.Elsewhere>(await OpenAsync(fixture, "inspector-police", CasePaper.Pack)).Url.AbsoluteUri
        );
        Assert.Equal(
            await UrlAsync(fixture, "Folders||acute-trust"),
            Assert
                .IsType<PaperEnd.Elsewhere>(await OpenAsync(fixture, "records-acute-trust", CasePaper.SecuredFolder, "acute-trust"))
                .Url.AbsoluteUri
        );
        Assert.Equal(reads + 2, (await fixture.Rows.ReadAsync(Keys.Reads(CaseStory.Id), Stop)).Count);
        Assert.IsType<PaperEnd.NotThere>(await OpenAsync(fixture, "records-acute-trust", CasePaper.SecuredFolder, "police"));
        Assert.IsType<PaperEnd.NotThere>(await OpenAsync(fixture, "rep-acute-trust", CasePaper.SecuredFolder, "acute-trust"));
        Assert.IsType<PaperEnd.NotThere>(await OpenAsync(fixture, "lead-police", CasePaper.Pack));

        fixture.Graph.Faults.Weather = (_, _) => new(503, "serviceNotAvailable");
        Assert.Contains(
            "cannot be reached",
            Assert.IsType<PaperEnd.NotDrawn>(await OpenAsync(fixture, "inspector-police", CasePaper.Notification)).Reasons[0],
            StringComparison.Ordinal
        );
        fixture.Graph.Faults.Weather = null;
        await new WholeReview(fixture).ToTheEndAsync();
        Assert.IsType<PaperEnd.NotThere>(await OpenAsync(fixture, "records-acute-trust", CasePaper.SecuredFolder, "acute-trust"));
        Assert.IsType<PaperEnd.NotThere>(await OpenAsync(fixture, "inspector-police", CasePaper.Notification));
    }

    [Fact]
    public async Task The_invitation_says_what_to_do_who_answers_for_an_agency_and_does_not_come_B12()
    {
        await using var fixture = await LettersAsync();
        var html = Assert.Single(fixture.Graph.Outlook.Events.Values).Html;
        Assert.Contains("If you answer for an agency and do not come yourself, tell", html, StringComparison.Ordinal);
        Assert.Contains("somebody senior who was not involved in the case", html, StringComparison.Ordinal);
        Assert.Contains("If you come, declare beforehand", html, StringComparison.Ordinal);
    }

    private static async Task<PaperEnd> OpenAsync(ReconcileFixture fixture, string personId, CasePaper paper, string agency = "")
    {
        var person = fixture.File.People.First(one => one.Id == personId);
        return await fixture
            .Get<CasePapers>()
            .ReadAsync(
                new CardAction(
                    new(person.Accounts[0].TenantId, person.Accounts[0].ObjectId),
                    person.Display,
                    $"document-{paper}",
                    new Dictionary<string, string>(),
                    "web page"
                ),
                CaseStory.Id,
                paper,
                agency,
                Stop
            );
    }

    /// <summary>One that can be pressed, without a blank in it.</summary>
    private static string Link(string url) => $"<a href=\"{new Uri(url).AbsoluteUri}\">";

    private static async Task<string> UrlAsync(ReconcileFixture fixture, string subject) =>
        Assert.Single(await fixture.Rows.ReadAsync($"note|{CaseStory.Id}|{subject}", Stop))["url"];

    private static IEnumerable<StoredMail> To(ReconcileFixture fixture, string address) =>
        fixture.Graph.Outlook.Mails.Values.Where(mail => !mail.IsDraft && mail.To.Contains(address));

    private static async Task<ReconcileFixture> LettersAsync()
    {
        var fixture = await ReconcileFixture.OpenAsync();
        await new WholeReview(fixture).ToTheLettersAsync();
        return fixture;
    }
}
