using System.Collections.Immutable;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Forms;
using SafeguardingTeams.Presentation.Wording;

namespace SafeguardingTeams.Presentation.Documents.Report;

/// <summary>The family as section 1 of the report lists it, as it is written there.</summary>
public static class ReportFamily
{
    /// <inheritdoc cref="FamilyInReport.Of"/>
    public static ImmutableArray<ReportPerson> Of(Answers request, Answers referral) =>
        [
            .. FamilyInReport
                .Of(request, referral)
                .Select(one => new ReportPerson(
                    one.Name,
                    one.Address,
                    one.Relationship,
                    DateOnly.TryParseExact(one.Born, "yyyy-MM-dd", out var day) ? Written.ShortDay(day) : one.Born,
                    one.LegalStatus,
                    one.EthnicOrigin
                )),
        ];
}
