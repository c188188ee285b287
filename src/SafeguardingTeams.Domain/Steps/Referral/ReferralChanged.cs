using System.Collections.Immutable;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Forms;

namespace SafeguardingTeams.Domain.Steps.Referral;

/// <summary>Answers of a referral were completed or corrected; the old values stay here, on the record (decision 16).</summary>
public sealed record ReferralChanged(ImmutableList<AnswerChange> Changes, string Reason) : CaseEvent
{
    /// <inheritdoc/>
    public override CaseFile ApplyTo(CaseFile file, RecordedEvent recorded) =>
        file with { Referral = file.Referral! with { Answers = AnswerChange.Apply(file.Referral.Answers, Changes) } };
}
