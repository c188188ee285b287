using CsCheck;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.Domain.Tests.Cases;

public class CaseIdTests
{
    [Fact]
    public void Any_chance_makes_a_reference_that_is_read_back_however_it_is_typed() =>
        Gen
            .Byte.Array[8]
            .Sample(chance =>
            {
                var id = CaseId.FromChance("GSCP", chance);
                return CaseId.TryParse($" {id.Value.ToLowerInvariant()} ") == id && id.Value.Length == 14;
            });

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("GSCP-2222")]
    [InlineData("GSCP-222A-3333")] // no vowels
    [InlineData("GSCP-2222-3333-4444")]
    [InlineData("G-2222-3333")]
    [InlineData("GSCP-2222-333|")]
    [InlineData("GSCPABC-2222-3333")]
    [InlineData("GSCP-22222-3333")]
    [InlineData("GSCP-2222-33333")]
    [InlineData("GSC9-2222-3333")]
    [InlineData("../../x-2222-3333")]
    public void What_is_no_reference_is_none(string? text) => Assert.Null(CaseId.TryParse(text));

    [Fact]
    public void Parsing_what_is_no_reference_says_so() => Assert.Throws<FormatException>(() => CaseId.Parse("nonsense"));

    [Fact]
    public void A_gap_in_the_record_is_not_passed_over()
    {
        var history = new CaseStory().Submitted().Decided(reached: true).File.History;
        Assert.Equal(history.Count, Replay.From(new CaseFile(CaseStory.Id), history).Version);
        Assert.Throws<InvalidOperationException>(() => Replay.From(new CaseFile(CaseStory.Id), history.RemoveAt(1)));
        Assert.Throws<InvalidOperationException>(() => Replay.From(new CaseFile(CaseStory.OtherId), history));
    }
}
