using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using SafeguardingTeams.App.Connector;
using SafeguardingTeams.App.Directory;
using SafeguardingTeams.App.Storage;
using SafeguardingTeams.Domain.Actions;
using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Learning;
using SafeguardingTeams.Domain.Meetings;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Reviews;
using SafeguardingTeams.Rehearsal.People;
using SafeguardingTeams.Rehearsal.StandIns.PowerAutomate;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.Bot.Tests.Connector;

/// <summary>
/// Who may call what, walked through: every person of the rehearsal, each operation, records with and without a part in them. Whoever has
/// no part in a record is answered as if it were not there, to the byte (F2).
/// </summary>
[Collection(nameof(ConnectorStage))]
[Trait(Needs.Name, Needs.Emulator)]
public partial class ApiPermissionTests(ConnectorStage stage)
{
    /// <summary>A practitioner who has not said yet which agency is theirs.</summary>
    private const string Undecided = "social-worker";

    /// <summary>The operations that are about one record, with the records they may be about and one that is not there.</summary>
    private static readonly (string Operation, string[] About, string Nobody)[] OfOne =
    [
        ("GetCase", ["case", "untriaged"], "GSCP-2222-2222"),
        ("GetCase", ["learning"], "GSCP-PL-2222-2222"),
        ("GetTimetable", ["case", "untriaged", "learning", "action", "meeting", "review", "briefing"], "GSCP-2222-2222"),
        ("GetTimeline", ["case", "untriaged", "learning", "action", "meeting", "review", "briefing"], "GSCP-2222-2222"),
        ("GetReview", ["review"], "GSCP-RV-2222-2222"),
        ("GetAction", ["action"], "GSCP-AC-2222-2222"),
        ("GetMeeting", ["meeting"], "GSCP-GM-2222-2222"),
    ];

    [Fact]
    public async Task A_record_is_answered_to_who_has_a_part_in_it_and_to_anybody_else_as_if_it_were_not_there()
    {
        var (given, refused) = (0, 0);
        foreach (var member in Insiders())
        {
            using var theirs = stage.As(member);
            var actor = await ActorAsync(member);
            foreach (var (operation, about, nobody) in OfOne)
            {
                var nothing = await theirs.CallAsync(operation, Of(nobody));
                Assert.Equal(404, nothing.Status);
                foreach (var record in about.Select(name => stage.Records[name]))
                {
                    var answer = await theirs.CallAsync(operation, Of(record));
                    var sees = await SeesAsync(RecordRef.Parse(record), actor);
                    Assert.True(
                        sees ? answer.Status == 200 : answer.Bytes.Span.SequenceEqual(nothing.Bytes.Span) && answer.Status == 404,
                        $"{member.Key}, {operation} of {record}: {answer.Status}, who {(sees ? "has" : "has no")} part in it"
                    );
                    (given, refused) = sees ? (given + 1, refused) : (given, refused + 1);
                }
            }
        }

        Assert.True(given > 30 && refused > 200, $"{given} given, {refused} refused");
    }

    [Fact]
    public async Task Whoever_is_nobody_here_gets_nowhere()
    {
        var outside = stage.Host.Cast.Where(IsNobody).ToList();
        Assert.True(outside.Count > 2, string.Join(", ", outside.Select(member => member.Key)));
        foreach (var member in outside)
        {
            using var theirs = stage.As(member);
            foreach (var operation in new[] { "WhoAmI", "ListCases", "GetCase" })
            {
                var answer = await theirs.CallAsync(operation, operation == "GetCase" ? Of(stage.Records["case"]) : []);
                Assert.True(answer.Status is 401 or 403, $"{member.Key}, {operation}: {answer.Status}");
            }
        }
    }

    [Fact]
    public async Task Somebody_whose_organisation_has_several_agencies_is_told_to_say_first_which_is_theirs()
    {
        using var theirs = stage.As(Undecided);
        var answer = await theirs.CallAsync("ListCases");
        Assert.Equal((403, "choose-agency"), (answer.Status, answer.Code));
    }

