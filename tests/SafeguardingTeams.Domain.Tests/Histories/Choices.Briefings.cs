using SafeguardingTeams.Domain.Briefings;
using SafeguardingTeams.Domain.Forms.Briefings;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.BriefingAnswers;
using SafeguardingTeams.Domain.Steps.BriefingApproval;
using SafeguardingTeams.Domain.Steps.BriefingEnding;
using SafeguardingTeams.Domain.Steps.BriefingKeeping;
using SafeguardingTeams.Domain.Steps.BriefingReminders;
using SafeguardingTeams.Domain.Steps.BriefingSending;
using SafeguardingTeams.Domain.Steps.BriefingWriting;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.Domain.Tests.Histories;

/// <content>Briefings, copies for training, papers.</content>
internal sealed partial class Choices
{
    private IEnumerable<Command> OfABriefing(World world, BriefingFile file, Step step) =>
        step switch
        {
            Step.BeginBriefing => Sources(world).SelectMany(source => Begins(source, file.Ref)),
            Step.WriteBriefing => [Writes(world, file)],
            Step.CheckBriefing =>
            [
                BriefingStory.Check() with
                {
                    Briefing = file.Ref,
                },
                BriefingStory.Check(passes: false) with
                {
                    Briefing = file.Ref,
                },
            ],
            Step.ApproveBriefing => [new ApproveBriefing(file.Ref, true, ""), new ApproveBriefing(file.Ref, false, "Too long.")],
            Step.SendBriefing => [new SendBriefing(file.Ref)],
            Step.AnswerBriefing => file.Plan!.Agencies.Select(agency => new AnswerBriefing(
                file.Ref,
                BriefingStory.Used(agency.AgencyId, "Rang back.") with
                {
                    WhyNot = Sometimes(3) ? $"No team works with babies, {file.Answers.Count}." : "",
                    People = 1 + random.Next(100),
                }
            )),
            Step.CloseBriefing => [new CloseBriefing(file.Ref, "The rest was told at a meeting.")],
            Step.CorrectBriefing => [new CorrectBriefing(file.Ref, "The number was wrong.")],
            Step.WithdrawBriefing => [new WithdrawBriefing(file.Ref, "It can be known again.")],
            Step.RemindBriefing => file.Clocks.Select(clock => new RemindBriefing(file.Ref, clock.Deadline.TimescaleId)),
            Step.RecountBriefing => [new RecountBriefing(file.Ref)],
            Step.KeepBriefing =>
            [
                new RecordBriefingKept(
                    file.Ref,
                    [new(KeptKind.Briefing, $"briefing-{file.Version}", "", $"{file.Ref}.docx", "00ff", 10, "Trust")]
                ),
            ],
            _ => throw new InvalidOperationException($"No command for {step} of a briefing."),
        };

    /// <summary>One of each purpose, from a record.</summary>
    private static IEnumerable<BeginBriefing> Begins(RecordRef source, RecordRef briefing) =>
        Enum.GetValues<BriefingPurpose>().Select(purpose => new BeginBriefing(briefing, BriefingStory.Plan(purpose, source)));

    /// <summary>The briefings that were begun from a record, written.</summary>
    private IEnumerable<WriteBriefing> Writing(World world, RecordRef source) =>
        world
            .Files.Values.OfType<BriefingFile>()
            .Where(briefing => briefing.Plan?.Source == source)
            .Select(briefing => Writes(world, briefing));

    private WriteBriefing Writes(World world, BriefingFile file) =>
        new(
            file.Ref,
            file.Text?.Answers,
            BriefingStory.Boxes(file.Plan!.Purpose, $"Services looked on {Any(["once", "twice", "three times"])}.")
        )
        {
            Source = file.Plan.Source,
            With = file.Plan.Source is { } source ? BriefingSources.With(world.Of(source)) : [],
        };
}
