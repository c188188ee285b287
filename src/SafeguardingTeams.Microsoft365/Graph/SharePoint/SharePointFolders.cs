using System.Collections.Immutable;
using Microsoft.Graph.Drives.Item.Items.Item;
using Microsoft.Graph.Models;
using Microsoft.Graph.Models.ODataErrors;
using SafeguardingTeams.App.Ports;
using SafeguardingTeams.Microsoft365.Graph.Wire;

namespace SafeguardingTeams.Microsoft365.Graph.SharePoint;

/// <summary>The partnership's closed site by Graph.</summary>
internal sealed class SharePointFolders(
    GraphConnection graph,
    GraphCalls calls,
    LibraryCheck check,
    Uploads uploads,
    Contents contents,
    SignInNames names
) : IFolders
{
    private const int PageSize = 200;

    public Task<GraphResult<StoredItem>> EnsureFolderAsync(
        Library library,
        string? parentId,
        string name,
        CancellationToken cancellationToken
    ) =>
        CheckedAsync<StoredItem>(
            "folder",
            true,
            async stop =>
            {
                var parent = parentId ?? Items.Root;
                try
                {
                    return Stored(
                        Items.Of(
                            await Item(library, parent)
                                .Children.PostAsync(
                                    new DriveItem
                                    {
                                        Name = name,
                                        Folder = new(),
                                        AdditionalData = Items.OnlyNew,
                                    },
                                    cancellationToken: stop
                                )
                        )
                    );
                }
                catch (ODataError e) when (e is { ResponseStatusCode: 409, Error.Code: "nameAlreadyExists" })
                {
                    var there = await NamedAsync(library, parent, name, stop);
                    return there is { IsFolder: false }
                        ? new GraphResult<StoredItem>.Refused("There is a file of the folder's name already.")
                        : Stored(there);
                }
            },
            GraphCalls.Patience,
            cancellationToken
        );

    public Task<GraphResult<StoredItem>> FindFolderAsync(Library library, string name, CancellationToken cancellationToken) =>
        CheckedAsync(
            "folder-find",
            false,
            async stop => Stored(await NamedAsync(library, Items.Root, name, stop)),
            GraphCalls.Patience,
            cancellationToken
        );

    public Task<GraphResult<ImmutableList<StoredItem>>> ListAsync(Library library, string folderId, CancellationToken cancellationToken) =>
        CheckedAsync<ImmutableList<StoredItem>>(
            "folder-list",
            false,
            async stop =>
            {
                var children = Item(library, folderId).Children;
                var found = ImmutableList.CreateBuilder<StoredItem>();
                var page = await children.GetAsync(
                    call =>
                    {
                        call.QueryParameters.Select = Items.Read;
                        call.QueryParameters.Top = PageSize;
                    },
                    stop
                );
                while (page is not null)
                {
                    found.AddRange((page.Value ?? []).Select(Items.Of).OfType<StoredItem>());
                    page = page.OdataNextLink is { } next ? await children.WithUrl(next).GetAsync(cancellationToken: stop) : null;
                }

                return new GraphResult<ImmutableList<StoredItem>>.Done(found.ToImmutable());
            },
            GraphCalls.Patience,
            cancellationToken
        );

    public Task<GraphResult<StoredItem>> UploadAsync(
        Library library,
        string folderId,
        string name,
        FileContent content,
        CancellationToken cancellationToken
    ) =>
        CheckedAsync(
            "upload",
            true,
            async stop => Stored(await uploads.PutAsync(graph.Options.Drive(library), folderId, name, content, stop)),
            GraphCalls.PatienceForFiles,
            cancellationToken
        );

    public Task<GraphResult<Nothing>> DeleteAsync(Library library, string itemId, CancellationToken cancellationToken) =>
        CheckedAsync(
            "delete",
            true,
            stop => GoneAsync(() => Item(library, itemId).DeleteAsync(cancellationToken: stop)),
            GraphCalls.Patience,
            cancellationToken
        );

    public Task<GraphResult<ReadOnlyMemory<byte>>> DownloadAsync(Library library, string itemId, CancellationToken cancellationToken) =>
        CheckedAsync(
            "download",
            false,
            async stop => Bytes(await contents.GetAsync(graph.Options.Drive(library), itemId, null, stop)),
            GraphCalls.PatienceForFiles,
            cancellationToken
        );

    public Task<GraphResult<Nothing>> CopyAsync(Library library, string itemId, Stream to, CancellationToken cancellationToken) =>
        CheckedAsync<Nothing>(
            "copy",
            false,
            async stop =>
            {
                await contents.CopyAsync(graph.Options.Drive(library), itemId, null, to, stop);
                return new GraphResult<Nothing>.Done(Nothing.Value);
            },
            GraphCalls.PatienceForCopies,
            cancellationToken
        );

    public Task<GraphResult<ReadOnlyMemory<byte>>> PdfAsync(Library library, string itemId, CancellationToken cancellationToken) =>
        CheckedAsync(
            "pdf",
            false,
            async stop =>
                await contents.GetAsync(graph.Options.Drive(library), itemId, "pdf", stop) is var bytes
                && bytes.AsSpan().StartsWith("%PDF-"u8)
                    ? Bytes(bytes)
                    : new GraphResult<ReadOnlyMemory<byte>>.Refused("SharePoint gave the file as it is, and no PDF of it."),
            GraphCalls.PatienceForFiles,
            cancellationToken
        );

    public Task<GraphResult<string>> GrantAsync(
        Library library,
        string itemId,
        string objectId,
        FolderAccess access,
        CancellationToken cancellationToken
    ) =>
        CheckedAsync<string>(
            "grant",
            true,
            async stop =>
            {
                var answer = await Item(library, itemId)
                    .Invite.PostAsInvitePostResponseAsync(
                        new()
                        {
                            Recipients = [new() { ObjectId = objectId }],
                            Roles =
                            [
                                access switch
                                {
                                    FolderAccess.Read => "read",
                                    FolderAccess.Write => "write",
                                },
                            ],
                            RequireSignIn = true,
                            SendInvitation = false,
                            RetainInheritedPermissions = true,
                        },
                        cancellationToken: stop
                    );
                // Where a recipient could not be given access the answer is a success all the same, with an error in their place.
                return answer?.Value is [{ Id: { } id } only] && !only.AdditionalData.ContainsKey("error")
                    ? new GraphResult<string>.Done(id)
                    : new GraphResult<string>.Refused(
                        "SharePoint did not give this account access. Check that it is in the directory and may be shared with."
                    )
                    {
                        Code = "noResolvedUsers",
                    };
            },
            GraphCalls.Patience,
            cancellationToken
        );

    public Task<GraphResult<Nothing>> RevokeAsync(
        Library library,
        string itemId,
        string permissionId,
        CancellationToken cancellationToken
    ) =>
        CheckedAsync(
            "revoke",
            true,
            stop => GoneAsync(() => Item(library, itemId).Permissions[permissionId].DeleteAsync(cancellationToken: stop)),
            GraphCalls.Patience,
            cancellationToken
        );

    public async Task<GraphResult<ImmutableList<ItemPermission>>> PermissionsAsync(
        Library library,
        string itemId,
        CancellationToken cancellationToken
    ) =>
        await EntriesAsync(library, itemId, cancellationToken) is var end && end is GraphResult<ImmutableList<ItemPermission>>.Done done
            ? await names.IdentifiedAsync(done.Value, cancellationToken)
            : end;

    private Task<GraphResult<ImmutableList<ItemPermission>>> EntriesAsync(
        Library library,
        string itemId,
        CancellationToken cancellationToken
    ) =>
        CheckedAsync<ImmutableList<ItemPermission>>(
            "permissions",
            false,
            async stop =>
            {
                var permissions = Item(library, itemId).Permissions;
                var found = ImmutableList.CreateBuilder<ItemPermission>();
                var page = await permissions.GetAsync(cancellationToken: stop);
                while (page is not null)
                {
                    found.AddRange((page.Value ?? []).Where(entry => !Holders.IsThrough(entry)).Select(Holders.Of));
                    page = page.OdataNextLink is { } next ? await permissions.WithUrl(next).GetAsync(cancellationToken: stop) : null;
                }

                return new GraphResult<ImmutableList<ItemPermission>>.Done(found.ToImmutable());
            },
            GraphCalls.Patience,
            cancellationToken
        );

    public Task<GraphResult<ImmutableList<ItemPermission>>> RootPermissionsAsync(Library library, CancellationToken cancellationToken) =>
        PermissionsAsync(library, Items.Root, cancellationToken);

    private async Task<StoredItem?> NamedAsync(Library library, string parent, string name, CancellationToken stop) =>
        Items.Of(
            await Item(library, parent)
                .WithUrl(graph.ByName(graph.Options.Drive(library), parent, name, ""))
                .GetAsync(cancellationToken: stop)
        );

    private DriveItemItemRequestBuilder Item(Library library, string itemId) =>
        graph.Client.Drives[graph.Options.Drive(library)].Items[itemId];

    private Task<GraphResult<T>> CheckedAsync<T>(
        string operation,
        bool isWrite,
        Func<CancellationToken, Task<GraphResult<T>>> call,
        TimeSpan patience,
        CancellationToken cancellationToken
    ) =>
        calls.RunAsync(
            operation,
            isWrite,
            async stop => await check.FaultAsync(stop) is { } fault ? new GraphResult<T>.Refused(fault) : await call(stop),
            patience,
            cancellationToken
        );

    private static async Task<GraphResult<Nothing>> GoneAsync(Func<Task> delete)
    {
        try
        {
            await delete();
        }
        catch (ODataError e) when (e.ResponseStatusCode == 404)
        {
            // Gone is what was asked for.
        }

        return new GraphResult<Nothing>.Done(Nothing.Value);
    }

    private static GraphResult<StoredItem> Stored(StoredItem? item) =>
        item is null ? throw new System.Text.Json.JsonException("An answer without its item.") : new GraphResult<StoredItem>.Done(item);

    private static GraphResult<ReadOnlyMemory<byte>> Bytes(byte[] bytes) => new GraphResult<ReadOnlyMemory<byte>>.Done(bytes);
}
