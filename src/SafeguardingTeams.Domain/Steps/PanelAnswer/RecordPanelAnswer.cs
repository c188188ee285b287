using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Cases.Reviewing;
using SafeguardingTeams.Domain.Cases.Telling;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.Domain.Steps.PanelAnswer;

/// <summary>
/// Operations record what the Panel answered: whether it concurs, and its text (B25). It can be corrected, with a reason.
/// </summary>
public sealed record RecordPanelAnswer(CaseId CaseId, bool Concurs, string Text, DateOnly ReceivedOn, string Reason, bool Again = false)
    : CaseCommand(CaseId)
{
    /// <inheritdoc/>
    public override Step Step => Step.RecordPanelAnswer;

    /// <inheritdoc/>
    protected override Decision Decide(Records<CaseFile> files, DecisionContext context) =>
        Again != files.This.Review.Answer is not null ? Decision.Refuse(Refusal.Overtaken)
        : ReceivedOn > context.Today
            ? Decision.Refuse(new("in-future", "This date is in the future. Enter today's date or an earlier one.", "date"))
        : ReceivedOn < London.DateOf(files.This.Review.Report!.At)
            ? Decision.Refuse(new("before-sent", "This is before the report was sent.", "date"))
        : string.IsNullOrWhiteSpace(Text) ? Decision.Refuse(Reasons.Needed("Enter what the Panel answered.", "text"))
        : (Reasons.TooLong(Text, "text") ?? Reasons.TooLong(Reason)) is { } tooLong ? Decision.Refuse(tooLong)
        : files.This.Review.Answer is { } before && (before.Concurs, before.Text, before.ReceivedOn) == (Concurs, Text.Trim(), ReceivedOn)
            ? Decision.Refuse(new("nothing-changed", "This is what is recorded already."))
        : Again && string.IsNullOrWhiteSpace(Reason)
            ? Decision.Refuse(Reasons.Needed("Say why what was recorded is being corrected. It stays on the record."))
        : Decision.Accept(CaseId, new PanelAnswered(Concurs, Text.Trim(), ReceivedOn, Reason.Trim()));
}

/// <summary>The Panel has answered.</summary>
public sealed record PanelAnswered(bool Concurs, string Text, DateOnly ReceivedOn, string Reason) : CaseEvent
{
    /// <inheritdoc/>
    public override string StoredName => "PanelAnswered.v1";

    /// <inheritdoc/>
    public override CaseFile ApplyTo(CaseFile file, RecordedEvent recorded) =>
        (
            file.Stop(Timescales.PanelsAnswer.Id, recorded.At) with
            {
                Review = file.Review with { Answer = new(Concurs, Text, ReceivedOn, recorded.At) },
            }
        ).Settled();

    /// <inheritdoc/>
    public override IEnumerable<Effect> WhatFollows(CaseFile after) =>
        ReviewCards.Panel(after, Topic.Of(TopicNews.PanelAnswered, after.Version));
}
