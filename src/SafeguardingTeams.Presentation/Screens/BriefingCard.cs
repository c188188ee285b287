using System.Globalization;
using AdaptiveCards;
using SafeguardingTeams.Domain.Briefings;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Group;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Cards.Forms;
using SafeguardingTeams.Presentation.Cards.Layout;
using SafeguardingTeams.Presentation.Steps;
using SafeguardingTeams.Presentation.Steps.GroupLearningEvents;
using SafeguardingTeams.Presentation.Steps.LegalHold;
using SafeguardingTeams.Presentation.Wording;
using static SafeguardingTeams.Presentation.Cards.Layout.Runs;
using static SafeguardingTeams.Presentation.Cards.Parts;

namespace SafeguardingTeams.Presentation.Screens;

/// <summary>A briefing, to operations, the Chair and the Scrutineer: where it stands, what is asked of the reader (E20, E26).</summary>
public static class BriefingCard
{
    private const int AnswerShown = 300;

    private static readonly string[] Steps = ["Write it", "Check it", "Approve it", "Send it", "Agencies answer"];

    /// <summary>The briefing.</summary>
    /// <param name="seesSource">Whether whoever looks may open what it comes from.</param>
    /// <param name="events">The learning events that share it (E21), for whoever may open them; null for anybody else.</param>
    public static AdaptiveCard Draw(
        BriefingFile file,
        bool seesSource,
        Notice? notice,
        CardContext context,
        IReadOnlyList<GroupLearningEvent>? events = null
    )
    {
        var offered = BriefingRecordText.Buttons.Where(button => BriefingRules.MayTake(button.Step, file, context.Viewer)).ToList();
        var task = BriefingTask.Of(file).Find(one => offered.Exists(button => button.Step == one.Step));
        var next = task.Task is null ? null : offered.Find(button => button.Step == task.Step);
        ActionExecute Made(BriefingButton button) => BriefingForm.Key(context, button.Title(file), button.Verb, file);
        return Card([
            Top(notice),
            HeldNotice.Of(file.Ref, context),
            Text(Small($"{BriefingWording.Of(file.Plan!.Purpose)} {OnScreen.Reference(file.Ref)}. {As(file, context)}")),
            Heading(BriefingWording.Heading(file)) with
            {
                Spacing = "none",
            },
            file.Text is { } text ? Text(Bold(text.Title)) with { Spacing = "small" } : null,
            Text(Plain(Where(file))) with
            {
                Spacing = "small",
            },
            .. next is null ? [] : Next(task.Task!, Made(next), context),
            .. file.Stage == BriefingStage.Withdrawn ? [] : Strip.Of(Steps, At(file)),
            Buttons(
                file.Text is null ? null : BriefingForm.Key(context, "Read it", Verbs.BriefingRead, file),
                BriefingForm.Key(context, "Timeline", Verbs.BriefingHistory, file),
                Button(context, "Home", Verbs.Home),
                file.Sent.IsEmpty
                    ? null
                    : ReviewParts.Link(context, "As it went, in Word", $"documents/{Written.Code(file.Ref)}/briefing").BehindMore(),
                seesSource
                    ? Button(
                            context,
                            "Open what it comes from",
                            Verbs.Opening(file.Plan.Source!.Value),
                            ("case", Written.Code(file.Plan.Source!.Value))
                        )
                        .BehindMore()
                    : null
            ),
            .. Facts(file, context),
            .. Answers(file),
            .. LearningEventCards.Sharing(events ?? [], context),
            .. offered.Where(button => button != next).Select(Made).ToList() is { Count: > 0 } rest
                ? [Buttons([.. rest.Select((button, i) => i == 0 ? (CardButton)button : button.BehindMore())])]
                : Array.Empty<Element>(),
        ]);
    }

    /// <summary>The text as it is written now, with what stands behind it.</summary>
    public static AdaptiveCard Read(BriefingFile file, CardContext context) =>
        Card([
            Text(Small($"{BriefingWording.Of(file.Plan!.Purpose)} {OnScreen.Reference(file.Ref)}")),
            Heading("The text") with
            {
                Spacing = "none",
            },
            Text(Plain(file.Text is { } text ? text.Title : "Nothing is written yet.")) with
            {
                Spacing = "small",
            },
            Buttons(BriefingForm.Key(context, "Back to the briefing", Verbs.OpenBriefing, file)),
            .. file.Text is null
                ? Array.Empty<Element>()
                : [.. BriefingViews.Boxes(file.Text), .. BriefingViews.Behind(file.Text, file.Check)],
        ]);

    /// <summary>Everything that happened, newest first.</summary>
    public static AdaptiveCard Timeline(BriefingFile file, int page, CardContext context) =>
        RecordForm.Timeline(
            $"{BriefingWording.Of(file.Plan!.Purpose)} {OnScreen.Reference(file.Ref)}",
            file,
            recorded => BriefingRecordText.Of((BriefingEvent)recorded.Event, file),
            page,
            BriefingForm.Key(context, "Back to the briefing", Verbs.OpenBriefing, file),
            (title, to) =>
                BriefingForm.Key(context, title, Verbs.BriefingHistory, file, ("page", to.ToString(CultureInfo.InvariantCulture)))
        );

