using System.Collections.Immutable;
using SafeguardingTeams.Domain.Deciding;

namespace SafeguardingTeams.Presentation.Cards;

/// <summary>What every drawing knows.</summary>
/// <param name="Press">Unique to this drawing: pressing twice, or Teams delivering twice, is recognised by it.</param>
/// <param name="Words">The partnership's names and contacts.</param>
/// <param name="Viewer">Who looks.</param>
/// <param name="Now">The instant.</param>
/// <param name="Today">The London date.</param>
public sealed record CardContext(string Press, PartnershipWords Words, Actor Viewer, DateTimeOffset Now, DateOnly Today);

/// <summary>Names, contacts and wording of the partnership, as shown.</summary>
public sealed record PartnershipWords(
    string PartnershipName, string MashName, string OperationsName, string OperationsTelephone, string OperationsEmail,
    string FrontDoorName, string FrontDoorTelephone, string FrontDoorOutOfHours, Uri WebPage, ImmutableDictionary<string, string> Overrides)
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

/// <summary>What is said on top of a card.</summary>
public sealed record Notice(NoticeKind Kind, string Text);

/// <summary>What kind of notice; said in words as well as by colour.</summary>
public enum NoticeKind
{
    /// <summary>Something was done.</summary>
    Done,

    /// <summary>Something to know.</summary>
    Information,

    /// <summary>Something is wrong.</summary>
    Problem,
}
