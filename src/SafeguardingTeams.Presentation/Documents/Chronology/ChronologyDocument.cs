using System.Collections.Immutable;
using System.Globalization;
using SafeguardingTeams.Presentation.Documents.Word;
using static SafeguardingTeams.Presentation.Cards.Parts;
using static SafeguardingTeams.Presentation.Wording.Written;

namespace SafeguardingTeams.Presentation.Documents.Chronology;

/// <summary>What the chronology says beside its rows.</summary>
/// <param name="Reference">The case's reference.</param>
/// <param name="Partnership">The partnership's name.</param>
/// <param name="From">First day of the period to be looked at.</param>
/// <param name="To">Its last day.</param>
/// <param name="GapDays">A stretch of more days than this without any event is marked.</param>
/// <param name="Sources">The referral and each return that went in.</param>
/// <param name="Missing">The agencies whose return has not come.</param>
public sealed record ChronologyFacts(
    string Reference,
    string Partnership,
    DateOnly From,
    DateOnly To,
    int GapDays,
    ImmutableArray<string> Sources,
    ImmutableArray<string> Missing
);

/// <summary>The combined chronology of the pack as a Word document (B13).</summary>
public static class ChronologyDocument
{
    private static readonly Column[] Columns =
    [
        new("No.", 2),
        new("Date", 5),
        new("Time", 3),
        new("Agency", 5),
        new("What happened", 13),
        new("Where recorded", 6),
        new("To look at", 6),
    ];

    /// <summary>Writes it.</summary>
    public static ReadOnlyMemory<byte> Write(CombinedChronology chronology, ChronologyFacts facts) =>
        WordFile.Write(
            new(
                $"Combined chronology, {facts.Reference}",
                facts.Reference,
                [
                    Blocks.Title("Combined chronology"),
                    Blocks.Subtitle(facts.Partnership),
                    Blocks.Fact("Reference", facts.Reference),
                    Blocks.Fact("Period to be looked at", $"{ShortDay(facts.From)} to {ShortDay(facts.To)}"),
                    Blocks.Fact("Put together from", facts.Sources.IsEmpty ? "nothing yet" : string.Join("; ", facts.Sources)),
                    Blocks.Fact(
                        "Not here yet",
                        facts.Missing.IsEmpty ? "nothing: every agency has answered" : string.Join("; ", facts.Missing)
                    ),
                    Blocks.Fact("To look at", ToLookAt(chronology, facts)),
                    Blocks.Text(
                        "The marks are a help to readers and were made by comparing dates, times and words. A mark does not "
                            + "say that anybody is wrong; where there is none, there may still be a difference."
                    ),
                    Blocks.Table(
                        "Events in order of time",
                        "Each row is an event as one agency tells it, or a stretch without any event. The last column names "
                            + "other rows that may tell the same event differently.",
                        Columns,
                        chronology.Rows.Select(Row).DefaultIfEmpty(["", "", "", "", "No event is recorded.", "", ""]),
                        firstNames: false
                    ),
                    .. chronology.Undated.IsEmpty
                        ? Enumerable.Empty<Block>()
                        :
                        [
                            Blocks.Table(
                                "Events without a date",
                                "Each row is an event whose date is not known or could not be read.",
                                Columns,
                                chronology.Undated.Select(Row),
                                firstNames: false
                            ),
                        ],
                ]
            )
            {
                Landscape = true,
            }
        );

    private static string ToLookAt(CombinedChronology chronology, ChronologyFacts facts)
    {
        var clashing = chronology.Rows.OfType<ChronologyRow.Event>().Count(row => !row.Clashes.IsEmpty);
        var gaps = chronology.Rows.OfType<ChronologyRow.Gap>().Count();
        return $"{Count(clashing, "event that another agency may tell differently", "events that another agency may tell differently")}; "
            + $"{Count(gaps, "stretch", "stretches")} of more than {facts.GapDays.ToString(CultureInfo.InvariantCulture)} days "
            + "without any event";
    }

    private static IEnumerable<string> Row(ChronologyRow row) =>
        row switch
        {
            ChronologyRow.Event told =>
            [
                told.Number.ToString(CultureInfo.InvariantCulture),
                told.Entry.When is { } known ? When(known) : "Not known",
                told.Entry.Time?.ToString("HH:mm", CultureInfo.InvariantCulture) ?? "",
                told.Entry.Agency,
                told.Entry.Event,
                told.Entry.Source,
                string.Join("\n", told.Clashes.Select(Words).Concat(told.InPeriod ? [] : ["Outside the period"])),
            ],
            ChronologyRow.Gap gap =>
            [
                "",
                $"{ShortDay(gap.From)} to {ShortDay(gap.To)}",
                "",
                "",
                $"Gap: no agency has an event for {Count(gap.Days, "day", "days")}.",
                "",
                "Gap",
            ],
            _ => throw new InvalidOperationException("An unknown kind of row."),
        };

    private static string Words(Clash clash) =>
        clash.Kind switch
        {
            ClashKind.SameTime => $"Clash? Same day and time as no. {clash.With}, told differently",
            ClashKind.SameDay => $"Clash? Same day as no. {clash.With}, nearly the same words",
            ClashKind.OtherDay => $"Clash? Nearly the same words as no. {clash.With}, another date",
        };
}
