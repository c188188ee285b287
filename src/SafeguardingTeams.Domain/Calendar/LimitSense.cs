using System.Collections.Immutable;
using static SafeguardingTeams.Domain.Calendar.Timescales;

namespace SafeguardingTeams.Domain.Calendar;

/// <summary>Two or more limits that have to make sense together (PD9).</summary>
/// <param name="First">What has to be done before; where there are several, one after the other, so that they add up.</param>
/// <param name="Then">What may not be due before that.</param>
/// <param name="Later">Whether it has to be later, and not only no sooner.</param>
/// <param name="Because">Why, as a sentence.</param>
public sealed record LimitPair(ImmutableArray<Timescale> First, Timescale Then, bool Later, string Because);

/// <summary>Limits of a partnership that do not make sense together.</summary>
/// <param name="Limit">The one that was set.</param>
/// <param name="Expected">What it has to be, with the others as they are.</param>
/// <param name="Others">The others with their numbers.</param>
public sealed record LimitFault(Timescale Limit, int Number, string Expected, string Others, string Because);

/// <summary>Holds the limits of a partnership against each other.</summary>
public static class LimitSense
{
    /// <summary>All that depend on each other: counted from the same day, or one from the end of the other.</summary>
    public static ImmutableArray<LimitPair> Pairs { get; } =
    [
        new([InformLeads], Recommendation, false, "The leads are informed before the Chair recommends."),
        new([Letters], ReturnsFrom, false, "Nothing is returned before the letters went."),
        new([ReturnsFrom], ReturnsLatest, false, "The days for returns would end before they begin."),
        new([Letters, ScopingReturn], ReturnsLatest, false, "Agencies would not have the time the letter gives them."),
        new([ReturnsLatest], Meeting, true, "Returns are read at the meeting."),
        new([PackFrom], Pack, false, "The days for the documents would end before they begin."),
        new([Pack], Meeting, true, "The documents are read before the meeting."),
        new([Letters], MeetingFrom, true, "The invitation to the meeting goes with the letters."),
        new([MeetingFrom], Meeting, false, "The days for the meeting would end before they begin."),
        new([Meeting, Approval], Report, true, "The three leads approve what the meeting agreed before the report goes."),
        new([MeetingFrom], ReportFrom, true, "The report is finished at the meeting."),
        new([ReportFrom], Report, false, "The days for the report would end before they begin."),
        new([Meeting], AgenciesTold, true, "Agencies are told what the meeting agreed."),
        new([ReviewTold], ReviewTerms, false, "The bodies outside hear of the decision before the terms are approved."),
        new([ReviewLook], ReviewPublished, false, "Nobody would look at how a review goes before it is published."),
        new([ActionSecondReminder], ActionFirstReminder, true, "The first reminder goes earlier before the date than the second."),
        new([GroupPapers], AgendaCloses, false, "The agenda closes no later than the papers go; both are counted back from the meeting."),
        new([MinutesToChair], MinutesToMembers, false, "The Chair reads the minutes before members do."),
        new([YearlyReport], YearlyPublication, false, "The group's part is ready before the report is published."),
    ];

    /// <summary>What does not make sense, said at a limit that was set.</summary>
    /// <param name="set">The limits a partnership has set; the others have the figures of the procedure.</param>
    public static IEnumerable<LimitFault> Of(IReadOnlyDictionary<string, int> set) =>
        Pairs.Select(pair => Wrong(pair, set)).OfType<LimitFault>();

    private static LimitFault? Wrong(LimitPair pair, IReadOnlyDictionary<string, int> set)
    {
        var (before, then, gap) = (pair.First.Sum(Number), Number(pair.Then), pair.Later ? 1 : 0);
        if (before + gap <= then)
        {
            return null;
        }

        var isThen = set.ContainsKey(pair.Then.Id);
        var limit = isThen ? pair.Then : pair.First.First(one => set.ContainsKey(one.Id));
        var most = then - gap - (before - Number(limit));
        return new(
            limit,
            Number(limit),
            isThen ? $"{before + gap} or more"
                : most >= 1 ? $"{most} or less"
                : "another number of one of the others",
            string.Join(", ", pair.First.Add(pair.Then).Where(one => one != limit).Select(one => $"{one.Id} {Number(one)}")),
            pair.Because
        );

        int Number(Timescale one) => set.TryGetValue(one.Id, out var number) ? number : one.Number;
    }
}
