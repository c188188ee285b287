using System.Globalization;
using AdaptiveCards;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Reviews;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Cards.Forms;
using SafeguardingTeams.Presentation.Cards.Layout;
using SafeguardingTeams.Presentation.Steps;
using SafeguardingTeams.Presentation.Steps.ReviewRecommendations;
using SafeguardingTeams.Presentation.Wording;
using static SafeguardingTeams.Presentation.Cards.Layout.Runs;
using static SafeguardingTeams.Presentation.Cards.Parts;

namespace SafeguardingTeams.Presentation.Screens;

/// <summary>A review or an audit: by when, what is asked of the reader, how it goes (C1 to C3, C8, C11, C17).</summary>
public static class ReviewRecordCard
{
    private const int Shown = 12;
    private const int LooksShown = 3;

    /// <summary>How much of an answer stands on the card.</summary>
    private const int AnswerShown = 600;

    private static readonly string[] Full = ["Decide on it", "Do it", "Accept the report", "Publish it, or say why not", "Close it"];
    private static readonly string[] Brief = ["Do it", "Accept what it found", "Close it"];

    /// <summary>The review, to who may read it.</summary>
    public static AdaptiveCard Draw(ReviewFile file, Notice? notice, CardContext context)
    {
        var offered = ReviewRecordText.Buttons.Where(button => ReviewRules.MayTake(button.Step, file, context.Viewer)).ToList();
        var task = ReviewTask.Of(file).Find(one => offered.Exists(button => button.Step == one.Step) && IsAsked(one.Task, file, context));
        var next = task.Task is null ? [] : offered.FindAll(button => button.Step == task.Step);
        ActionExecute Made(ReviewButton button) => ReviewRecordForm.Key(context, button.Title(file, context), button.Verb, file);
        return Card([
            Top(notice),
            Text(Small($"{ReviewRecordWording.Of(file.Plan!.Kind)} {OnScreen.Reference(file.Ref)}. {As(file, context)}")),
            Heading(ReviewRecordWording.Heading(file, context.Today)) with
            {
                Spacing = "none",
            },
            Text(Bold(Inputs.Cut(file.Plan.Title, 160))) with
            {
                Spacing = "small",
            },
            Text(Plain(Where(file))) with
            {
                Spacing = "small",
            },
            .. Next(context, task.Task, [.. next.Select(Made)]),
            .. file.Stage is ReviewStage.Declined or ReviewStage.Ended ? [] : Strip.Of(Steps(file), At(file)),
            Buttons(
                ReviewRecordForm.Key(context, "Timeline", Verbs.ReviewHistory, file),
                RecommendationCard.Way(file, context),
                Button(context, "Home", Verbs.Home)
            ),
            .. Views(file),
            Subheading("What it is") with
            {
                Spacing = "large",
            },
            .. Facts(file),
            .. Looks(file),
            .. offered.Except(next).Select(Made).ToList() is { Count: > 0 } rest
                ? [Buttons([.. rest.Select((button, i) => i < 2 ? (CardButton)button : button.BehindMore())])]
                : Array.Empty<Element>(),
        ]);
    }

    /// <summary>Everything that happened, newest first.</summary>
    public static AdaptiveCard Timeline(ReviewFile file, int page, CardContext context)
    {
        var pages = file.History.Reverse().Chunk(Shown).ToList();
        page = Math.Clamp(page, 0, Math.Max(0, pages.Count - 1));
        return Card([
            Text(Small($"Review {OnScreen.Reference(file.Ref)}")),
            Heading("Timeline") with
            {
                Spacing = "none",
            },
            .. pages.Skip(page).Take(1).SelectMany(lines => lines).SelectMany(recorded => Line(recorded, file)),
            Buttons(
                ReviewRecordForm.Key(context, "Back to the review", Verbs.OpenReview, file).Main(),
                page + 1 < pages.Count ? Turn("Older", page + 1) : null,
                page > 0 ? Turn("Newer", page - 1) : null
            ),
        ]);
        CardButton Turn(string title, int to) =>
            ReviewRecordForm.Key(context, title, Verbs.ReviewHistory, file, ("page", to.ToString(CultureInfo.InvariantCulture)));
    }

