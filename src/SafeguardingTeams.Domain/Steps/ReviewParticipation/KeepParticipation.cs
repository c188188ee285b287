using SafeguardingTeams.Domain.Actions;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Reviews;

namespace SafeguardingTeams.Domain.Steps.ReviewParticipation;

/// <summary>
/// Whoever sees to a review, operations or the Chair record the part of a person or a group in it, add to it, or correct it with a reason
/// (C13). Nothing goes to anybody of them.
/// </summary>
/// <param name="Number">Whose; null for somebody who is not recorded yet.</param>
/// <param name="Reason">Why it is another than before: what is new, or was wrong; nothing for somebody new.</param>
public sealed record KeepParticipation(RecordRef Review, int? Number, Participation Part, string Reason) : ReviewCommand(Review)
{
    /// <inheritdoc/>
    public override Step Step => Step.KeepParticipation;

    /// <inheritdoc/>
    protected override Decision Decide(Records<ReviewFile> files, DecisionContext context)
    {
        var file = files.This;
        var part = Part.Trimmed();
        if (Number is { } number && file.Participants.All(one => one.Number != number))
        {
            return Decision.Refuse(Refusal.Overtaken);
        }

        return Unless(
            [
                Number is null && file.Participants.Count >= ReviewFile.MostParticipants
                    ? new("too-many", $"A review has {ReviewFile.MostParticipants} at most. Put some together as a group.")
                    : null,
                .. Part.Refusals(context.Today),
                Number is null ? null : Said.Needed(Reason, "reason", "Say what is new, or what was wrong."),
                file.Participants.Exists(one => one.Number == Number && one.Part == part)
                    ? new("nothing-changed", "This is what is recorded already.")
                    : null,
            ],
            new ParticipationKept(Number ?? file.Participants.Count + 1, part, Number is null ? "" : Reason.Trim())
        );
    }
}

/// <summary>The part of a person or a group was recorded, added to or corrected.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Reason">Why it is another than before; empty the first time.</param>
public sealed record ParticipationKept(int Number, Participation Part, string Reason) : ReviewEvent
{
    /// <inheritdoc/>
    public override string StoredName => "ParticipationKept.v1";

    /// <inheritdoc/>
    public override ReviewFile ApplyTo(ReviewFile file, RecordedEvent recorded)
    {
        Participant kept = new(Number, Part, recorded.By.Display);
        return file with
        {
            Participants = Number > file.Participants.Count ? file.Participants.Add(kept) : file.Participants.SetItem(Number - 1, kept),
            ParticipantsChanged = file.ParticipantsChanged + 1,
        };
    }

    /// <summary>Nothing: it asks nobody for anything, and nobody of the family is written to.</summary>
    public override IEnumerable<Effect> WhatFollows(ReviewFile after) => [];
}
