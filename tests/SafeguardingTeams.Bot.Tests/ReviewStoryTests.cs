using System.Net;
using Microsoft.Extensions.DependencyInjection;
using SafeguardingTeams.App.Upkeeping;
using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Cases.Reviewing;
using SafeguardingTeams.Rehearsal;
using SafeguardingTeams.Rehearsal.Play;
using SafeguardingTeams.Rehearsal.StandIns.Graph;
using SafeguardingTeams.Rehearsal.StandIns.Graph.Outlook;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.Bot.Tests;

/// <summary>B1 to B25 through Teams, the web page, Outlook and SharePoint, with the published timers.</summary>
[Trait(Needs.Name, Needs.Emulator)]
public class ReviewStoryTests(HostFixture stage)
{
    private static readonly byte[] Record = "%PDF-1.4 a record"u8.ToArray();

    [Fact]
    public async Task From_the_notification_to_the_Panels_answer_with_seven_agencies()
    {
        await using var host = await stage.StartAsync();
        var story = new Story(host, TextWriter.Null);
        var reference = await story.AllAgreeAsync();
        await story.ReviewAsync(reference);
        var file = await FileAsync(host, reference);
        Assert.Equal(Stage.PanelAnswered, file.Stage);
        Assert.Equal(7, file.Review.Agencies.Count(agency => agency.AskedAt is not null && agency.Return is not null));
        Assert.Equal(
            ["as a Word form, read in by operations"],
            file.Review.Agencies.Where(agency => agency.Key == "general-practice").Select(agency => agency.Return!.How)
        );
        Assert.Equal(["Health visiting service"], file.Review.NotAsked.Keys);
        Assert.Empty(Quorum.Missing(file.Review.Attendees));
        Assert.True(file.Review is { AccessEnded: true, Answer.Concurs: true, Agreed.Outcome: "b" });
        var trust = file.Review.Agency("acute-trust")!.Securing;
        Assert.True(trust is { IsComplete: true, Alarm: "" });
        Assert.Single(trust.Files);
        Assert.Single(host.Graph.Outlook.Events.Values, one => !one.IsCancelled);
        foreach (var agency in file.Review.Agencies.Where(agency => agency.Representative!.PersonId.Length > 0))
        {
            Assert.Single(host.Graph.Outlook.Of(agency.Representative!.Email).Inbox, item =>
                item.Subject.Contains("please return", StringComparison.Ordinal)
            );
            Assert.Single(host.Graph.Outlook.Of(agency.Representative!.Email).Inbox, item =>
                item.Subject.Contains("outcome", StringComparison.Ordinal)
            );
        }

        var panel = Assert.Single(host.Graph.Outlook.Of("panel@panel.example").Inbox, item => item.Kind == InboxKind.Mail);
        Assert.Equal(
            [$"{reference}-letter-to-panel.docx", $"{reference}-report.docx"],
            panel.Attachments.Select(one => one.Name).Order(StringComparer.Ordinal)
        );
        Assert.Empty(host.Graph.Complaints);
        Assert.Empty(host.Teams.Complaints);
        Assert.True((await host.Services.GetRequiredService<Upkeep>().CheckAsync(CancellationToken.None)).Clean);
    }

