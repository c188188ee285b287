namespace SafeguardingTeams.Domain.Learning;

/// <summary>That good practice was fed back, or why it was not (E22).</summary>
/// <param name="Told">That the practitioner's manager was told; null where nobody was.</param>
/// <param name="WhyNot">Why nobody was; empty where somebody was.</param>
public sealed record FedBack(ManagerTold? Told, string WhyNot);

/// <summary>A practitioner's manager was told that their good work was seen.</summary>
/// <param name="Who">Role and agency of the manager.</param>
/// <param name="On">The day.</param>
/// <param name="How">By telephone, in a meeting and so on, and by whom.</param>
public sealed record ManagerTold(string Who, DateOnly On, string How);
