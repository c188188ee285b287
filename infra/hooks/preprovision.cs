// Before anything is made: the partnership's file is there, is right, and nothing that is asked for is missing.
using System.Diagnostics;

var file = Path.Combine("partnership", "partnership.json");
var errors = new List<string>();
if (!File.Exists(file))
{
    errors.Add(
        $"{file}: it is not there. Copy src/SafeguardingTeams.Bot/partnership.json there and make it yours (docs/configuration.md)."
    );
}

foreach (var name in new[] { "PARTNERSHIP_NAME", "PAGE_CLIENT_ID", "ALERT_TEAM", "ALERT_EMAIL", "TEAMS_APP_ID", "TEAMS_PUBLISHER" })
{
    if (string.IsNullOrWhiteSpace(Environment.GetEnvironmentVariable(name)))
    {
        errors.Add($"{name}: set it with: azd env set {name} \"…\" (docs/infrastructure.md).");
    }
}

var letters = Directory.Exists(Path.Combine("partnership", "letters"));
if (letters != (Environment.GetEnvironmentVariable("OWN_LETTERS") == "true"))
{
    errors.Add(
        letters
            ? "OWN_LETTERS: partnership/letters is there, and no letter of it would go out. Set it with: azd env set OWN_LETTERS true."
            : "OWN_LETTERS: it is true, and there is no folder partnership/letters. Put your letters there, or set it to false."
    );
}

if (Environment.GetEnvironmentVariable("TEAMS_APP_ID") is { Length: > 0 } id && !Guid.TryParseExact(id, "D", out _))
{
    errors.Add("TEAMS_APP_ID: it is no id. Set it, once, with: azd env set TEAMS_APP_ID \"$(node -p \"crypto.randomUUID()\")\".");
}

if (Environment.GetEnvironmentVariable("TEAMS_PUBLISHER") is { Length: > 32 } publisher)
{
    errors.Add($"TEAMS_PUBLISHER: it has {publisher.Length} characters and may have 32.");
}

if (errors.Count > 0)
{
    Console.Error.WriteLine("Nothing was made. Put these right:");
    errors.ForEach(error => Console.Error.WriteLine($"  - {error}"));
    return 1;
}

using var validate = Process.Start("dotnet", ["run", "--project", Path.Combine("src", "SafeguardingTeams.Bot"), "--", "validate", file]);
validate.WaitForExit();
return validate.ExitCode;
