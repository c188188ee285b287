using System.Collections.Immutable;
using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Cases.Deciding;
using SafeguardingTeams.Domain.Cases.Telling;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.Domain.Steps.Considered;

/// <summary>
/// What the group recommends to the partners for a case it has considered (E12), whoever was present (E16). Where the criteria may be met
/// after all, the three leads are asked again in a new round, and the authority after them: what it decided before stays on the record.
/// </summary>
/// <param name="Reason">Why; the leads read it.</param>
/// <param name="Deadlines">
/// Where the leads are asked: theirs, and the authority's own, counted from the day on which the group said so. The authority records
/// another day where it was aware of it earlier (PD3).
/// </param>
public sealed record GroupRecommended(ImmutableList<GroupsMethod> Methods, string Reason, ImmutableList<Deadline> Deadlines) : CaseEvent
{
    /// <inheritdoc/>
    public override string StoredName => "GroupRecommended.v1";

    private static readonly Refusal Withdrawn = new(
        "review-withdrawn",
        "The Rapid Review of this case was withdrawn. If it is to go on, take it up again in the case; or choose another way.",
        "recommends"
    );

    private static readonly Refusal BothWays = new(
        "both-ways",
        "The criteria are either not met, or may be met. Choose one of the two.",
        "recommends"
    );

    private bool AsksTheLeads => Methods.Contains(GroupsMethod.CriteriaMayBeMet);

    /// <summary>What speaks against a recommendation; null where nothing does.</summary>
    internal static Refusal? Wrong(CaseFile file, ImmutableList<GroupsMethod> methods) =>
        !methods.Contains(GroupsMethod.CriteriaMayBeMet) ? null
        : methods.Contains(GroupsMethod.CriteriaNotMet) ? BothWays
        : file.Review.WithdrawnBecause is not null ? Withdrawn
        : null;

    /// <summary>The event, where it is not what is recorded already; nothing where no recommendation was chosen.</summary>
    /// <param name="on">The day of the meeting.</param>
    internal static IEnumerable<CaseEvent> Of(
        CaseFile file,
        ImmutableList<GroupsMethod> methods,
        string reason,
        DateOnly on,
        DecisionContext context
    ) =>
        methods.IsEmpty || methods.SequenceEqual(file.GroupRecommends)
            ? []
            :
            [
                new GroupRecommended(
                    methods,
                    reason,
                    !methods.Contains(GroupsMethod.CriteriaMayBeMet)
                        ? []
                        :
                        [
                            context.Pin(file, Timescales.LeadsDecision, context.Today),
                            .. file.Clock(Timescales.AuthorityNotification.Id) is { Runs: false } && file.Notification is null
                                ? [context.Pin(file, Timescales.AuthorityNotification, on)]
                                : ImmutableList<Deadline>.Empty,
                        ]
                ),
            ];

    /// <inheritdoc/>
    public override CaseFile ApplyTo(CaseFile file, RecordedEvent recorded) =>
        !AsksTheLeads
            ? file with
            {
                GroupRecommends = Methods,
            }
            : (
                file.Start(Deadlines) with
                {
                    GroupRecommends = Methods,
                    Recommendation = new(true, Reason, false, recorded.At, ByTheGroup: true),
                    LeadsInformedAt = file.LeadsInformedAt ?? recorded.At,
                    Round = DecisionRound.After(file.Round),
                    PartnersView = null,
                    Mediation = null,
                    AuthorityDecision = file.AuthorityDecision is { Notifies: true } notifies ? notifies : null,
                    SpecialMeeting = null,
                }
            ).Settled();

    /// <inheritdoc/>
    public override IEnumerable<Effect> WhatFollows(CaseFile after) =>
        AsksTheLeads
            ?
            [
                .. RoundCards.OnCriteria(after),
                .. Tell.Again(
                    after.Round!.Number > 1
                        ? [.. RoundCards.OnCriteria(after, after.Round.Number - 1), RoundCards.Mediation(after, after.Round.Number - 1)]
                        : []
                ),
                Tell.To(after, CardKind.NotifierTask, Role.AuthorityNotifier, Topic.Round(after.Round.Number)),
                .. Tell.Again([
                    .. ReferralCards.Received(after),
                    Tell.To(after, CardKind.NotifierTask, Role.AuthorityNotifier, Topic.Decided),
                    .. DecidedCards.GroupMeeting(after),
                    .. GroupMeeting.SpecialMeetingAskedFor.AllAsking(after),
                ]),
            ]
            : Partners.Leads.Select(lead =>
                Tell.To(after, CardKind.GroupMeeting, lead, Topic.Of(TopicNews.GroupRecommends, after.Version))
            );
}
