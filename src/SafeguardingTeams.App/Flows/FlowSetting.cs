namespace SafeguardingTeams.App.Flows;

/// <summary>Where flows may be called back; from the section <c>Connector</c> of the configuration.</summary>
public sealed class FlowSetting
{
    /// <summary>
    /// The hosts a callback may have: a name, or <c>*.</c> and a name for every host below it. Without any, no flow can subscribe.
    /// </summary>
    public IReadOnlyList<string> CallbackHosts { get; init; } = [];

    /// <summary>Whether flows on the same machine are called as well, without TLS: for a rehearsal.</summary>
    public bool Loopback { get; init; }

    /// <summary>How many subscriptions one subscriber may have.</summary>
    public int MostOfOne { get; init; } = 100;

    /// <summary>How long one call may take, by the machine's clock.</summary>
    public TimeSpan CallFor { get; init; } = TimeSpan.FromSeconds(10);
}
