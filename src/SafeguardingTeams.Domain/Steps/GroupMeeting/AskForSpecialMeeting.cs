using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Cases.Deciding;
using SafeguardingTeams.Domain.Cases.Telling;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.Domain.Steps.GroupMeeting;

/// <summary>A lead asks for a special meeting of the group, or the Chair recommends one, for a case that goes there (A14).</summary>
public sealed record AskForSpecialMeeting(CaseId CaseId, string Reason) : CaseCommand(CaseId)
{
    /// <inheritdoc/>
    public override Step Step => Step.AskForSpecialMeeting;

    /// <inheritdoc/>
    protected override Decision Decide(Records<CaseFile> files, DecisionContext context) =>
        string.IsNullOrWhiteSpace(Reason) ? Decision.Refuse(Reasons.Needed("Say why it should not wait for the next scheduled meeting."))
        : Reasons.TooLong(Reason) is { } refusal ? Decision.Refuse(refusal)
        : Decision.Accept(CaseId, new SpecialMeetingAskedFor(Reason.Trim()));
}

/// <summary>A special meeting was asked for.</summary>
public sealed record SpecialMeetingAskedFor(string Reason) : CaseEvent
{
    /// <inheritdoc/>
    public override string StoredName => "SpecialMeetingAskedFor.v1";

    /// <inheritdoc/>
    public override CaseFile ApplyTo(CaseFile file, RecordedEvent recorded) =>
        file with
        {
            SpecialMeeting = new(Reason, recorded.By.Display, recorded.By.PersonId, recorded.At),
        };

    /// <inheritdoc/>
    public override IEnumerable<Effect> WhatFollows(CaseFile after) => [.. DecidedCards.GroupMeeting(after), Asking(after, after.Version)];

    /// <summary>All the messages that asked operations to arrange one.</summary>
    internal static IEnumerable<Effect> AllAsking(CaseFile file) =>
        file.History.Where(recorded => recorded.Event is SpecialMeetingAskedFor).Select(asked => Asking(file, asked.Sequence));

    /// <summary>The message that asks operations to arrange it; one for each time it is asked for.</summary>
    private static Effect Asking(CaseFile file, int sequence) =>
        Tell.To(file, CardKind.GroupMeeting, Role.Operations, Topic.Of(TopicNews.SpecialMeeting, sequence));
}

/// <summary>Whoever asked for a special meeting, or operations, takes it back with a reason (PD16).</summary>
public sealed record TakeBackSpecialMeeting(CaseId CaseId, string Reason) : CaseCommand(CaseId)
{
    /// <inheritdoc/>
    public override Step Step => Step.TakeBackSpecialMeeting;

    /// <inheritdoc/>
    protected override Decision Decide(Records<CaseFile> files, DecisionContext context) =>
        string.IsNullOrWhiteSpace(Reason) ? Decision.Refuse(Reasons.Needed("Say why it is no longer needed."))
        : Reasons.TooLong(Reason) is { } refusal ? Decision.Refuse(refusal)
        : Decision.Accept(CaseId, new SpecialMeetingTakenBack(Reason.Trim()));
}

/// <summary>The asking for a special meeting was taken back: the case goes to the next scheduled one.</summary>
public sealed record SpecialMeetingTakenBack(string Reason) : CaseEvent
{
    /// <inheritdoc/>
    public override string StoredName => "SpecialMeetingTakenBack.v1";

    /// <inheritdoc/>
    public override CaseFile ApplyTo(CaseFile file, RecordedEvent recorded) => file with { SpecialMeeting = null };

    /// <inheritdoc/>
    public override IEnumerable<Effect> WhatFollows(CaseFile after) =>
        [.. DecidedCards.GroupMeeting(after), .. Tell.Again(SpecialMeetingAskedFor.AllAsking(after))];
}
