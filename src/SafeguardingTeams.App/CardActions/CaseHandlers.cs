using AdaptiveCards;
using SafeguardingTeams.App.Commands;
using SafeguardingTeams.App.Directory;
using SafeguardingTeams.App.Drafts;
using SafeguardingTeams.App.Indexes;
using SafeguardingTeams.App.Reading;
using SafeguardingTeams.App.Storage;
using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Learning;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.Alert;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Cards.Forms;
using SafeguardingTeams.Presentation.Screens;
using SafeguardingTeams.Presentation.Steps.Notification;
using SafeguardingTeams.Presentation.Steps.Referral;
using SafeguardingTeams.Presentation.Wording;

namespace SafeguardingTeams.App.CardActions;

/// <summary>Reading a case: only for who has a part in it, and recorded.</summary>
public sealed class CaseHandlers(
    IRows rows,
    CurrentRules currentRules,
    ReadAudit audit,
    LikelyDuplicates duplicates,
    CommandRunner commands,
    LearningDesk learning,
    ActionDesk actions,
    ActionSources sources,
    MeetingDesk meetings,
    ReviewRecordDesk reviews,
    BriefingDesk briefings
) : ICardHandlers
{
    /// <summary>As many referrals for practice learning stand beside a case.</summary>
    private const int MostBeside = 4;

    /// <inheritdoc/>
    IEnumerable<CardHandler> ICardHandlers.Handlers =>
        [
            new(Verbs.OpenCase, (invocation, cancellationToken) => OpenAsync(invocation.WithChosen("which"), cancellationToken)),
            new(Verbs.Timeline, TimelineAsync),
            new(Verbs.WhoLooked, WhoLookedAsync),
            new(Verbs.ReadReferral, ReadReferralAsync),
            new(Verbs.PortalFacts, PortalFactsAsync),
            new(Verbs.Timetable, TimetableAsync),
        ];

    /// <summary>A link or a reference typed into the chat may name a record of another kind: it opens as what it is.</summary>
    private async Task<AdaptiveCard> OpenAsync(CardInvocation invocation, CancellationToken cancellationToken) =>
        invocation.Record is { Kind: RecordKind.Learning } ? await learning.OpenAsync(invocation, cancellationToken)
        : invocation.Record is { Kind: RecordKind.Action } ? await actions.OpenAsync(invocation, cancellationToken)
        : invocation.Record is { Kind: RecordKind.Meeting } ? await meetings.OpenAsync(invocation, cancellationToken)
        : invocation.Record is { Kind: RecordKind.Review } ? await reviews.OpenAsync(invocation, cancellationToken)
        : invocation.Record is { Kind: RecordKind.Briefing } ? await briefings.OpenAsync(invocation, cancellationToken)
        : await SeenAsync(invocation, cancellationToken) is not { } file ? NotFound(invocation)
        : await DrawAsync(invocation, await ReadAlertAsync(invocation, file, cancellationToken), null, cancellationToken);

    /// <summary>The Chair's first opening of a case is the reading of the alert (A7).</summary>
    private async Task<CaseFile> ReadAlertAsync(CardInvocation invocation, CaseFile file, CancellationToken cancellationToken) =>
        file.Clock(Timescales.AlertRead.Id) is { Runs: true }
        && invocation.Actor.RolesFor(file).Contains(Role.Chair)
        && await commands.RunAsync(new ReadAlert(file.Id), $"alert-{file.Version}", invocation.Actor, cancellationToken)
            is Outcome.Done done
            ? done.File
            : file;

    /// <summary>The card of a case just read or changed: the case, or the person's own part of it.</summary>
    internal async Task<AdaptiveCard> DrawAsync(
        CardInvocation invocation,
        CaseFile file,
        Notice? notice,
        CancellationToken cancellationToken
    )
    {
        var others =
            file.Stage == Stage.AwaitingThreshold && Permissions.Allows(Step.JoinReferrals, file, invocation.Actor)
                ? (await duplicates.OfAsync(file, cancellationToken)).Count(pair => !LikelyDuplicates.ByDayAlone(pair.Value))
                : 0;
        var goesOnAs = file.JoinedTo is { } other ? (await StoredCase.LoadAsync(rows, other, cancellationToken)).File : null;
        return OpenedCard.Draw(
            new(file, others, currentRules.Calendar, notice, goesOnAs)
            {
                ReturnBegunBy = await LeftReturn.BegunByAsync(
                    rows,
                    file,
                    ReviewVisibility.Agencies(file, invocation.Actor).FirstOrDefault(),
                    invocation.Actor,
                    cancellationToken
                ),
                Beside = await BesideAsync(file, invocation, cancellationToken),
                Actions = ReviewVisibility.SeesCase(file, invocation.Actor)
                    ? await sources.AgreedFromAsync(file.Ref, invocation.Actor, cancellationToken)
                    : [],
            },
            invocation.Context
        );
    }

    /// <summary>Practice learning about the same child, to who works for the group and may see both (D11, F2).</summary>
    private async Task<IReadOnlyList<LearningFile>> BesideAsync(
        CaseFile file,
        CardInvocation invocation,
        CancellationToken cancellationToken
    )
    {
        if (!LearningPermissions.SeesWhatWaits(invocation.Actor) || !ReviewVisibility.SeesCase(file, invocation.Actor))
        {
            return [];
        }

        var beside = new List<LearningFile>();
        var alike = await duplicates.LearningAsync(file, cancellationToken);
        foreach (var (record, _) in alike.Where(pair => !LikelyDuplicates.ByDayAlone(pair.Value)))
        {
            if (beside.Count == MostBeside)
            {
                break;
            }

            if (
                (await StoredRecord.LoadAsync(rows, record, cancellationToken)).Record is LearningFile other
                && LearningPermissions.Sees(other, invocation.Actor)
            )
            {
                beside.Add(other);
            }
        }

        return beside;
    }

    private async Task<AdaptiveCard> TimelineAsync(CardInvocation invocation, CancellationToken cancellationToken) =>
        await SeenAsync(invocation, cancellationToken) is { } file
            ? TimelineCard.Draw(file, invocation.Page, invocation.Context)
            : NotFound(invocation);

    /// <summary>
    /// To anybody but the Chair of the case, and a Caldicott Guardian, the same answer as a case that is not there (F1, F2).
    /// </summary>
    private async Task<AdaptiveCard> WhoLookedAsync(CardInvocation invocation, CancellationToken cancellationToken) =>
        WhoLookedCard.MayOfAny(invocation.Actor) ? await WhoLookedAtAnyAsync(invocation, cancellationToken)
        : await SeenAsync(invocation, cancellationToken) is { } file && WhoLookedCard.May(file, invocation.Actor)
            ? WhoLookedCard.Draw(file.Ref, await audit.OfAsync(file.Ref, cancellationToken), invocation.Page, invocation.Context)
        : NotFound(invocation);

    /// <summary>By a reference, and nothing of what the record says: it is not even replayed for who looks (F1).</summary>
    private async Task<AdaptiveCard> WhoLookedAtAnyAsync(CardInvocation invocation, CancellationToken cancellationToken)
    {
        if (!invocation.Does && invocation.Record is null)
        {
            return WhoLookedCard.Ask(Filled.Nothing, invocation.Context);
        }

        if (
            (invocation.Record ?? RecordRef.TryParse(invocation.Input("reference").Trim())) is not { } record
            || await rows.FindAsync(Keys.Head(record), cancellationToken) is null
        )
        {
            return WhoLookedCard.Ask(
                invocation.Filled(new Refusal("not-found", "We cannot find a record with this reference. Check it.", "reference")),
                invocation.Context
            );
        }

        await audit.RecordAsync(invocation.Reader, record, [Role.CaldicottGuardian], cancellationToken);
        return WhoLookedCard.Draw(record, await audit.OfAsync(record, cancellationToken), invocation.Page, invocation.Context);
    }

    private async Task<AdaptiveCard> ReadReferralAsync(CardInvocation invocation, CancellationToken cancellationToken) =>
        await SeenAsync(invocation, cancellationToken) is not { } file ? NotFound(invocation)
        : ReviewVisibility.ReadsReferral(file, invocation.Actor)
            ? ReferralCard.Draw(file, invocation.Page, invocation.Number("row"), invocation.Context)
        : await DrawAsync(invocation, file, new(NoticeKind.Problem, Refusal.NotYours.Message), cancellationToken);

    private async Task<AdaptiveCard> PortalFactsAsync(CardInvocation invocation, CancellationToken cancellationToken) =>
        await SeenAsync(invocation, cancellationToken) is not { } file ? NotFound(invocation)
        : Permissions.Allows(Step.DecideOnNotification, file, invocation.Actor)
            ? NotificationCards.PortalFacts(file, invocation.Page, invocation.Context)
        : await DrawAsync(invocation, file, new(NoticeKind.Problem, Refusal.NotYours.Message), cancellationToken);

    private async Task<AdaptiveCard> TimetableAsync(CardInvocation invocation, CancellationToken cancellationToken) =>
        await SeenAsync(invocation, cancellationToken) is not { } file ? NotFound(invocation)
        : file.HasRapidReview && Visibility.SeesDeciding(file, invocation.Actor)
            ? NotificationCards.Timetable(file, currentRules.Calendar, invocation.Context)
        : await DrawAsync(invocation, file, new(NoticeKind.Problem, Refusal.NotYours.Message), cancellationToken);

    /// <summary>The case, if this person has a part in it; the reading is recorded.</summary>
    internal async Task<CaseFile?> SeenAsync(CardInvocation invocation, CancellationToken cancellationToken)
    {
        if (
            invocation.CaseId is not { } id
            || (await StoredCase.LoadAsync(rows, id, cancellationToken)).File is not { } file
            || !Permissions.Sees(file, invocation.Actor)
        )
        {
            return null;
        }

        await audit.RecordAsync(invocation.Reader, file, cancellationToken);
        return file;
    }

    /// <summary>The same words whether there is no such case or no part in it (F2).</summary>
    internal static AdaptiveCard NotFound(CardInvocation invocation) =>
        NoticeCard.Draw("We cannot find that case", Refusal.NotFound.Message, invocation.Context);
}