    private static IEnumerable<Element> Next(CaseTask task, ActionExecute button, CardContext context)
    {
        var (ask, by) = (Waiting.What(task.Kind), task.Due is { } due ? Clocks.By(due) : null);
        var isLate = task.Due is { } given && context.Now >= given.DueAt;
        var why = isLate
            ? "It is late."
            : task.Kind switch
            {
                TaskKind.WriteBriefing => "It is saved page by page, and read by nobody before you put it before somebody to check.",
                TaskKind.CheckBriefing => "You did not write it. The text, and what was found in it, stand on the next card.",
                TaskKind.ApproveBriefing => "The text and the check stand on the next card.",
                TaskKind.RecordBriefingAnswers => "Their members of the group answer; record what comes in another way.",
                _ => "Nothing else is asked of you here.",
            };
        return isLate ? [NextForYou.InTrouble(ask, by!, why, button.Main())] : [NextForYou.Block(ask, by, why, button.Main())];
    }

    private static string As(BriefingFile file, CardContext context)
    {
        var roles = file.RolesOf(context.Viewer);
        return file.Text?.Author.PersonId == context.Viewer.PersonId ? "You wrote it."
            : roles.Contains(Role.Operations) ? "You read it for the operational team."
            : roles.Contains(Role.Chair) ? "You read it as the Chair."
            : "You read it as the Scrutineer.";
    }

    private static int At(BriefingFile file) =>
        file.Stage switch
        {
            BriefingStage.Checking => 2,
            BriefingStage.WithChair => 3,
            BriefingStage.Approved => 4,
            BriefingStage.Sent or BriefingStage.Closed => 5,
            _ => 1,
        };

    private static string Where(BriefingFile file) =>
        file.Stage switch
        {
            BriefingStage.NotStarted => "Nothing has been begun.",
            BriefingStage.Writing when file.WhyAgain.Length > 0 => file.WhyAgain,
            BriefingStage.Writing => "Nobody but whoever writes it reads it before it is put before somebody to check.",
            BriefingStage.Checking => "Somebody who did not write it looks whether anybody could be known again.",
            BriefingStage.WithChair => "Somebody who did not write it has checked it. The Chair approves it, or sends it back.",
            BriefingStage.Approved => "The Chair has approved it. It goes when it is sent.",
            BriefingStage.Sent when BriefingWording.By(file) is { Length: > 0 } by => $"Answers are due by {by}.",
            BriefingStage.Sent => "It can be closed.",
            BriefingStage.Closed => file.WhyEnded.Length > 0 ? file.WhyEnded : "Nothing more is asked of anybody.",
            BriefingStage.Withdrawn => file.WhyEnded,
        };

    private static IEnumerable<Element> Facts(BriefingFile file, CardContext context) =>
        [
            Subheading("What it is") with
            {
                Spacing = "large",
            },
            Fact("Who may read it", BriefingWording.Of(file.Plan!.Audience)),
            .. file.Plan.Theme is { } theme ? [Fact("Theme", theme.NameBy(context.Themes))] : Array.Empty<Element>(),
            .. file.Text is { } text ? [Fact("Written by", $"{text.Author.Display}, {Written.ShortDay(text.On)}")] : Array.Empty<Element>(),
            .. file.Check is { } check
                ? [Fact("Checked by", $"{check.By.Display}, {Written.ShortDay(check.On)}. {BriefingWording.LowNotNone}")]
                : Array.Empty<Element>(),
            .. file.Approval is { } approval
                ? [Fact("Approved by", $"{approval.By.Display}, {Written.ShortDay(approval.On)}")]
                : Array.Empty<Element>(),
            .. file.Sent is [.., var last] ? [Fact("Last sent", Written.Day(last.On))] : Array.Empty<Element>(),
        ];

    /// <summary>Those who have not answered first.</summary>
    private static IEnumerable<Element> Answers(BriefingFile file) =>
        file.Plan!.Agencies.IsEmpty
            ? []
            :
            [
                Subheading("How agencies used it") with
                {
                    Spacing = "large",
                },
                .. file
                    .Plan.Agencies.Select(agency => (agency, Answer: file.AnswerOf(agency.AgencyId)))
                    .OrderBy(one => file.HasAnswered(one.agency.AgencyId))
                    .Select(one =>
                        one.Answer is { } answer
                            ? Lines.Line(
                                one.agency.Name,
                                Inputs.Cut(
                                    $"{OnScreen.Day(answer.On)}{(file.HasAnswered(one.agency.AgencyId) ? "" : ", of an earlier text")}. "
                                        + Says(answer.Used),
                                    AnswerShown
                                ),
                                Plain(answer.Used.IsUsed ? "Used" : "Not used")
                            )
                            : Lines.Line(one.agency.Name, "", Plain(file.Sent.IsEmpty ? "Not sent yet" : "No answer yet"))
                    ),
            ];

    private static string Says(BriefingUsed used) =>
        BriefingWording.Of(used)
        + (used.IsUsed ? $". What will be different: {used.WillChange}" : "")
        + (used.Asks.Length > 0 ? $" Asks back: {used.Asks}" : "");
}
