using SafeguardingTeams.App.Ports;

namespace SafeguardingTeams.Microsoft365.Tests.Graph;

/// <summary>Every method of the three ports, each with the request it makes and how its end is told without its type.</summary>
internal sealed record EveryCall(string Name, string Method, string Template, bool IsWrite, Func<GraphFixture, Task<Ending>> Make)
{
    private static readonly CancellationToken Stop = CancellationToken.None;

    internal static IReadOnlyList<EveryCall> All { get; } =
    [
        Of("create event", "POST", "/users/{user}/events", true, fixture =>
            fixture.Mailbox.CreateEventAsync(Examples.Meeting(), "t", Stop)
        ),
        Of("invite", "PATCH", "/users/{user}/events/{event}", true, async fixture =>
            await fixture.Mailbox.InviteAsync(await EventAsync(fixture), Examples.Invitees, Stop)
        ),
        Of("change event", "PATCH", "/users/{user}/events/{event}", true, async fixture =>
            await fixture.Mailbox.ChangeEventAsync(await EventAsync(fixture), Examples.Meeting(), true, Stop)
        ),
        Of("cancel event", "POST", "/users/{user}/events/{event}/cancel", true, async fixture =>
            await fixture.Mailbox.CancelEventAsync(await EventAsync(fixture), "x", Stop)
        ),
        Of("read event", "GET", "/users/{user}/events/{event}", false, async fixture =>
            await fixture.Mailbox.ReadEventAsync(await EventAsync(fixture), Stop)
        ),
        Of("free and busy", "POST", "/users/{user}/calendar/getSchedule", false, fixture =>
            fixture.Mailbox.FreeBusyAsync([GraphFixture.Representative], GraphFixture.Now, GraphFixture.Now.AddDays(1), Stop)
        ),
        Of("find mail", "GET", "/users/{user}/mailFolders/{folder}/messages", false, async fixture =>
        {
            await MailAsync(fixture);
            return await fixture.Mailbox.FindMailAsync("d", Stop);
        }),
        Of("create mail", "POST", "/users/{user}/messages", true, fixture => fixture.Mailbox.CreateMailAsync(Examples.Letter(), "d", Stop)),
        Of("send mail", "POST", "/users/{user}/messages/{message}/send", true, async fixture =>
            await fixture.Mailbox.SendMailAsync(await MailAsync(fixture), Stop)
        ),
        Of("read mail", "GET", "/users/{user}/messages/{message}", false, async fixture =>
            await fixture.Mailbox.ReadMailAsync(await MailAsync(fixture), Stop)
        ),
        Of("ensure folder", "POST", "/drives/{drive}/items/{item}/children", true, fixture =>
            fixture.Folders.EnsureFolderAsync(Library.CaseRecords, null, "case", Stop)
        ),
        Of("find folder", "GET", "/drives/{drive}/items/{item}:/{name}", false, async fixture =>
        {
            await fixture.Folders.EnsureFolderAsync(Library.CaseRecords, null, "found", Stop);
            return await fixture.Folders.FindFolderAsync(Library.CaseRecords, "found", Stop);
        }),
        Of("list", "GET", "/drives/{drive}/items/{item}/children", false, async fixture =>
            await fixture.Folders.ListAsync(Library.CaseRecords, await FolderAsync(fixture), Stop)
        ),
        Of("upload", "PUT", "/drives/{drive}/items/{item}:/{name}:/content", true, async fixture =>
            await fixture.Folders.UploadAsync(Library.CaseRecords, await FolderAsync(fixture), NewName(), "x"u8.ToArray(), Stop)
        ),
        Of("begin a large upload", "POST", "/drives/{drive}/items/{item}:/{name}:/createUploadSession", true, async fixture =>
            await fixture.Folders.UploadAsync(Library.CaseRecords, await FolderAsync(fixture), NewName(), new byte[4_300_000], Stop)
        ),
        Of("a piece of a large upload", "PUT", "(upload)", true, async fixture =>
            await fixture.Folders.UploadAsync(Library.CaseRecords, await FolderAsync(fixture), NewName(), new byte[4_300_000], Stop)
        ),
        Of("download", "GET", "/drives/{drive}/items/{item}/content", false, async fixture =>
            await fixture.Folders.DownloadAsync(Library.CaseRecords, await FileAsync(fixture), Stop)
        ),
        Of("fetch", "GET", "(content)", false, async fixture =>
            await fixture.Folders.DownloadAsync(Library.CaseRecords, await FileAsync(fixture), Stop)
        ),
        Of("copy", "GET", "/drives/{drive}/items/{item}/content", false, async fixture =>
            await fixture.Folders.CopyAsync(Library.CaseRecords, await FileAsync(fixture), Stream.Null, Stop)
        ),
        Of("PDF", "GET", "/drives/{drive}/items/{item}/content", false, async fixture =>
            await fixture.Folders.PdfAsync(Library.CaseRecords, await FileAsync(fixture), Stop)
        ),
        Of("grant", "POST", "/drives/{drive}/items/{item}/invite", true, async fixture =>
            await fixture.Folders.GrantAsync(
                Library.CaseRecords,
                await FolderAsync(fixture),
                GraphFixture.RepresentativeId,
                FolderAccess.Read,
                Stop
            )
        ),
        Of("revoke", "DELETE", "/drives/{drive}/items/{item}/permissions/{permission}", true, async fixture =>
        {
            var folder = await FolderAsync(fixture);
            var id = (
                await fixture.Folders.GrantAsync(Library.CaseRecords, folder, GraphFixture.RepresentativeId, FolderAccess.Read, Stop)
            ).Value();
            return await fixture.Folders.RevokeAsync(Library.CaseRecords, folder, id, Stop);
        }),
        Of("permissions", "GET", "/drives/{drive}/items/{item}/permissions", false, async fixture =>
            await fixture.Folders.PermissionsAsync(Library.CaseRecords, await FolderAsync(fixture), Stop)
        ),
        Of("root permissions", "GET", "/drives/{drive}/items/{item}/permissions", false, fixture =>
            fixture.Folders.RootPermissionsAsync(Library.CaseRecords, Stop)
        ),
        Of("find guest", "GET", "/users", false, fixture => fixture.Guests.FindAsync(GraphFixture.Representative, Stop)),
        Of("read account", "GET", "/users/{user}", false, fixture => fixture.Guests.ReadAsync(GraphFixture.RepresentativeId, Stop)),
        Of("invite guest", "POST", "/invitations", true, fixture => fixture.Guests.InviteAsync("new@school.example", "School", Stop)),
    ];

