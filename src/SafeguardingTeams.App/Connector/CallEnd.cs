using System.Collections.Immutable;
using SafeguardingTeams.App.Commands;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.App.Connector;

/// <summary>How what a flow asked for ended.</summary>
public abstract record CallEnd
{
    private CallEnd() { }

    /// <summary>It is on the record.</summary>
    /// <param name="Again">The same request had been done before: nothing was done twice.</param>
    public sealed record Done(CodedDetail Record, bool Again) : CallEnd;

    /// <summary>The record is not as the flow read it: nothing was done.</summary>
    public sealed record Moved : CallEnd;

    /// <summary>Refused; nothing was done.</summary>
    public sealed record Refused(ImmutableList<Refusal> Reasons) : CallEnd;

    /// <summary>What came of a command.</summary>
    /// <param name="version">The version of the record the flow had read; null where it was not asked for.</param>
    internal static CallEnd Of(Outcome outcome, int? version = null) =>
        outcome switch
        {
            Outcome.Done done => new Done(CodedRecords.DetailOf(done.Record), done.Again),
            Outcome.Refused { Reasons: [{ Code: "not-found" or "not-yours" }, ..] } refused => new Refused(refused.Reasons),
            Outcome.Refused refused when version is { } read && refused.Record.Version != read => new Moved(),
            Outcome.Refused refused => new Refused(refused.Reasons),
            _ => throw new InvalidOperationException("An unknown outcome."),
        };
}
