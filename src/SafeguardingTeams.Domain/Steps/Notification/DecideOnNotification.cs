using System.Collections.Immutable;
using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Deciding;
using SafeguardingTeams.Domain.Steps.ReferrerTold;

namespace SafeguardingTeams.Domain.Steps.Notification;

/// <summary>
/// The local authority decides whether it notifies the national Panel (A12). It has the last word, from triage on and
/// whatever the partners say (decision 4); it can change its mind, with reasons, until the notification is sent.
/// </summary>
/// <param name="CaseId">The case.</param>
/// <param name="Notifies">Whether it notifies.</param>
/// <param name="Ground">As what; of no meaning where it does not notify.</param>
/// <param name="Reason">Why; needed where it declines or changes its mind.</param>
/// <param name="Again">Whether something was recorded already when the card was drawn: a stale card puts nothing right that its reader did not see.</param>
public sealed record DecideOnNotification(CaseId CaseId, bool Notifies, NotificationGround Ground, string Reason, bool Again = false) : Command(CaseId)
{
    /// <inheritdoc/>
    public override Step Step => Step.DecideOnNotification;

    /// <inheritdoc/>
    protected override Decision Decide(Cases<CaseFile> files, DecisionContext context)
    {
        var (file, ground) = (files.This, Notifies ? Ground : NotificationGround.SeriousIncident);
        if (file.Notification is not null && !file.AuthorityMustLookAgain || Again != file.AuthorityDecision is not null)
        {
            return Decision.Refuse(Refusal.Overtaken);
        }

        if (Corrections.Refuse(file, context, Again, Role.AuthorityNotifier) is { } notYours)
        {
            return Decision.Refuse(notYours);
        }

        if (file.Notification is not null && Notifies)
        {
            return Decision.Refuse(new("record-it", "A notification is recorded already. If it is to be of a serious incident, record that with \"Correct the notification\".", "ground"));
        }

        if (NotificationRules.Refuse(file, Notifies, ground) is { } wrong)
        {
            return Decision.Refuse(wrong);
        }

        if (file.AuthorityDecision is { } before && (before.Notifies, before.Ground) == (Notifies, ground))
        {
            return Decision.Refuse(new("nothing-changed", "This is what is recorded already."));
        }

        var decided = new AuthorityDecided(Notifies, ground, Reason.Trim(), []);
        decided = decided with { Deadlines = [.. Resumed(file, context), .. ReferrersOutcome.Owed(file, decided, context) is { } owed ? ImmutableList.Create(owed) : []] };
        return (!Notifies || file.AuthorityDecision is not null) && string.IsNullOrWhiteSpace(Reason)
                ? Decision.Refuse(Reasons.Needed(Notifies ? "Say why the decision is changed." : "Give the authority's reasons. They stand beside the partners' view."))
            : Reasons.TooLong(Reason) is { } refusal ? Decision.Refuse(refusal)
            : Decision.Accept(CaseId, decided);
    }

    /// <summary>The clocks that rested and run again when the authority notifies after all: each counts from where it counted before.</summary>
    private IEnumerable<Deadline> Resumed(CaseFile file, DecisionContext context)
    {
        if (!Notifies)
        {
            return [];
        }

        var declined = file.AuthorityDecision is { Notifies: false };
        Timescale?[] resumed =
        [
            Timescales.AuthorityNotification,
            declined && file.LeadsInformedAt is null ? Timescales.InformLeads : null,
            declined && file.Recommendation is null ? Timescales.Recommendation : null,
            declined && file is { Round: not null, PartnersView: null, Mediation: null } ? Timescales.LeadsDecision : null,
            declined && file is { Mediation: not null, PartnersView: null } ? Timescales.Mediation : null,
        ];
        return resumed.OfType<Timescale>().Where(timescale => file.Clock(timescale.Id) is { Runs: false }).Select(timescale => context.Pin(file, timescale, file.Clock(timescale.Id)!.Deadline.AnchorDay));
    }
}

/// <summary>The local authority has decided whether it notifies.</summary>
public sealed record AuthorityDecided(bool Notifies, NotificationGround Ground, string Reason, ImmutableList<Deadline> Deadlines) : CaseEvent
{
    internal override bool TellsTheReferrer => Deadlines.Exists(deadline => deadline.TimescaleId == Timescales.ReferrerTold.Id);

    internal override bool BeginsTheRapidReview => Notifies && Ground == NotificationGround.SeriousIncident;

    /// <inheritdoc/>
    public override CaseFile ApplyTo(CaseFile file, RecordedEvent recorded)
    {
        var decided = file.Start(Deadlines) with
        {
            AuthorityDecision = new(Notifies, Ground, Reason, recorded.At),
            ReferrerTold = Deadlines.Exists(deadline => deadline.TimescaleId == Timescales.ReferrerTold.Id) ? null : file.ReferrerTold,
        };
        decided = Notifies ? decided : decided.Stop(Timescales.AuthorityNotification.Id, recorded.At)
            .Stop(Timescales.LeadsDecision.Id, recorded.At).Stop(Timescales.Mediation.Id, recorded.At)
            .Stop(Timescales.Recommendation.Id, recorded.At).Stop(Timescales.InformLeads.Id, recorded.At).Stop(Timescales.AlertRead.Id, recorded.At);
        return decided.Settled();
    }
}

/// <summary>What the authority decided.</summary>
public sealed record AuthorityDecision(bool Notifies, NotificationGround Ground, string Reason, DateTimeOffset At);

/// <summary>As what the authority notifies (decision 10).</summary>
public enum NotificationGround
{
    /// <summary>A serious safeguarding incident: abuse or neglect known or suspected, and death or serious harm. Starts the Rapid Review.</summary>
    SeriousIncident,

    /// <summary>The death of a looked-after child without suspected abuse or neglect: always notified; no Rapid Review follows.</summary>
    LookedAfterChildsDeath,

    /// <summary>The death of a care leaver without suspected abuse or neglect: reported; no Rapid Review follows.</summary>
    CareLeaversDeath,
}

/// <summary>What deciding and recording share.</summary>
internal static class NotificationRules
{
    internal static Refusal? Refuse(CaseFile file, bool notifies, NotificationGround ground) =>
        notifies && ground == NotificationGround.SeriousIncident && file.Stage == Stage.BelowThreshold
            ? new("below-threshold", "The MASH has decided that the threshold is not reached. If that was wrong, the MASH puts it right first, with reasons.", "ground")
        : notifies && ground != NotificationGround.SeriousIncident && file.Referral!.Answers.RowsOf("children").All(child => child["outcome"] != "died")
            ? new("nobody-died", "By the referral no child has died. If that is wrong, have the referral corrected first.", "ground")
        : null;
}
