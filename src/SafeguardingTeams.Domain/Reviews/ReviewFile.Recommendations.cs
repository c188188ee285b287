using System.Collections.Immutable;
using SafeguardingTeams.Domain.Calendar;

namespace SafeguardingTeams.Domain.Reviews;

/// <content>What it recommends, and what the bodies addressed answer (C18).</content>
public sealed partial record ReviewFile
{
    /// <summary>The most recommendations of one review, those taken back counted.</summary>
    public const int MostRecommendations = 40;

    /// <summary>What it recommends, by number.</summary>
    public ImmutableList<ReviewRecommendation> Recommendations { get; init; } = [];

    /// <summary>Which agencies were asked for an answer, and by which event, oldest first.</summary>
    public ImmutableList<(string AgencyId, int Version)> AnswersAsked { get; init; } = [];

    /// <summary>Whether those who lead the agencies were told that answers are late: from then they read what is for theirs.</summary>
    public bool AgenciesLeadsTold { get; init; }

    /// <summary>Whether what was found is accepted, so that the bodies addressed are asked.</summary>
    public bool AsksForAnswers => Stage is ReviewStage.Accepted or ReviewStage.Concluded;

    /// <summary>Whether a body has not answered that is asked.</summary>
    public bool WaitsForAnswers => AsksForAnswers && Recommendations.Exists(one => one.Missing.Any());

    /// <summary>The agencies that have not answered every recommendation that addresses them.</summary>
    public IEnumerable<AddressedBody> NotAnswered => Recommendations.SelectMany(one => one.Missing).DistinctBy(body => body.AgencyId);

    /// <summary>A recommendation that stands; null where there is none of that number.</summary>
    public ReviewRecommendation? Recommendation(int number) => Recommendations.Find(one => one.Number == number && one.Stands);

    /// <summary>With a recommendation as it is now; where nobody's answer is missing any more, its clock stops.</summary>
    internal ReviewFile With(ReviewRecommendation changed, DateTimeOffset at)
    {
        var after = this with { Recommendations = Recommendations.ConvertAll(one => one.Number == changed.Number ? changed : one) };
        return after.NotAnswered.Any() ? after : after.Stop(at, Timescales.ReviewRecommendations);
    }
}
