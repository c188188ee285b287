using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Cases.Counting;
using SafeguardingTeams.Domain.Cases.Reviewing;
using SafeguardingTeams.Domain.Cases.Telling;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.Scoping;

namespace SafeguardingTeams.Domain.Steps.SecuredRecords;

/// <summary>One of the four things an agency confirms for itself (B9).</summary>
public enum SecuringStep
{
    /// <summary>It was checked whether the agency holds records or files.</summary>
    InvolvementChecked,

    /// <summary>They were removed to a secure place; or there are none.</summary>
    Secured,

    /// <summary>A copy was made for ongoing work and secured; or none is needed.</summary>
    WorkingCopy,
}

/// <summary>
/// An agency's representative, or operations on its behalf, confirms one of the steps: what, where, when (B9). To confirm again
/// puts it right, with a reason (PD16).
/// </summary>
/// <param name="Said">In its own words: the place, "made", "not needed".</param>
/// <param name="On">The day it was so.</param>
/// <param name="Reason">Why it is put right; empty the first time.</param>
public sealed record ConfirmSecuring(CaseId CaseId, string Agency, SecuringStep What, string Said, DateOnly On, string Reason = "")
    : CaseCommand(CaseId)
{
    /// <inheritdoc/>
    public override Step Step => Step.SecureRecords;

    /// <inheritdoc/>
    protected override Decision Decide(Records<CaseFile> files, DecisionContext context) =>
        AgencyRights.Refuse(context.Actor, files.This, Agency, out var agency) is { } notTheirs ? Decision.Refuse(notTheirs)
        : string.IsNullOrWhiteSpace(Said)
            ? Decision.Refuse(
                Reasons.Needed(
                    What switch
                    {
                        SecuringStep.InvolvementChecked => "Say what was found, such as: two paper files and an electronic record.",
                        SecuringStep.Secured => "Say where they are now, such as: a locked cabinet in the safeguarding office.",
                        _ => "Say whether a copy was made and where it is, or that none is needed.",
                    },
                    "said"
                )
            )
        : Reasons.TooLong(Said, "said") is { } tooLong ? Decision.Refuse(tooLong)
        : On > context.Today
            ? Decision.Refuse(new("in-future", "This date is in the future. Enter today's date or an earlier one.", "date"))
        : Now(agency.Securing) is { } before && before.What == Said.Trim() && before.On == On
            ? Decision.Refuse(new("nothing-changed", "This is what is recorded already."))
        : Reasons.OfCorrection(Reason, Now(agency.Securing) is not null) is { } unreasoned ? Decision.Refuse(unreasoned)
        : Decision.Accept(CaseId, new SecuringConfirmed(Agency, What, Said.Trim(), On) { Reason = Reasons.Kept(Reason) });

    private Confirmation? Now(Securing securing) =>
        What switch
        {
            SecuringStep.InvolvementChecked => securing.InvolvementChecked,
            SecuringStep.Secured => securing.Secured,
            _ => securing.WorkingCopy,
        };
}

/// <summary>An agency confirmed a step of securing its records.</summary>
public sealed record SecuringConfirmed(string Agency, SecuringStep What, string Said, DateOnly On) : CaseEvent
{
    /// <inheritdoc/>
    public override string StoredName => "SecuringConfirmed.v1";

    /// <summary>Why it was put right; null where nothing was recorded before, and in what was stored before that was asked for.</summary>
    public string? Reason { get; init; }

    /// <inheritdoc/>
    public override CaseFile ApplyTo(CaseFile file, RecordedEvent recorded)
    {
        var confirmed = new Confirmation(Said, On, $"{recorded.By.Display}, {recorded.By.Agency}", recorded.At);
        var review = file.Review.With(Agency, agency => agency with { Securing = With(agency.Securing, confirmed) });
        return SecuringClock.Settled(file with { Review = review }, recorded.At);
    }

    /// <inheritdoc/>
    public override IEnumerable<Effect> WhatFollows(CaseFile after) => [ReviewCards.Representative(after, Agency)];

    private Securing With(Securing securing, Confirmation confirmed) =>
        What switch
        {
            SecuringStep.InvolvementChecked => securing with { InvolvementChecked = confirmed },
            SecuringStep.Secured => securing with { Secured = confirmed },
            SecuringStep.WorkingCopy => securing with { WorkingCopy = confirmed },
        };
}

/// <summary>
/// Names who alone may reach the secured records, or changes that: the new one has access before the old one loses it (B9).
/// </summary>
public sealed record NameNominee(CaseId CaseId, string Agency, Contact Nominee, string Reason) : CaseCommand(CaseId)
{
    /// <inheritdoc/>
    public override Step Step => Step.SecureRecords;

    /// <inheritdoc/>
    protected override Decision Decide(Records<CaseFile> files, DecisionContext context) =>
        AgencyRights.Refuse(context.Actor, files.This, Agency, out var agency) is { } notTheirs ? Decision.Refuse(notTheirs)
        : Preparing.Contacts.Refuse(Nominee) is { } wrong
            ? Decision.Refuse(wrong.Field == "email" ? wrong : wrong with { Field = "nominee" })
        : Nominee.Email.Length == 0
            ? Decision.Refuse(new("answer-needed", "Enter their email address: the folder is opened to the account with it.", "email"))
        : agency.Securing.Nominee == Nominee ? Decision.Refuse(new("nothing-changed", "They are the nominee already.", "nominee"))
        : agency.Securing.Nominee is not null && string.IsNullOrWhiteSpace(Reason)
            ? Decision.Refuse(Reasons.Needed("Say why the nominee is changed."))
        : Reasons.TooLong(Reason) is { } tooLong ? Decision.Refuse(tooLong)
        : Decision.Accept(CaseId, new NomineeNamed(Agency, Nominee, Reason.Trim()));
}

/// <summary>Who alone may reach an agency's secured records was named.</summary>
public sealed record NomineeNamed(string Agency, Contact Nominee, string Reason) : CaseEvent
{
    /// <inheritdoc/>
    public override string StoredName => "NomineeNamed.v1";

    /// <inheritdoc/>
    public override CaseFile ApplyTo(CaseFile file, RecordedEvent recorded) =>
        SecuringClock.Settled(
            file with
            {
                Review = file.Review.With(Agency, agency => agency with { Securing = agency.Securing with { Nominee = Nominee } }),
            },
            recorded.At
        );

    /// <inheritdoc/>
    public override IEnumerable<Effect> WhatFollows(CaseFile after) =>
        [
            ReviewCards.Representative(after, Agency),
            // Once access has ended there is nothing they could open.
            .. Nominee.PersonId.Length == 0 || after.Review.AccessEnded
                ? []
                : new[] { Tell.Person(after, CardKind.NomineeTask, Nominee.PersonId, Topic.Agency(Agency)) },
            new Effect.KeepFolders(after.Id, Agency),
        ];
}
