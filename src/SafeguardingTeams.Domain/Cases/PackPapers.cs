using System.Collections.Immutable;
using SafeguardingTeams.Domain.Cases.Reviewing;
using SafeguardingTeams.Domain.Cases.Triage;

namespace SafeguardingTeams.Domain.Cases;

/// <summary>The document pack of a Rapid Review meeting: what is in it, and what is missing, by name (B13).</summary>
public static class PackPapers
{
    /// <summary>The papers, in the process document's order.</summary>
    public static ImmutableList<PackPaper> Of(CaseFile file) =>
        [
            .. file.JointAgencyResponse?.State switch
            {
                JointAgencyResponseState.NotNeeded => ImmutableList<PackPaper>.Empty,
                var state =>
                [
                    new(
                        "joint-agency-response",
                        "Minutes of the Joint Agency Response",
                        Has(file, PaperKind.JointAgencyResponseMinutes)
                            ? ""
                            : state switch
                            {
                                JointAgencyResponseState.Held => "not put in yet",
                                JointAgencyResponseState.Due => "it is still to be held, or its minutes are not here",
                                _ => "it is not known whether one was held",
                            }
                    ),
                ],
            },
            new("referral", "The completed referral of the serious incident", ""),
            .. file.JoinedReferrals.Select(joined => new PackPaper(
                $"referral.{joined.CaseId}",
                $"The referral {joined.CaseId} that was joined to it",
                ""
            )),
            new(
                "notification",
                "The local authority's serious incident notification",
                Has(file, PaperKind.NotificationCopy) ? "" : "not put in yet"
            ),
            .. file
                .Review.Agencies.Where(agency => agency.AskedAt is not null)
                .Select(agency => new PackPaper(
                    $"return.{agency.Key}",
                    $"Scoping form of {agency.Name}",
                    agency.Return switch
                    {
                        null => "not returned yet",
                        { Known: false } => "the family is not known to it",
                        _ => "",
                    }
                )),
        ];

    private static bool Has(CaseFile file, PaperKind kind) => file.Review.Papers.Exists(paper => paper.Kind == kind);
}
