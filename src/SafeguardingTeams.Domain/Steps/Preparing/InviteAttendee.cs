using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Cases.Reviewing;
using SafeguardingTeams.Domain.Cases.Telling;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.Domain.Steps.Preparing;

/// <summary>
/// Operations invite somebody to the meeting: an agency's senior representative, or another relevant person (B12). The partner they stand
/// for follows from their agency; one that is named all the same has to be that one (B14).
/// </summary>
public sealed record InviteAttendee(CaseId CaseId, Attendee Attendee) : CaseCommand(CaseId)
{
    /// <summary>The most attendees.</summary>
    public const int Most = 60;

    /// <inheritdoc/>
    public override Step Step => Step.InviteAttendee;

    /// <inheritdoc/>
    protected override Decision Decide(Records<CaseFile> files, DecisionContext context) =>
        Contacts.Refuse(Attendee.Contact) is { } wrong ? Decision.Refuse(wrong)
        : Attendee.Contact.Email.Length == 0
            ? Decision.Refuse(
                new(
                    "answer-needed",
                    "The partnership's list has no email address for them. Enter one: the invitation goes through Outlook.",
                    "email"
                )
            )
        : string.IsNullOrWhiteSpace(Attendee.AgencyName) ? Decision.Refuse(new("answer-needed", "Enter their agency.", "agency"))
        : Attendee.JobTitle.Length > 200 ? Decision.Refuse(new("too-long", "Shorten it to 200 characters or fewer.", "title"))
        : Attendee.Partner is { } partner && !Partners.Leads.Contains(partner)
            ? Decision.Refuse(new("answer-needed", "Choose one of the three partners, or none.", "partner"))
        : NotTheirs(context) is { } notTheirs ? Decision.Refuse(notTheirs)
        : files.This.Review.Attendees.Count >= Most ? Decision.Refuse(new("too-many", $"There can be at most {Most}."))
        : files.This.Review.Attendees.Exists(other =>
            other.Key == Attendee.Key || other.Contact.Email.Equals(Attendee.Contact.Email, StringComparison.OrdinalIgnoreCase)
        )
            ? Decision.Refuse(new("nothing-changed", "They are invited already.", "representative"))
        : Decision.Accept(
            CaseId,
            new AttendeeInvited(Attendee with { Partner = Theirs(context), Declared = null, Answer = Answered.NotYet, Present = false })
        );

    private Role? Theirs(DecisionContext context) => Standing.Of(Attendee.Contact.PersonId, Attendee.AgencyKey, context);

    /// <summary>Nobody is made to stand for another partner than their agency's (B14).</summary>
    private Refusal? NotTheirs(DecisionContext context) =>
        Standing.NotTheirs(Attendee.Partner, Theirs(context), Attendee.Contact.PersonId.Length > 0 ? "representative" : "agency");
}

/// <summary>Somebody is to come to the meeting; the invitation goes with the letters, or at once where those are out.</summary>
public sealed record AttendeeInvited(Attendee Attendee) : CaseEvent
{
    /// <inheritdoc/>
    public override string StoredName => "AttendeeInvited.v1";

    /// <inheritdoc/>
    public override CaseFile ApplyTo(CaseFile file, RecordedEvent recorded) =>
        file with
        {
            Review = file.Review with { Attendees = file.Review.Attendees.Add(Attendee) },
        };

    /// <inheritdoc/>
    public override IEnumerable<Effect> WhatFollows(CaseFile after) =>
        after.Review.SentAt is null ? [] : [.. ReviewCards.Invited(after), .. Tell.Again(ReviewCards.Doubts(after))];
}

/// <summary>Takes somebody off the list of those invited; Outlook tells them, and what they could read is closed to them.</summary>
public sealed record TakeOffAttendee(CaseId CaseId, string Key, string Reason) : CaseCommand(CaseId)
{
    /// <inheritdoc/>
    public override Step Step => Step.InviteAttendee;

    /// <inheritdoc/>
    protected override Decision Decide(Records<CaseFile> files, DecisionContext context) =>
        !files.This.Review.Attendees.Exists(attendee => attendee.Key == Key) ? Decision.Refuse(Refusal.Overtaken)
        : files.This.Review.SentAt is not null && string.IsNullOrWhiteSpace(Reason)
            ? Decision.Refuse(Reasons.Needed("Say why they are no longer invited."))
        : Reasons.TooLong(Reason) is { } refusal ? Decision.Refuse(refusal)
        : Decision.Accept(CaseId, new AttendeeTakenOff(Key, Reason.Trim()));
}

/// <summary>Somebody is no longer invited.</summary>
public sealed record AttendeeTakenOff(string Key, string Reason) : CaseEvent
{
    /// <inheritdoc/>
    public override string StoredName => "AttendeeTakenOff.v1";

    /// <inheritdoc/>
    public override CaseFile ApplyTo(CaseFile file, RecordedEvent recorded) =>
        file with
        {
            Review = file.Review with { Attendees = file.Review.Attendees.RemoveAll(attendee => attendee.Key == Key) },
        };

    /// <inheritdoc/>
    public override IEnumerable<Effect> WhatFollows(CaseFile after) =>
        after.Review.SentAt is null ? [] : [.. ReviewCards.Invited(after), .. TakenOff(after), .. ReviewCards.Doubts(after)];

    /// <summary>Who is taken off is told so on the message that invited them (B12).</summary>
    private IEnumerable<Effect> TakenOff(CaseFile after) =>
        after.History.LastOrDefault(recorded => recorded.Event is AttendeeInvited invited && invited.Attendee.Key == Key)?.Event
            is AttendeeInvited { Attendee.Contact.PersonId: { Length: > 0 } person }
            ? Tell.Again([Tell.Person(after, CardKind.AttendeeTask, person, Topic.Attendee(Key))])
            : [];
}
