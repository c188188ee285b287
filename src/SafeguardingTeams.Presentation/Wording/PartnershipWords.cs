using System.Collections.Immutable;

namespace SafeguardingTeams.Presentation.Wording;

/// <summary>Names, contacts and wording of the partnership, as shown.</summary>
public sealed record PartnershipWords(
    string PartnershipName,
    string MashName,
    string OperationsName,
    string OperationsTelephone,
    string OperationsEmail,
    string FrontDoorName,
    string FrontDoorTelephone,
    string FrontDoorOutOfHours,
    Uri WebPage,
    ImmutableDictionary<string, string> Overrides
)
{
    /// <summary>What the health partner is called.</summary>
    public string HealthPartner { get; init; } = "health";

    /// <summary>The group's scheduled meetings that are known, in order.</summary>
    public ImmutableList<DateOnly> GroupMeetings { get; init; } = [];

    /// <summary>Where reports to the national Panel go.</summary>
    public string PanelEmail { get; init; } = "";

    /// <summary>Whom the letter to the Panel is addressed to: an office, then body and postal address, line by line.</summary>
    public string PanelAddressee { get; init; } = "Chair of the Child Safeguarding Practice Review Panel";

    /// <summary>The Panel's body and postal address, line by line.</summary>
    public string PanelAddress { get; init; } = "Child Safeguarding Practice Review Panel";

    /// <summary>The partnership's own wording for a key, or ours.</summary>
    public string Say(string key, string ours) => Overrides.GetValueOrDefault(key, ours);
}
