using SafeguardingTeams.Domain.Steps.LeadsQuestions;
using SafeguardingTeams.Presentation.Wording;

namespace SafeguardingTeams.Presentation.Steps.LeadsQuestions;

/// <summary>A question to the three leads: what the timeline says.</summary>
internal static class Timeline
{
    internal static StepTimeline Lines { get; } =
        new StepTimeline()
            .Line<LeadsAsked>(
                (asked, _) =>
                    (
                        $"The three leads were asked question {asked.Number}, {asked.How}",
                        $"{asked.Question} Answers to choose from: {string.Join("; ", asked.Options)}."
                    )
            )
            .Line<LeadsQuestionAnswered>(
                (answered, file) =>
                    (
                        $"{Written.Sentence(Clocks.Partner(answered.Lead))} answers question {answered.Number}: "
                            + file.Question(answered.Number)!.Options[answered.Option - 1],
                        answered.Comment
                    )
            )
            .Line<LeadsQuestionTakenBack>((taken, _) => ($"Question {taken.Number} to the leads was taken back", taken.Reason));
}