    [Fact]
    public async Task Documents_open_to_who_may_read_them_and_to_nobody_else()
    {
        await using var host = await stage.StartAsync();
        var reference = await SentAsync(host);
        async Task<HttpStatusCode> StatusAsync(string who, string path)
        {
            using var player = await WebPlayer.SignInAsync(host, who);
            return (await player.GetAsync($"/documents/{reference}/{path}")).Status;
        }

        Assert.Equal(HttpStatusCode.OK, await StatusAsync("operations-officer", "letter/police"));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync("rep-police", "form/police"));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync("rep-police", "form/acute-trust"));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync("rep-police", "chronology"));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync("head-childrens-services", "chronology"));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync("paediatrician", "report"));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync("lead-health", "report"));
        Assert.Equal(HttpStatusCode.Conflict, await StatusAsync("chair", "panel-letter"));
        using var nobody = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = host.WebPage };
        Assert.Equal(
            HttpStatusCode.Redirect,
            (await nobody.GetAsync(new Uri($"/documents/{reference}/report", UriKind.Relative))).StatusCode
        );
    }

    [Fact]
    public async Task Records_are_put_in_by_who_may_and_end_in_one_file_and_one_line_whatever_fails()
    {
        await using var host = await stage.StartAsync();
        var reference = await SentAsync(host);
        using var police = await WebPlayer.SignInAsync(host, "rep-police");
        using var inspector = await WebPlayer.SignInAsync(host, "inspector-police");
        var folder = $"/secured/{reference}/police";
        Assert.Equal(HttpStatusCode.NotFound, (await inspector.UploadAsync(folder, "a.pdf", Record)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await police.UploadAsync($"/secured/{reference}/acute-trust", "a.pdf", Record)).Status);
        Assert.Contains(
            "This kind of file is not taken",
            (await police.UploadAsync(folder, "a.exe", Record)).Page,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "what is inside is a program. It was not taken",
            (await police.UploadAsync(folder, "a.pdf", [.. "MZ"u8, 0x90, 0, 3, 0, 0, 0])).Page,
            StringComparison.Ordinal
        );
        Assert.Contains("empty, or larger", (await police.UploadAsync(folder, "a.pdf", [])).Page, StringComparison.Ordinal);

        host.Graph.Faults.Weather = (_, template) =>
            template == "(upload)"
            || template.Contains("content", StringComparison.Ordinal)
            || template.Contains("Upload", StringComparison.Ordinal)
                ? GraphFault.Busy()
                : null;
        Assert.Contains(
            "SharePoint cannot be reached just now",
            (await police.UploadAsync(folder, "Notes on Child A.pdf", Record)).Page,
            StringComparison.Ordinal
        );
        Assert.Empty((await FileAsync(host, reference)).Review.Agency("police")!.Securing.Files);
        host.Graph.Faults.Weather = null;
        var nameless = await police.UploadAsync(folder, "a.pdf", Record, "");
        Assert.Contains("Say in a few words what it is", nameless.Page, StringComparison.Ordinal);
        Assert.Empty((await FileAsync(host, reference)).Review.Agency("police")!.Securing.Files);
        var done = await police.UploadAsync(folder, "Notes on Child A.pdf", Record);
        Assert.Contains("the file is in its folder", done.Page, StringComparison.Ordinal);
        Assert.Contains(
            "This very file is in the folder already",
            (await police.UploadAsync(folder, "again.pdf", Record)).Page,
            StringComparison.Ordinal
        );
        var line = Assert.Single((await FileAsync(host, reference)).Review.Agency("police")!.Securing.Files);
        Assert.Equal(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Record)), line.Sha256);
        var stored = Assert.Single(host.Graph.SharePoint.SecuredRecords.Items.Values, item => !item.IsFolder);
        Assert.Equal(line.Name, stored.Name);
        Assert.Equal(Record, stored.Bytes);
    }

    [Fact]
    public async Task A_Word_form_that_is_none_or_anothers_is_refused_and_nothing_is_begun()
    {
        await using var host = await stage.StartAsync();
        var reference = await SentAsync(host);
        using var operations = await WebPlayer.SignInAsync(host, "operations-officer");
        using var police = await WebPlayer.SignInAsync(host, "rep-police");
        var path = $"/intake/{reference}/police";
        Assert.Equal(HttpStatusCode.NotFound, (await police.UploadAsync(path, "form.docx", Record)).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await operations.UploadAsync(path, "form.docx", Record)).Status);
        var (_, anothers) = await operations.GetAsync($"/documents/{reference}/form/acute-trust");
        Assert.Contains(
            "sent to another agency",
            (await operations.UploadAsync(path, "form.docx", anothers)).Page,
            StringComparison.Ordinal
        );
        await operations.SendAsync("home", new Dictionary<string, string>());
        Assert.DoesNotContain(operations.Card.Buttons, button => button.StartsWith($"Continue {reference}", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_card_that_plans_the_meeting_says_when_people_are_busy_by_what_Outlook_said_last()
    {
        await using var host = await stage.StartAsync();
        var story = new Story(host, TextWriter.Null);
        var reference = await story.AllAgreeAsync();
        await story.PrepareAsync(reference);
        var operations = host.Player("operations-officer");
        async Task PlanAsync()
        {
            await operations.OpenAsync(reference);
            await operations.PressAsync("Prepare the Rapid Review");
            await operations.PressAsync("Date of the meeting");
        }

        await PlanAsync();
        var day = DateOnly.ParseExact(operations.Card.Inputs["date"], "yyyy-MM-dd");
        host.Graph.Outlook.Of("head-childrens-services@people.example").Busy =
        [
            (London.Instant(day, new(10, 0)), London.Instant(day, new(11, 30))),
        ];
        await host.Moves.HourAsync();
        await PlanAsync();
        Assert.Contains("10:00 to 11:30", operations.Card.Text, StringComparison.Ordinal);
        Assert.Contains("Head of quality and improvement, children's services: busy", operations.Card.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Designated nurse, Integrated Care Board: ", operations.Card.Text, StringComparison.Ordinal);
    }

    private static async Task<string> SentAsync(RehearsalHost host)
    {
        var story = new Story(host, TextWriter.Null);
        var reference = await story.AllAgreeAsync();
        await story.PrepareAsync(reference);
        await story.SendAsync(reference);
        return reference;
    }

    private static async Task<CaseFile> FileAsync(RehearsalHost host, string reference) =>
        (await host.Services.GetRequiredService<Upkeep>().CasesAsync(CancellationToken.None)).Single(file => file.Id.Value == reference);
}
