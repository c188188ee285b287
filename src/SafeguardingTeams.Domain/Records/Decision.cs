using System.Collections.Immutable;

namespace SafeguardingTeams.Domain.Records;

/// <summary>What came of a command: events, or refusals. Nothing else happens in between.</summary>
public abstract record Decision
{
    private Decision() { }

    /// <summary>Accepted: these events follow, each on the record it belongs to.</summary>
    public sealed record Accepted(ImmutableList<RecordChange> Changes) : Decision;

    /// <summary>Refused: nothing changes. At least one reason; several where several inputs are wrong.</summary>
    public sealed record Refused(ImmutableList<Refusal> Reasons) : Decision;

    /// <summary>Accepts events on one record.</summary>
    public static Decision Accept(RecordRef record, params ReadOnlySpan<RecordEvent> events)
    {
        var changes = ImmutableList.CreateBuilder<RecordChange>();
        foreach (var happened in events)
        {
            changes.Add(new(record, happened));
        }

        return new Accepted(changes.ToImmutable());
    }

    /// <summary>Refuses for one reason.</summary>
    public static Decision Refuse(Refusal reason) => new Refused([reason]);
}

/// <summary>One event and the record it happens to.</summary>
public sealed record RecordChange(RecordRef Record, RecordEvent Event);
