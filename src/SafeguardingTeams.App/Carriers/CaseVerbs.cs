using System.Globalization;
using SafeguardingTeams.App.Commands;
using SafeguardingTeams.App.Indexes;
using SafeguardingTeams.App.Reading;
using SafeguardingTeams.App.Storage;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Deciding;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Cards.Case;
using SafeguardingTeams.Presentation.Cards.Schema;

namespace SafeguardingTeams.App.Carriers;

/// <summary>Reading a case: only for who has a part in it, and recorded.</summary>
public sealed class CaseVerbs(IRows rows, Rules rules, ReadAudit audit, LikelyDuplicates duplicates)
{
    internal async Task<AdaptiveCard> OpenAsync(Press press, Notice? notice, CancellationToken cancellationToken) =>
        await SeenAsync(press, cancellationToken) is not { } file ? NotFound(press) : await DrawAsync(press, file, notice, cancellationToken);

    /// <summary>The card of a case just read or changed.</summary>
    internal async Task<AdaptiveCard> DrawAsync(Press press, CaseFile file, Notice? notice, CancellationToken cancellationToken)
    {
        var others = file.Stage == Stage.AwaitingThreshold && Permissions.Allows(Step.JoinReferrals, file, press.Actor)
            ? (await duplicates.OfAsync(file, cancellationToken)).Count : 0;
        return CaseCard.Draw(new(file, others, rules.Calendar, notice), press.Context);
    }

    internal async Task<AdaptiveCard> TimelineAsync(Press press, CancellationToken cancellationToken) =>
        await SeenAsync(press, cancellationToken) is { } file ? TimelineCard.Draw(file, Number(press, "page"), press.Context) : NotFound(press);

    internal async Task<AdaptiveCard> ReadReferralAsync(Press press, CancellationToken cancellationToken) =>
        await SeenAsync(press, cancellationToken) is { } file ? ReferralCard.Draw(file, Number(press, "page"), Number(press, "row"), press.Context) : NotFound(press);

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
