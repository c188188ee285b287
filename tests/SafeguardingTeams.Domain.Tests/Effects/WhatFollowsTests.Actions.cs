using System.Text;
using SafeguardingTeams.Domain.Actions;
using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.ActionDigest;
using SafeguardingTeams.Domain.Steps.ActionDone;
using SafeguardingTeams.Domain.Steps.ActionEnding;
using SafeguardingTeams.Domain.Steps.ActionImpact;
using SafeguardingTeams.Domain.Steps.ActionOwnership;
using SafeguardingTeams.Domain.Steps.ActionProgress;
using SafeguardingTeams.Domain.Steps.ActionReminders;
using SafeguardingTeams.Domain.Steps.ActionTime;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.Domain.Tests.Effects;

/// <content>Actions.</content>
public partial class WhatFollowsTests
{
    private static IEnumerable<string> Missing<T>(IEnumerable<(string Name, IEnumerable<Effect> Effects)> played)
        where T : RecordEvent =>
        typeof(T)
            .Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(T)) && !type.IsAbstract)
            .Select(Stored)
            .Except(played.Select(one => one.Name));

    private static void Append(StringBuilder text, string title, IEnumerable<(string Name, IEnumerable<Effect> Effects)> all)
    {
        text.Append($"\n## Of {title}\n\n| event, as stored | cards | and |\n|---|---|---|\n");
        foreach (var one in all.GroupBy(one => one.Name).OrderBy(one => one.Key, StringComparer.Ordinal))
        {
            var effects = one.SelectMany(each => each.Effects).ToList();
            Assert.All(effects, effect =>
                Assert.True(
                    effect
                        is Effect.ShowCard
                            or Effect.SendMail { Kind: MailKind.CoOpted or MailKind.OutsideLetter }
                            or Effect.InviteGuest { Record.Kind: RecordKind.Action or RecordKind.Review }
                            or Effect.KeepMeeting { Record.Kind: RecordKind.Meeting }
                            or Effect.KeepPapers { Record.Kind: RecordKind.Meeting or RecordKind.Review or RecordKind.Briefing },
                    $"{effect}"
                )
            );
            var cards = effects.OfType<Effect.ShowCard>().GroupBy(card => (card.Kind, card.OnlyIfShown)).Select(Card);
            text.Append($"| {one.Key} | {Line(cards)} | {Line(effects.Where(effect => effect is not Effect.ShowCard).Select(Other))} |\n");
        }
    }

    /// <summary>Every event of the played actions.</summary>
    private static IEnumerable<(string Name, IEnumerable<Effect> Effects)> OfActions()
    {
        var id = ActionStory.Id;
        var (owner, chair, operations) = (ActionStory.Owner, ActionStory.Chair, ActionStory.Operations);
        var late = ActionStory.At(ActionStage.Agreed);
        foreach (var chase in late.File.Clocks[0].Deadline.Chases)
        {
            late.On(chase.At).Given(new RemindAction(id, Timescales.ActionDue.Id), ActionStory.System);
        }

        var files = Enum.GetValues<ActionStage>()
            .Select(stage => ActionStory.At(stage))
            .Concat([
                late,
                ActionStory
                    .At(ActionStage.Agreed)
                    .Given(new ReportProgress(id, ProgressState.AtRisk, "The trainer is ill."), owner)
                    .Given(new AskForMoreTime(id, new(2027, 3, 26), "The trainer is ill."), owner)
                    .Given(new AnswerMoreTime(id, true, ""), chair)
                    .Given(new AddEvidenceFile(id, 2048, new('a', 64), ".pdf"), owner)
                    .Given(new TakeOutEvidenceFile(id, 1, "A name stands in it."), chair)
                    .Given(new AddEvidenceLink(id, "https://trust.example/protocol", "The protocol"), owner)
                    .Given(new TakeOutEvidenceLink(id, 1, "It names somebody."), chair)
                    .Given(new ReportActionDone(id, "The protocol.", ""), owner)
                    .Given(new ReturnAction(id, "The list is missing."), chair),
                ActionStory
                    .At(ActionStage.Changed)
                    .Given(new ReopenAction(id, new(2027, 2, 26), "It came back.", new(2026, 11, 2)), operations)
                    .Given(new ChangeActionOwner(id, ActionOwner.OfTheFile(ActionStory.OtherOwner.PersonId), "A new post."), operations),
                ActionStory.At(ActionStage.Done, ActionStory.Outside),
                ActionStory.At(ActionStage.Agreed, ActionStory.Outside).Given(ActionStory.CameIn, ActionStory.System),
                ActionStory
                    .At(ActionStage.Ended, ActionStory.Outside)
                    .Given(new ReopenAction(id, new(2027, 2, 26), "It came back.", new(2026, 11, 2)), operations)
                    .Given(new ChangeActionOwner(id, ActionStory.Outside with { Name = "Another head" }, "A new post."), operations),
                ActionStory
                    .At(ActionStage.Agreed)
                    .Given(
                        new SendActionDigest(id, owner.PersonId, new(2026, 11, 2), [new(id, ActionStory.Due, false)]),
                        ActionStory.System
                    ),
            ])
            .Select(story => story.File);
        foreach (var whole in files)
        {
            var file = new ActionFile(id);
            foreach (var recorded in whole.History)
            {
                file = Replay.Next(file, recorded);
                var happened = (ActionEvent)recorded.Event;
                yield return (happened.StoredName, EffectsOf.Once(happened.WhatFollows(file)));
            }
        }

        var counted = new ActionRecalculated("amended", [Due]);
        yield return (counted.StoredName, counted.WhatFollows(ActionStory.At(ActionStage.Agreed).File));
    }
}
