using SafeguardingTeams.App.Telemetry;

namespace SafeguardingTeams.Timers;

/// <summary>
/// A sweep failed. The host logs the message and the stack of what leaves a function: this says the fault's type and shows its stack,
/// and not its message, which may hold what a case says.
/// </summary>
internal sealed class SweepFailedException : Exception
{
    internal SweepFailedException(string timer, Exception fault)
        : base($"{timer} failed: {Faults.TypeOf(fault)}") => StackTrace = Faults.StackOf(fault);

    public override string StackTrace { get; }
}
