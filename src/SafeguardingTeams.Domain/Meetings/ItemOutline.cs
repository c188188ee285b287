namespace SafeguardingTeams.Domain.Meetings;

/// <summary>
/// What is said of a case or referral to the group, whose members have no part in the record itself (F2, D10): written for them by
/// operations or the Chair, without names.
/// </summary>
/// <param name="Ages">How old, in a band; empty where that is not said.</param>
/// <param name="Harm">What kind of harm; may be empty.</param>
/// <param name="Text">What happened, as far as the group needs it.</param>
/// <param name="OnAgenda">Whether it is printed on the agenda too.</param>
public sealed record ItemOutline(string Ages, string Harm, string Text, bool OnAgenda)
{
    /// <summary>The bands an age is said in: none tells a birthday.</summary>
    public static IReadOnlyList<string> Bands { get; } =
    ["Unborn", "Under 1", "1 to 4", "5 to 9", "10 to 15", "16 or 17", "18 or older", "More than one child"];
}
