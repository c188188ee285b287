using System.Text.RegularExpressions;

namespace SafeguardingTeams.House.Tests;

/// <summary>What is typed on a card is read through the one reading of its kind, wherever a handler takes it.</summary>
public partial class TypedInputTests
{
    private static readonly IReadOnlyList<(string File, string Text)> Handlers =
    [
        .. Repository
            .Files.Where(file =>
                file.StartsWith("src/SafeguardingTeams.App/CardActions/", StringComparison.Ordinal)
                && file.EndsWith(".cs", StringComparison.Ordinal)
            )
            .Select(file => (file, Repository.Read(file))),
    ];

    [Fact]
    public void No_handler_takes_an_address_as_it_was_typed()
    {
        Assert.Contains(Handlers, handler => Cleaned().IsMatch(handler.Text));
        Assert.Empty(Handlers.Where(handler => Raw().IsMatch(handler.Text)).Select(handler => handler.File));
    }

    /// <summary>Dates and times: only where an input of any kind is read.</summary>
    [Fact]
    public void No_handler_reads_a_date_or_a_time_in_a_way_of_its_own() =>
        Assert.Empty(
            Handlers
                .Where(handler =>
                    Parsed().Matches(handler.Text).Any(match => match.Groups["from"].Value.Contains("Input(", StringComparison.Ordinal))
                )
                .Select(handler => handler.File)
        );

    [GeneratedRegex(@"\.Address\(""\w*email""\)")]
    private static partial Regex Cleaned();

    [GeneratedRegex(@"\.Input\(""\w*email""\)")]
    private static partial Regex Raw();

    [GeneratedRegex(@"(?:DateOnly|TimeOnly|DateTime)\w*\.(?:Try)?Parse\w*\((?<from>[^;]{0,80})")]
    private static partial Regex Parsed();
}
