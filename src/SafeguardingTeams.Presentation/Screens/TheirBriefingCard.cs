using AdaptiveCards;
using SafeguardingTeams.Domain.Briefings;
using SafeguardingTeams.Domain.Forms.Briefings;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Cards.Forms;
using SafeguardingTeams.Presentation.Cards.Layout;
using SafeguardingTeams.Presentation.Steps;
using SafeguardingTeams.Presentation.Steps.BriefingAnswers;
using SafeguardingTeams.Presentation.Wording;
using static SafeguardingTeams.Presentation.Cards.Layout.Runs;
using static SafeguardingTeams.Presentation.Cards.Parts;

namespace SafeguardingTeams.Presentation.Screens;

/// <summary>
/// A briefing, to the member of the group of an agency it was sent to (E20): what was sent last, and the agency's own answer. Nothing else:
/// not what it comes from, who wrote or checked it, what others answer (E26, F2).
/// </summary>
public static class TheirBriefingCard
{
    /// <summary>The card.</summary>
    public static AdaptiveCard Draw(BriefingFile file, Notice? notice, Filled filled, CardContext context)
    {
        if (file.Stage == BriefingStage.Withdrawn)
        {
            return Card([
                Top(notice),
                Text(Small($"Briefing {OnScreen.Reference(file.Ref)}")),
                Heading("This briefing was withdrawn") with
                {
                    Spacing = "none",
                },
                Text(Plain("Please do not use it any more, and tell those you gave it to.")),
                Buttons(Button(context, "My tasks", Verbs.MyTasks), Button(context, "Home", Verbs.Home)),
            ]);
        }

        var text = file.Sent[^1].Text;
        var answer = file.AnswerOf(context.Viewer.AgencyId);
        var isAnswered = file.HasAnswered(context.Viewer.AgencyId);
        var answers = BriefingPermissions.AnswersForTheirs(file, context.Viewer);
        return Card([
            Top(notice),
            filled.Refusals.IsEmpty ? null : Errors.Summary([.. filled.Refusals.Select(refusal => refusal.Message)]),
            Text(Small($"{BriefingWording.Of(file.Plan!.Purpose)} {OnScreen.Reference(file.Ref)}")),
            Heading(
                isAnswered ? "Your agency has answered"
                : answer is not null && answers ? "A briefing was put right"
                : "A briefing for your teams"
            ) with
            {
                Spacing = "none",
            },
            Text(Bold(text.Title)) with
            {
                Spacing = "small",
            },
            Text(Plain(Asks(file, isAnswered, answer is not null, answers))) with
            {
                Spacing = "small",
            },
            Buttons(
                ReviewParts.Link(context, "As a Word file", $"documents/{Written.Code(file.Ref)}/briefing"),
                Button(context, "My tasks", Verbs.MyTasks),
                Button(context, "Home", Verbs.Home)
            ),
            .. BriefingViews.Boxes(text),
            .. text.Answers[BriefingForms.Foot, BriefingForms.ReviewOn] is { Length: > 0 } day
            && DateOnly.TryParseExact(day, "yyyy-MM-dd", out var again)
                ? [Fact("Looked at again", Written.Day(again))]
                : Array.Empty<Element>(),
            .. answer is null || answers ? Array.Empty<Element>() : [Fact("Your agency's answer", BriefingWording.Of(answer.Used))],
            .. answers ? BriefingAnswerCards.Fields(answer?.Used, filled, context) : [],
            answers
                ? Buttons(
                    BriefingForm
                        .Does(
                            context,
                            isAnswered ? "Change the answer" : "Send the answer",
                            Verbs.BriefingTheirs,
                            file,
                            ("seen", $"{file.SeenOf(context.Viewer.AgencyId)}")
                        )
                        .Main()
                )
                : null,
        ]);
    }

    private static string Asks(BriefingFile file, bool isAnswered, bool hasBefore, bool answers) =>
        !answers ? "Read it, and use it with your teams. No answer is asked for now."
        : isAnswered ? "Thank you. You can change the answer below."
        : hasBefore
            ? "Your agency answered a text that has been put right since. Read this one; what you said stands below: change it, or send it "
                + "again"
                + (BriefingWording.By(file) is { Length: > 0 } due ? $", by {due}." : ".")
        : "Read it, talk about it with your teams, and say below how your agency used it"
            + (BriefingWording.By(file) is { Length: > 0 } by ? $", by {by}." : ".");
}
