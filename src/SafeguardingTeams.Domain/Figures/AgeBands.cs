using System.Collections.Immutable;
using SafeguardingTeams.Domain.Forms.SeriousIncidentReferral;

namespace SafeguardingTeams.Domain.Figures;

/// <summary>Ages in bands, as the Department for Education counts serious incidents.</summary>
public static class AgeBands
{
    /// <summary>The band where birth date or day is not known.</summary>
    public const string NotKnown = ChildCodes.NotKnown;

    private static readonly ImmutableArray<(int Below, string Band)> Bands =
    [
        (1, "under-1"),
        (6, "1-5"),
        (11, "6-10"),
        (16, "11-15"),
        (18, "16-17"),
        (int.MaxValue, "18-over"),
    ];

    /// <summary>All of them, youngest first.</summary>
    public static ImmutableList<string> All { get; } = [.. Bands.Select(one => one.Band), NotKnown];

    /// <summary>The band of an age in whole years on a day; a birthday counts from that day on, 29 February from 1 March.</summary>
    public static string Of(DateOnly? born, DateOnly? on)
    {
        if (born is not { } birth || on is not { } day || day < birth)
        {
            return NotKnown;
        }

        var years = day.Year - birth.Year - ((day.Month, day.Day).CompareTo((birth.Month, birth.Day)) < 0 ? 1 : 0);
        return Bands.First(one => years < one.Below).Band;
    }
}
