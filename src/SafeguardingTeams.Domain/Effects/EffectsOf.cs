using System.Collections.Immutable;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Deciding;
using SafeguardingTeams.Domain.Steps.Awareness;
using SafeguardingTeams.Domain.Steps.JointAgencyResponse;
using SafeguardingTeams.Domain.Steps.Joining;
using SafeguardingTeams.Domain.Steps.Referral;
using SafeguardingTeams.Domain.Steps.ReferrerTold;
using SafeguardingTeams.Domain.Steps.Threshold;

namespace SafeguardingTeams.Domain.Effects;

/// <summary>What should follow from an event: a pure list of intentions.</summary>
public static class EffectsOf
{
    /// <summary>The effects of one event, given the case after it.</summary>
    public static ImmutableList<Effect> Event(CaseEvent happened, CaseFile file) => happened switch
    {
        ReferralSubmitted => [Mash(file), Referrer(file)],
        ReferralChanged => file.Stage == Stage.AwaitingThreshold ? [Mash(file)] : [.. Alerts(file)],
        ReferralWithdrawn => [Mash(file), Referrer(file)],
        ThresholdDecided { Reached: true } => [.. Alerts(file), Mash(file), .. Referrers(file)],
        ThresholdDecided => [Mash(file), .. Referrers(file)],
        ReferralJoined or ReferralSeparated => [Mash(file), Referrer(file)],
        ReferralReceived or ReferralGivenBack => [Mash(file)],
        AwarenessRecorded => file.ReceivedByOperationsAt is null ? [] : [.. Alerts(file)],
        JointAgencyResponseRecorded or ReferrerTold => [],
        _ => throw new InvalidOperationException($"No effects are written for {happened.GetType().Name}."),
    };

    private static Effect.ShowCard Mash(CaseFile file) => new(file.Id, CardKind.ThresholdTask, new Recipient.HoldersOf(Role.MashOfficer));

    private static Effect.ShowCard Referrer(CaseFile file) =>
        new(file.Id, CardKind.ReferralProgress, new Recipient.ThePerson(file.Referral!.Referrer.PersonId));

    /// <summary>Each referrer hears the outcome, of the joined referrals too (decision 15).</summary>
    private static IEnumerable<Effect.ShowCard> Referrers(CaseFile file) => file.JoinedReferrals
        .Select(joined => new Effect.ShowCard(joined.CaseId, CardKind.ReferralProgress, new Recipient.ThePerson(joined.Referrer.PersonId)))
        .Prepend(Referrer(file));

    private static Effect.ShowCard[] Alerts(CaseFile file) =>
    [
        new(file.Id, CardKind.Alert, new Recipient.HoldersOf(Role.Operations)),
        new(file.Id, CardKind.Alert, new Recipient.HoldersOf(Role.Chair)),
    ];
}
