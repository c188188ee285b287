using System.Collections.Immutable;

namespace SafeguardingTeams.Presentation.Documents.Letter;

/// <summary>The letters a partnership sends: shipped, or its own.</summary>
/// <param name="read">The template of each kind.</param>
public sealed class LetterTemplates(Func<LetterKind, LetterTemplate> read)
{
    private readonly ImmutableDictionary<LetterKind, LetterTemplate> _all = Enum.GetValues<LetterKind>()
        .ToImmutableDictionary(kind => kind, read);

    /// <summary>Those that are shipped.</summary>
    public static LetterTemplates Shipped { get; } = new(LetterTemplate.Shipped);

    /// <summary>One of them.</summary>
    public LetterTemplate Of(LetterKind kind) => _all[kind];
}
