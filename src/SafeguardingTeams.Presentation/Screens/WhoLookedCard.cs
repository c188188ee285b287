using System.Collections.Immutable;
using System.Globalization;
using AdaptiveCards;
using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Cards.Forms;
using SafeguardingTeams.Presentation.Wording;
using static SafeguardingTeams.Presentation.Cards.Parts;
using static SafeguardingTeams.Presentation.Wording.Written;

namespace SafeguardingTeams.Presentation.Screens;

/// <summary>Somebody looked at a record.</summary>
/// <param name="PersonId">Who, by their id.</param>
/// <param name="Name">What others see of them; empty where it was recorded before names were.</param>
/// <param name="Capacity">The roles they held for it.</param>
/// <param name="Purpose">For what; null where it was recorded before purposes were.</param>
public sealed record Looked(
    DateTimeOffset At,
    string PersonId,
    string Name,
    string Agency,
    ImmutableList<Role> Capacity,
    ReadPurpose? Purpose
);

/// <summary>Who has looked at a case: day by day, newest first; who, in what capacity, for what, how often (F1).</summary>
public static class WhoLookedCard
{
    private const int Shown = 12;

    /// <summary>Whether they may see it: who holds the Chair for the case answers for who has seen it.</summary>
    public static bool May(CaseFile file, Actor viewer) => viewer.RolesFor(file).Contains(Role.Chair);

    /// <summary>Whether they see it of any record, by its reference, and nothing else of that: a Caldicott Guardian.</summary>
    public static bool MayOfAny(Actor viewer) => viewer.Roles.Contains(Role.CaldicottGuardian);

    /// <summary>Of which record, for who sees it of any.</summary>
    public static AdaptiveCard Ask(Filled filled, CardContext context) =>
        RecordForm.Draw(
            "Caldicott Guardian",
            filled,
            "Who has looked at a record",
            "You see who looked, in what capacity and for what: nothing of what the record says. That you looked is recorded too.",
            GroupForm.Line(
                filled,
                context,
                "reference",
                "The record's reference",
                $"As it stands on letters and messages, such as {context.Words.Code}-2222-3333."
            ),
            Button(context, "Show who has looked", Verbs.WhoLooked, (Verbs.Do, "yes")).Main(),
            Button(context, "Home", Verbs.Home)
        );

    /// <summary>Draws one page of it.</summary>
    /// <param name="record">A case, or for a Caldicott Guardian a record of any kind.</param>
    /// <param name="looked">Newest first.</param>
    public static AdaptiveCard Draw(RecordRef record, IReadOnlyCollection<Looked> looked, int page, CardContext context)
    {
        // Whoever is both comes back to the case: as the Chair they see it.
        var ofAny = MayOfAny(context.Viewer) && !(record.Kind == RecordKind.Case && context.Viewer.Roles.Contains(Role.Chair));
        var days = looked.GroupBy(one => (Day: London.DateOf(one.At), one.PersonId)).ToList();
        CardButton? To(string title, int to, bool isThere) =>
            isThere
                ? Button(context, title, Verbs.WhoLooked, ("case", Code(record)), ("page", to.ToString(CultureInfo.InvariantCulture)))
                : null;
        return Card([
            Aside(record.Kind == RecordKind.Case ? $"Serious incident referral {record}" : $"Record {record}"),
            Heading(record.Kind == RecordKind.Case ? "Who has looked at this case" : "Who has looked at this record"),
            Aside("Cards, documents and searches, each recorded before it was shown. Your own looks are here too."),
            .. days.Skip(page * Shown).Take(Shown).SelectMany(day => Line([.. day])),
            Buttons(
                ofAny
                    ? Button(context, "Another record", Verbs.WhoLooked).Main()
                    : Button(context, "Back to the case", Verbs.OpenCase, ("case", Code(record))).Main(),
                To("Earlier", page + 1, days.Count > (page + 1) * Shown),
                To("Later", page - 1, page > 0)
            ),
        ]);
    }

    private static IEnumerable<Element> Line(ImmutableList<Looked> day)
    {
        var last = day[0];
        var who = last.Name.Length > 0 ? $"{last.Name}, {last.Agency}" : last.PersonId;
        var purposes = string.Join("; ", day.Select(one => ReadWords.Of(one.Purpose)).Distinct().Order(StringComparer.Ordinal));
        var times = day.Count == 1 ? "once" : $"{day.Count.ToString(CultureInfo.InvariantCulture)} times";
        return
        [
            new RichTextBlock([new TextRun(who) { Weight = "bolder" }]) { Separator = true },
            Fact(Moment(last.At), $"{times}, as {ReadWords.Capacity([.. day.SelectMany(one => one.Capacity).Distinct().Order()])}"),
            Fact("What for", purposes),
        ];
    }
}
