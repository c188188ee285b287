using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using SafeguardingTeams.App.Ports;
using SafeguardingTeams.Rehearsal;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.EndToEnd;

/// <summary>Outlook and SharePoint as the rehearsal shows them, filled through the product's own ports.</summary>
[Trait(Needs.Name, Needs.Emulator)]
[Trait(Needs.Name, Needs.Browser)]
public class OfficePageTests(Everything everything)
{
    private const string Nurse = "rep-acute-trust@people.example";
    private static readonly DateTimeOffset Meeting = Everything.Monday.AddDays(7);
    private static readonly byte[] Letter = Encoding.UTF8.GetBytes("The letter, word for word.");

    [Fact]
    public async Task An_invitation_is_shown_and_accepted_and_a_mails_attachment_opens()
    {
        await using var host = await everything.StartAsync();
        var meeting = await InviteAsync(host);
        await SendAsync(
            host,
            Nurse,
            "Case GSCP-2026-0001: secure your records",
            """<p>Please secure your records.</p><script>document.title = "stolen"</script><p """
                + """onclick="steal()"><a href="javascript:steal()">Not a link</a> <a href="https:"""
                + """//cases.partnership.example/">Open the case</a></p>"""
        );
        await using var open = await everything.Browser.OpenAsync();
        var screen = Screen.Rehearsal(open);
        await open.Page.GotoAsync(host.Page.ToString());
        await screen.BeAsync("Named nurse, acute hospital trust");
        await open.Page.GetByRole(AriaRole.Button, new() { Name = "Outlook (2 new)" }).WaitForAsync();
        await PlaceAsync(open.Page, "Outlook");
        var items = open.Page.Locator("#inbox > details");
        await items.Nth(1).WaitForAsync();
        Assert.Contains("secure your records", await items.First.InnerTextAsync(), StringComparison.Ordinal);
        var invitation = items.Nth(1);
        Assert.Contains("Invitation", await invitation.Locator("summary").InnerTextAsync(), StringComparison.Ordinal);
        await invitation.Locator("summary").PressAsync("Enter");
        await invitation.GetByText("Not answered yet.").WaitForAsync();
        await invitation.GetByText("When: Monday 9 November 2026, 10:00 to 12:00").WaitForAsync();
        await invitation.GetByRole(AriaRole.Button, new() { Name = "Accept" }).ClickAsync();
        await invitation.GetByText("You have accepted.").WaitForAsync();
        Assert.Equal("true", await invitation.GetByRole(AriaRole.Button, new() { Name = "Accept" }).GetAttributeAsync("aria-pressed"));
        Assert.Equal(InvitationAnswer.Accepted, Value(await Mailbox(host).ReadEventAsync(meeting, CancellationToken.None)).Invitees[Nurse]);

        await items.First.Locator("summary").ClickAsync();
        await items.First.GetByText("Confidential: encrypted on its way by the mailbox’s rules.").WaitForAsync();
        Assert.Equal("Rehearsal: learning from serious incidents", await open.Page.TitleAsync());
        Assert.Equal(
            ["https://cases.partnership.example/"],
            await items.First.Locator(".letter a").EvaluateAllAsync<string[]>("links => links.map(link => link.href)")
        );
        var download = await open.Page.RunAndWaitForDownloadAsync(() =>
            items.First.GetByRole(AriaRole.Link, new() { Name = "GSCP-2026-0001.txt" }).ClickAsync()
        );
        Assert.Equal(Letter, await File.ReadAllBytesAsync((await download.PathAsync())!, TestContext.Current.CancellationToken));
        await screen.PictureAsync("office-01-outlook");
        Assert.Empty(await screen.FaultsAsync());

        await SendAsync(host, "panel@panel.example", "Case GSCP-2026-0001: the partnership's report", "<p>The report is attached.</p>");
        await open.Page.GetByLabel("Mailbox").SelectOptionAsync("panel@panel.example");
        await screen.SeesAsync("the partnership's report");
        await open.Page.GetByLabel("Mailbox").SelectOptionAsync("operations@partnership.example");
        await open.Page.GetByText("To Mailbox of the national Panel").WaitForAsync();
        await open.Page.Locator("#inbox summary").First.ClickAsync();
        await screen.SeesAsync("Named nurse, acute hospital trust (Acute hospital trust): accepted");
        await screen.PictureAsync("office-04-operations");
        Assert.Empty(host.Graph.Complaints);
    }

