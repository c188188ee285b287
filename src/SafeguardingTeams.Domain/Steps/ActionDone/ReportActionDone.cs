using SafeguardingTeams.Domain.Actions;
using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.Domain.Steps.ActionDone;

/// <summary>The owner reports an action as done, with evidence; operations record it for an owner who has no account (C19).</summary>
/// <param name="Evidence">What shows that it is done.</param>
/// <param name="Link">Where it can be read; may be empty.</param>
/// <param name="Verified">How operations made sure; empty where the owner says it themselves.</param>
public sealed record ReportActionDone(RecordRef Action, string Evidence, string Link, string Verified = "") : ActionCommand(Action)
{
    /// <inheritdoc/>
    public override Step Step => Step.ReportActionDone;

    /// <inheritdoc/>
    protected override Decision Decide(Records<ActionFile> files, DecisionContext context) =>
        Said.Decide(
            Action,
            [
                Said.Needed(Evidence, "evidence", "Say what shows that it is done."),
                Said.TooLong(Link, "link", Said.LongestLine)
                    ?? (
                        Link.Trim().Length == 0 || (Uri.TryCreate(Link.Trim(), UriKind.Absolute, out var link) && link.Scheme == "https")
                            ? null
                            : new("no-link", "Enter a whole address that begins with https://, or leave it empty.", "link")
                    ),
                Said.Verified(Verified, files.This, context),
            ],
            () =>
                new ActionReportedDone(
                    Evidence.Trim(),
                    Link.Trim(),
                    Said.Kept(Verified, files.This, context),
                    context.PinAcceptance(files.This.Rules!)
                )
        );
}

/// <summary>An action was reported as done.</summary>
/// <param name="Accept">By when it is accepted, or returned.</param>
public sealed record ActionReportedDone(string Evidence, string Link, string Verified, Deadline Accept) : ActionEvent
{
    /// <inheritdoc/>
    public override string StoredName => "ActionReportedDone.v1";

    /// <inheritdoc/>
    public override ActionFile ApplyTo(ActionFile file, RecordedEvent recorded) =>
        file.Lapse().To(ActionStage.Done, recorded.At, Accept) with
        {
            Reports = file.Reports.Add(new(Evidence, Link, Verified, recorded.At, recorded.By.Display, "")),
        };

    /// <inheritdoc/>
    public override IEnumerable<Effect> WhatFollows(ActionFile after) => [ActionCards.Done(after), .. ActionCards.Again(after)];
}
