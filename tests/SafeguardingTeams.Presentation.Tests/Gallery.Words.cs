using System.Collections.Immutable;
using SafeguardingTeams.Presentation.Wording;

namespace SafeguardingTeams.Presentation.Tests;

/// <summary>A partnership's names, as the cards say them.</summary>
internal static partial class Gallery
{
    internal static PartnershipWords Words { get; } =
        new(
            "Example Safeguarding Children Partnership",
            "The Example MASH",
            "the Partnership Operational Team",
            "020 7946 0120",
            "operations@partnership.example",
            "Example front door (MASH)",
            "020 7946 0100, Monday to Friday, 09:00 to 17:00",
            "020 7946 0199",
            new("https://page.example"),
            ImmutableDictionary<string, string>.Empty
        )
        {
            Code = "GSCP",
            GroupName = "Learning from Practice Group",
            PanelAddressee = "Chair of the Child Safeguarding Practice Review Panel",
            PanelAddress = "Child Safeguarding Practice Review Panel",
            GroupMeetings = [new(2026, 12, 9)],
        };
}
