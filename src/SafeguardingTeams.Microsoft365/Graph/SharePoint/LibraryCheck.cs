using System.Collections.Immutable;
using Microsoft.Graph.Models.ODataErrors;
using SafeguardingTeams.App.Ports;
using SafeguardingTeams.Microsoft365.Graph.Wire;

namespace SafeguardingTeams.Microsoft365.Graph.SharePoint;

/// <summary>
/// Before the first file: are the three libraries of the configuration really libraries of the closed site? A wrong id would
/// put records where others can read them. Asked once for each process; only a yes is kept.
/// </summary>
internal sealed class LibraryCheck(GraphConnection graph)
{
    private volatile bool _isRight;

    /// <summary>Null where all is right, else what is wrong.</summary>
    internal async Task<string?> FaultAsync(CancellationToken cancellationToken)
    {
        if (_isRight)
        {
            return null;
        }

        var fault = await LookAsync(cancellationToken);
        _isRight = fault is null;
        return fault;
    }

    /// <summary>The same, asked anew.</summary>
    internal async Task<string?> LookAsync(CancellationToken cancellationToken)
    {
        ImmutableHashSet<string?> ids;
        try
        {
            var drives = graph.Client.Sites[graph.Options.SiteId].Drives;
            var found = ImmutableHashSet.CreateBuilder<string?>();
            var page = await drives.GetAsync(call => call.QueryParameters.Select = ["id"], cancellationToken);
            while (page is not null)
            {
                found.UnionWith((page.Value ?? []).Select(drive => drive.Id));
                page = page.OdataNextLink is { } next ? await drives.WithUrl(next).GetAsync(cancellationToken: cancellationToken) : null;
            }

            ids = found.ToImmutable();
        }
        catch (ODataError e) when (e.ResponseStatusCode is 400 or 404)
        {
            return "The setting Graph:SiteId names no site this system can see. Nothing is stored until it does.";
        }

        foreach (var library in Enum.GetValues<Library>())
        {
            if (!ids.Contains(graph.Options.Drive(library)))
            {
                return $"The setting Graph:{library} names no library of the site in Graph:SiteId. Nothing is stored until it does.";
            }
        }

        return null;
    }
}
