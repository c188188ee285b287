using System.Collections.Immutable;
using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Deciding;
using SafeguardingTeams.Domain.Forms;
using SafeguardingTeams.Domain.Steps.Awareness;

namespace SafeguardingTeams.Domain.Steps.Referral;

/// <summary>A referral reached the MASH (A3). By default the authority became aware at that moment (decision 3).</summary>
public sealed record ReferralSubmitted(
    string FormId, int FormVersion, Answers Answers, Referrer Referrer, DateOnly AwareOn, PinnedRules Rules, ImmutableList<Deadline> Deadlines) : CaseEvent
{
    /// <inheritdoc/>
    public override CaseFile ApplyTo(CaseFile file, RecordedEvent recorded) => file.Start(Deadlines) with
    {
        Stage = Stage.AwaitingThreshold,
        Rules = Rules,
        Referral = new(FormId, FormVersion, Answers, Referrer, recorded.At),
        Awareness = new(AwareOn, IsDefault: true, Reason: ""),
    };
}
