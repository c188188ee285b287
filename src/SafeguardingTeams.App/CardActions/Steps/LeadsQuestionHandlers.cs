using System.Globalization;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Cases.Deciding;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.LeadsQuestions;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Steps.LeadsQuestions;
using SafeguardingTeams.Presentation.Wording;

namespace SafeguardingTeams.App.CardActions.Steps;

/// <summary>The three leads are asked something about a case, and each answers.</summary>
internal sealed class LeadsQuestionHandlers(StepRunner steps) : ICardHandlers
{
    /// <inheritdoc/>
    public IEnumerable<CardHandler> Handlers =>
        [
            steps.On(Verbs.LeadsQuestions, _ => All),
            steps.On(Verbs.LeadsAsk, _ => Ask),
            steps.On(Verbs.LeadsQuestion, Answer),
            steps.On(Verbs.LeadsQuestionComment, WithComment),
            steps.On(Verbs.LeadsQuestionBack, TakeBack),
        ];

    private static StepCard All { get; } =
        new(
            (file, viewer) =>
                Visibility.SeesDeciding(file, viewer) ? null
                : Permissions.Sees(file, viewer) ? Refusal.NotYours
                : Refusal.NotFound,
            (file, filled, context) => LeadsQuestionCards.All(file, StepCard.OnTop(filled), context)
        );

    private static StepCard Ask { get; } =
        new(Step.AskLeads, LeadsQuestionCards.Ask)
        {
            Command = p => new AskLeads(
                p.Case,
                p.Input("question"),
                [
                    .. p.Input("choices")
                        .ReplaceLineEndings("\n")
                        .Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
                ],
                AskLeads.OnACard
            ),
            Says = _ => "The three leads are being asked. You are told once all three have answered.",
            After = (file, said, context) => LeadsQuestionCards.All(file, said, context),
        };

    private static StepCard Answer(CardInvocation invocation) =>
        Open(
            invocation,
            new(Step.AnswerLeadsQuestion, (file, filled, context) => LeadsQuestionCards.Answer(file, invocation.Round, filled, context))
            {
                Command = p => new AnswerLeadsQuestion(p.Case, p.Round, p.Number(Verbs.Do), "", p.Seen),
                Says = file => Answered(file, invocation),
            }
        );

    private static StepCard WithComment(CardInvocation invocation) =>
        Open(
            invocation,
            new(Step.AnswerLeadsQuestion, (file, filled, context) =>
                LeadsQuestionCards.WithComment(file, invocation.Round, filled, context)
            )
            {
                Command = p =>
                    int.TryParse(p.Input("option"), NumberStyles.None, CultureInfo.InvariantCulture, out var option)
                        ? new AnswerLeadsQuestion(p.Case, p.Round, option, p.Input("comment"), p.Seen)
                        : Wish.NoChoice("option"),
                Says = file => Answered(file, invocation),
            }
        );

    private static StepCard TakeBack(CardInvocation invocation) =>
        Open(
            invocation,
            new(Step.TakeBackLeadsQuestion, (file, filled, context) => LeadsQuestionCards.TakeBack(file, invocation.Round, filled, context))
            {
                Command = p => new TakeBackLeadsQuestion(p.Case, p.Round, p.Input("reason")),
                Says = _ => "The question is taken back. Nobody is waited for any more.",
                After = (file, said, context) => LeadsQuestionCards.All(file, said, context),
            }
        );

    /// <summary>Only while the question the card names is open.</summary>
    private static StepCard Open(CardInvocation invocation, StepCard card) =>
        card.Where(file => file.Question(invocation.Round) is { IsOpen: true });

    private static string Answered(CaseFile file, CardInvocation invocation) =>
        file.Question(invocation.Round) is { State: LeadsQuestionState.Answered }
            ? "Your answer is recorded. All three leads have answered; whoever asked is told."
            : "Your answer is recorded. You can change it until all three leads have answered.";
}
