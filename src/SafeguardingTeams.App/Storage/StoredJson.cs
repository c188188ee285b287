using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Forms;
using SafeguardingTeams.Domain.Steps.Alert;
using SafeguardingTeams.Domain.Steps.Approval;
using SafeguardingTeams.Domain.Steps.Awareness;
using SafeguardingTeams.Domain.Steps.Chasing;
using SafeguardingTeams.Domain.Steps.GroupMeeting;
using SafeguardingTeams.Domain.Steps.InformingLeads;
using SafeguardingTeams.Domain.Steps.Joining;
using SafeguardingTeams.Domain.Steps.JointAgencyResponse;
using SafeguardingTeams.Domain.Steps.Mediation;
using SafeguardingTeams.Domain.Steps.Meeting;
using SafeguardingTeams.Domain.Steps.Notification;
using SafeguardingTeams.Domain.Steps.Outcome;
using SafeguardingTeams.Domain.Steps.Outside;
using SafeguardingTeams.Domain.Steps.PanelAnswer;
using SafeguardingTeams.Domain.Steps.PartnerDecision;
using SafeguardingTeams.Domain.Steps.Preparing;
using SafeguardingTeams.Domain.Steps.Reassigning;
using SafeguardingTeams.Domain.Steps.Recommendation;
using SafeguardingTeams.Domain.Steps.Recounting;
using SafeguardingTeams.Domain.Steps.Referral;
using SafeguardingTeams.Domain.Steps.ReferrerTold;
using SafeguardingTeams.Domain.Steps.Report;
using SafeguardingTeams.Domain.Steps.Scoping;
using SafeguardingTeams.Domain.Steps.SecuredRecords;
using SafeguardingTeams.Domain.Steps.Threshold;
using System.Text.Json.Serialization;
using System.Text.Json;

namespace SafeguardingTeams.App.Storage;

/// <summary>
/// How events and drafts are written down. An event's name and version stand beside it for good; a changed shape is a
/// new version, and the old one is read into the new (golden files in the tests keep each).
/// </summary>
internal static class StoredJson
{
    private static readonly Dictionary<string, Type> ByName = new(StringComparer.Ordinal)
    {
        ["ReferralSubmitted.v1"] = typeof(ReferralSubmitted),
        ["ReferralChanged.v1"] = typeof(ReferralChanged),
        ["ReferralWithdrawn.v1"] = typeof(ReferralWithdrawn),
        ["ThresholdDecided.v1"] = typeof(ThresholdDecided),
        ["ReferralJoined.v1"] = typeof(ReferralJoined),
        ["ReferralReceived.v1"] = typeof(ReferralReceived),
        ["ReferralSeparated.v1"] = typeof(ReferralSeparated),
        ["ReferralGivenBack.v1"] = typeof(ReferralGivenBack),
        ["AwarenessRecorded.v1"] = typeof(AwarenessRecorded),
        ["JointAgencyResponseRecorded.v1"] = typeof(JointAgencyResponseRecorded),
        ["ReferrerTold.v1"] = typeof(ReferrerTold),
        ["AlertRead.v1"] = typeof(AlertRead),
        ["LeadsInformed.v1"] = typeof(LeadsInformed),
        ["RecommendationMade.v1"] = typeof(RecommendationMade),
        ["PartnerDecided.v1"] = typeof(PartnerDecided),
        ["LeadStoodAside.v1"] = typeof(LeadStoodAside),
        ["MediationAskedFor.v1"] = typeof(MediationAskedFor),
        ["MediationRecorded.v1"] = typeof(MediationRecorded),
        ["MediationCorrected.v1"] = typeof(MediationCorrected),
        ["SpecialMeetingTakenBack.v1"] = typeof(SpecialMeetingTakenBack),
        ["AuthorityDecided.v1"] = typeof(AuthorityDecided),
        ["NotificationRecorded.v1"] = typeof(NotificationRecorded),
        ["RequestFilledIn.v1"] = typeof(RequestFilledIn),
        ["AgencyChosen.v1"] = typeof(AgencyChosen),
        ["AgencyRemoved.v1"] = typeof(AgencyRemoved),
        ["RepresentativeNamed.v1"] = typeof(RepresentativeNamed),
        ["AgencyLeftOut.v1"] = typeof(AgencyLeftOut),
        ["MeetingPlanned.v1"] = typeof(MeetingPlanned),
        ["MeetingCancelled.v1"] = typeof(MeetingCancelled),
        ["AttendeeInvited.v1"] = typeof(AttendeeInvited),
        ["AttendeeTakenOff.v1"] = typeof(AttendeeTakenOff),
        ["ScopingSent.v1"] = typeof(ScopingSent),
        ["AgencyAsked.v1"] = typeof(AgencyAsked),
        ["ScopingReturned.v1"] = typeof(ScopingReturned),
        ["SecuringConfirmed.v1"] = typeof(SecuringConfirmed),
        ["NomineeNamed.v1"] = typeof(NomineeNamed),
        ["FileSecured.v1"] = typeof(FileSecured),
        ["FolderReported.v1"] = typeof(FolderReported),
        ["StuckReported.v1"] = typeof(StuckReported),
        ["StuckSettled.v1"] = typeof(StuckSettled),
        ["AccessEnded.v1"] = typeof(AccessEnded),
        ["AttendeeDeclared.v1"] = typeof(AttendeeDeclared),
        ["InvitationsAnswered.v1"] = typeof(InvitationsAnswered),
        ["PaperAdded.v1"] = typeof(PaperAdded),
        ["PackShared.v1"] = typeof(PackShared),
        ["AttendanceRecorded.v1"] = typeof(AttendanceRecorded),
        ["MeetingRecorded.v1"] = typeof(MeetingRecorded),
        ["RecommendationAgreed.v1"] = typeof(RecommendationAgreed),
        ["RecommendationReopened.v1"] = typeof(RecommendationReopened),
        ["ApprovalGiven.v1"] = typeof(ApprovalGiven),
        ["ApprovalMediationAskedFor.v1"] = typeof(ApprovalMediationAskedFor),
        ["ApprovalMediationRecorded.v1"] = typeof(ApprovalMediationRecorded),
        ["ReportSent.v1"] = typeof(ReportSent),
        ["PanelAnswered.v1"] = typeof(PanelAnswered),
        ["PartnersResponded.v1"] = typeof(PartnersResponded),
        ["PartnersResponseCorrected.v1"] = typeof(PartnersResponseCorrected),
        ["ReviewWithdrawn.v1"] = typeof(ReviewWithdrawn),
        ["ClocksPinned.v1"] = typeof(ClocksPinned),
        ["SpecialMeetingAskedFor.v1"] = typeof(SpecialMeetingAskedFor),
        ["DeadlineChased.v1"] = typeof(DeadlineChased),
        ["RoleHandedOver.v1"] = typeof(RoleHandedOver),
        ["RoleCovered.v1"] = typeof(RoleCovered),
        ["DeadlinesRecounted.v1"] = typeof(DeadlinesRecounted),
    };

