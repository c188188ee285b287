using System.Collections.Immutable;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.LeadsQuestions;

namespace SafeguardingTeams.Tests;

/// <content>A question to the three leads.</content>
internal sealed partial class CaseStory
{
    /// <summary>What is asked, where nothing else is.</summary>
    internal static AskLeads Question { get; } =
        new(Id, "Shall schools hear of it before the meeting of the group?", ["Yes, at once", "No, afterwards"], AskLeads.OnACard);

    /// <summary>What puts right that an agency was asked, or what is recorded of a mediation.</summary>
    internal static ImmutableList<Command> Corrections { get; } =
    [
        new Domain.Steps.Preparing.TakeOffAgency(Id, "police", "It is another of that name."),
        new Domain.Steps.Mediation.CorrectMediation(Id, "They talked twice.", "All.", "It was two talks."),
        new Domain.Steps.Approval.CorrectApprovalMediation(Id, "They talked twice.", "All.", "It was two talks."),
    ];

    /// <summary>Every step of it.</summary>
    internal static ImmutableList<Command> QuestionSteps { get; } =
    [Question, new AnswerLeadsQuestion(Id, 1, 1, ""), new TakeBackLeadsQuestion(Id, 1, "It is settled.")];

    internal CaseStory LeadsAsked(AskLeads? asks = null) => Given(asks ?? Question, Somebody(Role.Operations));

    /// <summary>A lead answers with everything before them seen.</summary>
    internal CaseStory LeadAnswers(Role lead, int option, string comment = "", int number = 1) =>
        Given(new AnswerLeadsQuestion(Id, number, option, comment, File.Version), Lead(lead));
}
