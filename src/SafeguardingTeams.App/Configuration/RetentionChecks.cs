using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.App.Configuration;

/// <summary>What must be true of how long a partnership's file keeps records (F3).</summary>
internal static class RetentionChecks
{
    internal static IEnumerable<FileFault> Of(PartnershipFile file)
    {
        foreach (var (entry, i) in file.Retention.Select((entry, i) => (entry, i)))
        {
            if (entry.Kind == RecordKind.Group)
            {
                yield return new($"retention[{i}].kind", "the group's own record is never removed. Leave it out.");
            }

            if (PartnershipChecks.IsUnsaid(entry.Name) || entry.Name.Length > 80)
            {
                yield return new($"retention[{i}].name", "say what the class is called, in at most 80 characters.");
            }

            if (entry.Years is < 1 or > 120)
            {
                yield return new($"retention[{i}].years", "use a number of years from 1 to 120.");
            }
        }

        foreach (var kind in PartnershipChecks.Twice(file.Retention.Select(entry => entry.Kind.ToString())))
        {
            yield return new("retention", $"{kind} stands twice.");
        }

        if (file.ExportDays is < 1 or > 36500)
        {
            yield return new("exportDays", "use the number of days that is set in Azure (AUDIT_DAYS).");
        }
    }
}