    [Fact]
    public async Task A_list_names_no_record_that_the_caller_may_not_open()
    {
        foreach (var member in Insiders())
        {
            using var theirs = stage.As(member);
            var actor = await ActorAsync(member);
            foreach (var operation in new[] { "ListCases", "ListReviews", "ListActions", "ListMeetings", "ListTasks" })
            {
                foreach (var row in await theirs.AllAsync(operation))
                {
                    var record = RecordRef.Parse(row["record"]!.GetValue<string>());
                    Assert.True(
                        await SeesAsync(record, actor) || row["mine"]?.GetValue<bool>() == true,
                        $"{member.Key}, {operation}: {record}"
                    );
                }
            }
        }
    }

    [Fact]
    public async Task Nobody_changes_what_is_not_theirs_to_change()
    {
        foreach (var member in Insiders())
        {
            using var theirs = stage.As(member);
            var actor = await ActorAsync(member);
            foreach (var (operation, record, step, body) in Changes())
            {
                var inputs = new JsonObject { ["body"] = body };
                if (operation != "AskTheLeadsAndWait")
                {
                    (inputs["record"], inputs["If-Match"]) = (record, "none");
                }

                var answer = await theirs.CallAsync(operation, inputs);
                var refusal = (await FileAsync(RecordRef.Parse(record))).Refuse(step, actor);
                // Who may is stopped by what is wrong with the call: a state nobody has read, or a question that is too short.
                Assert.True(
                    refusal == Refusal.NotFound ? answer.Status == 404
                        : refusal == Refusal.NotYours ? answer.Status == 403
                        : answer.Status is 400 or 409 or 412,
                    $"{member.Key}, {operation}: {answer.Status} where the table says {refusal?.Code ?? "yes"}"
                );
            }
        }
    }

    private IEnumerable<(string Operation, string Record, Step Step, JsonObject Body)> Changes() =>
        [
            (
                "RecordActionProgress",
                stage.Records["action"],
                Step.ReportProgress,
                new() { ["state"] = "OnTrack", ["verified"] = "By telephone." }
            ),
            (
                "AddDocumentLink",
                stage.Records["action"],
                Step.AddEvidenceLink,
                new() { ["link"] = "https://documents.example/audit", ["what"] = "The audit" }
            ),
            (
                "RecordAttendance",
                stage.Records["meeting"],
                Step.RecordGroupAttendance,
                new()
                {
                    ["began"] = "10:00",
                    ["statementRead"] = true,
                    ["seats"] = new JsonArray(),
                }
            ),
            (
                "AskTheLeadsAndWait",
                stage.Records["case"],
                Step.AskLeads,
                new()
                {
                    ["notificationUrl"] = new Uri(stage.Host.Page, "/flows/none").ToString(),
                    ["record"] = stage.Records["case"],
                    ["question"] = "Short?",
                    ["options"] = new JsonArray("Yes", "No"),
                }
            ),
        ];

    [Fact]
    public async Task An_application_reads_lists_and_does_nothing_else()
    {
        using var application = stage.AsApplication();
        var may = new HashSet<string>(StringComparer.Ordinal)
        {
            "ListCases",
            "ListTasks",
            "ListReviews",
            "ListActions",
            "ListMeetings",
            "ListThemes",
            "ListSteps",
            "ListTaskKinds",
            "WhoAmI",
        };
        foreach (var operation in ConnectorStage.File.Operations.Values.Where(one => !one.IsTrigger && one.Id != "DeleteSubscription"))
        {
            var answer = await application.CallAsync(operation.Id, Example(operation));
            Assert.True(
                may.Contains(operation.Id) ? answer.Status == 200 : (answer.Status, answer.Code) == (403, "not-for-applications"),
                $"{operation.Id}: {answer.Status} {Encoding.UTF8.GetString(answer.Bytes.Span)}"
            );
        }
    }

