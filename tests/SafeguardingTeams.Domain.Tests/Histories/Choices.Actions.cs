using SafeguardingTeams.Domain.Actions;
using SafeguardingTeams.Domain.Learning;
using SafeguardingTeams.Domain.Meetings;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Reviews;
using SafeguardingTeams.Domain.Steps.ActionAgreement;
using SafeguardingTeams.Domain.Steps.ActionDigest;
using SafeguardingTeams.Domain.Steps.ActionDone;
using SafeguardingTeams.Domain.Steps.ActionEnding;
using SafeguardingTeams.Domain.Steps.ActionImpact;
using SafeguardingTeams.Domain.Steps.ActionOwnership;
using SafeguardingTeams.Domain.Steps.ActionProgress;
using SafeguardingTeams.Domain.Steps.ActionReminders;
using SafeguardingTeams.Domain.Steps.ActionTime;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.Domain.Tests.Histories;

/// <content>Actions.</content>
internal sealed partial class Choices
{
    private IEnumerable<Command> OfAnAction(World world, ActionFile file, Step step) =>
        step switch
        {
            Step.AgreeAction => Sources(world)
                .Select(source => Agrees(source, file.Ref))
                .Concat(world.All<ReviewFile>().SelectMany(review => AgreesFrom(review, file.Ref))),
            Step.DecideItem => world.All<MeetingFile>().SelectMany(meeting => OfAMeeting(world, meeting, step)),
            Step.ReportProgress => [new ReportProgress(file.Ref, ProgressState.Blocked, "Nobody to train.", "Rung back.")],
            Step.ReportActionDone => [new ReportActionDone(file.Ref, "The list of who was trained.", "", "Rung back.")],
            Step.AddEvidenceFile =>
            [
                new AddEvidenceFile(file.Ref, 2048, new('a', 64), ".pdf"),
                new AddEvidenceFile(file.Ref, 4096, new('b', 64), ".png"),
            ],
            Step.TakeOutEvidenceFile =>
            [
                .. EvidenceFile.There(file).Take(1).Select(one => new TakeOutEvidenceFile(file.Ref, one.Number, "A name stands in it.")),
            ],
            Step.AddEvidenceLink =>
            [
                new AddEvidenceLink(file.Ref, "https://trust.example/protocol", "The protocol"),
                new AddEvidenceLink(file.Ref, $"https://trust.example/list/{file.Version}", "The list of who was trained"),
            ],
            Step.TakeOutEvidenceLink =>
            [
                .. EvidenceLink.There(file).Take(1).Select(one => new TakeOutEvidenceLink(file.Ref, one.Number, "It names somebody.")),
            ],
            Step.AskForMoreTime => [new AskForMoreTime(file.Ref, Later(world, file), "The trainer is ill.", "Rung back.")],
            Step.AnswerMoreTime => [new AnswerMoreTime(file.Ref, Sometimes(), "It has been long enough.")],
            Step.AcceptAction => [new AcceptAction(file.Ref, "Thank you.", Sometimes() ? null : world.Today.AddDays(60))],
            Step.ReturnAction => [new ReturnAction(file.Ref, "The list is missing.")],
            Step.ReportImpact => [new ReportImpact(file.Ref, "Nineteen of twenty.", "Rung back.")],
            Step.CheckImpact => Enum.GetValues<ImpactFound>().Select(found => Checks(world, file, found)),
            Step.ChangeActionOwner => [new ChangeActionOwner(file.Ref, Owner(), "A new post.")],
            Step.TieActionOwner =>
            [
                new TieActionOwner(file.Ref, Any([Cast.Guest.PersonId, ActionStory.OtherOwner.PersonId]), Sometimes())
                {
                    Round = file.TimesBegun,
                },
            ],
            Step.EndAction => [new EndAction(file.Ref, world.Today, "Overtaken.")],
            Step.WithdrawAction => [new WithdrawAction(file.Ref, "Part of another.")],
            Step.ReopenAction => new DateOnly?[] { null, world.Today }.Select(decided => new ReopenAction(
                file.Ref,
                world.Today.AddDays(40),
                "It came back.",
                decided
            )),
            Step.RemindAction => file.Clocks.Select(clock => new RemindAction(file.Ref, clock.Deadline.TimescaleId)),
            Step.SendActionDigest => [Digest(world, file)],
            Step.RecalculateAction => [new RecalculateAction(file.Ref)],
            _ => throw new InvalidOperationException($"No command for {step} of an action."),
        };

    /// <summary>What an action may come of: cases and referrals.</summary>
    private static IEnumerable<RecordRef> Sources(World world) =>
        world.Files.Keys.Where(record => record.Kind is RecordKind.Case or RecordKind.Learning).OrderBy(record => record.Id);

    private AgreeAction Agrees(RecordRef source, RecordRef? action = null) =>
        new(action ?? New(RecordKind.Action), new(source, "recommendation 2"), Planned());

    /// <summary>From a review: without a recommendation, and from each that is accepted.</summary>
    private IEnumerable<AgreeAction> AgreesFrom(ReviewFile review, RecordRef action) =>
        review.Plan is null
            ? []
            : review
                .Recommendations.Where(one => one.IsAccepted)
                .Select(one => one.Key)
                .Append("")
                .Select(key => new AgreeAction(action, new(review.Ref, key), Planned()) { Answer = key, Joined = review.Plan.Subjects });

    private ActionPlan Planned(World? world = null) =>
        ActionStory.Plan(Owner()) with
        {
            What = $"Write it into the protocol, version {random.Next(1000)}.",
            Due = world is null ? new(2027, 9, 30) : WorkingDay(world, 20),
        };

    private ActionOwner Owner() =>
        Any([
            ActionOwner.OfTheFile(ActionStory.Owner.PersonId),
            ActionOwner.OfTheFile(ActionStory.OtherOwner.PersonId),
            ActionOwner.OfTheFile(ActionStory.Chair.PersonId),
            ActionOwner.OfTheFile(ActionStory.Operations.PersonId),
            ActionOwner.OfTheFile(ActionStory.Member.PersonId),
            ActionStory.Outside,
        ]);

    private static DateOnly Later(World world, ActionFile file) => (file.Due > world.Today ? file.Due : world.Today).AddDays(30);

    /// <summary>Where it has changed something, whoever referred what it comes from hears of it, as whoever records it reads it.</summary>
    private static CheckImpact Checks(World world, ActionFile file, ImpactFound found) =>
        ComesFrom(world, file) is { } source && world.Of(source) is LearningFile { Stage: LearningStage.Decided } referral
            ? new(file.Ref, found, "By the audit.") { Referral = source, Joined = Following(referral) }
            : new(file.Ref, found, "By the audit.");

    /// <summary>The referral it comes from: by itself, by an item of a meeting, or by the one that leads.</summary>
    private static RecordRef? ComesFrom(World world, ActionFile file) =>
        file.Source?.Record switch
        {
            { Kind: RecordKind.Learning } referral => ((LearningFile)world.Of(referral)).JoinedTo ?? referral,
            { Kind: RecordKind.Meeting } meeting => ((MeetingFile)world.Of(meeting))
                .Items.Find(item => item.Actions.Exists(one => one.Action == file.Ref))
                ?.Subject,
            _ => null,
        };

    private static SendActionDigest Digest(World world, ActionFile file) =>
        new(
            file.Ref,
            file.Owner!.PersonId,
            world.Today.AddDays(-(((int)world.Today.DayOfWeek + 6) % 7)),
            [new(file.Ref, file.Due, file.Due < world.Today)]
        );
}
