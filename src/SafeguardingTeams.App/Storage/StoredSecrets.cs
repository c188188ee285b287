using System.Security.Cryptography;

namespace SafeguardingTeams.App.Storage;

/// <summary>Secrets made once for a deployment and kept with its data: for the find tokens and for references.</summary>
/// <param name="Find">Keys the find tokens.</param>
/// <param name="Reference">Keys the references.</param>
public sealed record StoredSecrets(byte[] Find, byte[] Reference)
{
    /// <summary>Whether this deployment has them: a deployment that has begun does.</summary>
    public static async Task<bool> AreThereAsync(IRows rows, CancellationToken cancellationToken) =>
        await rows.FindAsync(Keys.FindSecret, cancellationToken) is not null;

    /// <summary>Reads them, or makes them where this deployment has none yet. Two hosts starting at once get the same.</summary>
    public static async Task<StoredSecrets> LoadAsync(IRows rows, CancellationToken cancellationToken)
    {
        if (await rows.FindAsync(Keys.FindSecret, cancellationToken) is not { } row)
        {
            await rows.CommitAsync(
                [
                    new RowWrite.Insert(
                        Keys.FindSecret,
                        new Dictionary<string, string>
                        {
                            ["find"] = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32)),
                            ["reference"] = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32)),
                        }
                    ),
                ],
                cancellationToken
            );
            row = await rows.FindAsync(Keys.FindSecret, cancellationToken)
                ?? throw new InvalidOperationException("The secrets could not be stored.");
        }

        return new(Convert.FromHexString(row["find"]), Convert.FromHexString(row["reference"]));
    }
}
