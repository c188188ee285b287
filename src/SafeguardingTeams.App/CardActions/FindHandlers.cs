using System.Globalization;
using AdaptiveCards;
using SafeguardingTeams.App.Drafts;
using SafeguardingTeams.App.Indexes;
using SafeguardingTeams.App.Reading;
using SafeguardingTeams.App.Storage;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Typing;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Cards.Forms;
using SafeguardingTeams.Presentation.Screens;

namespace SafeguardingTeams.App.CardActions;

/// <summary>
/// The open cases somebody has a part in, and finding one: by its reference, and by the child for those with the right to it. Each case
/// found is a recorded read (PD19).
/// </summary>
public sealed class FindHandlers(IRows rows, FindTokens tokens, ReadAudit audit, Partnership partnership) : ICardHandlers
{
    /// <inheritdoc/>
    IEnumerable<CardHandler> ICardHandlers.Handlers => [new(Verbs.Find, FindAsync)];

    /// <summary>Whether somebody holds a role that has a part in cases.</summary>
    internal static bool May(Actor actor) =>
        ByChild(actor) || actor.Roles.Overlaps([Role.Scrutineer, Role.AuthorityNotifier, .. Domain.People.Partners.Leads]);

    private static bool ByChild(Actor actor) => actor.Roles.Overlaps([Role.MashOfficer, Role.Operations, Role.Chair]);

    private async Task<AdaptiveCard> FindAsync(CardInvocation invocation, CancellationToken cancellationToken)
    {
        if (!May(invocation.Actor))
        {
            return NoticeCard.Draw("Not available", Refusal.NotYours.Message, invocation.Context);
        }

        var view = new FindView(ByChild(invocation.Actor), [], invocation.Page);
        if (!invocation.Does)
        {
            var own = await OwnAsync(invocation.Actor, cancellationToken);
            return ListCards.Find(view with { Own = own }, Filled.Nothing, null, invocation.Context);
        }

        var wanted = await WantedAsync(invocation, cancellationToken);
        if (wanted is null)
        {
            var own = await OwnAsync(invocation.Actor, cancellationToken);
            return ListCards.Find(
                view with
                {
                    Own = own,
                },
                invocation.Filled(
                    new Refusal("answer-needed", view.ByChild ? "Enter a name, a date of birth or a reference." : "Enter a reference.")
                ),
                null,
                invocation.Context
            );
        }

        var (found, more) = (new List<CaseLine>(), false);
        foreach (var id in wanted)
        {
            // Cut only after what this person may not see is left out: it takes no place.
            var file = (await StoredCase.LoadAsync(rows, id, cancellationToken)).File;
            if (Permissions.Sees(file, invocation.Actor))
            {
                if (found.Count == ListCards.Shown)
                {
                    more = true;
                    break;
                }

                await audit.RecordAsync(invocation.Reader, file, cancellationToken);
                found.Add(new(id, file.Stage, file.Referral!.SentAt));
            }
        }

        return ListCards.Find(view, invocation.Filled(), found, invocation.Context, more);
    }

    /// <summary>
    /// The open cases the person has a part in, the newest first: by reference and where each stands, nothing of what it is about. What
    /// waits for whom is for operations and the Chair: a lead is not told who has decided.
    /// </summary>
    private async Task<IReadOnlyList<CaseLine>> OwnAsync(Actor actor, CancellationToken cancellationToken)
    {
        var own = new List<CaseLine>();
        foreach (var row in await rows.ReadAsync(Keys.OpenOf(RecordKind.Case), cancellationToken))
        {
            var file = (await StoredCase.LoadAsync(rows, CaseId.Parse(row["record"]), cancellationToken)).File;
            if (Permissions.Sees(file, actor))
            {
                var waits = Permissions.SeesAs(file, actor, Role.Operations, Role.Chair) ? CaseTask.Of(file) : [];
                own.Add(new(file.Id, file.Stage, file.Referral!.SentAt) { Waits = waits });
            }
        }

        return [.. own.OrderByDescending(line => line.Since).ThenBy(line => line.CaseId.Value, StringComparer.Ordinal)];
    }

    /// <summary>The birth date as it is kept; as typed where it is none, which no case then has.</summary>
    private static string Born(CardInvocation invocation) =>
        TypedDay.Read(invocation.Input("born"), invocation.Context.Today) is { } typed
            ? typed.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
            : invocation.Input("born").Trim();

    /// <summary>The cases that fit everything entered; null where nothing was.</summary>
    private async Task<IReadOnlyCollection<CaseId>?> WantedAsync(CardInvocation invocation, CancellationToken cancellationToken)
    {
        var byChild = ByChild(invocation.Actor);
        var asked = byChild ? tokens.Wanted(invocation.Input("name")).ToList() : [];
        if (byChild && tokens.Born(Born(invocation)) is { } born)
        {
            asked.Add(born);
        }

        HashSet<CaseId>? fits =
            invocation.Input("reference").Trim().Length == 0
                ? null
                :
                [
                    .. References
                        .In(invocation.Input("reference"), partnership.Code)
                        .Where(record => record.Kind == RecordKind.Case)
                        .Select(record => record.CaseId)
                        .Take(1),
                ];

        foreach (var token in asked)
        {
            var hits = (await rows.ReadAsync(Keys.Finds(token.Value), cancellationToken)).Select(row => CaseId.Parse(row["case"]));
            fits = fits is null ? [.. hits] : [.. fits.Intersect(hits)];
        }

        return fits;
    }
}
