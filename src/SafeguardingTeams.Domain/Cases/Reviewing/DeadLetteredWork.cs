using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.Domain.Cases.Reviewing;

/// <summary>Something to be done in Outlook or SharePoint that waits for a person.</summary>
/// <param name="What">What, in plain words.</param>
/// <param name="Why">Why it could not be done.</param>
public sealed record DeadLetteredWork(string What, string Why);
