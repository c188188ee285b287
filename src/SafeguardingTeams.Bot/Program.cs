using SafeguardingTeams.App.Storage;
using SafeguardingTeams.App.Upkeeping;
using SafeguardingTeams.Bot;
using SafeguardingTeams.Bot.Upkeeping;
using SafeguardingTeams.Microsoft365.Tables;

var builder = WebApplication.CreateBuilder(args);
var errors = builder.AddBot();
if (errors.Count > 0)
{
    await Console.Error.WriteLineAsync("The bot cannot start. Put these right in the configuration:");
    foreach (var error in errors)
    {
        await Console.Error.WriteLineAsync($"  - {error}");
    }

    return 2;
}

var app = builder.Build();
try
{
    return await RunAsync();
}
catch (NewerTableException e)
{
    await Console.Error.WriteLineAsync(e.Message);
    return 3;
}

async Task<int> RunAsync()
{
    if (args is [var command, ..] && AuditCommands.Names.Contains(command, StringComparer.Ordinal))
    {
        await app.Services.PrepareTablesAsync(CancellationToken.None);
        return await new AuditCommands(app.Services, new(Console.Out, Console.In)).RunAsync(args, CancellationToken.None);
    }

    if (args is ["check" or "rebuild", ..])
    {
        await app.Services.PrepareTablesAsync(CancellationToken.None);
        var upkeep = app.Services.GetRequiredService<Upkeep>();
        var report =
            args[0] == "rebuild" ? await upkeep.RebuildAsync(CancellationToken.None) : await upkeep.CheckAsync(CancellationToken.None);
        foreach (var damage in report.Damaged.Concat(report.Kept))
        {
            await Console.Out.WriteLineAsync(damage);
        }

        await Console.Out.WriteLineAsync(
            $"{report.Cases} cases; {report.Damaged.Count} with a damaged record; kept files: {report.Kept.Count} missing or changed; "
                + $"index rows: {report.Missing.Count} missing or wrong, {report.Extra.Count} too "
                + $"many{(args[0] == "rebuild" ? ", put right" : "")}."
        );
        return report.Clean || args[0] == "rebuild" && report.Damaged.IsEmpty && report.Kept.IsEmpty ? 0 : 1;
    }

    await app.UseBotAsync();
    await app.RunAsync();
    return 0;
}
