using AdaptiveCards;
using SafeguardingTeams.Domain.Actions;
using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.ActionDone;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Cards.Forms;
using SafeguardingTeams.Presentation.Wording;
using static SafeguardingTeams.Presentation.Cards.Parts;

namespace SafeguardingTeams.Presentation.Steps.ActionDone;

/// <summary>An action is done, accepted, or returned (C19).</summary>
public static class ActionDoneCards
{
    /// <summary>It is done, and what shows it.</summary>
    public static AdaptiveCard Report(ActionFile file, Filled filled, CardContext context) =>
        ActionForm.Draw(
            file,
            filled,
            context,
            "Is it done?",
            "Done means done with evidence, such as the protocol or training records. Somebody else accepts it, or returns it with a "
                + "reason. Name no child, relative or practitioner.",
            [
                .. GroupForm.Text(filled, context, "evidence", "What shows that it is done?"),
                .. GroupForm.Line(
                    filled,
                    context,
                    "link",
                    "Where it can be read (optional)",
                    "An address that begins with https://. A file is added from the action's card, before or after this."
                ),
                .. ActionForm.Verified(file, filled, context),
            ],
            ActionForm.Send(context, "Report it as done", Verbs.ActionComplete, Step.ReportActionDone, file)
        );

    /// <summary>Accept it, with the evidence beside the decision.</summary>
    public static AdaptiveCard Accept(ActionFile file, Filled filled, CardContext context) =>
        ActionForm.Draw(
            file,
            filled,
            context,
            "Accept it as done?",
            "You accept it between meetings; the next meeting sees it in its list. Later the owner is asked what it has changed.",
            [
                .. Evidence(file),
                .. EvidenceFiles.Of(file, context),
                .. GroupForm.Date(
                    filled,
                    context,
                    "impact",
                    "When shall we look at what it changed? (optional)",
                    $"In 6 months, where you give no date; within {AcceptAction.MostMonths} months."
                ),
                .. GroupForm.Text(filled, context, "note", "Anything to say of it? (optional)", ActionForm.NoNames),
            ],
            ActionForm.Send(context, "Accept it", Verbs.ActionAccept, Step.AcceptAction, file)
        );

    /// <summary>Return it, with a reason.</summary>
    public static AdaptiveCard Return(ActionFile file, Filled filled, CardContext context) =>
        ActionForm.Draw(
            file,
            filled,
            context,
            "Return it?",
            $"It is to be done still, by {ActionWording.Dates(file)}; the owner can ask for more time.",
            [.. Evidence(file), .. GroupForm.Text(filled, context, "reason", "What is missing?", ActionForm.NoNames)],
            ActionForm.Send(context, "Return it", Verbs.ActionReturn, Step.ReturnAction, file)
        );

    /// <summary>What was reported last: whole beside a decision, else so much of it; the timeline has the whole.</summary>
    internal static IEnumerable<Element> Evidence(ActionFile file, int most = int.MaxValue) =>
        file.LastReport is not { } report
            ? []
            :
            [
                Fact("Reported as done", $"{Written.Moment(report.At)}, {report.By}"),
                Fact("What shows it", ActionText.Short(report.Evidence, most)),
                .. report.Link.Length > 0 ? [Fact("Where it can be read", report.Link)] : Array.Empty<Element>(),
                .. report.Verified.Length > 0 ? [Fact("Verified", report.Verified)] : Array.Empty<Element>(),
                .. report.Returned.Length > 0
                    ? [Fact("Returned, because", ActionText.Short(report.Returned, most))]
                    : Array.Empty<Element>(),
            ];
}

/// <summary>What timeline, messages and buttons say of it.</summary>
internal static class ActionWords
{
    internal static StepLines<ActionEvent, ActionFile> Lines { get; } =
        new StepLines<ActionEvent, ActionFile>()
            .Line<ActionReportedDone>(
                (done, _) =>
                    (
                        "Reported as done",
                        ActionText.Said(
                            done.Link.Length > 0 ? $"{done.Evidence} Where it can be read: {done.Link}" : done.Evidence,
                            done.Verified
                        )
                    )
            )
            .Line<EvidenceFileAdded>((added, _) => ("A file was added", $"{added.Document.Name}, {FileWords.Size(added.Document.Length)}"))
            .Line<EvidenceFileTakenOut>((taken, _) => ($"File {taken.Number} was taken out", taken.Reason))
            .Line<EvidenceLinkAdded>((added, _) => ("A link was added", $"{added.What}: {added.Link}"))
            .Line<EvidenceLinkTakenOut>((taken, _) => ($"Link {taken.Number} was taken out", taken.Reason))
            .Line<ActionAccepted>(
                (accepted, _) =>
                    ($"Accepted as done; what it changed is looked at on {Written.ShortDay(accepted.Impact.DueDay)}", accepted.Note)
            )
            .Line<ActionReturned>((returned, _) => ("Returned: it is to be done still", returned.Reason));

    internal static StepTexts<ActionFile> Messages { get; } =
        new StepTexts<ActionFile>()
            .Message(CardKind.ActionDone, asked =>
                asked.File.Stage == ActionStage.Done && asked.About == Topic.Round(asked.File.Reports.Count)
                    ? (
                        "An action is reported done",
                        "Open it to read what shows it, and accept it or return it, by "
                            + $"{ActionWording.DueBy(asked.File, Timescales.ActionAcceptance)}."
                    )
                    : ActionText.Over
            )
            .Message(CardKind.ActionReturned, asked =>
                asked.File.Stage == ActionStage.Agreed
                && asked.About == Topic.Round(asked.File.Reports.Count)
                && asked.File.LastReport is { Returned.Length: > 0 } returned
                && returned.Begun == asked.File.TimesBegun
                    ? (
                        asked.File.Owner is { HasAccount: true } ? "Your action was returned" : "An action was returned",
                        $"Open it to read what is missing. It is due on {Written.Day(asked.File.Due)}."
                    )
                    : ActionText.Over
            );

    internal static IReadOnlyList<ActionButton> Buttons { get; } =
    [
        new(20, Step.ReportActionDone, Verbs.ActionComplete, (file, context) =>
            ActionRules.IsOwner(file, context.Viewer) ? "It is done" : "Record that it is done"
        ),
        new(30, Step.AcceptAction, Verbs.ActionAccept, (_, _) => "Accept it as done"),
        new(40, Step.ReturnAction, Verbs.ActionReturn, (_, _) => "Return it to its owner"),
    ];
}
