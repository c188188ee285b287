using System.Collections.Immutable;
using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Deciding;

namespace SafeguardingTeams.Domain.Cases;

/// <summary>Something that waits for the holders of a role.</summary>
/// <param name="Kind">What.</param>
/// <param name="For">Whose.</param>
/// <param name="Due">By when, where a clock runs.</param>
public sealed record CaseTask(TaskKind Kind, Role For, Deadline? Due)
{
    /// <summary>What waits in a case now, as it follows from what has and what has not been done.</summary>
    public static ImmutableList<CaseTask> Of(CaseFile file) => file.Stage switch
    {
        Stage.NotStarted or Stage.Withdrawn or Stage.Joined => [],
        Stage.AwaitingThreshold => [Until(file, TaskKind.DecideThreshold, Role.MashOfficer, Timescales.ThresholdDecision)],
        Stage.BelowThreshold or Stage.AwaitingRecommendation or Stage.AwaitingPartners or Stage.AwaitingAuthority or Stage.PreparingRapidReview
            or Stage.Notified or Stage.AwaitingGroupMeeting => [.. OfTheChair(file), .. OfTheLeads(file), .. OfTheAuthority(file), .. OfOperations(file)],
    };

    private static IEnumerable<CaseTask> OfTheChair(CaseFile file)
    {
        if (file is { Recommendation: null, PartnersView: null, Stage: Stage.AwaitingRecommendation or Stage.PreparingRapidReview or Stage.Notified })
        {
            yield return file.LeadsInformedAt is null ? Until(file, TaskKind.InformLeads, Role.Chair, Timescales.InformLeads)
                : Until(file, TaskKind.Recommend, Role.Chair, Timescales.Recommendation);
        }

        if (file is { Round: { Differ: true, Mediated: false }, Mediation: null, PartnersView: null, Stage: not Stage.AwaitingGroupMeeting })
        {
            yield return Until(file, TaskKind.AskForMediation, Role.Chair, Timescales.LeadsDecision);
        }
    }

    private static IEnumerable<CaseTask> OfTheLeads(CaseFile file) =>
        file is not { Round: { } round, PartnersView: null } || file.Stage == Stage.AwaitingGroupMeeting ? []
        : file.Mediation is not null ? [Until(file, TaskKind.Mediate, Role.Scrutineer, Timescales.Mediation)]
        : round.Missing.Select(lead => Until(file, TaskKind.DecideAsPartner, lead, Timescales.LeadsDecision));

    private static IEnumerable<CaseTask> OfTheAuthority(CaseFile file) =>
        file.AuthorityMustLookAgain ? [new(TaskKind.DecideOnNotification, Role.AuthorityNotifier, null)]
        : file.Clock(Timescales.AuthorityNotification.Id) is not { Runs: true } clock ? []
        : [new(file.AuthorityDecision is null ? TaskKind.DecideOnNotification : TaskKind.RecordNotification, Role.AuthorityNotifier, clock.Deadline)];

    private static IEnumerable<CaseTask> OfOperations(CaseFile file)
    {
        if (file.OwesReferrer)
        {
            yield return Until(file, TaskKind.TellReferrer, Role.Operations, Timescales.ReferrerTold);
        }

        if (file.Clock(Timescales.AlertRead.Id) is { Runs: true, Chased: > 0 })
        {
            yield return new(TaskKind.RingTheChair, Role.Operations, null);
        }

        if (file is { Stage: Stage.AwaitingGroupMeeting, GoesToSpecialMeeting: true })
        {
            yield return new(TaskKind.ArrangeSpecialMeeting, Role.Operations, null);
        }

        if (file.Stage is Stage.PreparingRapidReview or Stage.Notified)
        {
            yield return new(TaskKind.PrepareRapidReview, Role.Operations, null);
        }
    }

    private static CaseTask Until(CaseFile file, TaskKind kind, Role role, Timescale timescale) =>
        new(kind, role, file.Clock(timescale.Id) is { Runs: true } clock ? clock.Deadline : null);
}

/// <summary>The kinds of waiting work.</summary>
public enum TaskKind
{
    /// <summary>Decide whether the threshold is reached (A3).</summary>
    DecideThreshold,

    /// <summary>Inform the three leads (A8).</summary>
    InformLeads,

    /// <summary>Recommend whether the criteria are met (A9).</summary>
    Recommend,

    /// <summary>Agree or disagree for a partner (A10).</summary>
    DecideAsPartner,

    /// <summary>Ask the Scrutineer to mediate: the leads differ (A11).</summary>
    AskForMediation,

    /// <summary>Mediate (A11).</summary>
    Mediate,

    /// <summary>Decide whether the local authority notifies (A12).</summary>
    DecideOnNotification,

    /// <summary>Record the notification once it is sent (A12).</summary>
    RecordNotification,

    /// <summary>Ring the Chair, who has not opened the alert (A7).</summary>
    RingTheChair,

    /// <summary>Arrange a special meeting of the group (A14).</summary>
    ArrangeSpecialMeeting,

    /// <summary>Prepare the Rapid Review (A13).</summary>
    PrepareRapidReview,

    /// <summary>Tell the referrer of the decision: the card did not reach them (A4, A15).</summary>
    TellReferrer,
}
