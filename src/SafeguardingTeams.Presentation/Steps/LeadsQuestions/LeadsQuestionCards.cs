using System.Globalization;
using AdaptiveCards;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Cases.Deciding;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.LeadsQuestions;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Cards.Forms;
using SafeguardingTeams.Presentation.Cards.Layout;
using SafeguardingTeams.Presentation.Wording;
using static SafeguardingTeams.Presentation.Cards.Forms.ReviewParts;
using static SafeguardingTeams.Presentation.Cards.Parts;
using static SafeguardingTeams.Presentation.Wording.Written;

namespace SafeguardingTeams.Presentation.Steps.LeadsQuestions;

/// <summary>A question to the three leads: asked, answered by each, taken back (A10).</summary>
public static class LeadsQuestionCards
{
    /// <summary>The longest answer that fits on a button; where one is longer, buttons carry numbers and answers stand above.</summary>
    private const int LongestOnAButton = 31;

    /// <summary>Ask.</summary>
    public static AdaptiveCard Ask(CaseFile file, Filled filled, CardContext context) =>
        Form(
            file,
            filled,
            "Ask the three leads",
            "Each answers for their own partner. You are told once all three have answered; nothing else follows by itself.",
            [
                .. GroupForm.Text(filled, context, "question", "Your question", $"{AskLeads.Shortest} to {AskLeads.Longest} characters."),
                .. GroupForm.Text(
                    filled,
                    context,
                    "choices",
                    "The answers to choose from",
                    $"One a line: {AskLeads.FewestOptions} to {AskLeads.MostOptions} of up to {AskLeads.LongestOption} characters."
                ),
            ],
            Go(file, context, "Ask the leads", Verbs.LeadsAsk, (Verbs.Do, "yes")).Main(),
            ToTheCase(file, context)
        );

    /// <summary>A lead's card: the question, and a plain button for each answer, none before another.</summary>
    public static AdaptiveCard Answer(CaseFile file, int number, Filled filled, CardContext context)
    {
        var asked = file.Question(number)!;
        var mine = Mine(file, asked, context);
        var areShort = asked.Options.TrueForAll(option => option.Length <= LongestOnAButton);
        return Card([
            .. filled.Refusals.Select(refusal => Top(new(NoticeKind.Problem, refusal.Message))),
            Aside($"Serious incident referral {file.Id}. You answer for: {Clocks.Partner(mine)}."),
            Heading("A question to the leads"),
            Aside($"{AskedBy(asked)}. {Answered(asked)}."),
            .. Asked(asked),
            .. areShort ? [] : asked.Options.Select((option, i) => Fact($"Answer {Digits(i + 1)}", option)),
            Buttons(
                asked.Options.Select(
                    (option, i) =>
                        Key(
                            file,
                            asked,
                            context,
                            areShort ? option : $"Choose answer {Digits(i + 1)}",
                            Verbs.LeadsQuestion,
                            (Verbs.Do, Digits(i + 1))
                        )
                )
            ),
            Buttons(
                Key(file, asked, context, "Answer with a comment", Verbs.LeadsQuestionComment),
                asked.Options.Count == AskLeads.MostOptions ? ToTheCase(file, context).BehindMore() : ToTheCase(file, context)
            ),
            .. LeadsQuestionFacts.Answers(file, asked, context),
            Say(
                "You see what the others have answered once you have answered yourself. You can change your answer until all three have "
                    + "answered; then it is fixed."
            ),
        ]);
    }

    /// <summary>The second step: the answer with a comment.</summary>
    public static AdaptiveCard WithComment(CaseFile file, int number, Filled filled, CardContext context)
    {
        var asked = file.Question(number)!;
        var before = asked.Of(Mine(file, asked, context));
        return Form(
            file,
            filled,
            "Your answer, with a comment",
            "The other leads read it once they have answered.",
            [
                .. Asked(asked),
                .. GroupForm.Choose(
                    filled,
                    context,
                    "option",
                    "Your answer",
                    asked.Options.Select((option, i) => new InputChoice(option, Digits(i + 1))),
                    before is null ? "" : Digits(before.Option)
                ),
                .. GroupForm.Text(filled, context, "comment", "Your comment (optional)", there: before?.Comment ?? ""),
            ],
            Key(file, asked, context, "Send the answer", Verbs.LeadsQuestionComment, (Verbs.Do, "yes")).Main(),
            Key(file, asked, context, "Back", Verbs.LeadsQuestion)
        );
    }

