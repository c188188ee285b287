using SafeguardingTeams.App.Commands;
using SafeguardingTeams.App.Directory;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.Approval;
using SafeguardingTeams.Domain.Steps.Closing;
using SafeguardingTeams.Domain.Steps.GroupRecord;
using SafeguardingTeams.Domain.Steps.Preparing;
using SafeguardingTeams.Domain.Steps.ReferrerTold;
using SafeguardingTeams.Domain.Steps.Seats;
using SafeguardingTeams.Domain.Steps.SecuredRecords;
using SafeguardingTeams.Domain.Steps.Themes;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.App.Tests.Commands;

/// <summary>What comes before some of the commands.</summary>
public partial class StandingListTests
{
    private static (Command, Actor)[] Over =>
        [Submitted, Below, (new RecordReferrerTold(CaseStory.Id, "By telephone."), Operations), Declining];

    private static (Command, Actor) Closing => (new CloseCase(CaseStory.Id), Operations);

    private static (Command, Actor) Opened => (new OpenGroup([], [], [], []), SystemActor.Instance);

    private static (Command, Actor) Seated(string who, int days) =>
        (
            new FillSeat(
                new("designated-nurse", "Designated Nurse", "icb", "Integrated Care Board", null, []),
                new("", who, $"nurse{days}@icb.example", new DateOnly(2026, 11, 2).AddDays(days), null)
            ),
            Operations
        );

    private static ((Command Command, Actor Actor)[] Before, Command Command, Actor Actor) Securing =>
        (Sent, new ConfirmSecuring(CaseStory.Id, "police", SecuringStep.Secured, "A locked cabinet.", new(2026, 11, 2)), PoliceRep);

    private static ((Command Command, Actor Actor)[] Before, Command Command, Actor Actor) Correcting =>
        (
            [
                .. Divided,
                (new AskForApprovalMediation(CaseStory.Id), Chair),
                (new RecordApprovalMediation(CaseStory.Id, "They talked.", "All."), AppFixture.Holder(Role.Scrutineer)),
            ],
            new CorrectApprovalMediation(CaseStory.Id, "They talked twice.", "All.", "It was two talks."),
            Operations
        );

    private static ((Command Command, Actor Actor)[] Before, Command Command, Actor Actor) Mapping =>
        (
            [Opened, (new AddTheme("Neglect"), Operations), .. Agreed],
            new MapTheme(CaseStory.Id, "As known to the agency.", "theme-1"),
            Operations
        );

    private static ((Command Command, Actor Actor)[] Before, Command Command, Actor Actor) Following =>
        (
            [Opened, Seated("The nurse who leaves", -90), .. Notified, Chosen, Filled, PlannedLater, Seated("The nurse who comes", 0)],
            new FollowSeats(CaseStory.Id),
            SystemActor.Instance
        );
}
