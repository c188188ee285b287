namespace SafeguardingTeams.Bot.Commands.Doctoring;

/// <summary>How something that was checked stands.</summary>
internal enum Verdict
{
    /// <summary>As it should be.</summary>
    Ok,

    /// <summary>To be put right.</summary>
    Wrong,

    /// <summary>It could not be checked, or only a person can see it.</summary>
    Unchecked,
}

/// <summary>One thing that was checked.</summary>
/// <param name="What">What was checked, and what was found.</param>
/// <param name="Do">What to do; empty where nothing is.</param>
internal sealed record Finding(Verdict Verdict, string What, string Do = "")
{
    internal static Finding Ok(string what) => new(Verdict.Ok, what);

    internal static Finding Wrong(string what, string @do) => new(Verdict.Wrong, what, @do);

    internal static Finding Unchecked(string what, string @do) => new(Verdict.Unchecked, what, @do);
}
