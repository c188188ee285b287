using AdaptiveCards;
using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.Approval;
using SafeguardingTeams.Domain.Steps.DeadLetters;
using SafeguardingTeams.Domain.Steps.Meeting;
using SafeguardingTeams.Domain.Steps.Outcome;
using SafeguardingTeams.Domain.Steps.PanelAnswer;
using SafeguardingTeams.Domain.Steps.Preparing;
using SafeguardingTeams.Domain.Steps.SecuredRecords;
using SafeguardingTeams.Presentation.Screens;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.Presentation.Tests;

/// <summary>The case in review, by who looks, and what is stored in Teams.</summary>
internal static partial class Gallery
{
    private static IEnumerable<(string, AdaptiveCard)> ReviewCases()
    {
        var withdrawn = Midway.Given(
            new WithdrawReview(CaseStory.Id, "The harm was accidental; the Panel was told by telephone."),
            CaseStory.Somebody(Role.Chair)
        );
        foreach (
            var (name, story) in new[]
            {
                ("preparing", Preparing),
                ("midway", Midway),
                ("not-quorate", NotQuorate),
                ("approval", ToApprove.Approves(Role.LeadHealth, false)),
                ("approval-differ", ApprovalDiffers),
                ("submission", CaseStory.At(Stage.AwaitingSubmission)),
                ("panel", CaseStory.At(Stage.AwaitingPanel)),
                ("panel-differs", PanelDiffers),
                ("answered", CaseStory.At(Stage.PanelAnswered)),
                ("withdrawn", withdrawn),
                ("closed", CaseStory.AnsweredAndDone().Closed()),
            }
        )
        {
            foreach (
                var (role, actor) in new[]
                {
                    ("operations", Ops),
                    ("chair", CaseStory.Somebody(Role.Chair)),
                    ("lead", CaseStory.Lead(Role.LeadPolice)),
                    ("scrutineer", CaseStory.Somebody(Role.Scrutineer)),
                    ("referrer", CaseStory.Referrer),
                }
            )
            {
                yield return ($"case-review-{name}-{role}", OpenedCard.Draw(new(story.File, 0, BankHolidays.Calendar), At(story, actor)));
            }
        }

        yield return ("timeline-review-operations", TimelineCard.Draw(Midway.File, 0, At(Midway, Ops)));
    }

    private static IEnumerable<(string Name, CardKind Kind, string About, CaseFile File)> ReviewMessages()
    {
        var (asked, midway, over) = (Out.File, Midway.File, CaseStory.At(Stage.AwaitingPanel).File);
        return
        [
            ("asked", CardKind.ScopingTask, "police", asked),
            ("returned", CardKind.ScopingTask, "police", midway),
            ("nil", CardKind.ScopingTask, "schools", midway),
            (
                "taken-off",
                CardKind.ScopingTask,
                "schools",
                Out.Given(new TakeOffAgency(CaseStory.Id, "schools", "Another school."), Ops).File
            ),
            ("one", CardKind.ReturnReceived, "police.30", midway),
            ("named", CardKind.AgencyNamed, "30", midway),
            ("asked", CardKind.AttendeeTask, $"a-{Role.LeadPolice}", asked),
            ("papers", CardKind.AttendeeTask, $"a-{Role.LeadPolice}", midway),
            ("not-counting", CardKind.AttendeeTask, "a-extra", midway),
            ("gone", CardKind.AttendeeTask, "a-nobody", midway),
            ("open", CardKind.NomineeTask, "police", midway),
            ("ended", CardKind.NomineeTask, "police", CaseStory.At(Stage.AwaitingPanel).Given(new EndAccess(CaseStory.Id), Ops).File),
            ("ended", CardKind.ScopingTask, "police", CaseStory.At(Stage.AwaitingPanel).Given(new EndAccess(CaseStory.Id), Ops).File),
            (
                "ended",
                CardKind.AttendeeTask,
                $"a-{Role.LeadPolice}",
                CaseStory.At(Stage.AwaitingPanel).Given(new EndAccess(CaseStory.Id), Ops).File
            ),
            ("doubt", CardKind.QuorumWarning, "", asked),
            ("planned", CardKind.MeetingTask, "", midway),
            ("agreed", CardKind.MeetingTask, "", over),
            (
                "open-again",
                CardKind.MeetingTask,
                "",
                ToApprove.Given(new ReopenRecommendation(CaseStory.Id, "The wrong letter was chosen."), CaseStory.Somebody(Role.Chair)).File
            ),
            ("none", CardKind.FolderAlarm, "", midway),
            ("none", CardKind.StuckAlarm, "30", midway),
            (
                "one",
                CardKind.StuckAlarm,
                "30",
                Midway
                    .Given(
                        new ReportDeadLetter(
                            CaseStory.Id,
                            "x",
                            "The document pack",
                            "Microsoft 365 could not be reached after many tries."
                        ),
                        CaseStory.Somebody(Role.ThisSystem)
                    )
                    .File
            ),
            ("asked", CardKind.ApprovalTask, "1", ToApprove.File),
            ("differ", CardKind.ApprovalTask, "1", ApprovalDiffers.File),
            ("again", CardKind.ApprovalTask, "2", ApprovalMediated.File),
            ("over", CardKind.ApprovalTask, "1", over),
            ("one", CardKind.ApprovalProgress, "1", ToApprove.Approves(Role.LeadHealth, true).File),
            ("differ", CardKind.ApprovalProgress, "1", ApprovalDiffers.File),
            (
                "asked",
                CardKind.ApprovalMediation,
                "1",
                ApprovalDiffers.Given(new AskForApprovalMediation(CaseStory.Id), CaseStory.Somebody(Role.Chair)).File
            ),
            ("offered", CardKind.ApprovalMediation, "1", ApprovalDiffers.File),
            ("approved", CardKind.PanelNews, "approved-40", CaseStory.At(Stage.AwaitingSubmission).File),
            ("record", CardKind.PanelNews, "record-40", ToApprove.File),
            ("sent", CardKind.PanelNews, "sent", over),
            ("concurs", CardKind.PanelNews, "answer-50", CaseStory.At(Stage.PanelAnswered).File),
            ("differs", CardKind.PanelNews, "answer-50", PanelDiffers.File),
            (
                "withdrawn",
                CardKind.ReviewWithdrawn,
                "",
                Midway.Given(new WithdrawReview(CaseStory.Id, "Accidental."), CaseStory.Somebody(Role.Chair)).File
            ),
            ("taken-up", CardKind.ReviewWithdrawn, "", CaseStory.At(Stage.UnderReview).Withdrawn().TakenUp().File),
            ("taken-up", CardKind.ReviewTakenUp, "at-40", CaseStory.At(Stage.UnderReview).Withdrawn().TakenUp().File),
            ("withdrawn-again", CardKind.ReviewTakenUp, "at-40", CaseStory.At(Stage.UnderReview).Withdrawn().TakenUp().Withdrawn().File),
            ("goes-on", CardKind.PartnerTask, "1", CaseStory.At(Stage.AwaitingPartners).AuthoritySays(true).File),
            ("declined", CardKind.RoundProgress, "1", CaseStory.At(Stage.AwaitingPartners).AuthoritySays(false).File),
            ("goes-on", CardKind.MediationTask, "1", CaseStory.At(Stage.AwaitingPartners).TheyDiffer().AuthoritySays(true).File),
            ("considered", CardKind.GroupMeeting, "", CaseStory.At(Stage.AwaitingGroupMeeting).Considered().File),
            ("closed", CardKind.GroupMeeting, "", CaseStory.At(Stage.Closed).File),
        ];
    }
}
