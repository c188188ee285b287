using System.Collections.Immutable;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Group;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Typing;

namespace SafeguardingTeams.Domain.Steps.Seats;

/// <summary>
/// Operations or the Chair say who holds a seat of the group, from which day (E3). Whoever held it before holds it until the day before;
/// a seat that is not there yet is made.
/// </summary>
/// <param name="Seat">The seat: id, post, agency, partner; who held it before is not taken from here.</param>
/// <param name="Holder">Who, and from when.</param>
public sealed record FillSeat(Seat Seat, SeatHolder Holder) : GroupCommand
{
    /// <summary>The most seats.</summary>
    public const int MaxSeats = 40;

    /// <summary>The longest name or post, in characters.</summary>
    public const int LongestText = 200;

    /// <inheritdoc/>
    public override Step Step => Step.FillSeat;

    /// <inheritdoc/>
    protected override Decision Decide(Records<GroupFile> files, DecisionContext context)
    {
        var seats = files.This.Seats;
        // The partner a seat stands for is its agency's, and so has to be whoever holds it (B14).
        var theirs = context.Configured.PartnerOf(Seat.AgencyId);
        var before = seats.GetValueOrDefault(Seat.Id);
        return string.IsNullOrWhiteSpace(Seat.Title) ? Decision.Refuse(new("answer-needed", "Enter the post.", "title"))
            : string.IsNullOrWhiteSpace(Seat.AgencyName) ? Decision.Refuse(new("answer-needed", "Enter or choose the agency.", "agency"))
            : string.IsNullOrWhiteSpace(Holder.Display)
                ? Decision.Refuse(new("answer-needed", "Choose who holds the seat, or enter their role and agency.", "holder"))
            : Holder.PersonId.Length == 0 && !Address.IsOne(Holder.Email)
                ? Decision.Refuse(new("answer-needed", "Enter an email address, such as name@example.org.uk.", "email"))
            : (TooLong(Seat.Title, "title") ?? TooLong(Holder.Display, "who") ?? TooLong(Holder.Email, "email")) is { } tooLong
                ? Decision.Refuse(tooLong)
            : Seat.Partner is { } partner && !Partners.Leads.Contains(partner)
                ? Decision.Refuse(new("answer-needed", "Choose one of the three partners, or none.", "partner"))
            : Standing.NotTheirs(Seat.Partner, theirs, "agency") is { } notTheirs ? Decision.Refuse(notTheirs)
            : Standing.NotTheirs(theirs, Standing.Of(Holder.PersonId, Seat.AgencyId, context), "holder") is { } another
                ? Decision.Refuse(another)
            : before is null && seats.Count >= MaxSeats ? Decision.Refuse(new("too-many", $"There can be at most {MaxSeats} seats."))
            : before?.Held is [.., { } last] && Holder.From < last.From
                ? Decision.Refuse(new("order", "Somebody has held this seat since a later day. Enter that day or a later one.", "from"))
            : before?.On(Holder.From) is { } there && there with { From = Holder.From, To = null } == Holder with { To = null }
                ? Decision.Refuse(new("nothing-changed", "They hold this seat already.", "holder"))
            : Decision.Accept(files.This.Ref, new SeatFilled(Seat with { Held = [], Partner = theirs }, Holder with { To = null }));
    }

    private static Refusal? TooLong(string text, string field) =>
        text.Length > LongestText ? new("too-long", $"Shorten it to {LongestText} characters or fewer.", field) : null;
}

/// <summary>Somebody holds a seat from a day.</summary>
public sealed record SeatFilled(Seat Seat, SeatHolder Holder) : GroupEvent
{
    /// <inheritdoc/>
    public override string StoredName => "SeatFilled.v1";

    /// <inheritdoc/>
    public override GroupFile ApplyTo(GroupFile group, RecordedEvent recorded)
    {
        var held = group.Seats.GetValueOrDefault(Seat.Id)?.Held ?? [];
        return group with
        {
            Seats = group.Seats.SetItem(
                Seat.Id,
                Seat with
                {
                    Held =
                    [
                        .. held.Where(before => before.From < Holder.From)
                            .Select(before =>
                                before.To is { } to && to < Holder.From ? before : before with { To = Holder.From.AddDays(-1) }
                            ),
                        Holder,
                    ],
                }
            ),
        };
    }

    /// <inheritdoc/>
    public override IEnumerable<Effect> WhatFollows(GroupFile after) => [];
}

/// <summary>Operations or the Chair say until when a seat is held; it is empty after that until somebody else is named (E3).</summary>
public sealed record EndSeat(string SeatId, DateOnly LastDay) : GroupCommand
{
    /// <inheritdoc/>
    public override Step Step => Step.FillSeat;

    /// <inheritdoc/>
    protected override Decision Decide(Records<GroupFile> files, DecisionContext context) =>
        files.This.Seats.GetValueOrDefault(SeatId)?.Held is not [.., { } holder] ? Decision.Refuse(Refusal.Overtaken)
        : LastDay < holder.From ? Decision.Refuse(new("order", "They hold it from a later day on.", "to"))
        : holder.To == LastDay ? Decision.Refuse(new("nothing-changed", "This is recorded already.", "to"))
        : Decision.Accept(files.This.Ref, new SeatEnded(SeatId, LastDay));
}

/// <summary>A seat is held until a day.</summary>
public sealed record SeatEnded(string SeatId, DateOnly LastDay) : GroupEvent
{
    /// <inheritdoc/>
    public override string StoredName => "SeatEnded.v1";

    /// <inheritdoc/>
    public override GroupFile ApplyTo(GroupFile group, RecordedEvent recorded) =>
        group.Seats[SeatId] is var seat
            ? group with
            {
                Seats = group.Seats.SetItem(
                    SeatId,
                    seat with
                    {
                        Held = seat.Held.SetItem(seat.Held.Count - 1, seat.Held[^1] with { To = LastDay }),
                    }
                ),
            }
            : group;

    /// <inheritdoc/>
    public override IEnumerable<Effect> WhatFollows(GroupFile after) => [];
}
