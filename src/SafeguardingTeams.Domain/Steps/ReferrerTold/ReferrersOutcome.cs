using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.Domain.Steps.ReferrerTold;

/// <summary>What came of a referral, as its referrer is told it (A4, A15): whenever it becomes another, they are owed the news.</summary>
internal static class ReferrersOutcome
{
    /// <summary>The clock of telling the referrer, where an event changes what came of the referral; null where it does not.</summary>
    internal static Deadline? Owed(CaseFile file, CaseEvent happens, DecisionContext context)
    {
        var after = After(file, happens, context);
        return Of(after) is { } outcome && outcome != Of(file) ? context.Pin(file, Timescales.ReferrerTold, context.Today) : null;
    }

    /// <summary>The case as it will be after an event that is about to happen.</summary>
    internal static CaseFile After(CaseFile file, CaseEvent happens, DecisionContext context) =>
        happens.ApplyTo(file, new(file.Id, file.Version + 1, context.At, new(context.Actor.PersonId, "", "", "", []), "", happens));

    private static string? Of(CaseFile file) =>
        file.Stage switch
        {
            Stage.BelowThreshold => "below",
            Stage.AwaitingGroupMeeting => "group",
            Stage.PreparingRapidReview or Stage.Notified => "rapid-review",
            Stage.AwaitingPanel or Stage.PanelAnswered => "reviewed",
            _ => null,
        };
}