    /// <summary>A lead is asked for their own partner, and the owner for what is the owner's.</summary>
    private static bool IsAsked(CaseTask task, ReviewFile file, CardContext context) =>
        task.PersonId.Length > 0 ? task.PersonId == context.Viewer.PersonId : file.RolesOf(context.Viewer).Contains(task.For);

    private static IEnumerable<Element> Next(CardContext context, CaseTask? task, List<ActionExecute> buttons)
    {
        if (task is null)
        {
            return [];
        }

        var ask = Waiting.What(task.Kind);
        var by = task.Due is { } due ? Clocks.By(due) : null;
        var isLate = task.Due is { } given && context.Now >= given.DueAt;
        var why = isLate
            ? "It is late."
            : task.Kind switch
            {
                TaskKind.DecideOnReview => "Why it is proposed, and what else was possible, stands below.",
                TaskKind.AcceptReviewReport => "Where it can be read, and what the group advises, stands on the next card.",
                TaskKind.TellOfReview or TaskKind.TellOfDelay or TaskKind.SendReviewReport =>
                    "Nothing is sent by itself. Record each once it is sent.",
                TaskKind.RecordRecommendationAnswers => "Their members of the group answer; record what comes in another way.",
                _ => "Nothing else is asked of you here.",
            };
        List<CardButton> drawn = [buttons[0].Main(), .. buttons.Skip(1)];
        return isLate ? [NextForYou.InTrouble(ask, by!, why, drawn)] : [NextForYou.Block(ask, by, why, drawn)];
    }

    private static string As(ReviewFile file, CardContext context)
    {
        var roles = file.RolesOf(context.Viewer);
        return roles.Contains(Role.ReviewOwner) ? "You see to it."
            : roles.Contains(Role.Operations) ? "You read it for the operational team."
            : roles.Contains(Role.Chair) ? "You read it as the Chair."
            : roles.Contains(Role.Scrutineer) ? "You read it as the Scrutineer."
            : "You read it as a lead representative.";
    }

    private static string[] Steps(ReviewFile file) => file.Plan!.Kind.IsDecidedByLeads() ? Full : Brief;

    private static int At(ReviewFile file) =>
        (file.Plan!.Kind.IsDecidedByLeads(), file.Stage) switch
        {
            (true, ReviewStage.UnderWay) => 2,
            (true, ReviewStage.ReportWithLeads) => 3,
            (true, ReviewStage.Accepted) => 4,
            (true, ReviewStage.Concluded or ReviewStage.Closed) => 5,
            (false, ReviewStage.Accepted or ReviewStage.Concluded or ReviewStage.Closed) => 3,
            _ => 1,
        };

    private static string Where(ReviewFile file) =>
        file.Stage switch
        {
            ReviewStage.NotStarted => "Nothing has been proposed.",
            ReviewStage.Proposed when file.LeadsDiffer => "All three leads have answered, and differently. The Chair asks them again.",
            ReviewStage.Proposed => "There is a review once all three leads say so. Six months run from that day.",
            ReviewStage.UnderWay =>
                $"It is to be {(file.Plan!.Kind.IsDecidedByLeads() ? "published" : "done")} by {ReviewRecordWording.Dates(file)}.",
            ReviewStage.ReportWithLeads => "Its final report is before the three leads, with what the group advises.",
            ReviewStage.Accepted when file.Publication is { } plan =>
                $"{ReviewRecordWording.Of(plan.Form)}: planned for {Written.Day(plan.On)}. "
                    + "Seven working days before, Panel, DfE and Ofsted have it.",
            ReviewStage.Accepted => file.Report is null
                ? "The group has accepted what it found. It can be closed."
                : $"The three leads accept its report. It is to be published by {ReviewRecordWording.Dates(file)}.",
            ReviewStage.Concluded when file.Publication is { Form: PublicationForm.Nothing, Why: var why } => ReviewRecordText.Short(
                why,
                400
            ),
            ReviewStage.Concluded => $"Published on {Written.Day(file.Publication!.PublishedOn!.Value)}: {file.Publication.Where}",
            ReviewStage.Closed => "Nothing more is asked of anybody.",
            ReviewStage.Declined => "None of the three leads wants a review. The Chair can ask them again where there is something new.",
            ReviewStage.Ended => ReviewRecordText.Short(file.WhyEnded, 400),
        };

