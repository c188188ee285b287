using System.Collections.Immutable;
using AdaptiveCards;
using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Drafts;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Forms;
using SafeguardingTeams.Domain.Forms.PracticeLearning;
using SafeguardingTeams.Domain.Learning;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.GoodPractice;
using SafeguardingTeams.Domain.Steps.LearningDecision;
using SafeguardingTeams.Domain.Steps.LearningJoining;
using SafeguardingTeams.Domain.Steps.LearningQuestions;
using SafeguardingTeams.Domain.Steps.LearningReminders;
using SafeguardingTeams.Domain.Steps.LearningTriage;
using SafeguardingTeams.Domain.Steps.SafeguardingLeadsAnswer;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Cards.Forms;
using SafeguardingTeams.Presentation.Screens;
using SafeguardingTeams.Presentation.Steps.GoodPractice;
using SafeguardingTeams.Presentation.Steps.LearningDecision;
using SafeguardingTeams.Presentation.Steps.LearningJoining;
using SafeguardingTeams.Presentation.Steps.LearningQuestions;
using SafeguardingTeams.Presentation.Steps.LearningReferral;
using SafeguardingTeams.Presentation.Steps.LearningTriage;
using SafeguardingTeams.Presentation.Steps.SafeguardingLeadsAnswer;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.Presentation.Tests;

/// <content>The messages of practice learning.</content>
internal static partial class Gallery
{
    private static IEnumerable<(string Name, CardKind Kind, Topic About, LearningFile File)> LearningMessages()
    {
        foreach (var stage in Enum.GetValues<LearningStage>().Except([LearningStage.NotStarted]))
        {
            yield return ($"{stage}", CardKind.LearningProgress, Topic.AfterEvent(1), LearningAt(stage).File);
            yield return ($"{stage}", CardKind.LearningNews, Topic.None, LearningAt(stage).File);
        }

        yield return ("no-account", CardKind.LearningNews, Topic.None, WithoutAnAccount.File);
        yield return ("by-mail", CardKind.LearningNews, Topic.None, LearningStory.ByMail().File);
        yield return (
            "by-mail-asked",
            CardKind.LearningNews,
            Topic.None,
            LearningStory
                .ByMail()
                .Given(new AnswerAsSafeguardingLead(LearningStory.Id, true, ""), LearningStory.Lead)
                .Given(new AskReferrer(LearningStory.Id, "Who planned it?"), CaseStory.Somebody(Role.Chair))
                .File
        );
        var putRight = PutRight.File;
        yield return ("put-right", CardKind.LearningProgress, Topic.AfterEvent(putRight.Version), putRight);
        var led = Led.File;
        yield return ("joined", CardKind.LearningProgress, Topic.AfterEvent(led.Version), led);
        foreach (var (name, follows) in Following())
        {
            yield return (name, CardKind.LearningProgress, Topic.AfterEvent(follows.Version), follows);
        }

        var late = LearningAt(LearningStage.Decided).Leading();
        yield return ("joined-late", CardKind.LearningProgress, Topic.AfterEvent(late.File.Version), late.File);
        yield return ("joins-late", CardKind.LearningProgress, Topic.AfterEvent(late.Other.Version), late.Other);
        var changed = LearningAt(LearningStage.Decided).WithAChange().File;
        yield return ("changed", CardKind.LearningImpact, Topic.AfterEvent(changed.Version), changed);
        yield return ("told", CardKind.LearningNews, Topic.None, Told.File);
        yield return ("asked", CardKind.LearningAgreement, Topic.None, LearningAt(LearningStage.AwaitingSafeguardingLead).File);
        yield return ("done", CardKind.LearningAgreement, Topic.None, LearningAt(LearningStage.AwaitingTriage).File);
        yield return ("asked", CardKind.LearningTriage, Topic.None, LearningAt(LearningStage.AwaitingTriage).File);
        yield return ("done", CardKind.LearningTriage, Topic.None, LearningAt(LearningStage.AwaitingMeeting).File);
        yield return ("asked", CardKind.LearningQuestion, Topic.Round(1), Questioned.File);
        yield return ("done", CardKind.LearningQuestion, Topic.Round(1), LearningAt(LearningStage.Decided).File);
        foreach (
            var (stage, timescale, days) in new[]
            {
                (LearningStage.AwaitingSafeguardingLead, Timescales.SafeguardingLeadsAnswer, 5),
                (LearningStage.AwaitingTriage, Timescales.LearningTriage, 7),
                (LearningStage.Decided, Timescales.LearningReferrerTold, 8),
            }
        )
        {
            var file = Reminded(stage, timescale, days).File;
            yield return ($"learning-{timescale.Id}", CardKind.Reminder, Topic.Reminder(timescale.Id, file.Version), file);
        }

        yield return (
            "learning-done",
            CardKind.Reminder,
            Topic.Reminder(Timescales.LearningTriage.Id, 3),
            LearningAt(LearningStage.AwaitingMeeting).File
        );
    }
}
