using System.Globalization;
using AdaptiveCards;
using SafeguardingTeams.Domain.Actions;
using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Cards.Forms;
using SafeguardingTeams.Presentation.Cards.Layout;
using SafeguardingTeams.Presentation.Steps;
using SafeguardingTeams.Presentation.Steps.ActionDone;
using SafeguardingTeams.Presentation.Steps.LegalHold;
using SafeguardingTeams.Presentation.Wording;
using static SafeguardingTeams.Presentation.Cards.Layout.Runs;
using static SafeguardingTeams.Presentation.Cards.Parts;

namespace SafeguardingTeams.Presentation.Screens;

/// <summary>
/// An action: by when, what is asked of the reader, how far it is. Its owner may have no part in what it comes from, so nothing of that
/// stands here (F2).
/// </summary>
public static class ActionCard
{
    private const int ProgressShown = 4;

    /// <summary>How much text a page of the timeline holds, in characters.</summary>
    private const int TextShown = 6000;

    /// <summary>How much of an answer stands on the card.</summary>
    private const int AnswerShown = 600;
    private static readonly string[] Steps = ["Agree it", "Do it", "Accept it", "See what it changed"];

    /// <summary>The action, to who may read it.</summary>
    public static AdaptiveCard Draw(ActionFile file, Notice? notice, CardContext context)
    {
        var offered = ActionText.Buttons.Where(button => ActionRules.MayTake(button.Step, file, context.Viewer)).ToList();
        // What waits for its owner is nobody else's next, also where operations may record it for them.
        var task = ActionTask
            .Of(file)
            .Find(one =>
                (one.Task.PersonId.Length == 0 || one.Task.PersonId == context.Viewer.PersonId)
                && offered.Exists(button => button.Step == one.Step)
            );
        var next = task.Task is null ? [] : offered.FindAll(button => GoesWith(button.Step, task.Step));
        ActionExecute Made(ActionButton button) => ActionForm.Key(context, button.Title(file, context), button.Verb, file);
        return Card([
            Top(notice),
            HeldNotice.Of(file.Ref, context),
            Text(Small($"Action {OnScreen.Reference(file.Ref)}. {file.Owner!.AgencyName}. {As(file, context)}")),
            Heading(ActionWording.Heading(file, context.Today)) with
            {
                Spacing = "none",
            },
            Text(Bold(Inputs.Cut(file.Plan!.Change, 160))) with
            {
                Spacing = "small",
            },
            Text(Plain(Where(file, context.Today))) with
            {
                Spacing = "small",
            },
            .. Next(file, context, task.Task, [.. next.Select(Made)]),
            .. file.Stage is ActionStage.Ended or ActionStage.Withdrawn ? [] : Strip.Of(Steps, At(file.Stage)),
            Buttons(ActionForm.Key(context, "Timeline", Verbs.ActionHistory, file), Button(context, "Home", Verbs.Home)),
            Subheading("What was agreed") with
            {
                Spacing = "large",
            },
            .. Agreed(file, context),
            .. Progress(file),
            .. file.LastReport is null
                ? Array.Empty<Element>()
                :
                [
                    Subheading(
                        file.LastReport.Returned.Length > 0 ? "Reported, and returned"
                        : file.Stage == ActionStage.Agreed ? "Done before, and opened again"
                        : "Done"
                    ) with
                    {
                        Spacing = "large",
                    },
                    .. ActionDoneCards.Evidence(file, AnswerShown),
                    .. Accepted(file),
                ],
            .. EvidenceFiles.Of(file, context),
            .. Impact(file),
            .. offered.Except(next).Select(Made).ToList() is { Count: > 0 } rest
                ? [Buttons([.. rest.Select((button, i) => i == 0 ? (CardButton)button : button.BehindMore())])]
                : Array.Empty<Element>(),
        ]);
    }

    /// <summary>Everything that happened, newest first.</summary>
    public static AdaptiveCard Timeline(ActionFile file, int page, CardContext context) =>
        RecordForm.Timeline(
            $"Action {OnScreen.Reference(file.Ref)}",
            Pages(file),
            page,
            ActionForm.Key(context, "Back to the action", Verbs.OpenAction, file),
            (title, to) => ActionForm.Key(context, title, Verbs.ActionHistory, file, ("page", to.ToString(CultureInfo.InvariantCulture)))
        );

    /// <summary>The steps that are one choice: how far it is or that it is done, accepting or returning.</summary>
    private static bool GoesWith(Step step, Step task) =>
        step == task || (step, task) is (Step.ReportProgress, Step.ReportActionDone) or (Step.ReturnAction, Step.AcceptAction);

    private static IEnumerable<Element> Next(ActionFile file, CardContext context, Domain.Cases.CaseTask? task, List<ActionExecute> buttons)
    {
        if (task is null)
        {
            return [];
        }

        var ask = Waiting.What(task.Kind);
        var by = task.Due is { } due ? Clocks.By(due) : null;
        var why =
            task.Due is { } given && context.Now >= given.DueAt
                ? "It is late."
                : task.Kind switch
                {
                    Domain.Cases.TaskKind.DoAction => "Done means done with evidence, such as the protocol or training records.",
                    Domain.Cases.TaskKind.AcceptAction => "What shows that it is done stands below.",
                    _ => "Nothing else is asked of you here.",
                };
        // Where there is a choice to make, neither is the blue one.
        List<CardButton> drawn =
            buttons.Count > 1 && file.Stage == ActionStage.Done ? [.. buttons] : [buttons[0].Main(), .. buttons.Skip(1)];
        return by is not null && context.Now >= task.Due!.DueAt
            ? [NextForYou.InTrouble(ask, by, why, drawn)]
            : [NextForYou.Block(ask, by, why, drawn)];
    }

