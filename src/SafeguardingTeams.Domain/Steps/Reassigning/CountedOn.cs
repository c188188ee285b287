using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Cases;

namespace SafeguardingTeams.Domain.Steps.Reassigning;

/// <summary>
/// What a Rapid Review counts on one person for: a part they have in this case alone, with no deputies in the partnership's file
/// (B9, B12, RO9).
/// </summary>
public static class CountedOn
{
    /// <summary>Whether a role is such a part.</summary>
    public static bool IsFor(Role role) => role is Role.AgencyRepresentative or Role.RapidReviewAttendee or Role.RecordsNominee;

    /// <summary>
    /// What they are counted on for until the end of an absence, with the agency, to be put behind their name; empty for nothing.
    /// </summary>
    internal static string As(CaseFile file, Role role, string personId, DateOnly until)
    {
        var review = file.Review;
        var (what, agencies) = role switch
        {
            _ when review is not { SentAt: not null, WithdrawnBecause: null, AccessEnded: false } => ("", []),
            Role.AgencyRepresentative => (
                "answers for",
                review
                    .Agencies.Where(agency =>
                        agency.AskedAt is not null
                        && agency.Representative?.PersonId == personId
                        && (agency.Return is null || agency.Return.Known && !agency.Securing.IsComplete)
                    )
                    .Select(agency => agency.Name)
            ),
            Role.RapidReviewAttendee => (
                "comes to the meeting for",
                review
                    .Attendees.Where(attendee =>
                        attendee.Contact.PersonId == personId
                        && file.Stage == Stage.UnderReview
                        && review.Meeting is { } meeting
                        && London.DateOf(meeting.Start) <= until
                    )
                    .Select(attendee => attendee.AgencyName)
            ),
            Role.RecordsNominee => (
                "may reach the secured records of",
                review.Agencies.Where(agency => agency.Securing.Nominee?.PersonId == personId).Select(agency => agency.Name)
            ),
            _ => ("", Enumerable.Empty<string>()),
        };
        return string.Join(", ", agencies) is { Length: > 0 } named ? $" ({what} {named})" : "";
    }
}
