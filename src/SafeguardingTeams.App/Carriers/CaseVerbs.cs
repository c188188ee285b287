using System.Globalization;
using AdaptiveCards;
using SafeguardingTeams.App.Commands;
using SafeguardingTeams.App.Directory;
using SafeguardingTeams.App.Indexes;
using SafeguardingTeams.App.Reading;
using SafeguardingTeams.App.Storage;
using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Deciding;
using SafeguardingTeams.Domain.Steps.Alert;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Cards.Case;
using SafeguardingTeams.Presentation.Cards.Review;
using SafeguardingTeams.Presentation.Wording;

namespace SafeguardingTeams.App.Carriers;

/// <summary>Reading a case: only for who has a part in it, and recorded.</summary>
public sealed class CaseVerbs(IRows rows, InForce inForce, ReadAudit audit, LikelyDuplicates duplicates, CommandRunner commands)
{
    internal async Task<AdaptiveCard> OpenAsync(Press press, Notice? notice, CancellationToken cancellationToken) =>
        await SeenAsync(press, cancellationToken) is not { } file ? NotFound(press)
        : await DrawAsync(press, await ReadAlertAsync(press, file, cancellationToken), notice, cancellationToken);

    /// <summary>The Chair's first opening of a case is the reading of the alert (A7).</summary>
    private async Task<CaseFile> ReadAlertAsync(Press press, CaseFile file, CancellationToken cancellationToken) =>
        file.Clock(Timescales.AlertRead.Id) is { Runs: true } && press.Actor.RolesFor(file).Contains(Role.Chair)
        && await commands.RunAsync(new ReadAlert(file.Id), $"alert-{file.Version}", press.Actor, cancellationToken) is Outcome.Done done ? done.File : file;

    /// <summary>The card of a case just read or changed: the case, or the person's own part of it.</summary>
    internal async Task<AdaptiveCard> DrawAsync(Press press, CaseFile file, Notice? notice, CancellationToken cancellationToken)
    {
        var others = file.Stage == Stage.AwaitingThreshold && Permissions.Allows(Step.JoinReferrals, file, press.Actor)
            ? (await duplicates.OfAsync(file, cancellationToken)).Count : 0;
        var goesOnAs = file.JoinedTo is { } other ? (await StoredCase.LoadAsync(rows, other, cancellationToken)).File : null;
        return OpenedCard.Draw(new(file, others, inForce.Calendar, notice, goesOnAs), press.Context);
    }

    internal async Task<AdaptiveCard> TimelineAsync(Press press, CancellationToken cancellationToken) =>
        await SeenAsync(press, cancellationToken) is { } file ? TimelineCard.Draw(file, Number(press, "page"), press.Context) : NotFound(press);

    internal async Task<AdaptiveCard> ReadReferralAsync(Press press, CancellationToken cancellationToken) =>
        await SeenAsync(press, cancellationToken) is not { } file ? NotFound(press)
        : ReviewInsight.ReadsReferral(file, press.Actor) ? ReferralCard.Draw(file, Number(press, "page"), Number(press, "row"), press.Context)
        : await DrawAsync(press, file, new(NoticeKind.Problem, Refusal.NotYours.Message), cancellationToken);

    internal async Task<AdaptiveCard> PortalFactsAsync(Press press, CancellationToken cancellationToken) =>
        await SeenAsync(press, cancellationToken) is not { } file ? NotFound(press)
        : Permissions.Allows(Step.DecideOnNotification, file, press.Actor) ? NotificationCards.PortalFacts(file, Number(press, "page"), press.Context)
        : await DrawAsync(press, file, new(NoticeKind.Problem, Refusal.NotYours.Message), cancellationToken);

    internal async Task<AdaptiveCard> TimetableAsync(Press press, CancellationToken cancellationToken) =>
        await SeenAsync(press, cancellationToken) is not { } file ? NotFound(press)
        : ReviewTable.IsOn(file) && Insight.SeesDeciding(file, press.Actor) ? NotificationCards.Timetable(file, inForce.Calendar, press.Context)
        : await DrawAsync(press, file, new(NoticeKind.Problem, Refusal.NotYours.Message), cancellationToken);

    /// <summary>The case, if this person has a part in it; the reading is recorded.</summary>
    internal async Task<CaseFile?> SeenAsync(Press press, CancellationToken cancellationToken)
    {
        if (press.CaseId is not { } id || (await StoredCase.LoadAsync(rows, id, cancellationToken)).File is not { } file || !Permissions.Sees(file, press.Actor))
        {
            return null;
        }

        await audit.RecordAsync(press, id, cancellationToken);
        return file;
    }

    /// <summary>The same words whether there is no such case or no part in it (F2).</summary>
    internal static AdaptiveCard NotFound(Press press) => NoticeCard.Draw("We cannot find that case", Refusal.NotFound.Message, press.Context);

    private static int Number(Press press, string key) =>
        int.TryParse(press.Key(key), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? Math.Min(number, 10_000) : 0;
}
