using SafeguardingTeams.Domain.Forms;

namespace SafeguardingTeams.Domain.Steps.Referral;

/// <summary>A referral as sent, with what was changed since.</summary>
/// <param name="FormId">Which form.</param>
/// <param name="FormVersion">Which version of it.</param>
/// <param name="Answers">What it says now; the old values are in the case's history.</param>
/// <param name="Referrer">Who sent it.</param>
/// <param name="SentAt">When it reached the MASH (A3).</param>
public sealed record SentReferral(string FormId, int FormVersion, Answers Answers, Referrer Referrer, DateTimeOffset SentAt)
{
    /// <summary>The form.</summary>
    public Form Form => FormLibrary.Get(FormId, FormVersion);
}

/// <summary>The person who referred (RO1).</summary>
public sealed record Referrer(string PersonId, string Display, string AgencyId, string AgencyName);
