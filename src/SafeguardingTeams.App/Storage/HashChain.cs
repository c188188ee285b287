using System.Security.Cryptography;
using System.Text;

namespace SafeguardingTeams.App.Storage;

/// <summary>Each event carries the hash of the one before: a record cannot be changed or taken out unseen.</summary>
internal static class HashChain
{
    /// <summary>What the first event carries.</summary>
    internal const string Start = "0";

    internal static string Next(string previous, string record) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{previous}\n{record}")));
}
