using System.Text;
using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Meetings;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.GroupAgenda;
using SafeguardingTeams.Domain.Steps.GroupCoOption;
using SafeguardingTeams.Domain.Steps.GroupMeetingReminders;
using SafeguardingTeams.Domain.Steps.GroupSession;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.Domain.Tests.Effects;

/// <content>Meetings of the group.</content>
public partial class WhatFollowsTests
{
    /// <summary>Every event of the played meetings, and of every command that can be taken on the way.</summary>
    private static IEnumerable<(string Name, IEnumerable<Effect> Effects)> OfMeetings()
    {
        foreach (var stage in Enum.GetValues<MeetingStage>())
        {
            foreach (var command in MeetingStory.EveryCommand())
            {
                foreach (var actor in new[] { MeetingStory.Operations, MeetingStory.Chair, MeetingStory.System })
                {
                    var story = MeetingStory.At(stage);
                    if (command is RemindMeeting)
                    {
                        story.Now = story.Now.AddDays(30);
                    }

                    _ = story.When(command, actor);
                    var file = new MeetingFile(MeetingStory.Id);
                    foreach (var recorded in story.File.History)
                    {
                        file = Replay.Next(file, recorded);
                        var happened = (MeetingEvent)recorded.Event;
                        yield return (happened.StoredName, EffectsOf.Once(happened.WhatFollows(file)));
                    }
                }
            }
        }

        foreach (
            var command in MeetingStory
                .EveryCommand()
                .Append(new EndCoOption(MeetingStory.Id, 3, 2, "Somebody else comes."))
                .Append(new DropFromAgenda(MeetingStory.Id, 3, "It is not ready."))
        )
        {
            var story = MeetingStory.WithCoOpted();
            if (story.When(command, MeetingStory.Operations) is Decision.Accepted)
            {
                yield return Last(story.File);
                if (command is CancelGroupMeeting)
                {
                    yield return Last(story.Given(MeetingStory.Plan, MeetingStory.Operations).File);
                }
            }
        }

        var held = MeetingStory
            .WithCoOpted()
            .On(MeetingStory.Day)
            .Given(new RecordGroupAttendance(MeetingStory.Id, MeetingStory.Came, 0), MeetingStory.Operations);
        yield return Last(
            held.Given(
                new DeclareInterest(MeetingStory.Id, 3, new("Named doctor", MeetingStory.Doctor.PersonId, "Knows it.", AfterInterest.Left)),
                MeetingStory.Operations
            ).File
        );
        var ended = new GroupMeetingEnded("12:30", []);
        yield return (ended.StoredName, ended.WhatFollows(MeetingStory.WithCoOpted().File));

        ItemActionTakenBack back = new(3, MeetingStory.ActionId);
        yield return (back.StoredName, back.WhatFollows(MeetingStory.At(MeetingStage.InSession).File));
        var counted = new MeetingRecalculated("amended", MeetingStory.Day, [Due]);
        yield return (counted.StoredName, counted.WhatFollows(MeetingStory.At(MeetingStage.Planned).File));
    }

    private static (string Name, IEnumerable<Effect> Effects) Last(MeetingFile file) =>
        file.History[^1].Event is MeetingEvent happened
            ? (happened.StoredName, EffectsOf.Once(happened.WhatFollows(file)))
            : throw new InvalidOperationException();
}
