using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Meetings;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.Domain.Steps.GroupSession;

/// <summary>Somebody declares an interest in an item, with what followed (E14); recorded by operations or the Chair.</summary>
public sealed record DeclareInterest(RecordRef Meeting, int Number, DeclaredInterest Interest) : MeetingCommand(Meeting)
{
    /// <inheritdoc/>
    public override Step Step => Step.DeclareInterest;

    /// <inheritdoc/>
    protected override Decision Decide(Records<MeetingFile> files, DecisionContext context) =>
        files.This.Item(Number) is not { Dropped: "" } item
            ? Decision.Refuse(Refusal.Overtaken)
            : MeetingWords.Unless(
                [
                    MeetingWords.Line(Interest.Who, "seat", "Choose who declares it."),
                    MeetingWords.Text(Interest.What, "what", "Say what the interest is, without a name."),
                ],
                () =>
                    item.Interests.Contains(Interest with { What = Interest.What.Trim() })
                        ? Decision.Refuse(new("nothing-changed", "This is recorded already."))
                        : Decision.Accept(Meeting, new InterestDeclared(Number, Interest with { What = Interest.What.Trim() }))
            );
}

/// <summary>An interest in an item was declared. Declared again by the same seat, it stands in place of what was said before.</summary>
public sealed record InterestDeclared(int Number, DeclaredInterest Interest) : MeetingEvent
{
    /// <inheritdoc/>
    public override string StoredName => "InterestDeclared.v1";

    /// <inheritdoc/>
    public override bool ChangesMinutes => true;

    /// <inheritdoc/>
    public override MeetingFile ApplyTo(MeetingFile file, RecordedEvent recorded) =>
        file.With(Number, item => item with { Interests = item.Interests.RemoveAll(one => one.Who == Interest.Who).Add(Interest) });

    /// <inheritdoc/>
    public override IEnumerable<Effect> WhatFollows(MeetingFile after) =>
        MeetingCards.CoOpted(after, (item, one) =>
            item.Number == Number && one.Off.Length == 0 && one.Who.HasAccount && one.Who.PersonId == Interest.PersonId
        );
}
