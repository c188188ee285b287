using SafeguardingTeams.Domain.Briefings;
using SafeguardingTeams.Domain.Steps.BriefingKeeping;
using SafeguardingTeams.Presentation.Wording;

namespace SafeguardingTeams.Presentation.Steps.BriefingKeeping;

/// <summary>What the timeline says of the file that was kept.</summary>
internal static class BriefingWords
{
    internal static StepLines<BriefingEvent, BriefingFile> Lines { get; } =
        new StepLines<BriefingEvent, BriefingFile>().Line<BriefingDocumentKept>(
            (kept, _) => ("Kept as it went", $"{kept.Document.Name}, fingerprint {kept.Document.Sha256[..12]}")
        );

    internal static StepTexts<BriefingFile> Messages { get; } = new();

    internal static IReadOnlyList<BriefingButton> Buttons { get; } = [];
}
