namespace SafeguardingTeams.App.Directory;

/// <summary>One account somebody signs in with: the tenant and the object id in it, both lower-case GUIDs.</summary>
public sealed record Account(string TenantId, string ObjectId)
{
    /// <inheritdoc/>
    public override string ToString() => $"{TenantId}/{ObjectId}";
}
