using System.Text.RegularExpressions;

namespace SafeguardingTeams.House.Tests;

/// <summary>
/// The id of a log entry says which it is, so no two share one: whoever sets an alert on an id is told of that and nothing else.
/// </summary>
public partial class EventIdTests
{
    [Fact]
    public void No_two_log_entries_share_an_id()
    {
        var all = Repository.CSharp.Where(Repository.IsProduct).SelectMany(file => Of(file, Repository.Read(file))).ToList();
        Assert.True(all.Count > 20, $"Only {all.Count} found.");
        Assert.Equal([], Shared(all));
    }

    [Fact]
    public void An_id_used_twice_is_found() =>
        Assert.Equal(
            ["7: A.cs, B.cs"],
            Shared([.. Of("A.cs", "[LoggerMessage(EventId = 7, Level"), .. Of("B.cs", "EventId = 8,\nEventId = 7,")])
        );

    private static IEnumerable<(string Id, string File)> Of(string file, string source) =>
        Ids().Matches(source).Select(one => (one.Groups["id"].Value, file));

    private static IEnumerable<string> Shared(IEnumerable<(string Id, string File)> all) =>
        all.GroupBy(one => one.Id, one => one.File).Where(one => one.Count() > 1).Select(one => $"{one.Key}: {string.Join(", ", one)}");

    [GeneratedRegex(@"\bEventId = (?<id>\d+)")]
    private static partial Regex Ids();
}
