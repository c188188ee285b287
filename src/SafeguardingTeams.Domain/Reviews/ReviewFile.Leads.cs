using System.Collections.Immutable;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.Domain.Reviews;

/// <content>What the three leads are asked, and what they answered (C8, C10, C14, PD8).</content>
public sealed partial record ReviewFile
{
    /// <summary>What the leads are asked now, one thing at a time; null while nothing.</summary>
    public LeadsQuestion? LeadsAreAsked =>
        Stage switch
        {
            ReviewStage.Proposed => LeadsQuestion.Review,
            ReviewStage.UnderWay when Terms.AreWithLeads => LeadsQuestion.Terms,
            ReviewStage.ReportWithLeads => LeadsQuestion.Report,
            _ => null,
        };

    /// <summary>How often a lead's answer was recorded.</summary>
    public int LeadsAnswers { get; init; }

    /// <summary>The answers operations recorded for a lead, oldest first: for which partner, by which event (PD8).</summary>
    public ImmutableList<(Role Lead, int Version)> ByTelephone { get; init; } = [];

    /// <summary>
    /// Whether an answer that operations recorded for a lead counts while the leads are still asked, so that the lead may say otherwise.
    /// </summary>
    public bool CanStillBeSaidOtherwise(int version) =>
        LeadsAreAsked is { } asked && (asked == LeadsQuestion.Terms ? Terms.Views : Views).Exists(view => view.Version == version);

    /// <summary>With one more answer of a lead.</summary>
    internal ReviewFile WithAnswer(LeadsView view) =>
        this with
        {
            LeadsAnswers = LeadsAnswers + 1,
            ByTelephone = view.Call is null ? ByTelephone : ByTelephone.Add((view.Lead, view.Version)),
        };
}
