using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.Chasing;
using SafeguardingTeams.Domain.Steps.InformingLeads;
using SafeguardingTeams.Domain.Steps.Mediation;
using SafeguardingTeams.Domain.Steps.PartnerDecision;
using SafeguardingTeams.Presentation.Steps.GroupMeeting;
using SafeguardingTeams.Presentation.Steps.InformingLeads;
using SafeguardingTeams.Presentation.Steps.Mediation;
using SafeguardingTeams.Presentation.Steps.Notification;
using SafeguardingTeams.Presentation.Steps.PartnerDecision;
using SafeguardingTeams.Presentation.Steps.Reassigning;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.Presentation.Tests;

/// <summary>The messages stored in Teams of recommending, deciding and notifying.</summary>
internal static partial class Gallery
{
    private static IEnumerable<(string Name, CardKind Kind, string About, CaseFile File)> Messages()
    {
        var stood = Asked.Given(new StandAside(CaseStory.Id), CaseStory.Lead(Role.LeadPolice));
        var late = Reached;
        late.Now = CaseStory.Monday.AddDays(3);
        late.Given(new ChaseDeadline(CaseStory.Id, Timescales.InformLeads.Id), CaseStory.Somebody(Role.ThisSystem));
        var before = Reached;
        before.Now = new(2026, 11, 6, 9, 0, 0, TimeSpan.Zero);
        before.Given(new ChaseDeadline(CaseStory.Id, Timescales.Recommendation.Id), CaseStory.Somebody(Role.ThisSystem));
        string About(CaseStory story) => $"{((DeadlineChased)story.File.History[^1].Event).TimescaleId}.{story.File.Version}";
        var (lateAbout, beforeAbout) = (About(late), About(before));
        return
        [
            ("first", CardKind.LeadsInformed, "", Reached.Given(new InformLeads(CaseStory.Id), CaseStory.Somebody(Role.Chair)).File),
            ("asked", CardKind.PartnerTask, "1", Asked.File),
            ("differ", CardKind.PartnerTask, "1", Differing.File),
            ("group-asks", CardKind.PartnerTask, "2", AskedByTheGroup.File),
            ("group-says", CardKind.GroupMeeting, "group-9", AskedByTheGroup.File),
            (
                "mediating",
                CardKind.PartnerTask,
                "1",
                Differing.Given(new AskForMediation(CaseStory.Id), CaseStory.Somebody(Role.Chair)).File
            ),
            ("again", CardKind.PartnerTask, "2", AfterMediation.File),
            ("over", CardKind.PartnerTask, "1", CaseStory.At(Stage.AwaitingAuthority).File),
            ("one", CardKind.RoundProgress, "1", Asked.Lead(Role.LeadPolice, true).File),
            ("differ", CardKind.RoundProgress, "1", Differing.File),
            ("over", CardKind.RoundProgress, "1", CaseStory.At(Stage.AwaitingAuthority).File),
            .. LeadsQuestionMessages(),
            ("offered", CardKind.MediationTask, "1", Differing.File),
            ("asked", CardKind.MediationTask, "1", Differing.Given(new AskForMediation(CaseStory.Id), CaseStory.Somebody(Role.Chair)).File),
            ("done", CardKind.MediationTask, "1", AfterMediation.File),
            ("early", CardKind.NotifierTask, "", Reached.File),
            ("partners-done", CardKind.NotifierTask, "decided", CaseStory.At(Stage.AwaitingAuthority).File),
            ("decided", CardKind.NotifierTask, "decided", CaseStory.At(Stage.PreparingRapidReview).File),
            ("below", CardKind.NotifierTask, "", CaseStory.At(Stage.BelowThreshold).File),
            ("declined", CardKind.NotifierTask, "", Declined.File),
            ("done", CardKind.NotifierTask, "", CaseStory.At(Stage.Notified).File),
            ("decided", CardKind.RapidReview, "", CaseStory.At(Stage.PreparingRapidReview).File),
            ("sent", CardKind.RapidReview, $"at-{CaseStory.At(Stage.Notified).File.Version}", CaseStory.At(Stage.Notified).File),
            ("earlier", CardKind.RapidReview, "at-9", CaseStory.At(Stage.Notified).File),
            ("view", CardKind.Alert, "view", CaseStory.At(Stage.AwaitingAuthority).File),
            ("look-again", CardKind.NotifierTask, "", LookAgain.File),
            (
                "not-met",
                CardKind.NotifierTask,
                "decided",
                CaseStory.NobodyDied().Decided(reached: true).Recommended(met: false).AllAgree().File
            ),
            ("special", CardKind.GroupMeeting, "special-9", Special.File),
            ("not-met", CardKind.GroupMeeting, "", CaseStory.At(Stage.AwaitingGroupMeeting).File),
            ("declined", CardKind.GroupMeeting, "", Declined.File),
            ("late", CardKind.Reminder, lateAbout, late.File),
            ("before", CardKind.Reminder, beforeAbout, before.File),
            ("done", CardKind.Reminder, beforeAbout, before.Recommended().File),
            ("police", CardKind.NobodyLeft, "LeadPolice", stood.File),
            ("representative", CardKind.NobodyLeft, "AgencyRepresentative.40", stood.File),
            ("police", CardKind.HandedOver, "LeadPolice", stood.File),
            ("amended", CardKind.Recounted, "amended", Asked.File),
        ];
    }
}
