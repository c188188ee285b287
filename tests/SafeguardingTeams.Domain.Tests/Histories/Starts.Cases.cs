using SafeguardingTeams.Domain.Actions;
using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Cases.Deciding;
using SafeguardingTeams.Domain.Group;
using SafeguardingTeams.Domain.Learning;
using SafeguardingTeams.Domain.Meetings;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.ActionImpact;
using SafeguardingTeams.Domain.Steps.Approval;
using SafeguardingTeams.Domain.Steps.DeadLetters;
using SafeguardingTeams.Domain.Steps.GroupMeeting;
using SafeguardingTeams.Domain.Steps.Mediation;
using SafeguardingTeams.Domain.Steps.Meeting;
using SafeguardingTeams.Domain.Steps.Notification;
using SafeguardingTeams.Domain.Steps.PanelAnswer;
using SafeguardingTeams.Domain.Steps.Preparing;
using SafeguardingTeams.Domain.Steps.Report;
using SafeguardingTeams.Domain.Steps.SecuredRecords;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.Domain.Tests.Histories;

/// <content>Cases.</content>
internal static partial class Starts
{
    private static IEnumerable<CaseStory> Cases() =>
        [
            .. Enum.GetValues<Stage>().Select(CaseStory.At),
            .. Enum.GetValues<Stage>().Except([Stage.NotStarted, Stage.Joined]).Select(stage => CaseStory.At(stage).OtherSubmitted()),
            CaseStory.AnsweredAndDone(),
            CaseStory.At(Stage.AwaitingGroupMeeting).Considered().NothingOwed(),
            CaseStory.At(Stage.AwaitingGroupMeeting).Given(new AskForSpecialMeeting(CaseStory.Id, "Soon."), CaseStory.Somebody(Role.Chair)),
            .. Partners.Leads.Select(lead =>
                CaseStory.At(Stage.AwaitingGroupMeeting).Given(new AskForSpecialMeeting(CaseStory.Id, "Soon."), CaseStory.Lead(lead))
            ),
            .. new[]
            {
                Stage.UnderReview,
                Stage.AwaitingApproval,
                Stage.AwaitingSubmission,
                Stage.AwaitingPanel,
                Stage.PanelAnswered,
            }.Select(stage =>
                CaseStory
                    .At(stage)
                    .Given(new NameNominee(CaseStory.Id, "police", CaseStory.ContactOf("nominee"), ""), CaseStory.Representative("police"))
            ),
            CaseStory
                .At(Stage.AwaitingPanel)
                .Given(
                    new RecordPanelAnswer(CaseStory.Id, false, "It does not concur.", new(2026, 11, 13), ""),
                    CaseStory.Somebody(Role.Operations)
                ),
            CaseStory
                .At(Stage.AwaitingPanel)
                .Given(
                    new RecordPanelAnswer(CaseStory.Id, false, "It does not concur.", new(2026, 11, 13), ""),
                    CaseStory.Somebody(Role.Operations)
                )
                .Given(new RecordPartnersResponse(CaseStory.Id, "We stand by it."), CaseStory.Somebody(Role.Operations)),
            CaseStory
                .At(Stage.BelowThreshold)
                .NothingOwed()
                .Closed()
                .Given(new ReportDeadLetter(CaseStory.Id, "x", "A letter", "The address is not known."), Cast.System)
                .Reopened(),
            CaseStory
                .At(Stage.AwaitingApproval)
                .Given(
                    new ChooseAgency(CaseStory.Id, "probation", "Probation", CaseStory.ContactOf("probation")),
                    CaseStory.Somebody(Role.Operations)
                ),
            CaseStory
                .At(Stage.UnderReview)
                .Given(
                    new ChooseAgency(CaseStory.Id, "probation", "Probation", CaseStory.ContactOf("probation")),
                    CaseStory.Somebody(Role.Operations)
                ),
            CaseStory
                .At(Stage.Notified)
                .Given(new ReportDeadLetter(CaseStory.Id, "x", "A letter", "The address is not known."), Cast.System)
                .Given(
                    new RecordNotification(
                        CaseStory.Id,
                        NotificationGround.LookedAfterChildsDeath,
                        CaseStory.Monday,
                        "SIN-2",
                        "It was the other ground.",
                        true
                    ),
                    CaseStory.Somebody(Role.AuthorityNotifier)
                ),
            .. Corrected(Stage.AwaitingPanel),
            .. Corrected(Stage.PanelAnswered),
            CaseStory.At(Stage.AwaitingApproval).Approves(Role.LeadLocalAuthority, true).Approves(Role.LeadPolice, false),
            CaseStory
                .At(Stage.AwaitingApproval)
                .Approves(Role.LeadLocalAuthority, true)
                .Approves(Role.LeadPolice, false)
                .Approves(Role.LeadHealth, true),
            CaseStory.At(Stage.BelowThreshold).NothingOwed(),
            .. from before in Decided from after in GoesOn select after(before()),
            // To the end of a review after the leads were mediated between, and without the partners' having said anything.
            .. from begun in new Func<CaseStory>[]
            {
                () => Differ().Mediated().AllAgree(),
                () => CaseStory.At(Stage.AwaitingRecommendation),
            }
            from steps in Enumerable.Range(0, Ends.Length + 1)
            select Ends.Take(steps).Aggregate(begun(), (story, step) => step(story)),
        ];

