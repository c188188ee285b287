using System.Text.Json;
using System.Text.RegularExpressions;

namespace SafeguardingTeams.House.Tests;

/// <summary>
/// A partnership is called as its file says, and nowhere else: no text of the product names the partnership it is shipped with, its group
/// that learns from practice, its MASH or its references.
/// </summary>
public partial class NamesTests
{
    private const string Shipped = "src/SafeguardingTeams.Bot/partnership.json";

    [Fact]
    public void No_text_of_the_product_says_what_the_partnerships_file_says_PD9()
    {
        var names = Names();
        var product = Repository.Files.Where(Repository.IsProduct).Where(file => file != Shipped).ToList();
        Assert.True(product.Count > 800, $"Only {product.Count} files of the product were found.");
        Assert.Equal(
            [],
            from file in product
            from text in Texts(file)
            from name in names
            where name.IsMatch(text.Text)
            select $"{file}, line {text.Line}: {text.Text}"
        );
    }

    [Theory]
    [InlineData("Refer to the MASH")]
    [InlineData("Chair of the Learning from Practice Group")]
    [InlineData("learning from  practice group")]
    [InlineData("Such as GSCP-7K3M")]
    [InlineData("the Royal Borough of Greenwich")]
    public void A_text_that_says_one_is_found(string text) => Assert.Contains(Names(), name => name.IsMatch(text));

    [Theory]
    [InlineData("mash-officer")]
    [InlineData("MashOfficer")]
    [InlineData("the front door")]
    public void What_only_looks_like_one_is_not(string text) => Assert.DoesNotContain(Names(), name => name.IsMatch(text));

    /// <summary>The names of the shipped file, as the words that nobody else has.</summary>
    private static List<Regex> Names()
    {
        using var file = JsonDocument.Parse(Repository.Read(Shipped));
        string Of(string field) => file.RootElement.GetProperty(field).GetString()!;
        var partnership = Of("name").Split(' ')[0];
        var mash = Of("mashName").Split(' ')[^1];
        return
        [
            new($@"\b{partnership}\b", RegexOptions.IgnoreCase),
            new(@$"\b{Of("groupName").Replace(" ", @"\s+", StringComparison.Ordinal)}\b", RegexOptions.IgnoreCase),
            new($@"\b{mash}\b"),
            new($@"\b{Of("code")}\b"),
        ];
    }

    /// <summary>Texts that may be read: literals of C#, a template as it is. A sentence that goes on over lines is one.</summary>
    private static IEnumerable<(string Text, int Line)> Texts(string file) =>
        file.EndsWith(".cs", StringComparison.Ordinal) ? Literals(Repository.Read(file))
        : Readable().IsMatch(file) ? Repository.Read(file).Split('\n').Select((line, i) => (line, i + 1))
        : [];

    private static IEnumerable<(string Text, int Line)> Literals(string source)
    {
        var joined = Continued().Replace(source, "");
        return CSharpText.Of(joined).Pieces.Where(piece => piece.Kind == PieceKind.Literal).Select(piece => (piece.Text, piece.Line));
    }

    [GeneratedRegex(@"\.(md|json|html|js|css)$")]
    private static partial Regex Readable();

    /// <summary>The end of a literal that is put together with the next.</summary>
    [GeneratedRegex("\"\\s*\\+\\s*\\$?\"")]
    private static partial Regex Continued();
}
