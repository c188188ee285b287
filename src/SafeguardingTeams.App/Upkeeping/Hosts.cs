using System.Globalization;
using System.Reflection;
using SafeguardingTeams.App.Configuration;
using SafeguardingTeams.App.Storage;

namespace SafeguardingTeams.App.Upkeeping;

/// <summary>
/// What each host of the deployment last started with, kept in storage so that they can be held against each other: bot and timers read a
/// partnership's file of their own, and a change of one alone would send letters by one and reminders by the other.
/// </summary>
public sealed class Hosts(IRows rows, PartnershipFile file)
{
    /// <summary>The bot's host.</summary>
    public const string Bot = "bot";

    /// <summary>The timers' host.</summary>
    public const string Timers = "timers";

    /// <summary>The version of this program.</summary>
    public static string Version { get; } =
        typeof(Hosts).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "unknown";

    /// <summary>Notes what a host has started with. Where there are several of it, the last.</summary>
    public Task StartedAsync(string host, CancellationToken cancellationToken) =>
        rows.CommitAsync(
            [
                new RowWrite.Put(
                    Keys.Host(host),
                    new Dictionary<string, string>
                    {
                        ["version"] = Version,
                        ["file"] = file.Fingerprint,
                        ["at"] = TimeProvider.System.GetUtcNow().ToString("O", CultureInfo.InvariantCulture),
                    }
                ),
            ],
            cancellationToken
        );

    /// <summary>What they last started with, by name.</summary>
    public async Task<IReadOnlyList<StartedHost>> AllAsync(CancellationToken cancellationToken) =>
        [
            .. (await rows.ReadAsync(Keys.Hosts, cancellationToken)).Select(row => new StartedHost(
                row.Key[Keys.Hosts.Length..],
                row["version"],
                row["file"]
            )),
        ];

    /// <summary>What is not the same at all of them, in words; empty where all is.</summary>
    public static IEnumerable<string> Differences(IReadOnlyList<StartedHost> hosts)
    {
        if (hosts.DistinctBy(host => host.File).Count() > 1)
        {
            yield return "bot and timers have different partnership's files: give both the same, and restart both";
        }

        if (hosts.DistinctBy(host => host.Version).Count() > 1)
        {
            yield return $"versions differ: {string.Join(", ", hosts.Select(host => $"{host.Name} {host.Version}"))}";
        }
    }
}

/// <summary>What a host last started with.</summary>
/// <param name="File">The fingerprint of its partnership's file.</param>
public sealed record StartedHost(string Name, string Version, string File);
