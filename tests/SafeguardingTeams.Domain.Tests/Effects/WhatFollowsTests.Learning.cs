using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Forms.Briefings;
using SafeguardingTeams.Domain.Learning;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.Closing;
using SafeguardingTeams.Domain.Steps.GoodPractice;
using SafeguardingTeams.Domain.Steps.LearningDecision;
using SafeguardingTeams.Domain.Steps.LearningJoining;
using SafeguardingTeams.Domain.Steps.LearningQuestions;
using SafeguardingTeams.Domain.Steps.LearningReferral;
using SafeguardingTeams.Domain.Steps.LearningReminders;
using SafeguardingTeams.Domain.Steps.SafeguardingLeadsAnswer;
using SafeguardingTeams.Domain.Steps.Themes;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.Domain.Tests.Effects;

/// <content>Practice learning.</content>
public partial class WhatFollowsTests
{
    /// <summary>Every event of the played referrals for practice learning, and those that the stages are reached without.</summary>
    private static IEnumerable<(string Name, IEnumerable<Effect> Effects)> OfLearning()
    {
        var id = LearningStory.Id;
        var (chair, operations) = (CaseStory.Somebody(Role.Chair), CaseStory.Somebody(Role.Operations));
        var late = LearningStory.At(LearningStage.AwaitingTriage);
        late.Now = CaseStory.Monday.AddDays(30);
        var agreeing = LearningStory.At(LearningStage.AwaitingSafeguardingLead);
        agreeing.Now = CaseStory.Monday.AddDays(30);
        var files = Enum.GetValues<LearningStage>()
            .Select(stage => LearningStory.At(stage))
            .Concat([
                LearningStory
                    .At(LearningStage.AwaitingTriage)
                    .Given(new AskReferrer(id, "Who?"), chair)
                    .Given(new AnswerQuestion(id, 1, "The ward."), LearningStory.Referrer),
                LearningStory
                    .At(LearningStage.AwaitingSafeguardingLead)
                    .Given(new NameSafeguardingLead(id, LearningStory.OtherLead.PersonId), operations),
                LearningStory.At(LearningStage.Decided).Given(new RecordLearningTold(id, "by telephone"), operations),
                late.Given(new RemindLearning(id, Timescales.LearningTriage.Id), CaseStory.Person("system", Role.ThisSystem)),
                agreeing.Given(new RemindLearning(id, Timescales.SafeguardingLeadsAnswer.Id), CaseStory.Person("system", Role.ThisSystem)),
                LearningStory
                    .At(LearningStage.AwaitingTriage)
                    .Given(
                        new ChangeLearning(
                            id,
                            SafeguardingTeams.Domain.Forms.Answers.None,
                            SafeguardingTeams.Domain.Forms.Answers.None.With("additional", "information", "More."),
                            ""
                        ),
                        LearningStory.Referrer
                    ),
            ])
            .Concat([
                LearningStory.At(LearningStage.Decided).WithAChange(),
                LearningStory.ByMail(),
                LearningStory.At(LearningStage.NotForTheGroup).Given(LearningStory.AnotherReason, chair),
                LearningStory.At(LearningStage.AwaitingTriage).Leading().Given(LearningStory.BothToTheMash, chair),
                LearningStory
                    .ToTriBorough()
                    .Given(LearningStory.SentToTriBorough, operations)
                    .Given(LearningStory.BackFromTriBorough, operations),
                LearningStory
                    .At(LearningStage.Decided, LearningStory.GoodPractice)
                    .Given(new FeedGoodPracticeBack(id, new(null, "They have left.")), operations),
                LearningStory.At(LearningStage.Joined).Given(new SeparateLearning(LearningStory.OtherId, id, "Two."), operations),
                LearningStory
                    .At(LearningStage.AwaitingMeeting)
                    .WithOther(LearningStage.AwaitingTriage)
                    .Given(new JoinLearning(id, LearningStory.OtherId, "One."), chair)
                    .Given(LearningStory.Decide() with { Joined = [LearningStory.OtherId] }, operations),
            ])
            .SelectMany(story => new[] { story.File, story.Other });
        foreach (var whole in files)
        {
            var file = new LearningFile(whole.Ref);
            foreach (var recorded in whole.History)
            {
                file = Replay.Next(file, recorded);
                var happened = (LearningEvent)recorded.Event;
                yield return (happened.StoredName, EffectsOf.Once(happened.WhatFollows(file)));
            }
        }

        var waiting = LearningStory.At(LearningStage.AwaitingTriage).File;
        var counted = new LearningRecalculated("amended", [Due]);
        yield return (counted.StoredName, counted.WhatFollows(waiting));
        var copy = new Domain.Steps.BriefingWriting.LearningCopyBegun(BriefingStory.Id, BriefingPurpose.Training);
        yield return (copy.StoredName, copy.WhatFollows(waiting));
    }

    private static string Stored(Type type) =>
        ((RecordEvent)System.Runtime.CompilerServices.RuntimeHelpers.GetUninitializedObject(type)).StoredName;

    /// <summary>Of a case that has come to its end, or nearly.</summary>
    private static (Stage Stage, CaseEvent Event)[] OfTheEnd =>
        [
            (Stage.PanelAnswered, new ReportThemeMapped("neglect", new("theme-1", "Neglect"))),
            (Stage.PanelAnswered, new ReportThemeUnmapped("neglect", new("theme-1", "Neglect"), "Another is meant.")),
            (Stage.PanelAnswered, new CaseClosed()),
            (Stage.Closed, new CaseReopened("More has come to light.")),
        ];
}
