using System.Text.Json.Nodes;

namespace SafeguardingTeams.Bot.Api.Wire;

/// <summary>A theme of the partnership's list.</summary>
internal sealed record ThemeRow
{
    [SaidAs("Theme", "The id of the theme.")]
    public required string Theme { get; init; }

    [SaidAs("Name", "The name of the theme in the list of the partnership.")]
    public required string Name { get; init; }

    [SaidAs("Records", "How many records carry it.")]
    public required int Records { get; init; }

    [SaidAs("Retired", "Whether it is given to nothing new.")]
    public required bool Retired { get; init; }
}

/// <summary>The themes.</summary>
internal sealed record ThemeRows
{
    [SaidAs("Themes", "The themes in the order of the list.")]
    public required IReadOnlyList<ThemeRow> Value { get; init; }
}

/// <summary>A record that is named and no more.</summary>
internal sealed record RecordName
{
    [SaidAs("Record", "The reference of the record.")]
    public required string Record { get; init; }

    [SaidAs("Kind", "What kind of record it is.")]
    public required string Kind { get; init; }

    [SaidAs("Link", "Where it is opened, by those with a part in it.")]
    public required string Link { get; init; }
}

/// <summary>Records that are named and no more.</summary>
internal sealed record RecordNames
{
    [SaidAs("Records", "The records that you may open.")]
    public required IReadOnlyList<RecordName> Value { get; init; }
}

/// <summary>A document that a flow may take.</summary>
internal sealed record DocumentRow
{
    [SaidAs("Document", "The id of the document.")]
    public required string Document { get; init; }

    [SaidAs("Kind", "What the document is, as a code.")]
    public required string Kind { get; init; }

    [SaidAs("Made", "When it was issued, where the list says so.")]
    public DateTimeOffset? Made { get; init; }
}

/// <summary>The documents that a flow may take.</summary>
internal sealed record DocumentRows
{
    [SaidAs("Documents", "The documents that you may take.")]
    public required IReadOnlyList<DocumentRow> Value { get; init; }
}

/// <summary>Something to choose.</summary>
internal sealed record Choice
{
    [SaidAs("Value", "What is sent.")]
    public required string Value { get; init; }

    [SaidAs("Title", "What is shown.")]
    public required string Title { get; init; }
}

/// <summary>What may be chosen.</summary>
internal sealed record Choices
{
    [SaidAs("Choices", "What may be chosen.")]
    public required IReadOnlyList<Choice> Value { get; init; }
}

/// <summary>The questions of a form.</summary>
internal sealed record FormQuestions
{
    [SaidAs("Schema", "The questions of the form, as a schema.")]
    public required JsonObject Schema { get; init; }
}

/// <summary>Who calls: what the partnership knows of the account, and no name.</summary>
internal sealed record Me
{
    [SaidAs("Application", "Whether an application calls in the name of nobody.")]
    public required bool Application { get; init; }

    [SaidAs("Agency", "The id of your agency.")]
    public string? Agency { get; init; }

    [SaidAs("Roles", "The roles you hold today.")]
    public required IReadOnlyList<string> Roles { get; init; }
}
