using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Cases.Triage;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.Domain.Learning;

/// <summary>A referral for practice learning that was joined to another and follows it (D11).</summary>
/// <param name="Learning">Which.</param>
/// <param name="Referrer">Who referred it.</param>
public sealed record JoinedLearning(RecordRef Learning, Referrer Referrer);

/// <summary>How far the referral has come that another was joined to: all that the other's referrer is told of it (D11).</summary>
/// <param name="Stage">Where it stands.</param>
/// <param name="Said">What is said to the referrers: what the group decided, or why it is not for the group; empty else.</param>
/// <param name="Tell">By when the other's referrer is told; null where nothing has ended.</param>
public sealed record Course(LearningStage Stage, string Said, Deadline? Tell);
