using System.Collections.Immutable;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Presentation.Documents.Briefings;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.Presentation.Tests;

/// <content>Documents of other records than cases.</content>
internal static partial class Gallery
{
    /// <summary>The record each of them is about.</summary>
    internal static ImmutableDictionary<string, RecordRef> DocumentsOfRecords { get; } =
        ImmutableDictionary<string, RecordRef>
            .Empty.Add("agenda", MeetingStory.Id)
            .Add("minutes", MeetingStory.Id)
            .Add("terms-of-reference", ReviewStory.Id)
            .Add("briefing", BriefingStory.Id);

    internal static ReadOnlyMemory<byte> BriefingInWord =>
        BriefingDocument.Write(FullBriefing, FullBriefing.Sent[^1], "Greenwich Safeguarding Children Partnership");
}
