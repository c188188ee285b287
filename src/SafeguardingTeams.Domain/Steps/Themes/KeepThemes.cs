using System.Collections.Immutable;
using System.Globalization;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Group;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.Domain.Steps.Themes;

/// <summary>Operations or the Chair add a theme to the partnership's list.</summary>
public sealed record AddTheme(string Name) : GroupCommand
{
    /// <inheritdoc/>
    public override Step Step => Step.KeepThemes;

    /// <inheritdoc/>
    protected override Decision Decide(Records<GroupFile> files, DecisionContext context)
    {
        var group = files.This;
        return ThemeNames.TooMany(group, "name") is { } full ? Decision.Refuse(full)
            : group.Themes.Count >= Theme.Most
                ? Decision.Refuse(new("too-many", $"The list holds {Theme.Most} themes, which is the most. Rename one.", "name"))
            : ThemeNames.Wrong(group, Name, "") is { } refusal ? Decision.Refuse(refusal)
            : Decision.Accept(
                group.Ref,
                new ThemeAdded($"theme-{(group.Themes.Count + 1).ToString(CultureInfo.InvariantCulture)}", Name.Trim())
            );
    }
}

/// <summary>A theme was added to the list.</summary>
public sealed record ThemeAdded(string Id, string Name) : GroupEvent
{
    /// <inheritdoc/>
    public override string StoredName => "ThemeAdded.v1";

    /// <inheritdoc/>
    public override GroupFile ApplyTo(GroupFile group, RecordedEvent recorded) => group with { Themes = group.Themes.Add(new(Id, Name)) };

    /// <inheritdoc/>
    public override IEnumerable<Effect> WhatFollows(GroupFile after) => [];
}

/// <summary>A theme is called otherwise from now on; what carries it carries it still.</summary>
public sealed record RenameTheme(string Id, string Name) : GroupCommand
{
    /// <inheritdoc/>
    public override Step Step => Step.KeepThemes;

    /// <inheritdoc/>
    protected override Decision Decide(Records<GroupFile> files, DecisionContext context) =>
        files.This.Themes.Find(theme => theme.Id == Id) is not { } there ? Decision.Refuse(ThemeNames.NoTheme)
        : there.Name == Name.Trim() ? Decision.Refuse(new("nothing-changed", "It is called this already.", "name"))
        : ThemeNames.Wrong(files.This, Name, Id) is { } refusal ? Decision.Refuse(refusal)
        : Decision.Accept(files.This.Ref, new ThemeRenamed(Id, there.Name, Name.Trim()));
}

/// <summary>A theme was renamed.</summary>
/// <param name="Before">What it was called before.</param>
public sealed record ThemeRenamed(string Id, string Before, string Name) : GroupEvent
{
    /// <inheritdoc/>
    public override string StoredName => "ThemeRenamed.v1";

    /// <inheritdoc/>
    public override GroupFile ApplyTo(GroupFile group, RecordedEvent recorded) =>
        ThemeNames.Changed(group, Id, theme => theme with { Name = Name });

    /// <inheritdoc/>
    public override IEnumerable<Effect> WhatFollows(GroupFile after) => [];
}

/// <summary>A theme is chosen no more, with the reason; what carries it carries it still.</summary>
public sealed record RetireTheme(string Id, string Reason) : GroupCommand
{
    /// <inheritdoc/>
    public override Step Step => Step.KeepThemes;

    /// <inheritdoc/>
    protected override Decision Decide(Records<GroupFile> files, DecisionContext context) =>
        files.This.Themes.Find(theme => theme.Id == Id) is not { } there ? Decision.Refuse(ThemeNames.NoTheme)
        : !there.IsInUse ? Decision.Refuse(new("nothing-changed", "It is retired already.", "listed"))
        : string.IsNullOrWhiteSpace(Reason) ? Decision.Refuse(Reasons.Needed("Say why it is chosen no more."))
        : Reasons.TooLong(Reason) is { } refusal ? Decision.Refuse(refusal)
        : Decision.Accept(files.This.Ref, new ThemeRetired(Id, Reason.Trim()));
}

