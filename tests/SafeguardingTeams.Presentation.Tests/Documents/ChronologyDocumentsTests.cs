using CsCheck;
using SafeguardingTeams.Domain.Forms;
using SafeguardingTeams.Domain.Typing;
using SafeguardingTeams.Presentation.Documents.Chronology;

namespace SafeguardingTeams.Presentation.Tests.Documents;

public class ChronologyDocumentsTests
{
    private const string Sentence = "Health visitor found the child well and the mother tired at home";

    private static readonly DateOnly From = new(2026, 1, 1),
        To = new(2026, 12, 31);

    private static ChronologyEntry Entry(string agency, string? day, string text, string? time = null) =>
        new(agency, day is null ? null : KnownDay.Of(day), time is null ? null : TimeOnly.Parse(time), text, "record");

    private static CombinedChronology Of(params ChronologyEntry[] entries) => CombinedChronology.Of(entries, From, To, gapDays: 400);

    private static IEnumerable<Clash> Clashes(params ChronologyEntry[] entries) =>
        Of(entries).Rows.OfType<ChronologyRow.Event>().SelectMany(row => row.Clashes);

    [Fact]
    public void Events_of_all_agencies_stand_in_order_of_time_and_those_without_a_date_by_themselves()
    {
        var all = Of(
            Entry("B", "2026-03-02", "two", "10:00"),
            Entry("A", null, "none"),
            Entry("A", "2026-03-02", "one"),
            Entry("A", "2026-03-02", "three", "10:30"),
            Entry("C", "2026-03-01", "zero")
        );
        Assert.Equal(["zero", "one", "two", "three"], all.Rows.Cast<ChronologyRow.Event>().Select(row => row.Entry.Event));
        Assert.Equal([1, 2, 3, 4], all.Rows.Cast<ChronologyRow.Event>().Select(row => row.Number));
        Assert.Equal("none", Assert.Single(all.Undated).Entry.Event);
    }

