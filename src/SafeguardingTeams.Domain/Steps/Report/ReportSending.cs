using System.Collections.Immutable;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.Domain.Steps.Report;

/// <summary>Report and letter on their way to the national Panel: the first time, or as a correction (B21, PD16).</summary>
/// <param name="Number">The event that sent them.</param>
/// <param name="Which">0 for the first, then the correction's number.</param>
/// <param name="CorrectionOf">When the report that is corrected was sent; null for the first.</param>
public sealed record ReportSending(int Number, DateTimeOffset At, int Which, DateTimeOffset? CorrectionOf)
{
    /// <summary>Names the mail, and what is kept with it.</summary>
    public Topic About => Which == 0 ? Topic.None : Topic.AfterEvent(Number);

    /// <summary>All of a case, oldest first.</summary>
    public static ImmutableList<ReportSending> Of(CaseFile file)
    {
        var sendings = ImmutableList<ReportSending>.Empty;
        foreach (var recorded in file.History.Where(recorded => recorded.Event is ISendsReport))
        {
            sendings = sendings.Add(new(recorded.Sequence, recorded.At, sendings.Count, sendings.IsEmpty ? null : sendings[^1].At));
        }

        return sendings;
    }

    /// <summary>The case as it was when it was sent: what happened since is not in report and letter.</summary>
    public CaseFile AsSent(CaseFile file) =>
        Replay.From(new CaseFile(file.Id), file.History.TakeWhile(recorded => recorded.Sequence <= Number));
}

/// <summary>An event with which report and letter go to the Panel.</summary>
internal interface ISendsReport;
