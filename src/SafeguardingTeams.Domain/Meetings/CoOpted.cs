using System.Collections.Immutable;
using SafeguardingTeams.Domain.Actions;
using SafeguardingTeams.Domain.Effects;

namespace SafeguardingTeams.Domain.Meetings;

/// <summary>Somebody co-opted to one item of a meeting of the group (E3): that is their part, and nothing else of the meeting.</summary>
/// <param name="Number">From 1, in the order they came to the item; stays.</param>
/// <param name="Who">A person of the partnership's file, or somebody by role, name and address, without an account.</param>
/// <param name="Told">The events they were told with, oldest first: each is a message, or a mail, of its own.</param>
public sealed record CoOpted(int Number, ActionOwner Who, ImmutableList<int> Told)
{
    /// <summary>The most of one item.</summary>
    public const int Most = 6;

    /// <summary>Why they were taken off; empty while they are on.</summary>
    public string Off { get; init; } = "";

    /// <summary>How they are called where no name is to stand.</summary>
    public string RoleAndAgency => Who.AgencyName.Length > 0 ? $"{Who.Display}, {Who.AgencyName}" : Who.Display;

    /// <summary>Whom a message, or a mail, is about, with their item; null where there is nobody.</summary>
    public static (AgendaItem Item, CoOpted One)? Find(MeetingFile file, Topic about) =>
        about.CoOptedTo is { } to && file.Item(to.Item) is { } item && item.CoOpted.Find(one => one.Number == to.Which) is { } found
            ? (item, found)
            : null;
}
