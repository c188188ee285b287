using SafeguardingTeams.Domain.Group;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.AccessReview;
using SafeguardingTeams.Domain.Steps.PeopleAndRoles;

namespace SafeguardingTeams.App.Tests.Storage;

/// <content>People and roles on the group's record, and the reviews of who can get in.</content>
public partial class GoldenEventTests
{
    private static RecordEvent[] OfPeople =>
        [
            new PeopleChanged(
                [
                    new(
                        "chair",
                        "Chair of the group",
                        "childrens-services",
                        "chair@people.example",
                        [new("3816b369-0aa0-4a69-a3ee-0c9c2e76df47", "9c9608f3-3c73-4009-a8ba-11021cc23d16")],
                        [new(Role.Chair, new(2026, 1, 1), new(2026, 11, 30), ["vice-chair"])],
                        new(2026, 11, 30)
                    ),
                    new("vice-chair", "Vice-chair of the group", "icb", "", [], [new(Role.Chair, new(2026, 12, 1), null, [])], null),
                ],
                Succession,
                "The Chair retires.",
                1
            ),
            new PeopleChangeProposed(1, Succession, "The Chair retires.", [Role.Operations, Role.Chair], ["operations-manager", "chair"]),
            new PeopleChangeDeclined(2, "The Executive has not agreed."),
            new PeopleChangeTakenBack(3),
            new AccessReviewBegun(new(2026, 10, 1), Due),
            new AccessConfirmed(["guest:p-1", "person:chair"]),
            new AccessReviewFinished(24, 2),
        ];

    private static PersonChange Succession =>
        new(PersonChangeKind.HandOver, "chair")
        {
            Role = Role.Chair,
            ToPersonId = "vice-chair",
            Day = new(2026, 12, 1),
        };
}
