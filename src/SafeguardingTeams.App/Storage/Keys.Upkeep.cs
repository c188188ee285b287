namespace SafeguardingTeams.App.Storage;

/// <summary>Rows that are of no record: of the table as a whole, and of a copy that was put back.</summary>
internal static partial class Keys
{
    /// <summary>Which programs may work with the table.</summary>
    internal const string Version = "meta|version";

    /// <summary>The keys of sign-in cookies.</summary>
    internal const string CookieKeys = "meta|cookie-key|";

    /// <summary>A copy is being put back and is not whole yet.</summary>
    internal const string Restoring = "meta|restoring";

    /// <summary>A copy was put back: reminders wait for a person.</summary>
    internal const string Held = "rule|held";

    /// <summary>What waited in the queues of a copy that was put back.</summary>
    internal const string HeldBack = "held|";
}
