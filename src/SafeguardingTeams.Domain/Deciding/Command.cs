using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Cases;

namespace SafeguardingTeams.Domain.Deciding;

/// <summary>Somebody asks for something. The command says what; the context says who and when.</summary>
/// <param name="CaseId">The case it is about.</param>
public abstract record Command(CaseId CaseId)
{
    /// <summary>The step of the process, for the table of who may do what (<see cref="Permissions"/>).</summary>
    public abstract Step Step { get; }

    /// <summary>A second case that must be read and written with the first, where there is one (joining).</summary>
    public virtual CaseId? OtherCase => null;

    /// <summary>
    /// Decides: first whether this person may do this step now, then the step's own rules. Whatever the step, what cannot
    /// be counted because the known bank holidays end is refused.
    /// </summary>
    public Decision DecideFor(Cases<CaseFile> files, DecisionContext context)
    {
        foreach (var file in files.All)
        {
            if (Permissions.Refuse(Step, file, context.Actor) is { } refusal)
            {
                return Decision.Refuse(refusal);
            }
        }

        try
        {
            return Decide(files, context);
        }
        catch (OutsideCalendarException e)
        {
            return Decision.Refuse(Refusal.OutsideCalendar(e.LastDay));
        }
    }

    /// <summary>The step's own rules; the permission table has been passed.</summary>
    protected abstract Decision Decide(Cases<CaseFile> files, DecisionContext context);
}

/// <summary>The case a command is about, and the other one where it is about two.</summary>
public sealed record Cases<T>(T This, T? Other = null) where T : class
{
    /// <summary>One or two.</summary>
    public IEnumerable<T> All => Other is null ? [This] : [This, Other];
}
