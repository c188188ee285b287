using System.Reflection;

namespace SafeguardingTeams.Presentation.Steps;

/// <summary>
/// Finds the words of every step: each folder here holds a class of the same name and property, and there is no list to add it to. An
/// event or a message without words fails a test that names it.
/// </summary>
internal static class StepWords
{
    /// <summary>What every step's class of a name says, in the order of their names.</summary>
    /// <typeparam name="T">What they say.</typeparam>
    /// <param name="className">The class in each step's folder.</param>
    /// <param name="property">Its static property.</param>
    internal static IEnumerable<T> Of<T>(string className, string property) =>
        typeof(StepWords)
            .Assembly.GetTypes()
            .Where(type =>
                type.Name == className && type.Namespace!.StartsWith($"{typeof(StepWords).Namespace}.", StringComparison.Ordinal)
            )
            .OrderBy(type => type.FullName, StringComparer.Ordinal)
            .Select(type =>
                (T)type.GetProperty(property, BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.Public)!.GetValue(null)!
            );
}
