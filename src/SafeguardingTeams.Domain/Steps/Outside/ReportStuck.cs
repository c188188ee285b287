using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Deciding;

namespace SafeguardingTeams.Domain.Steps.Outside;

/// <summary>This system could not do something for the case in Outlook or SharePoint and a person has to see to it; or it is done after all. Nothing is late in silence.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="Subject">Names what is to be done, the same each time.</param>
/// <param name="What">What is to be done, in plain words.</param>
/// <param name="Why">Why it could not be, in plain words; empty where it is done.</param>
public sealed record ReportStuck(CaseId CaseId, string Subject, string What, string Why) : Command(CaseId)
{
    /// <inheritdoc/>
    public override Step Step => Step.WatchOver;

    /// <inheritdoc/>
    protected override Decision Decide(Cases<CaseFile> files, DecisionContext context) =>
        (files.This.Review.Stuck.GetValueOrDefault(Subject)?.Why ?? "") == Why ? Decision.Refuse(Refusal.Overtaken) : Decision.Accept(CaseId, new StuckReported(Subject, What, Why));
}

/// <summary>Something to be done in Outlook or SharePoint waits for a person, or is done after all.</summary>
public sealed record StuckReported(string Subject, string What, string Why) : CaseEvent
{
    /// <inheritdoc/>
    public override CaseFile ApplyTo(CaseFile file, RecordedEvent recorded) => file with
    {
        Review = file.Review with { Stuck = Why.Length == 0 ? file.Review.Stuck.Remove(Subject) : file.Review.Stuck.SetItem(Subject, new(What, Why)) },
    };
}

/// <summary>Operations have done by hand what this system could not do, and say how.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="Subject">Names what was to be done.</param>
/// <param name="How">What they did, and when.</param>
public sealed record SettleStuck(CaseId CaseId, string Subject, string How) : Command(CaseId)
{
    /// <inheritdoc/>
    public override Step Step => Step.RecordDoneByHand;

    /// <inheritdoc/>
    protected override Decision Decide(Cases<CaseFile> files, DecisionContext context) =>
        files.This.Review.Stuck.GetValueOrDefault(Subject) is not { } stuck ? Decision.Refuse(Refusal.Overtaken)
        : How.Trim().Length == 0 ? Decision.Refuse(Reasons.Needed("Say what you did, and when."))
        : Reasons.TooLong(How) is { } refusal ? Decision.Refuse(refusal)
        : Decision.Accept(CaseId, new StuckSettled(Subject, stuck.What, How.Trim()));
}

/// <summary>Something was done by hand in Outlook or SharePoint.</summary>
public sealed record StuckSettled(string Subject, string What, string How) : CaseEvent
{
    /// <inheritdoc/>
    public override CaseFile ApplyTo(CaseFile file, RecordedEvent recorded) => file with { Review = file.Review with { Stuck = file.Review.Stuck.Remove(Subject) } };
}

/// <summary>Something to be done in Outlook or SharePoint that waits for a person.</summary>
/// <param name="What">What, in plain words.</param>
/// <param name="Why">Why it could not be done.</param>
public sealed record StuckWork(string What, string Why);
