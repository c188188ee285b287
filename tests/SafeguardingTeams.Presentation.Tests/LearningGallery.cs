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

/// <summary>The cards of practice learning, and the messages that bring them.</summary>
internal static partial class Gallery
{
    private static LearningStory LearningAt(LearningStage stage, Answers? answers = null) => LearningStory.At(stage, answers);

    private static LearningStory Questioned =>
        LearningAt(LearningStage.AwaitingTriage)
            .Given(new AskReferrer(LearningStory.Id, "Who planned the discharge, and when?"), CaseStory.Somebody(Role.Chair));

    private static LearningStory WithoutAnAccount =>
        new LearningStory().Given(LearningStory.Submit(LearningStory.Complete("somebody@elsewhere.example")), LearningStory.Referrer);

    private static LearningStory Told =>
        LearningAt(LearningStage.Decided)
            .Given(new RecordLearningTold(LearningStory.Id, "by a card in Teams"), CaseStory.Person("system", Role.ThisSystem));

    /// <summary>One that another follows.</summary>
    private static LearningStory Led => LearningAt(LearningStage.AwaitingTriage).Leading();

    /// <summary>One that follows another, however far that one has come; and one that does so no more.</summary>
    private static IEnumerable<(string Name, LearningFile File)> Following()
    {
        foreach (var way in Enum.GetValues<LearningWay>().Except([LearningWay.SpecialMeeting]))
        {
            yield return ($"follows-{way}", Follow(way).Other);
        }

        yield return (
            "follows-no-more",
            Led.Given(new SeparateLearning(LearningStory.Id, LearningStory.OtherId, "Two."), CaseStory.Somebody(Role.Chair)).Other
        );
        yield return (
            "follows-Decided",
            Follow(LearningWay.NextMeeting)
                .Given(
                    LearningStory.Decide() with
                    {
                        Themes = ["theme-1"],
                        Joined = [LearningStory.OtherId],
                    },
                    CaseStory.Somebody(Role.Operations)
                )
                .Other
        );
        static LearningStory Follow(LearningWay way) =>
            Led.Given(
                new TriageLearning(LearningStory.Id, way, "It was settled.", false, [], LearningStory.Made)
                {
                    Joined = [LearningStory.OtherId],
                    JoinedCases = way == LearningWay.ToTheMash ? [LearningStory.OtherMade] : [],
                },
                CaseStory.Somebody(Role.Chair)
            );
    }

    /// <summary>The Chair's reason was put right after the referrer had been told.</summary>
    private static LearningStory PutRight =>
        LearningAt(LearningStage.NotForTheGroup)
            .Given(new RecordLearningTold(LearningStory.Id, "by telephone"), CaseStory.Somebody(Role.Operations))
            .Given(LearningStory.AnotherReason, CaseStory.Somebody(Role.Chair));

    /// <summary>A referral for practice learning reminded of each of its deadlines, late.</summary>
    private static LearningStory Reminded(LearningStage stage, Timescale timescale, int days)
    {
        var story = LearningAt(stage);
        story.Now = CaseStory.Monday.AddDays(days);
        return story.Given(new RemindLearning(LearningStory.Id, timescale.Id), CaseStory.Person("system", Role.ThisSystem));
    }

