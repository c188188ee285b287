using System.Collections.Immutable;
using SafeguardingTeams.Domain.Reviews;

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
    /// <summary>What the group that learns from practice is called, without its article.</summary>
    public required string GroupName { get; init; }

    /// <summary>The letters in front of every reference.</summary>
    public required string Code { get; init; }

    /// <summary>The MASH's name inside a sentence.</summary>
    public string Mash => MashName.StartsWith("The ", StringComparison.Ordinal) ? $"the {MashName[4..]}" : MashName;

    /// <summary>What the health partner is called.</summary>
    public string HealthPartner { get; init; } = "health";

    /// <summary>The group's scheduled meetings that are known, in order.</summary>
    public ImmutableList<DateOnly> GroupMeetings { get; init; } = [];

    /// <summary>Where reports to the national Panel go.</summary>
    public string PanelEmail { get; init; } = "";

    /// <summary>
    /// The addresses of bodies outside that the partnership has checked: letters about reviews are mailed there, and nowhere else (C8).
    /// </summary>
    public ImmutableList<OutsideAddress> Outside { get; init; } = [];

    /// <summary>The legal basis that stands on what a review asks of agencies (C23).</summary>
    public LegalBasis DetailBasis { get; init; } = LegalBasis.NotChecked;

    /// <summary>Limits that somebody has checked, of those that are to be.</summary>
    public ImmutableList<CheckedLimit> CheckedLimits { get; init; } = [];

    /// <summary>Whom the letter to the Panel is addressed to: an office, then body and postal address, line by line.</summary>
    public required string PanelAddressee { get; init; }

    /// <summary>The Panel's body and postal address, line by line.</summary>
    public required string PanelAddress { get; init; }

    /// <summary>The partnership's own wording for a key, or ours.</summary>
    public string Say(string key, string ours) => Overrides.GetValueOrDefault(key, ours);
}

/// <summary>Where a body outside is written to.</summary>
/// <param name="Source">Where the address was found.</param>
/// <param name="CheckedBy">Who checked it, by role.</param>
/// <param name="CheckedOn">On which day.</param>
public sealed record OutsideAddress(OutsideBody Body, string Email, string Source, string CheckedBy, DateOnly CheckedOn);

/// <summary>A legal basis as the partnership words it.</summary>
/// <param name="Source">Where it was found; empty where nobody has checked it.</param>
/// <param name="CheckedBy">Who checked it, by role; empty where nobody has.</param>
/// <param name="CheckedOn">On which day; null where nobody has.</param>
public sealed record LegalBasis(string Text, string Source, string CheckedBy, DateOnly? CheckedOn)
{
    /// <summary>Ours, until somebody of the partnership has checked it: operations see that nobody has.</summary>
    public static LegalBasis NotChecked { get; } =
        new("Children Act 2004, section 16H: whoever is asked for information for a review provides it.", "", "", null);
}

/// <summary>A limit that somebody has checked.</summary>
/// <param name="CheckedBy">A role.</param>
public sealed record CheckedLimit(string Id, string Source, string CheckedBy, DateOnly CheckedOn);
