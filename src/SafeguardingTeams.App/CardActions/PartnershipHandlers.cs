using AdaptiveCards;
using SafeguardingTeams.App.Commands;
using SafeguardingTeams.App.Directory;
using SafeguardingTeams.App.Storage;
using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Group;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.Absences;
using SafeguardingTeams.Domain.Steps.BankHolidays;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Cards.Forms;
using SafeguardingTeams.Presentation.Screens;
using SafeguardingTeams.Presentation.Steps.Absences;
using SafeguardingTeams.Presentation.Steps.BankHolidays;

namespace SafeguardingTeams.App.CardActions;

/// <summary>What people change for the whole partnership: bank holidays (operations), absences (everybody their own).</summary>
public sealed class PartnershipHandlers(GroupRecord group, CurrentRules currentRules, IPeople people) : ICardHandlers
{
    /// <inheritdoc/>
    IEnumerable<CardHandler> ICardHandlers.Handlers => [new(Verbs.BankHolidays, BankHolidaysAsync), new(Verbs.Absences, AbsencesAsync)];

    private async Task<AdaptiveCard> BankHolidaysAsync(CardInvocation invocation, CancellationToken cancellationToken)
    {
        if (!GroupPermissions.IsTheirs(Step.AmendBankHolidays, invocation.Actor))
        {
            return NoticeCard.Draw("Not available", Refusal.NotYours.Message, invocation.Context);
        }

        if (!invocation.Does)
        {
            return Holidays(invocation, Filled.Nothing, null);
        }

        var isHoliday = invocation.Done == "add";
        if (invocation.Day("date") is not { } day)
        {
            return Holidays(invocation, invocation.Filled(Wish.NoDay()), null);
        }

        var outcome = await group.RunAsync(
            new AmendBankHolidays(day, isHoliday, invocation.Input("reason")),
            invocation.CommandId,
            invocation.Actor,
            cancellationToken
        );
        if (outcome is Outcome.Refused refused)
        {
            return Holidays(invocation, invocation.Filled(refused.Reasons), null);
        }

        return Holidays(
            invocation,
            Filled.Nothing,
            new(NoticeKind.Done, "The list is amended. Deadlines that run are being counted again, in office hours within minutes.")
        );
    }

    private async Task<AdaptiveCard> AbsencesAsync(CardInvocation invocation, CancellationToken cancellationToken)
    {
        if (!GroupPermissions.IsTheirs(Step.RecordAbsence, invocation.Actor))
        {
            return NoticeCard.Draw("Not available", Refusal.NotYours.Message, invocation.Context);
        }

        return invocation.Done switch
        {
            "add" => await AddAsync(invocation, cancellationToken),
            "remove" => await RemoveAsync(invocation, cancellationToken),
            Finding.Do => Absences(invocation, invocation.Filled(), null),
            _ => Absences(invocation, Filled.Nothing, null),
        };
    }

    private async Task<AdaptiveCard> AddAsync(CardInvocation invocation, CancellationToken cancellationToken)
    {
        var who = Whose(invocation)
            .Find(person => person.PersonId == (invocation.Input("person") is { Length: > 0 } chosen ? chosen : invocation.Actor.PersonId));
        Refusal?[] refusals =
        [
            who is null ? new("answer-needed", "Choose who is away.", "person") : null,
            invocation.Day("from") is null ? Wish.NoDay("from") : null,
            invocation.Day("to") is null ? Wish.NoDay("to") : null,
        ];
        if (refusals.Any(refusal => refusal is not null))
        {
            return Absences(invocation, invocation.Filled(refusals.OfType<Refusal>()), null);
        }

        var outcome = await group.RunAsync(
            new RecordAbsence(who!.PersonId, invocation.Day("from")!.Value, invocation.Day("to")!.Value),
            invocation.CommandId,
            invocation.Actor,
            cancellationToken
        );
        if (outcome is Outcome.Refused refused)
        {
            return Absences(invocation, invocation.Filled(refused.Reasons), null);
        }

        return Absences(
            invocation,
            Filled.Nothing,
            new(NoticeKind.Done, "Recorded. What waits is put before the deputies from the first day on, in office hours.")
        );
    }

    private async Task<AdaptiveCard> RemoveAsync(CardInvocation invocation, CancellationToken cancellationToken)
    {
        if (
            currentRules.Group.Absences.Find(absence => Keys.AwayLine(absence.PersonId, absence.From) == invocation.Key("absence")) is
            { } found
        )
        {
            var outcome = await group.RunAsync(
                new TakeBackAbsence(found.PersonId, found.From),
                invocation.CommandId,
                invocation.Actor,
                cancellationToken
            );
            if (outcome is Outcome.Refused { Reasons: [var reason, ..] })
            {
                return Absences(invocation, Filled.Nothing, new(NoticeKind.Problem, reason.Message));
            }
        }

        return Absences(invocation, Filled.Nothing, new(NoticeKind.Done, "Taken back."));
    }

    /// <summary>Whose absence somebody may record: their own, and operations everybody's who holds a role.</summary>
    private List<Actor> Whose(CardInvocation invocation) =>
        [
            .. people
                .Actors(invocation.Context.Today)
                .Where(person => person.PersonId == invocation.Actor.PersonId || invocation.Actor.Roles.Contains(Role.Operations))
                .Where(person => person.Roles.Any(role => role != Role.Practitioner) || !person.Deputises.IsEmpty)
                .OrderBy(person => person.PersonId == invocation.Actor.PersonId ? 0 : 1),
        ];

    private AdaptiveCard Holidays(CardInvocation invocation, Filled filled, Notice? notice) =>
        BankHolidaysCard.Draw(
            [
                .. currentRules
                    .Group.BankHolidays.Values.Where(amendment => amendment.Day >= invocation.Context.Today.AddYears(-1))
                    .Select(amendment => new HolidayLine(amendment.Day, amendment.IsHoliday, amendment.Reason)),
            ],
            currentRules.Calendar.LastDay,
            filled,
            notice,
            invocation.Context
        );

    private AdaptiveCard Absences(CardInvocation invocation, Filled filled, Notice? notice)
    {
        var whose = Whose(invocation);
        return AbsencesCard.Draw(
            whose,
            [
                .. from absence in currentRules.Group.Absences
                where absence.To >= invocation.Context.Today
                join person in whose on absence.PersonId equals person.PersonId
                select new AbsenceLine(Keys.AwayLine(absence.PersonId, absence.From), person.Display, absence.From, absence.To),
            ],
            filled,
            notice,
            invocation.Context
        );
    }
}
