using SafeguardingTeams.App.Directory;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.Reassigning;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Steps.Reassigning;

namespace SafeguardingTeams.App.CardActions.Steps;

/// <summary>A role of one case is handed over to somebody else who can have it.</summary>
internal sealed class ReassigningHandlers(StepRunner steps, IPeople people) : ICardHandlers
{
    /// <inheritdoc/>
    public IEnumerable<CardHandler> Handlers => [steps.On(Verbs.HandOver, _ => Over)];

    private StepCard Over =>
        new(Step.HandOver, (file, filled, context) =>
            HandOverCard.Draw(file, Candidates(file, context.Viewer, context.Today), filled, context)
        )
        {
            Command = p =>
                p.Input("to").Split('/') is [var role, var person] && CardInvocation.Named<Role>(role) is { } named
                    ? new HandOver(p.Case, named, person, p.Input("reason"))
                    : Wish.NoChoice("to", "Choose what is handed over, and to whom."),
            Says = _ => "It is handed over, and they are being told.",
        };

    /// <summary>Who can have which role of this case: for operations every role, for others their own.</summary>
    private List<(Role Role, Actor Person)> Candidates(CaseFile file, Actor actor, DateOnly today)
    {
        var (held, everybody) = (actor.RolesFor(file), people.Actors(today));
        Role[] roles = [Role.Chair, .. Partners.Leads, Role.Scrutineer, Role.AuthorityNotifier];
        return
        [
            .. from role in roles
            where held.Contains(role) || held.Contains(Role.Operations)
            from person in everybody
            where
                HandOver.CanHave(role, person, file, actor)
                && file.HandedOver.GetValueOrDefault(role) != person.PersonId
                && (file.HandedOver.ContainsKey(role) || !person.RolesFor(file).Contains(role))
            select (role, person),
        ];
    }
}
