using System.Text;
using System.Text.Json;
using SafeguardingTeams.Presentation.Typing;

namespace SafeguardingTeams.Presentation.Tests.Typing;

public class WholeJsonTests
{
    [Theory]
    [InlineData("""["a\ud83db"]""", "a\uFFFDb")]
    [InlineData("""["\uDE00"]""", "\uFFFD")]
    [InlineData("""["\ud83d\ud83d\ude00"]""", "\uFFFD\U0001F600")]
    [InlineData("""["\ud83d\u0041"]""", "\uFFFDA")]
    [InlineData("""["\\ud83d"]""", "\\ud83d")]
    [InlineData("""["\\\ud83d"]""", "\\\uFFFD")]
    [InlineData("""["\ud83d\ude00 \u00e9"]""", "\U0001F600 \u00e9")]
    [InlineData("""["\ud83d"]""", "\uFFFD")]
    public void Half_a_character_is_put_right_and_nothing_else_is_touched(string json, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(json);
        WholeJson.Mend(bytes);
        Assert.Equal([text], JsonSerializer.Deserialize<string[]>(bytes)!);
    }

    [Theory]
    [InlineData("""["\ud8""")]
    [InlineData("\\")]
    [InlineData("""["\ud83d\""")]
    public void A_body_that_ends_in_the_middle_is_no_fault_here(string json) => WholeJson.Mend(Encoding.UTF8.GetBytes(json));
}
