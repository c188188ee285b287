using AdaptiveCards;
using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Reviews;
using SafeguardingTeams.Domain.Steps.ReviewDecision;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Cards.Forms;
using SafeguardingTeams.Presentation.Wording;
using static SafeguardingTeams.Presentation.Cards.Parts;

namespace SafeguardingTeams.Presentation.Steps.ReviewDecision;

/// <summary>The leads decide on a review (C8).</summary>
public static class ReviewDecisionCards
{
    /// <summary>Say for one partner whether there is to be one: both ways are equal.</summary>
    public static AdaptiveCard Decide(ReviewFile file, Filled filled, CardContext context)
    {
        ActionExecute Way(string title, string agrees) =>
            ReviewRecordForm.Does(context, title, Verbs.ReviewDecide, Step.DecideOnReview, file, ("agrees", agrees));
        var plan = file.Plan!;
        return ReviewRecordForm.Draw(
            file,
            filled,
            context,
            "Is there to be a review?",
            $"{ReviewRecordWording.Of(plan.Kind)}: {plan.Title}. You answer for {Partner(file, context)}. Once all three leads say "
                + "yes it is decided, and six months run from that day.",
            [
                .. plan.Criteria.IsEmpty
                    ? Array.Empty<Element>()
                    : [Fact("What speaks for it", string.Join("; ", plan.Criteria.Select(ReviewRecordWording.Of)))],
                Fact("Why", ReviewRecordText.Short(plan.Reasons, 600)),
                Fact("What else was possible", ReviewRecordText.Short(plan.Others, 600)),
                .. GroupForm.Reason(filled, context, "Why? (needed where you say no)"),
            ],
            Way("Yes, there is", "yes"),
            Way("No, there is not", "no")
        );
    }

    /// <summary>Ask the leads again.</summary>
    public static AdaptiveCard AskAgain(ReviewFile file, Filled filled, CardContext context) =>
        ReviewRecordForm.Draw(
            file,
            filled,
            context,
            "Ask the leads again",
            file.Stage == ReviewStage.Declined
                ? "They did not want a review. Ask again where there is something new, such as the national Panel's view."
                : "They differ. Talk with them first; then they answer anew. What they said stays on the timeline.",
            GroupForm.Text(filled, context, "text", "What was talked about, or what is new?", "The leads read this."),
            ReviewRecordForm.Send(context, "Ask them again", Verbs.ReviewAskAgain, Step.AskLeadsAgain, file)
        );

    private static string Partner(ReviewFile file, CardContext context) =>
        ReviewRules.PartnerOf(file, context.Viewer) switch
        {
            Role.LeadHealth => "health",
            { } lead => $"the {Clocks.Partner(lead)}",
            null => "your partner",
        };
}

/// <summary>What timeline, messages and buttons say of it.</summary>
internal static class ReviewRecordWords
{
    internal static StepLines<ReviewEvent, ReviewFile> Lines { get; } =
        new StepLines<ReviewEvent, ReviewFile>()
            .Line<ReviewProposed>(
                (proposed, _) => ($"Proposed to the three leads: {ReviewRecordWording.Short(proposed.Plan.Kind)}", proposed.Plan.Reasons)
            )
            .Line<ReviewBegun>(
                (begun, _) =>
                    (
                        $"Begun: {ReviewRecordWording.Short(begun.Plan.Kind)}, as the group decided on {Written.ShortDay(begun.DecidedOn)}",
                        begun.Plan.Reasons
                    )
            )
            .Line<LeadSaidOfReview>(
                (said, _) =>
                    (
                        $"The lead of the {Clocks.Partner(said.Lead)}: {(said.Agrees ? "yes, there is to be a review" : "no review")}",
                        (said.Reason + ReviewViews.ByTelephone(said.Call)).TrimStart()
                    )
            )
            .Line<ReviewDecided>((decided, _) => ($"All three leads agree: decided on {Written.ShortDay(decided.On)}", ""))
            .Line<ReviewDeclined>((_, _) => ("None of the three leads wants a review", ""))
            .Line<LeadsAskedAgain>((again, _) => ("The Chair asked the leads again", again.Text));

