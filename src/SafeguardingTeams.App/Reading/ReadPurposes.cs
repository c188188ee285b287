using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Presentation.Cards;

namespace SafeguardingTeams.App.Reading;

/// <summary>For what somebody looks, by what they asked for and where.</summary>
internal static class ReadPurposes
{
    /// <summary>The channel of flows and apps.</summary>
    internal const string PowerPlatform = "Power Platform";

    /// <summary>How it begins where a record is given out; for whom follows.</summary>
    internal const string Disclosed = "disclosure: ";

    private static readonly string[] Documents = ["document-", "upload", "intake"];

    /// <summary>What only reads; every other verb of a card is a step, or a form of one.</summary>
    private static readonly HashSet<string> Read = new(StringComparer.Ordinal)
    {
        Verbs.OpenCase,
        Verbs.Timeline,
        Verbs.ReadReferral,
        Verbs.Timetable,
        Verbs.PortalFacts,
        Verbs.OpenLearning,
        Verbs.OpenAction,
        Verbs.OpenGroupMeeting,
        Verbs.OpenReview,
        Verbs.OpenBriefing,
        Verbs.OpenReport,
        Verbs.LearningTimeline,
        Verbs.ActionHistory,
        Verbs.GroupMeetingTimeline,
        Verbs.ReviewHistory,
        Verbs.BriefingHistory,
    };

    internal static ReadPurpose Of(Reader reader) =>
        reader.Channel == PowerPlatform ? ReadPurpose.Flow
        : reader.What == Verbs.Find ? ReadPurpose.Search
        : reader.What == Verbs.WhoLooked ? ReadPurpose.Audit
        : reader.What.StartsWith(Disclosed, StringComparison.Ordinal) ? ReadPurpose.Disclosure
        : reader.What.StartsWith("tab-", StringComparison.Ordinal) ? ReadPurpose.Oversight
        : Documents.Any(one => reader.What.StartsWith(one, StringComparison.Ordinal)) ? ReadPurpose.Document
        : Read.Contains(reader.What) ? ReadPurpose.Reading
        : ReadPurpose.Step;
}
