using System.Collections.Immutable;
using SafeguardingTeams.Domain.Forms.Briefings;
using SafeguardingTeams.Domain.Forms.InitialScoping;
using SafeguardingTeams.Domain.Forms.PracticeLearning;
using SafeguardingTeams.Domain.Forms.RapidReviewReport;
using SafeguardingTeams.Domain.Forms.ScopingRequest;
using SafeguardingTeams.Domain.Forms.SeriousIncidentReferral;

namespace SafeguardingTeams.Domain.Forms.Library;

/// <summary>Every version of every form. Versions are added, never edited.</summary>
public static class FormLibrary
{
    public static ImmutableArray<Form> All { get; } =
    [
        SeriousIncidentReferralV1.Form,
        ScopingRequestV1.Form,
        InitialScopingV1.Form,
        RapidReviewReportForms.Of2018,
        RapidReviewReportForms.Of2025,
        PracticeLearningV1.Form,
        BriefingForms.SevenMinutes,
        BriefingForms.Training,
        BriefingForms.TriBorough,
    ];

    /// <summary>The version that answers were given to.</summary>
    /// <exception cref="KeyNotFoundException">No such form: the stored data is newer than this program.</exception>
    public static Form Get(string id, int version) =>
        All.FirstOrDefault(form => form.Id == id && form.Version == version)
        ?? throw new KeyNotFoundException($"There is no version {version} of the form {id}.");
}
