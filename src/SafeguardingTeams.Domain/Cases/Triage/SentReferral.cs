using SafeguardingTeams.Domain.Forms;
using SafeguardingTeams.Domain.Forms.Library;

namespace SafeguardingTeams.Domain.Cases.Triage;

/// <summary>A referral as sent, with what was changed since.</summary>
/// <param name="Answers">What it says now; the old values are in the case's history.</param>
/// <param name="Referrer">Who sent it.</param>
/// <param name="SentAt">When it reached the MASH (A3).</param>
public sealed record SentReferral(string FormId, int FormVersion, Answers Answers, Referrer Referrer, DateTimeOffset SentAt)
{
    public Form Form => FormLibrary.Get(FormId, FormVersion);
}

/// <summary>The person who referred (RO1).</summary>
public sealed record Referrer(string PersonId, string Display, string AgencyId, string AgencyName);
