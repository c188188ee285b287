namespace SafeguardingTeams.Domain.Forms.Briefings;

/// <summary>What a briefing, or another anonymised text, is for (D4, E20, E23).</summary>
public enum BriefingPurpose
{
    /// <summary>A seven-minute briefing, for teams to talk about (E20).</summary>
    SevenMinutes,

    /// <summary>An anonymised copy for training (D4).</summary>
    Training,

    /// <summary>A paper for the TriBorough group (D4, E23).</summary>
    TriBorough,
}
