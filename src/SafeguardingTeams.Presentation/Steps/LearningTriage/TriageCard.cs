using AdaptiveCards;
using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Learning;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.LearningTriage;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Cards.Forms;
using SafeguardingTeams.Presentation.Cards.Layout;
using SafeguardingTeams.Presentation.Wording;
using static SafeguardingTeams.Presentation.Cards.Layout.Runs;
using static SafeguardingTeams.Presentation.Cards.Parts;

namespace SafeguardingTeams.Presentation.Steps.LearningTriage;

/// <summary>The Chair chooses the way of a referral for practice learning (D7): buttons first, reasons in a step of their own.</summary>
public static class TriageCard
{
    private const int Cut = 200;

    /// <summary>What it is about, and the ways.</summary>
    public static AdaptiveCard Choose(LearningFile file, Filled filled, CardContext context) =>
        Choose(file, filled, context, Opens(file, context));

    private static AdaptiveCard Choose(
        LearningFile file,
        Filled filled,
        CardContext context,
        Func<string, LearningWay, CardButton> opens
    ) =>
        Card([
            filled.Refusals.IsEmpty ? null : Errors.Summary([.. filled.Refusals.Select(refusal => refusal.Message)]),
            Text(Small($"Practice learning {OnScreen.Reference(file.Ref)}. You choose as the Chair.")),
            Heading("Where does this go?") with
            {
                Spacing = "none",
            },
            Text(
                Plain(
                    file.Way is { } before
                        ? $"Chosen before: {LearningWording.Of(before.Way)}. What you choose now stands in its place."
                        : $"By {LearningWording.DueFrom(file, Timescales.LearningTriage)}."
                )
            ) with
            {
                Spacing = "small",
            },
            .. LearningForm.Facts(file, Cut),
            Buttons(
                file.Way is null
                    ? LearningForm.Key(
                        context,
                        "To the next meeting",
                        Verbs.LearningWay,
                        file,
                        (Verbs.Do, "yes"),
                        ("way", nameof(LearningWay.NextMeeting)),
                        ("again", "no"),
                        LearningForm.Seen(file),
                        LearningForm.Joined(file)
                    )
                    : opens("To the next meeting", LearningWay.NextMeeting),
                opens("To a special meeting", LearningWay.SpecialMeeting),
                opens($"It looks serious: to {context.Words.Mash}", LearningWay.ToTheMash),
                opens("Not for the group", LearningWay.NotForTheGroup)
            ),
            file.Says.IsANearMiss
                ? Text(Bold("It is a near miss: if it could happen again soon, do not leave it to the quarter.")) with
                {
                    Spacing = "medium",
                }
                : null,
            Buttons(
                LearningForm.Key(context, "Read the whole referral", Verbs.LearningRead, file),
                LearningRules.MayTake(Step.AskReferrer, file, context.Viewer)
                    ? LearningForm.Key(context, "Ask the referrer first", Verbs.LearningAsk, file)
                    : null,
                LearningForm.Key(context, "Back to the referral", Verbs.OpenLearning, file).BehindMore()
            ),
        ]);

    /// <summary>Why, how urgent, which themes: the second step.</summary>
    public static AdaptiveCard Why(LearningFile file, LearningWay way, Filled filled, CardContext context) =>
        LearningForm.Draw(
            file,
            filled,
            context,
            way switch
            {
                LearningWay.NextMeeting => "To the next meeting",
                LearningWay.SpecialMeeting => "To a special meeting",
                LearningWay.ToTheMash => $"To {context.Words.Mash}",
                LearningWay.NotForTheGroup => "Not for the group",
            },
            way switch
            {
                LearningWay.NextMeeting => "It is put before the group's next meeting, and the referrer is told.",
                LearningWay.SpecialMeeting => "It is put before a special meeting of the group, and the referrer is told.",
                LearningWay.ToTheMash when !file.Joined.IsEmpty =>
                    $"It goes to {context.Words.Mash} as a serious incident, and so does what follows it. Clocks start "
                        + "now; the referrers are told.",
                LearningWay.ToTheMash =>
                    $"It goes to {context.Words.Mash} as the referral of a serious incident, with all its answers. Its clocks start "
                        + "now, and the referrer is told.",
                LearningWay.NotForTheGroup when IsSaidAlready(file, way) =>
                    "The referrer is told that it was put right, and reads the new reason.",
                LearningWay.NotForTheGroup => "It ends here. The referrer reads your reason.",
            },
            [
                .. IsSaidAlready(file, way) ? ReasonAgain(file, filled, context) : Reason(file, way, filled, context),
                .. IsSaidAlready(file, way) ? [] : Themes.ThemeCards.Field(file, filled, context),
            ],
            LearningForm
                .Key(
                    context,
                    "Record the choice",
                    Verbs.LearningWay,
                    file,
                    (Verbs.Do, "yes"),
                    ("way", way.ToString()),
                    ("again", file.Way is null ? "no" : "yes"),
                    LearningForm.Seen(file),
                    LearningForm.Joined(file)
                )
                .Main(),
            LearningForm.Key(context, "Choose another way", Verbs.LearningWay, file)
        );

