namespace SafeguardingTeams.House.Tests.Connector;

/// <summary>One of the rules that Microsoft publishes for connectors, with an example of what breaks it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Broken">Where it is broken; nothing where it is kept.</param>
/// <param name="Example">The files with something changed that breaks it.</param>
internal sealed record PublishedRule(
    string Name,
    Func<ConnectorFiles, IEnumerable<string>> Broken,
    Func<ConnectorFiles, ConnectorFiles> Example
)
{
    /// <summary>A rule of the definition.</summary>
    internal static PublishedRule Of(string name, Func<Swagger, IEnumerable<string>> broken, Action<Swagger> spoil) =>
        new(name, files => broken(files.Swagger), files => files.With(spoil));

    /// <summary>A rule that something is so.</summary>
    internal static PublishedRule That(string name, Func<Swagger, bool> kept, Action<Swagger> spoil) =>
        Of(name, swagger => kept(swagger) ? [] : [name], spoil);

    /// <summary>A rule of every operation.</summary>
    internal static PublishedRule Each(string name, Func<SwaggerOperation, bool> kept, Action<Swagger> spoil) =>
        Of(name, swagger => swagger.Operations.Where(one => !kept(one)).Select(one => one.Id), spoil);
}

/// <summary>All of them, by group.</summary>
internal static class PublishedRules
{
    internal static IReadOnlyList<PublishedRule> All { get; } =
    [
        .. FileRules.All,
        .. InfoRules.All,
        .. PlaceRules.All,
        .. OperationRules.All,
        .. ParameterRules.All,
        .. SchemaRules.All,
        .. ResponseRules.All,
        .. TriggerRules.All,
        .. DynamicRules.All,
        .. SettingsRules.All,
        .. IconRules.All,
    ];
}
