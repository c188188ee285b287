using AdaptiveCards;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Reviews;
using SafeguardingTeams.Domain.Steps.ReviewDecision;
using SafeguardingTeams.Domain.Steps.ReviewElsewhere;
using SafeguardingTeams.Domain.Steps.ReviewEnding;
using SafeguardingTeams.Domain.Steps.ReviewProceedings;
using SafeguardingTeams.Domain.Steps.ReviewProgress;
using SafeguardingTeams.Domain.Steps.ReviewPublication;
using SafeguardingTeams.Domain.Steps.ReviewReport;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Screens;
using SafeguardingTeams.Presentation.Steps.ReviewDecision;
using SafeguardingTeams.Presentation.Steps.ReviewElsewhere;
using SafeguardingTeams.Presentation.Steps.ReviewEnding;
using SafeguardingTeams.Presentation.Steps.ReviewProceedings;
using SafeguardingTeams.Presentation.Steps.ReviewProgress;
using SafeguardingTeams.Presentation.Steps.ReviewPublication;
using SafeguardingTeams.Presentation.Steps.ReviewReport;

namespace SafeguardingTeams.App.CardActions;

/// <summary>The steps of a review on its cards (C2, C3, C8, C11, C17): the leads, the Chair, operations, its owner.</summary>
internal sealed class ReviewRecordHandlers(ReviewRecordDesk desk, ActionSources actions) : ICardHandlers
{
    /// <inheritdoc/>
    public IEnumerable<CardHandler> Handlers => [.. OfTheDecision, .. OfItsCourse, .. BesideIt, .. OfItsReport];

    private IEnumerable<CardHandler> OfTheDecision =>
        [
            new(Verbs.OpenReview, desk.OpenAsync),
            new(Verbs.ReviewHistory, TimelineAsync),
            desk.On(
                Verbs.ReviewDecide,
                new(Step.DecideOnReview, ReviewDecisionCards.Decide)
                {
                    Wrong = p => [p.Key("agrees") is "yes" or "no" ? null : Wish.NoChoice("reason", "Choose one of the two.")],
                    Command = p => new DecideOnReview(p.Record!.Value, p.Key("agrees") == "yes", p.Input("reason")),
                    Says = file =>
                        file.Stage switch
                        {
                            ReviewStage.UnderWay => "Your answer is recorded. All three leads agree: the review is decided on.",
                            ReviewStage.Declined => "Your answer is recorded. None of the leads wants a review.",
                            _ => "Your answer is recorded.",
                        },
                }
            ),
            desk.On(
                Verbs.ReviewAskAgain,
                new(Step.AskLeadsAgain, ReviewDecisionCards.AskAgain)
                {
                    Command = p => new AskLeadsAgain(p.Record!.Value, p.Input("text")),
                    Says = _ => "The three leads are asked again.",
                }
            ),
        ];

    private IEnumerable<CardHandler> OfItsCourse =>
        [
            desk.On(
                Verbs.ReviewLook,
                new(Step.LookAtReview, ReviewProgressCards.Look)
                {
                    Wrong = p =>
                        [
                            p.Choice<LookState>("state") is null ? Wish.NoChoice("state", "Choose one.") : null,
                            p.Day("date") is null ? Wish.NoDay() : null,
                        ],
                    Command = p =>
                        p.Choice<LookState>("state") is { } state && p.Day("date") is { } day
                            ? new LookAtReview(
                                p.Record!.Value,
                                day,
                                state,
                                p.Input("quality"),
                                p.Input("concern") == "yes",
                                p.Input("asked")
                            )
                            : null,
                    Says = file =>
                        file.Looks[^1].State == LookState.Late && !file.IsDelayed && file.Plan!.Kind.IsDecidedByLeads()
                            ? "It is recorded. Say now on what other day it is expected: national Panel and DfE are told why."
                            : "It is recorded. It is looked at again in a month.",
                }
            ),
            desk.On(
                Verbs.ReviewExpect,
                new(Step.ForecastReview, ReviewProgressCards.Expect)
                {
                    Wrong = p =>
                        [
                            p.Day("until") is null ? Wish.NoDay("until") : null,
                            p.Choice<DelayReason>("why") is null ? Wish.NoChoice("why", "Choose one.") : null,
                        ],
                    Command = p =>
                        p.Day("until") is { } until && p.Choice<DelayReason>("why") is { } why
                            ? new ForecastReview(p.Record!.Value, until, why, p.Input("text"))
                            : null,
                    Says = file =>
                        file.IsDelayed
                            ? "It is recorded. Operations tell national Panel and DfE why."
                            : "It is recorded. It is expected in time, so nobody outside is told.",
                }
            ),
            desk.On(
                Verbs.ReviewHeard,
                new(Step.HearOfReview, ReviewElsewhereCard.Draw)
                {
                    Wrong = p => [p.Day("date") is null ? Wish.NoDay() : null, p.Day("until") is null ? Wish.NoDay("until") : null],
                    Command = p =>
                        p.Day("date") is { } day && p.Day("until") is { } next
                            ? new HearOfReview(p.Record!.Value, day, p.Input("text"), next)
                            : null,
                    Says = _ => "It is recorded, and asked for again on that day.",
                }
            ),
            desk.On(
                Verbs.ReviewClose,
                new(Step.CloseReview, ReviewEndingCards.Close)
                {
                    Command = p => new CloseReview(p.Record!.Value, p.Input("note")),
                    Read = async (command, cancellationToken) =>
                        (CloseReview)command with
                        {
                            WithAction = await actions.AnswersAsync(command.Ref, cancellationToken),
                        },
                    Says = _ => "It is closed.",
                }
            ),
            desk.On(
                Verbs.ReviewEnd,
                new(Step.EndReview, ReviewEndingCards.End)
                {
                    Command = p => new EndReview(p.Record!.Value, p.Input("reason")),
                    Says = _ => "It is ended.",
                }
            ),
            desk.On(
                Verbs.ReviewReopen,
                new(Step.ReopenReview, ReviewEndingCards.Reopen)
                {
                    Command = p => new ReopenReview(p.Record!.Value, p.Input("reason")),
                    Says = _ => "It goes on where it was.",
                }
            ),
        ];

