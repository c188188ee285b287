using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using SafeguardingTeams.Bench;
using SafeguardingTeams.Bench.Doors;

switch (args)
{
    case ["doors"]:
        await SideBySide.RunAsync();
        return;
    case ["presses", var folder]:
        await RealPresses.RunAsync(folder);
        return;
    case ["uploads", var folder]:
        await RealUploads.RunAsync(folder);
        return;
    case ["serve", var kind, var address, var keys]:
        await Server.RunAsync(kind, new(address), new(keys));
        return;
}

// In this process: the emulator is started once and shared. "-- --filter *Sweep*" runs one of them.
BenchmarkSwitcher
    .FromAssembly(typeof(CommandBenchmark).Assembly)
    .Run(
        args.Length == 0 ? ["--filter", "*"] : args,
        DefaultConfig.Instance.AddJob(Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance))
    );
