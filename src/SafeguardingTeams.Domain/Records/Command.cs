using System.Collections.Immutable;
using SafeguardingTeams.Domain.Calendar;

namespace SafeguardingTeams.Domain.Records;

/// <summary>Somebody asks for something. The command says what; the context says who and when.</summary>
public abstract record Command
{
    /// <summary>The record it is about.</summary>
    public abstract RecordRef Ref { get; }

    /// <summary>The step of the process, for the table of who may do what of each record's kind.</summary>
    public abstract Step Step { get; }

    /// <summary>
    /// Other records, of any kind, that are read and written with it in one transaction. The receipt stands with the first.
    /// </summary>
    public virtual ImmutableList<RecordRef> Others => [];

    /// <summary>What it is on another record: the same step, unless that only follows what is decided on the first.</summary>
    /// <param name="other">One of <see cref="Others"/>.</param>
    protected virtual Step StepOn(RecordRef other) => Step;

    /// <summary>
    /// Decides: first whether this person may do this step on every record now, then the step's own rules. Whatever the step, what
    /// cannot be counted because the known bank holidays end is refused.
    /// </summary>
    /// <param name="file">The record it is about.</param>
    /// <param name="others">The others, in the order of <see cref="Others"/>.</param>
    /// <param name="context">Who, when, and the rules in force.</param>
    public Decision DecideFor(RecordFile file, ImmutableList<RecordFile> others, DecisionContext context)
    {
        foreach (var one in others.Prepend(file))
        {
            if (one.Refuse(one.Ref == Ref ? Step : StepOn(one.Ref), context.Actor) is { } refusal)
            {
                return Decision.Refuse(refusal);
            }
        }

        if (WasDrawnBefore(file) is { } stale)
        {
            return Decision.Refuse(stale);
        }

        try
        {
            return Decided(file, others, context);
        }
        catch (OutsideCalendarException e)
        {
            return Decision.Refuse(Refusal.OutsideCalendar(e.LastDay));
        }
    }

    /// <summary>Why a card that was drawn for an earlier time is not taken for this one; null where it is, or says nothing of it.</summary>
    protected virtual Refusal? WasDrawnBefore(RecordFile file) => null;

    /// <summary>The step's own rules; every permission table has been passed.</summary>
    private protected abstract Decision Decided(RecordFile file, ImmutableList<RecordFile> others, DecisionContext context);
}

/// <summary>A command about a record of one kind.</summary>
/// <typeparam name="TFile">The state of that kind of record.</typeparam>
public abstract record Command<TFile> : Command
    where TFile : RecordFile
{
    /// <summary>The step's own rules; the permission tables have been passed.</summary>
    protected abstract Decision Decide(Records<TFile> files, DecisionContext context);

    private protected sealed override Decision Decided(RecordFile file, ImmutableList<RecordFile> others, DecisionContext context) =>
        Decide(new((TFile)file, others), context);
}

/// <summary>The record a command is about, and the others it is decided with.</summary>
/// <typeparam name="TFile">The state of the kind it is about.</typeparam>
/// <param name="This">The record.</param>
public sealed record Records<TFile>(TFile This, ImmutableList<RecordFile> Others)
    where TFile : RecordFile
{
    /// <summary>One record and no other.</summary>
    public Records(TFile file)
        : this(file, []) { }

    /// <summary>The other record of the same kind, where the command is about two; null else.</summary>
    public TFile? Other => Others.OfType<TFile>().FirstOrDefault();
}
