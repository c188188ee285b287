using System.Collections.Immutable;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.App.Commands;

/// <summary>How a command ended.</summary>
public abstract record Outcome
{
    /// <summary>On the record; this is the record after it.</summary>
    /// <param name="Again">The same command had been done before: nothing was done twice.</param>
    public sealed record Done(RecordFile Record, bool Again) : Outcome
    {
        /// <summary>The case, where it was a command about one.</summary>
        public CaseFile File => (CaseFile)Record;
    }

    /// <summary>Refused; nothing changed.</summary>
    /// <param name="Reasons">Why.</param>
    /// <param name="Record">The record as it is.</param>
    public sealed record Refused(ImmutableList<Refusal> Reasons, RecordFile Record) : Outcome
    {
        /// <summary>The case, where it was a command about one.</summary>
        public CaseFile File => (CaseFile)Record;
    }
}
