using System.Globalization;
using AdaptiveCards;
using SafeguardingTeams.App.Commands;
using SafeguardingTeams.App.Configuration;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Reviews;
using SafeguardingTeams.Domain.Steps.ReviewDetails;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Cards.Forms;
using SafeguardingTeams.Presentation.Steps.ReviewDetails;

namespace SafeguardingTeams.App.CardActions;

/// <summary>What a review asks of agencies, and what they answer (C6, C23).</summary>
internal sealed class ReviewDetailHandlers(ReviewRecordDesk desk, CommandRunner commands, PartnershipFile partnership) : ICardHandlers
{
    /// <inheritdoc/>
    public IEnumerable<CardHandler> Handlers =>
        [
            new(Verbs.ReviewDetails, (p, cancellationToken) =>
                desk.ReadAsync(p, (file, context) => DetailCards.Open(file, null, context), cancellationToken)
            ),
            On(
                Verbs.ReviewDetailAsk,
                new(Step.RequestDetail, (file, filled, context) => DetailForms.Ask(file, Agencies, filled, context))
                {
                    Wrong = p =>
                        [p.Day("from") is null ? Wish.NoDay("from") : null, p.Day("until") is null ? Wish.NoDay("until") : null, NoDue(p)],
                    Command = p =>
                        p.Day("from") is { } from && p.Day("until") is { } until
                            ? new RequestDetail(
                                p.Record!.Value,
                                Bodies(p),
                                new(p.Input("why"), from, until, p.Input("text"), p.Context.Words.DetailBasis.Text),
                                p.Day("due"),
                                []
                            )
                            : null,
                    Then = (file, context) => Done(file, "The agencies are asked.", context),
                },
                (command, file) => (RequestDetail)command with { Subjects = file.Plan!.Subjects }
            ),
            On(
                Verbs.ReviewDetailAnswer,
                new(Step.AnswerDetail, DetailForms.Answer)
                {
                    Wrong = p => [NoWhich(p), .. NoAnswer(p)],
                    Command = p => Answer(p, Which(p), p.Input("verified")),
                    Then = (file, context) => Done(file, "The answer is recorded.", context),
                }
            ),
            On(
                Verbs.ReviewDetailReturn,
                new(Step.ReturnDetail, DetailForms.Return)
                {
                    Wrong = p => [NoWhich(p), NoDue(p)],
                    Command = p => new ReturnDetail(p.Record!.Value, Which(p), p.Input("text"), p.Day("due"), []),
                    Then = (file, context) => Done(file, "The agency is asked again.", context),
                },
                (command, file) => (ReturnDetail)command with { Subjects = file.Plan!.Subjects }
            ),
            On(
                Verbs.ReviewDetailBack,
                new(Step.TakeBackDetail, DetailForms.TakeBack)
                {
                    Wrong = p => [NoWhich(p)],
                    Command = p => new TakeBackDetail(p.Record!.Value, Which(p), p.Input("reason")),
                    Then = (file, context) => Done(file, "It is taken back.", context),
                }
            ),
            new(Verbs.ReviewDetailTheirs, TheirsAsync),
        ];

    private IReadOnlyList<(string Id, string Name)> Agencies => [.. partnership.Agencies.Select(agency => (agency.Id, agency.Name))];

    /// <summary>
    /// A verb of whoever reads the review: an agency's own people may take a step of it too, and are shown nothing of these cards (F2).
    /// </summary>
    private CardHandler On(string verb, ReviewRecordStep step, Func<ReviewCommand, ReviewFile, ReviewCommand>? of = null) =>
        new(verb, async (p, cancellationToken) =>
            await desk.SeenAsync(p, cancellationToken) is not { } file
                ? CaseHandlers.NotFound(p)
                : await desk.AnswerAsync(
                    p,
                    of is null ? step : step with { Read = (command, _) => Task.FromResult(of(command, file)) },
                    cancellationToken
                )
        );

