using System.Collections.Immutable;
using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.Domain.Cases;

/// <summary>Something that waits for the holders of a role.</summary>
/// <param name="Due">By when, where a clock runs.</param>
public sealed record CaseTask(TaskKind Kind, Role For, Deadline? Due)
{
    /// <summary>The one person it waits for, where it is not the holders of a role at large; empty else.</summary>
    public string PersonId { get; init; } = "";

    /// <summary>The one agency whose holders of the role it waits for, where it is not all of them; empty else.</summary>
    public string AgencyId { get; init; } = "";

    /// <summary>Of whom it matters only while they are away; empty where it waits whoever is there.</summary>
    public ImmutableList<string> WhileAway { get; init; } = [];

    /// <summary>What waits in a case now, as it follows from what has and what has not been done.</summary>
    public static ImmutableList<CaseTask> Of(CaseFile file)
    {
        var waiting = Waiting(file).AddRange(Asked(file));
        var alone = LeftAlone.Of(file, waiting);
        // In a closed case nothing can be handed over.
        return alone.IsEmpty || file.Stage == Stage.Closed
            ? waiting
            : waiting.Add(
                new(TaskKind.FindSomebody, Role.Operations, null)
                {
                    WhileAway = alone.ContainsValue("") ? [] : [.. alone.Values.Distinct()],
                }
            );
    }

    private static ImmutableList<CaseTask> Waiting(CaseFile file) =>
        file.Stage switch
        {
            Stage.NotStarted or Stage.Withdrawn or Stage.Joined => [],
            Stage.Closed => [.. ReviewTasks.Outside(file)],
            Stage.AwaitingThreshold => [Until(file, TaskKind.DecideThreshold, Role.MashOfficer, Timescales.ThresholdDecision)],
            Stage.UnderReview or Stage.AwaitingApproval or Stage.AwaitingSubmission or Stage.AwaitingPanel or Stage.PanelAnswered =>
            [
                .. OfOperations(file),
                .. ReviewTasks.Of(file),
            ],
            Stage.BelowThreshold
            or Stage.AwaitingRecommendation
            or Stage.AwaitingPartners
            or Stage.AwaitingAuthority
            or Stage.PreparingRapidReview
            or Stage.Notified
            or Stage.AwaitingGroupMeeting =>
            [
                .. OfTheChair(file),
                .. OfTheLeads(file),
                .. OfTheAuthority(file),
                .. OfOperations(file),
                .. ReviewTasks.Outside(file),
            ],
        };

    /// <summary>One for each lead, however many questions wait for them. No clock runs.</summary>
    private static IEnumerable<CaseTask> Asked(CaseFile file) =>
        Partners
            .Leads.Where(lead => file.Questions.Exists(asked => asked.WaitsFor(lead)) && Permissions.Sees(file, lead))
            .Select(lead => new CaseTask(TaskKind.AnswerLeadsQuestion, lead, null));

    private static IEnumerable<CaseTask> OfTheChair(CaseFile file)
    {
        if (file is { Recommendation: null, PartnersView: null, Stage: Stage.AwaitingRecommendation })
        {
            yield return file.LeadsInformedAt is null
                ? Until(file, TaskKind.InformLeads, Role.Chair, Timescales.InformLeads)
                : Until(file, TaskKind.Recommend, Role.Chair, Timescales.Recommendation);
        }

        if (file is { PartnersAreAwaited: true, RoundIsOpen: true, Round.CanBeMediated: true })
        {
            yield return Until(file, TaskKind.AskForMediation, Role.Chair, Timescales.LeadsDecision);
        }
    }

    private static IEnumerable<CaseTask> OfTheLeads(CaseFile file) =>
        file is not { PartnersAreAwaited: true, Round: { } round, PartnersView: null } ? []
        : file.Mediation is not null ? [Until(file, TaskKind.Mediate, Role.Scrutineer, Timescales.Mediation)]
        : round.Missing.Select(lead => Until(file, TaskKind.DecideAsPartner, lead, Timescales.LeadsDecision));

    private static IEnumerable<CaseTask> OfTheAuthority(CaseFile file) =>
        file.AuthorityMustLookAgain ? [new(TaskKind.DecideOnNotification, Role.AuthorityNotifier, null)]
        : file.Clock(Timescales.AuthorityNotification.Id) is not { Runs: true } clock ? []
        :
        [
            new(
                file.AuthorityDecision is null ? TaskKind.DecideOnNotification : TaskKind.RecordNotification,
                Role.AuthorityNotifier,
                clock.Deadline
            ),
        ];

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

        if (file is { Stage: Stage.AwaitingGroupMeeting, GoesToSpecialMeeting: true, Considered: null })
        {
            yield return new(TaskKind.ArrangeSpecialMeeting, Role.Operations, null);
        }

        if (file is { MeetingIsAhead: true, Review: { Meeting: not null, MeetingDoubt: not Reviewing.MeetingDoubt.None } })
        {
            yield return new(TaskKind.CheckMeetingDay, Role.Operations, null);
        }

        if (file.Stage is Stage.PreparingRapidReview or Stage.Notified)
        {
            yield return Until(file, TaskKind.PrepareRapidReview, Role.Operations, Timescales.Letters);
        }
    }

    internal static CaseTask Until(CaseFile file, TaskKind kind, Role role, Timescale timescale) =>
        new(kind, role, file.Clock(timescale.Id) is { Runs: true } clock ? clock.Deadline : null);
}
