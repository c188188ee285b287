namespace SafeguardingTeams.Domain.Cases.Reviewing;

/// <summary>Of what operations enter for an agency: who told them, when and how (B7).</summary>
/// <param name="Who">Name or role, and job title, as they were understood.</param>
/// <param name="On">The day they said so.</param>
public sealed record HeardFrom(string Who, DateOnly On, HeardBy How)
{
    /// <summary>The longest description of somebody, in characters.</summary>
    public const int Longest = 200;
}

/// <summary>How operations were told.</summary>
public enum HeardBy
{
    Telephone,

    /// <summary>By email, or by post.</summary>
    Mail,

    /// <summary>In a meeting, or face to face.</summary>
    Meeting,
}
