using System.Collections.Immutable;

namespace SafeguardingTeams.Presentation.Documents.Chronology;

/// <summary>
/// The events of the referral and of every return in one order of time, with what may clash and where nothing is known. It marks;
/// it decides and leaves out nothing.
/// </summary>
/// <param name="Rows">Events and gaps in order of time.</param>
/// <param name="Undated">Events without a date that can be read.</param>
public sealed record CombinedChronology(ImmutableArray<ChronologyRow> Rows, ImmutableArray<ChronologyRow.Event> Undated)
{
    /// <summary>A stretch longer than this many days is a gap, unless the partnership says otherwise.</summary>
    public const int UsualGapDays = 90;

    /// <summary>So many clashes of one event are named.</summary>
    public const int MaxClashes = 5;

    /// <summary>
    /// Fewer words than this are too few to tell that two texts on different days are of the same event: such as "home visit".
    /// </summary>
    private const int FewestWords = 5;

    /// <summary>Puts the events together.</summary>
    /// <param name="entries">From the referral and every return.</param>
    /// <param name="from">First day of the period to be looked at.</param>
    /// <param name="to">Its last day.</param>
    /// <param name="gapDays">A stretch of more days than this without any event is a gap.</param>
    public static CombinedChronology Of(IEnumerable<ChronologyEntry> entries, DateOnly from, DateOnly to, int gapDays = UsualGapDays)
    {
        var ordered = entries
            .OrderBy(entry => entry.When?.First ?? DateOnly.MaxValue)
            .ThenBy(entry => entry.Time ?? TimeOnly.MinValue)
            .ThenBy(entry => entry.Agency, StringComparer.Ordinal)
            .ToList();
        var dated = ordered.Where(entry => entry.When is not null).ToList();
        var clashes = Clashes(dated);
        var rows = dated
            .Select(
                (entry, i) =>
                    new ChronologyRow.Event(
                        i + 1,
                        entry,
                        [.. clashes[i].OrderBy(clash => clash.Kind).ThenBy(clash => clash.With)],
                        entry.When!.Value.MayBe(new(from, to, false))
                    )
            )
            .ToList();
        return new(
            Merge(rows, Gaps(rows, from, to, gapDays)),
            [.. ordered.Skip(dated.Count).Select((entry, i) => new ChronologyRow.Event(dated.Count + i + 1, entry, [], InPeriod: true))]
        );
    }

    private static List<Clash>[] Clashes(List<ChronologyEntry> entries)
    {
        var clashes = entries.Select(_ => new List<Clash>()).ToArray();
        var texts = new NearText([.. entries.Select(entry => entry.Event)]);
        foreach (var (one, other) in texts.Pairs((one, other) => entries[one].Agency != entries[other].Agency))
        {
            var (a, b) = (entries[one], entries[other]);
            if (
                a.When!.Value.Day is { } day
                && day == b.When!.Value.Day
                && (texts.Plain[one] != texts.Plain[other] || (a.Time is not null && b.Time is not null && a.Time != b.Time))
            )
            {
                Mark(one, other, a.Time is not null && a.Time == b.Time ? ClashKind.SameTime : ClashKind.SameDay);
            }
            else if (!a.When!.Value.MayBe(b.When!.Value) && Math.Min(texts.Count(one), texts.Count(other)) >= FewestWords)
            {
                Mark(one, other, ClashKind.OtherDay);
            }
        }

        for (var one = 0; one < entries.Count; one++)
        {
            for (
                var other = one + 1;
                other < entries.Count
                    && entries[one].Time is not null
                    && entries[other].When == entries[one].When
                    && entries[other].Time == entries[one].Time;
                other++
            )
            {
                if (entries[one].Agency != entries[other].Agency && texts.Plain[one] != texts.Plain[other])
                {
                    Mark(one, other, ClashKind.SameTime);
                }
            }
        }

        return clashes;

        void Mark(int one, int other, ClashKind kind)
        {
            Add(clashes[one], other + 1, kind);
            Add(clashes[other], one + 1, kind);
        }

        static void Add(List<Clash> to, int with, ClashKind kind)
        {
            if (to.Count < MaxClashes && !to.Exists(clash => clash.With == with && clash.Kind == kind))
            {
                to.Add(new(with, kind));
            }
        }
    }

    private static IEnumerable<ChronologyRow.Gap> Gaps(List<ChronologyRow.Event> rows, DateOnly from, DateOnly to, int gapDays)
    {
        var empty = from;
        foreach (var when in rows.Where(row => row.InPeriod).Select(row => row.Entry.When!.Value).Append(to.AddDays(1)))
        {
            if (when.First.DayNumber - empty.DayNumber > gapDays)
            {
                yield return new(empty, when.First.AddDays(-1));
            }

            // What can have been on any day of a month leaves no stretch of it of which it could be said that nobody has an event.
            empty = when.Last < empty ? empty : when.Last.AddDays(1);
        }
    }

    private static ImmutableArray<ChronologyRow> Merge(List<ChronologyRow.Event> rows, IEnumerable<ChronologyRow.Gap> gaps) =>
        [
            .. rows.Select(row => (Day: row.Entry.When!.Value.First, Row: (ChronologyRow)row))
                .Concat(gaps.Select(gap => (Day: gap.From, Row: (ChronologyRow)gap)))
                .OrderBy(each => each.Day)
                .Select(each => each.Row),
        ];
}
