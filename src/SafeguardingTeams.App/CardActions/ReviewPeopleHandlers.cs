using System.Globalization;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Reviews;
using SafeguardingTeams.Domain.Steps.ReviewPeople;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Steps.ReviewPeople;

namespace SafeguardingTeams.App.CardActions;

/// <summary>Reviewer and independent Chair of a review on its cards (C9).</summary>
internal sealed class ReviewPeopleHandlers(ReviewRecordDesk desk) : ICardHandlers
{
    /// <inheritdoc/>
    public IEnumerable<CardHandler> Handlers =>
        [
            new(Verbs.ReviewPeople, (invocation, cancellationToken) =>
                desk.ReadAsync(invocation, ReviewPeopleCards.Open, cancellationToken)
            ),
            desk.On(
                Verbs.ReviewAppoint,
                new(Step.AppointReviewPerson, ReviewPeopleCards.Appoint)
                {
                    Wrong = p =>
                        [
                            p.Choice<ReviewPersonRole>("role") is null ? Wish.NoChoice("role", "Choose one.") : null,
                            p.Day("date") is null ? Wish.NoDay() : null,
                            YesOrNo(p, "employed") is null ? Wish.NoChoice("employed", "Choose no or yes.") : null,
                            YesOrNo(p, "involved") is null ? Wish.NoChoice("involved", "Choose no or yes.") : null,
                        ],
                    Command = p =>
                        p.Choice<ReviewPersonRole>("role") is { } role
                        && p.Day("date") is { } day
                        && YesOrNo(p, "employed") is { } employed
                        && YesOrNo(p, "involved") is { } involved
                            ? new AppointReviewPerson(
                                p.Record!.Value,
                                new(role, p.Input("name"), p.Input("post"), p.Input("organisation")),
                                new(
                                    employed,
                                    p.Input("employedwhy"),
                                    involved,
                                    p.Input("involvedwhy"),
                                    p.Input("knows"),
                                    p.Input("conflicts"),
                                    p.Input("handled")
                                ),
                                day,
                                Number(p.Input("instead")),
                                p.Input("reason")
                            )
                            : null,
                    Says = file =>
                        file.People[^1].Who.Role.IsToldOutside()
                            ? "It is recorded. Operations tell national Panel, Ofsted and DfE who reviews."
                            : "It is recorded.",
                }
            ),
            desk.On(
                Verbs.ReviewAppointmentEnd,
                new(Step.EndReviewPerson, ReviewPeopleCards.End)
                {
                    Wrong = p => [Number(p.Input("who")) is null ? Wish.NoChoice("who", "Choose whose appointment ends.") : null],
                    Command = p =>
                        Number(p.Input("who")) is { } number ? new EndReviewPerson(p.Record!.Value, number, p.Input("reason")) : null,
                    Says = file =>
                        file.IsToBeTold(TellingOf.Reviewer) && file.Owed(TellingOf.Reviewer).Any()
                            ? "It is recorded. Operations tell national Panel, Ofsted and DfE who reviews."
                            : "It is recorded.",
                }
            ),
        ];

    private static bool? YesOrNo(CardInvocation invocation, string name) =>
        invocation.Input(name) switch
        {
            "yes" => true,
            "no" => false,
            _ => null,
        };

    /// <summary>Whom a choice names; null for nobody.</summary>
    private static int? Number(string choice) =>
        int.TryParse(choice, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
