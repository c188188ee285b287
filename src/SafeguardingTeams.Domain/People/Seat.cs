using System.Collections.Immutable;

namespace SafeguardingTeams.Domain.People;

/// <summary>A seat of the group's core membership (E3): a role in an agency, whoever holds it.</summary>
/// <param name="Id">Names it: lower-case letters and hyphens.</param>
/// <param name="Title">The post, as it stands in the terms of reference.</param>
/// <param name="AgencyId">The agency, where it is in the partnership's file; empty else.</param>
/// <param name="AgencyName">The agency as people say it.</param>
/// <param name="Partner">The safeguarding partner it stands for in a Rapid Review's quorum; null for none (B14).</param>
/// <param name="Held">Who has held it, oldest first; their days do not overlap.</param>
public sealed record Seat(string Id, string Title, string AgencyId, string AgencyName, Role? Partner, ImmutableList<SeatHolder> Held)
{
    /// <summary>Who holds it on a day; null where it is empty then.</summary>
    public SeatHolder? On(DateOnly day) => Held.FindLast(holder => holder.From <= day && (holder.To is not { } to || day <= to));
}

/// <summary>Somebody in a seat, first and last day included.</summary>
/// <param name="PersonId">Their id in the partnership's file; empty where they are not in it.</param>
/// <param name="Display">How they are called: role and agency, or as the directory gives it.</param>
/// <param name="Email">Where invitations reach them; empty where the partnership's file says it.</param>
/// <param name="From">The first day.</param>
/// <param name="To">The last day; null while none is known.</param>
public sealed record SeatHolder(string PersonId, string Display, string Email, DateOnly From, DateOnly? To);
