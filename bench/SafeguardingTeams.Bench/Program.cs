using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using SafeguardingTeams.Bench;

// In this process: the emulator is started once and shared. "-- --filter *Sweep*" runs one of them.
BenchmarkSwitcher.FromTypes([typeof(CommandBenchmark), typeof(SweepBenchmark), typeof(InvokeBenchmark), typeof(DocumentBenchmark)])
    .Run(args.Length == 0 ? ["--filter", "*"] : args, DefaultConfig.Instance.AddJob(Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance)));
