using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Wording;

namespace SafeguardingTeams.Presentation.Steps.Approval;

/// <summary>Its buttons on the case's card.</summary>
internal static class Offer
{
    internal static IReadOnlyList<StepButton> Buttons { get; } =
    [
        new(Place.Waiting, 130, Verbs.Approval, look =>
            look.May(Step.Approve)
                ? (look.Misses(look.File.Review.Approval?.Round) ? "Approve the recommendation" : "Change my approval")
                : null
        ),
        new(Place.Waiting, 140, Verbs.ApprovalMediationAsk, look =>
            look.May(Step.AskForApprovalMediation) ? "Ask for mediation of the approval" : null
        ),
        new(Place.Waiting, 150, Verbs.ApprovalMediation, look =>
            look.May(Step.RecordApprovalMediation) ? "Record the mediation of the approval" : null
        ),
        new(Place.Other, 111, Verbs.ApprovalMediationCorrect, look =>
            look.May(Step.CorrectApprovalMediation) ? "Correct the mediation of the approval" : null
        ),
        new(Place.Other, 30, Verbs.ApprovalTelephone, look => look.May(Step.ApproveByTelephone) ? "Approval by telephone" : null),
        new(Place.Reading, 30, look => ReadsReport(look) ? ApprovalCards.Report(look.File, look.Context) : null),
        new(Place.Reading, 40, look => ReadsReport(look) ? ApprovalCards.Letter(look.File, look.Context) : null),
    ];

    /// <summary>From when the recommendation is agreed there is a report to sign, to approve, to mediate on (B16, B20).</summary>
    private static bool ReadsReport(Look look) =>
        look.File.Review.Agreed is not null && look.File.HasRapidReview && ReviewVisibility.ReadsReport(look.File, look.Viewer);
}
