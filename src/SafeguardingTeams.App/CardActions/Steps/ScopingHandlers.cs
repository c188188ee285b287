using SafeguardingTeams.App.Drafts;
using SafeguardingTeams.App.Storage;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Cases.Counting;
using SafeguardingTeams.Domain.Cases.Reviewing;
using SafeguardingTeams.Domain.Forms;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.Scoping;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Steps.Preparing;
using SafeguardingTeams.Presentation.Steps.Scoping;
using SafeguardingTeams.Presentation.Wording;

namespace SafeguardingTeams.App.CardActions.Steps;

/// <summary>
/// Letters and forms to the agencies, and what they return (B2 to B8). The form itself is filled in as a draft: <see cref="DraftStarts"/>.
/// </summary>
internal sealed class ScopingHandlers(StepRunner steps, ReviewDesk desk, IRows rows) : ICardHandlers
{
    /// <inheritdoc/>
    public IEnumerable<CardHandler> Handlers =>
        [
            steps.On(Verbs.SendPreview, p => Send(p, _ => Refusal.Overtaken)),
            steps.On(Verbs.SendScoping, p => Send(p, sent => new SendScoping(sent.Case))),
            steps.On(Verbs.AgencyAsk, p => Ask(p.Key("agency"))),
            steps.On(Verbs.MyAgency, BegunAsync, p => Own(p.Key("agency"), p.ReturnBegunBy)),
            steps.On(Verbs.NilReturn, p => Nil(p.Key("agency"))),
        ];

    private StepCard Send(CardInvocation invocation, Func<CardInvocation, Wish> command) =>
        new StepCard(ReviewDoors.ForOperations, (file, filled, context) =>
            SendCards.Preview(file, desk.Calendar, filled, context, invocation.Page)
        )
        {
            Command = command,
            Says = file =>
                $"Letters and forms are on their way to {file.Review.Agencies.Count} agencies, with the invitations to the meeting.",
            After = desk.Hub,
        }.Where(file => file.Review.SentAt is null);

    private StepCard Ask(string agency) =>
        new StepCard(ReviewDoors.Listed(Step.AskAgency, agency), (file, filled, context) =>
            AgencyCards.Ask(file, file.Review.Agency(agency)!, ReturnClock.Expected(file, desk.Calendar, context.Now), filled, context)
        )
        {
            Command = p => new AskAgency(p.Case, agency),
            Says = _ => "Letter and form are being sent.",
            After = (file, said, context) => AgencyCards.Desk(file, file.Review.Agency(agency)!, said, context),
        }.Where(file => file.Review.Agency(agency)?.AskedAt is null);

    /// <summary>With who began the return, where they answer for the agency no longer.</summary>
    private async Task<CardInvocation> BegunAsync(CardInvocation invocation, CancellationToken cancellationToken)
    {
        if (invocation.CaseId is not { } id)
        {
            return invocation;
        }

        var stored = await StoredCase.LoadAsync(rows, id, cancellationToken);
        return
            OwnIn(stored.File, invocation.Actor, invocation.Key("agency")) is { } own
            && LeftReturn.Of(stored, stored.File, own.Key, invocation.Actor) is { } left
            ? invocation with
            {
                ReturnBegunBy = left.By,
            }
            : invocation;
    }

    private static StepCard Own(string agency, string begunBy) =>
        new(
            (file, actor) => OwnIn(file, actor, agency) is null ? Refusal.NotYours : null,
            (file, filled, context) =>
                MyAgencyCard.Draw(file, OwnIn(file, context.Viewer, agency)!, StepCard.OnTop(filled), context, begunBy)
        );

    private static ReviewAgency? OwnIn(CaseFile file, Actor actor, string agency) =>
        ReviewVisibility.Agencies(file, actor).FirstOrDefault(one => agency.Length == 0 || one.Key == agency);

    private static StepCard Nil(string agency) =>
        new(ReviewDoors.For(Step.ReturnScoping, agency), (file, filled, context) =>
            MyAgencyCard.Nil(file, file.Review.Agency(agency)!, filled, context)
        )
        {
            Command = p => Nil(p, new ReturnScoping(p.Case, agency, false, Answers.None, "on a card", p.Input("reason"), p.Again)),
            Says = _ => "It is recorded that the family is not known. That counts as the return.",
            After = (file, said, context) => ReviewDesk.Agency(file, agency, said, context),
        };

    /// <summary>With who told operations, where that is asked for: the command says whether it has to be.</summary>
    private static Wish Nil(CardInvocation invocation, ReturnScoping nil) =>
        invocation.Input("who").Trim().Length == 0 ? nil
        : invocation.Choice<HeardBy>("heard") is not { } how ? Wish.NoChoice("heard", "Choose how they told you.")
        : invocation.Day("date") is not { } day ? Wish.NoDay()
        : nil with { Heard = new(invocation.Input("who"), day, how) };
}
