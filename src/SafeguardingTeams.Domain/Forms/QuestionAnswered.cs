namespace SafeguardingTeams.Domain.Forms;

/// <summary>A question with what was answered, for whoever shows both.</summary>
/// <param name="Text">The answer as typed; empty where there is none.</param>
public sealed record QuestionAnswered(Question Question, string Text)
{
    internal static QuestionAnswered Of(Form form, Answers answers, string pageId, string questionId) =>
        new(((Page.Single)form.Page(pageId)!).Questions.First(question => question.Id == questionId), answers[pageId, questionId]);
}
