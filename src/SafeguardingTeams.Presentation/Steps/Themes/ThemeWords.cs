using SafeguardingTeams.Domain.Actions;
using SafeguardingTeams.Domain.Briefings;
using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Learning;
using SafeguardingTeams.Domain.Reviews;
using SafeguardingTeams.Presentation.Wording;

namespace SafeguardingTeams.Presentation.Steps.Themes;

/// <summary>Where a record stands, in a few words and without a fact of it.</summary>
public static class ThemeWords
{
    /// <summary>Of a case.</summary>
    public static string Stands(CaseFile file) => $"Serious incident, {Stages.Short(file.Stage)}";

    /// <summary>Of a referral for practice learning.</summary>
    public static string Stands(LearningFile file) => $"Practice learning, {LearningWording.Short(file.Stage)}";

    /// <summary>Of a review or an audit.</summary>
    public static string Stands(ReviewFile file) => $"{ReviewRecordWording.Of(file.Plan!.Kind)}, {ReviewRecordWording.Short(file.Stage)}";

    /// <summary>Of a recommendation of a review.</summary>
    public static string Stands(ReviewRecommendation one) =>
        $"Recommendation {one.Number}, answered by {one.Plan.Bodies.Count - one.Missing.Count()} of {one.Plan.Bodies.Count}";

    /// <summary>Of an action, with what was found of what it changed.</summary>
    public static string Stands(ActionFile file) =>
        Written.Sentence(ActionWording.Short(file.Stage))
        + (
            file.Impact.FindLast(one => one is { Found: not null, Lapsed: false }) is { Found: { } found } known
                ? $". Found: {ActionWording.Of(found).ToLowerInvariant()}, {Written.ShortDay(London.DateOf(known.At))}"
                : ""
        );

    /// <summary>Of a briefing.</summary>
    public static string Stands(BriefingFile file) => $"{BriefingWording.Of(file.Plan!.Purpose)}, {BriefingWording.Short(file.Stage)}";
}
