using System.Collections.Immutable;
using SafeguardingTeams.Domain.Actions;
using SafeguardingTeams.Domain.Briefings;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Figures;
using SafeguardingTeams.Domain.Forms.Briefings;
using SafeguardingTeams.Domain.Learning;
using SafeguardingTeams.Domain.Meetings;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Reviews;
using SafeguardingTeams.Domain.Steps.BriefingAnswers;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.Domain.Tests.Figures;

/// <summary>A partnership in which something stands at every stage of every kind of record, in 2026-27.</summary>
internal static class Partnership
{
    internal static ImmutableList<RecordFile> Records { get; } =
    [
        .. Enum.GetValues<Stage>().Select(stage => CaseStory.At(stage).File),
        CaseStory.AnsweredAndDone().File,
        .. Enum.GetValues<LearningStage>().Select(stage => LearningStory.At(stage).File),
        .. Enum.GetValues<ReviewStage>().Select(stage => ReviewStory.At(stage).File),
        .. Enum.GetValues<ReviewKind>()
            .Where(kind => !kind.IsDecidedByLeads() && !kind.IsFromOutside())
            .Select(kind => ReviewStory.Begun(kind).File),
        ReviewStory.Asking().File,
        ReviewStory.TakingPart().File,
        ReviewStory.TakingPart(ReviewStage.Accepted).File,
        ReviewStory.TakingPart(ReviewStage.Concluded).File,
        .. Enum.GetValues<ActionStage>().Select(stage => ActionStory.At(stage).File),
        .. Enum.GetValues<MeetingStage>().Select(stage => MeetingStory.At(stage).File),
        .. Enum.GetValues<BriefingStage>().Select(stage => BriefingStory.At(stage).File),
        BriefingStory.At(BriefingStage.Sent, BriefingPurpose.Training).File,
        BriefingStory
            .At(BriefingStage.Sent)
            .Given(new AnswerBriefing(BriefingStory.Id, BriefingStory.Used()), BriefingStory.Member)
            .Given(new AnswerBriefing(BriefingStory.Id, BriefingStory.Used("police", "By telephone")), BriefingStory.Operations)
            .Given(new AnswerBriefing(BriefingStory.Id, BriefingStory.Used() with { People = 15 }), BriefingStory.Member)
            .File,
    ];

    internal static ImmutableList<RecordFigures> Figures { get; } = [.. Records.Select(FiguresOf.Of).OfType<RecordFigures>()];

    internal static ReportPeriod Year { get; } = ReportPeriod.OfYear(2026);
}
