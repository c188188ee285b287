using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Learning;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.Domain.Steps.ActionImpact;

/// <summary>
/// An action that came of a referral for practice learning has changed something: whoever referred it is told (D8). Written with what was
/// recorded of the action, in one transaction.
/// </summary>
/// <param name="Action">Which.</param>
/// <param name="Change">What has changed, as it was wanted when the action was agreed; no name stands in it.</param>
public sealed record WhatChangedTold(RecordRef Action, string Change) : LearningEvent
{
    /// <inheritdoc/>
    public override string StoredName => "WhatChangedTold.v1";

    /// <inheritdoc/>
    public override LearningFile ApplyTo(LearningFile file, RecordedEvent recorded) =>
        (file.TellsByPerson ? file.TellsOf(recorded) : file) with
        {
            Changes = [.. file.Changes.Where(one => one.Action != Action), new(Action, Change, recorded.At)],
        };

    /// <inheritdoc/>
    public override IEnumerable<Effect> WhatFollows(LearningFile after) => [LearningCards.WhatChanged(after)];
}
