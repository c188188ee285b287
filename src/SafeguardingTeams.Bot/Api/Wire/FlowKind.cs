using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.Bot.Api.Wire;

/// <summary>The kinds of record that a flow may be about.</summary>
internal enum FlowKind
{
    SeriousIncident,
    PracticeLearning,
    Meeting,
    Review,
    Action,
}

/// <summary>The same as records know them.</summary>
internal static class FlowKinds
{
    internal static RecordKind Record(this FlowKind kind) =>
        kind switch
        {
            FlowKind.SeriousIncident => RecordKind.Case,
            FlowKind.PracticeLearning => RecordKind.Learning,
            FlowKind.Meeting => RecordKind.Meeting,
            FlowKind.Review => RecordKind.Review,
            FlowKind.Action => RecordKind.Action,
        };
}
