using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Forms.RapidReviewReport;

namespace SafeguardingTeams.Presentation.Wording;

/// <summary>What a Rapid Review recommends, in words (B17).</summary>
internal static class Outcomes
{
    /// <summary>The outcome's full label, with what was stated to it and what stands beside it.</summary>
    internal static string Full(CaseFile file)
    {
        var record = new ReportAnswers(file.Review.Record);
        var label = Label(file);
        var stated = record.Stated;
        var beside = file.Review.Agreed?.Beside ?? record.Beside;
        return $"{label}{(stated.Length > 0 ? $": {stated}" : "")}{(beside.Length > 0 ? $"; beside it, consideration of {beside}" : "")}";
    }

    /// <summary>The outcome's label alone, without anything somebody typed.</summary>
    internal static string Label(CaseFile file)
    {
        var outcome = file.Review.Agreed?.Outcome ?? new ReportAnswers(file.Review.Record).Outcome;
        return RapidReviewReportForms.Outcomes.FirstOrDefault(option => option.Value == outcome)?.Label ?? "not recorded";
    }

    /// <summary>What the referrer is told: what follows, not how it was weighed (F1).</summary>
    internal static string Outward(CaseFile file) => file.Review.Agreed is null ? "" : $"It recommends: {Full(file)}.";
}
