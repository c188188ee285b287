using System.Globalization;
using AdaptiveCards;
using SafeguardingTeams.App.Storage;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Reviews;
using SafeguardingTeams.Domain.Steps.ReviewPapers;
using SafeguardingTeams.Domain.Steps.ReviewPeople;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Steps.ReviewPapers;
using SafeguardingTeams.Presentation.Steps.ReviewPeople;

namespace SafeguardingTeams.App.CardActions;

/// <summary>Who is appointed to a review, and which papers they may read, on its cards (C9).</summary>
internal sealed class ReviewPeopleHandlers(ReviewRecordDesk desk, IRows rows) : ICardHandlers
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
                                new(role, p.Input("name"), p.Input("post"), p.Input("organisation")) { Email = p.Address("email") },
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
            desk.On(
                Verbs.ReviewPersonEmail,
                new(Step.ChangeReviewPersonEmail, ReviewPeopleCards.Email)
                {
                    Wrong = p => [Number(p.Input("who")) is null ? Wish.NoChoice("who", "Choose whose address it is.") : null],
                    Command = p =>
                        Number(p.Input("who")) is { } number
                            ? new ChangeReviewPersonEmail(p.Record!.Value, number, p.Address("email"), p.Input("reason"))
                            : null,
                    Says = file =>
                        file.People.Exists(person => person.IsToComeIn && person.AskedIn == file.Version)
                            ? "It is recorded. Who came in by the address before reads nothing any more; who has this one is asked in."
                            : "It is recorded. Who came in by the address before reads nothing any more.",
                }
            ),
            new(Verbs.ReviewPapersAgree, AgreeAsync),
            new(Verbs.ReviewPapersTheirs, desk.PapersAsync),
        ];

    /// <summary>
    /// What is kept of what the review is about is offered to who reads the review and that record; whoever may not is told what
    /// <see cref="ReviewRecordDesk"/> tells them.
    /// </summary>
    private async Task<AdaptiveCard> AgreeAsync(CardInvocation p, CancellationToken cancellationToken)
    {
        if (await desk.SeenAsync(p, cancellationToken) is not { } seen)
        {
            return CaseHandlers.NotFound(p);
        }

        List<OfferedPaper> kept = [];
        foreach (var subject in seen.Plan!.Subjects)
        {
            var record = (await StoredRecord.LoadAsync(rows, subject, cancellationToken)).Record;
            if (record.Refuse(Step.MakeReviewRecommendation, p.Actor) is null)
            {
                kept.AddRange(KeptFile.Of(record).Select(one => new OfferedPaper(subject, one)));
            }
        }

        return await desk.AnswerAsync(
            p,
            new(Step.AgreeReviewPapers, (file, filled, context) => ReviewPapersCards.Agree(file, kept, filled, context))
            {
                // What is not among them is refused as not there.
                Command = _ => new AgreeReviewPapers(
                    p.Record!.Value,
                    [.. p.Several("papers").Select(key => kept.Find(one => one.Key == key)?.Paper ?? new(0, p.Record.Value, key, ""))],
                    seen.Plan.Subjects
                ),
                Says = file =>
                    file.Appointed().Any(person => person.Who.Email.Length == 0)
                        ? "It is recorded. Who has an address is told. Who has none is not: send them what is agreed."
                        : "It is recorded. Those appointed are told, and read it here.",
            },
            cancellationToken
        );
    }

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