    private static EveryCall Of<T>(
        string name,
        string method,
        string template,
        bool isWrite,
        Func<GraphFixture, Task<GraphResult<T>>> make
    ) => new(name, method, template, isWrite, async fixture => await make(fixture) switch
            {
                GraphResult<T>.Done => new("Done"),
                GraphResult<T>.NotFound => new("Gone"),
                GraphResult<T>.Refused refused => new("Refused", Why: refused.Why),
                GraphResult<T>.Later later => new("Later", later.Wait, later.OutcomeUnknown),
                var other => new(other.ToString()),
            });

    private static string NewName() => $"{Guid.NewGuid()}.docx";

    private static async Task<string> EventAsync(GraphFixture fixture) =>
        (await fixture.Mailbox.CreateEventAsync(Examples.Meeting(), "t", Stop)).Value().Id;

    private static async Task<string> MailAsync(GraphFixture fixture) =>
        (await fixture.Mailbox.CreateMailAsync(Examples.Letter(), "d", Stop)).Value().Id;

    private static async Task<string> FolderAsync(GraphFixture fixture) =>
        (await fixture.Folders.EnsureFolderAsync(Library.CaseRecords, null, "case", Stop)).Value().Id;

    private static async Task<string> FileAsync(GraphFixture fixture) =>
        (await fixture.Folders.UploadAsync(Library.CaseRecords, await FolderAsync(fixture), NewName(), Examples.Word("x"), Stop))
            .Value()
            .Id;
}

/// <summary>How a call ended.</summary>
internal sealed record Ending(string Kind, TimeSpan Wait = default, bool OutcomeUnknown = false, string Why = "");
