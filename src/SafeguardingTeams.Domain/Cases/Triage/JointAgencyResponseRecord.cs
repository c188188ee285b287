using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.Domain.Cases.Triage;

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

    Due,

    /// <summary>None was held and none is due.</summary>
    NotNeeded,

    /// <summary>Not known yet; the MASH finds out.</summary>
    NotKnown,
}
