using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Typing;

namespace SafeguardingTeams.Domain.Tests.Typing;

public class TypedTests
{
    [Theory]
    [InlineData("a\u00a0\u202f\u2009b", "a b")]
    [InlineData("a\u2010b\u2011c\u2012d\u2013e\u2014f\u2212g", "a-b-c-d-e-f-g")]
    [InlineData("O\u2019Brien O\u02bcBrien", "O'Brien O'Brien")]
    [InlineData("\u202a+44\u202c\u200e \u2060020\ufeff", "+44 020")]
    [InlineData("a\r\n\tb ", "a b")]
    [InlineData("１２٣", "123")]
    [InlineData("x\ud800y", "xy")]
    public void What_looks_the_same_compares_the_same(string text, string plain) => Assert.Equal(plain, Typed.Plain(text));

    [Theory]
    [InlineData("Sam\u202e nas\u202c", "Sam nas")]
    [InlineData("\u2068محمد\u2069", "محمد")]
    [InlineData("x\ud800y\udc00z", "xyz")]
    [InlineData("line\r\nline\u0007", "line\r\nline")]
    [InlineData("$\u200d{name} {\u200d{\u200d{DATE}}}", "${name} {{{DATE}}}")]
    [InlineData("\U0001F468\u200d\U0001F469 \u2013 O\u2019Brien\u00a0x", "\U0001F468\u200d\U0001F469 \u2013 O\u2019Brien\u00a0x")]
    public void What_is_kept_is_as_typed_without_what_turns_or_breaks_what_stands_beside_it(string text, string kept) =>
        Assert.Equal(kept, Typed.Kept(text));

    [Theory]
    [InlineData("Please open GSCP-7K3M-9QXT.", "GSCP-7K3M-9QXT")]
    [InlineData("gscp\u20137k3m\u20139qxt", "GSCP-7K3M-9QXT")]
    [InlineData("GSCP7K3M9QXT", "GSCP-7K3M-9QXT")]
    [InlineData("gscp 7k3m 9qxt, please", "GSCP-7K3M-9QXT")]
    [InlineData("(GSCP - 7K3M - 9QXT)", "GSCP-7K3M-9QXT")]
    [InlineData("\u200eGSCP-PL\u20117K3M\u20119QXT?", "GSCP-PL-7K3M-9QXT")]
    [InlineData("GSCPAC7K3M9QXT", "GSCP-AC-7K3M-9QXT")]
    [InlineData("OTHR-7K3M-9QXT", "OTHR-7K3M-9QXT")]
    [InlineData("GSCP-7K3M-9QXT and GSCP-2222-3333, GSCP-7K3M-9QXT", "GSCP-7K3M-9QXT GSCP-2222-3333")]
    [InlineData("OTHR7K3M9QXT", "")]
    [InlineData("GSCP-7K3M-9QX", "")]
    [InlineData("GSCP-7K3M-9QXTB", "")]
    [InlineData("XGSCP7K3M9QXT", "")]
    [InlineData("GSCP-7A3M-9QXT", "")]
    [InlineData("group", "")]
    public void References_are_found_as_people_type_them(string text, string found) =>
        Assert.Equal(found, string.Join(' ', References.In(text, "GSCP")));
}
