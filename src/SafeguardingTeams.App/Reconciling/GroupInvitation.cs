using System.Collections.Immutable;
using System.Text.Encodings.Web;
using AdaptiveCards;
using SafeguardingTeams.App.Directory;
using SafeguardingTeams.App.Ports;
using SafeguardingTeams.App.Time;
using SafeguardingTeams.Domain.Meetings;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.GroupAgenda;
using SafeguardingTeams.Presentation.Wording;

namespace SafeguardingTeams.App.Reconciling;

/// <summary>
/// The invitation to a meeting of the group: its reference, time, place and a link, and nothing of what is on its agenda, because it is
/// one for many and lies in calendars (E1, E2, PD18).
/// </summary>
internal sealed class GroupInvitation(PartnershipWords words, IPeople people, CurrentRules currentRules, LondonClock clock)
{
    /// <summary>
    /// What Outlook is to hold of the meeting. From when it is opened it is left as it was; so is one whose day passed without that, where
    /// it is cancelled afterwards.
    /// </summary>
    internal async Task<OutlookMeeting> OfAsync(MeetingFile file, CancellationToken cancellationToken)
    {
        // Who holds which seat is not to be half a minute old: nobody is invited who is not to come.
        await currentRules.RefreshAsync(always: true, cancellationToken);
        return new(
            file is { Plan: { } plan, Stage: MeetingStage.Planned } ? new(Number(file), Content(file, plan), Invitees(file, plan)) : null,
            file.Stage == MeetingStage.Planned
                ? $"This invitation to the meeting of the {words.GroupName} {file.Ref} is replaced by another."
                : $"The meeting of the {words.GroupName} {file.Ref} is cancelled. What was on its agenda waits for another.",
            $"on the page of {file.Ref}"
        )
        {
            IsLeft =
                file.Stage is not (MeetingStage.Planned or MeetingStage.Cancelled)
                || file.Plan is not { } there
                || there.EndsAt <= clock.Now,
        };
    }

    /// <summary>
    /// Which plan it is: one that was cancelled and is planned again is another event. So is one that is held online by now, or no longer:
    /// Outlook changes that of no event.
    /// </summary>
    private static int Number(MeetingFile file)
    {
        var (number, isOnline) = (0, false);
        foreach (var happened in file.History.Select(recorded => recorded.Event))
        {
            number += happened is GroupMeetingPlanned || happened is GroupMeetingMoved moved && moved.Plan.IsOnline != isOnline ? 1 : 0;
            isOnline = ((happened as GroupMeetingPlanned)?.Plan ?? (happened as GroupMeetingMoved)?.Plan)?.IsOnline ?? isOnline;
        }

        return number;
    }

    private EventContent Content(MeetingFile file, MeetingPlan plan)
    {
        string Safe(string text) => HtmlEncoder.Default.Encode(Direction.Steady(text));
        var page = Safe(new Uri(words.WebPage, $"?open={file.Ref}").AbsoluteUri);
        return new(
            $"{words.GroupName} meeting, {file.Ref}",
            $"""
            <p>You are invited to a {(plan.Special ? "special " : "")}meeting of the {Safe(words.GroupName)} of {Safe(
                words.PartnershipName
            )}, reference {file.Ref}.</p>
            <p>Agenda and papers, once they are sent: <a href="{page}">{page}</a></p>
            <p>If you cannot come, send your deputy and tell {Safe(words.OperationsName)} ({Safe(words.OperationsTelephone)}, {Safe(
                words.OperationsEmail
            )}).</p>
            <p>Do not write names or details of a child or family into this invitation or your answer.</p>
            """,
            plan.BeginsAt,
            plan.EndsAt,
            plan.Place,
            plan.IsOnline
        );
    }

    /// <summary>
    /// Whoever holds a seat on the day of the meeting, where an address is known (E3); and by their roles on that day the Chair,
    /// operations, who take the minutes, and the Scrutineer always (E6); and those co-opted to an item (E3).
    /// </summary>
    private ImmutableList<Invitee> Invitees(MeetingFile file, MeetingPlan plan)
    {
        var there = people.Actors(plan.Day);
        return
        [
            .. currentRules
                .Group.Seats.Values.Select(seat => seat.On(plan.Day))
                .OfType<SeatHolder>()
                .Select(holder => new Invitee(
                    there.Find(person => person.PersonId == holder.PersonId) is { Email.Length: > 0 } known ? known.Email : holder.Email,
                    holder.Display
                ))
                .Concat(
                    there
                        .Where(person => person.Roles.Any(role => role is Role.Chair or Role.Operations or Role.Scrutineer))
                        .Select(person => new Invitee(person.Email, person.Display))
                )
                .Concat(
                    file.Items.SelectMany(item => item.CoOpted.Where(one => file.IsShownTo(item, one)))
                        .Select(one => new Invitee(
                            one.Who.HasAccount ? there.Find(person => person.PersonId == one.Who.PersonId)?.Email ?? "" : one.Who.Email,
                            one.Who.Display
                        ))
                )
                .Where(invitee => invitee.Address.Length > 0)
                .DistinctBy(invitee => invitee.Address, StringComparer.OrdinalIgnoreCase),
        ];
    }
}
