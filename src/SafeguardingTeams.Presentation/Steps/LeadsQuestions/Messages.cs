using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Cases.Deciding;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Presentation.Wording;

namespace SafeguardingTeams.Presentation.Steps.LeadsQuestions;

/// <summary>A question to the three leads: its messages stored in Teams, never a word of the question (F2).</summary>
internal static class Messages
{
    internal static StepMessages All { get; } =
        new StepMessages()
            .Message(CardKind.LeadsQuestion, asked => Question(About(asked.About, asked.File)))
            .Message(CardKind.LeadsHaveAnswered, _ => ("The three leads have answered", "Open it to read what each of them says."));

    /// <summary>The question a message is about; null where there is none.</summary>
    internal static LeadsQuestion? About(Topic about, CaseFile file) => file.Questions.Find(asked => Topic.Round(asked.Number) == about);

    private static (string, string) Question(LeadsQuestion? asked) =>
        asked?.State switch
        {
            LeadsQuestionState.Open => (
                "A question to the three leads",
                "Open it to read it, and to answer for your own partner. "
                    + $"{asked.Answers.Count} of {Partners.Leads.Length} have answered."
            ),
            LeadsQuestionState.Answered => (
                "All three leads have answered",
                "Nothing more is asked of you here. Open the case to read the answers."
            ),
            LeadsQuestionState.TakenBack or null => (
                "The question was taken back",
                "Nothing is asked of you here any more. Open the case to see where it stands."
            ),
        };
}
