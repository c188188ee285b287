using SafeguardingTeams.Domain.Briefings;
using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.BriefingAnswers;
using SafeguardingTeams.Domain.Steps.BriefingApproval;
using SafeguardingTeams.Domain.Steps.BriefingEnding;
using SafeguardingTeams.Domain.Steps.BriefingKeeping;
using SafeguardingTeams.Domain.Steps.BriefingReminders;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.Domain.Tests.Effects;

/// <content>Briefings.</content>
public partial class WhatFollowsTests
{
    /// <summary>Every event of the played briefings.</summary>
    private static IEnumerable<(string Name, IEnumerable<Effect> Effects)> OfBriefings()
    {
        var (id, chair, operations) = (BriefingStory.Id, BriefingStory.Chair, BriefingStory.Operations);
        var late = BriefingStory.At(BriefingStage.Sent);
        foreach (var chase in late.File.Clock(Timescales.BriefingAnswers.Id)!.Deadline.Chases)
        {
            late.On(chase.At).Given(new RemindBriefing(id, Timescales.BriefingAnswers.Id), ActionStory.System);
        }

        KeptDocument kept = new(KeptKind.Briefing, "briefing-5", "", $"{id}-seven-minute-briefing-1.docx", "00ff", 10, "Trust; Police");
        var files = Enum.GetValues<BriefingStage>()
            .Select(stage => BriefingStory.At(stage))
            .Concat([
                late,
                BriefingStory.At(BriefingStage.Checking).Given(BriefingStory.Check(passes: false), chair),
                BriefingStory.At(BriefingStage.WithChair).Given(new ApproveBriefing(id, false, "Too long."), chair),
                BriefingStory
                    .At(BriefingStage.Sent)
                    .Given(new RecordBriefingKept(id, [kept]), ActionStory.System)
                    .Given(new AnswerBriefing(id, BriefingStory.Used()), BriefingStory.Member)
                    .Given(new CorrectBriefing(id, "The number was wrong."), operations),
            ])
            .Select(story => story.File);
        foreach (var whole in files)
        {
            var file = new BriefingFile(id);
            foreach (var recorded in whole.History)
            {
                file = Replay.Next(file, recorded);
                var happened = (BriefingEvent)recorded.Event;
                yield return (happened.StoredName, EffectsOf.Once(happened.WhatFollows(file)));
            }
        }

        var counted = new BriefingRecounted("amended", [Due]);
        yield return (counted.StoredName, counted.WhatFollows(BriefingStory.At(BriefingStage.Sent).File));
    }
}