    private static IEnumerable<(string, AdaptiveCard)> LearningCards()
    {
        var (referrer, lead, chair, operations, member) = (
            Context(LearningStory.Referrer),
            Context(LearningStory.Lead),
            Context(CaseStory.Somebody(Role.Chair)),
            Context(CaseStory.Somebody(Role.Operations)),
            Context(CaseStory.Somebody(Role.GroupMember))
        );
        var empty = ImmutableDictionary<string, string>.Empty;
        Filled Wrong(string code, string message, string field) => new(empty, [new(code, message, field)]);
        (string, string)[] leads =
        [
            ("lead", "Designated safeguarding lead, a primary school"),
            ("other", "Deputy safeguarding lead, a primary school"),
        ];
        yield return ("learning-start", LearningReferralCards.Start(leads, new(2026, 12, 9), referrer));
        yield return ("learning-start-operations", LearningReferralCards.Start([], null, operations));
        yield return ("learning-start-no-lead", LearningReferralCards.Start([], null, referrer));
        yield return ("learning-sent", LearningReferralCards.Sent(LearningAt(LearningStage.AwaitingSafeguardingLead).File, referrer));
        yield return ("learning-sent-no-account", LearningReferralCards.Sent(WithoutAnAccount.File, referrer));
        yield return (
            "learning-sent-by-a-lead",
            LearningReferralCards.Sent(new LearningStory().Given(LearningStory.Submit(), LearningStory.Lead).File, lead)
        );
        yield return (
            "learning-withdraw",
            LearningReferralCards.Withdraw(LearningAt(LearningStage.AwaitingTriage).File, Filled.Nothing, referrer)
        );
        var asked = LearningAt(LearningStage.AwaitingSafeguardingLead).File;
        yield return ("learning-agreement", LeadCards.Agreement(asked, Filled.Nothing, lead));
        yield return ("learning-refusal", LeadCards.Refusal(asked, Wrong("reason-needed", "Say why not.", "reason"), lead));
        yield return ("learning-lead", LeadCards.Name(WithoutAnAccount.File, leads, Filled.Nothing, operations));
        yield return ("learning-lead-none", LeadCards.Name(WithoutAnAccount.File, [], Filled.Nothing, operations));
        yield return (
            "learning-lead-said",
            LeadCards.Said(WithoutAnAccount.File, Wrong("verified-needed", "Say how you made sure.", "verified"), operations)
        );
        var received = LearningAt(LearningStage.AwaitingTriage).File;
        yield return ("learning-way", TriageCard.Choose(received, Filled.Nothing, chair));
        yield return ("learning-way-again", TriageCard.Choose(LearningAt(LearningStage.AwaitingMeeting).File, Filled.Nothing, chair));
        foreach (var way in Enum.GetValues<LearningWay>())
        {
            yield return ($"learning-way-why-{way}", TriageCard.Why(received, way, Filled.Nothing, chair));
        }

        yield return ("learning-way-why-led", TriageCard.Why(Led.File, LearningWay.ToTheMash, Filled.Nothing, chair));
        yield return ("learning-way-put-right", TriageCard.Why(PutRight.File, LearningWay.NotForTheGroup, Filled.Nothing, chair));

        yield return ("learning-ask", QuestionCards.Ask(received, Wrong("answer-needed", "Enter your question.", "question"), chair));
        yield return ("learning-answer", QuestionCards.Answer(Questioned.File, Filled.Nothing, referrer));
        yield return ("learning-answer-for-them", QuestionCards.Answer(Questioned.File, Filled.Nothing, operations));
        var waiting = LearningAt(LearningStage.AwaitingMeeting).File;
        yield return ("learning-decision", LearningDecisionCards.Decide(waiting, Filled.Nothing, operations));
        yield return ("learning-decision-again", LearningDecisionCards.Decide(Told.File, Filled.Nothing, operations));
        yield return ("learning-told", LearningDecisionCards.Told(LearningAt(LearningStage.Decided).File, Filled.Nothing, operations));
        foreach (var stage in Enum.GetValues<LearningStage>().Except([LearningStage.NotStarted]))
        {
            yield return ($"learning-record-{stage}", LearningCard.Draw(LearningAt(stage).File, null, referrer));
        }

        var changed = LearningAt(LearningStage.Decided).WithAChange().File;
        yield return ("learning-record-changed", LearningCard.Draw(changed, null, referrer));
        yield return ("timeline-learning-changed", LearningCard.Timeline(changed, 0, referrer));
        yield return ("learning-record-followed", LearningCard.Draw(Led.File, null, operations));
        yield return ("learning-record-followed-referrer", LearningCard.Draw(Led.File, null, referrer));
        yield return ("learning-record-follows", LearningCard.Draw(LearningAt(LearningStage.Joined).File, null, operations));
        foreach (var (name, follows) in Following())
        {
            yield return ($"learning-record-{name}", LearningCard.Draw(follows, null, referrer));
        }

        AlikeLine[] alike =
        [
            new(LearningStory.OtherId, "Practice learning, with the Chair", ["name", "birth date"]),
            new(CaseStory.Id, "Serious incident, with the MASH", ["birth date"]),
        ];
        yield return ("learning-alike", LearningJoiningCards.Alike(received, alike, Filled.Nothing, chair));
        yield return ("learning-alike-none", LearningJoiningCards.Alike(received, [], Filled.Nothing, chair));
        yield return (
            "learning-alike-wrong",
            LearningJoiningCards.Alike(received, alike, Wrong("already-decided", "The one that is to lead has ended.", "leads"), chair)
        );
        yield return (
            "learning-alike-separate",
            LearningJoiningCards.Separate(LearningAt(LearningStage.Joined).File, Filled.Nothing, operations)
        );
        var good = LearningAt(LearningStage.Decided, LearningStory.GoodPractice);
        yield return ("learning-record-good-practice", LearningCard.Draw(good.File, null, operations));
        yield return ("learning-fed-back", GoodPracticeCards.Draw(good.File, Filled.Nothing, operations));
        yield return (
            "learning-fed-back-wrong",
            GoodPracticeCards.Draw(good.File, Wrong("answer-needed", "Say why nobody is told.", "whynot"), operations)
        );
        good.Given(
            new FeedGoodPracticeBack(
                LearningStory.Id,
                new(new("Ward manager, Acute hospital trust", new(2026, 11, 2), "by telephone, by the operational team"), "")
            ),
            CaseStory.Somebody(Role.Operations)
        );
        yield return ("learning-fed-back-again", GoodPracticeCards.Draw(good.File, Filled.Nothing, operations));
        yield return ("learning-record-fed-back", LearningCard.Draw(good.File, null, referrer));
        var not = LearningAt(LearningStage.NotForTheGroup, LearningStory.GoodPractice)
            .Given(new FeedGoodPracticeBack(LearningStory.Id, new(null, "They have left.")), CaseStory.Somebody(Role.Operations));
        yield return ("learning-record-not-fed-back", LearningCard.Draw(not.File, null, operations));
        yield return ("learning-record-not-fed-back-referrer", LearningCard.Draw(not.File, null, referrer));
        yield return ("timeline-learning-fed-back", LearningCard.Timeline(good.File, 0, operations));
        yield return ("learning-decision-for-two", LearningDecisionCards.Decide(Led.File, Filled.Nothing, operations));
        yield return ("timeline-learning-follows", LearningCard.Timeline(Following().Last().File, 0, operations));
        yield return ("learning-record-lead", LearningCard.Draw(asked, new(NoticeKind.Done, "Saved."), lead));
        yield return ("learning-record-by-mail", LearningCard.Draw(LearningStory.ByMail().File, null, operations));
        yield return ("learning-record-operations", LearningCard.Draw(WithoutAnAccount.File, null, operations));
        yield return ("learning-record-chair", LearningCard.Draw(received, null, chair));
        yield return ("learning-record-question", LearningCard.Draw(Questioned.File, null, referrer));
        yield return ("learning-record-member", LearningCard.Draw(waiting, null, member));
        yield return ("learning-record-told", LearningCard.Draw(Told.File, null, operations));
        yield return ("learning-read", LearningCard.Read(received, 2, 0, chair));
        yield return ("learning-read-child", LearningCard.Read(received, 3, 0, chair));
        yield return ("timeline-learning", LearningCard.Timeline(Told.File, 0, operations));
        yield return ("timeline-learning-referrer", LearningCard.Timeline(Told.File, 0, referrer));
        yield return (
            "learning-waiting",
            ListCards.AwaitingMeeting([LearningStory.Id], [LearningStory.Id, CaseStory.Id], new(2026, 12, 9), chair)
        );
        yield return ("learning-waiting-none", ListCards.AwaitingMeeting([], [], null, chair));
        foreach (var page in PracticeLearningV1.Form.Pages)
        {
            yield return ($"learning-form-{page.Id}", FormPageCard.Draw(Draft(LearningStory.Complete()), page, [], null, referrer));
        }

        var half = Draft(LearningAnswers.BegunBy("The referrer", "An agency", ""));
        yield return (
            "learning-review",
            ReviewCard.Draw(
                half,
                Checking.Problems(half.Form, half.Answers, new(2026, 11, 2)),
                Checking.Blanks(half.Form, half.Answers),
                "",
                null,
                referrer
            )
        );
        yield return (
            "learning-review-good-practice",
            ReviewCard.Draw(Draft(LearningStory.Complete(kinds: "good-practice")), [], [], "", null, referrer)
        );
    }

    private static Draft Draft(Answers answers) =>
        new(
            LearningStory.Id,
            CaseStory.Referrer.PersonId,
            DraftPurpose.NewLearning,
            PracticeLearningV1.FormId,
            1,
            answers,
            2,
            CaseStory.Monday,
            CaseStory.Monday
        );
}
