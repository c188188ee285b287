using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Reviews;
using SafeguardingTeams.Presentation.Cards.Layout;
using SafeguardingTeams.Presentation.Wording;

namespace SafeguardingTeams.Presentation.Steps.ReviewDetails;

/// <summary>What agencies are asked for, in words (C23).</summary>
internal static class DetailWording
{
    internal static string Of(DetailReply reply) =>
        reply switch
        {
            DetailReply.Given => "We give what is asked",
            DetailReply.NothingHeld => "We hold nothing",
        };

    /// <summary>Where a request stands, in a few words.</summary>
    internal static string State(ReviewFile file, DetailRequest one, DateOnly today) =>
        !one.Stands ? "Taken back"
        : one is { IsAnswered: true, Answer: { } answer }
            ? answer.Reply == DetailReply.Given ? "Answered"
                : "Nothing held"
        : file.Stage == ReviewStage.Ended ? "Not asked any more"
        : IsLate(file, one, today) ? $"Late: due {OnScreen.Day(Due(file, one))}"
        : $"Open, due {OnScreen.Day(Due(file, one))}";

    internal static bool IsLate(ReviewFile file, DetailRequest one, DateOnly today) => one.IsOpen && !file.IsOver && today > Due(file, one);

    /// <summary>By when its agency answers.</summary>
    internal static DateOnly Due(ReviewFile file, DetailRequest one) => Deadline(file, one).DueDay;

    /// <summary>By when its agency answers, and what that day counts from (PD2).</summary>
    internal static string By(ReviewFile file, DetailRequest one)
    {
        var deadline = Deadline(file, one);
        return $"{Written.Day(deadline.DueDay)}, counted from {Clocks.From(deadline.Anchor)} ({Written.ShortDay(deadline.AnchorDay)})";
    }

    internal static string Period(DetailAsk ask) => $"{Written.ShortDay(ask.From)} to {Written.ShortDay(ask.To)}";

    /// <summary>An answer in one line.</summary>
    internal static string Of(DetailAnswer answer) =>
        $"{(answer.Reply == DetailReply.Given ? "Gives what is asked" : "Holds nothing")}, {Written.ShortDay(answer.On)}: {answer.Text}"
        + (answer.Where.Length > 0 ? $" Where: {answer.Where}" : "");

    private static Deadline Deadline(ReviewFile file, DetailRequest one) =>
        file.Clock(
            Timescales.Of(Timescales.ReviewDetail, one.Number.ToString(System.Globalization.CultureInfo.InvariantCulture))
        )!.Deadline;
}
