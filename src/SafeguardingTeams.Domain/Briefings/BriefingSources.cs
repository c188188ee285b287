using System.Collections.Immutable;
using SafeguardingTeams.Domain.Actions;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Reviews;

namespace SafeguardingTeams.Domain.Briefings;

/// <summary>The records a briefing is read against: what it comes from, with what belongs to that (E26).</summary>
public static class BriefingSources
{
    /// <summary>What belongs to a source: the referrals that follow it, or what a review is about.</summary>
    public static ImmutableList<RecordRef> With(RecordFile source) =>
        source switch
        {
            ReviewFile { Plan: { } plan } => plan.Subjects,
            Learning.LearningFile learning => [.. learning.Joined.Select(one => one.Learning)],
            _ => [],
        };

    /// <summary>Whether all of it was read with the command.</summary>
    internal static bool AreWhole(RecordFile? source, ImmutableList<RecordRef> with) =>
        source is null ? with.IsEmpty : With(source).SequenceEqual(with);
}