    [Fact]
    public async Task A_folder_says_who_may_open_it_and_somebody_else_of_the_agency_is_refused()
    {
        await using var host = await everything.StartAsync();
        await FileAsync(host, "lead-authority");
        await using var open = await everything.Browser.OpenAsync();
        open.ExpectedStatuses.Add(403);
        var screen = Screen.Rehearsal(open);
        await open.Page.GotoAsync(host.Page.ToString());
        await screen.BeAsync("Lead representative, local authority");
        await PlaceAsync(open.Page, "SharePoint");
        await UnfoldAsync(open.Page, "GSCP-2026-0001");
        await open
            .Page.GetByText(
                "Lead representative, local authority (Royal Borough of Greenwich, Children's Services): may open",
                new() { Exact = true }
            )
            .WaitForAsync();
        await open.Page.GetByText("Everybody in the Partnership Operational Team: may open and change").Last.WaitForAsync();
        var file = open.Page.GetByRole(AriaRole.Button, new() { Name = "Open Record 1.txt" });
        var download = await open.Page.RunAndWaitForDownloadAsync(() => file.ClickAsync());
        Assert.Equal(Letter, await File.ReadAllBytesAsync((await download.PathAsync())!, TestContext.Current.CancellationToken));
        await screen.PictureAsync("office-02-sharepoint");
        Assert.Empty(await screen.FaultsAsync());

        await screen.BeAsync("Deputy lead representative, local authority");
        await open.Page.GetByText("May not be opened by: Deputy lead representative, local authority").Last.WaitForAsync();
        await file.ClickAsync();
        await screen.SeesAsync("Access denied. Deputy lead representative, local authority needs permission to open Record 1.txt.");
        await screen.PictureAsync("office-03-refused");

        await screen.BeAsync("Partnership operations officer");
        await open.Page.GetByText("May be opened by: Partnership operations officer").Last.WaitForAsync();
        await open
            .Page.GetByRole(
                AriaRole.Button,
                new() { Name = "Share this folder with somebody from outside the system: Secured records/GSCP-2026-0001" }
            )
            .ClickAsync();
        await screen.SeesAsync("Somebody of another organisation: may open");
        await open.Page.GetByRole(AriaRole.Button, new() { Name = "Make a link: Secured records/GSCP-2026-0001" }).ClickAsync();
        await screen.SeesAsync("Anybody in the council who has the link: may open");
        var folder = Value(await Folders(host).EnsureFolderAsync(Library.SecuredRecords, null, "GSCP-2026-0001", CancellationToken.None));
        Assert.Contains(
            Value(await Folders(host).PermissionsAsync(Library.SecuredRecords, folder.Id, CancellationToken.None)),
            permission => permission.IsLink
        );
        Assert.Empty(host.Graph.Complaints);
    }

    [Fact]
    public async Task Both_fit_a_phones_width_and_pass_the_accessibility_checks()
    {
        await using var host = await everything.StartAsync();
        await InviteAsync(host);
        await FileAsync(host, "lead-authority");
        await using var open = await everything.Browser.OpenAsync(360, 740);
        var screen = Screen.Rehearsal(open);
        await open.Page.GotoAsync(host.Page.ToString());
        await screen.SeesAsync("Is a child at risk now?");
        await open.Page.GetByLabel("Be", new() { Exact = true }).SelectOptionAsync("rep-acute-trust");
        await PlaceAsync(open.Page, "Outlook");
        await open.Page.Locator("#inbox summary").First.ClickAsync();
        await screen.SeesAsync("Not answered yet.");
        await screen.PictureAsync("office-phone-01-outlook");
        Assert.Empty(await screen.FaultsAsync());
        await PlaceAsync(open.Page, "SharePoint");
        await UnfoldAsync(open.Page, "GSCP-2026-0001");
        await screen.PictureAsync("office-phone-02-sharepoint");
        Assert.Empty(await screen.FaultsAsync());
    }

    private static Task PlaceAsync(IPage page, string name) =>
        page.GetByRole(AriaRole.Navigation).GetByRole(AriaRole.Button, new() { Name = name }).ClickAsync();

    private static Task UnfoldAsync(IPage page, string folder) =>
        page.Locator("summary", new() { HasText = folder }).Filter(new() { HasText = "Folder" }).ClickAsync();

    private static IMailbox Mailbox(RehearsalHost host) => host.Services.GetRequiredService<IMailbox>();

    private static IFolders Folders(RehearsalHost host) => host.Services.GetRequiredService<IFolders>();

    private static async Task<string> InviteAsync(RehearsalHost host)
    {
        var content = new EventContent(
            "Rapid Review, case GSCP-2026-0001",
            "<p>You are invited to the Rapid Review meeting.</p>",
            Meeting,
            Meeting.AddHours(2),
            "",
            Online: true
        );
        var meeting = Value(await Mailbox(host).CreateEventAsync(content, "rehearsal-1", CancellationToken.None)).Id;
        Value(await Mailbox(host).InviteAsync(meeting, [new(Nurse, "Named nurse, acute hospital trust")], CancellationToken.None));
        return meeting;
    }

    private static async Task SendAsync(RehearsalHost host, string to, string subject, string html)
    {
        var mail = Value(
            await Mailbox(host)
                .CreateMailAsync(
                    new([to], subject, html, [new("GSCP-2026-0001.txt", "text/plain", Letter)]),
                    subject,
                    CancellationToken.None
                )
        );
        Value(await Mailbox(host).SendMailAsync(mail.Id, CancellationToken.None));
    }

    /// <summary>A folder with a record in it, opened to one person.</summary>
    private static async Task FileAsync(RehearsalHost host, string person)
    {
        var folder = Value(await Folders(host).EnsureFolderAsync(Library.SecuredRecords, null, "GSCP-2026-0001", CancellationToken.None));
        Value(await Folders(host).UploadAsync(Library.SecuredRecords, folder.Id, "Record 1.txt", Letter, CancellationToken.None));
        Value(
            await Folders(host)
                .GrantAsync(Library.SecuredRecords, folder.Id, host.Member(person).ObjectId, FolderAccess.Read, CancellationToken.None)
        );
    }

    private static T Value<T>(GraphResult<T> result) => Assert.IsType<GraphResult<T>.Done>(result).Value;
}
