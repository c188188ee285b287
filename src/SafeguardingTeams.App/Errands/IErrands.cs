using SafeguardingTeams.Domain.Cases;

namespace SafeguardingTeams.App.Errands;

/// <summary>Does errands of one kind. Every run brings the world nearer to what the case says now, however often and wherever it was cut off before.</summary>
internal interface IErrands
{
    /// <summary>Which.</summary>
    ErrandKind Kind { get; }

    /// <summary>Does it.</summary>
    Task<ErrandEnd> DoAsync(Errand errand, CaseFile file, ErrandNote note, CancellationToken cancellationToken);
}

/// <summary>How a run of an errand ended.</summary>
internal abstract record ErrandEnd
{
    /// <summary>All is as the case says.</summary>
    internal sealed record Done : ErrandEnd;

    /// <summary>Not now; again after the wait.</summary>
    internal sealed record Later(TimeSpan Wait) : ErrandEnd;

    /// <summary>A person has to see to it.</summary>
    internal sealed record Stuck(string Why) : ErrandEnd;
}

/// <summary>Ends an errand from wherever it is: a call to Microsoft 365 did not give what the next needs.</summary>
internal sealed class ErrandStopped(ErrandEnd end) : Exception
{
    internal ErrandEnd End => end;
}
