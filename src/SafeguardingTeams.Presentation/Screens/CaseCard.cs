using AdaptiveCards;
using SafeguardingTeams.Domain.Actions;
using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Learning;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Screens;
using SafeguardingTeams.Presentation.Steps.LegalHold;
using SafeguardingTeams.Presentation.Wording;
using static SafeguardingTeams.Presentation.Cards.Parts;
using static SafeguardingTeams.Presentation.Wording.Written;

namespace SafeguardingTeams.Presentation.Screens;

/// <summary>A case and what stands round it.</summary>
/// <param name="Duplicates">How many other referrals may be about the same incident; 0 for who may not see them.</param>
/// <param name="Calendar">For counting what is left.</param>
/// <param name="Notice">What is said on top.</param>
/// <param name="GoesOnAs">Where the referral was joined to another: that case.</param>
public sealed record CaseView(CaseFile File, int Duplicates, WorkingDayCalendar Calendar, Notice? Notice = null, CaseFile? GoesOnAs = null)
{
    /// <summary>Referrals for practice learning that seem to be about the same child, and that the viewer may see (D11).</summary>
    public IReadOnlyList<LearningFile> Beside { get; init; } = [];

    /// <summary>Who began the return that the viewer goes on with, where somebody answered for their agency before; else empty.</summary>
    public string ReturnBegunBy { get; init; } = "";

    /// <summary>The actions that were agreed from it; none for who does not read all actions (F2).</summary>
    public IReadOnlyList<AgreedFrom> Actions { get; init; } = [];
}

/// <summary>
/// A case: where it stands, the facts in short, the clocks that run and what each counts from, and what this person may do.
/// </summary>
public static class CaseCard
{
    public static AdaptiveCard Draw(CaseView view, CardContext context)
    {
        var file = view.File;
        return Card([
            Top(view.Notice),
            HeldNotice.Of(file.Ref, context),
            Aside($"Serious incident referral {file.Id}"),
            Heading("Where it stands"),
            .. Told(
                Visibility.SeesDeciding(file, context.Viewer) ? Stages.Sentence(file, context.Words) : Stages.Outward(file, context.Words)
            ),
            .. view.GoesOnAs is { } other ? [Fact($"{other.Id}", Stages.Outward(other, context.Words))] : Enumerable.Empty<Element>(),
            view.Duplicates > 0
                ? Top(
                    new(
                        NoticeKind.Information,
                        $"{Count(view.Duplicates, "other referral", "other referrals")} may be about the same incident. Look "
                            + "before you decide."
                    )
                )
                : null,
            .. CaseButtons.Waiting(view, context),
            .. CaseFacts.Of(file),
            .. Visibility.SeesDeciding(file, context.Viewer) ? ReviewFacts.Of(file, context) : [],
            .. Visibility.SeesDeciding(file, context.Viewer) ? DecisionFacts.Of(file, context) : [],
            .. ActionFacts(view, context),
            .. ClockFacts.Of(view, context),
            .. file.JoinedReferrals.Select(joined =>
                Fact("Joined referral", $"{joined.CaseId}, by {joined.Referrer.Display}, {joined.Referrer.AgencyName}")
            ),
            .. view.Beside.Select(learning =>
                Fact("Practice learning about the same child", $"{learning.Ref}, {LearningWording.Short(learning.Stage)}")
            ),
            .. CaseButtons.Other(view, context),
        ]);
    }

    /// <summary>What the report says is to be done and is an action already, and which actions came of the case (C5).</summary>
    private static IEnumerable<Element> ActionFacts(CaseView view, CardContext context)
    {
        if (StepRules.MayTake(Step.AgreeAction, view.File, context.Viewer) && ReportedAction.Of(view.File) is { IsEmpty: false } reported)
        {
            yield return Fact("What the report says is to be done", ActionWording.WrittenDown(reported, view.Actions));
        }

        if (view.Actions.Count > 0)
        {
            yield return Fact(
                "Actions that came of it",
                $"{Count(view.Actions.Count, "action:", "actions:")} {ActionWording.References(view.Actions)}"
            );
        }
    }
}
