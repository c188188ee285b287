using System.Collections.Immutable;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.Domain.Cases;

/// <summary>The roles people hold for a case.</summary>
public static class RolesInCase
{
    /// <summary>
    /// The roles this person holds for this case. Everybody is a practitioner but a guest with papers only (C9), and for a case
    /// that exists only the one who referred it is its practitioner (F2). Who stands aside loses the role and the next deputy has it; a
    /// deputy who was asked has it too; a role that was handed over is only with whom it was handed to.
    /// </summary>
    public static ImmutableHashSet<Role> RolesFor(this Actor actor, CaseFile file)
    {
        var held = actor
            .MayHold.Where(role => !OfOneCase.Contains(role) && actor.Holds(role, file.AssignmentOf(role)))
            .ToImmutableHashSet()
            .Union(InTheReviewOf(actor, file));
        return !actor.ReadsPapersOnly && (file.Stage == Stage.NotStarted || file.Referral?.Referrer.PersonId == actor.PersonId)
            ? held.Add(Role.Practitioner)
            : held;
    }

    /// <summary>The roles nobody holds but for one case: they follow from what the case says.</summary>
    private static readonly ImmutableHashSet<Role> OfOneCase =
    [
        Role.Practitioner,
        Role.AgencyRepresentative,
        Role.GroupMember,
        Role.RapidReviewAttendee,
        Role.RecordsNominee,
        Role.ActionOwner,
        Role.ReviewOwner,
    ];

    private static IEnumerable<Role> InTheReviewOf(Actor actor, CaseFile file)
    {
        var review = file.Review;
        if (review.Agencies.Exists(agency => agency.AskedAt is not null && agency.Representative?.PersonId == actor.PersonId))
        {
            yield return Role.AgencyRepresentative;
        }

        if (actor.Roles.Contains(Role.GroupMember) && review.Agencies.Exists(agency => agency.MemberAsked && agency.Key == actor.AgencyId))
        {
            yield return Role.GroupMember;
        }

        if (review.Attendees.Exists(attendee => attendee.Contact.PersonId == actor.PersonId))
        {
            yield return Role.RapidReviewAttendee;
        }

        if (!review.AccessEnded && review.Agencies.Exists(agency => agency.IsNominee(actor.PersonId)))
        {
            yield return Role.RecordsNominee;
        }
    }

    /// <summary>Whether somebody who is not away holds the role for the case (PD17).</summary>
    public static bool SomebodyIsThere(this DecisionContext context, Role role, CaseFile file) =>
        context.People.Any(person => !person.IsAway && person.RolesFor(file).Contains(role));

    /// <summary>How a role is assigned in this case, where it departs from the partnership's file.</summary>
    public static Assignment AssignmentOf(this CaseFile file, Role role) =>
        new(
            [.. file.StoodAside.Where(aside => aside.Role == role).Select(aside => aside.PersonId)],
            file.DeputiesAsked.Contains(role),
            file.HandedOver.GetValueOrDefault(role, "")
        );
}
