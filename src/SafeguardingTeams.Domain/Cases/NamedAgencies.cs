using System.Collections.Immutable;
using SafeguardingTeams.Domain.Forms;
using SafeguardingTeams.Domain.Forms.InitialScoping;
using SafeguardingTeams.Domain.Forms.SeriousIncidentReferral;

namespace SafeguardingTeams.Domain.Cases;

/// <summary>The agencies that a referral or a return names as involved (B8).</summary>
public static class NamedAgencies
{
    /// <summary>Those named in the referral and in those joined to it (PD15), in their order: ticked when the preparation begins.</summary>
    public static ImmutableList<string> InTheReferral(CaseFile file) =>
        Distinct([
            file.Referral?.Referrer.AgencyName ?? "",
            .. file.JoinedReferrals.Select(joined => joined.Referrer.AgencyName),
            .. file.Referral is { } referral ? In(referral.Answers) : [],
            .. file.JoinedReferrals.SelectMany(joined => joined.Agencies ?? []),
        ]);

    /// <summary>Those a referral's answers name.</summary>
    internal static ImmutableList<string> In(Answers referral) => Distinct(new ReferralAnswers(referral).Agencies);

    /// <summary>Those named anywhere that are neither in the list nor left out with a reason: put before operations.</summary>
    public static ImmutableList<string> Unasked(CaseFile file) =>
        [
            .. Distinct([
                    .. InTheReferral(file),
                    .. file.Review.Agencies.SelectMany(agency =>
                        agency.Return is { } given ? new ReturnAnswers(given.Answers).OtherAgencies : []
                    ),
                ])
                .Where(name =>
                    !file.Review.NotAsked.ContainsKey(name)
                    && !file.Review.Agencies.Exists(agency =>
                        agency.Name.Equals(name, StringComparison.OrdinalIgnoreCase)
                        || agency.Key.Equals(name, StringComparison.OrdinalIgnoreCase)
                    )
                ),
        ];

    private static ImmutableList<string> Distinct(IEnumerable<string> names) =>
        [.. names.Select(name => name.Trim()).Where(name => name.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase)];
}
