using SafeguardingTeams.App.Storage;

namespace SafeguardingTeams.App.Tests;

/// <summary>Rows of absences and bank holidays as they were kept before the group had a record: they are carried over into it.</summary>
internal static class OldRows
{
    internal static RowWrite Absence(string personId, DateOnly from, DateOnly to) =>
        new RowWrite.Put(
            Keys.AwayLine(personId, from),
            new Dictionary<string, string>
            {
                ["person"] = personId,
                ["from"] = GroupRows.Iso(from),
                ["to"] = GroupRows.Iso(to),
                ["told"] = "no",
            }
        );

    internal static RowWrite Holiday(DateOnly day, bool isHoliday = true) =>
        new RowWrite.Put(
            Keys.Holiday(day),
            new Dictionary<string, string>
            {
                ["day"] = GroupRows.Iso(day),
                ["holiday"] = isHoliday ? "yes" : "no",
                ["reason"] = "Announced.",
                ["by"] = "operations-officer",
            }
        );
}
