using System.Text.RegularExpressions;
using SafeguardingTeams.Domain.Forms;
using SafeguardingTeams.Domain.Forms.Library;

namespace SafeguardingTeams.House.Tests;

/// <summary>
/// Ids of forms, pages and questions and the values of choices stand in Domain/Forms alone: everybody else reads a form through the
/// typed reader beside it. The rehearsal is left out: it plays people, who type into the fields of cards.
/// </summary>
public partial class FormIdTests
{
    /// <summary>
    /// Ids that are words of other things too: keys of buttons, fields of stored rows, words on cards. They are looked for only where
    /// answers are read or written. A list that can only get shorter.
    /// </summary>
    private static readonly HashSet<string> OrdinaryWords =
    [
        .. (
            "agencies agency answer born case children chronology date details died differs email ended event father from how known "
            + "lead met mother name no none open other outcome outline past previous reason recommendation record referrer service "
            + "state telephone themes time title to unanimous who why yes"
        ).Split(' '),
    ];

    /// <summary>What is read by a word and is no answer to a form: what was typed on a step's card, and rows of the storage.</summary>
    private static readonly Dictionary<string, string[]> OtherReaders = new()
    {
        ["src/SafeguardingTeams.Presentation/"] = ["filled", "typed"],
        ["src/SafeguardingTeams.App/"] = ["row", "checkpoint", "noted", "schema"],
        ["src/SafeguardingTeams.Microsoft365/"] = ["Properties"],
    };

    private static readonly HashSet<string> Ids =
    [
        .. FormLibrary
            .All.SelectMany(form =>
                form.Pages.SelectMany(page =>
                        Questions(page).SelectMany(question => Values(question.Kind).Append(question.Id)).Append(page.Id)
                    )
                    .Append(form.Id)
            )
            .Where(id => id.Length > 1),
    ];

    [Fact]
    public void Only_the_forms_know_their_ids()
    {
        Assert.True(Ids.Count > 130, $"Only {Ids.Count} ids found.");
        var files = Files().ToList();
        Assert.True(files.Count > 300, $"Only {files.Count} files found.");
        var wrong = files.SelectMany(file => Wrong(file, Repository.Read(file))).ToList();
        Assert.True(wrong.Count == 0, $"{wrong.Count}:\n{string.Join("\n", wrong)}");
    }

    [Fact]
    public void A_word_on_the_list_is_an_id_and_stands_elsewhere()
    {
        var elsewhere = Files().SelectMany(file => Literal().Matches(Code(Repository.Read(file)))).Select(one => one.Groups["id"].Value);
        Assert.Equal([], OrdinaryWords.Except(Ids).Order());
        Assert.Equal([], OrdinaryWords.Except(elsewhere).Order());
    }

    [Theory]
    [InlineData("""child["outcome"] == "died" && child["lookedafter"] != "no" """, "outcome", "lookedafter")]
    [InlineData("""answers.RowsOf("children")""", "children")]
    [InlineData("""$"{one["who"]}: {Cut(one["why"], 400)}" """, "who", "why")]
    [InlineData("""file.Review.Request["case", "outline"]""", "case", "outline")]
    [InlineData("""record[RapidReviewReportForms.Recommendation, "outcome"]""", "outcome")]
    [InlineData("answers.With(\n    \"referrer\",\n    \"telephone\", text)", "referrer")]
    [InlineData("""page.Id == "recommendation" """, "recommendation")]
    [InlineData("""case "legalstatus" when true:""", "legalstatus")]
    [InlineData("""// row["outcome"] decides""")]
    [InlineData("""filled["outcome"] is { Length: > 0 }""")]
    [InlineData("""date.Id == "report" """)]
    public void A_literal_id_is_found(string code, params string[] ids) =>
        Assert.Equal(
            ids.Select(id => $"src/SafeguardingTeams.Presentation/A.cs has \"{id}\"").Order(),
            Wrong("src/SafeguardingTeams.Presentation/A.cs", code).Select(one => Line().Replace(one, "A.cs has")).Order()
        );

    [Fact]
    public void It_is_said_where() =>
        Assert.Equal(["src/SafeguardingTeams.App/A.cs:3 has \"abuse\""], Wrong("src/SafeguardingTeams.App/A.cs", "a\n\nb(\"abuse\")"));

    private static IEnumerable<string> Files() =>
        Repository.CSharp.Where(file =>
            Repository.IsProduct(file) && !file.StartsWith("src/SafeguardingTeams.Domain/Forms/", StringComparison.Ordinal)
        );

    private static IEnumerable<string> Wrong(string file, string source)
    {
        var code = Code(source);
        var others = OtherReaders.FirstOrDefault(each => file.StartsWith(each.Key, StringComparison.Ordinal)).Value ?? [];
        return Literal()
            .Matches(code)
            .Where(one => !OrdinaryWords.Contains(one.Groups["id"].Value))
            .Concat(Called().Matches(code))
            .Concat(Compared().Matches(code))
            .Concat(Pairs().Matches(code))
            .Concat(Read().Matches(code).Where(one => !others.Contains(one.Groups["of"].Value)))
            .SelectMany(one => one.Groups["id"].Captures)
            .Where(id => Ids.Contains(id.Value))
            .DistinctBy(id => id.Index)
            .Select(id => $"{file}:{code[..id.Index].Count(sign => sign == '\n') + 1} has \"{id.Value}\"");
    }

    private static string Code(string source) =>
        string.Join('\n', source.Split('\n').Select(line => line.TrimStart().StartsWith("//", StringComparison.Ordinal) ? "" : line));

    private static IEnumerable<Question> Questions(Page page) =>
        page switch
        {
            Page.Single single => single.Questions,
            Page.Repeating repeating => repeating.Questions,
            Page.Matching matching => matching.Questions,
            _ => [],
        };

    private static IEnumerable<string> Values(AnswerKind kind) =>
        kind switch
        {
            AnswerKind.Choice choice => choice.Options.Select(option => option.Value),
            AnswerKind.Several several => several.Options.Select(option => option.Value),
            _ => [],
        };

    [GeneratedRegex(@"""(?<id>[a-z][a-z0-9-]*)""")]
    private static partial Regex Literal();

    [GeneratedRegex(@"\.(RowsOf|Row|Page|With|Without|Insert)\(\s*""(?<id>[a-z0-9-]+)""")]
    private static partial Regex Called();

    [GeneratedRegex(@"\bId\s*(==|!=|is)\s*""(?<id>[a-z0-9-]+)""")]
    private static partial Regex Compared();

    [GeneratedRegex(@"(?<=[\w)\]!])\[\s*(""(?<id>[a-z0-9-]+)""|[^\[\]{}"";,]+),\s*(""(?<id>[a-z0-9-]+)""|[^\[\]{}"";,]+)\s*\]")]
    private static partial Regex Pairs();

    [GeneratedRegex(@"(?<of>\w+)[?!)]*\[\s*""(?<id>[a-z0-9-]+)""\s*\]")]
    private static partial Regex Read();

    [GeneratedRegex(@"A\.cs:\d+ has")]
    private static partial Regex Line();
}
