using Azure.Core;
using Microsoft.Extensions.Options;

namespace SafeguardingTeams.Microsoft365.Teams.Outbound;

/// <summary>The token for what the bot sends: asked for once, kept until five minutes before it ends.</summary>
internal sealed class OutgoingTokens(TokenCredential credential, IOptions<BotOptions> options, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan Margin = TimeSpan.FromMinutes(5);

    private readonly SemaphoreSlim _one = new(1, 1);

    private AccessToken _token;

    public async Task<string> GetAsync(CancellationToken cancellationToken)
    {
        await _one.WaitAsync(cancellationToken);
        try
        {
            if (time.GetUtcNow() + Margin >= _token.ExpiresOn)
            {
                _token = await credential.GetTokenAsync(new TokenRequestContext([options.Value.Scope]), cancellationToken);
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
