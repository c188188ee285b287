using System.Collections.Immutable;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.Domain.Actions;

/// <summary>A file that shows what was done of an action, or what it has changed (C5, C19).</summary>
/// <param name="Number">Which of the action's, from 1.</param>
/// <param name="IsTakenOut">Whether it was taken out: it is opened by nobody any more, and its bytes stay where they are kept (F1).</param>
public sealed record EvidenceFile(int Number, KeptFile Kept, bool IsTakenOut)
{
    /// <summary>All of an action's, in the order they were added.</summary>
    public static ImmutableList<EvidenceFile> Of(ActionFile file) =>
        [.. KeptFile.Of(file).Select((kept, i) => new EvidenceFile(i + 1, kept, file.FilesTakenOut.Contains(i + 1)))];

    /// <summary>Those that can be opened.</summary>
    public static ImmutableList<EvidenceFile> There(ActionFile file) => Of(file).FindAll(one => !one.IsTakenOut);
}
