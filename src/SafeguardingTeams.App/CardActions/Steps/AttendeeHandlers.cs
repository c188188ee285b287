using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.Preparing;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Steps.Preparing;

namespace SafeguardingTeams.App.CardActions.Steps;

/// <summary>Who is invited to the Rapid Review meeting (B12).</summary>
internal sealed class AttendeeHandlers(StepRunner steps, ReviewDesk desk) : ICardHandlers
{
    /// <inheritdoc/>
    public IEnumerable<CardHandler> Handlers =>
        [
            steps.On(Verbs.Attendees, All),
            steps.On(Verbs.AttendeeDesk, p => One(p.Key("who"))),
            steps.On(Verbs.AttendeeInvite, _ => Invite),
            steps.On(Verbs.AttendeeRemove, p => Remove(p.Key("who"))),
        ];

    private static StepCard All(CardInvocation invocation) =>
        new(ReviewDoors.ForOperations, (file, filled, context) =>
            AttendeeCards.List(file, StepCard.OnTop(filled), context, invocation.Page)
        );

    private static StepCard One(string who) =>
        new(ReviewDoors.Invited(who), (file, filled, context) =>
            AttendeeCards.Desk(file, ReviewDoors.Seat(file, who)!, StepCard.OnTop(filled), context)
        );

    private StepCard Invite =>
        new(Step.InviteAttendee, (file, filled, context) =>
            AttendeeCards.Invite(file, desk.NotInvited(file), desk.Agencies, filled, context)
        )
        {
            Command = Invited,
            Says = file =>
                file.Review.SentAt is null ? "They are on the list. The invitation goes out with the letters." : "They are being invited.",
            After = (file, said, context) => AttendeeCards.List(file, said, context),
        };

    private static StepCard Remove(string who) =>
        new(
            (file, actor) => StepRules.Refuse(Step.InviteAttendee, file, actor) ?? ReviewDoors.Invited(who)(file, actor),
            (file, filled, context) => AttendeeCards.Remove(file, ReviewDoors.Seat(file, who)!, filled, context)
        )
        {
            Command = p => new TakeOffAttendee(p.Case, who, p.Input("reason")),
            Says = _ => "They are no longer invited.",
            After = (file, said, context) => AttendeeCards.List(file, said, context),
        };

    private Wish Invited(CardInvocation invocation)
    {
        var contact = desk.ContactOf(invocation, "representative");
        var person = desk.Everybody.FirstOrDefault(one => one.PersonId == contact.PersonId);
        var agency =
            invocation.Input("agency") is var chosen && chosen == AttendeeCards.AnotherAgency ? invocation.Input("another") : chosen;
        var (key, name) = person is null ? desk.AgencyOf(agency) : (person.AgencyId, person.AgencyName);
        // Cards that were drawn before still say a partner: it is held against the agency.
        var partner = invocation.Choice<Role>("partner");
        return new InviteAttendee(
            invocation.Case,
            new($"a-{invocation.CommandId[..10]}", contact, key, name, invocation.Input("title").Trim(), partner)
        );
    }
}
