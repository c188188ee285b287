using System.Collections.Immutable;
using SafeguardingTeams.App.Configuration;
using SafeguardingTeams.App.Directory;
using SafeguardingTeams.App.Time;
using SafeguardingTeams.Domain.Group;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.GroupRecord;

namespace SafeguardingTeams.App.Commands;

/// <summary>
/// The door to the group's record. Its first event is written by whoever comes first, a sweep or a person: it carries over absences and
/// bank holidays that were kept as rows before there was a record, once.
/// </summary>
public sealed class GroupRecord(CommandRunner commands, CurrentRules currentRules, IPeople people, PartnershipFile file, LondonClock clock)
{
    /// <summary>Runs a command about the group, and takes in at once what it changed.</summary>
    /// <param name="command">What is asked.</param>
    /// <param name="commandId">Unique to this wish: a repeat carries the same.</param>
    /// <param name="cancellationToken">Stops before the commit.</param>
    public async Task<Outcome> RunAsync(GroupCommand command, string commandId, Actor actor, CancellationToken cancellationToken)
    {
        await OpenAsync(cancellationToken);
        var outcome = await commands.RunAsync(command, commandId, actor, cancellationToken);
        await currentRules.RefreshAsync(always: true, cancellationToken);
        return outcome;
    }

    /// <summary>Begins the record where that has not been done. Costs nothing where it has.</summary>
    internal async Task OpenAsync(CancellationToken cancellationToken)
    {
        if (currentRules.Group.Stage == GroupStage.Open)
        {
            return;
        }

        await currentRules.RefreshAsync(always: true, cancellationToken);
        if (currentRules.Group.Stage == GroupStage.Open)
        {
            return;
        }

        var before = currentRules.Group;
        await commands.RunAsync(
            new OpenGroup(people.Holders(clock.Today), [.. file.GroupMeetings], [.. before.BankHolidays.Values], before.Absences),
            "open",
            SystemActor.Instance,
            cancellationToken
        );
        await currentRules.RefreshAsync(always: true, cancellationToken);
    }
}
