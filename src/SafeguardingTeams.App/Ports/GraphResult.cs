namespace SafeguardingTeams.App.Ports;

/// <summary>
/// How one call to Microsoft 365 ended. Nothing is retried below this: whoever called decides, because many calls are not
/// repeatable.
/// </summary>
/// <typeparam name="T">What a call that was done gives.</typeparam>
public abstract record GraphResult<T>
{
    /// <summary>It was done.</summary>
    public sealed record Done(T Value) : GraphResult<T>;

    /// <summary>Not now; try again after the wait.</summary>
    /// <param name="Wait">How long, as the service asked or as is usual.</param>
    /// <param name="OutcomeUnknown">Whether the service may have done it all the same: look before doing it again.</param>
    public sealed record Later(TimeSpan Wait, bool OutcomeUnknown) : GraphResult<T>;

    /// <summary>What the call was about is not there.</summary>
    public sealed record NotFound : GraphResult<T>;

    /// <summary>It cannot be done; a person has to see to it.</summary>
    /// <param name="Why">In plain words, without text of a case.</param>
    public sealed record Refused(string Why) : GraphResult<T>
    {
        /// <summary>Microsoft's word for it; empty where there is none.</summary>
        public string Code { get; init; } = "";
    }
}

/// <summary>For calls that give nothing back.</summary>
public sealed record Nothing
{
    public static Nothing Value { get; } = new();
}
