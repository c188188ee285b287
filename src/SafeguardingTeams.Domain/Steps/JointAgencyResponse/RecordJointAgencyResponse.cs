using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Deciding;

namespace SafeguardingTeams.Domain.Steps.JointAgencyResponse;

/// <summary>Records whether a Joint Agency Response was held or is due (A16); its minutes belong to the later document pack.</summary>
public sealed record RecordJointAgencyResponse(CaseId CaseId, JointAgencyResponseRecord Record) : Command(CaseId)
{
    /// <inheritdoc/>
    public override Step Step => Step.RecordJointAgencyResponse;

    /// <inheritdoc/>
    protected override Decision Decide(Cases<CaseFile> files, DecisionContext context) =>
        Record == files.This.JointAgencyResponse ? Decision.Refuse(new("nothing-changed", "This is what is recorded already."))
        : Record is { State: JointAgencyResponseState.Held, On: null } ? Decision.Refuse(new("date-needed", "Enter the date it was held.", "date"))
        : Record is { State: JointAgencyResponseState.Held, On: { } day } && day > context.Today ? Decision.Refuse(new("in-future", "This date is in the future. If it is still to come, choose \"It is due\".", "date"))
        : Reasons.TooLong(Record.Note, "note") is { } refusal ? Decision.Refuse(refusal)
        : Decision.Accept(CaseId, new JointAgencyResponseRecorded(Record));
}

/// <summary>What the MASH or operations said of it.</summary>
public sealed record JointAgencyResponseRecorded(JointAgencyResponseRecord Record) : CaseEvent
{
    /// <inheritdoc/>
    public override CaseFile ApplyTo(CaseFile file, RecordedEvent recorded) => file with { JointAgencyResponse = Record };
}

/// <summary>Whether one was held.</summary>
/// <param name="State">Held, due, not needed, or not known yet.</param>
/// <param name="On">The day it was, or will be, held.</param>
/// <param name="Note">Where its minutes are, or anything else to know; may be empty.</param>
public sealed record JointAgencyResponseRecord(JointAgencyResponseState State, DateOnly? On, string Note);

/// <summary>The four answers.</summary>
public enum JointAgencyResponseState
{
    /// <summary>One was held.</summary>
    Held,

    /// <summary>One is due.</summary>
    Due,

    /// <summary>None was held and none is due.</summary>
    NotNeeded,

    /// <summary>Not known yet; the MASH finds out.</summary>
    NotKnown,
}
