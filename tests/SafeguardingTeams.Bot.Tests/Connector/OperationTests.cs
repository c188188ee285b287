using System.Text;
using System.Text.Json.Nodes;
using NJsonSchema;
using SafeguardingTeams.App.Connector;
using SafeguardingTeams.Domain.Forms;
using SafeguardingTeams.Rehearsal.Examples;
using SafeguardingTeams.Rehearsal.StandIns.PowerAutomate;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.Bot.Tests.Connector;

/// <summary>Every operation of the connector, called for real by what its definition says of it.</summary>
[Collection(nameof(ConnectorStage))]
[Trait(Needs.Name, Needs.Emulator)]
public partial class OperationTests(ConnectorStage stage)
{
    private const string Chooses = "operations-officer";

    [Fact]
    public async Task Every_operation_that_reads_answers_as_the_definition_says()
    {
        using var operations = stage.As(Chooses);
        var called = new List<string>();
        foreach (var (id, inputs) in Reading())
        {
            var answer = await operations.CallAsync(id, inputs);
            Assert.True(answer.Status == 200, $"{id}: {answer.Status} {Encoding.UTF8.GetString(answer.Bytes.Span)}");
            Assert.True(answer.Bytes.Length > 0, id);
            called.Add(id);
        }

        Assert.Equal(ConnectorStage.File.Operations.Values.Where(one => one.Method == "get").Select(one => one.Id).Order(), called.Order());
    }

    [Fact]
    public async Task Lists_hold_what_is_there_and_every_page_is_reached()
    {
        using var operations = stage.As(Chooses);
        var all = await operations.AllAsync("ListCases");
        Assert.Contains(all, one => one["record"]!.GetValue<string>() == stage.Records["case"]);
        Assert.DoesNotContain(all, one => one["record"]!.GetValue<string>() == stage.Records["untriaged"]);
        var byOne = await operations.AllAsync("ListCases", new JsonObject { ["top"] = 1 });
        Assert.Equal(all.Select(one => one.ToJsonString()), byOne.Select(one => one.ToJsonString()));
        var tasks = await operations.AllAsync("ListTasks", new JsonObject { ["mine"] = true, ["top"] = 2 });
        Assert.NotEmpty(tasks);
        Assert.All(tasks, one => Assert.True(one["mine"]!.GetValue<bool>()));
        using var owner = stage.As("rep-general-practice");
        Assert.DoesNotContain(await owner.AllAsync("ListCases"), one => one["record"]!.GetValue<string>() == stage.Records["case"]);
    }

    [Fact]
    public async Task What_may_be_chosen_is_offered_by_the_definition()
    {
        using var operations = stage.As(Chooses);
        Assert.Contains(
            ("UnderReview", "Under review"),
            await operations.ChoicesAsync("ListCases", "step", new JsonObject { ["kind"] = "SeriousIncident" })
        );
        Assert.Contains(("Proposed", "Proposed"), await operations.ChoicesAsync("ListReviews", "step"));
        Assert.NotEmpty(await operations.ChoicesAsync("DownloadDocument", "document"));
    }

