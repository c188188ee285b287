using System.Collections.Immutable;
using SafeguardingTeams.Domain.Anonymity;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Forms;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.Domain.Tests.Anonymity;

/// <summary>What could point to a person is found in a text, by a corpus of planted details (E26).</summary>
public class PersonalDetailsTests
{
    private static readonly string[] Names = ["exact", "possessive", "split", "inside"];

    internal static KnownDetails Known { get; } = KnownDetails.Of([Source()]);

    [Fact]
    public void Names_are_all_found_exact_possessive_split_and_inside_a_word_E26()
    {
        var counted = Planted().Where(one => Names.Contains(one.Kind)).ToList();
        Assert.All(Names, kind => Assert.True(counted.Count(one => one.Kind == kind) >= 6));
        Assert.Empty(counted.Where(one => !one.Found).Select(one => $"{one.Kind}: {one.Line}"));
    }

    [Fact]
    public void Of_each_kind_as_many_are_found_as_are_written_down_with_what_is_missed_E26() =>
        Approved.Same(
            "tests/SafeguardingTeams.Domain.Tests/Anonymity/found.txt",
            string.Concat(
                Planted()
                    .GroupBy(one => one.Kind)
                    .Select(kind =>
                        $"{kind.Key}: {kind.Count(one => one.Found)} of {kind.Count()} found\n"
                        + string.Concat(kind.Where(one => !one.Found).Select(one => $"  missed: {one.Line}\n"))
                    )
            )
        );

    [Fact]
    public void In_plain_lines_hardly_anything_is_found_E26() =>
        Assert.Empty(Lines("plain.txt").SelectMany(line => PersonalDetails.In(line, Known)).Select(found => $"{found.Kind}: {found.Text}"));

    [Theory]
    [InlineData("Child A and their mother were seen by a health visitor.")]
    [InlineData("The child's social worker asked the school nurse.")]
    public void Words_in_place_of_a_name_are_none_E26(string text) =>
        Assert.DoesNotContain(PersonalDetails.In(text, Known), found => found.Kind == DetailKind.Name);

    [Fact]
    public void What_the_source_knows_is_told_from_what_only_looks_like_it_E26()
    {
        var found = PersonalDetails.In("On 14 March 2019, not on 15 March 2019, 12 Qvandle Street, not 3 Old Mill Lane.", Known);
        Assert.Equal(
            [(DetailKind.Date, true), (DetailKind.Date, false), (DetailKind.Address, true), (DetailKind.Address, false)],
            found.Select(one => (one.Kind, one.IsKnown))
        );
    }

    [Fact]
    public void What_a_referral_for_practice_learning_knows_is_known_E26()
    {
        var file = LearningStory
            .At(Domain.Learning.LearningStage.AwaitingSafeguardingLead, LearningStory.Complete("the-lead@people.example"))
            .File;
        var found = Assert.Single(PersonalDetails.In("the-lead@people.example wrote it down.", KnownDetails.Of([file])));
        Assert.Equal((DetailKind.Email, true, "the-lead@people.example"), (found.Kind, found.IsKnown, found.Text));
    }

    /// <summary>Every line is searched in a time that a card can wait, however long it is and whatever it is made of.</summary>
    [Theory]
    [InlineData("A ")]
    [InlineData("1 ")]
    [InlineData("Zq ")]
    [InlineData("a.b@")]
    [InlineData("\"a ")]
    [InlineData("St ")]
    public void A_long_text_of_anything_is_searched_at_once_E26(string of)
    {
        var text = string.Concat(Enumerable.Repeat(of, 2000))[..4000];
        var before = System.Diagnostics.Stopwatch.GetTimestamp();
        _ = PersonalDetails.In(text, Known);
        Assert.True(System.Diagnostics.Stopwatch.GetElapsedTime(before) < TimeSpan.FromSeconds(2));
    }

    private static IEnumerable<(string Kind, string Line, bool Found)> Planted() =>
        from line in Lines("planted.txt")
        let parts = line.Split(" | ", 2)
        from span in Spans(parts[1])
        select (parts[0], parts[1], IsFound(parts[0], parts[1].Replace("{", "").Replace("}", ""), span));

    /// <summary>Whether what is found covers all of what is planted, but for what is no letter or digit.</summary>
    private static bool IsFound(string kind, string text, (int At, int Length) span)
    {
        var covered = new bool[text.Length];
        foreach (var found in PersonalDetails.In(text, Known).Where(found => !Names.Contains(kind) || found.Kind == DetailKind.Name))
        {
            Array.Fill(covered, true, found.At, found.Text.Length);
        }

        return Enumerable.Range(span.At, span.Length).All(at => covered[at] || !char.IsLetterOrDigit(text[at]));
    }

    private static IEnumerable<(int At, int Length)> Spans(string marked)
    {
        for (int open = marked.IndexOf('{'), before = 0; open >= 0; open = marked.IndexOf('{', open + 1), before += 2)
        {
            yield return (open - before, marked.IndexOf('}', open) - open - 1);
        }
    }

    private static IEnumerable<string> Lines(string file) =>
        File.ReadLines(Path.Combine(Approved.Root, "tests/SafeguardingTeams.Domain.Tests/Anonymity", file))
            .Where(line => line.Length > 0 && line[0] != '#');

    /// <summary>A case that knows names, what people are called by, a birth date, an address, a number and an agency.</summary>
    private static CaseFile Source()
    {
        AnswerRow Row(string id, params (string Id, string Text)[] values) =>
            values.Aggregate(AnswerRow.Empty(id), (row, value) => row.With(value.Id, value.Text));
        var referral = CaseStory
            .Complete()
            .With("referrer", "name", "Pflegg")
            .With("referrer", "email", "pflegg@school.example")
            .With("agencies", Row("a", ("agency", "Qvandle Family Service"), ("telephone", "020 7946 0123")));
        var request = Answers
            .None.With(
                "children",
                Row(
                    "c",
                    ("name", "Zqxchild Wvolmer"),
                    ("aka", "Zqxnick"),
                    ("nhsnumber", "943 476 5919"),
                    ("born", "2019-03-14"),
                    ("address", "12 Qvandle Street, ZX1 9QQ")
                )
            )
            .With("family", Row("f", ("name", "Vaq"), ("aka", "Zqxella")))
            .With("others", Row("o", ("name", "Zqxfriend Plom")));
        var file = CaseStory.At(Stage.PreparingRapidReview).File;
        return file with { Referral = file.Referral! with { Answers = referral }, Review = file.Review with { Request = request } };
    }
}
