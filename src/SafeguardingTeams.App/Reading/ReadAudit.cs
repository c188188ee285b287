using System.Globalization;
using SafeguardingTeams.App.Carriers;
using SafeguardingTeams.App.Storage;
using SafeguardingTeams.Domain.Cases;

namespace SafeguardingTeams.App.Reading;

/// <summary>Who looked at what, when: written before the facts are shown, so that nothing is seen unrecorded (F1).</summary>
public sealed class ReadAudit(IRows rows)
{
    internal async Task RecordAsync(Press press, CaseId caseId, CancellationToken cancellationToken)
    {
        var key = Keys.ReadLine(caseId, press.Context.Now, press.Context.Press);
        await rows.CommitAsync([new RowWrite.Put(key, new Dictionary<string, string>
        {
            ["case"] = caseId.Value,
            ["at"] = press.Context.Now.ToString("O", CultureInfo.InvariantCulture),
            ["person"] = press.Actor.PersonId,
            ["account"] = press.Actor.Account,
            ["what"] = press.Action.Verb,
            ["carrier"] = press.Action.Carrier,
        })], cancellationToken);
    }
}
