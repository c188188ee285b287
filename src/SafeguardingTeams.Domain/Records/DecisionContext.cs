using System.Collections.Immutable;
using SafeguardingTeams.Domain.Calendar;

namespace SafeguardingTeams.Domain.Records;

/// <summary>All a decision may know besides the records and the command.</summary>
/// <param name="Actor">Who acts.</param>
/// <param name="At">The instant, for the record.</param>
/// <param name="Today">The date in Europe/London, for counting.</param>
/// <param name="Calendar">The working-day calendar in force.</param>
/// <param name="Office">The partnership's office hours.</param>
/// <param name="Rules">What is pinned to a case that starts now.</param>
/// <param name="People">Everybody of the partnership's file, with their roles today and whether they are away.</param>
public sealed record DecisionContext(
    Actor Actor,
    DateTimeOffset At,
    DateOnly Today,
    WorkingDayCalendar Calendar,
    OfficeHours Office,
    PinnedRules Rules,
    ImmutableList<Actor> People
)
{
    /// <summary>The seats of the Learning from Practice Group, as they are now (E3).</summary>
    public ImmutableList<Seat> Seats { get; init; } = [];

    /// <summary>The partnership's list of themes, as it is now.</summary>
    public ImmutableList<Theme> Themes { get; init; } = [];

    /// <summary>People, agencies and tenants by the partnership's file alone; over it the group's record counts (PD17).</summary>
    public Roster Configured { get; init; } = Roster.Empty;

    /// <summary>The scheduled meetings of the group, earliest first, as they are now (E1).</summary>
    public ImmutableList<DateOnly> Meetings { get; init; } = [];
}

/// <summary>What is pinned to a case when it starts (PD9); people, mailboxes and contacts are always current.</summary>
/// <param name="GuidanceEdition">The edition of the Panel's guidance.</param>
/// <param name="Limits">The limits, by timescale id, in the timescale's unit.</param>
public sealed record PinnedRules(string GuidanceEdition, ImmutableSortedDictionary<string, int> Limits)
{
    /// <summary>
    /// The number of a limit, of a clock that runs once for each of several, too. One that was not there yet when the case began has the
    /// figure of the procedure.
    /// </summary>
    public int Of(Timescale timescale) => Limits.GetValueOrDefault(timescale.Id.Split('~')[0], timescale.Number);
}
