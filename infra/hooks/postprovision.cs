// After Azure is made: the app's package, for the Teams admin center. Each run needs a higher TEAMS_APP_VERSION once one was uploaded.
using System.Diagnostics;

var errors = new List<string>();

string Of(string name, string? otherwise = null)
{
    if (Environment.GetEnvironmentVariable(name) is { Length: > 0 } value)
    {
        return value;
    }

    if (otherwise is null)
    {
        errors.Add($"{name}: it is not set. What Azure gives is set by provisioning; the rest with: azd env set {name} \"…\".");
    }

    return otherwise ?? "";
}

// What separates properties on MSBuild's command line, as it wants it written.
static string Written(string value) => value.Replace("%", "%25").Replace(";", "%3B").Replace(",", "%2C");

var package = Path.GetFullPath(Path.Combine("artifacts", "teams-app.zip"));
string[] arguments =
[
    "msbuild",
    Path.Combine("manifest", "manifest.proj"),
    "-nologo",
    "-verbosity:minimal",
    $"-p:TeamsAppId={Of("TEAMS_APP_ID")}",
    $"-p:BotId={Of("BOT_ID")}",
    $"-p:ClientId={Of("PAGE_CLIENT_ID")}",
    $"-p:Domain={Of("PAGE_HOST")}",
    $"-p:PublisherName={Written(Of("TEAMS_PUBLISHER"))}",
    $"-p:Version={Of("TEAMS_APP_VERSION", "1.0.0")}",
    $"-p:ShortName={Written(Of("TEAMS_APP_NAME", "Learning from incidents"))}",
    $"-p:FullName={Written(Of("TEAMS_APP_FULL_NAME", "Learning from serious safeguarding incidents"))}",
    $"-p:Package={package}",
];
if (errors.Count > 0)
{
    Console.Error.WriteLine("The app's package was not made. Put these right, then: azd hooks run postprovision");
    errors.ForEach(error => Console.Error.WriteLine($"  - {error}"));
    return 1;
}

using var made = Process.Start("dotnet", arguments);
made.WaitForExit();
if (made.ExitCode == 0)
{
    Console.WriteLine($"Upload {package} in the Teams admin center (docs/runbook/09-teams-app.md).");
}

return made.ExitCode;
