namespace SafeguardingTeams.Domain.Reviews;

/// <summary>Proceedings elsewhere that run beside a review (C22).</summary>
/// <param name="Number">From 1, in the order they were listed.</param>
/// <param name="Contact">Whom to ask about it.</param>
/// <param name="Next">The next date of it that is known: its passing asks again.</param>
/// <param name="HoldsPublication">Whether publication waits for it.</param>
/// <param name="Text">What there is to say of it.</param>
public sealed record Proceeding(int Number, ProceedingKind Kind, string Contact, DateOnly Next, bool HoldsPublication, string Text)
{
    /// <summary>How it ended; empty while it has not.</summary>
    public string Ended { get; init; } = "";
}

/// <summary>What kind of proceedings.</summary>
public enum ProceedingKind
{
    Criminal,
    Inquest,
    FamilyCourt,

    /// <summary>Another review, such as a domestic abuse related death review or a safeguarding adults review.</summary>
    AnotherReview,

    /// <summary>About somebody's conduct or fitness to practise, or a complaint.</summary>
    Conduct,

    Other,
}
