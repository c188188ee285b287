using AdaptiveCards;
using SafeguardingTeams.App.Dispatch;
using SafeguardingTeams.App.Drafts;
using SafeguardingTeams.App.Indexes;
using SafeguardingTeams.App.Reading;
using SafeguardingTeams.App.Storage;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Deciding;
using SafeguardingTeams.Domain.Forms;
using SafeguardingTeams.Domain.Forms.InitialScoping;
using SafeguardingTeams.Domain.Forms.ScopingRequest;
using SafeguardingTeams.Domain.Forms.SeriousIncidentReferral;
using SafeguardingTeams.Domain.Steps.Preparing;
using SafeguardingTeams.Domain.Steps.Scoping;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Cards.Forms;

namespace SafeguardingTeams.App.Carriers;

/// <summary>Beginning a form, or going on with it, with what the case knows already filled in.</summary>
public sealed class DraftStarts(IRows rows, DraftStore store, CaseVerbs cases, ReadAudit audit, Chats chats, EarlierThemes themes)
{
    internal async Task<AdaptiveCard> ReferralAsync(Press press, CancellationToken cancellationToken)
    {
        var form = SeriousIncidentReferralV1.Form;
        var known = Answers
            .None.With("referrer", "name", press.Action.DisplayName)
            .With("referrer", "agency", press.Actor.AgencyName)
            .With("referrer", "email", await EmailAsync(press, cancellationToken));
        var draft = await store.BeginReferralAsync(press.CommandId, press.Actor, form, known, cancellationToken);
        return FormPageCard.Draw(draft, form.Pages[0], [], null, press.Context);
    }

    internal Task<AdaptiveCard> ChangeAsync(Press press, CancellationToken cancellationToken) =>
        BeginAsync(
            press,
            Step.ChangeReferral,
            file =>
                file.Referral is { } referral
                    ? store.New(
                        file,
                        press.Actor,
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
    internal Task<AdaptiveCard> RequestAsync(Press press, CancellationToken cancellationToken) =>
        BeginAsync(
            press,
            Step.FillInRequest,
            file =>
            {
                var (form, recorded) = (ScopingRequestV1.Form, file.Review.Request);
                var begin = AnswerChange.Between(form, Answers.None, recorded).IsEmpty ? PrefilledRequest.Of(file) : recorded;
                return store.New(file, press.Actor, DraftPurpose.ScopingRequest, form.Id, form.Version, begin) with
                {
                    Before = recorded,
                    Again = file.Review.SentAt is not null,
                };
            },
            file => file.Review.Request,
            cancellationToken
        );

    /// <summary>The record of the meeting, from what is recorded so far (B16).</summary>
    internal Task<AdaptiveCard> RecordAsync(Press press, CancellationToken cancellationToken) =>
        BeginAsync(
            press,
            Step.RecordMeeting,
            file =>
            {
                var form = RapidReview.ReportForm(file);
                return store.New(file, press.Actor, DraftPurpose.MeetingRecord, form.Id, form.Version, file.Review.Record) with
                {
                    Before = file.Review.Record,
                    Again = file.Review.Agreed is not null,
                };
            },
            file => file.Review.Record,
            cancellationToken
        );

    /// <summary>An agency's form: section 1 to compare, who fills it in (B4, B6); what was returned where it is put right.</summary>
    internal async Task<AdaptiveCard> ReturnAsync(Press press, CancellationToken cancellationToken)
    {
        var email = press.Actor.Email.Length > 0 ? press.Actor.Email : await EmailAsync(press, cancellationToken);
        return await BeginAsync(
            press,
            Step.ReturnScoping,
            file =>
            {
                if (
                    file.Review.Agency(press.Key("agency")) is not { AskedAt: not null } agency
                    || !AgencyRights.ActsFor(press.Actor, agency, file)
                )
                {
                    return null;
                }

                var begin = agency.Return is { Known: true } before
                    ? PrefilledReturn.Over(file, before.Answers)
                    : WhoCompletes(PrefilledReturn.Of(file), agency, email, press);
                return store.New(file, press.Actor, DraftPurpose.ScopingReturn, InitialScopingV1.FormId, 1, begin) with
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
    private static Answers WhoCompletes(Answers answers, ReviewAgency agency, string email, Press press)
    {
        var dated = answers
            .With("completed", "agency", agency.Name)
            .With("completed", "date", press.Context.Today.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        return agency.Representative?.PersonId == press.Actor.PersonId
            ? dated.With("completed", "name", press.Action.DisplayName).With("completed", "email", email)
            : dated;
    }

    /// <summary>Begins a draft of a case, or goes on with it.</summary>
    /// <param name="press">What was pressed.</param>
    /// <param name="step">The step the draft leads to.</param>
    /// <param name="begin">What it begins from; null where it is not this person's to begin.</param>
    /// <param name="recorded">What is on the record now, where others may have changed it since the draft was begun.</param>
    /// <param name="cancellationToken">Stops it.</param>
    private async Task<AdaptiveCard> BeginAsync(
        Press press,
        Step step,
        Func<CaseFile, Draft?> begin,
        Func<CaseFile, Answers>? recorded,
        CancellationToken cancellationToken
    )
    {
        if (press.CaseId is not { } id)
        {
            return CaseVerbs.NotFound(press);
        }

        var stored = await StoredCase.LoadAsync(rows, id, cancellationToken);
        var refusal = Permissions.Refuse(step, stored.File, press.Actor);
        if (refusal is not null || begin(stored.File) is not { } draft)
        {
            return refusal == Refusal.NotFound
                ? CaseVerbs.NotFound(press)
                : await cases.DrawAsync(
                    press,
                    stored.File,
                    new(NoticeKind.Problem, (refusal ?? Refusal.NotYours).Message),
                    cancellationToken
                );
        }

        await audit.RecordAsync(press, id, cancellationToken);
        Draft? before = null;
        var begun = await store.BeginAsync(stored, draft, kept => Resume(before = kept, draft, stored.File, recorded), cancellationToken);
        press =
            begun.Purpose == DraftPurpose.MeetingRecord
                ? press with
                {
                    Earlier = await themes.OfAsync(id, begun.Answers, cancellationToken),
                }
                : press with
                {
                    File = stored.File,
                };
        var mayBeTold = begun.Purpose == DraftPurpose.ScopingReturn && !LetterOfForm.IsAsked(begun);
        return mayBeTold && before is not null && OutdatedReturn.Says(before, begun) is { } says
            ? DraftVerbs.Review(begun, "", new(NoticeKind.Problem, says), press)
            : DraftVerbs.Open(begun, press);
    }

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

    private async Task<string> EmailAsync(Press press, CancellationToken cancellationToken) =>
        press.Action.Email.Length > 0 ? press.Action.Email : await chats.EmailOfAsync(press.Actor.PersonId, cancellationToken);
}
