using System.Collections.Immutable;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Deciding;

namespace SafeguardingTeams.App.Commands;

/// <summary>How a command ended.</summary>
public abstract record Outcome
{
    /// <summary>On the record; this is the case after it.</summary>
    /// <param name="File">The case.</param>
    /// <param name="Again">The same command had been done before: nothing was done twice.</param>
    public sealed record Done(CaseFile File, bool Again) : Outcome;

    /// <summary>Refused; nothing changed.</summary>
    /// <param name="Reasons">Why.</param>
    /// <param name="File">The case as it is.</param>
    public sealed record Refused(ImmutableList<Refusal> Reasons, CaseFile File) : Outcome;
}
