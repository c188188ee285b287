using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using SafeguardingTeams.App.Configuration;

namespace SafeguardingTeams.Bot.Commands.Doctoring;

/// <summary>
/// The page's registration in Entra, asked as a browser would ask that signs in nobody: what is not as registered is answered with a
/// number.
/// </summary>
internal static partial class EntraChecks
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    internal static async IAsyncEnumerable<Finding> RunAsync(Patient patient, [EnumeratorCancellation] CancellationToken stop)
    {
        var configuration = patient.Get<IConfiguration>();
        using var http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { Timeout = Patience };
        yield return await AskAsync(http, configuration, configuration["AzureAd:TenantId"] ?? "organizations", "the page", stop);
        foreach (var tenant in patient.Get<PartnershipFile>().Tenants)
        {
            yield return await AskAsync(http, configuration, tenant.TenantId, $"people of {tenant.Name} ({tenant.TenantId})", stop);
        }

        yield return Finding.Unchecked(
            "Whether an administrator of each tenant has consented for everybody.",
            "See Enterprise applications, Permissions, in each tenant: else the first of its people is asked."
        );
    }

    private static async Task<Finding> AskAsync(
        HttpClient http,
        IConfiguration configuration,
        string tenant,
        string whom,
        CancellationToken stop
    )
    {
        var redirect = new Uri(
            new Uri(configuration["WebPage:Address"]!),
            configuration["AzureAd:CallbackPath"] ?? "/signin-oidc"
        ).ToString();
        var address =
            $"{configuration["AzureAd:Instance"]!.TrimEnd('/')}/{tenant}/oauth2/v2.0/authorize"
            + $"?client_id={configuration["AzureAd:ClientId"]}&response_type=id_token&response_mode=form_post"
            + "&scope=openid%20profile&prompt=none&nonce=doctor"
            + $"&redirect_uri={Uri.EscapeDataString(redirect)}";
        string text;
        try
        {
            using var answer = await http.GetAsync(address, stop);
            text = await answer.Content.ReadAsStringAsync(stop) + answer.Headers.Location;
            if (!Code().IsMatch(text) && !answer.IsSuccessStatusCode && answer.Headers.Location is null)
            {
                return Finding.Unchecked($"Sign-in for {whom}: Entra answered {(int)answer.StatusCode}.", "Sign in to the page by hand.");
            }
        }
        catch (Exception e) when (e is HttpRequestException or OperationCanceledException && !stop.IsCancellationRequested)
        {
            return Finding.Unchecked(
                $"Sign-in for {whom}: Entra does not answer.",
                "Check AzureAd:Instance, and this host's way to the Internet."
            );
        }

        return Code().Match(text).Groups[1].Value switch
        {
            // Nobody is signed in here: that Entra says so means that all else is as registered.
            "" or "50058" => Finding.Ok($"Sign-in for {whom}: the registration is known, with this redirect address and id tokens."),
            "50011" => Finding.Wrong(
                $"Sign-in for {whom}: the redirect address {redirect} is not registered.",
                "Add it to the page's registration, platform Web."
            ),
            "700054" or "70005" => Finding.Wrong(
                $"Sign-in for {whom}: id tokens are switched off.",
                "Tick ID tokens under Authentication of the page's registration."
            ),
            "700016" or "650056" or "65001" => Finding.Wrong(
                $"Sign-in for {whom}: the page's registration is not known in the tenant.",
                "Have an administrator of that tenant consent to it; check AzureAd:ClientId."
            ),
            "50194" => Finding.Wrong(
                $"Sign-in for {whom}: the registration is for one tenant only.",
                "Set its supported account types to accounts in any organisational directory."
            ),
            "90002" => Finding.Wrong($"Sign-in for {whom}: there is no such tenant.", "Check its id in the partnership's file."),
            var code => Finding.Unchecked(
                $"Sign-in for {whom}: Entra answered AADSTS{code}.",
                "Look it up at login.microsoftonline.com/error."
            ),
        };
    }

    [GeneratedRegex("AADSTS([0-9]+)")]
    private static partial Regex Code();
}
