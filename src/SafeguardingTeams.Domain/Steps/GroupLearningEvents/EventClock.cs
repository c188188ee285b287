using System.Globalization;
using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Group;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.GroupReminders;

namespace SafeguardingTeams.Domain.Steps.GroupLearningEvents;

/// <summary>
/// The clock of a learning event's follow-up (E21): one for each, so many calendar months after its day (PD21). It ends when it is
/// followed up, or it is said why not, or the event is called off.
/// </summary>
public static class EventClock
{
    /// <summary>Its id.</summary>
    public static string Id(int number) => Timescales.Of(Timescales.EventFollowedUp, number.ToString(CultureInfo.InvariantCulture));

    /// <summary>The number of the event a clock is of; null for any other clock.</summary>
    public static int? NumberOf(string clockId) =>
        Timescales.Rule(clockId) == Timescales.EventFollowedUp
        && int.TryParse(Timescales.About(clockId), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;

    internal static Deadline Pin(int number, DateOnly on, DecisionContext context) =>
        context.PinMonths(Timescales.EventFollowedUp, number.ToString(CultureInfo.InvariantCulture), on);

    /// <summary>What reminders of it have said is drawn anew.</summary>
    internal static IEnumerable<Effect> Again(GroupFile after, int number) => GroupReminded.Again(after, Id(number));
}
