using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.App.Flows;

/// <summary>What a subscription asks for. Empty or null: all.</summary>
/// <param name="Trigger">What happened.</param>
/// <param name="Kind">To which kind of record.</param>
/// <param name="Step">The name of the kind's stage it is at.</param>
/// <param name="Task">The name of the task.</param>
public sealed record FlowFilter(FlowTrigger Trigger, RecordKind? Kind, string Step, string Task)
{
    /// <summary>Whether it asks for this.</summary>
    internal bool Takes(RecordKind kind, Announcement said) =>
        Trigger == said.Trigger
        && (Kind is null || Kind == kind)
        && (string.IsNullOrEmpty(Step) || Step == said.Step)
        && (string.IsNullOrEmpty(Task) || Task == said.Task);
}
