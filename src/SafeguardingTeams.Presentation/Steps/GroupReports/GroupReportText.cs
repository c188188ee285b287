using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Group;
using SafeguardingTeams.Presentation.Wording;

namespace SafeguardingTeams.Presentation.Steps.GroupReports;

/// <summary>What the Chair is told of a report: that it is there, and nothing of what it counts or says.</summary>
internal static class GroupReportText
{
    internal static (string Title, string Text) Of(GroupFile group, Topic about) =>
        about.Number is { } number && group.Report(number) is { } report
            ? report.Issued is { } issued
                ? ("The report is issued", $"Issued by {issued.By} on {Written.ShortDay(Domain.Calendar.London.DateOf(issued.At))}.")
                : (
                    "A report waits for you",
                    $"{FigureWords.Of(report.Kind)}, drafted by {report.PutForwardBy}. Read it, then issue it: from then on it is fixed."
                )
            : ("Another draft took its place", "Open the reports to read that one.");
}
