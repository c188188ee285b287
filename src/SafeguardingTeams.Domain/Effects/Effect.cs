using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Deciding;

namespace SafeguardingTeams.Domain.Effects;

/// <summary>An intended consequence of an event: data only, done after the commit and not before.</summary>
public abstract record Effect
{
    /// <summary>
    /// Put a card before somebody. It is drawn from the case as it is when the effect is done, so that a late or
    /// repeated delivery shows the truth; a person has one such card per case and kind, updated thereafter.
    /// </summary>
    public sealed record ShowCard(CaseId CaseId, CardKind Kind, Recipient To) : Effect;
}

/// <summary>The cards that come to somebody unasked. Each is one stored message per case and person.</summary>
public enum CardKind
{
    /// <summary>To the MASH: a referral waits for the threshold decision (A3).</summary>
    ThresholdTask,

    /// <summary>To operations and the Chair: a referral that appears to meet the criteria was received (A7).</summary>
    Alert,

    /// <summary>To the referrer: where the referral stands (A4, A15).</summary>
    ReferralProgress,
}

/// <summary>Whom an effect is for.</summary>
public abstract record Recipient
{
    /// <summary>Everybody who holds the role when the effect is committed.</summary>
    public sealed record HoldersOf(Role Role) : Recipient;

    /// <summary>One person.</summary>
    public sealed record ThePerson(string PersonId) : Recipient;
}
