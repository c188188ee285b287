namespace SafeguardingTeams.App.Reconciling;

/// <summary>A hold ran out, and somebody else is at work: what was being done is left to them.</summary>
public sealed class LeaseLostException : Exception;