    /// <summary>Whether the reason is put right that the referrer has read.</summary>
    private static bool IsSaidAlready(LearningFile file, LearningWay way) =>
        way == LearningWay.NotForTheGroup && file.Way is { Way: LearningWay.NotForTheGroup };

    private static IEnumerable<Element> ReasonAgain(LearningFile file, Filled filled, CardContext context) =>
        [
            .. GroupForm.Text(filled, context, "reason", "Your reason, as the referrer is to read it", there: file.Way!.Reason),
            .. GroupForm.Text(filled, context, "putright", "Why is it put right? Only the group reads this"),
        ];

    private static IEnumerable<Element> Reason(LearningFile file, LearningWay way, Filled filled, CardContext context) =>
        [
            .. GroupForm.Text(filled, context, "reason", Asks(file, way)),
            .. GroupForm.Choose(
                filled,
                context,
                "urgent",
                "Is it urgent?",
                [new("No", "no"), new("Yes: it is looked at as soon as can be", "yes")],
                file.Way is { Urgent: true } ? "yes" : "no"
            ),
        ];

    private static string Asks(LearningFile file, LearningWay way) =>
        file.Way is null ? "Why?"
        : way == LearningWay.NotForTheGroup ? "Why is it put right, and not for the group? The referrer reads it"
        : "Why is it put right?";

    private static Func<string, LearningWay, CardButton> Opens(LearningFile file, CardContext context) =>
        (title, way) => LearningForm.Key(context, title, Verbs.LearningWay, file, ("way", way.ToString()));
}

/// <summary>What timeline, messages and buttons say of it.</summary>
internal static class LearningWords
{
    internal static StepLines<LearningEvent, LearningFile> Lines { get; } =
        new StepLines<LearningEvent, LearningFile>()
            .Line<WayChosen>(
                (chosen, _) =>
                    (
                        $"The Chair's choice: {LearningWording.Of(chosen.Way.Way)}{(chosen.Case is { } id ? $", reference {id}" : "")}"
                            + (chosen.Way.Urgent ? ", urgent" : "")
                            + (chosen.Way.Themes.IsEmpty ? "" : $". Themes: {string.Join(", ", chosen.Way.Themes)}"),
                        chosen.Way.Reason
                    )
            )
            .Line<WayReasonPutRight>((put, _) => ($"The Chair's reason was put right: {put.Reason}", put.Why));

    /// <summary>The message to the referrer where it brings another reason; null where it brings something else.</summary>
    internal static (string, string)? PutRight(RecordAsked<LearningFile> asked) =>
        asked.File.Stage == LearningStage.NotForTheGroup
        && asked.File.History.Find(recorded => Topic.AfterEvent(recorded.Sequence) == asked.About)?.Event is WayReasonPutRight
            ? ("Put right: not for the group", "The Chair has put right why this is not for the group. Open it to read the reason.")
            : null;

    internal static StepTexts<LearningFile> Messages { get; } =
        new StepTexts<LearningFile>().Message(CardKind.LearningTriage, asked =>
            asked.File.Stage == LearningStage.AwaitingTriage
                ? (
                    "Choose where it goes",
                    "Something was referred for practice learning. Choose whether it goes to the group, the front door or elsewhere, by "
                        + $"{LearningWording.DueFrom(asked.File, Timescales.LearningTriage)}."
                        + (asked.File.Questions.Exists(question => question.Answer is not null) ? " The referrer has answered." : "")
                )
                : (
                    LearningWording.Heading(asked.File.Stage),
                    $"It is {LearningWording.Short(asked.File.Stage)}. Nothing is asked of you here now."
                )
        );

    internal static IReadOnlyList<LearningButton> Buttons { get; } =
    [
        new(30, Step.TriageLearning, Verbs.LearningWay, (file, _) =>
            file.Way is null ? "Choose where it goes" : "Put the Chair's choice right"
        ),
    ];
}
