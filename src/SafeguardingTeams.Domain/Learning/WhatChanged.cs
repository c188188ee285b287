using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.Domain.Learning;

/// <summary>What an action has changed that came of a referral for practice learning (D8).</summary>
/// <param name="Action">The action.</param>
/// <param name="Change">What, in words without a name.</param>
/// <param name="At">When it was recorded.</param>
public sealed record WhatChanged(RecordRef Action, string Change, DateTimeOffset At);
