using System.Globalization;
using AdaptiveCards;
using SafeguardingTeams.App.Directory;
using SafeguardingTeams.App.Storage;
using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Deciding;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Cards.Case;

namespace SafeguardingTeams.App.Carriers;

/// <summary>What people change for the whole partnership: bank holidays (operations), absences (everybody their own).</summary>
public sealed class PartnershipVerbs(IRows rows, InForce inForce, IPeople people)
{
    private const int LongestAbsenceInDays = 400;

    internal async Task<AdaptiveCard> BankHolidaysAsync(Press press, CancellationToken cancellationToken)
    {
        if (!press.Actor.Roles.Contains(Role.Operations))
        {
            return NoticeCard.Draw("Not available", Refusal.NotYours.Message, press.Context);
        }

        if (!press.Does)
        {
            return Holidays(press, Filled.Nothing, null);
        }

        var isHoliday = press.Key(Verbs.Do) == "add";
        if (Day(press, "date") is not { } day)
        {
            return Holidays(press, press.Filled(new Refusal("date-needed", "Enter a real date.", "date")), null);
        }

        if (Wrong(press, day, isHoliday) is { } refusal)
        {
            return Holidays(press, press.Filled(refusal), null);
        }

        var amendment = new Amendment(day, isHoliday, press.Input("reason").Trim(), press.Actor.PersonId);
        await rows.CommitAsync([new RowWrite.Put(Keys.Holiday(day), amendment.Fields())], cancellationToken);
        await inForce.RefreshAsync(always: true, cancellationToken);
        return Holidays(press, Filled.Nothing, new(NoticeKind.Done, "The list is amended. Deadlines that run are being counted again, in office hours within minutes."));
    }

    internal async Task<AdaptiveCard> AbsencesAsync(Press press, CancellationToken cancellationToken)
    {
        if (!press.Actor.MayHold.Any(role => role != Role.Practitioner))
        {
            return NoticeCard.Draw("Not available", Refusal.NotYours.Message, press.Context);
        }

        return press.Key(Verbs.Do) switch
        {
            "add" => await AddAsync(press, cancellationToken),
            "remove" => await RemoveAsync(press, cancellationToken),
            _ => Absences(press, Filled.Nothing, null),
        };
    }

    private async Task<AdaptiveCard> AddAsync(Press press, CancellationToken cancellationToken)
    {
        var who = Whose(press).Find(person => person.PersonId == (press.Input("person") is { Length: > 0 } chosen ? chosen : press.Actor.PersonId));
        Refusal?[] refusals =
        [
            who is null ? new("answer-needed", "Choose who is away.", "person") : null,
            Day(press, "from") is null ? new("date-needed", "Enter a real date.", "from") : null,
            Day(press, "to") is not { } last ? new("date-needed", "Enter a real date.", "to")
                : last < press.Context.Today ? new("past", "This day is past.", "to")
                : Day(press, "from") is { } first && last < first ? new("order", "The last day is before the first.", "to")
                : last > press.Context.Today.AddDays(LongestAbsenceInDays) ? new("too-long", "This is more than a year ahead. Have the role given to somebody else instead.", "to") : null,
        ];
        if (refusals.Any(refusal => refusal is not null))
        {
            return Absences(press, press.Filled(refusals.OfType<Refusal>()), null);
        }

        var absence = new Absence(who!.PersonId, Day(press, "from")!.Value, Day(press, "to")!.Value);
        await rows.CommitAsync([new RowWrite.Put(Keys.AwayLine(absence.PersonId, absence.From), absence.Fields())], cancellationToken);
        await inForce.RefreshAsync(always: true, cancellationToken);
        return Absences(press, Filled.Nothing, new(NoticeKind.Done, "Recorded. What waits is put before the deputies from the first day on, in office hours."));
    }

    private async Task<AdaptiveCard> RemoveAsync(Press press, CancellationToken cancellationToken)
    {
        var mine = Whose(press).Select(person => person.PersonId).ToHashSet();
        if (inForce.Absences.Find(absence => Keys.AwayLine(absence.PersonId, absence.From) == press.Key("absence")) is { } found && mine.Contains(found.PersonId))
        {
            await rows.CommitAsync([new RowWrite.Delete(Keys.AwayLine(found.PersonId, found.From))], cancellationToken);
            await inForce.RefreshAsync(always: true, cancellationToken);
        }

        return Absences(press, Filled.Nothing, new(NoticeKind.Done, "Taken back."));
    }

    private Refusal? Wrong(Press press, DateOnly day, bool isHoliday) =>
        day < press.Context.Today ? new("past", "This day is past. Deadlines that are over are not counted again.", "date")
        : day > inForce.Calendar.LastDay ? new("outside", $"The list ends on {inForce.Calendar.LastDay.ToString("d MMMM yyyy", CultureInfo.GetCultureInfo("en-GB"))}.", "date")
        : isHoliday && !inForce.Calendar.IsWorkingDay(day) ? new("nothing-changed", "Nobody works on this day already.", "date")
        : !isHoliday && (inForce.Calendar.IsWorkingDay(day) || day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday) ? new("nothing-changed", "This day is no bank holiday.", "date")
        : string.IsNullOrWhiteSpace(press.Input("reason")) ? new("reason-needed", "Say where it was announced.", "reason")
        : press.Input("reason").Length > 1000 ? new("too-long", "Shorten it to 1,000 characters or fewer.", "reason") : null;

    /// <summary>Whose absence somebody may record: their own, and operations everybody's who holds a role.</summary>
    private List<Actor> Whose(Press press) =>
        [.. people.Actors(press.Context.Today).Where(person => person.PersonId == press.Actor.PersonId || press.Actor.Roles.Contains(Role.Operations))
            .Where(person => person.Roles.Any(role => role != Role.Practitioner) || !person.Deputises.IsEmpty).OrderBy(person => person.PersonId == press.Actor.PersonId ? 0 : 1)];

    private AdaptiveCard Holidays(Press press, Filled filled, Notice? notice) => PartnershipCards.BankHolidays(
        [.. inForce.Amendments.Where(amendment => amendment.Day >= press.Context.Today.AddYears(-1)).Select(amendment => new HolidayLine(amendment.Day, amendment.IsHoliday, amendment.Reason))],
        inForce.Calendar.LastDay, filled, notice, press.Context);

    private AdaptiveCard Absences(Press press, Filled filled, Notice? notice)
    {
        var whose = Whose(press);
        return PartnershipCards.Absences(whose,
            [.. from absence in inForce.Absences
                where absence.To >= press.Context.Today
                join person in whose on absence.PersonId equals person.PersonId
                select new AbsenceLine(Keys.AwayLine(absence.PersonId, absence.From), person.Display, absence.From, absence.To)],
            filled, notice, press.Context);
    }

    private static DateOnly? Day(Press press, string name) =>
        DateOnly.TryParseExact(press.Input(name), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
