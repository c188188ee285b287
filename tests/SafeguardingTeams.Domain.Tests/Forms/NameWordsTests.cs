using SafeguardingTeams.Domain.Actions;
using SafeguardingTeams.Domain.Forms;
using SafeguardingTeams.Domain.Learning;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.Domain.Tests.Forms;

/// <summary>Names are found and kept out of an action in whatever script and with whatever marks they are written (PD19, F2).</summary>
public class NameWordsTests
{
    [Theory]
    [InlineData("O'Brien", "obrien")]
    [InlineData("O\u2019Brien", "obrien")]
    [InlineData("Smith-Jones", "smith jones")]
    [InlineData("Jos\u00e9 Nu\u0301n\u0303ez", "jose nunez")]
    [InlineData("\u0141ukasz S\u00f8rensen", "lukasz sorensen")]
    // Hindi and Bengali: vowel signs and the virama are marks that belong to their letter, spacing or not.
    [InlineData(
        "\u092e\u094b\u0939\u093f\u0924 \u0915\u0941\u092e\u093e\u0930",
        "\u092e\u094b\u0939\u093f\u0924 \u0915\u0941\u092e\u093e\u0930"
    )]
    [InlineData("\u09b0\u09ab\u09bf\u0995 \u0987\u09b8\u09b2\u09be\u09ae", "\u09b0\u09ab\u09bf\u0995 \u0987\u09b8\u09b2\u09be\u09ae")]
    // Arabic, with vowel points, with a stretch, and with the zero-width mark of Persian.
    [InlineData("\u0645\u064f\u062d\u064e\u0645\u0651\u064e\u062f", "\u0645\u062d\u0645\u062f")]
    [InlineData("\u0645\u062d\u0640\u0645\u062f", "\u0645\u062d\u0645\u062f")]
    [InlineData("\u0639\u0644\u06cc\u200c\u0631\u0636\u0627", "\u0639\u0644\u064a\u0631\u0636\u0627")]
    [InlineData("'Amina'", "amina")]
    [InlineData("\u0301 , -", "")]
    public void A_mark_belongs_to_its_letter_and_two_ways_to_write_a_name_are_one_PD19(string name, string words) =>
        Assert.Equal(words, string.Join(' ', NameWords.Split(name).Select(NameWords.Plain)));

    [Fact]
    public void A_name_with_an_apostrophe_is_found_by_its_longer_part_too_PD19()
    {
        Assert.Equal(["obrien", "brien"], NameWords.Forms("O'Brien"));
        Assert.Equal(["ngolo", "golo"], NameWords.Forms("N'Golo"));
        Assert.Equal(["brien"], NameWords.Forms("Brien"));
    }

    [Theory]
    [InlineData(
        "\u092e\u094b\u0939\u093f\u0924 \u0936\u0930\u094d\u092e\u093e",
        "\u0936\u0930\u094d\u092e\u093e \u0915\u0947 \u0932\u093f\u090f"
    )]
    [InlineData("\u09b0\u09bf\u09a4\u09be \u09a6\u09be\u09b8", "\u09b0\u09bf\u09a4\u09be \u0995\u09c7")]
    [InlineData("N'Go", "Ask N\u2019Go again.")]
    [InlineData("\u674e", null)]
    [InlineData("\u674e\u660e", "\u8bf7\u95ee \u674e\u660e")]
    [InlineData("O'Brien", "The OBrien family is seen.")]
    public void A_name_of_any_script_is_kept_out_of_an_action_F2(string name, string? text)
    {
        var answers = LearningStory.Complete().With("children", AnswerRow.Empty("r1").With("name", name));
        var names = SourceNames.Of([LearningStory.At(LearningStage.AwaitingTriage, answers).File]);
        Assert.Equal(text is null ? null : "name-in-text", names.Refuse(text ?? "Nobody.", "what", "What")?.Code);
        // Half of a name in another word is no name.
        Assert.Null(names.Refuse("\u0936\u0930\u094d\u092e \u09b0\u09bf\u09a4 brio", "what", "What"));
    }

    [Fact]
    public void What_was_typed_moves_with_the_kind_of_learning_and_is_asked_once_D1_D2()
    {
        var wrong = LearningStory.Complete();
        var good = Domain.Forms.PracticeLearning.LearningAnswers.Moved("learning", wrong.With("learning", "kinds", "good-practice"));
        Assert.Equal("The baby went home before the visit was arranged.", good["wentwell", "welldone"]);
        Assert.Equal(
            ("It could happen again.", "", ""),
            (good["wentwell", "why"], good["outline", "circumstances"], good["outline", "reasons"])
        );
        var back = Domain.Forms.PracticeLearning.LearningAnswers.Moved(
            "learning",
            good.With("learning", "kinds", "near-miss,good-practice")
        );
        Assert.Equal(
            (wrong["outline", "circumstances"], wrong["outline", "reasons"], ""),
            (back["outline", "circumstances"], back["outline", "reasons"], back["wentwell", "welldone"])
        );
        // Another page moves nothing; what stands there already stays, first.
        var both = wrong.With("learning", "kinds", "good-practice").With("wentwell", "welldone", "They rang.");
        Assert.Equal("They rang.", Domain.Forms.PracticeLearning.LearningAnswers.Moved("outline", both)["wentwell", "welldone"]);
        Assert.StartsWith(
            "They rang.\n\nThe baby",
            Domain.Forms.PracticeLearning.LearningAnswers.Moved("learning", both)["wentwell", "welldone"]
        );
    }

    [Theory]
    [InlineData(8000, 0)]
    [InlineData(11978, 0)]
    [InlineData(12100, 121)]
    public void A_long_message_goes_on_under_anything_else_and_what_is_left_out_is_counted_D1(int length, int leftOut)
    {
        var (answers, left) = Domain.Forms.PracticeLearning.LearningAnswers.Outlined(Answers.None, new('x', length));
        Assert.Equal(leftOut, left);
        Assert.Equal(8000, answers["outline", "circumstances"].Length);
        Assert.Equal(
            length - leftOut,
            8000 + answers["additional", "information"].Replace("The message goes on: ", "", StringComparison.Ordinal).Length
        );
    }
}
