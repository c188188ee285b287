namespace SafeguardingTeams.Presentation.Cards;

/// <content>The verbs of the partnership's list of themes.</content>
public static partial class Verbs
{
    /// <summary>The list, and how many records carry each theme.</summary>
    public const string Themes = "themes";

    /// <summary>The records that carry a theme; or what else carries the themes of a record.</summary>
    public const string ThemeRecords = "theme-records";

    /// <summary>Add a theme.</summary>
    public const string ThemeAdd = "theme-add";

    /// <summary>Rename a theme.</summary>
    public const string ThemeRename = "theme-rename";

    /// <summary>Retire a theme.</summary>
    public const string ThemeRetire = "theme-retire";

    /// <summary>Use a retired theme again.</summary>
    public const string ThemeTakeUp = "theme-take-up";

    /// <summary>Map the free-text themes of a report to the list.</summary>
    public const string ThemeMap = "theme-map";

    /// <summary>Undo such a mapping.</summary>
    public const string ThemeUnmap = "theme-unmap";
}
