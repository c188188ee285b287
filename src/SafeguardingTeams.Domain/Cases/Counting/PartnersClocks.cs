using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.Domain.Cases.Counting;

/// <summary>
/// The clocks of Chair, leads and Scrutineer until the partners are done (A8 to A11). They rest from when the authority decides to
/// notify, or declines: the case goes on by that, and the partners may still record their view (PD4). Where it comes back to them, each
/// counts on from where it counted before.
/// </summary>
internal static class PartnersClocks
{
    private static readonly Timescale[] All =
    [
        Timescales.InformLeads,
        Timescales.Recommendation,
        Timescales.LeadsDecision,
        Timescales.Mediation,
    ];

    /// <summary>Whether it is one of them.</summary>
    internal static bool Has(string clockId) => All.Any(timescale => timescale.Id == clockId);

    /// <summary>With those that run at rest, where nobody waits for the partners any more.</summary>
    internal static CaseFile WithPartnersClocksAtRest(this CaseFile file, DateTimeOffset at) =>
        Why(file) is { } why ? All.Aggregate(file, (all, timescale) => all.Stop(timescale.Id, at, why)) : file;

    /// <summary>Those that run again, where an event gives the case back to Chair and leads.</summary>
    internal static IEnumerable<Deadline> Resumed(CaseFile before, CaseFile after, DecisionContext context) =>
        before.PartnersAreAwaited || !after.PartnersAreAwaited
            ? []
            : All.Where(timescale => IsAwaited(timescale, after) && after.Clock(timescale.Id) is { Runs: false })
                .Select(timescale => context.Pin(after, timescale, after.Clock(timescale.Id)!.Deadline.AnchorDay));

    private static bool IsAwaited(Timescale timescale, CaseFile file) =>
        timescale == Timescales.InformLeads ? file.LeadsInformedAt is null
        : timescale == Timescales.Recommendation ? file.Recommendation is null
        : timescale == Timescales.LeadsDecision ? file.RoundIsOpen
        : file.IsBeingMediated;

    private static ClockRest? Why(CaseFile file) =>
        file.HasRapidReview ? ClockRest.AuthorityNotifies
        : file.Stage != Stage.AwaitingGroupMeeting ? null
        : file.Review.WithdrawnBecause is not null ? ClockRest.ReviewWithdrawn
        : ClockRest.AuthorityDeclines;
}