    [Fact]
    public async Task A_serious_incident_is_referred_once_whatever_is_sent_again()
    {
        using var referrer = stage.As("paediatrician");
        var schema = await JsonSchema.FromJsonAsync(
            (await referrer.SchemaAsync("SubmitSeriousIncidentReferral", "referral")).ToJsonString()
        );
        var referral = Answered(FlowReferrals.IncidentForm);
        Assert.Empty(schema.Validate(referral.ToJsonString()));
        var sent = Body("response-1", referral);
        var first = await referrer.CallAsync("SubmitSeriousIncidentReferral", sent);
        var again = await referrer.CallAsync("SubmitSeriousIncidentReferral", Body("response-1", referral));
        Assert.Equal((201, 201), (first.Status, again.Status));
        Assert.Equal(first.Json!.ToJsonString(), again.Json!.ToJsonString());
        Assert.Contains(await referrer.AllAsync("ListCases"), one =>
            one["record"]!.GetValue<string>() == first.Json["record"]!.GetValue<string>()
        );

        referral["outline"]!["circumstances"] = "Another account.";
        var other = await referrer.CallAsync("SubmitSeriousIncidentReferral", Body("response-1", referral));
        Assert.Equal((409, "request-id-used"), (other.Status, other.Code));

        // The same id of another person is another request.
        using var mash = stage.As("mash-officer");
        var theirs = await mash.CallAsync("SubmitSeriousIncidentReferral", Body("response-1", referral));
        Assert.NotEqual(first.Json["record"]!.GetValue<string>(), theirs.Good()["record"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_form_filled_to_the_brim_is_taken_or_is_said_to_be_too_long_in_any_script()
    {
        var chance = new Random(7);
        Func<int, string>[] scripts =
        [
            longest => new string('x', longest),
            longest => string.Concat(Enumerable.Repeat("شهد العيان ما حدث ", longest))[..longest].TrimEnd(),
            longest => string.Concat(Enumerable.Range(0, longest / 2).Select(_ => char.ConvertFromUtf32(chance.Next(0x1F300, 0x1F5FF)))),
            longest => string.Concat(Enumerable.Range(0, longest).Select(_ => (char)chance.Next(0x4E00, 0x9FFF))),
        ];
        using var referrer = stage.As("paediatrician");
        for (var i = 0; i < scripts.Length; i++)
        {
            var answer = await referrer.CallAsync(
                "SubmitSeriousIncidentReferral",
                Body($"brim-{i}", Answered(FlowReferrals.IncidentForm, scripts[i], full: true))
            );
            Assert.True(
                i < 2 ? answer.Status == 201 : answer.Status == 201 || answer.Code == "too-long",
                $"{i}: {answer.Status} {answer.Json?.ToJsonString()[..Math.Min(400, answer.Json.ToJsonString().Length)]}"
            );
        }
    }

    [Fact]
    public async Task Two_calls_at_once_with_one_request_id_refer_once()
    {
        using var referrer = stage.As("paediatrician");
        var answers = await Task.WhenAll(
            Enumerable
                .Range(0, 4)
                .Select(_ => referrer.CallAsync("SubmitSeriousIncidentReferral", Body("at-once", Answered(FlowReferrals.IncidentForm))))
        );
        Assert.Single(answers.Select(one => one.Good()["record"]!.GetValue<string>()).Distinct());
    }

    [Fact]
    public async Task Practice_learning_is_referred_and_what_is_missing_is_named_by_its_place()
    {
        using var referrer = stage.As("paediatrician");
        var empty = await referrer.CallAsync("SubmitPracticeLearningReferral", Body("response-2", []));
        Assert.Equal((400, "incomplete"), (empty.Status, empty.Code));
        Assert.NotEmpty(empty.Json!["errors"]!.AsArray());

        var unknown = await referrer.CallAsync(
            "SubmitPracticeLearningReferral",
            Body("response-2", new() { ["nonsense"] = new JsonObject() })
        );
        Assert.Equal((400, "unknown-question"), (unknown.Status, unknown.Code));
        var sent = await referrer.CallAsync("SubmitPracticeLearningReferral", Body("response-2", Answered(FlowReferrals.LearningForm)));
        Assert.Equal("PracticeLearning", sent.Good()["kind"]!.GetValue<string>());
    }

    [Fact]
    public async Task An_action_changes_only_on_the_state_that_was_read_and_only_once()
    {
        using var owner = stage.As("rep-general-practice");
        var action = stage.Records["action"];
        var read = await owner.CallAsync("GetAction", new JsonObject { ["record"] = action });
        var etag = read.Good()["etag"]!.GetValue<string>();
        Assert.Equal($"\"{etag}\"", read.ETag);
        foreach (var old in new[] { "0", "999", "W/x" })
        {
            var moved = await owner.CallAsync("RecordActionProgress", Progress(action, old));
            Assert.Equal((412, "etag-mismatch"), (moved.Status, moved.Code));
        }

        var done = await owner.CallAsync("RecordActionProgress", Progress(action, read.ETag));
        var again = await owner.CallAsync("RecordActionProgress", Progress(action, read.ETag));
        Assert.Equal(done.Good().ToJsonString(), again.Good().ToJsonString());
        Assert.NotEqual(etag, done.Good()["etag"]!.GetValue<string>());
        var strange = await owner.CallAsync("RecordActionProgress", Progress("GSCP-AC-2222-2222", "1"));
        Assert.Equal((404, "not-found"), (strange.Status, strange.Code));
    }

    [Fact]
    public async Task A_link_is_added_once_and_only_where_it_is_one()
    {
        using var owner = stage.As("rep-general-practice");
        var etag = (await owner.CallAsync("GetAction", new JsonObject { ["record"] = stage.Records["action"] })).ETag;
        Task<ConnectorAnswer> AddAsync(string link) =>
            owner.CallAsync(
                "AddDocumentLink",
                new JsonObject
                {
                    ["record"] = stage.Records["action"],
                    ["If-Match"] = etag,
                    ["body"] = new JsonObject { ["link"] = link, ["what"] = "The audit of discharges" },
                }
            );
        Assert.Equal(400, (await AddAsync("http://documents.example/audit")).Status);
        Assert.Equal(400, (await AddAsync("javascript:alert(1)")).Status);
        var added = await AddAsync("https://documents.example/audit");
        Assert.Equal(added.Good().ToJsonString(), (await AddAsync("https://documents.example/audit")).Good().ToJsonString());
        Assert.NotEqual(etag, added.ETag);
    }

    [Fact]
    public async Task Every_trigger_is_registered_where_it_says_and_taken_back()
    {
        using var operations = stage.As(Chooses);
        using var application = stage.AsApplication();
        var triggers = ConnectorStage.File.Operations.Values.Where(one => one.IsTrigger).ToList();
        Assert.Equal(7, triggers.Count);
        foreach (var trigger in triggers)
        {
            foreach (var by in new[] { operations, application })
            {
                var address = stage.Host.Flows.Maker.WaitAt(_ => Task.CompletedTask);
                var inputs =
                    trigger.Id == "WhenARecordReachesAStep" ? new JsonObject { ["body"] = new JsonObject { ["kind"] = "Review" } } : [];
                Assert.Equal(204, await by.UnsubscribeAsync(await by.SubscribeAsync(trigger.Id, inputs, address)));
            }
        }
    }

    [Fact]
    public async Task Who_came_to_a_meeting_is_recorded_seat_by_seat()
    {
        using var operations = stage.As(Chooses);
        var meeting = stage.Records["meeting"];
        var seats = (await operations.CallAsync("ListSeats")).Good()["value"]!
            .AsArray()
            .Select(seat => seat!["value"]!.GetValue<string>())
            .ToList();
        async Task<ConnectorAnswer> SendAsync(IEnumerable<string> of, string etag) =>
            await operations.CallAsync(
                "RecordAttendance",
                new JsonObject
                {
                    ["record"] = meeting,
                    ["If-Match"] = etag,
                    ["body"] = new JsonObject
                    {
                        ["began"] = "10:00",
                        ["statementRead"] = true,
                        ["seats"] = new JsonArray([.. of.Select(seat => new JsonObject { ["seat"] = seat, ["presence"] = "Present" })]),
                    },
                }
            );
        var etag = (await operations.CallAsync("GetMeeting", new JsonObject { ["record"] = meeting })).ETag;
        Assert.NotEmpty(seats);
        var few = await SendAsync(seats.Skip(1), etag);
        Assert.Equal((400, "answer-needed"), (few.Status, few.Code));
        var early = await SendAsync(seats, etag);
        Assert.Equal((409, "too-early"), (early.Status, early.Code));
        stage.Host.Clock.Set(stage.Host.Clock.GetUtcNow().AddDays(3));
        var done = await SendAsync(seats, etag);
        Assert.Equal("InSession", done.Good()["step"]!.GetValue<string>());
        Assert.Equal(done.Good().ToJsonString(), (await SendAsync(seats, etag)).Good().ToJsonString());
    }

    [Fact]
    public async Task A_document_is_taken_as_it_was_issued()
    {
        using var operations = stage.As(Chooses);
        var documents = (await operations.CallAsync("ListDocuments")).Good()["value"]!.AsArray();
        Assert.Contains(documents, one => one!["document"]!.GetValue<string>().EndsWith("-xlsx", StringComparison.Ordinal));
        foreach (var document in documents)
        {
            var taken = await operations.CallAsync(
                "DownloadDocument",
                new JsonObject { ["document"] = document!["document"]!.DeepClone() }
            );
            Assert.Equal(200, taken.Status);
            Assert.Equal("PK"u8.ToArray(), taken.Bytes[..2].ToArray());
        }

        using var stranger = stage.As("paediatrician");
        var refused = await stranger.CallAsync("DownloadDocument", new JsonObject { ["document"] = "report-1-docx" });
        Assert.Equal(404, refused.Status);
    }

    /// <summary>An example of each operation that reads; one that is missing fails the test.</summary>
    private IEnumerable<(string Id, JsonObject Inputs)> Reading()
    {
        JsonObject Of(string what) => new() { ["record"] = stage.Records[what] };
        return
        [
            ("ListCases", []),
            ("GetCase", Of("case")),
            ("GetTimetable", Of("case")),
            ("GetTimeline", Of("case")),
            ("ListTasks", []),
            ("ListReviews", []),
            ("GetReview", Of("review")),
            ("ListActions", []),
            ("GetAction", Of("action")),
            ("ListMeetings", []),
            ("GetMeeting", Of("meeting")),
            ("ListThemes", []),
            ("GetTheme", new() { ["theme"] = stage.Theme }),
            ("ListDocuments", []),
            ("DownloadDocument", new() { ["document"] = stage.Records["briefing"] }),
            ("ListSteps", new() { ["kind"] = "Review" }),
            ("ListTaskKinds", []),
            ("ListSeats", []),
            ("GetSeriousIncidentReferralSchema", []),
            ("GetPracticeLearningReferralSchema", []),
            ("WhoAmI", []),
        ];
    }
}
