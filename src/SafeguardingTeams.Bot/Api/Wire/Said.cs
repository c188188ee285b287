namespace SafeguardingTeams.Bot.Api.Wire;

/// <summary>How a parameter or a property is called in a flow: title case, at most 80 characters.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
internal sealed class SaidAsAttribute(string title, string description) : Attribute
{
    internal string Title { get; } = title;

    /// <summary>A full sentence.</summary>
    internal string Description { get; } = description;

    /// <summary>Whether it is shown in a flow only where somebody asks for more.</summary>
    public bool Advanced { get; init; }

    /// <summary>The operation that lists what may be chosen; empty where anything may be given.</summary>
    public string ChosenFrom { get; init; } = "";

    /// <summary>The parameter or property on which the list depends; empty where on none.</summary>
    public string ChosenBy { get; init; } = "";

    /// <summary>What the list is asked for with, where that is the same always; empty where it is not.</summary>
    public string ChosenWith { get; init; } = "";

    /// <summary>The operation that gives the schema; empty where it is fixed.</summary>
    public string SchemaFrom { get; init; } = "";

    /// <summary>Whether it is the address that Power Automate waits at.</summary>
    public bool IsCallback { get; init; }
}
