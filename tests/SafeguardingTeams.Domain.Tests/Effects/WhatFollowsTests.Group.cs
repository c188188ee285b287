using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Group;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.GroupReminders;
using SafeguardingTeams.Domain.Steps.PeopleAndRoles;
using SafeguardingTeams.Domain.Steps.TermsOfReference;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.Domain.Tests.Effects;

/// <content>The group.</content>
public partial class WhatFollowsTests
{
    /// <summary>Every event of the group as it follows from nothing; and the review of the terms of reference, reminded of.</summary>
    private static IEnumerable<(string Name, IEnumerable<Effect> Effects)> OfTheGroup()
    {
        foreach (
            var type in typeof(GroupEvent).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(GroupEvent)) && !type.IsAbstract)
        )
        {
            var happened = (GroupEvent)System.Runtime.CompilerServices.RuntimeHelpers.GetUninitializedObject(type);
            yield return (
                happened.StoredName,
                happened is GroupReminded or PeopleChangeProposed or PeopleChangeDeclined or PeopleChangeTakenBack
                    ? []
                    : happened.WhatFollows(new GroupFile())
            );
        }

        var group = new GroupFile { Stage = GroupStage.Open };
        var agreed = new TermsOfReferenceAgreed(new(new(2026, 11, 2), new(2027, 11, 2), "Folder"), Due);
        foreach (
            var happened in new GroupEvent[]
            {
                agreed,
                new GroupReminded(Timescales.TermsOfReference.Id, 0, 0, ChaseKind.Late, [new(Role.Operations)]),
                agreed,
                new PeopleChangeProposed(1, new(PersonChangeKind.Leave, "p"), "x", [Role.Operations], ["second"]),
                new PeopleChangeDeclined(1, "x"),
                new PeopleChangeTakenBack(1),
                new PeopleChanged([], new(PersonChangeKind.Leave, "p"), "x", 1),
            }
        )
        {
            var recorded = new RecordedEvent(group.Ref, group.Version + 1, CaseStory.Monday, new("p", "", "", "", []), "c", happened);
            group = Replay.Next(group, recorded);
            yield return (happened.StoredName, [.. happened.WhatFollows(group)]);
        }
    }
}
