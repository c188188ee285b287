using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Deciding;

namespace SafeguardingTeams.Domain.Effects;

/// <summary>An intended consequence of an event: data only, done after the commit and not before.</summary>
public abstract record Effect
{
    /// <summary>
    /// Put a card before somebody. It is drawn from the case as it is when the effect is done, so that a late or
    /// repeated delivery shows the truth; a person has one such card per case, kind and <see cref="About"/>, updated thereafter.
    /// </summary>
    public sealed record ShowCard(CaseId CaseId, CardKind Kind, Recipient To) : Effect
    {
        /// <summary>Which of several messages of a kind: a round, a reminder. Letters, digits, dots and hyphens.</summary>
        public string About { get; init; } = "";

        /// <summary>Whether only a message that is there already is drawn anew: nothing new is posted.</summary>
        public bool OnlyIfShown { get; init; }
    }
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

    /// <summary>To the three leads: a referral that appears to meet the criteria (A8).</summary>
    LeadsInformed,

    /// <summary>To a lead: decide; one for each round (A10).</summary>
    PartnerTask,

    /// <summary>To the Chair: who has decided; one for each round (A10, A11).</summary>
    RoundProgress,

    /// <summary>To the Scrutineer: the leads differ, mediate (A11).</summary>
    MediationTask,

    /// <summary>To the local authority's notifier: decide and notify (A12).</summary>
    NotifierTask,

    /// <summary>To operations, Chair, leads: notification is decided, or sent; the Rapid Review begins (A13).</summary>
    RapidReview,

    /// <summary>To operations, Chair, leads, Scrutineer: the case goes to the group's meeting (A14).</summary>
    GroupMeeting,

    /// <summary>A reminder, or that something is late; one for each.</summary>
    Reminder,

    /// <summary>To operations: a lead stood aside and nobody is left to ask (decision 17).</summary>
    NobodyLeft,

    /// <summary>To whoever was given a role for this case (decision 17).</summary>
    HandedOver,

    /// <summary>To whoever waits on a deadline that was counted again (design, "Time").</summary>
    Recounted,
}

/// <summary>Whom an effect is for.</summary>
public abstract record Recipient
{
    /// <summary>Everybody who holds the role for the case when the effect is committed.</summary>
    public sealed record HoldersOf(Role Role) : Recipient;

    /// <summary>Those who hold the role for the case as deputies only.</summary>
    public sealed record DeputiesOf(Role Role) : Recipient;

    /// <summary>Those who would hold the role by the partnership's file, but not in this case: it was handed over, or they stood aside.</summary>
    public sealed record FormerHoldersOf(Role Role) : Recipient;

    /// <summary>One person.</summary>
    public sealed record ThePerson(string PersonId) : Recipient;
}
