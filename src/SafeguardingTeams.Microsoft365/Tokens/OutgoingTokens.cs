using Azure.Core;

namespace SafeguardingTeams.Microsoft365.Tokens;

/// <summary>The token for what is sent to one service: asked for once, kept until five minutes before it ends.</summary>
internal sealed class OutgoingTokens(TokenCredential credential, string scope, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan Margin = TimeSpan.FromMinutes(5);

    private readonly SemaphoreSlim _one = new(1, 1);

    private AccessToken _token;

    /// <param name="cancellationToken">Stops waiting.</param>
    /// <param name="claims">What the service asks the new token to show, where it has turned one down.</param>
    public async Task<string> GetAsync(CancellationToken cancellationToken, string? claims = null)
    {
        await _one.WaitAsync(cancellationToken);
        try
        {
            if (claims is not null || time.GetUtcNow() + Margin >= _token.ExpiresOn)
            {
                _token = await credential.GetTokenAsync(new TokenRequestContext([scope], claims: claims), cancellationToken);
            }

            return _token.Token;
        }
        finally
        {
            _one.Release();
        }
    }

    public void Dispose() => _one.Dispose();
}
