using System.Collections.Immutable;
using SafeguardingTeams.Domain.Forms;
using SafeguardingTeams.Domain.Forms.PracticeLearning;
using SafeguardingTeams.Domain.Learning;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Reviews;
using SafeguardingTeams.Domain.Steps.GoodPractice;
using SafeguardingTeams.Domain.Steps.LearningDecision;
using SafeguardingTeams.Domain.Steps.LearningJoining;
using SafeguardingTeams.Domain.Steps.LearningQuestions;
using SafeguardingTeams.Domain.Steps.LearningReferral;
using SafeguardingTeams.Domain.Steps.LearningReminders;
using SafeguardingTeams.Domain.Steps.LearningTriage;
using SafeguardingTeams.Domain.Steps.SafeguardingLeadsAnswer;
using SafeguardingTeams.Domain.Steps.TriBorough;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.Domain.Tests.Histories;

/// <content>Practice learning.</content>
internal sealed partial class Choices
{
    private IEnumerable<Command> OfLearning(World world, LearningFile file, Step step) =>
        step switch
        {
            Step.SubmitLearning =>
            [
                new SubmitLearning(file.Ref, PracticeLearningV1.FormId, 1, LearningStory.Complete()),
                new SubmitLearning(file.Ref, PracticeLearningV1.FormId, 1, LearningStory.GoodPractice),
                new SubmitLearning(file.Ref, PracticeLearningV1.FormId, 1, LearningStory.Complete("nobody@agency.example")),
            ],
            Step.ChangeLearning =>
            [
                new ChangeLearning(
                    file.Ref,
                    Answers.None,
                    Answers.None.With("additional", "information", $"More, {file.Version}."),
                    "More is known."
                ),
            ],
            Step.WithdrawLearning => [new WithdrawLearning(file.Ref, "Sent by mistake.")],
            Step.NameSafeguardingLead => new[] { LearningStory.Lead, LearningStory.OtherLead }.Select(lead => new NameSafeguardingLead(
                file.Ref,
                lead.PersonId
            )),
            Step.AnswerAsSafeguardingLead => [new AnswerAsSafeguardingLead(file.Ref, !Sometimes(4), "We look into it ourselves.")],
            Step.RecordLeadsAnswer =>
            [
                new RecordLeadsAnswer(file.Ref, true, "", "Called back."),
                new RecordLeadsAnswer(file.Ref, false, "They look into it themselves.", "Called back."),
            ],
            Step.TriageLearning => Enum.GetValues<LearningWay>().Select(way => Way(file, way)),
            Step.AskReferrer => [new AskReferrer(file.Ref, "Who planned it?")],
            Step.AnswerQuestion => [new AnswerQuestion(file.Ref, file.Questions.Count, "The ward.")],
            Step.DecideOnLearning => new[] { LearningOutcome.MultiAgencyAudit, LearningOutcome.ToTheTriBoroughGroup }.Select(
                outcome => new DecideOnLearning(file.Ref, Outcome(world, outcome), file.Version) { Joined = Following(file) }
            ),
            Step.DecideItem => Items(world, file.Ref),
            Step.JoinLearning => world
                .All<LearningFile>()
                .Where(other => other.Ref != file.Ref)
                .SelectMany(other =>
                    new Command[]
                    {
                        new JoinLearning(file.Ref, other.Ref, "The same child."),
                        new JoinLearning(other.Ref, file.Ref, "The same child."),
                        new SeparateLearning(file.Ref, other.Ref, "Two children."),
                        new SeparateLearning(other.Ref, file.Ref, "Two children."),
                    }
                ),
            // It follows by what is decided on the one it is joined to.
            Step.FollowLearning => file.JoinedTo is { } leading
                ? new[] { Step.TriageLearning, Step.DecideOnLearning, Step.DecideItem }.SelectMany(decides =>
                    OfLearning(world, (LearningFile)world.Of(leading), decides)
                )
                : [],
            Step.RecordLearningTold => [new RecordLearningTold(file.Ref, "By telephone.")],
            Step.FeedGoodPracticeBack =>
            [
                new FeedGoodPracticeBack(
                    file.Ref,
                    new(null, $"They have left, {file.Version}."),
                    file.FedBack is null ? "" : "A slip.",
                    file.FedBack is not null
                ),
            ],
            Step.SendToTriBorough =>
            [
                new SendToTriBorough(
                    file.Ref,
                    new($"A page on discharges, {file.Version}", world.Today),
                    file.TriBorough?.Sent is null ? "" : "A slip.",
                    file.TriBorough?.Sent is not null
                ),
            ],
            Step.RecordTriBoroughAnswer =>
            [
                new RecordTriBoroughAnswer(
                    file.Ref,
                    new($"They plan an audit, {file.Version}", world.Today),
                    file.TriBorough?.Answer is null ? "" : "A slip.",
                    file.TriBorough?.Answer is not null
                ),
            ],
            Step.AgreeAction => [Agrees(file.Ref)],
            Step.BeginBriefing => Begins(file.Ref, New(RecordKind.Briefing)),
            Step.WriteBriefing => Writing(world, file.Ref),
            Step.MakeReviewRecommendation => Recommending(world, file.Ref),
            Step.ProposeReview => Enum.GetValues<ReviewKind>().Select(kind => Proposes(world, file.Ref, kind, New(RecordKind.Review))),
            Step.CheckImpact => world
                .All<Domain.Actions.ActionFile>()
                .Where(action => ComesFrom(world, action) == file.Ref)
                .SelectMany(action => OfAnAction(world, action, step)),
            Step.RemindLearning => file.Clocks.Select(clock => new RemindLearning(file.Ref, clock.Deadline.TimescaleId)),
            Step.RecalculateLearning => [new RecalculateLearning(file.Ref)],
            _ => throw new InvalidOperationException($"No command for {step} of practice learning."),
        };

    private TriageLearning Way(LearningFile file, LearningWay way) =>
        new(file.Ref, way, "It is so.", Sometimes(), [], New(RecordKind.Case).CaseId, file.Way is not null)
        {
            Joined = Following(file),
            JoinedCases = way == LearningWay.ToTheMash ? [.. Following(file).Select(_ => New(RecordKind.Case).CaseId)] : [],
        };

    private static ImmutableList<RecordRef> Following(LearningFile file) => [.. file.Joined.Select(joined => joined.Learning)];

    private static GroupsDecision Outcome(World world, LearningOutcome outcome) =>
        LearningStory.Outcome with
        {
            DecidedOn = world.Today,
            Outcomes = [outcome],
        };
}
