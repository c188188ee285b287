using System.Security.Cryptography;
using System.Text;
using AdaptiveCards;
using SafeguardingTeams.App.Configuration;
using SafeguardingTeams.App.Directory;
using SafeguardingTeams.App.Time;
using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Cases.Reviewing;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.Scoping;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Screens;
using SafeguardingTeams.Presentation.Steps.Meeting;
using SafeguardingTeams.Presentation.Steps.Preparing;
using SafeguardingTeams.Presentation.Steps.Scoping;
using SafeguardingTeams.Presentation.Wording;

namespace SafeguardingTeams.App.CardActions;

/// <summary>
/// What the cards of the Rapid Review need from the partnership: its people, its agencies, its calendar; and the places a step
/// leads back to.
/// </summary>
public sealed class ReviewDesk(
    IPeople people,
    PartnershipFile partnership,
    CurrentRules currentRules,
    LondonClock clock,
    CaseHandlers cases
)
{
    internal WorkingDayCalendar Calendar => currentRules.Calendar;

    /// <summary>Everybody of the partnership's file as they would act today.</summary>
    internal IReadOnlyList<Actor> Everybody => people.Actors(clock.Today);

    internal AdaptiveCard Hub(CaseFile file, Notice? notice, CardContext context) => ReviewHubCard.Draw(file, Calendar, notice, context);

    /// <summary>Where an agency is looked at from: its representative's own card, or operations' desk.</summary>
    internal static AdaptiveCard Agency(CaseFile file, string key, Notice? notice, CardContext context)
    {
        var agency = file.Review.Agency(key)!;
        return
            agency.AskedAt is not null
            && agency.Representative?.PersonId == context.Viewer.PersonId
            && !Permissions.SeesAs(file, context.Viewer, [Role.Operations])
            ? MyAgencyCard.Draw(file, agency, notice, context)
            : AgencyCards.Desk(file, agency, notice, context);
    }

    /// <summary>The people of one agency in the file: those who may be named for it.</summary>
    internal IReadOnlyList<Actor> PeopleOf(string agencyKey) => [.. Everybody.Where(person => person.AgencyId == agencyKey)];

    /// <summary>Those of the file who are not invited yet.</summary>
    internal IReadOnlyList<Actor> NotInvited(CaseFile file) =>
        [.. Everybody.Where(person => !file.Review.Attendees.Exists(attendee => attendee.Contact.PersonId == person.PersonId))];

    /// <summary>The partnership's agencies, each with the partner it belongs to; null for none (B14).</summary>
    internal IReadOnlyList<(string Id, string Name, Role? Partner)> Agencies =>
        [.. partnership.Agencies.Select(agency => (agency.Id, agency.Name, people.Roster.PartnerOf(agency.Id)))];

    /// <summary>The partnership's agencies that are not in the list yet.</summary>
    internal IReadOnlyList<(string Id, string Name)> NotChosen(CaseFile file) =>
        [.. partnership.Agencies.Where(agency => file.Review.Agency(agency.Id) is null).Select(agency => (agency.Id, agency.Name))];

    /// <summary>
    /// An agency's key and name: the partnership's own where the id or name is one of its, else a key that says nothing (F2).
    /// </summary>
    internal (string Key, string Name) AgencyOf(string given)
    {
        var name = given.Trim();
        return
            partnership.Agencies.FirstOrDefault(agency => agency.Id == name || agency.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
                is { } known
            ? (known.Id, known.Name)
            : ($"n-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name.ToUpperInvariant())))[..12]}", name);
    }

    /// <summary>Who answers for an agency by the partnership's list (RO9); null where it says nobody, or several.</summary>
    internal Contact? RepresentativeOf(string agencyKey) =>
        PeopleOf(agencyKey).Where(person => person.MayHold.Contains(Role.AgencyRepresentative) && person.Email.Length > 0).ToList()
            is [{ } only]
            ? new(only.PersonId, only.Display, only.Email)
            : null;

    /// <summary>Somebody as chosen or entered on a card.</summary>
    internal Contact ContactOf(CardInvocation invocation, string chosen) =>
        Everybody.FirstOrDefault(person => person.PersonId == invocation.Input(chosen)) is { } person
            ? new(person.PersonId, person.Display, person.Email)
            : new("", invocation.Input("who").Trim(), invocation.Address("email"));

    /// <summary>What is shown once a form of the Rapid Review is sent.</summary>
    internal async Task<AdaptiveCard> AfterDraftAsync(
        CardInvocation invocation,
        CaseFile file,
        string slot,
        CancellationToken cancellationToken
    ) =>
        slot.Split('~') switch
        {
            ["request"] when Permissions.SeesAs(file, invocation.Actor, [Role.Operations]) => Hub(
                file,
                new(
                    NoticeKind.Done,
                    file.Review.SentAt is null
                        ? "Recorded. It goes to the agencies when you send letters and forms."
                        : "Put right. Every agency asked is being told."
                ),
                invocation.Context
            ),
            ["return", var agency] when file.Review.Agency(agency) is { } one && AgencyRights.ActsFor(invocation.Actor, one, file) =>
                Agency(file, agency, new(NoticeKind.Done, "The form is returned."), invocation.Context),
            ["meeting"] when ReviewVisibility.SeesCase(file, invocation.Actor) => AtMeetingCards.Overview(
                file,
                new(NoticeKind.Done, "The record is saved."),
                invocation.Context
            ),
            _ => await cases.DrawAsync(invocation, file, new(NoticeKind.Done, "Saved."), cancellationToken),
        };
}
