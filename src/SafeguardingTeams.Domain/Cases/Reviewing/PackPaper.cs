namespace SafeguardingTeams.Domain.Cases.Reviewing;

/// <summary>A paper of the document pack.</summary>
/// <param name="Key">Names it in the case: letters, digits, hyphens and full stops.</param>
/// <param name="Name">As people call it.</param>
/// <param name="Missing">Why it is not there; empty where it is.</param>
public sealed record PackPaper(string Key, string Name, string Missing);
