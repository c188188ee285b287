using System.Globalization;
using SafeguardingTeams.App.Errands;
using SafeguardingTeams.App.Storage;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Deciding;
using SafeguardingTeams.Domain.Effects;

namespace SafeguardingTeams.App.Dispatch;

/// <summary>Writes an event's effects into the outbox, one row for each person they are for.</summary>
public static class OutboxRows
{
    /// <summary>The rows of one event's effects, to be inserted in its transaction.</summary>
    internal static IEnumerable<RowWrite> Of(RecordedEvent recorded, CaseFile after, DecisionContext context)
    {
        var effects = EffectsOf.Event(recorded.Event, after);
        for (var i = 0; i < effects.Count; i++)
        {
            if (Errand.Of(effects[i], context.At) is { } errand)
            {
                yield return new RowWrite.Insert(Keys.ErrandLine(context.At, recorded.CaseId, recorded.Sequence, i), errand.Fields());
                continue;
            }

            var effect = (Effect.ShowCard)effects[i];
            foreach (var person in Persons(effect.To, after, context))
            {
                var key = Keys.OutboxLine(context.At, recorded.CaseId, recorded.Sequence, i, person);
                yield return new RowWrite.Insert(key, new OutboxItem(effect.CaseId, effect.Kind, person, context.At)
                {
                    About = effect.About, OnlyIfShown = effect.OnlyIfShown, Former = effect.To is Recipient.FormerHoldersOf,
                }.Fields());
            }
        }
    }

    private static IEnumerable<string> Persons(Recipient to, CaseFile file, DecisionContext context) => to switch
    {
        Recipient.HoldersOf(var role) => Holding(role, file, context),
        Recipient.DeputiesOf(var role) => Deputies(role, file, context),
        Recipient.FormerHoldersOf(var role) => context.People.Where(person => person.MayHold.Contains(role) && !person.RolesFor(file).Contains(role)).Select(person => person.PersonId),
        Recipient.RepresentativeOf(var agency) => file.Review.Agency(agency)?.Representative is { PersonId.Length: > 0 } named ? [named.PersonId] : [],
        Recipient.MemberOf(var agency) => context.People.Where(person => person.AgencyId == agency && person.Roles.Contains(Role.GroupMember) && file.Review.Agency(agency)?.Representative?.PersonId != person.PersonId).Select(person => person.PersonId),
        Recipient.ThePerson(var id) => id.Length > 0 ? [id] : [],
        _ => throw new InvalidOperationException("An unknown recipient."),
    };

    /// <summary>
    /// Whoever holds the role for the case and has a part in it. Where they are all away it goes to operations too, and where
    /// nobody at all is left to operations alone, so that it is not lost (decision 17).
    /// </summary>
    private static IEnumerable<string> Holding(Role role, CaseFile file, DecisionContext context)
    {
        var holders = context.People.Where(person => person.RolesFor(file).Contains(role)).ToList();
        var there = holders.Where(person => !person.IsAway).ToList();
        var told = (there.Count > 0 ? there : holders).Where(person => Permissions.Sees(file, person)).Select(person => person.PersonId);
        return there.Count > 0 || role == Role.Operations ? told : told.Union(Holding(Role.Operations, file, context));
    }

    /// <summary>Whoever stands in as a deputy and is not away; where nobody does, operations.</summary>
    private static IEnumerable<string> Deputies(Role role, CaseFile file, DecisionContext context)
    {
        var deputies = context.People.Where(person => !person.IsAway && !person.Roles.Contains(role) && person.RolesFor(file).Contains(role)).Select(person => person.PersonId).ToList();
        return deputies.Count > 0 ? deputies : Holding(Role.Operations, file, context);
    }
}

/// <summary>One effect not yet done, for one person.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="Kind">Which card.</param>
/// <param name="PersonId">For whom.</param>
/// <param name="Since">When it was committed.</param>
internal sealed record OutboxItem(CaseId CaseId, CardKind Kind, string PersonId, DateTimeOffset Since)
{
    /// <summary>Which of several messages of the kind.</summary>
    internal string About { get; init; } = "";

    /// <summary>Whether only a message that is there already is drawn anew.</summary>
    internal bool OnlyIfShown { get; init; }

    /// <summary>Whether the person no longer has the role the message was for.</summary>
    internal bool Former { get; init; }

    /// <summary>How often it has been begun. More than once: an earlier try may have been cut off after the message went.</summary>
    internal int Attempts { get; init; }

    /// <summary>Not before this instant: a wait asked for, or somebody at work on it.</summary>
    internal DateTimeOffset NotBefore { get; init; } = DateTimeOffset.MinValue;

    /// <summary>Whether a try ended without our knowing whether the message went.</summary>
    internal bool MayHaveGone { get; init; }

    /// <summary>Why it is parked; empty while it is not.</summary>
    internal string Why { get; init; } = "";

    /// <summary>Whether a try was begun and never ended: it may have been cut off after the message went.</summary>
    internal bool WasCutOff => Attempts > 0 && NotBefore > DateTimeOffset.MinValue && Why.Length == 0;

    internal Dictionary<string, string> Fields() => new()
    {
        ["case"] = CaseId.Value,
        ["kind"] = Kind.ToString(),
        ["about"] = About,
        ["onlyIfShown"] = OnlyIfShown ? "yes" : "no",
        ["former"] = Former ? "yes" : "no",
        ["person"] = PersonId,
        ["since"] = Since.ToString("O", CultureInfo.InvariantCulture),
        ["attempts"] = Attempts.ToString(CultureInfo.InvariantCulture),
        ["notBefore"] = NotBefore.ToString("O", CultureInfo.InvariantCulture),
        ["mayHaveGone"] = MayHaveGone ? "yes" : "no",
        ["why"] = Why,
    };

    internal static OutboxItem From(Row row) => new(
        CaseId.Parse(row["case"]), Enum.Parse<CardKind>(row["kind"]), row["person"],
        DateTimeOffset.Parse(row["since"], CultureInfo.InvariantCulture))
    {
        About = row["about"],
        OnlyIfShown = row["onlyIfShown"] == "yes",
        Former = row["former"] == "yes",
        Attempts = int.Parse(row["attempts"], CultureInfo.InvariantCulture),
        NotBefore = DateTimeOffset.Parse(row["notBefore"], CultureInfo.InvariantCulture),
        MayHaveGone = row["mayHaveGone"] == "yes",
        Why = row["why"],
    };
}
