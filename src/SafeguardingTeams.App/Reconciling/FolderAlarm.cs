using SafeguardingTeams.App.Commands;
using SafeguardingTeams.App.Queues;
using SafeguardingTeams.App.Storage;
using SafeguardingTeams.App.Time;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.SecuredRecords;

namespace SafeguardingTeams.App.Reconciling;

/// <summary>
/// Says in the case what was found wrong with who can open its folders, where it is another thing than was said last: what is wrong is
/// compared, and not its words. Saying it starts nothing. A repair is started by the watch, and only where none is under way.
/// </summary>
internal sealed class FolderAlarm(CommandRunner commands, LondonClock clock)
{
    /// <summary>Where it is noted what was said last.</summary>
    private const string Said = "said";

    /// <summary>So many looks come soon after one another.</summary>
    private const int MaxSoon = 3;

    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(20);

    private static readonly TimeSpan InAWhile = TimeSpan.FromMinutes(10);

    /// <summary>
    /// What becomes of a repair that has read back what it did: SharePoint may show late what was just done, so that there is no alarm
    /// before a second look. It looks again some times, and then a person has to see to it. Null where all is right.
    /// </summary>
    internal async Task<ReconcileResult?> EndOfAsync(
        CaseFile file,
        string agency,
        AccessFault fault,
        int maxLooks,
        Checkpoint checkpoint,
        CancellationToken cancellationToken
    )
    {
        var looks = await checkpoint.WrongLooksAsync(fault.IsNone, cancellationToken);
        // While it is looked at again soon, what SharePoint shows may change with every look.
        var isToBeSaid = looks is 0 or > MaxSoon || (looks > 1 && file.Review.AlarmOf(agency) is "");
        if (isToBeSaid && IsNew(file, agency, fault, checkpoint.Fields))
        {
            // Noted first: cut off between the two, it is still not in the case, and is said the next time.
            var report = Report(file, agency, fault, checkpoint.Fields);
            await checkpoint.SaveAsync(cancellationToken, (Said, fault.Print));
            await commands.RunAsync(report, CommandId(file, agency), SystemActor.Instance, cancellationToken);
        }

        return fault.IsNone ? null
            : looks < maxLooks ? new ReconcileResult.Later(looks < MaxSoon ? Soon : InAWhile)
            : new ReconcileResult.DeadLettered(agency.Length == 0 ? $"The case's papers: {fault.Words}" : fault.Words);
    }

    /// <summary>
    /// What the watch has found: said, and put right by a repair where none is under way. What a repair could not put right in all its
    /// looks waits for a person, until it is right.
    /// </summary>
    /// <param name="repair">What puts it right.</param>
    /// <param name="nth">Which of the record's repairs it is.</param>
    internal async Task SayAndRepairAsync(
        CaseFile file,
        string agency,
        AccessFault fault,
        ReconcileJob repair,
        int nth,
        Row checkpoint,
        CancellationToken cancellationToken
    )
    {
        if (!IsNew(file, agency, fault, checkpoint.Fields))
        {
            return;
        }

        var looks = Checkpoint.LooksOf(checkpoint.Fields);
        await commands.RunAsync(
            Report(file, agency, fault, checkpoint.Fields),
            CommandId(file, agency),
            SystemActor.Instance,
            null,
            stored =>
                [
                    new RowWrite.Replace(
                        checkpoint.Key,
                        Checkpoint.WithLooks(checkpoint.Fields, fault.IsNone ? 0 : Math.Max(looks, 1), (Said, fault.Print)),
                        checkpoint.ETag
                    ),
                    .. fault.IsNone || looks > 0
                        ? []
                        : new[]
                        {
                            new RowWrite.Insert(
                                Keys.ReconcileLine(clock.Now, file.Id, stored.Record.Version, nth),
                                (repair with { Since = clock.Now }).Fields()
                            ),
                        },
                ],
            cancellationToken
        );
    }

    private static bool IsNew(CaseFile file, string agency, AccessFault fault, IReadOnlyDictionary<string, string> noted) =>
        fault.IsNone
            ? file.Review.AlarmOf(agency) is { Length: > 0 }
            : file.Review.AlarmOf(agency) is { } alarm && (alarm.Length == 0 || noted.GetValueOrDefault(Said) != fault.Print);

    private static ReportFolder Report(CaseFile file, string agency, AccessFault fault, IReadOnlyDictionary<string, string> noted) =>
        new(file.Id, agency, fault.Words) { IsAnother = noted.GetValueOrDefault(Said) != fault.Print };

    private static string CommandId(CaseFile file, string agency) => $"folder-{agency}-{file.Version}";
}