    private static readonly Dictionary<Type, string> ByType = ByName.ToDictionary(pair => pair.Value, pair => pair.Key);

    /// <summary>Every stored name, for the tests that keep one golden file for each.</summary>
    internal static IReadOnlyCollection<string> Names => ByName.Keys;

    internal static JsonSerializerOptions Options { get; } = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        IgnoreReadOnlyProperties = true,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        TypeInfoResolver = StoredTypes.Default,
        Converters = { new CaseIdConverter(), new AnswersConverter(), new JsonStringEnumConverter() },
    };

    internal static string Write(RecordedEvent recorded) => JsonSerializer.Serialize(new EventRecord(
        ByType[recorded.Event.GetType()], recorded.Sequence, recorded.At, recorded.By, recorded.CommandId,
        JsonSerializer.SerializeToElement(recorded.Event, recorded.Event.GetType(), Options)), Options);

    /// <exception cref="JsonException">The text is no event of a known name.</exception>
    internal static RecordedEvent Read(CaseId id, string text)
    {
        var record = JsonSerializer.Deserialize<EventRecord>(text, Options) ?? throw new JsonException("An empty event.");
        var type = ByName.GetValueOrDefault(record.Name) ?? throw new JsonException($"No event is named {record.Name}.");
        return new(id, record.Sequence, record.At, record.By, record.CommandId, (CaseEvent)record.Data.Deserialize(type, Options)!);
    }

    internal static string Write(Draft draft) => JsonSerializer.Serialize(draft, Options);

    /// <summary>A draft as it was written; what an older one does not say is empty.</summary>
    internal static Draft ReadDraft(string text) => Whole(JsonSerializer.Deserialize<Draft>(text, Options)!);

    private static Draft Whole(Draft draft) => draft with { About = draft.About ?? "", How = draft.How ?? "" };

    private sealed class CaseIdConverter : JsonConverter<CaseId>
    {
        public override CaseId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => CaseId.Parse(reader.GetString()!);

        public override void Write(Utf8JsonWriter writer, CaseId value, JsonSerializerOptions options) => writer.WriteStringValue(value.Value);
    }
}

