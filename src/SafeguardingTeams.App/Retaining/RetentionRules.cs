using System.Collections.Immutable;
using SafeguardingTeams.App.Configuration;
using SafeguardingTeams.Domain.Group.Retaining;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.App.Retaining;

/// <summary>
/// How long records of each kind are kept: as the partnership's file says, else as is usual here. The law names no number; the partnership
/// decides (F3). What is changed in the file counts from the next look.
/// </summary>
public sealed class RetentionRules(PartnershipFile file)
{
    /// <summary>What holds for a kind that the file does not name.</summary>
    public static ImmutableSortedDictionary<RecordKind, RetentionClass> Usual { get; } =
        new Dictionary<RecordKind, RetentionClass>
        {
            [RecordKind.Case] = new("Serious safeguarding incidents", 10, RetentionStart.Child),
            [RecordKind.Learning] = new("Practice learning", 10, RetentionStart.Child),
            [RecordKind.Action] = new("Actions", 10, RetentionStart.Closed),
            [RecordKind.Meeting] = new("Meetings of the group", 10, RetentionStart.Closed),
            [RecordKind.Review] = new("Reviews and audits", 35, RetentionStart.LastChange),
            [RecordKind.Briefing] = new("Briefings", 10, RetentionStart.Closed),
        }.ToImmutableSortedDictionary();

    private readonly ImmutableSortedDictionary<RecordKind, RetentionClass> _classes = Usual.SetItems(
        file.Retention.Select(entry => KeyValuePair.Create(entry.Kind, new RetentionClass(entry.Name, entry.Years, entry.From)))
    );

    /// <summary>The class of a kind; null of the group, whose record is never removed.</summary>
    public RetentionClass? Of(RecordKind kind) => _classes.GetValueOrDefault(kind);

    /// <summary>For so many days nobody can remove an export of the audit or a copy of the table; a day later it goes by itself.</summary>
    public int ExportDays { get; } = file.ExportDays ?? UsualExportDays;

    /// <summary>What holds where the file does not say.</summary>
    public const int UsualExportDays = 365;
}
