using System.Collections.Immutable;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Cases.Reviewing;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Typing;

namespace SafeguardingTeams.Domain.Steps.Preparing;

/// <summary>Operations choose an agency that is to be asked, with its representative where that is known (B2, B3).</summary>
public sealed record ChooseAgency(CaseId CaseId, string Key, string Name, Contact? Representative) : CaseCommand(CaseId)
{
    /// <summary>The longest name, in characters.</summary>
    public const int LongestName = 120;

    /// <inheritdoc/>
    public override Step Step => Step.ChooseAgency;

    /// <inheritdoc/>
    protected override Decision Decide(Records<CaseFile> files, DecisionContext context) =>
        Wrong(files.This) is { } wrong
            ? Decision.Refuse(wrong)
            : Decision.Accept(CaseId, new AgencyChosen(Key, Name.Trim(), Representative));

    internal Refusal? Wrong(CaseFile file) =>
        string.IsNullOrWhiteSpace(Name) ? new("answer-needed", "Enter the agency's name, or choose one.", "agency")
        : Name.Trim().Length > LongestName ? new("too-long", $"Shorten it to {LongestName} characters or fewer.", "agency")
        : file.Review.Agencies.Exists(agency => agency.Key == Key || agency.Name.Equals(Name.Trim(), StringComparison.OrdinalIgnoreCase))
            ? new("nothing-changed", "This agency is in the list already.", "agency")
        : Contacts.Refuse(Representative);
}

/// <summary>Operations choose several agencies with one press: those the referral names are ticked already (B8).</summary>
public sealed record ChooseAgencies(CaseId CaseId, ImmutableList<ChooseAgency> All) : CaseCommand(CaseId)
{
    /// <inheritdoc/>
    public override Step Step => Step.ChooseAgency;

    /// <inheritdoc/>
    protected override Decision Decide(Records<CaseFile> files, DecisionContext context) =>
        All.IsEmpty ? Decision.Refuse(new("answer-needed", "Enter the agency's name, or choose one.", "agency"))
        : All.Select(one => one.Wrong(files.This)).FirstOrDefault(wrong => wrong is not null) is { } wrong ? Decision.Refuse(wrong)
        : Decision.Accept(
            CaseId,
            [.. All.DistinctBy(one => one.Key).Select(one => new AgencyChosen(one.Key, one.Name.Trim(), one.Representative))]
        );
}

/// <summary>An agency is to be asked.</summary>
public sealed record AgencyChosen(string Key, string Name, Contact? Representative) : CaseEvent
{
    /// <inheritdoc/>
    public override string StoredName => "AgencyChosen.v1";

    /// <inheritdoc/>
    public override CaseFile ApplyTo(CaseFile file, RecordedEvent recorded) =>
        file with
        {
            Review = file.Review with
            {
                Agencies = file.Review.Agencies.Add(new(Key, Name, Representative)),
                NotAsked = file.Review.NotAsked.Remove(Name),
            },
        };

    /// <inheritdoc/>
    public override IEnumerable<Effect> WhatFollows(CaseFile after) => [];
}

/// <summary>Takes an agency off the list again, while it has not been asked.</summary>
public sealed record RemoveAgency(CaseId CaseId, string Key) : CaseCommand(CaseId)
{
    /// <inheritdoc/>
    public override Step Step => Step.ChooseAgency;

    /// <inheritdoc/>
    protected override Decision Decide(Records<CaseFile> files, DecisionContext context) =>
        files.This.Review.Agency(Key) switch
        {
            null => Decision.Refuse(Refusal.Overtaken),
            { IsToBeAsked: false } => Decision.Refuse(
                new(
                    "asked-already",
                    "This agency has been asked already. If the family is not known to it, it confirms that; if it was asked by mistake, "
                        + "it is taken off with a reason."
                )
            ),
            _ => Decision.Accept(CaseId, new AgencyRemoved(Key)),
        };
}

/// <summary>An agency was taken off the list.</summary>
public sealed record AgencyRemoved(string Key) : CaseEvent
{
    /// <inheritdoc/>
    public override string StoredName => "AgencyRemoved.v1";

    /// <inheritdoc/>
    public override CaseFile ApplyTo(CaseFile file, RecordedEvent recorded) =>
        file with
        {
            Review = file.Review with { Agencies = file.Review.Agencies.RemoveAll(agency => agency.Key == Key) },
        };

    /// <inheritdoc/>
    public override IEnumerable<Effect> WhatFollows(CaseFile after) => [];
}

/// <summary>
/// Names, or changes, who answers for an agency (RO9). Once it has been asked, the new one gets letter and form, and a change needs a
/// reason (PD16).
/// </summary>
/// <param name="Reason">Why it is somebody else, once the agency has been asked; else empty.</param>
public sealed record NameRepresentative(CaseId CaseId, string Key, Contact Representative, string Reason = "") : CaseCommand(CaseId)
{
    /// <inheritdoc/>
    public override Step Step => Step.ChooseAgency;

