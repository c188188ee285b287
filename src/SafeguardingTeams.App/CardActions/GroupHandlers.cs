using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using AdaptiveCards;
using SafeguardingTeams.App.Commands;
using SafeguardingTeams.App.Configuration;
using SafeguardingTeams.App.Directory;
using SafeguardingTeams.App.Storage;
using SafeguardingTeams.Domain.Group;
using SafeguardingTeams.Domain.Meetings;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.GroupSchedule;
using SafeguardingTeams.Domain.Steps.Seats;
using SafeguardingTeams.Domain.Steps.TermsOfReference;
using SafeguardingTeams.Domain.Typing;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Cards.Forms;
using SafeguardingTeams.Presentation.Screens;
using SafeguardingTeams.Presentation.Steps.GroupSchedule;
using SafeguardingTeams.Presentation.Steps.Seats;
using SafeguardingTeams.Presentation.Steps.TermsOfReference;

namespace SafeguardingTeams.App.CardActions;

/// <summary>The group's own cards: its seats (E3), its year (E1, E19), its terms of reference (E8).</summary>
public sealed class GroupHandlers(GroupRecord record, CurrentRules currentRules, IPeople people, PartnershipFile file, IRows rows)
    : ICardHandlers
{
    /// <inheritdoc/>
    IEnumerable<CardHandler> ICardHandlers.Handlers =>
        [
            new(Verbs.Group, LookAsync),
            Form(Verbs.GroupSeat, Step.FillSeat, DrawFill, ReadFill, "It is recorded who holds this seat."),
            Form(Verbs.GroupSeatEnd, Step.FillSeat, DrawEnd, ReadEnd, "The last day is recorded."),
            Form(Verbs.GroupMeetingPlan, Step.ScheduleGroupMeeting, DrawPlan, ReadPlan, "The meeting is in the group's year."),
            Form(Verbs.GroupMeetingOut, Step.ScheduleGroupMeeting, DrawOut, ReadOut, "The meeting is taken out of the group's year."),
            Form(Verbs.GroupTerms, Step.AgreeTermsOfReference, DrawTerms, ReadTerms, "The terms of reference are recorded."),
        ];

    private GroupFile Group => currentRules.Group;

    /// <summary>What a form asks for; else what is wrong with it.</summary>
    private sealed record Asked(GroupCommand? Command, params IReadOnlyList<Refusal?> Wrong);

    private async Task<AdaptiveCard> LookAsync(CardInvocation invocation, CancellationToken cancellationToken)
    {
        if (!GroupPermissions.Sees(invocation.Actor))
        {
            return NotTheirs(invocation);
        }

        await record.OpenAsync(cancellationToken);
        // With its clocks, which no index row holds.
        var whole = (GroupFile)(await StoredRecord.LoadAsync(rows, RecordRef.Group, cancellationToken)).Record;
        return GroupCard.Draw(whole, null, invocation.Context);
    }

    private CardHandler Form(
        string verb,
        Step step,
        Func<CardInvocation, Filled, AdaptiveCard> draw,
        Func<CardInvocation, Asked> read,
        string done
    ) => new(verb, async (invocation, cancellationToken) =>
        {
            if (!GroupPermissions.Sees(invocation.Actor))
            {
                return NotTheirs(invocation);
            }

            await record.OpenAsync(cancellationToken);
            if (!GroupPermissions.Allows(step, Group, invocation.Actor))
            {
                return NotTheirs(invocation);
            }

            if (!invocation.Does)
            {
                return draw(invocation, Filled.Nothing);
            }

            if (invocation.Done == Finding.Do)
            {
                return draw(invocation, invocation.Filled());
            }

            var asked = read(invocation);
            if (asked.Command is not { } command || asked.Wrong.Any(refusal => refusal is not null))
            {
                return draw(invocation, invocation.Filled(asked.Wrong.OfType<Refusal>()));
            }

            if (command is TakeOutMeeting takeOut)
            {
                command = takeOut with { Planned = await PlannedAsync(takeOut.Day, cancellationToken) };
            }

            var outcome = await record.RunAsync(command, invocation.CommandId, invocation.Actor, cancellationToken);
            return outcome is Outcome.Done { Record: GroupFile after }
                ? GroupCard.Draw(after, new(NoticeKind.Done, done), invocation.Context)
                : draw(invocation, invocation.Filled(((Outcome.Refused)outcome).Reasons));
        });

    private static AdaptiveCard NotTheirs(CardInvocation invocation) =>
        NoticeCard.Draw("Not available", Refusal.NotYours.Message, invocation.Context);

    /// <summary>The page with what is wrong; with nothing wrong, the second once the first is answered.</summary>
    private AdaptiveCard DrawFill(CardInvocation invocation, Filled filled) =>
        invocation.Done is "yes" or SeatCards.Next or Finding.Do
        && !filled.Refusals.Exists(refusal => SeatCards.PostFields.Contains(refusal.Field ?? ""))
        && SeatOf(invocation) is { } seat
            ? SeatCards.FillHolder(seat.Title, people.Actors(invocation.Context.Today), filled, invocation.Context)
            : SeatCards.FillPost(Group, [.. file.Agencies.Select(agency => (agency.Id, agency.Name))], filled, invocation.Context);

    private Asked ReadFill(CardInvocation invocation) =>
        invocation.Done switch
        {
            SeatCards.Back => new(null),
            SeatCards.Next => new(null, WrongPost(invocation)),
            _ => ReadSeat(invocation),
        };

    private Seat? SeatOf(CardInvocation invocation) =>
        invocation.Input("seat") == SeatCards.Other
            ? Own(invocation.Input("title"))
            : SeatCards.Seats(Group).FirstOrDefault(one => one.Id == invocation.Input("seat"));

    private AgencyEntry? AgencyOf(CardInvocation invocation) => file.Agencies.FirstOrDefault(one => one.Id == invocation.Input("agency"));

    private Refusal?[] WrongPost(CardInvocation invocation) =>
        [
            SeatOf(invocation) is null ? Wish.NoChoice("seat", "Choose a seat.") : null,
            invocation.Input("seat") == SeatCards.Other && invocation.Input("title").Trim().Length == 0
                ? Wish.NoChoice("title", "Enter the post.")
                : TooLong(invocation, "title"),
            AgencyOf(invocation) is null ? Wish.NoChoice("agency", "Choose the agency the seat is for.") : null,
        ];

    private Asked ReadSeat(CardInvocation invocation)
    {
        var isOther = invocation.Input("holder") == SeatCards.Other;
        var person = people.Actors(invocation.Context.Today).Find(one => one.PersonId == invocation.Input("holder"));
        var (who, email) = (invocation.Input("who").Trim(), invocation.Address("email"));
        Refusal?[] wrong =
        [
            .. WrongPost(invocation),
            person is null && !isOther ? Wish.NoChoice("holder", "Choose who holds the seat.") : null,
            isOther && who.Length == 0 ? Wish.NoChoice("who", "Enter their role and agency.") : TooLong(invocation, "who"),
            (isOther || person is { Email.Length: 0 }) && !Address.IsOne(email)
                ? Wish.NoChoice("email", "Enter an email address, such as name@example.org.uk.")
                : TooLong(invocation, "email"),
            invocation.Day("from") is null ? Wish.NoDay("from") : null,
        ];
        if (SeatOf(invocation) is not { } seat || AgencyOf(invocation) is not { } agency || invocation.Day("from") is not { } from)
        {
            return new(null, wrong);
        }

        var holder = person is null
            ? new SeatHolder("", who, email, from, null)
            : new SeatHolder(person.PersonId, person.Display, person.Email.Length > 0 ? "" : email, from, null);
        return new(
            new FillSeat(
                seat with
                {
                    AgencyId = agency.Id,
                    AgencyName = agency.Name,
                    // Only cards that were drawn before say one: it is held against the agency.
                    Partner = invocation.Choice<Role>("partner"),
                    Held = [],
                },
                holder
            ),
            wrong
        );
    }

    private static Refusal? TooLong(CardInvocation invocation, string name) =>
        invocation.Input(name).Trim().Length > FillSeat.LongestText
            ? new("too-long", $"Shorten it to {FillSeat.LongestText} characters or fewer.", name)
            : null;

    /// <summary>A seat for a post that is not one of the ten: the one that is there of this title, else a new one.</summary>
    private Seat Own(string title)
    {
        title = title.Trim();
        if (SeatCards.Seats(Group).FirstOrDefault(seat => seat.Title.Equals(title, StringComparison.OrdinalIgnoreCase)) is { } there)
        {
            return there;
        }

        return new(OwnSeatId(title), title, "", "", null, []);
    }

    /// <summary>An id that says nothing of what was typed: it stands in keys of rows. The same title has the same.</summary>
    private static string OwnSeatId(string title) =>
        $"own-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(title.ToLowerInvariant())))[..12]}";

    private AdaptiveCard DrawEnd(CardInvocation invocation, Filled filled) => SeatCards.End(Group, filled, invocation.Context);

    private static Asked ReadEnd(CardInvocation invocation) =>
        new(
            invocation.Day("to") is { } to ? new EndSeat(invocation.Input("seat"), to) : null,
            invocation.Input("seat").Length == 0 ? Wish.NoChoice("seat", "Choose a seat.") : null,
            invocation.Day("to") is null ? Wish.NoDay("to") : null
        );

    private static AdaptiveCard DrawPlan(CardInvocation invocation, Filled filled) => GroupScheduleCards.Plan(filled, invocation.Context);

    private static Asked ReadPlan(CardInvocation invocation) =>
        invocation.Day("date") is { } day ? new(new ScheduleMeeting(day)) : new(null, Wish.NoDay());

    private AdaptiveCard DrawOut(CardInvocation invocation, Filled filled) => GroupScheduleCards.TakeOut(Group, filled, invocation.Context);

    private static Asked ReadOut(CardInvocation invocation) =>
        invocation.Day("date") is { } day
            ? new(new TakeOutMeeting(day, invocation.Input("reason")))
            : new(null, Wish.NoChoice("date", "Choose a meeting."));

    /// <summary>The meetings that are planned for a day, by the index of what is open.</summary>
    private async Task<ImmutableList<RecordRef>> PlannedAsync(DateOnly day, CancellationToken cancellationToken) =>
        [
            .. (await rows.ReadAsync(Keys.OpenOf(RecordKind.Meeting), cancellationToken))
                .Where(row => row["stage"] == nameof(MeetingStage.Planned) && row["day"] == GroupRows.Iso(day))
                .Select(row => RecordRef.Parse(row["record"])),
        ];

    private AdaptiveCard DrawTerms(CardInvocation invocation, Filled filled) => TermsCards.Agree(Group, filled, invocation.Context);

    private static Asked ReadTerms(CardInvocation invocation) =>
        new(
            invocation.Day("date") is { } day ? new AgreeTermsOfReference(day, invocation.Day("review"), invocation.Input("where")) : null,
            invocation.Day("date") is null ? Wish.NoDay() : null,
            invocation.Input("review").Length > 0 && invocation.Day("review") is null ? Wish.NoDay("review") : null
        );
}
