using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.Domain.Cases.Telling;

/// <summary>What was decided on the Rapid Review and the group's meeting, to whoever acts on it or took part (A12 to A14).</summary>
internal static class DecidedCards
{
    /// <summary>The news, where there is any; what was said before is drawn anew.</summary>
    internal static IEnumerable<Effect> Of(CaseFile file) =>
        [
            .. file.Stage is Stage.AwaitingGroupMeeting ? GroupMeeting(file) : Tell.Again(GroupMeeting(file)),
            .. Tell.Again(
                file.History.Where(recorded => recorded.Event is CaseEvent { BeginsTheRapidReview: true })
                    .SelectMany(recorded => RapidReview(file, Topic.AfterEvent(recorded.Sequence)))
            ),
            .. file is { Review.WithdrawnBecause: null, History: [.., { Event: CaseEvent { BeginsTheRapidReview: true } }] }
                ? RapidReview(file, Topic.AfterEvent(file.Version))
                : [],
        ];

    internal static IEnumerable<Effect> GroupMeeting(CaseFile file) => Tell.Everybody(file, CardKind.GroupMeeting);

    private static IEnumerable<Effect> RapidReview(CaseFile file, Topic about) =>
        [
            Tell.To(file, CardKind.RapidReview, Role.Operations, about),
            Tell.To(file, CardKind.RapidReview, Role.Chair, about),
            Tell.To(file, CardKind.RapidReview, Role.Scrutineer, about),
            .. file.LeadsInformedAt is null ? [] : Partners.Leads.Select(lead => Tell.To(file, CardKind.RapidReview, lead, about)),
        ];
}