    private IEnumerable<CardHandler> BesideIt =>
        [
            desk.On(
                Verbs.ReviewProceeding,
                new(Step.KeepProceeding, ProceedingCards.Keep)
                {
                    Wrong = p =>
                        [
                            p.Input("which") is ProceedingCards.Another || Which(p) > 0 ? null : Wish.NoChoice("which", "Choose one."),
                            p.Choice<ProceedingKind>("sort") is null ? Wish.NoChoice("sort", "Choose one.") : null,
                            p.Day("until") is null ? Wish.NoDay("until") : null,
                        ],
                    Command = p =>
                        p.Choice<ProceedingKind>("sort") is { } kind && p.Day("until") is { } next
                            ? new KeepProceeding(
                                p.Record!.Value,
                                Which(p) is > 0 and var number ? number : null,
                                kind,
                                p.Input("contact"),
                                next,
                                p.Input("waits") == "yes",
                                p.Input("text")
                            )
                            : null,
                    Says = _ => "It is recorded, and asked again after that day.",
                }
            ),
            desk.On(
                Verbs.ReviewProceedingEnd,
                new(Step.EndProceeding, ProceedingCards.End)
                {
                    Wrong = p => [Which(p) > 0 ? null : Wish.NoChoice("which", "Choose one.")],
                    Command = p => new EndProceeding(p.Record!.Value, Which(p), p.Input("text")),
                    Says = _ => "It is recorded.",
                }
            ),
        ];

    private static int Which(CardInvocation p) =>
        int.TryParse(
            p.Input("which"),
            System.Globalization.NumberStyles.None,
            System.Globalization.CultureInfo.InvariantCulture,
            out var number
        )
            ? number
            : 0;

    private IEnumerable<CardHandler> OfItsReport =>
        [
            desk.On(
                Verbs.ReviewReport,
                new(Step.SubmitReviewReport, ReviewReportCards.Submit)
                {
                    Wrong = p => [p.Day("date") is null ? Wish.NoDay() : null],
                    Command = p =>
                        p.Day("date") is { } day
                            ? new SubmitReviewReport(
                                p.Record!.Value,
                                new(p.Choices<ReportCheck>("checks"), p.Input("why"), p.Input("advice"), day, p.Input("link"))
                            )
                            : null,
                    Says = _ => "The report is before the three leads.",
                }
            ),
            desk.On(
                Verbs.ReviewReportAccept,
                new(Step.AcceptReviewReport, ReviewReportCards.Accept)
                {
                    Wrong = p => [p.Key("accepts") is "yes" or "no" ? null : Wish.NoChoice("reason", "Choose one of the two.")],
                    Command = p => new AcceptReviewReport(p.Record!.Value, p.Key("accepts") == "yes", p.Input("reason")),
                    Says = file =>
                        file.Stage switch
                        {
                            ReviewStage.Accepted => "Your answer is recorded. All three leads accept the report.",
                            ReviewStage.UnderWay => "The report goes back, with your reason.",
                            _ => "Your answer is recorded.",
                        },
                }
            ),
            desk.On(
                Verbs.ReviewFindings,
                new(Step.RecordFindings, ReviewReportCards.Findings)
                {
                    Wrong = p => [p.Day("date") is null ? Wish.NoDay() : null],
                    Command = p =>
                        p.Day("date") is { } day
                            ? new RecordFindings(p.Record!.Value, p.Input("found"), day) { Answer = p.Choice<NationalAnswer>("says") }
                            : null,
                    Says = _ => "What it found is recorded.",
                }
            ),
            desk.On(
                Verbs.ReviewPublishPlan,
                new(Step.PlanPublication, PublicationCards.Plan)
                {
                    Wrong = p =>
                        [
                            p.Choice<PublicationForm>("form") is null ? Wish.NoChoice("form", "Choose one.") : null,
                            p.Day("date") is null ? Wish.NoDay() : null,
                        ],
                    Command = p =>
                        p.Choice<PublicationForm>("form") is { } form && p.Day("date") is { } day
                            ? new PlanPublication(p.Record!.Value, form, p.Input("why"), day)
                            {
                                Version = int.TryParse(p.Input("version"), out var version) ? version : null,
                            }
                            : null,
                    Says = file => $"It is recorded. By {PublicationCards.WhenSent(file)} national Panel, DfE and Ofsted have it.",
                }
            ),
            desk.On(
                Verbs.ReviewPublish,
                new(Step.RecordPublished, PublicationCards.Publish)
                {
                    Wrong = p => [p.Day("date") is null ? Wish.NoDay() : null],
                    Command = p =>
                        p.Day("date") is { } day
                            ? new RecordPublished(p.Record!.Value, day, p.Input("where"), p.Input("told"), p.Input("reason"))
                            : null,
                    Says = _ => "It is recorded.",
                }
            ),
        ];

    private async Task<AdaptiveCard> TimelineAsync(CardInvocation invocation, CancellationToken cancellationToken) =>
        await desk.SeenAsync(invocation, cancellationToken) is { } file
            ? ReviewRecordCard.Timeline(file, invocation.Page, invocation.Context)
            : CaseHandlers.NotFound(invocation);
}
