using System.Collections.Immutable;
using SafeguardingTeams.Domain.Forms;
using SafeguardingTeams.Domain.Typing;
using SafeguardingTeams.Presentation.Documents.Intake;
using SafeguardingTeams.Presentation.Typing;

namespace SafeguardingTeams.Presentation.Tests.Typing;

/// <summary>What people type, paste or send in Word is read in one way, whatever it is an answer to.</summary>
public class TypedValueTests
{
    private static readonly DateOnly Today = new(2026, 11, 16);

    [Theory]
    [InlineData("x@y.org;")]
    [InlineData("<x@y.org>")]
    [InlineData("mailto:x@y.org")]
    [InlineData("MAILTO:x@y.org?subject=Form")]
    [InlineData("<mailto:x@y.org>")]
    [InlineData("x@y.org.")]
    [InlineData("x@y.org,")]
    [InlineData(" \u200bx@y.org\u00a0")]
    [InlineData("Head of unit <x@y.org>")]
    [InlineData("\"Unit, Head of\" <x@y.org>;")]
    [InlineData("'x@y.org'")]
    [InlineData("(x@y.org)")]
    [InlineData("x@y\u2024org")]
    public void An_address_is_taken_out_of_what_surrounds_it(string text) => Assert.Equal("x@y.org", MailAddress.Clean(text));

    [Theory]
    [InlineData("o\u2019brien@y.org", "o'brien@y.org")]
    [InlineData("a\u2011b@y.org", "a-b@y.org")]
    public void An_address_has_the_plain_hyphen_and_apostrophe(string text, string address) =>
        Assert.Equal(address, MailAddress.Clean(text));

    [Theory]
    [InlineData("x@y,org")]
    [InlineData("x@y")]
    [InlineData("x@y.org; z@y.org")]
    [InlineData("x@y.org or z@y.org")]
    [InlineData("x y@y.org")]
    [InlineData("not known")]
    [InlineData("")]
    public void What_holds_no_address_or_two_stays_as_it_was_and_is_refused(string text)
    {
        Assert.Equal(text, MailAddress.Clean(text));
        Assert.False(Address.IsOne(MailAddress.Clean(text)));
    }

    [Theory]
    [InlineData("020\u00a07946\u202f0000", "020 7946 0000")]
    [InlineData("\u202a020 7946 0000\u202c", "020 7946 0000")]
    [InlineData("020\u20117946\u20130000", "020 7946 0000")]
    [InlineData("tel:+44-20-7946-0000", "020 7946 0000")]
    [InlineData("(020) 7946 0000", "020 7946 0000")]
    [InlineData("020 7946 0000 / 07911 123456", "020 7946 0000 or 07911 123456")]
    [InlineData("020 7946 0000 or 07911 123456", "020 7946 0000 or 07911 123456")]
    [InlineData("+353 1 679 2222", "+353 1 679 2222")]
    [InlineData("020 7946 0000, ask for the duty officer", "020 7946 0000, ask for the duty officer")]
    [InlineData("Extension 51234", "Extension 51234")]
    [InlineData("not known", "not known")]
    public void A_telephone_number_is_read_as_it_was_meant(string text, string kept)
    {
        Assert.Equal(kept, TelephoneNumbers.Clean(text));
        Assert.Equal(kept != "not known", Telephone.IsIn(kept));
    }

    [Fact]
    public void A_choice_is_known_however_its_dashes_spaces_and_apostrophes_are_typed()
    {
        var kind = new AnswerKind.Choice([new("a", "Don't know"), new("b", "Short-term \u2013 a week")]);
        Assert.Equal(new("a", true), TypedValue.Read(kind, "don\u2019t\u00a0know.", Today));
        Assert.Equal(new("b", true), TypedValue.Read(kind, "Short\u2010term - a week", Today));
        Assert.Equal(new("neither", false), TypedValue.Read(kind, "neither", Today));
    }

    [Fact]
    public void Prose_stays_as_typed_but_for_what_turns_the_words_beside_it()
    {
        const string Typed = "O\u2019Brien \u2013 \u201cseen\u201d\u00a0twice";
        Assert.Equal(Typed, TypedValue.Read(new AnswerKind.Text(), $" \u202e{Typed}\u202c ", Today).Text);
    }

    /// <summary>A return of sixty rows says it once, not sixty times.</summary>
    [Fact]
    public void A_year_of_two_figures_is_said_once_and_what_is_no_date_each_time()
    {
        var said = ImmutableArray.CreateBuilder<string>();
        var typed = new TypedAnswer(Today, said);
        var day = new AnswerKind.Day();
        Assert.Equal(
            ["2024-02-03", "2024-02-03", "2024-02-03", "", "3 Fe 24"],
            new[] { "3 Feb 2024", "03/02/24", "3rd Feb 24", "", "3 Fe 24" }.Select(text => typed.Read(day, text, "Chronology"))
        );
        Assert.Equal(2, said.Count);
        Assert.StartsWith("Chronology \u2013 \u201c03/02/24\u201d has a year of two figures.", said[0], StringComparison.Ordinal);
        Assert.Contains("\u201c3 Fe 24\u201d is no date we can read", said[1], StringComparison.Ordinal);
    }
}
