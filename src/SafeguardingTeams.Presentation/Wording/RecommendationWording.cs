using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Reviews;

namespace SafeguardingTeams.Presentation.Wording;

/// <summary>Answers to recommendations in words (C18).</summary>
internal static class RecommendationWording
{
    internal static string Of(RecommendationReply reply) =>
        reply switch
        {
            RecommendationReply.Accepted => "Accepted",
            RecommendationReply.InPart => "Accepted in part",
            RecommendationReply.NotAccepted => "Not accepted",
        };

    /// <summary>What a body answered, or that it has not.</summary>
    internal static string Of(ReviewFile file, BodysAnswer? answer) =>
        answer is not null ? Of(answer.Reply)
        : file.Stage is ReviewStage.UnderWay or ReviewStage.ReportWithLeads ? "Not asked yet"
        : "No answer yet";

    /// <summary>The bodies by name.</summary>
    internal static string Bodies(IEnumerable<AddressedBody> bodies) => string.Join(", ", bodies.Select(body => body.Name));

    /// <summary>By when answers are due, or that nobody is asked yet.</summary>
    internal static string By(ReviewFile file) =>
        file.Clock(Timescales.ReviewRecommendations.Id) is { Runs: true } clock ? Written.Day(clock.Deadline.DueDay) : "";

    /// <summary>What that day is counted from, as a sentence after it (PD2); empty where it is not running.</summary>
    internal static string CountedFrom(ReviewFile file) =>
        file.Clock(Timescales.ReviewRecommendations.Id) is { Runs: true, Deadline: var deadline }
            ? $" That is counted from {Clocks.From(deadline.Anchor)}, {Written.ShortDay(deadline.AnchorDay)}."
            : "";
}
