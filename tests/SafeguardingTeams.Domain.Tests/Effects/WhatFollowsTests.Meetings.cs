using System.Text;
using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Meetings;
using SafeguardingTeams.Domain.Records;
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

        ItemActionTakenBack back = new(3, MeetingStory.ActionId);
        yield return (back.StoredName, back.WhatFollows(MeetingStory.At(MeetingStage.InSession).File));
        var counted = new MeetingRecalculated("amended", MeetingStory.Day, [Due]);
        yield return (counted.StoredName, counted.WhatFollows(MeetingStory.At(MeetingStage.Planned).File));
    }

    private static void AppendOfMeetings(StringBuilder text, IReadOnlyCollection<(string Name, IEnumerable<Effect> Effects)> meetings)
    {
        Assert.Equal(
            [],
            typeof(MeetingEvent)
                .Assembly.GetTypes()
                .Where(type => type.IsSubclassOf(typeof(MeetingEvent)) && !type.IsAbstract)
                .Select(Stored)
                .Except(meetings.Select(one => one.Name))
        );
        text.Append("\n## Of the group's meetings\n\n| event, as stored | cards | and |\n|---|---|---|\n");
        foreach (var one in meetings.GroupBy(one => one.Name).OrderBy(one => one.Key, StringComparer.Ordinal))
        {
            var effects = one.SelectMany(each => each.Effects).ToList();
            Assert.All(effects, effect => Assert.IsType<Effect.ShowCard>(effect));
            var cards = effects.OfType<Effect.ShowCard>().GroupBy(card => (card.Kind, card.OnlyIfShown)).Select(Card);
            text.Append($"| {one.Key} | {Line(cards)} | – |\n");
        }
    }
}
