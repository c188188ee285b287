using NJsonSchema;

namespace SafeguardingTeams.House.Tests;

/// <summary>The schema of the partnership's file, read by somebody else's validator, as an editor would.</summary>
public class PartnershipSchemaTests
{
    private const string Shipped = "src/SafeguardingTeams.Bot/partnership.json";

    [Theory]
    [InlineData(Shipped)]
    [InlineData("docs/examples/partnership-rivers.json")]
    public async Task The_examples_fit(string path) => Assert.Empty((await SchemaAsync()).Validate(Repository.Read(path)));

    [Theory]
    [InlineData("\"role\": \"Chair\"", "\"role\": \"Chiar\"")]
    [InlineData("\"2026-12-09\"", "\"1/12/2026\"")]
    [InlineData("\"from\": \"09:00\"", "\"from\": \"9am\"")]
    [InlineData("\"mashName\":", "\"mashNam\":")]
    [InlineData("\"limits\": {}", "\"limits\": {\"recommendations\": 5}")]
    [InlineData("\"limits\": {}", "\"limits\": {\"recommendation\": 61}")]
    [InlineData("\"GSCP\"", "\"gscp\"")]
    [InlineData("6a1aba96-e256-488c-a9a3-2067baae6901", "6a1aba96-e256-488c-a9a3-2067baae6901 ")]
    [InlineData("\"id\": \"chair\"", "\"id\": \"chair|x\"")]
    public async Task Each_single_thing_wrong_does_not(string old, string written)
    {
        var text = Repository.Read(Shipped);
        Assert.Contains(old, text, StringComparison.Ordinal);
        Assert.NotEmpty((await SchemaAsync()).Validate(text.Replace(old, written, StringComparison.Ordinal)));
    }

    private static Task<JsonSchema> SchemaAsync() => JsonSchema.FromJsonAsync(Repository.Read("docs/partnership.schema.json"));
}