    internal static StepTexts<ReviewFile> Messages { get; } =
        new StepTexts<ReviewFile>()
            .Message(CardKind.ReviewProposed, asked => Proposed(asked.File, asked.About))
            .Message(CardKind.ReviewLeadsDiffer, asked =>
                asked.File.LeadsDiffer && asked.About == Topic.Round(asked.File.Asked)
                    ? (
                        "The leads differ",
                        "All three leads have answered on a review, and differently. Talk with them, and ask them again."
                    )
                    : ReviewRecordText.Over
            )
            .Message(CardKind.ReviewNews, asked => News(asked.File))
            .Message(CardKind.ReviewOwned, asked => asked.About != Topic.Round(asked.File.Turns) || asked.File.IsOver
                    ? ReviewRecordText.Over
                : asked.File.Owner is { HasAccount: true }
                    ? (
                        "A review is yours to see to",
                        $"You see to a review. It is to be done by {ReviewRecordWording.Dates(asked.File)}. Open it, and say once a "
                            + "month how it goes."
                    )
                : (
                    "Tell who sees to a review",
                    "Whoever sees to a review has no account here: tell them, ask them once a month how it goes, and record it."
                ));

    internal static IReadOnlyList<ReviewButton> Buttons { get; } =
    [
        new(10, Step.DecideOnReview, Verbs.ReviewDecide, (file, context) =>
            file.Views.Exists(view => view.Lead == ReviewRules.PartnerOf(file, context.Viewer)) ? "Change your answer" : "Decide"
        ),
        new(20, Step.AskLeadsAgain, Verbs.ReviewAskAgain, (_, _) => "Ask the leads again"),
    ];

    private static (string, string) Proposed(ReviewFile file, Topic about) =>
        about != Topic.Round(file.Asked) ? ReviewRecordText.Over
        : file.Stage == ReviewStage.ReportWithLeads
            ? (
                "Do you accept a report?",
                $"The final report of a review is before the three leads, by {ReviewRecordWording.DueBy(file, Timescales.ReviewLeads)}. "
                    + "Open it to read what the group advises, and answer."
            )
        : file.Stage != ReviewStage.Proposed ? ReviewRecordText.Over
        : (
            file.Asked > 1 ? "You are asked again: a review?" : "Is there to be a review?",
            $"A review is proposed. Each of the three leads is asked whether there is to be one, by "
                + $"{ReviewRecordWording.DueBy(file, Timescales.ReviewLeads)}. Open it to read why, and answer."
        );

    private static (string, string) News(ReviewFile file) =>
        file.Stage switch
        {
            ReviewStage.UnderWay when file.Plan!.Kind.IsDecidedByLeads() => (
                "A review was decided on",
                $"All three leads agree. It is to be published by {ReviewRecordWording.Dates(file)}."
            ),
            ReviewStage.UnderWay => ("A review or audit has begun", $"It is to be done by {ReviewRecordWording.Dates(file)}."),
            ReviewStage.Accepted => (
                file.Report is null ? "What a review found is accepted" : "A review's report is accepted",
                "Open it to read it, and what comes next."
            ),
            ReviewStage.Concluded when file.Publication!.Form == PublicationForm.Nothing => (
                "A review is not published",
                "Why stands on its record. Open it to read it."
            ),
            ReviewStage.Concluded => ("A review is published", $"It was published on {Written.Day(file.Publication!.PublishedOn!.Value)}."),
            ReviewStage.Declined => ("There is to be no review", "None of the three leads wants one. Open it to read why."),
            ReviewStage.Ended => ("A review was ended", "It was ended before it was done. Open it to read why."),
            _ => ("News of a review", "Open it to see where it stands."),
        };
}
