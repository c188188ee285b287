using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Learning;
using SafeguardingTeams.Presentation.Wording;

namespace SafeguardingTeams.Presentation.Steps.Themes;

/// <summary>Where a record of either track stands, in a few words and without a fact of it.</summary>
public static class ThemeWords
{
    /// <summary>Of a case.</summary>
    public static string Stands(CaseFile file) => $"Serious incident, {Stages.Short(file.Stage)}";

    /// <summary>Of a referral for practice learning.</summary>
    public static string Stands(LearningFile file) => $"Practice learning, {LearningWording.Short(file.Stage)}";
}
