using System.Collections.Immutable;
using SafeguardingTeams.Domain.Actions;
using SafeguardingTeams.Domain.Figures;
using SafeguardingTeams.Domain.Forms;
using SafeguardingTeams.Domain.Forms.Briefings;
using SafeguardingTeams.Domain.Forms.PracticeLearning;
using SafeguardingTeams.Domain.Forms.RapidReviewReport;
using SafeguardingTeams.Domain.Forms.SeriousIncidentReferral;
using SafeguardingTeams.Domain.Group;
using SafeguardingTeams.Domain.Learning;
using SafeguardingTeams.Domain.Meetings;
using SafeguardingTeams.Domain.Reviews;

namespace SafeguardingTeams.Presentation.Wording;

/// <summary>What the figures of reports are called.</summary>
internal static class FigureWords
{
    /// <summary>In place of a number that is hidden (E25).</summary>
    internal const string Hidden = "hidden";

    private static readonly ImmutableDictionary<(string Table, string Row), string> Rows = new Dictionary<(string, string), string>
    {
        [("incidents", "referred")] = "Serious incidents referred",
        [("incidents", "died")] = "Children who died",
        [("incidents", "harmed")] = "Children seriously harmed",
        [("incidents", "reached")] = "Threshold reached",
        [("incidents", "notified")] = "Notified to the national Panel",
        [("incidents", "notified-in-time")] = "Notified within the limit",
        [("incidents", "notified-longest")] = "Notifications: most calendar days over the limit",
        [("incidents", "reported")] = "Rapid Reviews sent to the Panel",
        [("incidents", "reported-in-time")] = "Rapid Reviews sent within the limit",
        [("incidents", "reported-longest")] = "Rapid Reviews: most calendar days over the limit",
        [("incidents", "returned-in-time")] = "Agencies' returns within the limit",
        [("incidents", "panel-concurs")] = "The Panel concurs",
        [("practice-learning", "referred")] = "Referred for practice learning",
        [("practice-learning", "decided")] = "Decided by the group",
        [("practice-learning", "told-in-time")] = "Referrers told within the limit",
        [("reviews-time", "done-in-time")] = "Published or done within the limit",
        [("reviews-time", "longest")] = "Most calendar days over the limit",
        [("reviews-time", "declined")] = "Reviews the leads decided against",
        [("recommendations", "answered")] = "Answers received",
        [("agreed-actions", "agreed")] = "Agreed",
        [("agreed-actions", "done")] = "Reported as done",
        [("agreed-actions", "accepted")] = "Accepted as done",
        [("agreed-actions", "ended")] = "Ended or withdrawn",
        [("agreed-actions", "open")] = "Open on the last day",
        [("agreed-actions", "late")] = "Late on the last day",
        [("agreed-actions", "impact-known")] = "Accepted ones whose impact is known",
        [("meetings", "scheduled")] = "Scheduled meetings held",
        [("meetings", "special")] = "Special meetings held",
        [("meetings", "decided")] = "Items decided",
        [("learning-events", "held")] = "Learning events held",
        [("learning-events", "people")] = "People they reached",
        [("learning-events", "followed-up")] = "Followed up within the limit",
        [("briefings", nameof(BriefingPurpose.SevenMinutes))] = "Seven-minute briefings sent",
        [("briefings", nameof(BriefingPurpose.Training))] = "Copies for training sent",
        [("briefings", nameof(BriefingPurpose.TriBorough))] = "Papers for the TriBorough group sent",
        [("briefings", "answered-in-time")] = "Agencies that answered within the limit",
        [("briefings", "people")] = "People reached, as agencies say",
    }.ToImmutableDictionary();

    /// <summary>The title of a table.</summary>
    internal static string Table(string id) =>
        id switch
        {
            "incidents" => "Serious incidents",
            "outcomes" => "What Rapid Reviews recommended",
            "practice-learning" => "Practice learning",
            "learning-kinds" => "Kinds of practice learning",
            "learning-outcomes" => "What the group decided on practice learning",
            "reviews" => "Reviews and audits",
            "reviews-time" => "Time taken by reviews and audits",
            "review-delays" => "Why reviews and audits took longer",
            "recommendations" => "What bodies answered to recommendations",
            "agreed-actions" => "Actions",
            "agencies" => "Actions by agency",
            "impact" => "What actions changed",
            "meetings" => "Meetings of the group",
            "learning-events" => "Learning events",
            "briefings" => "Briefings",
            "attendance" => "Attendance by seat",
            "themes" => "Themes",
            "age" => "Age of the children",
            "child-gender" => "Gender of the children",
            "ethnic" => "Ethnic origin of the children",
            "care" => "Whether the children were looked after",
            "agency" => "Who referred serious incidents",
            "learning-agency" => "Who referred practice learning",
            "part-children" => "Children taking part in reviews",
            "part-families" => "Families taking part in reviews",
            "part-practitioners" => "Practitioners taking part in reviews",
            _ => throw new InvalidOperationException($"The table {id} has no title."),
        };

