using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using SafeguardingTeams.App.Ports;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.Microsoft365.Tests.Graph;

/// <summary>What goes over the wire, for good: every request with its query and body, approved beside the tests.</summary>
[Trait(Needs.Name, Needs.Server)]
public class GoldenTests
{
    private static readonly JsonSerializerOptions Indented = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };
    private static readonly CancellationToken Stop = CancellationToken.None;

    [Fact]
    public async Task The_requests_of_a_meeting_are_golden()
    {
        await using var fixture = await GraphFixture.StartAsync();
        var made = (await fixture.Mailbox.CreateEventAsync(Examples.Meeting(), "GSCP-2222-3333/meeting/1", Stop)).Value();
        await fixture.Mailbox.InviteAsync(made.Id, Examples.Invitees, Stop);
        await fixture.Mailbox.ReadEventAsync(made.Id, Stop);
        await fixture.Mailbox.CancelEventAsync(made.Id, "It is held on another day.", Stop);
        await fixture.Mailbox.FreeBusyAsync([GraphFixture.Representative], GraphFixture.Now, GraphFixture.Now.AddDays(1), Stop);
        Same(fixture, "meeting");
    }

    [Fact]
    public async Task The_requests_of_a_mail_are_golden()
    {
        await using var fixture = await GraphFixture.StartAsync();
        await fixture.Mailbox.FindMailAsync("GSCP-2222-3333/letter/police", Stop);
        var draft = (await fixture.Mailbox.CreateMailAsync(Examples.Letter(), "GSCP-2222-3333/letter/police", Stop)).Value();
        await fixture.Mailbox.SendMailAsync(draft.Id, Stop);
        await fixture.Mailbox.ReadMailAsync(draft.Id, Stop);
        Same(fixture, "mail");
    }

    [Fact]
    public async Task The_requests_of_a_folder_are_golden()
    {
        await using var fixture = await GraphFixture.StartAsync();
        var folder = (await fixture.Folders.EnsureFolderAsync(Library.SecuredRecords, null, "GSCP-2222-3333", Stop)).Value();
        await fixture.Folders.EnsureFolderAsync(Library.SecuredRecords, null, "GSCP-2222-3333", Stop);
        await fixture.Folders.GrantAsync(Library.SecuredRecords, folder.Id, GraphFixture.RepresentativeId, FolderAccess.Write, Stop);
        await fixture.Folders.PermissionsAsync(Library.SecuredRecords, folder.Id, Stop);
        var file = (
            await fixture.Folders.UploadAsync(Library.SecuredRecords, folder.Id, "GSCP-2222-3333.docx", Examples.Word("x"), Stop)
        ).Value();
        await fixture.Folders.UploadAsync(Library.SecuredRecords, folder.Id, "GSCP-2222-3333.bin", new byte[5_000_000], Stop);
        await fixture.Folders.ListAsync(Library.SecuredRecords, folder.Id, Stop);
        await fixture.Folders.PdfAsync(Library.SecuredRecords, file.Id, Stop);
        await fixture.Guests.FindAsync(GraphFixture.Representative, Stop);
        await fixture.Guests.InviteAsync("new@school.example", "School representative", Stop);
        Same(fixture, "folder");
    }

    private static void Same(GraphFixture fixture, string name)
    {
        var lines = fixture.Graph.Requests.Select(request =>
            $"{request.Method} {request.Template}{Uri.UnescapeDataString(request.Query)} -> {request.Status} [{request.Permission}]\n"
            + (request.Body.Length == 0 ? "" : JsonNode.Parse(request.Body)!.ToJsonString(Indented) + "\n")
        );
        Approved.Same($"tests/SafeguardingTeams.Microsoft365.Tests/Graph/Golden/{name}.txt", string.Join("\n", lines));
        Assert.Empty(fixture.Graph.Complaints);
    }
}
