using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Deciding;

namespace SafeguardingTeams.Domain.Steps.GroupMeeting;

/// <summary>A lead asks for a special meeting of the group, or the Chair recommends one, for a case that goes there (A14).</summary>
public sealed record AskForSpecialMeeting(CaseId CaseId, string Reason) : Command(CaseId)
{
    /// <inheritdoc/>
    public override Step Step => Step.AskForSpecialMeeting;

    /// <inheritdoc/>
    protected override Decision Decide(Cases<CaseFile> files, DecisionContext context) =>
        files.This.SpecialMeeting is not null ? Decision.Refuse(Refusal.Overtaken)
        : string.IsNullOrWhiteSpace(Reason) ? Decision.Refuse(Reasons.Needed("Say why it should not wait for the next scheduled meeting."))
        : Reasons.TooLong(Reason) is { } refusal ? Decision.Refuse(refusal)
        : Decision.Accept(CaseId, new SpecialMeetingAskedFor(Reason.Trim()));
}

/// <summary>A special meeting was asked for.</summary>
public sealed record SpecialMeetingAskedFor(string Reason) : CaseEvent
{
    /// <inheritdoc/>
    public override CaseFile ApplyTo(CaseFile file, RecordedEvent recorded) =>
        file with { SpecialMeeting = new(Reason, recorded.By.Display, recorded.By.PersonId, recorded.At) };
}

/// <summary>Whoever asked for a special meeting, or operations, takes it back with a reason (decision 16).</summary>
public sealed record TakeBackSpecialMeeting(CaseId CaseId, string Reason) : Command(CaseId)
{
    /// <inheritdoc/>
    public override Step Step => Step.TakeBackSpecialMeeting;

    /// <inheritdoc/>
    protected override Decision Decide(Cases<CaseFile> files, DecisionContext context) =>
        files.This.SpecialMeeting is not { } asked ? Decision.Refuse(Refusal.Overtaken)
        : asked.PersonId != context.Actor.PersonId && !context.Actor.RolesFor(files.This).Contains(Role.Operations) ? Decision.Refuse(new("not-the-author", "Somebody else asked for it. They, or the operational team, can take it back."))
        : string.IsNullOrWhiteSpace(Reason) ? Decision.Refuse(Reasons.Needed("Say why it is no longer needed."))
        : Reasons.TooLong(Reason) is { } refusal ? Decision.Refuse(refusal)
        : Decision.Accept(CaseId, new SpecialMeetingTakenBack(Reason.Trim()));
}

/// <summary>The asking for a special meeting was taken back: the case goes to the next scheduled one.</summary>
public sealed record SpecialMeetingTakenBack(string Reason) : CaseEvent
{
    /// <inheritdoc/>
    public override CaseFile ApplyTo(CaseFile file, RecordedEvent recorded) => file with { SpecialMeeting = null };
}

/// <summary>A special meeting of the group.</summary>
public sealed record SpecialMeeting(string Reason, string AskedBy, string PersonId, DateTimeOffset At);
