using AdaptiveCards;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.Closing;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Cards.Forms;
using SafeguardingTeams.Presentation.Wording;
using static SafeguardingTeams.Presentation.Cards.Forms.StepForm;

namespace SafeguardingTeams.Presentation.Steps.Closing;

/// <summary>A case is closed, or opened again.</summary>
public static class ClosingCards
{
    /// <summary>Close it; where something is open, what.</summary>
    public static AdaptiveCard Close(CaseFile file, Filled filled, CardContext context)
    {
        var open = StillOpen.In(file);
        return Step(
            file,
            filled,
            context,
            open.IsEmpty ? "Close the case?" : "Not yet: something is open",
            [
                .. open.IsEmpty
                    ? ["Nothing is open."]
                    : open.Select(what => $"Still open: {what}.").Append("See to these first. Then the case can be closed."),
                .. file.Questions.Exists(asked => asked.IsOpen)
                    ? ["What the leads are asked and have not answered is taken back with it."]
                    : Array.Empty<string>(),
                "Closing ends access to secured records and papers, and nobody is reminded of anything any more. What is recorded stays, "
                    + "and whoever sees the case now can still read it. It can be opened again, with a reason.",
            ],
            [],
            open.IsEmpty ? [("Close the case", Verbs.CloseCase, "yes")] : []
        );
    }

    /// <summary>Open it again.</summary>
    public static AdaptiveCard Reopen(CaseFile file, Filled filled, CardContext context) =>
        Step(
            file,
            filled,
            context,
            "Open the case again?",
            ["It then stands where it stood before it was closed. Access that has ended does not come back by itself."],
            [Reason(filled, context, "Why is it opened again?")],
            [("Open it again", Verbs.ReopenCase, "yes")]
        );
}

/// <summary>What the timeline says of it.</summary>
internal static class Timeline
{
    internal static StepTimeline Lines { get; } =
        new StepTimeline()
            .Line<CaseClosed>((_, _) => ("The case was closed: nothing was open. Access to secured records and papers has ended", ""))
            .Line<CaseReopened>((reopened, _) => ("The case was opened again", reopened.Reason));
}

/// <summary>Its buttons on the case's card.</summary>
internal static class Offer
{
    internal static IReadOnlyList<StepButton> Buttons { get; } =
    [
        new(Place.Last, 40, Verbs.CloseCase, look => look.May(Domain.Records.Step.CloseCase) ? "Close the case" : null),
        new(Place.Other, 240, Verbs.ReopenCase, look => look.May(Domain.Records.Step.ReopenCase) ? "Open the case again" : null),
    ];
}