/// <summary>A theme was retired.</summary>
public sealed record ThemeRetired(string Id, string Reason) : GroupEvent
{
    /// <inheritdoc/>
    public override string StoredName => "ThemeRetired.v1";

    /// <inheritdoc/>
    public override GroupFile ApplyTo(GroupFile group, RecordedEvent recorded) =>
        ThemeNames.Changed(group, Id, theme => theme with { RetiredBecause = Reason });

    /// <inheritdoc/>
    public override IEnumerable<Effect> WhatFollows(GroupFile after) => [];
}

/// <summary>A retired theme is in use again, with the reason (PD16).</summary>
public sealed record TakeUpTheme(string Id, string Reason) : GroupCommand
{
    /// <inheritdoc/>
    public override Step Step => Step.KeepThemes;

    /// <inheritdoc/>
    protected override Decision Decide(Records<GroupFile> files, DecisionContext context) =>
        files.This.Themes.Find(theme => theme.Id == Id) is not { } there ? Decision.Refuse(ThemeNames.NoTheme)
        : there.IsInUse ? Decision.Refuse(new("nothing-changed", "It is in use already.", "listed"))
        : ThemeNames.TooMany(files.This, "listed") is { } full ? Decision.Refuse(full)
        : string.IsNullOrWhiteSpace(Reason) ? Decision.Refuse(Reasons.Needed("Say why it is used again."))
        : Reasons.TooLong(Reason) is { } refusal ? Decision.Refuse(refusal)
        : Decision.Accept(files.This.Ref, new ThemeTakenUp(Id, Reason.Trim()));
}

/// <summary>A retired theme is in use again.</summary>
public sealed record ThemeTakenUp(string Id, string Reason) : GroupEvent
{
    /// <inheritdoc/>
    public override string StoredName => "ThemeTakenUp.v1";

    /// <inheritdoc/>
    public override GroupFile ApplyTo(GroupFile group, RecordedEvent recorded) =>
        ThemeNames.Changed(group, Id, theme => theme with { RetiredBecause = "" });

    /// <inheritdoc/>
    public override IEnumerable<Effect> WhatFollows(GroupFile after) => [];
}

/// <summary>What the steps on the list share.</summary>
internal static class ThemeNames
{
    internal static Refusal NoTheme { get; } = new("answer-needed", "Choose a theme.", "listed");

    /// <summary>That no more can be in use; null where more can.</summary>
    internal static Refusal? TooMany(GroupFile group, string field) =>
        group.Themes.Count(theme => theme.IsInUse) >= Theme.MostInUse
            ? new("too-many", $"{Theme.MostInUse} themes are in use, which is the most. Retire one first.", field)
            : null;

    /// <summary>What is wrong with a name; null where nothing is.</summary>
    /// <param name="id">The theme that is to have it; empty for a new one.</param>
    internal static Refusal? Wrong(GroupFile group, string name, string id)
    {
        var like = group.Themes.Find(theme => theme.Id != id && theme.Name.Equals(name.Trim(), StringComparison.OrdinalIgnoreCase));
        return string.IsNullOrWhiteSpace(name) ? new("answer-needed", "Enter what the theme is called.", "name")
            : name.Trim().Length > Theme.LongestName ? new("too-long", $"Shorten it to {Theme.LongestName} characters or fewer.", "name")
            : like is { IsInUse: true } ? new("nothing-changed", "A theme of the list is called this already.", "name")
            : like is not null ? new("nothing-changed", "A retired theme is called this. Use that one again.", "name")
            : null;
    }

    internal static GroupFile Changed(GroupFile group, string id, Func<Theme, Theme> change) =>
        group with
        {
            Themes = [.. group.Themes.Select(theme => theme.Id == id ? change(theme) : theme)],
        };
}
