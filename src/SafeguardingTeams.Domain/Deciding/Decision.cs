using System.Collections.Immutable;
using SafeguardingTeams.Domain.Cases;

namespace SafeguardingTeams.Domain.Deciding;

/// <summary>What came of a command: events, or refusals. Nothing else happens in between.</summary>
public abstract record Decision
{
    private Decision() { }

    /// <summary>Accepted: these events follow, each on the case it belongs to.</summary>
    public sealed record Accepted(ImmutableList<CaseChange> Changes) : Decision;

    /// <summary>Refused: nothing changes. At least one reason; several where several inputs are wrong.</summary>
    public sealed record Refused(ImmutableList<Refusal> Reasons) : Decision;

    /// <summary>Accepts events on one case.</summary>
    public static Decision Accept(CaseId id, params ReadOnlySpan<CaseEvent> events)
    {
        var changes = ImmutableList.CreateBuilder<CaseChange>();
        foreach (var happened in events)
        {
            changes.Add(new(id, happened));
        }

        return new Accepted(changes.ToImmutable());
    }

    /// <summary>Refuses for one reason.</summary>
    public static Decision Refuse(Refusal reason) => new Refused([reason]);
}

/// <summary>One event and the case it happens to.</summary>
public sealed record CaseChange(CaseId CaseId, CaseEvent Event);
