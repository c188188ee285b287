using System.Collections.Immutable;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Cases.Telling;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.Domain.Steps.DeadLetters;

/// <summary>
/// This system could not do something for the case in Outlook or SharePoint and a person has to see to it; or it is done after all.
/// Nothing is late in silence.
/// </summary>
/// <param name="Subject">Names what is to be done, the same each time.</param>
/// <param name="What">What is to be done, in plain words.</param>
/// <param name="Why">Why it could not be, in plain words; empty where it is done.</param>
public sealed record ReportDeadLetter(CaseId CaseId, string Subject, string What, string Why) : CaseCommand(CaseId)
{
    /// <inheritdoc/>
    public override Step Step => Step.WatchOver;

    /// <inheritdoc/>
    protected override Decision Decide(Records<CaseFile> files, DecisionContext context) =>
        // Of a case that operations never received they hear by the list of what was not done, and could do nothing here.
        !Permissions.Sees(files.This, Role.Operations) || (files.This.Review.DeadLettered.GetValueOrDefault(Subject)?.Why ?? "") == Why
            ? Decision.Refuse(Refusal.Overtaken)
            : Decision.Accept(CaseId, new DeadLetterReported(Subject, What, Why));
}

/// <summary>Something to be done in Outlook or SharePoint waits for a person, or is done after all.</summary>
public sealed record DeadLetterReported(string Subject, string What, string Why) : CaseEvent
{
    /// <inheritdoc/>
    public override string StoredName => "StuckReported.v1";

    /// <inheritdoc/>
    public override CaseFile ApplyTo(CaseFile file, RecordedEvent recorded) =>
        file with
        {
            Review = file.Review with
            {
                DeadLettered =
                    Why.Length == 0 ? file.Review.DeadLettered.Remove(Subject) : file.Review.DeadLettered.SetItem(Subject, new(What, Why)),
            },
        };

    /// <inheritdoc/>
    public override IEnumerable<Effect> WhatFollows(CaseFile after) => DeadLetterAlarm.Of(after);
}

/// <summary>Operations have done by hand what this system could not do, and say how.</summary>
/// <param name="Subject">Names what was to be done.</param>
/// <param name="How">What they did, and when.</param>
public sealed record SettleDeadLetter(CaseId CaseId, string Subject, string How) : CaseCommand(CaseId)
{
    /// <inheritdoc/>
    public override Step Step => Step.RecordDoneByHand;

    /// <inheritdoc/>
    protected override Decision Decide(Records<CaseFile> files, DecisionContext context) =>
        files.This.Review.DeadLettered.GetValueOrDefault(Subject) is not { } deadLettered ? Decision.Refuse(Refusal.Overtaken)
        : How.Trim().Length == 0 ? Decision.Refuse(Reasons.Needed("Say what you did, and when."))
        : Reasons.TooLong(How) is { } refusal ? Decision.Refuse(refusal)
        : Decision.Accept(CaseId, new DeadLetterSettled(Subject, deadLettered.What, How.Trim()));
}

/// <summary>Something was done by hand in Outlook or SharePoint.</summary>
public sealed record DeadLetterSettled(string Subject, string What, string How) : CaseEvent
{
    /// <inheritdoc/>
    public override string StoredName => "StuckSettled.v1";

    /// <inheritdoc/>
    public override CaseFile ApplyTo(CaseFile file, RecordedEvent recorded) =>
        file with
        {
            Review = file.Review with { DeadLettered = file.Review.DeadLettered.Remove(Subject) },
        };

    /// <inheritdoc/>
    public override IEnumerable<Effect> WhatFollows(CaseFile after) => DeadLetterAlarm.Of(after);
}

/// <summary>The alarm to operations: one message for all that gets dead-lettered before the rest is seen to.</summary>
internal static class DeadLetterAlarm
{
    internal static IEnumerable<Effect> Of(CaseFile after) =>
        [Tell.To(after, CardKind.StuckAlarm, Role.Operations, Topic.Since(Began(after)))];

    /// <summary>Since which event something has been stuck.</summary>
    private static int Began(CaseFile file)
    {
        var (began, deadLettered) = (0, ImmutableHashSet<string>.Empty);
        foreach (var recorded in file.History)
        {
            began = recorded.Event is DeadLetterReported { Why.Length: > 0 } && deadLettered.IsEmpty ? recorded.Sequence : began;
            deadLettered = recorded.Event switch
            {
                DeadLetterReported { Why.Length: > 0 } reported => deadLettered.Add(reported.Subject),
                DeadLetterReported done => deadLettered.Remove(done.Subject),
                DeadLetterSettled settled => deadLettered.Remove(settled.Subject),
                _ => deadLettered,
            };
        }

        return began;
    }
}