    /// <summary>What a row is.</summary>
    /// <param name="names">What themes, agencies and seats are called.</param>
    internal static string Row(string table, string row, ImmutableSortedDictionary<string, string> names) =>
        table switch
        {
            "outcomes" => RapidReviewReportForms.Outcomes.FirstOrDefault(one => one.Value == row)?.Label ?? row,
            "learning-kinds" => PracticeLearningV1.KindsOfLearning.Options.FirstOrDefault(one => one.Value == row)?.Label ?? row,
            "learning-outcomes" => Written.Sentence(LearningWording.Of(Enum.Parse<LearningOutcome>(row))),
            "reviews" => Written.Sentence(ReviewRecordWording.Of(Enum.Parse<ReviewKind>(row))),
            "review-delays" => Written.Sentence(ReviewRecordWording.Of(Enum.Parse<DelayReason>(row))),
            "recommendations" when Enum.TryParse<RecommendationReply>(row, out var reply) => Written.Sentence(
                RecommendationWording.Of(reply)
            ),
            "impact" => Written.Sentence(ActionWording.Of(Enum.Parse<ImpactFound>(row))),
            "agencies" or "agency" or "learning-agency" => row is "" or Characteristics.OtherAgency
                ? "Another agency"
                : names.GetValueOrDefault(row, "An agency of before"),
            "themes" => names.GetValueOrDefault(row, "A theme of before"),
            "attendance" => names.GetValueOrDefault(row, "A seat of before"),
            "part-children" or "part-families" or "part-practitioners" => Part(Enum.Parse<ParticipationAnswer>(row)),
            "age" => Age(row),
            "child-gender" => Label(ChildCodes.Genders, row),
            "ethnic" => Label(ChildCodes.EthnicOrigins, row),
            "care" => Label(ChildCodes.Care, row),
            _ => Rows[(table, row)],
        };

    /// <summary>What a column is; empty where a table has one.</summary>
    internal static string Column(string table, string column) =>
        table == "attendance"
            ? MeetingWording.Of(Enum.Parse<Presence>(column))
            : column switch
            {
                "" => "How many",
                "begun" => "Begun",
                "done" => "Done",
                "open" => "Open on the last day",
                "agreed" => "Agreed",
                "late" => "Late on the last day",
                _ => throw new InvalidOperationException($"The column {column} has no title."),
            };

    /// <summary>What a report is called.</summary>
    internal static string Of(GroupReportKind kind) =>
        kind switch
        {
            GroupReportKind.Yearly => "Yearly report",
            GroupReportKind.Executive => "Update to the Executive Partnership",
            GroupReportKind.Monitoring => "Update to the Development, Monitoring and Challenge Partnership",
            GroupReportKind.AuditGroup => "Update to the Audit Group",
        };

    /// <summary>Short enough for a heading.</summary>
    internal static string Short(GroupReport report) =>
        report.Kind switch
        {
            GroupReportKind.Yearly => $"Yearly report {ReportPeriod.Named(report.Year)}",
            GroupReportKind.Executive => "Executive update",
            GroupReportKind.Monitoring => "Monitoring update",
            GroupReportKind.AuditGroup => "Audit Group update",
        };

    private static string Part(ParticipationAnswer answer) =>
        answer switch
        {
            ParticipationAnswer.TakesPart => "Offered, and took part",
            ParticipationAnswer.Declined => "Offered, and declined",
            ParticipationAnswer.NotYet => "Offered, and not answered",
            ParticipationAnswer.NotAsked => "Not offered, for a reason",
        };

    private static string Age(string band) =>
        band switch
        {
            "under-1" => "Under 1",
            "18-over" => "18 and over",
            AgeBands.NotKnown => "Not known",
            _ => band.Replace("-", " to ", StringComparison.Ordinal),
        };

    private static string Label(ImmutableArray<Option> options, string value) =>
        options.FirstOrDefault(one => one.Value == value)?.Label ?? value;
}
