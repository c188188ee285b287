using SafeguardingTeams.Timers;

var (builder, errors) = TimersHost.Create(args);
if (errors.Count > 0)
{
    await Console.Error.WriteLineAsync("The timers cannot start. Put these right in the configuration:");
    foreach (var error in errors)
    {
        await Console.Error.WriteLineAsync($"  - {error}");
    }

    return 2;
}

await builder.Build().RunAsync();

// When the Functions host ends this it does not look at the code. Ended by anything else, 0 would have the host wait for the next run's
// time limit.
return 1;
