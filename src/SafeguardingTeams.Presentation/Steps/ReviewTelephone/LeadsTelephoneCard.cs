using AdaptiveCards;
using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Reviews;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Cards.Forms;
using SafeguardingTeams.Presentation.Wording;

namespace SafeguardingTeams.Presentation.Steps.ReviewTelephone;

/// <summary>What a lead answered by telephone to what the leads are asked of a review (PD8): both ways are equal.</summary>
public static class LeadsTelephoneCard
{
    /// <summary>Record it for one of the leads.</summary>
    public static AdaptiveCard Draw(ReviewFile file, Filled filled, CardContext context)
    {
        ActionExecute Way(string title, string agrees) =>
            ReviewRecordForm.Does(context, title, Verbs.ReviewLeadsTelephone, Step.RecordReviewLeadsAnswer, file, ("agrees", agrees));
        return ReviewRecordForm.Draw(
            file,
            filled,
            context,
            "An answer given by telephone",
            $"For a lead who cannot use Teams or the web page now. The leads are asked: {Asks(file)} It is recorded that you took it, and "
                + "the lead is told.",
            [
                .. GroupForm.Choose(
                    filled,
                    context,
                    "lead",
                    "Whose answer?",
                    Partners.Leads.Select(lead => new InputChoice(Written.Sentence(Clocks.Partner(lead)), lead.ToString()))
                ),
                .. GroupForm.Line(filled, context, "given", "Who gave it?"),
                .. GroupForm.Date(filled, context, "date", "When?", there: Written.Iso(context.Today)),
                .. GroupForm.Line(
                    filled,
                    context,
                    "verified",
                    "How did you make sure who was speaking?",
                    "For example: called back on the number we know."
                ),
                .. GroupForm.Reason(filled, context, "Their reasons (needed where they say no)"),
            ],
            Way("They say yes", "yes"),
            Way("They say no", "no")
        );
    }

    private static string Asks(ReviewFile file) =>
        file.LeadsAreAsked switch
        {
            LeadsQuestion.Terms => $"do they approve version {file.Terms.Versions.Count} of the terms of reference?",
            LeadsQuestion.Report => "do they accept the final report?",
            _ => "is there to be a review?",
        };
}

/// <summary>What messages and buttons say of it; the timeline's lines stand with each question.</summary>
internal static class ReviewRecordWords
{
    internal static StepLines<ReviewEvent, ReviewFile> Lines { get; } = new();

    internal static StepTexts<ReviewFile> Messages { get; } =
        new StepTexts<ReviewFile>().Message(CardKind.ReviewAnsweredForLead, asked =>
            asked.About.Number is { } version && asked.File.CanStillBeSaidOtherwise(version)
                ? (
                    "Your answer was recorded for you",
                    "The operational team recorded what you, or who stands in for you, answered by telephone on a review. Open it to read "
                        + "it. If that is not what was said, answer there yourself: your own word takes its place."
                )
                : (
                    "An answer recorded for you",
                    "You have answered since, or all that was asked is answered. It stands on the review's timeline. If it is not what was "
                        + "said, tell the operational team at once."
                )
        );

    internal static IReadOnlyList<ReviewButton> Buttons { get; } =
    [new(22, Step.RecordReviewLeadsAnswer, Verbs.ReviewLeadsTelephone, (_, _) => "A lead's answer by telephone")];
}
