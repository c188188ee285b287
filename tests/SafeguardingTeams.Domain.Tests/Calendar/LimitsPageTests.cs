using System.Text;
using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.Domain.Tests.Calendar;

/// <summary>The limits that a partnership can set stand on the page on configuration, all of them.</summary>
public class LimitsPageTests
{
    [Fact]
    public void Every_limit_stands_on_the_page_on_configuration()
    {
        var text = new StringBuilder("| id | what must be done | limit | unit | counts from | source |\n|---|---|---|---|---|---|\n");
        foreach (var limit in Timescales.Configurable)
        {
            text.Append(
                $"| `{limit.Id}` | {limit.Title} | {limit.Number}{(limit.FigureIsOurs ? "*" : "")} | {Words(limit.Unit)} | "
                    + $"{Words(limit.Anchor)} | {limit.Source} |\n"
            );
        }

        text.Append("\n\\* The procedure gives no figure; this one is ours.\n");
        Between.Same("docs/configuration.md", "limits", text.ToString());
    }

    private static string Words<T>(T value)
        where T : Enum =>
        string.Concat(
                value.ToString().Select((c, i) => i > 0 && char.IsUpper(c) ? $" {char.ToLowerInvariant(c)}" : $"{char.ToLowerInvariant(c)}")
            )
            .Replace("mash", "MASH", StringComparison.Ordinal);
}