    private static IEnumerable<Element> Views(ReviewFile file) =>
        file.Stage is not (ReviewStage.Proposed or ReviewStage.ReportWithLeads or ReviewStage.Declined)
            ? []
            :
            [
                Subheading("What the leads say") with
                {
                    Spacing = "large",
                },
                .. Partners.Leads.Select(lead =>
                    file.Views.Find(view => view.Lead == lead) is { } view
                        ? Lines.Line(
                            Written.Sentence(Clocks.Partner(lead)),
                            $"{view.By}, {Written.Moment(view.At)}"
                                + (view.Reason.Length > 0 ? $": {ReviewRecordText.Short(view.Reason, 300)}" : ""),
                            Plain(view.Agrees ? "Yes" : "No")
                        )
                        : Lines.Line(Written.Sentence(Clocks.Partner(lead)), "", Plain("No answer yet"))
                ),
            ];

    private static IEnumerable<Element> Facts(ReviewFile file)
    {
        var plan = file.Plan!;
        return
        [
            .. plan.Subjects.IsEmpty
                ? Array.Empty<Element>()
                : [Fact("It is about", string.Join(", ", plan.Subjects.Select(OnScreen.Reference)))],
            .. plan.Criteria.IsEmpty
                ? Array.Empty<Element>()
                : [Fact("What speaks for it", string.Join("; ", plan.Criteria.Select(ReviewRecordWording.Of)))],
            Fact("Why", ReviewRecordText.Short(plan.Reasons, AnswerShown)),
            .. plan.Others.Length > 0
                ? [Fact("What else was possible", ReviewRecordText.Short(plan.Others, AnswerShown))]
                : Array.Empty<Element>(),
            Fact("Who sees to it", ActionWording.Of(file.Owner!)),
            .. file.Found.Length > 0 ? [Fact("What it found", ReviewRecordText.Short(file.Found, AnswerShown))] : Array.Empty<Element>(),
            .. file.DecidedOn is { } day && file.Stage != ReviewStage.Declined
                ? [Fact("Decided on", Written.Day(day))]
                : Array.Empty<Element>(),
            .. RecommendationCard.Facts(file),
            .. Told(file),
        ];
    }

    /// <summary>Which bodies outside were told of what, and which are still to be.</summary>
    private static IEnumerable<Element> Told(ReviewFile file) =>
        Enum.GetValues<TellingOf>()
            .Where(what => file.IsToBeTold(what) || file.Told.Exists(told => told.Of == what))
            .Select(what =>
                Fact(
                    $"Told {ReviewRecordWording.Of(what)}",
                    string.Join(
                        "; ",
                        what.ToWhom()
                            .Select(body =>
                                $"{ReviewRecordWording.Of(body)}: "
                                + (
                                    file.Told.FindLast(told => told.Of == what && told.Body == body) is { } told
                                        ? Written.ShortDay(told.On)
                                        : "not yet"
                                )
                            )
                    )
                )
            );

    private static IEnumerable<Element> Looks(ReviewFile file) =>
        file.Looks.IsEmpty
            ? []
            :
            [
                Subheading("How it goes") with
                {
                    Spacing = "large",
                },
                .. file
                    .Looks.Reverse()
                    .Take(LooksShown)
                    .Select(look =>
                        Lines.Line(
                            ReviewRecordText.Short(look.Quality, 300),
                            $"{OnScreen.Day(look.On)}, {look.By}{(look.IsConcern ? "; a concern" : "")}",
                            Plain(ReviewRecordWording.Of(look.State))
                        )
                    ),
            ];

    private static IEnumerable<Element> Line(RecordedEvent recorded, ReviewFile file)
    {
        var (what, why) = ReviewRecordText.Of((ReviewEvent)recorded.Event, file);
        var by = recorded.By;
        var roles = CaseWords.Roles(by.Roles);
        return
        [
            Text(Bold(what)) with
            {
                Separator = true,
            },
            SmallLine($"{Written.Moment(recorded.At)}, {by.Display}, {by.Agency}{(roles.Length > 0 ? $" ({roles})" : "")}"),
            .. why.Length == 0 ? Array.Empty<Element>() : [Text(Plain(why)) with { Spacing = "small" }],
        ];
    }
}
