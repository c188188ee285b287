using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Encodings.Web;
using SafeguardingTeams.App.Ports;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.Microsoft365.Tests.Graph;

/// <summary>What goes over the wire, for good: every request with its query and body, approved beside the tests.</summary>
public class GoldenTests
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly CancellationToken Stop = CancellationToken.None;

    [Fact]
    public async Task The_requests_of_a_meeting_are_golden()
    {
        await using var bed = await Bed.StartAsync();
        var made = (await bed.Mailbox.CreateEventAsync(Examples.Meeting(), "GSCP-2222-3333/meeting/1", Stop)).Value();
        await bed.Mailbox.InviteAsync(made.Id, Examples.Invitees, Stop);
        await bed.Mailbox.ReadEventAsync(made.Id, Stop);
        await bed.Mailbox.CancelEventAsync(made.Id, "It is held on another day.", Stop);
        await bed.Mailbox.FreeBusyAsync([Bed.Representative], Bed.Now, Bed.Now.AddDays(1), Stop);
        Same(bed, "meeting");
    }

    [Fact]
    public async Task The_requests_of_a_mail_are_golden()
    {
        await using var bed = await Bed.StartAsync();
        await bed.Mailbox.FindMailAsync("GSCP-2222-3333/letter/police", Stop);
        var draft = (await bed.Mailbox.CreateMailAsync(Examples.Letter(), "GSCP-2222-3333/letter/police", Stop)).Value();
        await bed.Mailbox.SendMailAsync(draft.Id, Stop);
        await bed.Mailbox.ReadMailAsync(draft.Id, Stop);
        Same(bed, "mail");
    }

    [Fact]
    public async Task The_requests_of_a_folder_are_golden()
    {
        await using var bed = await Bed.StartAsync();
        var folder = (await bed.Folders.EnsureFolderAsync(Library.SecuredRecords, null, "GSCP-2222-3333", Stop)).Value();
        await bed.Folders.EnsureFolderAsync(Library.SecuredRecords, null, "GSCP-2222-3333", Stop);
        await bed.Folders.GrantAsync(Library.SecuredRecords, folder.Id, Bed.RepresentativeId, FolderAccess.Write, Stop);
        await bed.Folders.PermissionsAsync(Library.SecuredRecords, folder.Id, Stop);
        var file = (await bed.Folders.UploadAsync(Library.SecuredRecords, folder.Id, "GSCP-2222-3333.docx", Examples.Word("x"), Stop)).Value();
        await bed.Folders.UploadAsync(Library.SecuredRecords, folder.Id, "GSCP-2222-3333.bin", new byte[5_000_000], Stop);
        await bed.Folders.ListAsync(Library.SecuredRecords, folder.Id, Stop);
        await bed.Folders.PdfAsync(Library.SecuredRecords, file.Id, Stop);
        await bed.Guests.FindAsync(Bed.Representative, Stop);
        await bed.Guests.InviteAsync("new@school.example", "School representative", Stop);
        Same(bed, "folder");
    }

    private static void Same(Bed bed, string name)
    {
        var lines = bed.Graph.Requests.Select(request =>
            $"{request.Method} {request.Template}{Uri.UnescapeDataString(request.Query)} -> {request.Status} [{request.Permission}]\n"
            + (request.Body.Length == 0 ? "" : JsonNode.Parse(request.Body)!.ToJsonString(Indented) + "\n"));
        Approved.Same($"tests/SafeguardingTeams.Microsoft365.Tests/Graph/Golden/{name}.txt", string.Join("\n", lines));
        Assert.Empty(bed.Graph.Complaints);
    }
}
