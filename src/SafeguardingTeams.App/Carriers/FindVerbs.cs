using AdaptiveCards;
using SafeguardingTeams.App.Indexes;
using SafeguardingTeams.App.Reading;
using SafeguardingTeams.App.Storage;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Deciding;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Cards.Case;

namespace SafeguardingTeams.App.Carriers;

/// <summary>Finding a case by the child, for those with the right to it; each case shown is a recorded read (decision 19).</summary>
public sealed class FindVerbs(IRows rows, FindTokens tokens, ReadAudit audit)
{
    private const int Looked = 25;

    internal static bool May(Actor actor) => actor.Roles.Overlaps([Role.MashOfficer, Role.Operations, Role.Chair]);

    internal async Task<AdaptiveCard> FindAsync(Press press, CancellationToken cancellationToken)
    {
        if (!May(press.Actor))
        {
            return NoticeCard.Draw("Not available", Refusal.NotYours.Message, press.Context);
        }

        if (!press.Does)
        {
            return ListCards.Find(Filled.Nothing, null, press.Context);
        }

        var wanted = await WantedAsync(press, cancellationToken);
        if (wanted is null)
        {
            return ListCards.Find(press.Filled(new Refusal("answer-needed", "Enter a name, a date of birth or a reference.")), null, press.Context);
        }

        var found = new List<CaseLine>();
        foreach (var id in wanted.Take(Looked))
        {
            var file = (await StoredCase.LoadAsync(rows, id, cancellationToken)).File;
            if (Permissions.Sees(file, press.Actor))
            {
                await audit.RecordAsync(press, id, cancellationToken);
                found.Add(new(id, file.Stage, file.Referral!.SentAt));
            }
        }

        return ListCards.Find(press.Filled(), found, press.Context);
    }

    /// <summary>The cases that fit everything entered; null where nothing was.</summary>
    private async Task<IReadOnlyCollection<CaseId>?> WantedAsync(Press press, CancellationToken cancellationToken)
    {
        var asked = tokens.Names(press.Input("name")).ToList();
        if (tokens.Born(press.Input("born").Trim()) is { } born)
        {
            asked.Add(born);
        }

        HashSet<CaseId>? fits = CaseId.TryParse(press.Input("reference")) is { } reference ? [reference] : null;
        if (fits is null && press.Input("reference").Trim().Length > 0)
        {
            fits = [];
        }

        foreach (var token in asked)
        {
            var hits = (await rows.ReadAsync(Keys.Finds(token.Value), cancellationToken)).Select(row => CaseId.Parse(row["case"]));
            fits = fits is null ? [.. hits] : [.. fits.Intersect(hits)];
        }

        return fits;
    }
}
