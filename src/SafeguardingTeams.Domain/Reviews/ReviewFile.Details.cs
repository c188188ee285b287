using System.Collections.Immutable;
using SafeguardingTeams.Domain.Calendar;

namespace SafeguardingTeams.Domain.Reviews;

/// <content>What agencies are asked for (C6, C23).</content>
public sealed partial record ReviewFile
{
    /// <summary>The most requests for detail of one review, each agency's counted.</summary>
    public const int MostDetails = 60;

    /// <summary>What agencies were asked for, by number.</summary>
    public ImmutableList<DetailRequest> Details { get; init; } = [];

    /// <summary>The requests that wait for an agency's answer.</summary>
    public IEnumerable<DetailRequest> OpenDetails => Details.Where(one => one.IsOpen);

    /// <summary>Whether an agency is still to answer.</summary>
    public bool WaitsForDetail => OpenDetails.Any();

    /// <summary>How often anything became of a request.</summary>
    internal int DetailChanges => Details.Sum(one => one.Round + (one.Stands ? 0 : 1));

    /// <summary>The request a clock is of; null for any other clock.</summary>
    internal DetailRequest? DetailOf(string clockId) =>
        Details.Find(one => ReviewPinning.Of(Timescales.ReviewDetail, one.Number) == clockId);

    /// <summary>With a request as it is now; where its agency is not asked any more, its clock stops.</summary>
    internal ReviewFile With(DetailRequest changed, DateTimeOffset at)
    {
        var after = this with { Details = Details.ConvertAll(one => one.Number == changed.Number ? changed : one) };
        return changed.IsOpen
            ? after
            : after with
            {
                Clocks = after.Clocks.Stopped(ReviewPinning.Of(Timescales.ReviewDetail, changed.Number), at),
            };
    }
}
