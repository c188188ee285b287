using System.Collections.Immutable;
using AdaptiveCards;
using SafeguardingTeams.App.Directory;
using SafeguardingTeams.App.Dispatch;
using SafeguardingTeams.App.Drafts;
using SafeguardingTeams.App.Reading;
using SafeguardingTeams.App.Storage;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Drafts;
using SafeguardingTeams.Domain.Forms;
using SafeguardingTeams.Domain.Forms.PracticeLearning;
using SafeguardingTeams.Domain.Learning;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.LearningDecision;
using SafeguardingTeams.Domain.Steps.LearningQuestions;
using SafeguardingTeams.Domain.Steps.LearningReferral;
using SafeguardingTeams.Domain.Steps.LearningTriage;
using SafeguardingTeams.Domain.Steps.SafeguardingLeadsAnswer;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Cards.Forms;
using SafeguardingTeams.Presentation.Screens;
using SafeguardingTeams.Presentation.Steps.LearningDecision;
using SafeguardingTeams.Presentation.Steps.LearningQuestions;
using SafeguardingTeams.Presentation.Steps.LearningReferral;
using SafeguardingTeams.Presentation.Steps.LearningTriage;
using SafeguardingTeams.Presentation.Steps.SafeguardingLeadsAnswer;

namespace SafeguardingTeams.App.CardActions;

/// <summary>The steps of practice learning on its cards (section D): the safeguarding lead, the Chair, questions, the decision.</summary>
internal sealed class LearningHandlers(IRows rows, DraftStore drafts, LearningDesk desk, CurrentRules currentRules) : ICardHandlers
{
    /// <inheritdoc/>
    public IEnumerable<CardHandler> Handlers =>
        [
            new(Verbs.OpenLearning, desk.OpenAsync),
            new(Verbs.LearningWaiting, WaitingAsync),
            new(Verbs.LearningRead, ReadAsync),
            new(Verbs.LearningTimeline, TimelineAsync),
            desk.On(
                Verbs.LearningWithdraw,
                new(Step.WithdrawLearning, LearningReferralCards.Withdraw)
                {
                    Command = p => new WithdrawLearning(p.Record!.Value, p.Input("reason")),
                    Says = _ => "You have taken it back.",
                }
            ),
            desk.On(
                Verbs.LearningAgreement,
                new(Step.AnswerAsSafeguardingLead, LeadCards.Agreement)
                {
                    Command = p => new AnswerAsSafeguardingLead(p.Record!.Value, true, ""),
                    Says = _ => "You agree. The Chair of the group reads it now.",
                }
            ),
            desk.On(
                Verbs.LearningRefusal,
                new(Step.AnswerAsSafeguardingLead, LeadCards.Refusal)
                {
                    Command = p => new AnswerAsSafeguardingLead(p.Record!.Value, false, p.Input("reason")),
                    Says = _ => "You do not agree. The referrer is told, with your reason.",
                }
            ),
            desk.On(
                Verbs.LearningLead,
                new(Step.NameSafeguardingLead, (file, filled, context) =>
                    LeadCards.Name(file, desk.Leads(_ => true, context), filled, context)
                )
                {
                    Command = p => new NameSafeguardingLead(p.Record!.Value, p.Input("lead")),
                    Says = file => $"{file.Lead!.Display} is asked now.",
                }
            ),
            desk.On(
                Verbs.LearningLeadSaid,
                new(Step.RecordLeadsAnswer, LeadCards.Said)
                {
                    Wrong = p => [p.Input("agrees") is "yes" or "no" ? null : Wish.NoChoice("agrees")],
                    Command = p => new RecordLeadsAnswer(
                        p.Record!.Value,
                        p.Input("agrees") == "yes",
                        p.Input("reason"),
                        p.Input("verified")
                    )
                    {
                        Seen = p.Seen,
                    },
                    Says = _ => "Recorded.",
                }
            ),
            desk.On(
                Verbs.LearningWay,
                new(Step.TriageLearning, (p, file, filled) =>
                    p.KeyOf<LearningWay>("way") is { } way && (!p.Does || Asks(p, filled))
                        ? TriageCard.Why(file, way, filled, p.Context)
                        : TriageCard.Choose(file, filled, p.Context)
                )
                {
                    Command = p =>
                        p.KeyOf<LearningWay>("way") is { } way
                            ? new TriageLearning(
                                p.Record!.Value,
                                way,
                                p.Input("reason"),
                                p.Input("urgent") == "yes",
                                p.Has("themes") ? p.Several("themes") : null,
                                drafts.CaseFrom($"serious|{p.Record}"),
                                p.Again
                            )
                            {
                                Joined = p.Joined,
                                JoinedCases =
                                    way == LearningWay.ToTheMash
                                        ? [.. p.Joined.Select(joined => drafts.CaseFrom($"serious|{joined}"))]
                                        : [],
                                Seen = p.Seen,
                                PutRight = p.Input("putright"),
                            }
                            : null,
                    Says = file =>
                        file.Case is { } made
                            ? $"It is with the front door as a serious incident, reference {made}. The referrer is told."
                            : "Recorded. The referrer is told.",
                }
            ),
            desk.On(
                Verbs.LearningAsk,
                new(Step.AskReferrer, QuestionCards.Ask)
                {
                    Command = p => new AskReferrer(p.Record!.Value, p.Input("question")),
                    Says = _ => "The referrer is asked.",
                }
            ),
            desk.On(
                Verbs.LearningAnswer,
                new(Step.AnswerQuestion, QuestionCards.Answer)
                {
                    Command = p => new AnswerQuestion(p.Record!.Value, p.Round, p.Input("answer")),
                    Says = _ => "Your answer is on the record.",
                }
            ),
            desk.On(
                Verbs.LearningDecision,
                new(Step.DecideOnLearning, LearningDecisionCards.Decide)
                {
                    Wrong = p => [p.Day("date") is null ? Wish.NoDay() : null],
                    Command = Decided,
                    Says = _ => "The decision is recorded, and the referrer is told.",
                }
            ),
            desk.On(
                Verbs.LearningTold,
                new(Step.RecordLearningTold, LearningDecisionCards.Told)
                {
                    Command = p => new RecordLearningTold(p.Record!.Value, p.Input("how")) { Seen = p.Seen },
                    Says = _ => "Recorded.",
                }
            ),
        ];

