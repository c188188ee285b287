using System.Collections.Immutable;
using SafeguardingTeams.Domain.Actions;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Meetings;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.GroupSession;

namespace SafeguardingTeams.Domain.Steps.GroupOutline;

/// <summary>
/// Operations or the Chair write, for the group, what an item is about (F2, D10): compared with every name in the record, as actions are.
/// </summary>
/// <param name="Subject">The record the item is about, as the card has it.</param>
/// <param name="Seen">How often it had been written when the card was drawn: of two at once the second is told.</param>
public sealed record WriteOutline(RecordRef Meeting, int Number, RecordRef? Subject, ItemOutline Outline, int Seen)
    : MeetingCommand(Meeting)
{
    /// <inheritdoc/>
    public override Step Step => Step.ChangeAgenda;

    /// <inheritdoc/>
    public override ImmutableList<RecordRef> Others => DecideItem.Decides(Subject) ? [Subject!.Value] : [];

    /// <inheritdoc/>
    protected override Step StepOn(RecordRef other) => Step.DecideItem;

    /// <inheritdoc/>
    protected override Decision Decide(Records<MeetingFile> files, DecisionContext context)
    {
        var (outline, names) = (Trimmed(), SourceNames.Of(files.Others));
        return files.This.Item(Number) is not { Dropped: "" } item || item.Subject != Subject || Seen != Times(files.This, Number)
                ? Decision.Refuse(Refusal.Overtaken)
            : item.Outline == outline ? Decision.Refuse(new("nothing-changed", "This is what is written already.", "outline"))
            : MeetingWords.Unless(
                [
                    outline.Ages.Length > 0 && !ItemOutline.Bands.Contains(outline.Ages)
                        ? new("answer-needed", "Choose one of the bands, or none.", "ages")
                        : null,
                    MeetingWords.TooLong(outline.Harm, "sort", MeetingWords.LongestLine) ?? Named(outline.Harm, "sort", names),
                    MeetingWords.Text(outline.Text, "outline", "Say what happened, as far as the group needs it, without a name.")
                        ?? Named(outline.Text, "outline", names),
                ],
                () => Decision.Accept(Meeting, new ItemOutlined(Number, outline))
            );
    }

    /// <summary>How often the outline of an item was written.</summary>
    public static int Times(MeetingFile file, int number) =>
        file.History.Count(recorded => recorded.Event is ItemOutlined outlined && outlined.Number == number);

    private static Refusal? Named(string text, string field, SourceNames names) =>
        names.Refuse(text, field, "") is { } found
            ? found with
            {
                Message =
                    "A name stands in it that also stands in the record. Say the role, or \"the child\", instead: members of the group "
                    + "have no part in it.",
            }
            : null;

    private ItemOutline Trimmed() => Outline with { Harm = Outline.Harm.Trim(), Text = Outline.Text.Trim() };
}

/// <summary>What an item is about was written for the group, or written anew.</summary>
public sealed record ItemOutlined(int Number, ItemOutline Outline) : MeetingEvent
{
    /// <inheritdoc/>
    public override string StoredName => "ItemOutlined.v1";

    /// <inheritdoc/>
    public override bool ChangesAgenda => true;

    /// <inheritdoc/>
    public override MeetingFile ApplyTo(MeetingFile file, RecordedEvent recorded) =>
        file.With(Number, item => item with { Outline = Outline });

    /// <inheritdoc/>
    public override IEnumerable<Effect> WhatFollows(MeetingFile after) => [];
}
