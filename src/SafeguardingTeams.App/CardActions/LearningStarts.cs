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
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Cards.Forms;
using SafeguardingTeams.Presentation.Screens;
using SafeguardingTeams.Presentation.Steps.LearningReferral;

namespace SafeguardingTeams.App.CardActions;

/// <summary>Beginning a referral for practice learning, or going on with one (D1, D6, A4).</summary>
internal sealed class LearningStarts(
    IRows rows,
    DraftStore drafts,
    LearningDesk desk,
    CurrentRules currentRules,
    IPeople people,
    Chats chats,
    ReadAudit audit
) : ICardHandlers
{
    /// <inheritdoc/>
    public IEnumerable<CardHandler> Handlers =>
        [
            new(Verbs.LearningStart, StartAsync),
            new(Verbs.LearningBegin, BeginAsync),
            new(Verbs.LearningCarry, CarryAsync),
            new(Verbs.LearningChange, ChangeAsync),
        ];

    private Task<AdaptiveCard> StartAsync(CardInvocation invocation, CancellationToken cancellationToken) =>
        Task.FromResult(
            LearningReferralCards.Start(
                invocation.Actor.Roles.Contains(Role.DesignatedSafeguardingLead)
                    ? []
                    : desk.Leads(person => person.AgencyId == invocation.Actor.AgencyId, invocation.Context),
                currentRules.NextMeeting(invocation.Context.Today),
                invocation.Context
            )
        );

    private async Task<AdaptiveCard> BeginAsync(CardInvocation invocation, CancellationToken cancellationToken)
    {
        var lead = people
            .Actors(invocation.Context.Today)
            .Find(person =>
                person.PersonId == invocation.Input("lead")
                && person.AgencyId == invocation.Actor.AgencyId
                && person.Roles.Contains(Role.DesignatedSafeguardingLead)
            );
        var known = LearningAnswers.BegunBy(
            invocation.Action.DisplayName,
            invocation.Actor.AgencyName,
            invocation.Actor.Email.Length > 0 ? invocation.Actor.Email : await EmailAsync(invocation, cancellationToken),
            lead?.Display ?? "",
            lead?.Email ?? ""
        );
        var draft = await drafts.BeginLearningAsync(
            invocation.CommandId,
            invocation.Actor,
            PracticeLearningV1.Form,
            known,
            null,
            cancellationToken
        );
        return DraftHandlers.Open(draft, invocation);
    }

    /// <summary>From a case below the threshold, with its answers: nothing is typed again (A4). Its referrer alone may.</summary>
    private async Task<AdaptiveCard> CarryAsync(CardInvocation invocation, CancellationToken cancellationToken)
    {
        if (
            invocation.CaseId is not { } id
            || (await StoredCase.LoadAsync(rows, id, cancellationToken)).File is not { Stage: Stage.BelowThreshold } file
            || file.Referral!.Referrer.PersonId != invocation.Actor.PersonId
        )
        {
            return CaseHandlers.NotFound(invocation);
        }

        // One for each case, however often it is pressed: once sent, it opens.
        var wish = $"carried|{id}";
        var begun = (LearningFile)(await StoredRecord.LoadAsync(rows, drafts.LearningFrom(wish), cancellationToken)).Record;
        if (begun.Stage != LearningStage.NotStarted)
        {
            await audit.RecordAsync(invocation.Reader, begun, cancellationToken);
            return LearningCard.Draw(begun, new(NoticeKind.Information, "You have sent it already."), invocation.Context);
        }

        var draft = await drafts.BeginLearningAsync(
            wish,
            invocation.Actor,
            PracticeLearningV1.Form,
            LearningAnswers.From(file.Referral.Answers),
            id,
            cancellationToken
        );
        return DraftHandlers.Open(draft, invocation);
    }

    private async Task<AdaptiveCard> ChangeAsync(CardInvocation invocation, CancellationToken cancellationToken)
    {
        if (await desk.SeenAsync(invocation, cancellationToken) is not { } file)
        {
            return CaseHandlers.NotFound(invocation);
        }

        if (LearningRules.Refuse(Step.ChangeLearning, file, invocation.Actor) is { } refusal)
        {
            return LearningCard.Draw(file, new(NoticeKind.Problem, refusal.Message), invocation.Context);
        }

        var stored = await StoredRecord.LoadAsync(rows, file.Ref, cancellationToken);
        var referral = file.Referral!;
        var begin = drafts.New(
            file,
            invocation.Actor,
            DraftPurpose.ChangeLearning,
            referral.FormId,
            referral.FormVersion,
            referral.Answers
        ) with
        {
            Before = referral.Answers,
        };
        return DraftHandlers.Open(await drafts.BeginAsync(stored, begin, kept => kept.On(referral.Answers), cancellationToken), invocation);
    }

    private async Task<string> EmailAsync(CardInvocation invocation, CancellationToken cancellationToken) =>
        invocation.Action.Email.Length > 0
            ? invocation.Action.Email
            : await chats.EmailOfAsync(invocation.Actor.PersonId, cancellationToken);
}
