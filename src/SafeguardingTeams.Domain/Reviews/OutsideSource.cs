using SafeguardingTeams.Domain.Actions;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.Domain.Reviews;

/// <summary>Where something is done, or was published, that is followed or considered here (C7, C21).</summary>
/// <param name="Body">Which body: another partnership or board, the national Panel.</param>
/// <param name="Reference">Their reference; may be empty.</param>
/// <param name="Link">Where it can be read; may be empty.</param>
public sealed record OutsideSource(string Body, string Reference, string Link)
{
    /// <summary>What is wrong with it, each naming its field: <c>whose</c>, <c>theirs</c>, <c>link</c>.</summary>
    internal IEnumerable<Refusal?> Refusals() =>
        [
            Said.Needed(Body, "whose", "Enter which body does it, or published it.", Said.LongestLine),
            Said.TooLong(Reference, "theirs", Said.LongestLine),
            Said.TooLong(Link, "link", Said.LongestLine),
        ];

    /// <summary>As it is kept.</summary>
    internal OutsideSource Trimmed() => new(Body.Trim(), Reference.Trim(), Link.Trim());
}

/// <summary>What the group says of something national (C21).</summary>
public enum NationalAnswer
{
    /// <summary>It does not concern this area.</summary>
    NotOurs,

    /// <summary>It concerns us, and what it asks is done already.</summary>
    DoneAlready,

    /// <summary>It concerns us, and something is to be done: it is agreed as an action.</summary>
    ToBeDone,
}

/// <summary>What was heard of something another body does (C7).</summary>
/// <param name="By">Who recorded it, as others saw them.</param>
public sealed record HeardElsewhere(DateOnly On, string Text, string By);
