using System.Globalization;
using SafeguardingTeams.App.Papers;
using SafeguardingTeams.App.Ports;
using SafeguardingTeams.App.Reading;
using SafeguardingTeams.App.Storage;
using SafeguardingTeams.Domain.Briefings;
using SafeguardingTeams.Domain.Group;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Reviews;

namespace SafeguardingTeams.App.Connector;

/// <summary>A document that a flow may take.</summary>
/// <param name="Id">Names it: the reference of a briefing; of a report its number and <c>docx</c> or <c>xlsx</c>.</param>
/// <param name="Kind">What it is: <c>Briefing</c>, or the kind of report.</param>
/// <param name="Made">When it was sent or issued; null where the list does not say.</param>
public sealed record FlowDocument(string Id, string Kind, DateTimeOffset? Made);

/// <summary>
/// The documents that hold no child: briefings as they were sent, with personal details found, replaced and checked by a second person
/// (E26), and reports as they were issued, with small numbers left out (E25). Whoever may open one on the page may have it in a flow.
/// </summary>
public sealed class FlowDocuments(IRows rows, BriefingPapers briefings, GroupReportPapers reports)
{
    private const string Report = "report";

    /// <summary>Those the caller may take: reports first, newest first.</summary>
    public async Task<IReadOnlyList<FlowDocument>> ListAsync(Caller.Person caller, CancellationToken cancellationToken)
    {
        var actor = caller.Actor;
        var issued = GroupPermissions.Sees(actor)
            ? ((GroupFile)(await StoredRecord.LoadAsync(rows, RecordRef.Group, cancellationToken)).Record).Reports.Where(one =>
                one.Issued is not null
            )
            : [];
        var open = BriefingPermissions.SeesAll(actor) ? await rows.ReadAsync(Keys.OpenOf(RecordKind.Briefing), cancellationToken) : [];
        var briefed = ReviewPermissions.IsMemberOf(actor, actor.AgencyId)
            ? await rows.ReadAsync(Keys.Briefed(actor.AgencyId), cancellationToken)
            : [];
        return
        [
            .. issued
                .OrderByDescending(one => one.Number)
                .SelectMany(one =>
                    new[] { "docx", "xlsx" }.Select(type => new FlowDocument(
                        $"{Report}-{one.Number.ToString(CultureInfo.InvariantCulture)}-{type}",
                        one.Kind.ToString(),
                        one.Issued!.At
                    ))
                ),
            .. open.Where(row => row["stage"] == nameof(BriefingStage.Sent))
                .Concat(briefed)
                .Select(row => row["record"])
                .Distinct()
                .Order(StringComparer.Ordinal)
                .Select(record => new FlowDocument(record, nameof(RecordKind.Briefing), null)),
        ];
    }

    /// <summary>One of them. What is not there and what is not theirs gives the same answer (F2); the taking is recorded (F1).</summary>
    public async Task<PaperEnd> TakeAsync(Caller.Person caller, string id, CancellationToken cancellationToken)
    {
        var visit = new CardAction(
            caller.Account,
            caller.Actor.Display,
            caller.Reader.What,
            new Dictionary<string, string>(),
            caller.Reader.Channel
        );
        return id.Split('-') is [Report, var number, ("docx" or "xlsx") and var type]
            && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var which)
            && await IsIssuedAsync(which, cancellationToken)
                ? await reports.OpenAsync(visit, which, type == "xlsx", cancellationToken)
            : RecordRef.TryParse(id) is { Kind: RecordKind.Briefing } record ? await briefings.SentAsync(visit, record, cancellationToken)
            : new PaperEnd.NotThere();
    }

    private async Task<bool> IsIssuedAsync(int number, CancellationToken cancellationToken) =>
        (await StoredRecord.LoadAsync(rows, RecordRef.Group, cancellationToken)).Record is GroupFile group
        && group.Report(number) is { Issued: not null };
}
