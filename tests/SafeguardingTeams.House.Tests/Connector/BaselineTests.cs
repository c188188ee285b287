using System.Text.Json.Nodes;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.House.Tests.Connector;

/// <summary>
/// Flows that people have built go on: nothing they name is removed, renamed or asked for anew. What is added is approved; what has to
/// break gets an operation of its own, and its line in the baseline is taken out by hand.
/// </summary>
public class BaselineTests
{
    private const string Place = "tests/SafeguardingTeams.House.Tests/Connector/baseline.txt";

    [Fact]
    public void Nothing_that_flows_rely_on_is_taken_from_them()
    {
        var now = Baseline.Of(ConnectorFiles.Committed.Swagger);
        if (Repository.Has(Place))
        {
            Assert.Equal([], Baseline.Broken(Repository.Read(Place), now));
        }

        Approved.Same(Place, now);
    }

    [Fact]
    public void What_is_added_breaks_nothing()
    {
        var now = With(swagger =>
        {
            swagger.Definition("RecordRow")["properties"]!["area"] = new JsonObject { ["type"] = "string" };
            swagger.Operation("ListCases").Json["parameters"]!
                .AsArray()
                .Add(
                    new JsonObject
                    {
                        ["name"] = "area",
                        ["in"] = "query",
                        ["type"] = "string",
                    }
                );
            swagger.Paths["/areas"] = new JsonObject { ["get"] = New("ListAreas") };
        });
        Assert.Empty(Baseline.Broken(Before, now));
        Assert.NotEqual(Before, now);
    }

    [Fact]
    public void What_breaks_flows_is_said_in_words()
    {
        Assert.Equal(
            ["ListThemes: is gone, or is called something else"],
            Baseline
                .Broken(Before, With(swagger => swagger.Operation("ListThemes").Json["operationId"] = "ListAllThemes"))
                .Where(line => line.StartsWith("ListThemes:", StringComparison.Ordinal))
        );
        Assert.Equal(
            ["GetTheme asks for id (path): is new, and required", "GetTheme asks for theme (path): is gone, or is called something else"],
            Baseline.Broken(Before, With(swagger => swagger.Operation("GetTheme").Parameter("theme")["name"] = "id")).Order()
        );
        Says("ListCases asks for kind (query): could be left out, and is required", swagger =>
            swagger.Operation("ListCases").Parameter("kind")["required"] = true
        );
        Says("ListCases asks for top (query): was integer int32 and is string int32", swagger =>
            swagger.Operation("ListCases").Parameter("top")["type"] = "string"
        );
        Says("ListCases asks for kind (query): \"PracticeLearning\" is none of its values any more", swagger =>
            swagger.Operation("ListCases").Parameter("kind")["enum"]!.AsArray().RemoveAt(1)
        );
        Says("RecordActionProgress asks for body.text: could be left out, and is required", swagger =>
            swagger.Definition("ProgressInput")["required"]!.AsArray().Add("text")
        );
        Says("GetTheme gives 200.value[].link: was always there, and no longer is", swagger =>
        {
            var required = swagger.Definition("RecordName")["required"]!.AsArray();
            required.Remove(required.First(one => one!.GetValue<string>() == "link"));
        });
        Says("WhenATaskIsLate posts notice.task: is gone, or is called something else", swagger =>
            swagger.Definition("Notice")["properties"]!.AsObject().Remove("task")
        );
        Says("WhoAmI: was get /me and is post /me", swagger =>
        {
            var item = swagger.Operation("WhoAmI").Item;
            item["post"] = item["get"]!.DeepClone();
            item.Remove("get");
        });
    }

    private static string Before => Baseline.Of(ConnectorFiles.Committed.Swagger);

    private static void Says(string words, Action<Swagger> change) => Assert.Contains(words, Baseline.Broken(Before, With(change)));

    private static string With(Action<Swagger> change) => Baseline.Of(ConnectorFiles.Committed.With(change).Swagger);

    private static JsonObject New(string id) =>
        new()
        {
            ["operationId"] = id,
            ["responses"] = new JsonObject { ["200"] = new JsonObject() },
        };
}
