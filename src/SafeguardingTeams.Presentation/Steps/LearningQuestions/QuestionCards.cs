using AdaptiveCards;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Learning;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.LearningQuestions;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Cards.Forms;
using SafeguardingTeams.Presentation.Wording;
using static SafeguardingTeams.Presentation.Cards.Parts;

namespace SafeguardingTeams.Presentation.Steps.LearningQuestions;

/// <summary>A question to the referrer, and its answer (D7).</summary>
public static class QuestionCards
{
    /// <summary>Ask.</summary>
    public static AdaptiveCard Ask(LearningFile file, Filled filled, CardContext context) =>
        LearningForm.Draw(
            file,
            filled,
            context,
            "Ask the referrer",
            "They get a message that something is asked, and read your question when they open it. Question and answer stay on the record.",
            GroupForm.Text(filled, context, "question", "Your question"),
            LearningForm.Key(context, "Ask", Verbs.LearningAsk, file, (Verbs.Do, "yes")).Main()
        );

    /// <summary>Answer.</summary>
    public static AdaptiveCard Answer(LearningFile file, Filled filled, CardContext context) =>
        LearningForm.Draw(
            file,
            filled,
            context,
            "You are asked something",
            file.RolesOf(context.Viewer).Contains(Role.Practitioner)
                ? $"Asked by {Inputs.Cut(file.OpenQuestion!.AskedBy, 80)}, {Written.Moment(file.OpenQuestion.AskedAt)}."
                : "Record what the referrer answered in another way.",
            [.. Told(file.OpenQuestion!.Text), .. GroupForm.Text(filled, context, "answer", "Your answer")],
            LearningForm
                .Key(
                    context,
                    "Send the answer",
                    Verbs.LearningAnswer,
                    file,
                    (Verbs.Do, "yes"),
                    ("round", file.OpenQuestion.Number.ToString(System.Globalization.CultureInfo.InvariantCulture))
                )
                .Main()
        );
}

/// <summary>What timeline, messages and buttons say of it.</summary>
internal static class LearningWords
{
    internal static StepLines<LearningEvent, LearningFile> Lines { get; } =
        new StepLines<LearningEvent, LearningFile>()
            .Line<ReferrerAsked>((asked, _) => ("The referrer was asked", asked.Question))
            .Line<ReferrerAnswered>((answered, _) => ("The question was answered", answered.Answer));

    internal static StepTexts<LearningFile> Messages { get; } =
        new StepTexts<LearningFile>().Message(CardKind.LearningQuestion, asked =>
            asked.File.OpenQuestion is { } open && Topic.Round(open.Number) == asked.About && !asked.File.IsEnded
                ? ("Something is asked of you", "There is a question about what you referred for practice learning. Open it to answer.")
                : ("Answered", "Nothing more is asked of you here. Open it to see where it stands.")
        );

    internal static IReadOnlyList<LearningButton> Buttons { get; } =
    [
        new(40, Step.AnswerQuestion, Verbs.LearningAnswer, (file, context) =>
            file.RolesOf(context.Viewer).Contains(Role.Practitioner) ? "Answer the question" : "Record the answer"
        ),
        new(220, Step.AskReferrer, Verbs.LearningAsk, (_, _) => "Ask the referrer"),
    ];
}