/// <summary>An event as stored.</summary>
internal sealed record EventRecord(string Name, int Sequence, DateTimeOffset At, RecordedActor By, string CommandId, JsonElement Data);

[JsonSourceGenerationOptions(IgnoreReadOnlyProperties = true)]
[JsonSerializable(typeof(EventRecord))]
[JsonSerializable(typeof(Draft))]
[JsonSerializable(typeof(ReferralSubmitted))]
[JsonSerializable(typeof(ReferralChanged))]
[JsonSerializable(typeof(ReferralWithdrawn))]
[JsonSerializable(typeof(ThresholdDecided))]
[JsonSerializable(typeof(ReferralJoined))]
[JsonSerializable(typeof(ReferralReceived))]
[JsonSerializable(typeof(ReferralSeparated))]
[JsonSerializable(typeof(ReferralGivenBack))]
[JsonSerializable(typeof(AwarenessRecorded))]
[JsonSerializable(typeof(JointAgencyResponseRecorded))]
[JsonSerializable(typeof(ReferrerTold))]
[JsonSerializable(typeof(AlertRead))]
[JsonSerializable(typeof(LeadsInformed))]
[JsonSerializable(typeof(RecommendationMade))]
[JsonSerializable(typeof(PartnerDecided))]
[JsonSerializable(typeof(LeadStoodAside))]
[JsonSerializable(typeof(MediationAskedFor))]
[JsonSerializable(typeof(MediationRecorded))]
[JsonSerializable(typeof(MediationCorrected))]
[JsonSerializable(typeof(SpecialMeetingTakenBack))]
[JsonSerializable(typeof(AuthorityDecided))]
[JsonSerializable(typeof(NotificationRecorded))]
[JsonSerializable(typeof(RequestFilledIn))]
[JsonSerializable(typeof(AgencyChosen))]
[JsonSerializable(typeof(AgencyRemoved))]
[JsonSerializable(typeof(RepresentativeNamed))]
[JsonSerializable(typeof(AgencyLeftOut))]
[JsonSerializable(typeof(MeetingPlanned))]
[JsonSerializable(typeof(MeetingCancelled))]
[JsonSerializable(typeof(AttendeeInvited))]
[JsonSerializable(typeof(AttendeeTakenOff))]
[JsonSerializable(typeof(ScopingSent))]
[JsonSerializable(typeof(AgencyAsked))]
[JsonSerializable(typeof(ScopingReturned))]
[JsonSerializable(typeof(SecuringConfirmed))]
[JsonSerializable(typeof(NomineeNamed))]
[JsonSerializable(typeof(FileSecured))]
[JsonSerializable(typeof(FolderReported))]
[JsonSerializable(typeof(StuckReported))]
[JsonSerializable(typeof(StuckSettled))]
[JsonSerializable(typeof(AccessEnded))]
[JsonSerializable(typeof(AttendeeDeclared))]
[JsonSerializable(typeof(InvitationsAnswered))]
[JsonSerializable(typeof(PaperAdded))]
[JsonSerializable(typeof(PackShared))]
[JsonSerializable(typeof(AttendanceRecorded))]
[JsonSerializable(typeof(MeetingRecorded))]
[JsonSerializable(typeof(RecommendationAgreed))]
[JsonSerializable(typeof(RecommendationReopened))]
[JsonSerializable(typeof(ApprovalGiven))]
[JsonSerializable(typeof(ApprovalMediationAskedFor))]
[JsonSerializable(typeof(ApprovalMediationRecorded))]
[JsonSerializable(typeof(ReportSent))]
[JsonSerializable(typeof(PanelAnswered))]
[JsonSerializable(typeof(PartnersResponded))]
[JsonSerializable(typeof(PartnersResponseCorrected))]
[JsonSerializable(typeof(ReviewWithdrawn))]
[JsonSerializable(typeof(ClocksPinned))]
[JsonSerializable(typeof(SpecialMeetingAskedFor))]
[JsonSerializable(typeof(DeadlineChased))]
[JsonSerializable(typeof(RoleHandedOver))]
[JsonSerializable(typeof(RoleCovered))]
[JsonSerializable(typeof(DeadlinesRecounted))]
internal sealed partial class StoredTypes : JsonSerializerContext;
