using SafeguardingTeams.App.Commands;
using SafeguardingTeams.App.Directory;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.Closing;
using SafeguardingTeams.Domain.Steps.GroupRecord;
using SafeguardingTeams.Domain.Steps.ReferrerTold;
using SafeguardingTeams.Domain.Steps.Seats;
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
}
