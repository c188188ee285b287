using System.Globalization;
using AdaptiveCards;
using SafeguardingTeams.App.Commands;
using SafeguardingTeams.App.Drafts;
using SafeguardingTeams.App.Storage;
using SafeguardingTeams.Domain.Briefings;
using SafeguardingTeams.Domain.Drafts;
using SafeguardingTeams.Domain.Forms;
using SafeguardingTeams.Domain.Forms.Briefings;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.BriefingAnswers;
using SafeguardingTeams.Domain.Steps.BriefingApproval;
using SafeguardingTeams.Domain.Steps.BriefingChecking;
using SafeguardingTeams.Domain.Steps.BriefingEnding;
using SafeguardingTeams.Domain.Steps.BriefingSending;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Cards.Forms;
using SafeguardingTeams.Presentation.Screens;
using SafeguardingTeams.Presentation.Steps.BriefingAnswers;
using SafeguardingTeams.Presentation.Steps.BriefingApproval;
using SafeguardingTeams.Presentation.Steps.BriefingChecking;
using SafeguardingTeams.Presentation.Steps.BriefingEnding;
using SafeguardingTeams.Presentation.Steps.BriefingSending;

namespace SafeguardingTeams.App.CardActions;

/// <summary>The steps of a briefing on its cards (E20, E26): who writes, checks, approves, sends it, and how agencies used it.</summary>
internal sealed class BriefingHandlers(BriefingDesk desk, IRows rows, DraftStore drafts, CommandRunner commands) : ICardHandlers
{
    /// <inheritdoc/>
    public IEnumerable<CardHandler> Handlers =>
        [
            new(Verbs.OpenBriefing, desk.OpenAsync),
            new(Verbs.BriefingRead, (p, cancellationToken) => ReadAsync(p, BriefingCard.Read, cancellationToken)),
            new(Verbs.BriefingHistory, (p, cancellationToken) =>
                ReadAsync(p, (file, context) => BriefingCard.Timeline(file, p.Page, context), cancellationToken)
            ),
            new(Verbs.BriefingWrite, WriteAsync),
            desk.On(
                Verbs.BriefingCheck,
                new(Step.CheckBriefing, CheckBriefingCard.Draw)
                {
                    Wrong = p => [p.Key("passes") is "yes" or "no" ? null : Wish.NoChoice("reason", "Choose one of the two.")],
                    Command = p => new CheckBriefing(
                        p.Record!.Value,
                        p.Key("passes") == "yes",
                        p.Choices<CheckedFor>("looked"),
                        p.Input("missed"),
                        p.Input("reason")
                    ),
                    Says = file =>
                        file.Stage == BriefingStage.WithChair
                            ? "It passes. The Chair is asked to approve it."
                            : "It goes back, with your reason.",
                }
            ),
            desk.On(
                Verbs.BriefingApprove,
                new(Step.ApproveBriefing, ApproveBriefingCard.Draw)
                {
                    Wrong = p => [p.Key("approves") is "yes" or "no" ? null : Wish.NoChoice("reason", "Choose one of the two.")],
                    Command = p => new ApproveBriefing(p.Record!.Value, p.Key("approves") == "yes", p.Input("reason")),
                    Says = file =>
                        file.Stage == BriefingStage.Approved
                            ? "It is approved. Operations are asked to send it."
                            : "It goes back, with your reason.",
                }
            ),
            desk.On(
                Verbs.BriefingSend,
                new(Step.SendBriefing, SendBriefingCard.Draw)
                {
                    Command = p => new SendBriefing(p.Record!.Value),
                    Says = file =>
                        file.Plan!.Agencies.IsEmpty ? "It is kept as a Word file." : "It is sent. The agencies are asked how they used it.",
                }
            ),
            desk.On(
                Verbs.BriefingAnswer,
                new(Step.AnswerBriefing, BriefingAnswerCards.Record)
                {
                    Wrong = p =>
                        [p.Input("agency").Length == 0 ? Wish.NoChoice("agency", "Choose whose answer it is.") : null, NoNumber(p)],
                    Command = p => new AnswerBriefing(p.Record!.Value, Used(p, p.Input("agency"), p.Input("verified")))
                    {
                        Seen = p.Number(BriefingAnswerCards.SeenOf(p.Input("agency"))),
                    },
                    Says = _ => "The answer is recorded.",
                }
            ),
            desk.On(
                Verbs.BriefingClose,
                new(Step.CloseBriefing, BriefingEndingCards.Close)
                {
                    Command = p => new CloseBriefing(p.Record!.Value, p.Input("note")),
                    Says = _ => "It is closed.",
                }
            ),
            desk.On(
                Verbs.BriefingCorrect,
                new(Step.CorrectBriefing, BriefingEndingCards.Correct)
                {
                    Command = p => new CorrectBriefing(p.Record!.Value, p.Input("reason")),
                    Says = _ => "It can be written again.",
                }
            ),
            desk.On(
                Verbs.BriefingWithdraw,
                new(Step.WithdrawBriefing, BriefingEndingCards.Withdraw)
                {
                    Command = p => new WithdrawBriefing(p.Record!.Value, p.Input("reason")),
                    Says = file => file.Sent.IsEmpty ? "It is withdrawn." : "It is withdrawn, and the agencies are told.",
                }
            ),
            new(Verbs.BriefingTheirs, TheirsAsync),
        ];

