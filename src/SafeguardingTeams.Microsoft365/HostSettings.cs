using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Configuration;
using SafeguardingTeams.App.Configuration;
using SafeguardingTeams.Presentation.Documents.Case;
using SafeguardingTeams.Presentation.Documents.Letter;

namespace SafeguardingTeams.Microsoft365;

/// <summary>What every host reads at its start, and everything that is wrong with it at once, in words.</summary>
internal static partial class HostSettings
{
    private const string File = "Partnership:File";

    private const string Letters = "Partnership:Letters";

    private static readonly string[] Sections =
    [
        "Partnership",
        "WebPage",
        "Storage",
        "Bot",
        "AzureAd",
        "Graph",
        "Connector",
        "Tab",
        "Rehearsal",
    ];

    /// <summary>The partnership's file, or what is wrong with it.</summary>
    internal static (PartnershipFile? File, ImmutableList<string> Errors) Partnership(IConfiguration configuration)
    {
        byte[] bytes;
        try
        {
            bytes = System.IO.File.ReadAllBytes(configuration[File] ?? Path.Combine(AppContext.BaseDirectory, "partnership.json"));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return (null, [$"{File}: there is no file at that place that this host may read."]);
        }

        var (file, errors) = PartnershipFile.Read(bytes);
        return file is { Example: true } && !string.IsNullOrEmpty(configuration["Storage:TableEndpoint"])
            ? (null, [$"{File}: it says that it is an example. Put your own people, numbers and addresses in, and take \"example\" out."])
            : (file, [.. errors.Select(error => $"{File}: {error}")]);
    }

    /// <summary>The partnership's own letters from a folder; a letter it does not hold is the one that is shipped.</summary>
    internal static (LetterTemplates Letters, ImmutableList<string> Errors) LettersOf(IConfiguration configuration)
    {
        var folder = configuration[Letters] ?? "";
        if (folder.Length == 0)
        {
            return (LetterTemplates.Shipped, []);
        }

        if (!Directory.Exists(folder))
        {
            return (LetterTemplates.Shipped, [$"{Letters}: there is no folder at that place."]);
        }

        var read = LetterFolder.Read(folder);
        return (read.Letters, read.Errors.ConvertAll(error => $"{Letters}, {error}"));
    }

    /// <summary>What is wrong with the other settings.</summary>
    /// <param name="configuration">The host's.</param>
    /// <param name="ids">Settings that must be ids.</param>
    internal static IEnumerable<string> Errors(IConfiguration configuration, IEnumerable<string> ids)
    {
        foreach (
            var (key, value) in Sections
                .SelectMany(section => configuration.GetSection(section).AsEnumerable())
                .Where(one => one.Value is not null)
        )
        {
            if (value!.Trim() != value)
            {
                yield return $"{key}: begins or ends with a blank. Take it away.";
            }
        }

        if (!IsPage(configuration["WebPage:Address"]))
        {
            yield return "WebPage:Address: set it to the https address the page is reached at.";
        }

        foreach (var key in ids.Where(key => !Guid.TryParseExact(configuration[key], "D", out _)))
        {
            yield return $"{key}: set it to an id (eight-four-four-four-twelve digits).";
        }

        if (configuration["Bot:ManagedIdentityClientId"] is { Length: > 0 } identity && !Guid.TryParseExact(identity, "D", out _))
        {
            yield return "Bot:ManagedIdentityClientId: set it to the client id of the managed identity, or leave it out.";
        }

        foreach (var error in Storage(configuration))
        {
            yield return error;
        }
    }

    private static IEnumerable<string> Storage(IConfiguration configuration)
    {
        var (endpoint, connection) = (configuration["Storage:TableEndpoint"] ?? "", configuration["Storage:ConnectionString"] ?? "");
        if (endpoint.Length == 0 && connection.Length == 0)
        {
            yield return "Storage:TableEndpoint: set it to the table endpoint of the storage account.";
        }

        foreach (var key in new[] { "Storage:TableEndpoint", "Storage:BlobEndpoint" })
        {
            if (
                configuration[key] is { Length: > 0 } address
                && !(
                    Uri.TryCreate(address, UriKind.Absolute, out var at)
                    && at is { Scheme: "https", Query: "", UserInfo: "", PathAndQuery: "/" }
                )
            )
            {
                yield return $"{key}: set it to the https address as the storage account shows it, such as https://account."
                    + $"{(key.Contains("Table", StringComparison.Ordinal) ? "table" : "blob")}.core.windows.net/, with nothing behind it.";
            }
        }

        if (
            endpoint.Length == 0
            && connection.Length > 0
            && !connection.Contains("TableEndpoint=http://127.0.0.1:", StringComparison.Ordinal)
        )
        {
            yield return "Storage:ConnectionString: it is for the emulator on this machine only. In Azure set "
                + "Storage:TableEndpoint; access is by "
                + "managed identity.";
        }

        if (configuration["Storage:Table"] is { } table && !TableName().IsMatch(table))
        {
            yield return "Storage:Table: use 3 to 63 letters and digits, a letter first: the service takes no hyphen.";
        }

        foreach (var setting in new[] { "Storage:Container", "Storage:AuditContainer" })
        {
            if (configuration[setting] is { } container && !ContainerName().IsMatch(container))
            {
                yield return $"{setting}: use 3 to 63 lower-case letters, digits and single hyphens, a letter or digit first and last.";
            }
        }
    }

    private static bool IsPage(string? address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var page)
        && (page.Scheme == Uri.UriSchemeHttps || page is { Scheme: "http", IsLoopback: true });

    [GeneratedRegex("^[A-Za-z][A-Za-z0-9]{2,62}$")]
    private static partial Regex TableName();

    [GeneratedRegex("^(?=.{3,63}$)[a-z0-9]+(-[a-z0-9]+)*$")]
    private static partial Regex ContainerName();
}
