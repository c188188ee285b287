using SafeguardingTeams.Domain.Cases.Deciding;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Wording;

namespace SafeguardingTeams.Presentation.Steps.LeadsQuestions;

/// <summary>Its buttons on the case's card.</summary>
internal static class Offer
{
    internal static IReadOnlyList<StepButton> Buttons { get; } =
    [
        // The first of those that wait; the next stands here once it is answered.
        new(Place.Waiting, 45, look =>
            look.May(Step.AnswerLeadsQuestion) && First(look) is { } asked
                ? LeadsQuestionCards.Key(look.File, asked, look.Context, "Answer a question", Verbs.LeadsQuestion)
                : null
        ),
        new(Place.Reading, 50, Verbs.LeadsQuestions, look =>
            !look.File.Questions.IsEmpty && Visibility.SeesDeciding(look.File, look.Viewer) ? "Questions to the leads" : null
        ),
        new(Place.Other, 105, Verbs.LeadsAsk, look => look.May(Step.AskLeads) ? "Ask the three leads" : null),
    ];

    private static LeadsQuestion? First(Look look) =>
        look.File.Questions.Find(asked => asked.WaitsFor(LeadsQuestionCards.Mine(look.File, asked, look.Context)));
}
