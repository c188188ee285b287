using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.App.Flows;

/// <summary>What flows call the kinds of record: in words people know, and for good.</summary>
public static class KindNames
{
    /// <summary>The name of a kind.</summary>
    public static string Of(RecordKind kind) =>
        kind switch
        {
            RecordKind.Case => "SeriousIncident",
            RecordKind.Learning => "PracticeLearning",
            RecordKind.Meeting => "Meeting",
            RecordKind.Review => "Review",
            RecordKind.Action => "Action",
            RecordKind.Briefing => "Briefing",
            RecordKind.Group => "Group",
        };
}
