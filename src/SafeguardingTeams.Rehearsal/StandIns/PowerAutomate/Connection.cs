using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SafeguardingTeams.Rehearsal.StandIns.PowerAutomate;

/// <summary>
/// A connection of Power Platform to the product: calls the operations of the connector's definition, in the name of whoever made it, and
/// holds question and answer against what the definition says. It follows no redirect and keeps no cookie.
/// </summary>
public sealed class Connection : IDisposable
{
    private readonly HttpClient _http;
    private readonly ConnectorFile _file;
    private readonly Uri _host;
    private readonly Func<string> _token;

    /// <summary>A connection.</summary>
    /// <param name="file">The connector's definition.</param>
    /// <param name="host">The host that the environment has for the connector.</param>
    /// <param name="token">The token of whoever made the connection.</param>
    public Connection(ConnectorFile file, Uri host, Func<string> token)
    {
        (_file, _host, _token) = (file, host, token);
        _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });
    }

    /// <inheritdoc/>
    public void Dispose() => _http.Dispose();

    /// <summary>Calls an operation and gives its answer, whatever it is.</summary>
    /// <param name="operation">Its id.</param>
    /// <param name="inputs">By the names of its parameters; <c>body</c> for the body.</param>
    /// <exception cref="DefinitionException">Question or answer is not as the definition says.</exception>
    public async Task<ConnectorAnswer> CallAsync(string operation, JsonObject? inputs = null, CancellationToken cancellationToken = default)
    {
        var called = Operation(operation);
        using var request = Request(called, inputs ?? []);
        return await SendAsync(called, request, cancellationToken);
    }

    /// <summary>The items of every page of an operation's answer.</summary>
    public async Task<IReadOnlyList<JsonObject>> AllAsync(
        string operation,
        JsonObject? inputs = null,
        CancellationToken cancellationToken = default
    )
    {
        var called = Operation(operation);
        var next = called.NextLink ?? throw new DefinitionException($"{operation} gives no pages.");
        var items = new List<JsonObject>();
        for (
            var page = (await CallAsync(operation, inputs, cancellationToken)).Good();
            ;
            page = (await FollowAsync(called, page[next]!.GetValue<string>(), cancellationToken)).Good()
        )
        {
            items.AddRange(page["value"]!.AsArray().Select(one => one!.AsObject()));
            if (page[next] is null)
            {
                return items;
            }
        }
    }

    /// <summary>What a flow's designer offers for an input: the values, each with what is shown.</summary>
    /// <param name="input">A parameter, or a property of the body.</param>
    /// <param name="chosen">What has been chosen for other inputs.</param>
    public async Task<IReadOnlyList<(string Value, string Shown)>> ChoicesAsync(string operation, string input, JsonObject? chosen = null)
    {
        var of = Input(Operation(operation), input)["x-ms-dynamic-values"]?.AsObject()
            ?? throw new DefinitionException("Nothing is offered.");
        var asked = new JsonObject(
            of["parameters"]!
                .AsObject()
                .Select(one =>
                    KeyValuePair.Create(
                        one.Key,
                        one.Value is JsonObject named
                            ? chosen?[named["parameter"]!.GetValue<string>()]?.DeepClone()
                            : one.Value?.DeepClone()
                    )
                )
        );
        var answer = (await CallAsync(of["operationId"]!.GetValue<string>(), asked)).Good();
        return
        [
            .. answer[of["value-collection"]!.GetValue<string>()]!
                .AsArray()
                .Select(one =>
                    (
                        one![of["value-path"]!.GetValue<string>()]!.GetValue<string>(),
                        one[of["value-title"]!.GetValue<string>()]!.GetValue<string>()
                    )
                ),
        ];
    }

    /// <summary>The schema of an input that has one of its own.</summary>
    public async Task<JsonObject> SchemaAsync(string operation, string input)
    {
        var of = Input(Operation(operation), input)["x-ms-dynamic-schema"]?.AsObject()
            ?? throw new DefinitionException("It has no schema of its own.");
        return (await CallAsync(of["operationId"]!.GetValue<string>())).Good()[of["value-path"]!.GetValue<string>()]!.AsObject();
    }

    /// <summary>Registers a trigger, or begins to wait: gives where the registration is taken back.</summary>
    /// <param name="callback">Where Power Automate waits.</param>
    public async Task<Uri> SubscribeAsync(string operation, JsonObject inputs, Uri callback, CancellationToken cancellationToken = default)
    {
        var called = Operation(operation);
        if (called.Notification is null)
        {
            throw new DefinitionException($"{operation} tells nobody anything.");
        }

        var body = inputs.DeepClone().AsObject();
        var sent = body["body"] as JsonObject ?? [];
        body["body"] = sent;
        sent[CallbackOf(called)] = callback.ToString();
        var answer = await CallAsync(operation, body, cancellationToken);
        answer.Good();
        return answer.Status == 201 && answer.Location is { } location && location.Authority == _host.Authority
            ? location
            : throw new DefinitionException("A registration is answered with 201 and where it is taken back.");
    }

    /// <summary>Takes a registration back, as when a flow is turned off: where it was said that this is done.</summary>
    public async Task<int> UnsubscribeAsync(Uri location, CancellationToken cancellationToken = default)
    {
        using var request = Signed(new(HttpMethod.Delete, location));
        using var answer = await _http.SendAsync(request, cancellationToken);
        return (int)answer.StatusCode;
    }

    /// <summary>What is wrong with what was posted to a registration, by the definition; empty where nothing is.</summary>
    public IReadOnlyList<string> CheckNotification(string operation, JsonNode? posted) =>
        _file.Check(posted, Operation(operation).Notification!);

    private ConnectorOperation Operation(string id) =>
        _file.Operations.GetValueOrDefault(id) ?? throw new DefinitionException($"The connector has no operation {id}.");

    /// <summary>A parameter of an operation, or a property of its body.</summary>
    private JsonObject Input(ConnectorOperation operation, string name) =>
        operation.Parameters.FirstOrDefault(one => one["name"]!.GetValue<string>() == name)
        ?? operation
            .Parameters.Where(one => one["in"]!.GetValue<string>() == "body")
            .Select(one => _file.Resolved(one["schema"]!.AsObject())["properties"]?[name]?.AsObject())
            .FirstOrDefault(one => one is not null)
        ?? throw new DefinitionException($"{operation.Id} has no input {name}.");

    private string CallbackOf(ConnectorOperation operation) =>
        operation
            .Parameters.Where(one => one["in"]!.GetValue<string>() == "body")
            .SelectMany(one => _file.Resolved(one["schema"]!.AsObject())["properties"]!.AsObject())
            .FirstOrDefault(one => one.Value!["x-ms-notification-url"]?.GetValue<bool>() == true)
            .Key
        ?? throw new DefinitionException($"{operation.Id} does not say where the address is put.");

    private HttpRequestMessage Request(ConnectorOperation operation, JsonObject inputs)
    {
        if (
            inputs.FirstOrDefault(one => operation.Parameters.All(known => known["name"]!.GetValue<string>() != one.Key)).Key is { } unknown
        )
        {
            throw new DefinitionException($"{operation.Id} has no input {unknown}.");
        }

        var (path, query) = (operation.Path, new StringBuilder());
        var request = new HttpRequestMessage { Method = new(operation.Method.ToUpperInvariant()) };
        foreach (var parameter in operation.Parameters)
        {
            var name = parameter["name"]!.GetValue<string>();
            if (inputs[name] is not { } value)
            {
                if (parameter["required"]?.GetValue<bool>() == true)
                {
                    throw new DefinitionException($"{operation.Id} needs the input {name}.");
                }

                continue;
            }

            if (_file.Check(value, parameter["schema"]?.AsObject() ?? parameter) is [var wrong, ..])
            {
                throw new DefinitionException($"{operation.Id}, {name}: {wrong}");
            }

            switch (parameter["in"]!.GetValue<string>())
            {
                case "path":
                    path = path.Replace($"{{{name}}}", Uri.EscapeDataString(Text(value)), StringComparison.Ordinal);
                    break;
                case "query":
                    query.Append(query.Length == 0 ? '?' : '&').Append(name).Append('=').Append(Uri.EscapeDataString(Text(value)));
                    break;
                case "header":
                    request.Headers.TryAddWithoutValidation(name, Text(value));
                    break;
                case "body":
                    request.Content = new StringContent(value.ToJsonString(), Encoding.UTF8, "application/json");
                    break;
                default:
                    throw new DefinitionException($"{operation.Id}: {name} stands nowhere.");
            }
        }

        request.RequestUri = new(_host, $"{_file.BasePath}{path}{query}");
        return Signed(request);
    }

    private static string Text(JsonNode value) =>
        value.GetValueKind() switch
        {
            JsonValueKind.String => value.GetValue<string>(),
            JsonValueKind.Number => value.GetValue<int>().ToString(CultureInfo.InvariantCulture),
            _ => value.ToJsonString(),
        };

    private HttpRequestMessage Signed(HttpRequestMessage request)
    {
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", _token());
        return request;
    }

    private async Task<ConnectorAnswer> FollowAsync(ConnectorOperation operation, string link, CancellationToken cancellationToken)
    {
        var next = new Uri(link);
        if (next.GetLeftPart(UriPartial.Authority) != _host.GetLeftPart(UriPartial.Authority))
        {
            throw new DefinitionException("The link to the next page points to another host.");
        }

        using var request = Signed(new(HttpMethod.Get, next));
        return await SendAsync(operation, request, cancellationToken);
    }

    private async Task<ConnectorAnswer> SendAsync(
        ConnectorOperation operation,
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        using var answer = await _http.SendAsync(request, cancellationToken);
        var (status, bytes) = ((int)answer.StatusCode, await answer.Content.ReadAsByteArrayAsync(cancellationToken));
        if (!operation.Describes(status))
        {
            throw new DefinitionException($"{operation.Id} answered {status}, which the definition does not have.");
        }

        var isFile = operation.Answer(status) is { } schema && schema["format"]?.GetValue<string>() == "binary";
        var json = bytes.Length > 0 && !(isFile && answer.IsSuccessStatusCode) ? JsonNode.Parse(bytes) : null;
        if (!isFile && operation.Answer(status) is { } described && _file.Check(json, described) is [var wrong, ..])
        {
            throw new DefinitionException($"{operation.Id} answered {status}, and {wrong}");
        }

        return new(status, json as JsonObject, bytes)
        {
            Location = answer.Headers.Location is { } at ? new Uri(_host, at) : null,
            ETag = answer.Headers.ETag?.Tag ?? "",
            RetryAfter = answer.Headers.RetryAfter?.Delta,
        };
    }
}

/// <summary>What an operation answered.</summary>
/// <param name="Json">The answer, or what went wrong.</param>
/// <param name="Bytes">The same as it came.</param>
public sealed record ConnectorAnswer(int Status, JsonObject? Json, ReadOnlyMemory<byte> Bytes)
{
    /// <summary>Where what was registered is taken back.</summary>
    public Uri? Location { get; init; }

    /// <summary>Which state of a record it is; empty where it says none.</summary>
    public string ETag { get; init; } = "";

    /// <summary>How long to wait; null where it does not say.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>What is wrong, as a code; empty where nothing is.</summary>
    public string Code => Status >= 400 ? Json?["code"]?.GetValue<string>() ?? "" : "";

    /// <summary>A good answer.</summary>
    /// <exception cref="InvalidOperationException">It is none.</exception>
    public JsonObject Good() =>
        Status is >= 200 and < 300 ? Json ?? [] : throw new InvalidOperationException($"Answered {Status}: {Json?.ToJsonString()}");
}

/// <summary>Something is not as the connector's definition says.</summary>
public sealed class DefinitionException(string message) : Exception(message);