    /// <summary>All of a case: the open ones first, each with who has answered.</summary>
    public static AdaptiveCard All(CaseFile file, Notice? notice, CardContext context)
    {
        var shown = LeadsQuestionFacts.Shown(file);
        var mayTakeBack = StepRules.MayTake(Step.TakeBackLeadsQuestion, file, context.Viewer);
        var mayAnswer = StepRules.MayTake(Step.AnswerLeadsQuestion, file, context.Viewer);
        var open = shown.Where(asked => asked.IsOpen).ToList();
        return Card([
            Top(notice),
            Aside($"Serious incident referral {file.Id}"),
            Heading("Questions to the leads"),
            .. InRows([
                .. open.Where(_ => mayAnswer)
                    .Select(asked =>
                        Key(
                            file,
                            asked,
                            context,
                            asked.Of(Mine(file, asked, context)) is null
                                ? $"Answer question {Digits(asked.Number)}"
                                : $"Change my answer to question {Digits(asked.Number)}",
                            Verbs.LeadsQuestion
                        )
                    ),
                StepRules.MayTake(Step.AskLeads, file, context.Viewer) ? Go(file, context, "Ask the leads", Verbs.LeadsAsk) : null,
                ToTheCase(file, context),
                .. open.Where(_ => mayTakeBack)
                    .Select(asked =>
                        Key(file, asked, context, $"Take question {Digits(asked.Number)} back", Verbs.LeadsQuestionBack).BehindMore()
                    ),
            ]),
            shown.Count == 0 ? Say("Nothing was asked yet.") : null,
            .. shown.SelectMany(asked => LeadsQuestionFacts.Of(file, asked, context)),
            shown.Count < file.Questions.Count ? Say("Earlier questions stand on the timeline.") : null,
        ]);
    }

    /// <summary>Take one back, with the reason.</summary>
    public static AdaptiveCard TakeBack(CaseFile file, int number, Filled filled, CardContext context)
    {
        var asked = file.Question(number)!;
        return Form(
            file,
            filled,
            "Take the question back?",
            $"{AskedBy(asked)}. Nobody is waited for any more; what was answered until now stays on the record.",
            [.. Asked(asked), .. GroupForm.Reason(filled, context, "Why? The leads read it.")],
            Key(file, asked, context, "Take it back", Verbs.LeadsQuestionBack, (Verbs.Do, "yes")).Main(),
            Go(file, context, "Back to the questions", Verbs.LeadsQuestions)
        );
    }

    /// <summary>A button about one question, with what its reader has seen.</summary>
    internal static ActionExecute Key(
        CaseFile file,
        LeadsQuestion asked,
        CardContext context,
        string title,
        string verb,
        params ReadOnlySpan<(string, string)> keys
    ) => Go(file, context, title, verb, [("round", Digits(asked.Number)), ("seen", Digits(file.Version)), .. keys]);

    /// <summary>For which partner the viewer answers.</summary>
    internal static Role Mine(CaseFile file, LeadsQuestion asked, CardContext context)
    {
        var roles = context.Viewer.RolesFor(file);
        return asked.Answers.Find(answer => answer.PersonId == context.Viewer.PersonId && roles.Contains(answer.Lead))?.Lead
            ?? Partners.Leads.FirstOrDefault(roles.Contains);
    }

    private static string AskedBy(LeadsQuestion asked) =>
        $"Question {Digits(asked.Number)}, asked by {asked.AskedBy}, {asked.How}, {Moment(asked.AskedAt)}";

    private static string Answered(LeadsQuestion asked) => $"{asked.Answers.Count} of {Partners.Leads.Length} have answered";

    private static AdaptiveCard Form(
        CaseFile file,
        Filled filled,
        string title,
        string explained,
        IEnumerable<Element> fields,
        params IEnumerable<CardButton?> buttons
    ) => RecordForm.Draw($"Serious incident referral {file.Id}", filled, title, explained, fields, buttons);

    /// <summary>The question, so that it is not overlooked.</summary>
    private static IEnumerable<Element> Asked(LeadsQuestion asked) =>
        [new RichTextBlock([new TextRun(asked.Text.ReplaceLineEndings(" ")) { Weight = "bolder" }]) { Spacing = "small" }];

    private static string Digits(int number) => number.ToString(CultureInfo.InvariantCulture);
}
