using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Forms.RapidReviewReport;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.Domain.Steps.Themes;

/// <summary>
/// Operations map a free-text theme of a Rapid Review's report (B16) to a theme of the partnership's list: a person does, never the
/// machine. The report stays as it is.
/// </summary>
/// <param name="Words">The theme as it stands in the report.</param>
/// <param name="Theme">The id of the theme of the list.</param>
public sealed record MapTheme(CaseId CaseId, string Words, string Theme) : CaseCommand(CaseId)
{
    /// <inheritdoc/>
    public override Step Step => Step.MapThemes;

    /// <inheritdoc/>
    protected override Decision Decide(Records<CaseFile> files, DecisionContext context)
    {
        var words = new ReportAnswers(files.This.Review.Record).ThemeWords.Find(one =>
            one.Equals(Words.Trim(), StringComparison.OrdinalIgnoreCase)
        );
        return files.This.Review.Agreed is null || words is null
                ? Decision.Refuse(new("answer-needed", "Choose one of the report's themes.", "words"))
            : context.Themes.Find(theme => theme.Id == Theme && theme.IsInUse) is not { } theme
                ? Decision.Refuse(new("answer-needed", "Choose a theme of the list.", "listed"))
            : files.This.Themes.Exists(mapped => mapped.Words == words && mapped.Theme.Id == theme.Id)
                ? Decision.Refuse(new("nothing-changed", "These words are mapped to this theme already."))
            : Decision.Accept(CaseId, new ReportThemeMapped(words, new(theme.Id, theme.Name)));
    }
}

/// <summary>A free-text theme of the report was mapped to a theme of the list.</summary>
public sealed record ReportThemeMapped(string Words, ChosenTheme Theme) : CaseEvent
{
    /// <inheritdoc/>
    public override string StoredName => "ReportThemeMapped.v1";

    /// <inheritdoc/>
    public override CaseFile ApplyTo(CaseFile file, RecordedEvent recorded) => file with { Themes = file.Themes.Add(new(Words, Theme)) };

    /// <inheritdoc/>
    public override IEnumerable<Effect> WhatFollows(CaseFile after) => [];
}

/// <summary>Undoes a mapping, with a reason.</summary>
public sealed record UnmapTheme(CaseId CaseId, string Words, string Theme, string Reason) : CaseCommand(CaseId)
{
    /// <inheritdoc/>
    public override Step Step => Step.MapThemes;

    /// <inheritdoc/>
    protected override Decision Decide(Records<CaseFile> files, DecisionContext context) =>
        files.This.Themes.Find(mapped => mapped.Words == Words && mapped.Theme.Id == Theme) is not { } there
            ? Decision.Refuse(new("answer-needed", "Choose what is to be undone.", "mapped"))
        : string.IsNullOrWhiteSpace(Reason) ? Decision.Refuse(Reasons.Needed("Say why these words do not mean this theme after all."))
        : Reasons.TooLong(Reason) is { } refusal ? Decision.Refuse(refusal)
        : Decision.Accept(CaseId, new ReportThemeUnmapped(there.Words, there.Theme, Reason.Trim()));
}

/// <summary>A mapping was undone.</summary>
public sealed record ReportThemeUnmapped(string Words, ChosenTheme Theme, string Reason) : CaseEvent
{
    /// <inheritdoc/>
    public override string StoredName => "ReportThemeUnmapped.v1";

    /// <inheritdoc/>
    public override CaseFile ApplyTo(CaseFile file, RecordedEvent recorded) =>
        file with
        {
            Themes = file.Themes.RemoveAll(mapped => mapped.Words == Words && mapped.Theme.Id == Theme.Id),
        };

    /// <inheritdoc/>
    public override IEnumerable<Effect> WhatFollows(CaseFile after) => [];
}
