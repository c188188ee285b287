using System.Collections.Immutable;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.Preparing;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Steps.Preparing;

namespace SafeguardingTeams.App.CardActions.Steps;

/// <summary>Which agencies are asked for the Rapid Review, and who answers for each (B2, B8, RO9).</summary>
internal sealed class AgencyHandlers(StepRunner steps, ReviewDesk desk) : ICardHandlers
{
    /// <inheritdoc/>
    public IEnumerable<CardHandler> Handlers =>
        [
            steps.On(Verbs.Review, _ => Hub),
            steps.On(Verbs.Agencies, All),
            steps.On(Verbs.AgencyDesk, p => One(p.Key("agency"))),
            steps.On(Verbs.AgencyAdd, Add),
            steps.On(Verbs.AgencyRemove, p => Remove(p.Key("agency"))),
            steps.On(Verbs.AgencyTakeOff, p => TakeOff(p.Key("agency"))),
            steps.On(Verbs.AgencyLeaveOut, p => LeaveOut(p.Key("name"))),
            steps.On(Verbs.Representative, p => Representative(p.Key("agency"))),
        ];

    private StepCard Hub => new(ReviewDoors.ForOperations, (file, filled, context) => desk.Hub(file, StepCard.OnTop(filled), context));

    private static StepCard All(CardInvocation invocation) =>
        new(ReviewDoors.ForOperations, (file, filled, context) => AgencyCards.List(file, StepCard.OnTop(filled), context, invocation.Page));

    private static StepCard One(string agency) =>
        new(ReviewDoors.Desk(agency), (file, filled, context) =>
            AgencyCards.Desk(file, file.Review.Agency(agency)!, StepCard.OnTop(filled), context)
        );

    private static StepCard Remove(string agency) =>
        new(ReviewDoors.Listed(Step.ChooseAgency, agency), (file, filled, context) =>
            AgencyCards.Remove(file, file.Review.Agency(agency)!, filled, context)
        )
        {
            Command = p => new RemoveAgency(p.Case, agency),
            Says = _ => "The agency is off the list.",
            After = (file, said, context) => AgencyCards.List(file, said, context),
        };

    private static StepCard TakeOff(string agency) =>
        new StepCard(ReviewDoors.Listed(Step.TakeOffAgency, agency), (file, filled, context) =>
            AgencyCards.TakeOff(file, file.Review.Agency(agency)!, filled, context)
        )
        {
            Command = p => new TakeOffAgency(p.Case, agency, p.Input("reason")),
            Says = _ => "The agency is taken off, with your reason. Its representative is being told.",
            After = (file, said, context) => AgencyCards.Desk(file, file.Review.Agency(agency)!, said, context),
        }.Where(file => file.Review.Agency(agency) is { AskedAt: not null });

    private static StepCard LeaveOut(string name) =>
        new StepCard(Step.ChooseAgency, (file, filled, context) => AgencyCards.LeaveOut(file, name, filled, context))
        {
            Command = p => new LeaveOut(p.Case, name, p.Input("reason")),
            Says = _ => "It is left out, with your reason.",
            After = (file, said, context) => AgencyCards.List(file, said, context),
        }.Where(file => NamedAgencies.Unasked(file).Contains(name, StringComparer.OrdinalIgnoreCase));

    private StepCard Representative(string agency) =>
        new(ReviewDoors.Listed(Step.ChooseAgency, agency), (file, filled, context) =>
            AgencyCards.Representative(file, file.Review.Agency(agency)!, desk.PeopleOf(agency), filled, context)
        )
        {
            Command = p => new NameRepresentative(p.Case, agency, desk.ContactOf(p, "representative"), p.Input("reason")),
            Says = file =>
                file.Review.Agency(agency)!.AskedAt is null ? "Saved." : "Saved. Letter and form are being sent to the new representative.",
            After = (file, said, context) => AgencyCards.Desk(file, file.Review.Agency(agency)!, said, context),
        };

    /// <summary>A new agency: chosen, entered, or one that was named. Its desk comes next: who answers for it?</summary>
    private StepCard Add(CardInvocation invocation)
    {
        IEnumerable<string> given =
            invocation.Done == "named"
                ? [invocation.Key("name")]
                : [.. invocation.Input("agency").Split(',').Select(Uri.UnescapeDataString), invocation.Input("name")];
        var all = given.Where(one => one.Trim().Length > 0).Select(desk.AgencyOf).DistinctBy(one => one.Key).ToImmutableList();
        bool IsOne(CaseFile file) => all.Count == 1 && file.Review.Agency(all[0].Key) is { Representative: null };
        return new(Step.ChooseAgency, (file, filled, context) => AgencyCards.Add(file, desk.NotChosen(file), filled, context))
        {
            Command = p => new ChooseAgencies(
                p.Case,
                all.ConvertAll(one => new ChooseAgency(p.Case, one.Key, one.Name, desk.RepresentativeOf(one.Key)))
            ),
            Says = file =>
                IsOne(file)
                    ? "The agency is in the list. Say now who answers for it."
                    : $"{(all.Count == 1 ? "The agency is" : $"{all.Count} agencies are")} in the list. "
                        + (
                            file.Review.Agencies.Exists(agency => agency.Representative is null)
                                ? "Say who answers for those that have nobody yet."
                                : "Look whether the right person answers for each."
                        ),
            After = (file, said, context) =>
                IsOne(file)
                    ? AgencyCards.Desk(file, file.Review.Agency(all[0].Key)!, said, context)
                    : AgencyCards.List(file, said, context),
        };
    }
}
