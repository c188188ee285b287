using System.Collections.Immutable;
using AdaptiveCards;
using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.LeadsQuestions;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Cards.Forms;
using SafeguardingTeams.Presentation.Screens;
using SafeguardingTeams.Presentation.Steps.LeadsQuestions;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.Presentation.Tests;

/// <summary>The cards of a question to the three leads, and its messages.</summary>
internal static partial class Gallery
{
    private static CaseStory QuestionAsked => CaseStory.At(Stage.UnderReview).LeadsAsked();

    private static CaseStory QuestionHalfAnswered =>
        QuestionAsked.LeadAnswers(Role.LeadHealth, 2, "The interviews come first.").LeadAnswers(Role.LeadLocalAuthority, 1);

    private static CaseStory QuestionAnswered => QuestionHalfAnswered.LeadAnswers(Role.LeadPolice, 2);

    private static CaseStory QuestionTakenBack =>
        QuestionHalfAnswered.Given(new TakeBackLeadsQuestion(CaseStory.Id, 1, "It was settled by telephone."), Somebody(Role.Chair));

    private static CaseStory LongQuestion =>
        CaseStory
            .At(Stage.UnderReview)
            .LeadsAsked(
                new(
                    CaseStory.Id,
                    "The school asks whether its staff may be told before the meeting of the group. What shall it be told?",
                    [
                        "That it can tell those of its staff who knew the child, without details",
                        "That it waits for the letter after the meeting of the group",
                        "That the safeguarding lead of the school is told now, and nobody else",
                        "Nothing yet",
                        "Something else, which I say in a comment",
                    ],
                    AskLeads.FromAFlow
                )
            );

    private static IEnumerable<(string, AdaptiveCard)> LeadsQuestionGallery()
    {
        var (operations, chair, police) = (
            Context(Somebody(Role.Operations)),
            Context(Somebody(Role.Chair)),
            Context(CaseStory.Lead(Role.LeadPolice))
        );
        var typed = ImmutableDictionary<string, string>.Empty.Add("question", "Shall we?").Add("choices", "Yes\nyes");
        yield return ("leads-question-ask", LeadsQuestionCards.Ask(Asked.File, Filled.Nothing, chair));
        yield return (
            "leads-question-ask-wrong",
            LeadsQuestionCards.Ask(
                Asked.File,
                new(
                    typed,
                    [
                        new("too-short", "Say more: at least 10 characters.", "question"),
                        new("same", "Two of the answers are the same. Change or remove one.", "choices"),
                    ]
                ),
                operations
            )
        );
        yield return ("leads-question-answer", LeadsQuestionCards.Answer(QuestionHalfAnswered.File, 1, Filled.Nothing, police));
        yield return ("leads-question-answer-long", LeadsQuestionCards.Answer(LongQuestion.File, 1, Filled.Nothing, police));
        yield return (
            "leads-question-answer-again",
            LeadsQuestionCards.Answer(
                QuestionAsked.LeadAnswers(Role.LeadHealth, 2, "The interviews come first.").LeadAnswers(Role.LeadPolice, 1).File,
                1,
                new(ImmutableDictionary<string, string>.Empty, [new("nothing-changed", "This is the answer already recorded.")]),
                police
            )
        );
        yield return ("leads-question-comment", LeadsQuestionCards.WithComment(LongQuestion.File, 1, Filled.Nothing, police));
        yield return (
            "leads-question-comment-wrong",
            LeadsQuestionCards.WithComment(
                QuestionAsked.File,
                1,
                new(
                    ImmutableDictionary<string, string>.Empty.Add("comment", "As said."),
                    [new("answer-needed", "Choose an answer.", "option")]
                ),
                police
            )
        );
        var several = QuestionAnswered
            .Given(LongQuestionOf("Is a legal adviser to come to the meeting?"), Somebody(Role.Operations))
            .LeadAnswers(Role.LeadHealth, 2, number: 2)
            .Given(LongQuestionOf("May the referrer hear how it stands?"), Somebody(Role.Chair))
            .Given(new TakeBackLeadsQuestion(CaseStory.Id, 3, "They have been told."), Somebody(Role.Chair));
        yield return ("leads-questions-operations", LeadsQuestionCards.All(several.File, null, operations));
        yield return ("leads-questions-police", LeadsQuestionCards.All(several.File, null, police));
        yield return (
            "leads-questions-asked",
            LeadsQuestionCards.All(QuestionAsked.File, new(NoticeKind.Done, "The three leads are being asked."), chair)
        );
        yield return ("leads-questions-none", LeadsQuestionCards.All(Asked.File, null, chair));
        yield return ("leads-question-take-back", LeadsQuestionCards.TakeBack(QuestionHalfAnswered.File, 1, Filled.Nothing, chair));
        yield return ("case-lead-asked", CaseCard.Draw(new(QuestionAsked.File, 0, BankHolidays.Calendar), police));
        yield return ("timeline-leads-question-police", TimelineCard.Draw(QuestionHalfAnswered.File, 0, police));
        yield return ("timeline-leads-question-taken-back", TimelineCard.Draw(QuestionTakenBack.File, 0, operations));
    }

    private static AskLeads LongQuestionOf(string words) => CaseStory.Question with { Question = words, How = AskLeads.FromAFlow };

    private static Actor Somebody(Role role) => CaseStory.Somebody(role);

    private static IEnumerable<(string Name, CardKind Kind, string About, CaseFile File)> LeadsQuestionMessages() =>
        [
            ("asked", CardKind.LeadsQuestion, "1", QuestionAsked.File),
            ("two", CardKind.LeadsQuestion, "1", QuestionHalfAnswered.File),
            ("answered", CardKind.LeadsQuestion, "1", QuestionAnswered.File),
            ("taken-back", CardKind.LeadsQuestion, "1", QuestionTakenBack.File),
            ("answered", CardKind.LeadsHaveAnswered, "1", QuestionAnswered.File),
        ];
}
