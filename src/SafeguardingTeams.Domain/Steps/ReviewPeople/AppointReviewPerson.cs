using SafeguardingTeams.Domain.Actions;
using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Reviews;

namespace SafeguardingTeams.Domain.Steps.ReviewPeople;

/// <summary>
/// Operations or the Chair record that a reviewer, the independent Chair or a panel member was appointed, with the declaration (C2, C9). In
/// place of an earlier one it needs a reason. Panel, Ofsted and DfE are to be told each time, but of no panel member, who may not have been
/// directly involved.
/// </summary>
/// <param name="On">The day of the appointment.</param>
/// <param name="InPlaceOf">Whom this person replaces; null for nobody.</param>
/// <param name="Reason">Why another comes; empty where nobody is replaced.</param>
public sealed record AppointReviewPerson(
    RecordRef Review,
    NamedPerson Who,
    ReviewDeclaration Declared,
    DateOnly On,
    int? InPlaceOf,
    string Reason
) : ReviewCommand(Review)
{
    /// <inheritdoc/>
    public override Step Step => Step.AppointReviewPerson;

    /// <inheritdoc/>
    protected override Decision Decide(Records<ReviewFile> files, DecisionContext context)
    {
        var file = files.This;
        var who = Who.Trimmed();
        var others = file.Appointed().Where(person => person.Number != InPlaceOf).ToList();
        return Unless(
            [
                .. Who.Refusals(),
                .. Declared.Refusals(),
                Declared.WasInvolved && who.Role == ReviewPersonRole.PanelMember
                    ? new("was-involved", "Nobody who was directly involved is a panel member. Appoint somebody else.", "involved")
                    : null,
                On > context.Today ? new("in-future", "This day is still to come.", "date")
                : On < file.DecidedOn ? new("too-early", "This is before the review was decided on.", "date")
                : null,
                InPlaceOf is null ? Said.TooLong(Reason, "reason") : Said.Needed(Reason, "reason", "Say why another comes."),
                file.Appointed().Any(person => person.Who == who) ? new("nothing-changed", "This person is appointed already.") : null,
                InPlaceOf is not { } number || file.Appointed().Any(person => person.Number == number)
                    ? null
                    : new("nothing-changed", "This appointment has ended already.", "instead"),
                file.Appointed().Any(person => person.Number == InPlaceOf && person.Who.Role != who.Role)
                    ? new("not-the-same", "Who takes somebody's place is appointed for the same. Choose the other.", "role")
                    : null,
                who.Role == ReviewPersonRole.IndependentChair && others.Exists(person => person.Who.Role == who.Role)
                    ? new("one-chair", "There is an independent Chair. Say that this person comes in their place.", "instead")
                    : null,
                others.Count >= ReviewAppointments.Most
                    ? new("too-many", $"Appoint {ReviewAppointments.Most} at most. End another appointment first.", "name")
                    : null,
            ],
            new ReviewPersonAppointed(
                file.People.Count + 1,
                who,
                Declared.Trimmed(),
                On,
                InPlaceOf,
                InPlaceOf is null ? "" : Reason.Trim(),
                who.Role.IsToldOutside() ? context.Pin(file.Rules!, Timescales.ReviewPersonTold, On) : null
            )
        );
    }
}

/// <summary>A reviewer, an independent Chair or a panel member was appointed.</summary>
/// <param name="Tell">By when Panel, Ofsted and DfE are told; null where they are told of nobody appointed for this.</param>
public sealed record ReviewPersonAppointed(
    int Number,
    NamedPerson Who,
    ReviewDeclaration Declared,
    DateOnly On,
    int? InPlaceOf,
    string Reason,
    Deadline? Tell
) : ReviewEvent
{
    /// <inheritdoc/>
    public override string StoredName => "ReviewPersonAppointed.v1";

    /// <inheritdoc/>
    public override ReviewFile ApplyTo(ReviewFile file, RecordedEvent recorded)
    {
        var after = file with
        {
            People = (InPlaceOf is { } number ? file.People.Ended(number, On, Reason) : file.People).Add(
                new(Number, Who, Declared, On, recorded.By.Display)
            ),
        };
        return (Tell is null ? after : after.ToldAnew(On).Start(Tell)).AskIn(recorded, Number);
    }

    /// <inheritdoc/>
    public override IEnumerable<Effect> WhatFollows(ReviewFile after) =>
        [.. ReviewRecordCards.Again(after), .. ReviewGuests.TakenBack(after, InPlaceOf), .. ReviewGuests.Invited(after)];
}