    [Fact]
    public async Task Whoever_has_no_token_of_the_connector_gets_nowhere()
    {
        var host = stage.Host;
        var chair = host.Member("chair");
        using var other = new Rehearsal.StandIns.SigningKey();
        string?[] tokens =
        [
            null,
            "nonsense",
            host.Tab.For(chair),
            host.Connections.For(chair, audience: host.Tab.ClientId),
            host.Connections.For(chair, scope: "somebody_else"),
            host.Connections.For(chair, scope: ""),
            host.Connections.For(chair, issuer: Guid.NewGuid().ToString()),
            host.Connections.For(chair, from: TimeProvider.System.GetUtcNow().AddHours(-3)),
            host.Connections.For(chair, by: other),
            host.Connections.For(host.Member("stranger")),
            host.Connections.ForApplication(client: Guid.NewGuid().ToString()),
            host.Connections.ForApplication(role: ""),
            host.Connections.ForApplication(role: "Records.ReadAll"),
            host.Connections.ForApplication(tenant: Guid.NewGuid().ToString()),
        ];
        foreach (var token in tokens)
        {
            foreach (var path in new[] { "/api/v1/me", $"/api/v1/cases/{stage.Records["case"]}", "/api/v1/nothing" })
            {
                using var answer = await AskAsync(token, path);
                Assert.Equal(401, (int)answer.StatusCode);
                Assert.DoesNotContain("GSCP", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
                Assert.False(answer.Headers.Contains("Set-Cookie"));
            }
        }

        // And a token of the connector opens nothing else.
        using var tab = await AskAsync(host.Connections.For(chair), "/tab/api/oversight");
        Assert.Equal(401, (int)tab.StatusCode);
        using var page = await AskAsync(host.Connections.For(chair), "/web/session");
        Assert.Equal(401, (int)page.StatusCode);
    }

    private IEnumerable<CastMember> Insiders() => stage.Host.Cast.Where(member => member.Key != Undecided && !IsNobody(member));

    /// <summary>Whose organisation takes no part, or who reads the papers of a review and nothing else.</summary>
    private bool IsNobody(CastMember member) =>
        stage.Host.Services.GetRequiredService<IPeople>().Recognise(new(member.TenantId, member.ObjectId), stage.Today) is Arrival.Stranger;

    private static JsonObject Of(string record) => new() { ["record"] = record };

    private async Task<HttpResponseMessage> AskAsync(string? token, string path)
    {
        using var http = new HttpClient(new HttpClientHandler { UseCookies = false, AllowAutoRedirect = false })
        {
            BaseAddress = stage.Host.WebPage,
        };
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (token is not null)
        {
            request.Headers.Authorization = new("Bearer", token);
        }

        return await http.SendAsync(request);
    }

    private async Task<Actor> ActorAsync(CastMember member) =>
        await stage
            .Host.Services.GetRequiredService<Arrivals>()
            .ResolveAsync(new(member.TenantId, member.ObjectId), member.Name, CancellationToken.None)
            is ArrivedAs.Somebody somebody
            ? somebody.Actor
            : throw new InvalidOperationException($"{member.Key} is nobody.");

    private async Task<RecordFile> FileAsync(RecordRef record) =>
        (await StoredRecord.LoadAsync(stage.Host.Services.GetRequiredService<IRows>(), record, CancellationToken.None)).Record;

    /// <summary>By the domain's own tables, not by what the API asks.</summary>
    private async Task<bool> SeesAsync(RecordRef record, Actor actor) =>
        await FileAsync(record) switch
        {
            CaseFile one => Permissions.Sees(one, actor),
            LearningFile one => LearningPermissions.Sees(one, actor),
            ActionFile one => ActionPermissions.Sees(one, actor),
            MeetingFile one => MeetingPermissions.Sees(one, actor),
            ReviewFile one => ReviewPermissions.Sees(one, actor),
            _ => false,
        };
}
