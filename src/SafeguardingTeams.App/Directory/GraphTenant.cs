namespace SafeguardingTeams.App.Directory;

/// <summary>The tenant the SharePoint site is in: people of other organisations are guests there.</summary>
public sealed record GraphTenant(string Id)
{
    /// <summary>Whether an account is of it.</summary>
    internal bool Has(Account account) => account.TenantId.Equals(Id, StringComparison.OrdinalIgnoreCase);
}
