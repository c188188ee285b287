using System.Collections.Frozen;
using System.Reflection;
using SafeguardingTeams.Presentation.Cards;

namespace SafeguardingTeams.App.CardActions;

/// <summary>Every verb with its one handler; does not start where a verb has none, or two.</summary>
internal sealed class HandlersByVerb
{
    private readonly FrozenDictionary<string, CardHandler> _handlers;

    /// <summary>Collects them.</summary>
    /// <exception cref="InvalidOperationException">Says which verbs have no handler, two, or are none of ours.</exception>
    public HandlersByVerb(IEnumerable<ICardHandlers> families)
        : this(families.SelectMany(family => family.Handlers), Known) { }

    internal HandlersByVerb(IEnumerable<CardHandler> handlers, IReadOnlyCollection<string> known)
    {
        var all = handlers.ToLookup(handler => handler.Verb, StringComparer.Ordinal);
        var wrong = known
            .Where(verb => !all.Contains(verb))
            .Select(verb => $"\"{verb}\" has no handler")
            .Concat(all.Where(verb => verb.Count() > 1).Select(verb => $"\"{verb.Key}\" has more than one handler"))
            .Concat(all.Where(verb => !known.Contains(verb.Key)).Select(verb => $"\"{verb.Key}\" is no constant of {nameof(Verbs)}"))
            .ToList();
        _handlers =
            wrong.Count == 0
                ? all.ToFrozenDictionary(verb => verb.Key, verb => verb.Single(), StringComparer.Ordinal)
                : throw new InvalidOperationException($"Verbs of cards: {string.Join("; ", wrong)}.");
    }

    /// <summary>Every constant of <see cref="Verbs"/> that is a verb: <see cref="Verbs.Do"/> names a key.</summary>
    internal static IReadOnlyCollection<string> Known { get; } =
    [
        .. typeof(Verbs)
            .GetFields(BindingFlags.Public | BindingFlags.Static)
            .Where(field => field.IsLiteral && field.Name != nameof(Verbs.Do))
            .Select(field => (string)field.GetRawConstantValue()!),
    ];

    /// <summary>What answers a verb; null for one that is none of ours, which anybody may send.</summary>
    internal CardHandler? Of(string verb) => _handlers.GetValueOrDefault(verb);
}
