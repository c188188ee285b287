using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.Domain.Cases.Telling;

/// <summary>The cards of the MASH, of the referrers, and of those who have a referral from its receipt on.</summary>
internal static class ReferralCards
{
    internal static Effect.ShowCard Mash(CaseFile file) => Tell.To(file, CardKind.ThresholdTask, Role.MashOfficer);

    internal static Effect.ShowCard Referrer(CaseFile file) =>
        Tell.Person(file, CardKind.ReferralProgress, file.Referral!.Referrer.PersonId);

    /// <summary>
    /// A new outcome is news, in a message of its own to each referrer (A4, A15); what they were told before is drawn anew.
    /// </summary>
    internal static IEnumerable<Effect> Outcome(CaseFile file, params IEnumerable<Deadline?> started) =>
        [
            .. Tell.Again(Referrers(file)),
            .. Tell.Again(
                file.History.Where(recorded => recorded.Sequence < file.Version && recorded.Event is CaseEvent { TellsTheReferrer: true })
                    .SelectMany(recorded => Referrers(file, Topic.AfterEvent(recorded.Sequence)))
            ),
            .. started.Any(deadline => deadline?.TimescaleId == Timescales.ReferrerTold.Id)
                ? Referrers(file, Topic.AfterEvent(file.Version))
                : [],
        ];

    /// <summary>
    /// Those who have it from its receipt on: operations and the Chair (A7), and the notifier, whose clock runs already (PD3).
    /// </summary>
    internal static IEnumerable<Effect> Received(CaseFile file) =>
        [Tell.To(file, CardKind.Alert, Role.Operations), Tell.To(file, CardKind.Alert, Role.Chair), Notifier(file)];

    internal static Effect.ShowCard Notifier(CaseFile file) => Tell.To(file, CardKind.NotifierTask, Role.AuthorityNotifier);

    /// <summary>What each referrer has been told is drawn anew, of the joined referrals too (PD15).</summary>
    private static IEnumerable<Effect> Referrers(CaseFile file, Topic? about = null) =>
        file
            .JoinedReferrals.Select(joined => new Effect.ShowCard(
                joined.CaseId,
                CardKind.ReferralProgress,
                new Recipient.ThePerson(joined.Referrer.PersonId)
            )
            {
                About = about ?? Topic.None,
            })
            .Prepend(Referrer(file) with { About = about ?? Topic.None });
}
