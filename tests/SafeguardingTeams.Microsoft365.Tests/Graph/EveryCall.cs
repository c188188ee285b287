using SafeguardingTeams.App.Ports;

namespace SafeguardingTeams.Microsoft365.Tests.Graph;

/// <summary>Every method of the three ports, each with the request it makes and how its end is told without its type.</summary>
internal sealed record EveryCall(string Name, string Method, string Template, bool IsWrite, Func<Bed, Task<Ending>> Make)
{
    private static readonly CancellationToken Stop = CancellationToken.None;

    internal static IReadOnlyList<EveryCall> All { get; } =
    [
        Of("create event", "POST", "/users/{user}/events", true, bed => bed.Mailbox.CreateEventAsync(Examples.Meeting(), "t", Stop)),
        Of("invite", "PATCH", "/users/{user}/events/{event}", true, async bed => await bed.Mailbox.InviteAsync(await EventAsync(bed), Examples.Invitees, Stop)),
        Of("change event", "PATCH", "/users/{user}/events/{event}", true, async bed => await bed.Mailbox.ChangeEventAsync(await EventAsync(bed), Examples.Meeting(), Stop)),
        Of("cancel event", "POST", "/users/{user}/events/{event}/cancel", true, async bed => await bed.Mailbox.CancelEventAsync(await EventAsync(bed), "x", Stop)),
        Of("read event", "GET", "/users/{user}/events/{event}", false, async bed => await bed.Mailbox.ReadEventAsync(await EventAsync(bed), Stop)),
        Of("free and busy", "POST", "/users/{user}/calendar/getSchedule", false, bed => bed.Mailbox.FreeBusyAsync([Bed.Representative], Bed.Now, Bed.Now.AddDays(1), Stop)),
        Of("find mail", "GET", "/users/{user}/messages", false, async bed =>
        {
            await MailAsync(bed);
            return await bed.Mailbox.FindMailAsync("d", Stop);
        }),
        Of("create mail", "POST", "/users/{user}/messages", true, bed => bed.Mailbox.CreateMailAsync(Examples.Letter(), "d", Stop)),
        Of("send mail", "POST", "/users/{user}/messages/{message}/send", true, async bed => await bed.Mailbox.SendMailAsync(await MailAsync(bed), Stop)),
        Of("read mail", "GET", "/users/{user}/messages/{message}", false, async bed => await bed.Mailbox.ReadMailAsync(await MailAsync(bed), Stop)),
        Of("ensure folder", "POST", "/drives/{drive}/items/{item}/children", true, bed => bed.Folders.EnsureFolderAsync(Library.CaseRecords, null, "case", Stop)),
        Of("list", "GET", "/drives/{drive}/items/{item}/children", false, async bed => await bed.Folders.ListAsync(Library.CaseRecords, await FolderAsync(bed), Stop)),
        Of("upload", "PUT", "/drives/{drive}/items/{item}:/{name}:/content", true, async bed => await bed.Folders.UploadAsync(Library.CaseRecords, await FolderAsync(bed), NewName(), "x"u8.ToArray(), Stop)),
        Of("begin a large upload", "POST", "/drives/{drive}/items/{item}:/{name}:/createUploadSession", true, async bed => await bed.Folders.UploadAsync(Library.CaseRecords, await FolderAsync(bed), NewName(), new byte[4_300_000], Stop)),
        Of("a piece of a large upload", "PUT", "(upload)", true, async bed => await bed.Folders.UploadAsync(Library.CaseRecords, await FolderAsync(bed), NewName(), new byte[4_300_000], Stop)),
        Of("download", "GET", "/drives/{drive}/items/{item}/content", false, async bed => await bed.Folders.DownloadAsync(Library.CaseRecords, await FileAsync(bed), Stop)),
        Of("fetch", "GET", "(content)", false, async bed => await bed.Folders.DownloadAsync(Library.CaseRecords, await FileAsync(bed), Stop)),
        Of("PDF", "GET", "/drives/{drive}/items/{item}/content", false, async bed => await bed.Folders.PdfAsync(Library.CaseRecords, await FileAsync(bed), Stop)),
        Of("grant", "POST", "/drives/{drive}/items/{item}/invite", true, async bed => await bed.Folders.GrantAsync(Library.CaseRecords, await FolderAsync(bed), Bed.RepresentativeId, FolderAccess.Read, Stop)),
        Of("revoke", "DELETE", "/drives/{drive}/items/{item}/permissions/{permission}", true, async bed =>
        {
            var folder = await FolderAsync(bed);
            var id = (await bed.Folders.GrantAsync(Library.CaseRecords, folder, Bed.RepresentativeId, FolderAccess.Read, Stop)).Value();
            return await bed.Folders.RevokeAsync(Library.CaseRecords, folder, id, Stop);
        }),
        Of("permissions", "GET", "/drives/{drive}/items/{item}/permissions", false, async bed => await bed.Folders.PermissionsAsync(Library.CaseRecords, await FolderAsync(bed), Stop)),
        Of("root permissions", "GET", "/drives/{drive}/items/{item}/permissions", false, bed => bed.Folders.RootPermissionsAsync(Library.CaseRecords, Stop)),
        Of("find guest", "GET", "/users", false, bed => bed.Guests.FindAsync(Bed.Representative, Stop)),
        Of("invite guest", "POST", "/invitations", true, bed => bed.Guests.InviteAsync("new@school.example", "School", Stop)),
    ];

    private static EveryCall Of<T>(string name, string method, string template, bool isWrite, Func<Bed, Task<GraphResult<T>>> make) =>
        new(name, method, template, isWrite, async bed => await make(bed) switch
        {
            GraphResult<T>.Done => new("Done"),
            GraphResult<T>.Gone => new("Gone"),
            GraphResult<T>.Refused refused => new("Refused", Why: refused.Why),
            GraphResult<T>.Later later => new("Later", later.Wait, later.MayHaveGone),
            var other => new(other.ToString()),
        });

    private static string NewName() => $"{Guid.NewGuid()}.docx";

    private static async Task<string> EventAsync(Bed bed) => (await bed.Mailbox.CreateEventAsync(Examples.Meeting(), "t", Stop)).Value().Id;

    private static async Task<string> MailAsync(Bed bed) => (await bed.Mailbox.CreateMailAsync(Examples.Letter(), "d", Stop)).Value().Id;

    private static async Task<string> FolderAsync(Bed bed) => (await bed.Folders.EnsureFolderAsync(Library.CaseRecords, null, "case", Stop)).Value().Id;

    private static async Task<string> FileAsync(Bed bed) =>
        (await bed.Folders.UploadAsync(Library.CaseRecords, await FolderAsync(bed), NewName(), Examples.Word("x"), Stop)).Value().Id;
}

/// <summary>How a call ended.</summary>
internal sealed record Ending(string Kind, TimeSpan Wait = default, bool MayHaveGone = false, string Why = "");
