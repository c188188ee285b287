using System.Globalization;

namespace SafeguardingTeams.Domain.Records;

/// <summary>Why a command was not done: a stable code for code, words for the person.</summary>
/// <param name="Code">Stable, lower-case with hyphens.</param>
/// <param name="Message">Plain words: what is wrong and what to do next. Never text from the case.</param>
/// <param name="Field">The input it belongs beside, where there is one.</param>
public sealed record Refusal(string Code, string Message, string? Field = null)
{
    /// <summary>
    /// The person holds no role that may do this to this case now, or there is no such case: the words are the same (F2).
    /// </summary>
    public static Refusal NotFound { get; } =
        new(
            "not-found",
            "We cannot find that case, or you have no part in it. Check the reference. If you expected to see it, ask the "
                + "partnership's operational team."
        );

    /// <summary>The person sees the case, but this step belongs to another role.</summary>
    public static Refusal NotYours { get; } =
        new("not-yours", "This step belongs to somebody else in the process. Nothing has been changed.");

    /// <summary>The case has moved on since the card was drawn.</summary>
    public static Refusal Overtaken { get; } =
        new(
            "overtaken",
            "This card has been overtaken: the case has moved on since it was drawn. Nothing has been changed. Open the case "
                + "to see where it stands."
        );

    /// <summary>A date that follows lies past the end of the known bank holidays, so it cannot be counted.</summary>
    /// <param name="lastDay">The last day the list covers.</param>
    public static Refusal OutsideCalendar(DateOnly lastDay) =>
        new(
            "outside-calendar",
            $"The list of bank holidays ends on {lastDay.ToString("d MMMM yyyy", CultureInfo.InvariantCulture)}, so the dates "
                + "that follow from this cannot be counted. Nothing has been changed. Ask the partnership's operational team to have "
                + "the list extended by whoever looks after this system, then do this again."
        );
}
