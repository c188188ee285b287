using System.Collections.Immutable;
using System.Globalization;
using AdaptiveCards;
using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Cases.Deciding;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.Approval;
using SafeguardingTeams.Domain.Steps.Meeting;
using SafeguardingTeams.Domain.Steps.Report;
using SafeguardingTeams.Domain.Steps.ReportChanges;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Cards.Forms;
using SafeguardingTeams.Presentation.Steps.Meeting;
using SafeguardingTeams.Presentation.Wording;
using static SafeguardingTeams.Presentation.Cards.Forms.ReviewParts;
using static SafeguardingTeams.Presentation.Cards.Forms.StepForm;
using static SafeguardingTeams.Presentation.Cards.Parts;
using static SafeguardingTeams.Presentation.Wording.Written;

namespace SafeguardingTeams.Presentation.Steps.Approval;

/// <summary>The three leads' approval of the recommendation (B20): buttons only first, reasons in a step of their own.</summary>
public static class ApprovalCards
{
    /// <summary>A lead's card.</summary>
    public static AdaptiveCard Lead(CaseFile file, Filled filled, CardContext context)
    {
        var (round, clock) = (file.Review.Approval!.Round, file.Clock(Timescales.Approval.Id));
        var mine = Partners.Leads.FirstOrDefault(context.Viewer.RolesFor(file).Contains);
        return Card([
            .. OnTop(filled),
            Aside($"Rapid Review {file.Id}. You decide for: {Clocks.Partner(mine)}."),
            Heading(round.Mediated ? "After mediation: do you approve?" : "Approve the recommendation?"),
            clock is { Runs: true }
                ? Fact(
                    "Please decide by",
                    $"{Day(clock.Deadline.DueDay)}, counted from {Clocks.From(clock.Deadline.Anchor)}, {ShortDay(clock.Deadline.AnchorDay)}"
                )
                : null,
            AskedAgain(file) ? Aside(Inputs.Cut($"Asked again: {Why(file)}", 80)) : null,
            .. AtMeetingCards.Recommendation(file),
            round.Mediated ? Mediated(file) : null,
            Buttons(Report(file, context)),
            Buttons(
                Key(file, context, "Approve", Verbs.Approval, (Verbs.Do, "approve")).Main(),
                Key(file, context, "Approve, with a comment", Verbs.ApprovalReasons),
                Key(file, context, "Do not approve", Verbs.ApprovalReasons, ("refuse", "yes")),
                ToTheCase(file, context),
                StepRules.MayTake(Domain.Records.Step.AskForApprovalMediation, file, context.Viewer)
                    ? Go(file, context, "Ask the Scrutineer to mediate", Verbs.ApprovalMediationAsk)
                    : null
            ),
            .. AskedAgain(file) ? Changed(file).Prepend(Subheading("Why you are asked again")) : [],
            Subheading("Who has decided"),
            .. Round(file, context),
            Say(
                "If all three approve, report and letter go to the national Panel. You can change your decision until then, or "
                    + "until mediation begins."
            ),
        ]);
    }

    /// <summary>The second step: a comment, or why not.</summary>
    public static AdaptiveCard Reasons(CaseFile file, bool approves, Filled filled, CardContext context) =>
        Small(
            file,
            filled,
            context,
            approves ? "You approve it" : "You do not approve it",
            [],
            [
                approves
                    ? "Your comment is read by the other leads, the Chair and the Scrutineer."
                    : "Say why: the other leads, the Chair and the Scrutineer read it. Mediation is offered where the leads differ.",
            ],
            [Reason(filled, context, approves ? "Your comment (optional)" : "Your reasons")],
            Key(file, context, approves ? "Approve" : "Do not approve", Verbs.ApprovalReasons, (Verbs.Do, approves ? "approve" : "refuse"))
                .Main(),
            Go(file, context, "Back", Verbs.Approval)
        );

    /// <summary>By telephone, recorded by operations (PD8).</summary>
    public static AdaptiveCard Telephone(CaseFile file, Filled filled, CardContext context) =>
        Small(
            file,
            filled,
            context,
            "An approval given by telephone",
            AtMeetingCards.Recommendation(file),
            ["For a lead who cannot use Teams or the web page now. It is recorded that you took it."],
            [
                .. Choose(
                    filled,
                    context,
                    "lead",
                    "Whose decision?",
                    Partners.Leads.Select(lead => new InputChoice(Written.Sentence(Clocks.Partner(lead)), lead.ToString()))
                ),
                .. Line(filled, context, "given", "Who gave it?"),
                .. Line(filled, context, "verified", "How did you make sure who was speaking?"),
                Reason(filled, context, "Their reasons (needed where they do not approve)"),
            ],
            Key(file, context, "They approve", Verbs.ApprovalTelephone, (Verbs.Do, "approve")).Main(),
            Key(file, context, "They do not approve", Verbs.ApprovalTelephone, (Verbs.Do, "refuse")),
            ToTheCase(file, context)
        );

    public static AdaptiveCard AskForMediation(CaseFile file, Filled filled, CardContext context) =>
        Small(
            file,
            filled,
            context,
            "Ask the Scrutineer to mediate",
            [],
            [
                "The leads differ on the recommendation. The Independent Scrutineer speaks with them and records what came of "
                    + "it. It is not a casting vote: each lead decides again afterwards. If they still differ, it is not approved "
                    + "and the recommendation is opened again.",
            ],
            [],
            Go(file, context, "Ask now", Verbs.ApprovalMediationAsk, (Verbs.Do, "yes")).Main(),
            ToTheCase(file, context)
        );