    /// <summary>The agency's own answer: whose it is never stands on the card, it is who presses.</summary>
    private async Task<AdaptiveCard> TheirsAsync(CardInvocation invocation, CancellationToken cancellationToken)
    {
        var wrong = invocation.Does ? NoAnswer(invocation).OfType<Refusal>().ToList() : [];
        if (!invocation.Does || invocation.Record is not { Kind: RecordKind.Review })
        {
            return await DrawnAsync(null, Filled.Nothing);
        }

        if (wrong.Count > 0 || Answer(invocation, invocation.Number(TheirDetailCard.Number), "") is not { } answer)
        {
            return await DrawnAsync(null, invocation.Filled(wrong));
        }

        return await commands.RunAsync(
            answer with
            {
                Seen = invocation.Seen,
            },
            invocation.CommandId,
            invocation.Actor,
            cancellationToken
        ) switch
        {
            Outcome.Done => await DrawnAsync(new(NoticeKind.Done, "Your agency's answer is recorded."), Filled.Nothing),
            Outcome.Refused refused when refused.Reasons.Contains(Refusal.NotFound) => CaseHandlers.NotFound(invocation),
            Outcome.Refused refused when refused.Reasons.Contains(Refusal.Overtaken) || refused.Reasons.Contains(Refusal.NotYours) =>
                await DrawnAsync(new(NoticeKind.Problem, refused.Reasons[0].Message), Filled.Nothing),
            Outcome.Refused refused => await DrawnAsync(null, invocation.Filled(refused.Reasons)),
            _ => throw new InvalidOperationException("An unknown outcome."),
        };

        // Operations who are told in place of somebody read it as the review has it.
        async Task<AdaptiveCard> DrawnAsync(Notice? notice, Filled filled) =>
            IsOfAnAgency(invocation.Actor) ? await desk.TheirsAsync(invocation, notice, filled, cancellationToken, detail: true)
            : await desk.SeenAsync(invocation, cancellationToken) is { } file ? DetailCards.Open(file, notice, invocation.Context)
            : CaseHandlers.NotFound(invocation);
    }

    private static bool IsOfAnAgency(Actor actor) =>
        ReviewPermissions.IsMemberOf(actor, actor.AgencyId) || ReviewPermissions.Leads(actor, actor.AgencyId);

    private static AdaptiveCard Done(ReviewFile file, string says, CardContext context) =>
        DetailCards.Open(file, new(NoticeKind.Done, says), context);

    private System.Collections.Immutable.ImmutableList<AddressedBody> Bodies(CardInvocation p) =>
        [
            .. p.Several("bodies")
                .Distinct()
                .Select(id => partnership.Agencies.FirstOrDefault(agency => agency.Id == id))
                .OfType<AgencyEntry>()
                .Select(agency => new AddressedBody(agency.Id, agency.Name)),
        ];

    private static AnswerDetail? Answer(CardInvocation p, int number, string verified) =>
        p.Choice<DetailReply>("reply") is { } reply && p.Day("date") is { } day
            ? new(p.Record!.Value, number, reply, p.Input("because"), p.Input("where"), day, verified)
            : null;

    private static IEnumerable<Refusal?> NoAnswer(CardInvocation p) =>
        [
            p.Choice<DetailReply>("reply") is null ? Wish.NoChoice("reply", "Choose one.") : null,
            p.Day("date") is null ? Wish.NoDay() : null,
        ];

    private static Refusal? NoWhich(CardInvocation p) => Which(p) > 0 ? null : Wish.NoChoice("which", "Choose one.");

    /// <summary>A day that is no day is not taken for none.</summary>
    private static Refusal? NoDue(CardInvocation p) => p.Input("due").Length > 0 && p.Day("due") is null ? Wish.NoDay("due") : null;

    private static int Which(CardInvocation p) =>
        int.TryParse(p.Input("which"), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
