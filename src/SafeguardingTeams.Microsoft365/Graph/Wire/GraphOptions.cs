using SafeguardingTeams.App.Ports;

namespace SafeguardingTeams.Microsoft365.Graph.Wire;

/// <summary>
/// Where the operational team's mailbox and the partnership's site are. Section <c>Graph</c> of the configuration; checked at
/// start.
/// </summary>
public sealed class GraphOptions
{
    /// <summary>Microsoft Graph. The only host a token for it is ever sent to.</summary>
    public string BaseUrl { get; set; } = "https://graph.microsoft.com/v1.0";

    /// <summary>What tokens are for.</summary>
    public string Scope { get; set; } = "https://graph.microsoft.com/.default";

    /// <summary>The tenant mailbox and site are in: that of the bot unless told.</summary>
    public string TenantId { get; set; } = "";

    /// <summary>The operational team's mailbox: its object id or address.</summary>
    public string Mailbox { get; set; } = "";

    /// <summary>The closed site: <c>host,site collection,web</c> as Graph names it.</summary>
    public string SiteId { get; set; } = "";

    /// <summary>The drive of the library for the cases' own papers.</summary>
    public string CaseRecords { get; set; } = "";

    /// <summary>The drive of the library for secured records (B9).</summary>
    public string SecuredRecords { get; set; } = "";

    /// <summary>The drive of the library for the agencies' submissions (B10).</summary>
    public string Submissions { get; set; } = "";

    /// <summary>Where a guest comes to when they are in: the product's page unless told.</summary>
    public string GuestsArriveAt { get; set; } = "";

    /// <summary>The drive of a library.</summary>
    internal string Drive(Library library) =>
        library switch
        {
            Library.CaseRecords => CaseRecords,
            Library.SecuredRecords => SecuredRecords,
            Library.Submissions => Submissions,
        };

    /// <summary>What is wrong with the configuration, each with the setting to put right.</summary>
    internal IEnumerable<string> Errors()
    {
        foreach (
            var (name, value, what) in new[]
            {
                (nameof(Mailbox), Mailbox, "the object id or address of the operational team's mailbox"),
                (nameof(SiteId), SiteId, "the id of the SharePoint site (host, site collection id and web id, with commas)"),
                (nameof(CaseRecords), CaseRecords, "the id of the drive of the library for case records"),
                (nameof(SecuredRecords), SecuredRecords, "the id of the drive of the library for secured records"),
                (nameof(Submissions), Submissions, "the id of the drive of the library for submissions"),
            }
        )
        {
            // A setting that is there without a value comes as null.
            if (string.IsNullOrEmpty(value) || value.Any(letter => letter is '/' or '?' or '#' or ':' || char.IsWhiteSpace(letter)))
            {
                yield return $"Graph:{name}: set it to {what}.";
            }
        }

        if (new[] { CaseRecords, SecuredRecords, Submissions }.Distinct(StringComparer.Ordinal).Count() < 3)
        {
            yield return "Graph:CaseRecords, Graph:SecuredRecords and Graph:Submissions: name three different libraries; submissions are "
                + "kept apart from records.";
        }

        foreach (var (name, value) in new[] { (nameof(BaseUrl), BaseUrl), (nameof(GuestsArriveAt), GuestsArriveAt) })
        {
            if (!IsSafe(value))
            {
                yield return $"Graph:{name}: set it to an https address; http is for this machine only.";
            }
        }

        if (Scope?.EndsWith("/.default", StringComparison.Ordinal) != true)
        {
            yield return "Graph:Scope: set it to the resource's address with /.default after it.";
        }
    }

    /// <summary>https anywhere, http only on this machine, nobody's name in it.</summary>
    internal static bool IsSafe(string? address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var url)
        && url.UserInfo.Length == 0
        && (url.Scheme == Uri.UriSchemeHttps || url.Scheme == Uri.UriSchemeHttp && url.IsLoopback);
}