    private async Task<AdaptiveCard> ReadAsync(
        CardInvocation invocation,
        Func<BriefingFile, CardContext, AdaptiveCard> draw,
        CancellationToken cancellationToken
    ) =>
        await desk.SeenAsync(invocation, cancellationToken) is { } file
            ? draw(file, invocation.Context)
            : CaseHandlers.NotFound(invocation);

    /// <summary>Opens the form; what was typed before, and what somebody else has put before the check meanwhile, is in it.</summary>
    private async Task<AdaptiveCard> WriteAsync(CardInvocation invocation, CancellationToken cancellationToken)
    {
        if (await desk.SeenAsync(invocation, cancellationToken) is not { } file)
        {
            return CaseHandlers.NotFound(invocation);
        }

        if (BriefingRules.Refuse(Step.WriteBriefing, file, invocation.Actor) is { } refusal)
        {
            return await desk.DrawAsync(file, new(NoticeKind.Problem, refusal.Message), invocation, cancellationToken);
        }

        var form = BriefingForms.Of(file.Plan!.Purpose);
        var there = file.Text?.Answers ?? Answers.None;
        var begin = drafts.New(file, invocation.Actor, DraftPurpose.Briefing, form.Id, form.Version, there) with { Before = there };
        var stored = await StoredRecord.LoadAsync(rows, file.Ref, cancellationToken);
        return DraftHandlers.Open(await drafts.BeginAsync(stored, begin, kept => kept.On(there), cancellationToken), invocation);
    }

    /// <summary>The agency's own answer: whose it is never stands on the card, it is who presses.</summary>
    private async Task<AdaptiveCard> TheirsAsync(CardInvocation invocation, CancellationToken cancellationToken)
    {
        if (!invocation.Does || invocation.Record is not { Kind: RecordKind.Briefing } record)
        {
            return await desk.TheirsAsync(invocation, null, Filled.Nothing, cancellationToken);
        }

        if (NoNumber(invocation) is { } wrong)
        {
            return await desk.TheirsAsync(invocation, null, invocation.Filled(wrong), cancellationToken);
        }

        var command = new AnswerBriefing(record, Used(invocation, invocation.Actor.AgencyId, ""))
        {
            Seen = invocation.Seen,
            Round = invocation.Round,
        };
        return await commands.RunAsync(command, invocation.CommandId, invocation.Actor, cancellationToken) switch
        {
            Outcome.Done { Record: BriefingFile after } => TheirBriefingCard.Draw(
                after,
                new(NoticeKind.Done, "Your agency's answer is recorded."),
                Filled.Nothing,
                invocation.Context
            ),
            Outcome.Refused refused when refused.Reasons.Exists(reason => reason.Field is not null) => await desk.TheirsAsync(
                invocation,
                null,
                invocation.Filled(refused.Reasons),
                cancellationToken
            ),
            Outcome.Refused refused => await desk.TheirsAsync(
                invocation,
                new(NoticeKind.Problem, refused.Reasons[0].Message),
                invocation.Filled([]),
                cancellationToken
            ),
            _ => throw new InvalidOperationException("An unknown outcome."),
        };
    }

    private static Refusal? NoNumber(CardInvocation p) =>
        p.Input("people").Trim().Length > 0 && People(p) is null
            ? new("number-needed", "Enter how many people, as a number above 0, or leave it empty.", "people")
            : null;

    private static int? People(CardInvocation p) =>
        int.TryParse(p.Input("people").Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var people) ? people : null;

    private static BriefingUsed Used(CardInvocation p, string agencyId, string verified) =>
        new(
            agencyId,
            p.Input("teams"),
            People(p),
            p.Choices<BriefingUse>("uses"),
            p.Input("cameup"),
            p.Input("change"),
            p.Input("asks"),
            p.Input("because"),
            verified
        );
}