    /// <summary>Put the record of that mediation right (PD16).</summary>
    public static AdaptiveCard CorrectMediation(CaseFile file, Filled filled, CardContext context) =>
        Small(
            file,
            filled,
            context,
            "Correct the mediation",
            [],
            ["Only the record changes: nobody is asked to decide again because of it. What was recorded before stays on the record."],
            [
                .. Line(filled, context, "outcome", "What came of it?", file.Review.Mediated?.Outcome ?? "", isLong: true),
                .. Line(filled, context, "agreed", "Who agreed to it?", file.Review.Mediated?.AgreedBy ?? ""),
                StepForm.Reason(filled, context, "Why is it being corrected?"),
            ],
            Go(file, context, "Save", Verbs.ApprovalMediationCorrect, (Verbs.Do, "yes")).Main(),
            ToTheCase(file, context)
        );

    /// <summary>Record the mediation.</summary>
    public static AdaptiveCard Mediation(CaseFile file, Filled filled, CardContext context) =>
        Small(
            file,
            filled,
            context,
            "Record the approval's mediation",
            [.. AtMeetingCards.Recommendation(file), .. Round(file, context)],
            ["Your record is read by the leads and the Chair. Each lead then decides again on a fresh card."],
            [
                .. Line(filled, context, "outcome", "What came of it?", isLong: true),
                .. Line(filled, context, "agreed", "Who agreed to it? If nobody did, say so."),
            ],
            Go(file, context, "Record it", Verbs.ApprovalMediation, (Verbs.Do, "yes")).Main(),
            Report(file, context),
            Letter(file, context),
            ToTheCase(file, context)
        );

    /// <summary>Whether the leads are asked again because the report was changed, or because it is to be corrected.</summary>
    internal static bool AskedAgain(CaseFile file) => file.Review.Correction is not null || !Changes(file).IsEmpty;

    /// <summary>What was changed since the recommendation was agreed or the report sent, by its labels and never by its values.</summary>
    internal static IEnumerable<Element> Changed(CaseFile file) =>
        [
            .. file.Review.Correction is { } correction
                ? [Fact("A correction of the report, because", correction.Reason)]
                : Array.Empty<Element>(),
            .. Changes(file)
                .SelectMany(change =>
                    new[] { Fact("Changed since", Inputs.Cut(string.Join("; ", change.Changed), 400)), Fact("Why", change.Reason) }
                ),
        ];

    private static string Why(CaseFile file) =>
        Changes(file) is { IsEmpty: false } changes
            ? $"changed were {string.Join("; ", changes.SelectMany(change => change.Changed).Distinct(StringComparer.Ordinal))}"
            : "a correction of the report is to go";

    private static ImmutableList<ReportChanged> Changes(CaseFile file) =>
        [
            .. file
                .History.Select(recorded => recorded.Event)
                .Reverse()
                .TakeWhile(happened => happened is not (RecommendationAgreed or ReportSent or CorrectionSent))
                .OfType<ReportChanged>()
                .Take(3),
        ];

    /// <summary>Who has decided, and what, as far as the viewer may see it already.</summary>
    internal static IEnumerable<Element> Round(CaseFile file, CardContext context) =>
        file.Review.Approval is not { } approval
            ? []
            : Partners.Leads.Select(lead =>
                Fact(
                    $"Lead representative, {Clocks.Partner(lead)}",
                    approval.Round.Of(lead) is not { } decision ? "has not decided yet"
                        : Visibility.SeesApprovals(file, context.Viewer) || context.Viewer.RolesFor(file).Contains(lead) ? Said(decision)
                        : "has decided; you see it once you have"
                )
            );

    internal static ActionOpenUrl Report(CaseFile file, CardContext context) =>
        Link(context, "Open the report", $"documents/{Code(file.Id)}/report");

    /// <summary>The letter to the Panel, once it can be made (B22).</summary>
    internal static ActionOpenUrl? Letter(CaseFile file, CardContext context) =>
        SendReport.LetterMissing(file).IsEmpty
            ? Link(context, "Open the letter to the Panel", $"documents/{Code(file.Id)}/panel-letter")
            : null;

    private static string Said(PartnersDecision decision) =>
        (decision.Agrees ? "approves" : "does not approve")
        + $"{(decision.Telephone is { } call ? $" (by telephone from {call.GivenBy})" : "")}, {Moment(decision.At)}"
        + (decision.Reason.Length > 0 ? $". {Inputs.Cut(decision.Reason, 800)}" : "");

    private static Element? Mediated(CaseFile file) =>
        file.Review.Mediated is { } mediated
            ? Fact("Mediation", $"{Inputs.Cut(mediated.Outcome, 1500)} Agreed to by: {Inputs.Cut(mediated.AgreedBy.TrimEnd('.'), 400)}.")
            : null;

    private static ActionExecute Key(
        CaseFile file,
        CardContext context,
        string title,
        string verb,
        params ReadOnlySpan<(string, string)> keys
    ) =>
        Go(
            file,
            context,
            title,
            verb,
            [
                ("round", file.Review.Approval!.Round.Number.ToString(CultureInfo.InvariantCulture)),
                ("seen", file.Version.ToString(CultureInfo.InvariantCulture)),
                .. keys,
            ]
        );
}