    private static string As(ActionFile file, CardContext context)
    {
        var roles = file.RolesOf(context.Viewer);
        return roles.Contains(Role.ActionOwner) ? "You own it."
            : roles.Contains(Role.Operations) ? "You read it for the operational team."
            : roles.Contains(Role.Chair) ? "You read it as the Chair."
            : roles.Contains(Role.Scrutineer) ? "You read it as the Scrutineer."
            : roles.Contains(Role.GroupMember) ? "You read it as your agency's member of the group."
            : "You read it for your agency.";
    }

    private static int At(ActionStage stage) =>
        stage switch
        {
            ActionStage.NotStarted => 1,
            ActionStage.Agreed => 2,
            ActionStage.Done => 3,
            ActionStage.Accepted or ActionStage.Changed or ActionStage.Ended or ActionStage.Withdrawn => 4,
        };

    private static string Where(ActionFile file, DateOnly today) =>
        file.Stage switch
        {
            ActionStage.NotStarted => "Nothing has been agreed.",
            ActionStage.Agreed when file.OpenMoreTime is { } asked =>
                $"It is to be done by {Written.Day(file.Due)}. More time is asked for, until {Written.ShortDay(asked.Until)}.",
            ActionStage.Agreed when file.LastReport is { Returned: { Length: > 0 } why } =>
                $"It was returned: {ActionText.Short(why, 200)} It is to be done by {Written.Day(file.Due)}.",
            ActionStage.Agreed => $"It {(today > file.Due ? "was" : "is")} to be done by {Written.Day(file.Due)}.",
            ActionStage.Done => $"Its owner says that it is done. The Chair accepts it, or returns it, by "
                + $"{ActionWording.DueBy(file, Timescales.ActionAcceptance)}.",
            ActionStage.Accepted when file.OpenImpact is not null =>
                "Its owner has said what it has changed. The Chair or the operational team record what is found"
                    + $"{(file.Clock(Timescales.ActionImpactCheck.Id) is { Runs: true } check ? $" by {Clocks.By(check.Deadline)}" : "")}.",
            ActionStage.Accepted => $"Its owner is asked what it has changed by {ActionWording.DueBy(file, Timescales.ActionImpact)}.",
            ActionStage.Changed => "Nothing more is asked of anybody.",
            ActionStage.Ended or ActionStage.Withdrawn => ActionText.Short(file.WhyEnded, 400),
        };

    private static IEnumerable<Element> Agreed(ActionFile file, CardContext context) =>
        [
            .. file.Plan!.Change.Length > 160 ? [Fact("The change wanted", file.Plan.Change)] : Array.Empty<Element>(),
            Fact("What will be done", file.Plan.What),
            Fact("How we shall know", file.Plan.How),
            Fact("Owner", ActionWording.Of(file.Owner!)),
            Fact("Due", ActionWording.Dates(file)),
            .. file.MoreTime is [.., { Agreed: false } refused]
                ? [Fact("No more time, because", ActionText.Short(refused.Answer, 400))]
                : Array.Empty<Element>(),
            .. ActionWording.Source(file, context.Viewer) is { Length: > 0 } source ? [Fact("Comes from", source)] : Array.Empty<Element>(),
        ];

    private static IEnumerable<Element> Progress(ActionFile file) =>
        file.Progress.IsEmpty
            ? []
            :
            [
                Subheading("How far it is") with
                {
                    Spacing = "large",
                },
                .. file
                    .Progress.Reverse()
                    .Take(ProgressShown)
                    .Select(said =>
                        Lines.Line(
                            said.Text.Length > 0 ? ActionText.Short(said.Text, 300) : ActionWording.Of(said.State),
                            OnScreen.Day(London.DateOf(said.At))
                                + (said.Verified.Length > 0 ? $"; verified: {ActionText.Short(said.Verified, 120)}" : ""),
                            Plain(ActionWording.Of(said.State))
                        )
                    ),
            ];

    private static IEnumerable<Element> Accepted(ActionFile file) =>
        file.Accepted is { } accepted
            ?
            [
                Fact("Accepted", $"{Written.Moment(accepted.At)}, {accepted.By}{(accepted.Listed ? "; listed at the next meeting" : "")}"),
                .. accepted.Note.Length > 0 ? [Fact("Said of it", ActionText.Short(accepted.Note, 400))] : Array.Empty<Element>(),
            ]
            : [];

    private static IEnumerable<Element> Impact(ActionFile file) =>
        file.Impact is [.., var last]
            ?
            [
                Subheading("What it has changed") with
                {
                    Spacing = "large",
                },
                Fact("The owner says", ActionText.Short(last.Text, AnswerShown)),
                .. last.Found is { } found
                    ? [Fact("Found", ActionWording.Of(found)), Fact("How we know", ActionText.Short(last.How, AnswerShown))]
                    : Array.Empty<Element>(),
            ]
            : [];

    /// <summary>Nothing in it is cut: a page ends where it has enough lines, or enough text.</summary>
    private static List<List<(RecordedEvent Recorded, (string What, string Why) Said)>> Pages(ActionFile file)
    {
        List<List<(RecordedEvent, (string, string))>> pages = [];
        var text = 0;
        foreach (var recorded in file.History.Reverse())
        {
            var (what, why) = ActionText.Of((ActionEvent)recorded.Event, file);
            text += what.Length + why.Length;
            if (pages.Count == 0 || pages[^1].Count == RecordForm.LinesOfATimeline || text > TextShown)
            {
                pages.Add([]);
                text = what.Length + why.Length;
            }

            pages[^1].Add((recorded, (what, why)));
        }

        return pages;
    }
}
