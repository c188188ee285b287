using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.SecuredRecords;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Steps.SecuredRecords;

namespace SafeguardingTeams.App.CardActions.Steps;

/// <summary>An agency secures its records, and access to them is ended (B9).</summary>
internal sealed class SecuredRecordsHandlers(StepRunner steps, ReviewDesk desk) : ICardHandlers
{
    /// <inheritdoc/>
    public IEnumerable<CardHandler> Handlers =>
        [
            steps.On(Verbs.Securing, p => Overview(p.Key("agency"))),
            steps.On(Verbs.SecuringConfirm, p => Confirm(p.Key("agency"), What(p))),
            steps.On(Verbs.Nominee, p => Nominee(p.Key("agency"))),
            steps.On(Verbs.EndAccess, _ => End),
        ];

    private static StepCard Overview(string agency) =>
        new(ReviewDoors.Acting(agency), (file, filled, context) =>
            SecuringCards.Overview(file, file.Review.Agency(agency)!, StepCard.OnTop(filled), context)
        );

    private static StepCard Confirm(string agency, SecuringStep what) =>
        new(ReviewDoors.For(Step.SecureRecords, agency), (file, filled, context) =>
            SecuringCards.Confirm(file, file.Review.Agency(agency)!, what, filled, context)
        )
        {
            Command = p =>
                p.Day("date") is { } day
                    ? new ConfirmSecuring(p.Case, agency, what, p.Input("said"), day, p.Input("reason"))
                    : Wish.NoDay(),
            Says = _ => "Confirmed.",
            After = (file, said, context) => SecuringCards.Overview(file, file.Review.Agency(agency)!, said, context),
        };

    private StepCard Nominee(string agency) =>
        new(ReviewDoors.For(Step.SecureRecords, agency), (file, filled, context) =>
            SecuringCards.Nominee(file, file.Review.Agency(agency)!, desk.PeopleOf(agency), filled, context)
        )
        {
            Command = p => new NameNominee(p.Case, agency, desk.ContactOf(p, "nominee"), p.Input("reason")),
            Says = _ => "The nominee is named. The folder is being opened to them.",
            After = (file, said, context) => SecuringCards.Overview(file, file.Review.Agency(agency)!, said, context),
        };

    private static StepCard End { get; } =
        new(Step.EndAccess, EndAccessCard.Draw)
        {
            Command = p => new EndAccess(p.Case),
            Says = _ => "Access to the secured records is being ended. Everybody whose access ends is being told.",
        };

    private static SecuringStep What(CardInvocation invocation) =>
        invocation.KeyOf<SecuringStep>("what") ?? SecuringStep.InvolvementChecked;
}
