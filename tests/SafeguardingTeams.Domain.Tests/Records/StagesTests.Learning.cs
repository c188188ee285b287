using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Forms.Briefings;
using SafeguardingTeams.Domain.Learning;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.BriefingWriting;
using SafeguardingTeams.Domain.Steps.GoodPractice;
using SafeguardingTeams.Domain.Steps.LearningDecision;
using SafeguardingTeams.Domain.Steps.LearningJoining;
using SafeguardingTeams.Domain.Steps.LearningReminders;
using SafeguardingTeams.Domain.Steps.LearningTriage;
using SafeguardingTeams.Domain.Tests.Learning;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.Domain.Tests.Records;

/// <content>Practice learning.</content>
public partial class StagesTests
{
    private static HashSet<Followed> Learning()
    {
        var seen = new HashSet<Followed>();
        var open = new Queue<(LearningFile File, DateTimeOffset Now)>();
        foreach (var stage in Enum.GetValues<LearningStage>())
        {
            var story = LearningStory.At(stage);
            seen.UnionWith(Path(new LearningFile(LearningStory.Id), story.File));
            open.Enqueue((story.File, story.Now));
            open.Enqueue((story.File, story.Now.AddDays(30)));
        }

        while (open.TryDequeue(out var from))
        {
            foreach (var command in LearningTests.EveryCommand())
            {
                var story = new LearningStory { Now = from.Now };
                var found = LearningTests
                    .Everybody()
                    .Append(CaseStory.Person("system", Role.ThisSystem))
                    .Select(actor =>
                        (actor, Decision: command.DecideFor(from.File, [.. command.Others.Select(Other)], story.Context(actor)))
                    )
                    .FirstOrDefault(one => one.Decision is Decision.Accepted);
                if (found.Decision is not Decision.Accepted accepted)
                {
                    continue;
                }

                var after = accepted
                    .Changes.Where(change => change.Record == LearningStory.Id)
                    .Aggregate(from.File, (file, change) => Walks.After(file, change, found.actor, from.Now));
                if (Path(from.File, after).Where(seen.Add).ToList().Count > 0)
                {
                    open.Enqueue((after, from.Now));
                }
            }
        }

        // Joined to another, or another to it, and separated again.
        var operations = CaseStory.Somebody(Role.Operations);
        foreach (
            var story in new[]
            {
                LearningStory
                    .At(LearningStage.Joined)
                    .Given(new SeparateLearning(LearningStory.OtherId, LearningStory.Id, "Two children."), operations),
                LearningStory
                    .At(LearningStage.AwaitingMeeting)
                    .WithOther(LearningStage.AwaitingMeeting)
                    .Given(new JoinLearning(LearningStory.OtherId, LearningStory.Id, "The same child."), operations)
                    .Given(new SeparateLearning(LearningStory.OtherId, LearningStory.Id, "Two children."), operations),
                LearningStory.At(LearningStage.Decided).WithAChange(),
                LearningStory.ByMail(),
                LearningStory.At(LearningStage.NotForTheGroup).Given(LearningStory.AnotherReason, CaseStory.Somebody(Role.Chair)),
                LearningStory
                    .At(LearningStage.AwaitingTriage)
                    .Leading()
                    .Given(LearningStory.BothToTheMash, CaseStory.Somebody(Role.Chair))
                    .Given(new SeparateLearning(LearningStory.Id, LearningStory.OtherId, "Two children."), operations),
                LearningStory.At(LearningStage.Joined).WithAChange(),
                LearningStory
                    .ToTriBorough()
                    .Given(LearningStory.SentToTriBorough, operations)
                    .Given(LearningStory.BackFromTriBorough, operations),
                LearningStory
                    .At(LearningStage.Decided, LearningStory.GoodPractice)
                    .Given(new FeedGoodPracticeBack(LearningStory.Id, new(null, "They have left.")), operations),
                LearningStory
                    .At(LearningStage.AwaitingTriage)
                    .Leading()
                    .Given(Follows.Way, CaseStory.Somebody(Role.Chair))
                    .Given(Follows.Decision, operations)
                    .Given(new SeparateLearning(LearningStory.Id, LearningStory.OtherId, "Two children."), operations),
            }
        )
        {
            seen.UnionWith(Path(new LearningFile(LearningStory.Id), story.File));
            seen.UnionWith(Path(new LearningFile(LearningStory.OtherId), story.Other));
        }

        // A copy for training begun from it.
        var decided = LearningStory.At(LearningStage.Decided).File;
        var copy = new LearningCopyBegun(BriefingStory.Id, BriefingPurpose.Training);
        seen.UnionWith(Path(decided, Walks.After(decided, new(decided.Ref, copy), operations, CaseStory.Monday)));

        // By an amended calendar.
        var waiting = LearningStory.At(LearningStage.AwaitingTriage).File;
        var counted = new LearningRecalculated("amended", [waiting.Clocks[^1].Deadline]);
        seen.UnionWith(Path(waiting, Walks.After(waiting, new(waiting.Ref, counted), CaseStory.Somebody(), CaseStory.Monday)));
        return seen;
    }

    private static RecordFile Other(RecordRef record) =>
        record.Kind == RecordKind.Learning
            ? new LearningStory().WithOther(LearningStage.AwaitingTriage).Other
            : new CaseFile(LearningStory.Made);

    /// <summary>What the Chair and the group decide on one that another follows.</summary>
    private static class Follows
    {
        internal static TriageLearning Way { get; } =
            new(LearningStory.Id, LearningWay.NextMeeting, "", false, [], LearningStory.Made) { Joined = [LearningStory.OtherId] };

        internal static DecideOnLearning Decision { get; } =
            LearningStory.Decide() with
            {
                Themes = ["theme-1"],
                Joined = [LearningStory.OtherId],
            };
    }
}