    /// <summary>Whether the second step was sent, or something is wrong that only it can put right.</summary>
    private static bool Asks(CardInvocation p, Filled filled) =>
        p.Has("reason") || filled.Refusals.Exists(refusal => refusal.Field is not null);

    private static DecideOnLearning? Decided(CardInvocation p) =>
        p.Day("date") is { } day
            ? new(
                p.Record!.Value,
                new(
                    p.Input("considered").Trim(),
                    p.Choices<LearningOutcome>("outcomes"),
                    p.Input("reason").Trim(),
                    p.Input("referrertold").Trim(),
                    p.Input("equality").Trim(),
                    p.Input("participation").Trim(),
                    day
                ),
                p.Seen,
                p.Has("themes") ? p.Several("themes") : null
            )
            {
                Joined = p.Joined,
            }
            : null;

    /// <summary>Whether the person has a part in every case that goes to the group; its members have none (F2).</summary>
    private static bool SeesCases(Actor actor) => actor.Roles.Any(role => role is Role.Operations or Role.Chair or Role.Scrutineer);

    /// <summary>What is put before a meeting: references only, to who may read each of them.</summary>
    private async Task<AdaptiveCard> WaitingAsync(CardInvocation invocation, CancellationToken cancellationToken)
    {
        if (!LearningPermissions.SeesWhatWaits(invocation.Actor))
        {
            return CaseHandlers.NotFound(invocation);
        }

        var waiting = await rows.ReadAsync(Keys.Agenda, cancellationToken);
        IReadOnlyList<RecordRef> At(string meeting) =>
            [
                .. waiting
                    .Where(row => row.Key.StartsWith(Keys.AgendaOf(meeting), StringComparison.Ordinal))
                    .Select(row => RecordRef.Parse(row["record"]))
                    .Where(record => record.Kind != RecordKind.Case || SeesCases(invocation.Actor)),
            ];
        return ListCards.AwaitingMeeting(
            At(Keys.SpecialMeeting),
            At(Keys.NextMeeting),
            currentRules.NextMeeting(invocation.Context.Today),
            invocation.Context
        );
    }

    private async Task<AdaptiveCard> ReadAsync(CardInvocation invocation, CancellationToken cancellationToken) =>
        await desk.SeenAsync(invocation, cancellationToken) is { } file
            ? LearningCard.Read(file, invocation.Page, invocation.Number("row"), invocation.Context)
            : CaseHandlers.NotFound(invocation);

    private async Task<AdaptiveCard> TimelineAsync(CardInvocation invocation, CancellationToken cancellationToken) =>
        await desk.SeenAsync(invocation, cancellationToken) is { } file
            ? LearningCard.Timeline(file, invocation.Page, invocation.Context)
            : CaseHandlers.NotFound(invocation);
}
