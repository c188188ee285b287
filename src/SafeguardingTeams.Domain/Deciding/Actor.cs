using System.Collections.Immutable;
using SafeguardingTeams.Domain.Cases;

namespace SafeguardingTeams.Domain.Deciding;

/// <summary>Who acts, as resolved on the server from the token: never from what a card says.</summary>
/// <param name="PersonId">The person's own id, whatever account they came with.</param>
/// <param name="Display">What others see: a name as the directory gives it, or role and agency.</param>
/// <param name="AgencyId">The one agency the person belongs to.</param>
/// <param name="AgencyName">That agency as people call it.</param>
/// <param name="Account">The account used: tenant id, a slash, object id.</param>
/// <param name="Roles">The roles in force today, by the directory, with those of absent holders this person stands in for.</param>
public sealed record Actor(
    string PersonId, string Display, string AgencyId, string AgencyName, string Account, ImmutableHashSet<Role> Roles)
{
    /// <summary>Their email address by the partnership's file; empty where it gives none.</summary>
    public string Email { get; init; } = "";

    /// <summary>The roles this person is a deputy for, behind somebody who is there (decision 17).</summary>
    public ImmutableList<Deputising> Deputises { get; init; } = [];

    /// <summary>Whether this person is away today (decision 17): they keep their roles, but nobody counts on them.</summary>
    public bool IsAway { get; init; }

    /// <summary>
    /// The roles this person holds for this case. Everybody is a practitioner, but for a case that exists only the one
    /// who referred it is its practitioner (F2). Who stands aside loses the role and the next deputy has it; a deputy who
    /// was asked has it too; a role that was handed over is only with whom it was handed to.
    /// </summary>
    public ImmutableHashSet<Role> RolesFor(CaseFile file)
    {
        var held = MayHold.Where(role => !OfOneCase.Contains(role) && Holds(role, Assignment.Of(role, file))).ToImmutableHashSet().Union(InTheReviewOf(file));
        return file.Stage == Stage.NotStarted || file.Referral?.Referrer.PersonId == PersonId ? held.Add(Role.Practitioner) : held;
    }

    /// <summary>The roles nobody holds but for one case: they follow from what the case says.</summary>
    private static readonly ImmutableHashSet<Role> OfOneCase = [Role.Practitioner, Role.AgencyRepresentative, Role.GroupMember, Role.RapidReviewAttendee, Role.RecordsNominee];

    private IEnumerable<Role> InTheReviewOf(CaseFile file)
    {
        var review = file.Review;
        if (review.Agencies.Exists(agency => agency.AskedAt is not null && agency.Representative?.PersonId == PersonId))
        {
            yield return Role.AgencyRepresentative;
        }

        if (Roles.Contains(Role.GroupMember) && review.Agencies.Exists(agency => agency.MemberAsked && agency.Key == AgencyId))
        {
            yield return Role.GroupMember;
        }

        if (review.Attendees.Exists(attendee => attendee.Contact.PersonId == PersonId))
        {
            yield return Role.RapidReviewAttendee;
        }

        if (!review.AccessEnded && review.Agencies.Exists(agency => agency.Securing.Nominee?.PersonId == PersonId))
        {
            yield return Role.RecordsNominee;
        }
    }

    /// <summary>Every role this person may hold in some case.</summary>
    public ImmutableHashSet<Role> MayHold => Roles.Union(Deputises.Select(deputy => deputy.Role));

    /// <summary>Whether they hold a role as it is assigned in a case.</summary>
    public bool Holds(Role role, Assignment assigned)
    {
        if (assigned.HandedTo.Length > 0)
        {
            return assigned.HandedTo == PersonId;
        }

        return !assigned.StoodAside.Contains(PersonId) && (Roles.Contains(role)
            || Deputises.Exists(deputy => deputy.Role == role && deputy.Ahead.RemoveAll(assigned.StoodAside.Contains).Count <= (assigned.DeputyAsked ? 1 : 0)));
    }
}

/// <summary>How a role is assigned in one case, where it departs from the partnership's file.</summary>
/// <param name="StoodAside">Who had part in the case.</param>
/// <param name="DeputyAsked">Whether the deputy was asked because the holder had not answered.</param>
/// <param name="HandedTo">The one person it was handed over to; empty where it was not.</param>
public sealed record Assignment(ImmutableHashSet<string> StoodAside, bool DeputyAsked, string HandedTo)
{
    /// <summary>As the case has it.</summary>
    public static Assignment Of(Role role, CaseFile file) => new(
        [.. file.StoodAside.Where(aside => aside.Role == role).Select(aside => aside.PersonId)], file.DeputiesAsked.Contains(role), file.HandedOver.GetValueOrDefault(role, ""));
}

/// <summary>A place in a role's list of deputies.</summary>
/// <param name="Role">The role.</param>
/// <param name="Ahead">Who comes before and is not away: the holder, then deputies, in order.</param>
public sealed record Deputising(Role Role, ImmutableList<string> Ahead);