    /// <inheritdoc/>
    protected override Decision Decide(Records<CaseFile> files, DecisionContext context) =>
        files.This.Review.Agency(Key) is not { } agency ? Decision.Refuse(Refusal.Overtaken)
        : Contacts.Refuse(Representative) is { } wrong ? Decision.Refuse(wrong)
        : agency.AskedAt is not null && Representative.Email.Length == 0
            ? Decision.Refuse(
                new(
                    "answer-needed",
                    "The partnership's list has no email address for them. Enter one: letter and form go by mail.",
                    "email"
                )
            )
        : agency.Representative == Representative
            ? Decision.Refuse(new("nothing-changed", "They are the representative already.", "representative"))
        : Reasons.OfCorrection(Reason, agency is { AskedAt: not null, Representative: not null }) is { } unreasoned
            ? Decision.Refuse(unreasoned)
        : Decision.Accept(CaseId, new RepresentativeNamed(Key, Representative) { Reason = Reasons.Kept(Reason) });
}

/// <summary>Who answers for an agency was named.</summary>
public sealed record RepresentativeNamed(string Key, Contact Representative) : CaseEvent
{
    /// <inheritdoc/>
    public override string StoredName => "RepresentativeNamed.v1";

    /// <summary>Why it was put right; null where nothing was recorded before, and in what was stored before that was asked for.</summary>
    public string? Reason { get; init; }

    /// <inheritdoc/>
    public override CaseFile ApplyTo(CaseFile file, RecordedEvent recorded) =>
        file with
        {
            Review = file.Review.With(Key, agency => agency with { Representative = Representative }),
        };

    /// <inheritdoc/>
    public override IEnumerable<Effect> WhatFollows(CaseFile after) =>
        after.Review.Agency(Key) is { AskedAt: not null }
            ? [.. LetterToAgency.Of(after, Key), new Effect.KeepMeeting(after.Id), .. ToTheOneBefore(after)]
            : [];

    /// <summary>Who answered for it until now is told so on the message that asked them.</summary>
    private IEnumerable<Effect> ToTheOneBefore(CaseFile after) =>
        EarlierRepresentatives
            .Of(after, Key)
            .Take(1)
            .Select(before => new Effect.ShowCard(after.Id, CardKind.ScopingTask, new Recipient.FormerHolder(before.PersonId))
            {
                About = Topic.Agency(Key),
                OnlyIfShown = true,
            });
}

/// <summary>An agency that was named as involved is not asked, with the reason (B8). To choose it after all is the undo.</summary>
public sealed record LeaveOut(CaseId CaseId, string Name, string Reason) : CaseCommand(CaseId)
{
    /// <inheritdoc/>
    public override Step Step => Step.ChooseAgency;

    /// <inheritdoc/>
    protected override Decision Decide(Records<CaseFile> files, DecisionContext context) =>
        !NamedAgencies.Unasked(files.This).Contains(Name, StringComparer.OrdinalIgnoreCase) ? Decision.Refuse(Refusal.Overtaken)
        : string.IsNullOrWhiteSpace(Reason) ? Decision.Refuse(Reasons.Needed("Say why this agency is not asked."))
        : Reasons.TooLong(Reason) is { } refusal ? Decision.Refuse(refusal)
        : Decision.Accept(CaseId, new AgencyLeftOut(Name, Reason.Trim()));
}

/// <summary>An agency that was named is not asked.</summary>
public sealed record AgencyLeftOut(string Name, string Reason) : CaseEvent
{
    /// <inheritdoc/>
    public override string StoredName => "AgencyLeftOut.v1";

    /// <inheritdoc/>
    public override CaseFile ApplyTo(CaseFile file, RecordedEvent recorded) =>
        file with
        {
            Review = file.Review with { NotAsked = file.Review.NotAsked.SetItem(Name, Reason) },
        };

    /// <inheritdoc/>
    public override IEnumerable<Effect> WhatFollows(CaseFile after) => [];
}

/// <summary>What must be true of somebody who is written to.</summary>
internal static class Contacts
{
    internal static Refusal? Refuse(Contact? contact) =>
        contact is null ? null
        : string.IsNullOrWhiteSpace(contact.Display)
            ? new("answer-needed", "Choose somebody, or enter who they are: role and agency.", "representative")
        : contact.Email.Length > 200 ? new("too-long", "Shorten it to 200 characters or fewer.", "email")
        : !contact.IsReachable || contact.PersonId.Length == 0 && !Address.IsOne(contact.Email)
            ? new("answer-needed", "Enter an email address, such as name@example.org.uk.", "email")
        : contact.Display.Length > 200 ? new("too-long", "Shorten it to 200 characters or fewer.", "representative")
        : null;
}
