namespace SafeguardingTeams.App.Telemetry;

/// <summary>
/// What may be written down of a fault: types and stacks. Its message may hold what a case says, and is never written down.
/// </summary>
public static class Faults
{
    /// <summary>Its type, and those of what caused it.</summary>
    public static string TypeOf(Exception fault) => string.Join(" <- ", Chain(fault).Select(one => one.GetType().FullName));

    /// <summary>Its stack, and those of what caused it; empty where it was never thrown.</summary>
    public static string StackOf(Exception fault) =>
        string.Join(
            $"{Environment.NewLine}--- caused by ---{Environment.NewLine}",
            Chain(fault).Select(one => one.StackTrace).Where(stack => stack is not null)
        );

    private static IEnumerable<Exception> Chain(Exception fault)
    {
        for (var one = fault; one is not null; one = one.InnerException)
        {
            yield return one;
        }
    }
}
