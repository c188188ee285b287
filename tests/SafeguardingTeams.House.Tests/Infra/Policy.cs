using System.Text.Json.Nodes;

namespace SafeguardingTeams.House.Tests.Infra;

/// <summary>Something every resource of a partnership keeps to.</summary>
/// <param name="Name">In a word.</param>
/// <param name="Broken">What breaks it, by the resource's type, name and what is wrong; nothing where it is kept.</param>
internal sealed record Policy(string Name, Func<Resources, IEnumerable<string>> Broken)
{
    /// <summary>Everything a policy asks for of values by their path: for each resource of a type, one of some values.</summary>
    internal static Policy OfValues(string name, params (string Type, string Path, string[] Values)[] rows) =>
        new(name, resources =>
            rows.SelectMany(row =>
                resources
                    .Typed(row.Type)
                    .Where(one => !row.Values.Contains(Resources.At(one, row.Path)))
                    .Select(one => Says(one, $"{row.Path} is {Resources.At(one, row.Path)}"))
                    .Concat(resources.Typed(row.Type).Any() ? [] : [$"{row.Type}: there is none"])
            )
        );

    internal static string Says(JsonObject resource, string what) => $"{Resources.Type(resource)} {Resources.Name(resource)}: {what}";
}
