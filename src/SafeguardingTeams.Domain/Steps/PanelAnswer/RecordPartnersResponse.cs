using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Cases.Telling;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.Domain.Steps.PanelAnswer;

/// <summary>
/// Where the Panel does not concur the partners' response is recorded: it cannot require a local review (B25). It can be corrected,
/// with a reason (PD16).
/// </summary>
/// <param name="Text">The response.</param>
/// <param name="Reason">Why it is corrected; else empty.</param>
/// <param name="Again">Whether a response was recorded already when the card was drawn: a stale card puts nothing right that its
/// reader did not see.</param>
public sealed record RecordPartnersResponse(CaseId CaseId, string Text, string Reason = "", bool Again = false) : CaseCommand(CaseId)
{
    /// <inheritdoc/>
    public override Step Step => Step.RecordPartnersResponse;

    /// <inheritdoc/>
    protected override Decision Decide(Records<CaseFile> files, DecisionContext context) =>
        Again != files.This.Review.PartnersResponse.Length > 0 ? Decision.Refuse(Refusal.Overtaken)
        : string.IsNullOrWhiteSpace(Text) ? Decision.Refuse(Reasons.Needed("Enter the partners' response.", "text"))
        : (Reasons.TooLong(Text, "text") ?? Reasons.TooLong(Reason)) is { } tooLong ? Decision.Refuse(tooLong)
        : files.This.Review.PartnersResponse == Text.Trim() ? Decision.Refuse(new("nothing-changed", "This is what is recorded already."))
        : Again && string.IsNullOrWhiteSpace(Reason)
            ? Decision.Refuse(Reasons.Needed("Say why what was recorded is being corrected. It stays on the record."))
        : Decision.Accept(CaseId, Again ? new PartnersResponseCorrected(Text.Trim(), Reason.Trim()) : new PartnersResponded(Text.Trim()));
}

/// <summary>The partners have responded to the Panel.</summary>
public sealed record PartnersResponded(string Text) : CaseEvent
{
    /// <inheritdoc/>
    public override string StoredName => "PartnersResponded.v1";

    /// <inheritdoc/>
    public override CaseFile ApplyTo(CaseFile file, RecordedEvent recorded) =>
        (file with { Review = file.Review with { PartnersResponse = Text } }).Settled();

    /// <inheritdoc/>
    public override IEnumerable<Effect> WhatFollows(CaseFile after) =>
        ReviewCards.Panel(after, Topic.Of(TopicNews.PartnersResponded, after.Version));
}

/// <summary>The record of the partners' response was corrected (PD16).</summary>
public sealed record PartnersResponseCorrected(string Text, string Reason) : CaseEvent
{
    /// <inheritdoc/>
    public override string StoredName => "PartnersResponseCorrected.v1";

    /// <inheritdoc/>
    public override CaseFile ApplyTo(CaseFile file, RecordedEvent recorded) =>
        (file with { Review = file.Review with { PartnersResponse = Text } }).Settled();

    /// <inheritdoc/>
    public override IEnumerable<Effect> WhatFollows(CaseFile after) =>
        ReviewCards.Panel(after, Topic.Of(TopicNews.PartnersResponded, after.Version));
}
