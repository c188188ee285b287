using System.Globalization;
using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Forms;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Typing;

namespace SafeguardingTeams.Presentation.Wording;

/// <summary>Dates, times and numbers as they are written everywhere.</summary>
internal static class Written
{
    private static readonly CultureInfo British = CultureInfo.GetCultureInfo("en-GB");

    internal static string Day(DateOnly day) => day.ToString("dddd d MMMM yyyy", British);

    internal static string ShortDay(DateOnly day) => day.ToString("d MMMM yyyy", British);

    /// <summary>When something was, as far as it is known: "5 November 2026", "March 2019", "about 2015".</summary>
    internal static string When(KnownDay known) =>
        (known.About ? "about " : "")
        + known.First.ToString(
            known.First == known.Last ? "d MMMM yyyy"
                : known.First.Month == known.Last.Month ? "MMMM yyyy"
                : "yyyy",
            British
        );

    internal static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    internal static string Moment(DateTimeOffset instant) => London.Local(instant).ToString("d MMMM yyyy 'at' HH:mm", British);

    /// <summary>A deadline or a meeting: with the weekday, which people plan by.</summary>
    internal static string DayAndTime(DateTimeOffset instant) => London.Local(instant).ToString("dddd d MMMM yyyy 'at' HH:mm", British);

    internal static string Code(RecordRef record) => record.ToString();

    internal static string Count(int count, string one, string many) => count == 1 ? $"1 {one}" : $"{count.ToString(British)} {many}";

    internal static string Sentence(string text) => $"{char.ToUpperInvariant(text[0])}{text[1..]}";
}
