using AdaptiveCards;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Reviews;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Cards.Forms;
using SafeguardingTeams.Presentation.Cards.Layout;
using SafeguardingTeams.Presentation.Steps;
using SafeguardingTeams.Presentation.Steps.LegalHold;
using SafeguardingTeams.Presentation.Steps.ReviewDetails;
using SafeguardingTeams.Presentation.Steps.ReviewParticipation;
using SafeguardingTeams.Presentation.Steps.ReviewPeople;
using SafeguardingTeams.Presentation.Steps.ReviewRecommendations;
using SafeguardingTeams.Presentation.Steps.ReviewReport;
using SafeguardingTeams.Presentation.Steps.ReviewRequests;
using SafeguardingTeams.Presentation.Wording;
using static SafeguardingTeams.Presentation.Cards.Layout.Runs;
using static SafeguardingTeams.Presentation.Cards.Parts;

namespace SafeguardingTeams.Presentation.Screens;

/// <summary>A review or an audit: by when, what is asked of the reader, how it goes (C1 to C3, C7 to C11, C17, C21, C22).</summary>
public static partial class ReviewRecordCard
{
    private const int LooksShown = 3;

    /// <summary>A set holds six buttons, those behind "More" included.</summary>
    private const int MostInASet = 6;

    /// <summary>How much of an answer stands on the card.</summary>
    private const int AnswerShown = 600;

    private static readonly string[] Full = ["Decide on it", "Do it", "Accept the report", "Publish it, or say why not", "Close it"];
    private static readonly string[] Outside = ["Follow or consider it", "Say what came of it", "Close it"];
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
            HeldNotice.Of(file.Ref, context),
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
                Button(context, "Home", Verbs.Home),
                DetailCards.Way(file, context)?.BehindMore(),
                HasTerms(file) ? ReviewRecordForm.Key(context, "Terms of reference", Verbs.ReviewTerms, file).BehindMore() : null,
                ReviewRecordText.Offered(ReviewPart.People, file, context).Any()
                    ? ReviewRecordForm.Key(context, "Who reviews", Verbs.ReviewPeople, file).BehindMore()
                    : null
            ),
            .. Views(file),
            .. ReportVersions.Of(file, context),
            Subheading("What it is") with
            {
                Spacing = "large",
            },
            .. Facts(file),
            .. Beside(file),
            .. ReviewPeopleCards.Facts(file),
            .. ParticipationCards.Facts(file),
            .. Looks(file),
            .. WrittenRequestCards.Facts(file, context),
            .. offered
                .Except(next)
                .Where(button => button.Part == ReviewPart.Whole)
                .Select(Made)
                .Cast<CardButton>()
                .Concat(ReportVersions.First(file, context))
                .ToList()
                is { Count: > 0 } rest
                // One of the versions of a report is in view already.
                ? rest.Select((button, i) => i < (file.ReportsAdded > 0 ? 1 : 2) ? button : button.BehindMore())
                    .Chunk(MostInASet)
                    .Select(set => (Element)Buttons(set))
                : Array.Empty<Element>(),
        ]);
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
                TaskKind.WriteReviewTerms => "Two pages, which the three leads approve. No report goes before the leads without them.",
                TaskKind.ApproveReviewTerms => "All three leads approve them, or one sends them back with the reason.",
                TaskKind.TellOfReview or TaskKind.TellOfDelay or TaskKind.SendReviewReport or TaskKind.TellOfReviewer =>
                    "Nothing is sent by itself. Record each once it is sent.",
                TaskKind.RecordDetailAnswers => "Their own people answer; record what comes in another way, or take it back.",
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

    private static string[] Steps(ReviewFile file) =>
        file.Plan!.Kind.IsDecidedByLeads() ? Full
        : file.Plan.Kind.IsFromOutside() ? Outside
        : Brief;

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
            ReviewStage.UnderWay when file.Plan!.Kind.IsFromOutside() =>
                $"{file.Plan.From!.Body}. {(file.Plan.Kind == ReviewKind.NationalLearning ? "Considered" : "Asked for next")} by "
                    + $"{ReviewRecordWording.Dates(file)}.",
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
        file.Stage is ReviewStage.Proposed or ReviewStage.ReportWithLeads or ReviewStage.Declined ? ReviewViews.Draw(file.Views) : [];

    /// <summary>Whether it has terms of reference, or is to have some: once the leads have decided on it (C10).</summary>
    private static bool HasTerms(ReviewFile file) =>
        file.Plan!.Kind.IsDecidedByLeads() && (file.Stage == ReviewStage.UnderWay || !file.Terms.Draft.IsEmpty);

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
            .. Elsewhere(file),
            .. file.Found.Length > 0 ? [Fact("What it found", ReviewRecordText.Short(file.Found, AnswerShown))] : Array.Empty<Element>(),
            .. file.DecidedOn is { } day && file.Stage != ReviewStage.Declined
                ? [Fact("Decided on", Written.Day(day))]
                : Array.Empty<Element>(),
            .. HasTerms(file) ? [Fact("Terms of reference", TermsWording.Of(file.Terms))] : Array.Empty<Element>(),
            .. RecommendationCard.Facts(file),
            .. DetailCards.Facts(file),
            .. Told(file),
        ];
    }

    /// <summary>Whose it is, what was heard of it last, and what the group says of it.</summary>
    private static IEnumerable<Element> Elsewhere(ReviewFile file) =>
        file.Plan!.From is not { } from
            ? []
            :
            [
                Fact("Whose it is", from.Reference.Length > 0 ? $"{from.Body}, their reference {from.Reference}" : from.Body),
                .. from.Link.Length > 0 ? [Fact("Where it can be read", from.Link)] : Array.Empty<Element>(),
                .. file.Heard is [.., var last]
                    ? [Fact($"Heard on {Written.ShortDay(last.On)}", ReviewRecordText.Short(last.Text, AnswerShown))]
                    : Array.Empty<Element>(),
                .. file.Answer is { } answer ? [Fact("The group says", ReviewRecordWording.Of(answer))] : Array.Empty<Element>(),
            ];

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

    /// <summary>Proceedings elsewhere, those that have not ended first (C22).</summary>
    private static IEnumerable<Element> Beside(ReviewFile file) =>
        file.Proceedings.IsEmpty
            ? []
            :
            [
                Subheading(file.PublicationWaits ? "Publication waits for proceedings" : "Proceedings elsewhere") with
                {
                    Spacing = "large",
                },
                .. file
                    .Proceedings.OrderBy(one => one.Ended.Length > 0)
                    .Select(one =>
                        Lines.Line(
                            ReviewRecordWording.Of(one.Kind),
                            one.Ended.Length > 0 ? ReviewRecordText.Short(one.Ended, 200) : $"Ask {Inputs.Cut(one.Contact, 120)}",
                            Plain(one.Ended.Length > 0 ? "Ended" : $"Next {OnScreen.Day(one.Next)}")
                        )
                    ),
            ];

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
}
