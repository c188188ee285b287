using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Presentation.Wording;

namespace SafeguardingTeams.Presentation.Steps.Alert;

/// <summary>The alert to the Chair: its messages stored in Teams, never a fact of the case (F2).</summary>
internal static class Messages
{
    internal static StepMessages All { get; } = new StepMessages().Message(CardKind.Alert, asked => asked.About == Topic.View
                ? ("The three leads are done", "Their view is on the record. Open it to see it, and where the case stands.")
            : asked.File.Stage == Domain.Cases.Stage.Closed ? ("The case is closed", "Nothing is asked of you. It can still be read.")
            : ("A referral that appears to meet the criteria was received", Alert(asked.File)));

    private static string Alert(CaseFile file) =>
        file.Stage switch
        {
            Stage.AwaitingRecommendation
                when file.Clock(Timescales.InformLeads.Id) is { } inform && file.Clock(Timescales.Recommendation.Id) is { } recommend => (
                inform.Runs
                    ? $"The three lead representatives are to be informed by {Written.Day(inform.Deadline.DueDay)}, the"
                    : "The three lead representatives are informed. The"
            )
                + $" Chair's recommendation is due by {Written.Day(recommend.Deadline.DueDay)}. Both count from the day the operational "
                + $"team received it, {Written.ShortDay(inform.Deadline.AnchorDay)}.{Authority(file)}",
            Stage.AwaitingPartners => $"The Chair has recommended; the three leads decide.{Authority(file)}",
            Stage.AwaitingAuthority => $"The partners are done; the local authority decides on the notification.{Authority(file)}",
            _ => "Open it to see where it stands.",
        };

    /// <summary>The other clock stands beside the Chair's from the first day (PD3).</summary>
    private static string Authority(CaseFile file) =>
        file.Clock(Timescales.AuthorityNotification.Id) is { Runs: true } clock
            ? $" The local authority has to notify by {Written.Day(clock.Deadline.DueDay)}, counted from the day it became aware."
            : "";
}
