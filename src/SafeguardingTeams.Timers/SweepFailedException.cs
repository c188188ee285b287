namespace SafeguardingTeams.Timers;

/// <summary>
/// A sweep failed. The host logs the message and the stack of what leaves a function: this says the fault's type and shows its stack,
/// and not its message, which may hold what a case says.
/// </summary>
internal sealed class SweepFailedException : Exception
{
    internal SweepFailedException(string timer, Exception fault)
        : base($"{timer} failed: {string.Join(" <- ", Chain(fault).Select(one => one.GetType().FullName))}") =>
        StackTrace = string.Join(
            $"{Environment.NewLine}--- caused by ---{Environment.NewLine}",
            Chain(fault).Select(one => one.StackTrace).Where(stack => stack is not null)
        );

    public override string StackTrace { get; }

    private static IEnumerable<Exception> Chain(Exception fault)
    {
        for (var one = fault; one is not null; one = one.InnerException)
        {
            yield return one;
        }
    }
}