    /// <summary>How far the partners have come.</summary>
    private static Func<CaseStory>[] Decided { get; } =
    [
        () => CaseStory.At(Stage.AwaitingRecommendation),
        () => CaseStory.At(Stage.AwaitingPartners),
        Differ,
        () => Differ().Given(new AskForMediation(CaseStory.Id), CaseStory.Somebody(Role.Chair)),
        () => Differ().Mediated(),
    ];

    /// <summary>What the authority does meanwhile.</summary>
    private static Func<CaseStory, CaseStory>[] GoesOn { get; } =
    [
        story => story,
        story => story.AuthoritySays(false),
        story => story.AuthoritySays(true),
        story =>
            story
                .AuthoritySays(true)
                .Given(
                    new InviteAttendee(
                        CaseStory.Id,
                        new("a-LeadPolice", CaseStory.ContactOf("police"), "police", "Police", "Head", Role.LeadPolice)
                    ),
                    CaseStory.Somebody(Role.Operations)
                ),
        story => story.AuthoritySays(true).Notified(),
        story => story.AuthoritySays(true).Notified().Prepared(),
        story => story.AuthoritySays(true).Notified().Prepared().Sent(),
    ];

    /// <summary>To the end of a review, one thing after the other.</summary>
    private static Func<CaseStory, CaseStory>[] Ends { get; } =
    [
        story => story.AuthoritySays(true),
        story => story.Notified(),
        story => story.Prepared().Sent(),
        story => story.Declared().Attended([.. Partners.Leads]).Discussed().Agreed(),
        story => story.AllApprove(),
        story => story.ReportSent(),
        story => story.PanelConcurs(),
    ];

    /// <summary>The record of the meeting is put right after the report has gone: the leads are asked again, and differ.</summary>
    private static IEnumerable<CaseStory> Corrected(Stage stage)
    {
        Func<CaseStory, CaseStory>[] then =
        [
            story => story.Approves(Role.LeadLocalAuthority, true),
            story => story.Approves(Role.LeadPolice, false),
            story => story.Approves(Role.LeadHealth, true),
            story => story.Given(new AskForApprovalMediation(CaseStory.Id), CaseStory.Somebody(Role.Chair)),
        ];
        return Enumerable.Range(0, then.Length + 1).Select(steps => then.Take(steps).Aggregate(Asked(stage), (story, step) => step(story)));
    }

    private static CaseStory Asked(Stage stage)
    {
        var story = CaseStory.At(stage);
        var record = story.File.Review.Record;
        var operations = CaseStory.Somebody(Role.Operations);
        return story
            .Given(
                new RecordMeeting(CaseStory.Id, record, record.With("discussion", "harm", "Two fractures."), "It was missing."),
                operations
            )
            .Given(new SendCorrection(CaseStory.Id, "The second fracture was found."), operations);
    }
}
