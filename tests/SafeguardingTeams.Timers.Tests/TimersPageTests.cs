using System.Reflection;
using System.Text;
using System.Xml.Linq;
using Microsoft.Azure.Functions.Worker;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.Timers.Tests;

/// <summary>The timers stand on the page on configuration, all of them, as their attributes say.</summary>
public class TimersPageTests
{
    [Fact]
    public void Every_timer_stands_on_the_page_on_configuration()
    {
        var text = new StringBuilder("| timer | schedule | a run that fails | does |\n|---|---|---|---|\n");
        var timers = typeof(Sweeps)
            .GetMethods()
            .Select(method => (Method: method, Function: method.GetCustomAttribute<FunctionAttribute>()))
            .Where(one => one.Function is not null)
            .OrderBy(one => one.Function!.Name, StringComparer.Ordinal)
            .ToList();
        Assert.NotEmpty(timers);
        foreach (var (method, function) in timers)
        {
            var schedule = method
                .GetParameters()
                .Select(one => one.GetCustomAttribute<TimerTriggerAttribute>())
                .OfType<TimerTriggerAttribute>();
            var retry = method.GetCustomAttribute<FixedDelayRetryAttribute>();
            text.Append(
                $"| `{function!.Name}` | `{Assert.Single(schedule).Schedule}` | "
                    + (retry is null ? "waits for its next time" : $"again {retry.MaxRetryCount} times, {retry.DelayInterval} apart")
                    + $" | {Does(method)} |\n"
            );
        }

        Between.Same("docs/configuration.md", "timers", text.ToString());
    }

    /// <summary>What its comment in the code says.</summary>
    private static string Does(MethodInfo method)
    {
        var comments = XDocument.Load(Path.ChangeExtension(typeof(Sweeps).Assembly.Location, ".xml"));
        var start = $"M:{typeof(Sweeps).FullName}.{method.Name}(";
        var comment = comments
            .Descendants("member")
            .Single(one => one.Attribute("name")!.Value.StartsWith(start, StringComparison.Ordinal));
        return string.Join(' ', comment.Element("summary")!.Value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }
}
