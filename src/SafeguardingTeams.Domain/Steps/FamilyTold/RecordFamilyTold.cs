using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.Domain.Steps.FamilyTold;

/// <summary>
/// Operations or the Chair record when and by whom the family, or one of them, was told of the Rapid Review: the beginning of the
/// family's part (C4, C13). The system itself writes nothing to a family. Recorded again for the same people it is corrected (PD16).
/// </summary>
/// <param name="Whom">Who was told: "the family", "mother", "grandparents".</param>
/// <param name="On">The day.</param>
/// <param name="By">Who told them: role and agency.</param>
/// <param name="Reason">Why it is corrected; empty the first time.</param>
public sealed record RecordFamilyTold(CaseId CaseId, string Whom, DateOnly On, string By, string Reason) : CaseCommand(CaseId)
{
    /// <summary>The longest answer, in characters.</summary>
    public const int Longest = 200;

    /// <inheritdoc/>
    public override Step Step => Step.RecordFamilyTold;

    /// <inheritdoc/>
    protected override Decision Decide(Records<CaseFile> files, DecisionContext context)
    {
        var told = new FamilyTold(Whom.Trim(), On, By.Trim(), Reason.Trim());
        return told.Whom.Length == 0 ? Decision.Refuse(new("answer-needed", "Enter who was told.", "whom"))
            : told.By.Length == 0 ? Decision.Refuse(new("answer-needed", "Enter who told them: role and agency.", "by"))
            : told.Whom.Length > Longest ? Decision.Refuse(TooLong("whom"))
            : told.By.Length > Longest ? Decision.Refuse(TooLong("by"))
            : On > context.Today
                ? Decision.Refuse(new("in-future", "This date is in the future. Enter today's date or an earlier one.", "date"))
            : FamilyTold.Of(files.This, told.Whom) is not { } before ? Decision.Accept(CaseId, told with { Reason = "" })
            : (before.On, before.By) == (told.On, told.By) ? Decision.Refuse(new("nothing-changed", "This is what is recorded already."))
            : told.Reason.Length == 0 ? Decision.Refuse(Reasons.Needed("This is recorded already. Say why it is corrected."))
            : Reasons.TooLong(Reason) is { } refusal ? Decision.Refuse(refusal)
            : Decision.Accept(CaseId, told);

        static Refusal TooLong(string field) => new("too-long", $"Shorten it to {Longest} characters or fewer.", field);
    }
}

/// <summary>The family, or one of them, was told of the Rapid Review (C4, C13); with a reason, what was recorded was corrected.</summary>
public sealed record FamilyTold(string Whom, DateOnly On, string By, string Reason) : CaseEvent
{
    /// <inheritdoc/>
    public override string StoredName => "FamilyTold.v1";

    /// <summary>What is recorded of these people; null where nothing is.</summary>
    public static FamilyTold? Of(CaseFile file, string whom) =>
        file
            .History.Select(recorded => recorded.Event)
            .OfType<FamilyTold>()
            .LastOrDefault(told => told.Whom.Equals(whom, StringComparison.OrdinalIgnoreCase));

    /// <inheritdoc/>
    public override CaseFile ApplyTo(CaseFile file, RecordedEvent recorded) => file;

    /// <inheritdoc/>
    public override IEnumerable<Effect> WhatFollows(CaseFile after) => [];
}