    [Fact]
    public void What_is_known_by_month_or_year_stands_at_its_first_day_as_it_was_written_and_hides_no_day_as_a_gap_B6()
    {
        var all = CombinedChronology.Of(
            [
                Entry("A", "2026-03-02", "second"),
                Entry("B", "2026-03", "first"),
                Entry("A", "~2026-09", "third"),
                Entry("C", "2025", "before"),
            ],
            From,
            To,
            gapDays: 100
        );
        Assert.Equal(
            ["before", "first", "second", "2026-04-01 to 2026-08-31", "third"],
            all.Rows.Select(row =>
                    row is ChronologyRow.Gap gap ? $"{gap.From:yyyy-MM-dd} to {gap.To:yyyy-MM-dd}" : ((ChronologyRow.Event)row).Entry.Event
                )
                .Where(text => !text.StartsWith("2026-10", StringComparison.Ordinal))
        );
        Assert.Equal(["before"], all.Rows.OfType<ChronologyRow.Event>().Where(row => !row.InPeriod).Select(row => row.Entry.Event));
        Assert.Contains(
            "about September 2026",
            DocumentText.Of(ChronologyDocument.Write(all, new("GSCP-7K3M-9QXT", "Partnership", From, To, 100, [], []))),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Nearly_the_same_words_clash_only_where_they_cannot_be_of_the_same_day()
    {
        Assert.Empty(Clashes(Entry("A", "2026-03", Sentence), Entry("B", "2026-03-12", Sentence)));
        Assert.Empty(Clashes(Entry("A", "~2026-03-12", Sentence), Entry("B", "2026-03-12", Sentence + " again")));
        Assert.Equal(2, Clashes(Entry("A", "2026-03", Sentence), Entry("B", "2026-04-12", Sentence)).Count());
    }

    [Fact]
    public void The_same_day_and_time_told_differently_by_two_agencies_clashes() =>
        Assert.Equal(
            [new(2, ClashKind.SameTime), new(1, ClashKind.SameTime)],
            Clashes(Entry("A", "2026-03-02", "The father shouted", "10:00"), Entry("B", "2026-03-02", "Nobody was at home", "10:00"))
        );

    [Fact]
    public void The_same_day_and_nearly_the_same_words_clash_where_words_or_times_differ()
    {
        Assert.Equal(
            [new(2, ClashKind.SameDay), new(1, ClashKind.SameDay)],
            Clashes(
                Entry("A", "2026-03-02", Sentence),
                Entry("B", "2026-03-02", Sentence.Replace("tired", "ill", StringComparison.Ordinal))
            )
        );
        Assert.Equal(
            [new(2, ClashKind.SameDay), new(1, ClashKind.SameDay)],
            Clashes(Entry("A", "2026-03-02", Sentence, "10:00"), Entry("B", "2026-03-02", Sentence, "16:00"))
        );
    }

    [Fact]
    public void The_same_event_under_two_dates_clashes() =>
        Assert.Equal(
            [new(2, ClashKind.OtherDay), new(1, ClashKind.OtherDay)],
            Clashes(Entry("A", "2026-03-02", Sentence), Entry("B", "2026-04-02", Sentence))
        );

    [Fact]
    public void Agreement_one_agency_alone_and_short_routine_entries_do_not_clash()
    {
        Assert.Empty(
            Clashes(Entry("A", "2026-03-02", Sentence, "10:00"), Entry("B", "2026-03-02", $" {Sentence.ToUpperInvariant()}. ", "10:00"))
        );
        Assert.Empty(
            Clashes(
                Entry("A", "2026-03-02", Sentence, "10:00"),
                Entry("A", "2026-03-02", "Something else", "10:00"),
                Entry("A", "2026-05-02", Sentence)
            )
        );
        Assert.Empty(Clashes(Entry("A", "2026-03-02", "Home visit"), Entry("B", "2026-04-02", "Home visit")));
        Assert.Empty(Clashes(Entry("A", "2026-03-02", "Seen at school"), Entry("B", "2026-03-02", "Called by the neighbour")));
    }

    [Fact]
    public void Long_stretches_without_any_event_are_marked_within_the_period_only()
    {
        var all = CombinedChronology.Of(
            [
                Entry("A", "2024-01-01", "before"),
                Entry("A", "2026-04-01", "a"),
                Entry("B", "2026-06-30", "b"),
                Entry("A", "2026-07-01", "c"),
                Entry("A", "2028-01-01", "after"),
            ],
            From,
            To,
            gapDays: 89
        );
        Assert.Equal([new(From, new(2026, 3, 31)), new(new(2026, 7, 2), To)], all.Rows.OfType<ChronologyRow.Gap>());
        Assert.Equal([90, 183], all.Rows.OfType<ChronologyRow.Gap>().Select(gap => gap.Days));
        Assert.Equal([false, true, true, true, false], all.Rows.OfType<ChronologyRow.Event>().Select(row => row.InPeriod));
    }

    [Fact]
    public void A_stretch_of_just_as_many_days_is_no_gap() =>
        Assert.Single(
            CombinedChronology
                .Of([Entry("A", "2026-04-01", "a"), Entry("B", "2026-07-01", "b")], new(2026, 4, 1), new(2026, 9, 30), gapDays: 90)
                .Rows.OfType<ChronologyRow.Gap>(),
            gap => gap.From == new DateOnly(2026, 7, 2)
        );

    [Fact]
    public void Without_any_event_the_whole_period_is_a_gap() =>
        Assert.Equal(new ChronologyRow.Gap(From, To), Assert.Single(CombinedChronology.Of([], From, To).Rows));

    /// <summary>
    /// Nothing is lost or told twice; a clash is seen from both sides or, where there are very many, from one; gaps hold no event.
    /// </summary>
    [Fact]
    public void Every_event_stands_in_it_once() =>
        Gen.Select(Gen.Int[0, 3], Gen.Int[-20, 400], Gen.Int[0, 4], Gen.Int[0, 3])
            .Array[0, 40]
            .Sample(
                made =>
                {
                    var entries = made.Select(
                            (each, i) =>
                                new ChronologyEntry(
                                    $"{each.Item1}",
                                    each.Item2 < 0 ? null : From.AddDays(each.Item2),
                                    each.Item3 == 0 ? null : new(each.Item3, 0),
                                    $"{Sentence} {each.Item4}",
                                    $"{i}"
                                )
                        )
                        .ToList();
                    var all = CombinedChronology.Of(entries, From, To, 30);
                    var events = all.Rows.OfType<ChronologyRow.Event>().ToList();
                    Assert.Equal(
                        entries.Select(entry => entry.Source).Order(),
                        events.Concat(all.Undated).Select(row => row.Entry.Source).Order()
                    );
                    Assert.All(events, row =>
                        Assert.All(row.Clashes, clash => Assert.NotEqual(row.Entry.Agency, events[clash.With - 1].Entry.Agency))
                    );
                    Assert.All(all.Rows.OfType<ChronologyRow.Gap>(), gap =>
                        Assert.DoesNotContain(events, row => row.Entry.When!.Value.MayBe(new(gap.From, gap.To, false)))
                    );
                },
                iter: 500,
                threads: 1
            );

    /// <summary>Two thousand rows that nearly all say the same, by two agencies: the marks stay few enough to read.</summary>
    [Fact]
    public void An_event_names_only_so_many_clashes()
    {
        var entries = Enumerable
            .Range(0, 2000)
            .Select(i => new ChronologyEntry($"{i % 2}", From.AddDays(i % 300), new(10, 0), $"{Sentence} {i % 7}", "record"))
            .ToList();
        var rows = CombinedChronology.Of(entries, From, To).Rows.OfType<ChronologyRow.Event>().ToList();
        Assert.Equal(2000, rows.Count);
        Assert.Equal(CombinedChronology.MaxClashes, rows.Max(row => row.Clashes.Length));
    }
}
