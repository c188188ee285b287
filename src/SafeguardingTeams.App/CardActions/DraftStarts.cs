using AdaptiveCards;
using SafeguardingTeams.App.Dispatch;
using SafeguardingTeams.App.Drafts;
using SafeguardingTeams.App.Indexes;
using SafeguardingTeams.App.Reading;
using SafeguardingTeams.App.Storage;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Cases.Reviewing;
using SafeguardingTeams.Domain.Drafts;
using SafeguardingTeams.Domain.Forms;
using SafeguardingTeams.Domain.Forms.InitialScoping;
using SafeguardingTeams.Domain.Forms.ScopingRequest;
using SafeguardingTeams.Domain.Forms.SeriousIncidentReferral;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.Preparing;
using SafeguardingTeams.Domain.Steps.Scoping;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Cards.Forms;

namespace SafeguardingTeams.App.CardActions;

/// <summary>Beginning a form, or going on with it, with what the case knows already filled in.</summary>
public sealed class DraftStarts(IRows rows, DraftStore store, CaseHandlers cases, ReadAudit audit, Chats chats, EarlierThemes themes)
    : ICardHandlers
{
    /// <inheritdoc/>
    IEnumerable<CardHandler> ICardHandlers.Handlers =>
        [
            new(Verbs.StartReferral, ReferralAsync),
            new(Verbs.ChangeReferral, ChangeAsync),
            new(Verbs.RequestForm, RequestAsync),
            new(Verbs.ReturnForm, ReturnAsync),
            new(Verbs.MeetingRecord, RecordAsync),
        ];

    private async Task<AdaptiveCard> ReferralAsync(CardInvocation invocation, CancellationToken cancellationToken)
    {
        var form = SeriousIncidentReferralV1.Form;
        var known = ReferralAnswers.BegunBy(
            invocation.Action.DisplayName,
            invocation.Actor.AgencyName,
            await EmailAsync(invocation, cancellationToken)
        );
        var draft = await store.BeginReferralAsync(invocation.CommandId, invocation.Actor, form, known, cancellationToken);
        return FormPageCard.Draw(draft, form.Pages[0], [], null, invocation.Context);
    }

    private Task<AdaptiveCard> ChangeAsync(CardInvocation invocation, CancellationToken cancellationToken) =>
        BeginAsync(
            invocation,
            Step.ChangeReferral,
            file =>
                file.Referral is { } referral
                    ? store.New(
                        file,
                        invocation.Actor,
                        DraftPurpose.ChangeReferral,
                        referral.FormId,
                        referral.FormVersion,
                        referral.Answers
                    ) with
                    {
                        Before = referral.Answers,
                    }
                    : null,
            file => file.Referral!.Answers,
            cancellationToken
        );

    /// <summary>What goes to the agencies: the first time filled in from the referral (B4).</summary>
    private Task<AdaptiveCard> RequestAsync(CardInvocation invocation, CancellationToken cancellationToken) =>
        BeginAsync(
            invocation,
            Step.FillInRequest,
            file =>
            {
                var (form, recorded) = (ScopingRequestV1.Form, file.Review.Request);
                var begin = AnswerChange.Between(form, Answers.None, recorded).IsEmpty ? PrefilledRequest.Of(file) : recorded;
                return store.New(file, invocation.Actor, DraftPurpose.ScopingRequest, form.Id, form.Version, begin) with
                {
                    Before = recorded,
                    Again = file.Review.SentAt is not null,
                };
            },
            file => file.Review.Request,
            cancellationToken
        );

    /// <summary>The record of the meeting, from what is recorded so far (B16).</summary>
    private Task<AdaptiveCard> RecordAsync(CardInvocation invocation, CancellationToken cancellationToken) =>
        BeginAsync(
            invocation,
            Step.RecordMeeting,
            file =>
            {
                var form = RapidReview.ReportForm(file);
                return store.New(file, invocation.Actor, DraftPurpose.MeetingRecord, form.Id, form.Version, file.Review.Record) with
                {
                    Before = file.Review.Record,
                    Again = file.Review.Agreed is not null,
                };
            },
            file => file.Review.Record,
            cancellationToken
        );

    /// <summary>An agency's form: section 1 to compare, who fills it in (B4, B6); what was returned where it is corrected.</summary>
    private async Task<AdaptiveCard> ReturnAsync(CardInvocation invocation, CancellationToken cancellationToken)
    {
        var email = invocation.Actor.Email.Length > 0 ? invocation.Actor.Email : await EmailAsync(invocation, cancellationToken);
        return await BeginAsync(
            invocation,
            Step.ReturnScoping,
            file =>
            {
                if (
                    file.Review.Agency(invocation.Key("agency")) is not { AskedAt: not null } agency
                    || !AgencyRights.ActsFor(invocation.Actor, agency, file)
                )
                {
                    return null;
                }

                var begin = agency.Return is { Known: true } before
                    ? PrefilledReturn.Over(file, before.Answers)
                    : WhoCompletes(PrefilledReturn.Of(file), agency, email, invocation);
                return store.New(file, invocation.Actor, DraftPurpose.ScopingReturn, InitialScopingV1.FormId, 1, begin) with
                {
                    About = agency.Key,
                    Again = agency.Return is not null,
                };
            },
            null,
            cancellationToken
        );
    }

    /// <summary>Where operations fill it in on behalf of an agency, whose name stands there is theirs to say.</summary>
    private static Answers WhoCompletes(Answers answers, ReviewAgency agency, string email, CardInvocation invocation)
    {
        var dated = new ReturnAnswers(answers).CompletedFor(agency.Name, invocation.Context.Today);
        return agency.Representative?.PersonId == invocation.Actor.PersonId
            ? dated.CompletedBy(invocation.Action.DisplayName, email).Answers
            : dated.Answers;
    }

    /// <summary>Begins a draft of a case, or goes on with it.</summary>
    /// <param name="invocation">What was pressed.</param>
    /// <param name="step">The step the draft leads to.</param>
    /// <param name="begin">What it begins from; null where it is not this person's to begin.</param>
    /// <param name="recorded">What is on the record now, where others may have changed it since the draft was begun.</param>
    private async Task<AdaptiveCard> BeginAsync(
        CardInvocation invocation,
        Step step,
        Func<CaseFile, Draft?> begin,
        Func<CaseFile, Answers>? recorded,
        CancellationToken cancellationToken
    )
    {
        if (invocation.CaseId is not { } id)
        {
            return CaseHandlers.NotFound(invocation);
        }

        var stored = await StoredCase.LoadAsync(rows, id, cancellationToken);
        var refusal = StepRules.Refuse(step, stored.File, invocation.Actor);
        if (refusal is not null || begin(stored.File) is not { } draft)
        {
            return refusal == Refusal.NotFound
                ? CaseHandlers.NotFound(invocation)
                : await cases.DrawAsync(
                    invocation,
                    stored.File,
                    new(NoticeKind.Problem, (refusal ?? Refusal.NotYours).Message),
                    cancellationToken
                );
        }

        await audit.RecordAsync(invocation.Reader, stored.File, cancellationToken);
        if (draft.Purpose == DraftPurpose.ScopingReturn && LeftReturn.Of(stored, stored.File, draft.About, invocation.Actor) is { } left)
        {
            await store.TakeOverAsync(left, Taken(left, invocation), cancellationToken);
        }

        Draft? before = null;
        var begun = await store.BeginAsync(stored, draft, kept => Resume(before = kept, draft, stored.File, recorded), cancellationToken);
        invocation =
            begun.Purpose == DraftPurpose.MeetingRecord
                ? invocation with
                {
                    Earlier = await themes.OfAsync(id, begun.Answers, cancellationToken),
                }
                : invocation with
                {
                    File = stored.File,
                };
        var mayBeTold = begun.Purpose == DraftPurpose.ScopingReturn && !LetterOfForm.IsAsked(begun);
        return mayBeTold && before is not null && OutdatedReturn.Says(before, begun) is { } says
            ? DraftHandlers.Review(begun, "", new(NoticeKind.Problem, says), invocation)
            : DraftHandlers.Open(begun, invocation);
    }

    /// <summary>The draft of whoever answered for the agency before, as this person goes on with it.</summary>
    private static Draft Taken(LeftReturn left, CardInvocation invocation) =>
        left.Draft with
        {
            AuthorId = invocation.Actor.PersonId,
            Answers = new ReturnAnswers(left.Draft.Answers)
                .CompletedByAnother(invocation.Action.DisplayName, invocation.Actor.Email)
                .Answers,
            Revision = left.Draft.Revision + 1,
            Done = [],
            BegunBy = left.By,
        };

    /// <summary>
    /// A draft begun earlier, on what is on the record now: nothing typed is lost, and nothing others recorded is undone unseen.
    /// </summary>
    private static Draft Resume(Draft kept, Draft now, CaseFile file, Func<CaseFile, Answers>? recorded)
    {
        var resumed = kept.Purpose switch
        {
            DraftPurpose.ScopingRequest
            or DraftPurpose.MeetingRecord when !AnswerChange.Between(kept.Form, kept.Before!, recorded!(file)).IsEmpty => kept.On(
                recorded(file)
            ),
            DraftPurpose.ScopingReturn
                when PrefilledReturn.Over(file, kept.Answers) is var over && !OutdatedReturn.Same(kept.Answers, over) => kept with
            {
                Answers = over,
            },
            _ => kept,
        };
        resumed = resumed.Again == now.Again ? resumed : resumed with { Again = now.Again };
        return ReferenceEquals(resumed, kept) ? kept : resumed with { Revision = kept.Revision + 1 };
    }

    private async Task<string> EmailAsync(CardInvocation invocation, CancellationToken cancellationToken) =>
        invocation.Action.Email.Length > 0
            ? invocation.Action.Email
            : await chats.EmailOfAsync(invocation.Actor.PersonId, cancellationToken);
}
