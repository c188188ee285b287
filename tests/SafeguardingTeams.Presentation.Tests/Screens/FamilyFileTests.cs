using CsCheck;

namespace SafeguardingTeams.Presentation.Tests.Screens;

/// <summary>Of the file of a family nothing is lost: what was written into it is read from it, to the letter.</summary>
public class FamilyFileTests
{
    private static readonly string[] Some = ["", "a", "b", "c", " ", "...", "=== a", "=", "- a", "+ b", "= c", "\\", "\\=", "a "];

    private static readonly Gen<string> Line = Gen.Int[0, Some.Length - 1].Select(i => Some[i]);

    private static readonly Gen<string> Text = Line.Array[0, 12]
        .Select(lines => string.Concat(lines.Append("end").Select(line => line + "\n")));

    [Fact]
    public void What_is_written_is_read_to_the_letter() =>
        Text.Array[1, 6]
            .Sample(texts =>
            {
                var cards = texts.Select((text, i) => (Name: $"card-{i}", Text: text)).ToList();
                Assert.Equal(cards, FamilyFile.Read(FamilyFile.Write(cards)));
            });

    [Fact]
    public void Differences_lead_from_one_text_to_the_other() =>
        Gen.Select(Line.Array[0, 12], Line.Array[0, 12])
            .Sample((one, other) => Assert.Equal(other, Difference.Apply(one, Difference.Of(one, other))));

    [Fact]
    public void A_file_can_be_read_by_a_person() =>
        Assert.Equal(
            """
            === first
            What is asked
            Name []
            Date []

            Buttons: Continue

            === second, from first
            - Name []
            + Name [] Enter a name
            ...
            = Date []
            + Place []

            === other
            Nothing of the first

            """,
            FamilyFile.Write([
                ("first", "What is asked\nName []\nDate []\n\nButtons: Continue\n"),
                ("second", "What is asked\nName [] Enter a name\nDate []\nPlace []\n\nButtons: Continue\n"),
                ("other", "Nothing of the first\n"),
            ])
        );

    [Fact]
    public void A_difference_that_does_not_fit_is_refused() =>
        Assert.ThrowsAny<Exception>(() => FamilyFile.Read("=== a\nx\n\n=== b, from a\n- y\n+ z\n"));
}
