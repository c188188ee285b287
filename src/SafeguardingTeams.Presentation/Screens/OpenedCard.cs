using AdaptiveCards;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Screens;
using SafeguardingTeams.Presentation.Steps.Meeting;
using SafeguardingTeams.Presentation.Steps.Scoping;
using SafeguardingTeams.Presentation.Steps.SecuredRecords;
using SafeguardingTeams.Presentation.Wording;

namespace SafeguardingTeams.Presentation.Screens;

/// <summary>
/// What opening a case shows: the case to whom it concerns at large, to others the card of their own part and nothing beside (F2).
/// </summary>
public static class OpenedCard
{
    public static AdaptiveCard Draw(CaseView view, CardContext context)
    {
        var (file, viewer) = (view.File, context.Viewer);
        return ReviewVisibility.SeesCase(file, viewer) ? CaseCard.Draw(view, context)
            : ReviewVisibility.Agencies(file, viewer).FirstOrDefault() is { } agency
                ? MyAgencyCard.Draw(file, agency, view.Notice, context, view.ReturnBegunBy)
            : ReviewVisibility.Seat(file, viewer) is { } seat ? MyMeetingCard.Draw(file, seat, view.Notice, context)
            : Nominated(file, viewer) is { } nominated ? SecuringCards.OfTheNominee(file, nominated, view.Notice, context)
            : MemberCard.Draw(file, view.Notice, context);
    }

    private static Domain.Cases.Reviewing.ReviewAgency? Nominated(CaseFile file, Actor viewer) =>
        Permissions.SeesAs(file, viewer, [Role.RecordsNominee])
            ? file.Review.Agencies.Find(agency => agency.IsNominee(viewer.PersonId))
            : null;
}
