using System.Collections.Immutable;
using SafeguardingTeams.Domain.Group.Retaining;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Presentation.Wording;

namespace SafeguardingTeams.Presentation.Cards;

/// <summary>What every drawing knows.</summary>
/// <param name="CardInvocation">Unique to this drawing: pressing twice, or Teams delivering twice, is recognised by it.</param>
/// <param name="Words">The partnership's names and contacts.</param>
/// <param name="Viewer">Who looks.</param>
/// <param name="Now">The instant.</param>
/// <param name="Today">The London date.</param>
public sealed record CardContext(string CardInvocation, PartnershipWords Words, Actor Viewer, DateTimeOffset Now, DateOnly Today)
{
    /// <summary>The partnership's list of themes.</summary>
    public ImmutableList<Theme> Themes { get; init; } = [];

    /// <summary>The records that are held or to be reviewed, by reference (F3).</summary>
    public ImmutableSortedDictionary<string, Retained> Retained { get; init; } = ImmutableSortedDictionary<string, Retained>.Empty;
}

/// <summary>What is said on top of a card.</summary>
public sealed record Notice(NoticeKind Kind, string Text);

/// <summary>What kind of notice; said in words as well as by colour.</summary>
public enum NoticeKind
{
    /// <summary>Something was done.</summary>
    Done,

    /// <summary>Something to know.</summary>
    Information,

    /// <summary>Something is wrong.</summary>
    Problem,
}
