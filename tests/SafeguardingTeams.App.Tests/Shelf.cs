using System.Collections.Immutable;
using Azure.Core;
using Azure.Core.Pipeline;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SafeguardingTeams.App.Carriers;
using SafeguardingTeams.App.Commands;
using SafeguardingTeams.App.Configuration;
using SafeguardingTeams.App.Dispatch;
using SafeguardingTeams.App.Storage;
using SafeguardingTeams.App.Upkeeping;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Deciding;
using SafeguardingTeams.Microsoft365.Tables;
using SafeguardingTeams.Rehearsal.Parts;
using SafeguardingTeams.Tests;

[assembly: AssemblyFixture(typeof(SafeguardingTeams.App.Tests.Emulator))]

namespace SafeguardingTeams.App.Tests;

/// <summary>The storage emulator, one for all tests here.</summary>
public sealed class Emulator : IAsyncLifetime
{
    private int _count;

    public Azurite Azurite { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Azurite = await Azurite.StartAsync();

    public ValueTask DisposeAsync() => Azurite.DisposeAsync();

    internal Task<Shelf> OpenAsync() => Shelf.OpenAsync(Azurite, $"app{Interlocked.Increment(ref _count)}");

    /// <summary>Another process on the same storage.</summary>
    internal Task<Shelf> OpenBesideAsync(Shelf shelf) => Shelf.OpenAsync(Azurite, shelf.Table);
}

/// <summary>The application on real storage with a chat that only remembers, and a count of every request to storage.</summary>
internal sealed class Shelf : IDisposable
{
    private readonly ServiceProvider _services;

    private Shelf(ServiceProvider services, string table) => (_services, Table) = (services, table);

    internal string Table { get; }

    internal RequestCount Requests => _services.GetRequiredService<RequestCount>();

    internal RehearsalClock Clock => _services.GetRequiredService<RehearsalClock>();

    internal RememberedMessages Messages => _services.GetRequiredService<RememberedMessages>();

    internal FaultyRows Rows => _services.GetRequiredService<FaultyRows>();

    internal CommandRunner Commands => _services.GetRequiredService<CommandRunner>();

    internal Dispatcher Dispatcher => _services.GetRequiredService<Dispatcher>();

    internal Errands.ErrandRunner Errands => _services.GetRequiredService<Errands.ErrandRunner>();

    internal Upkeep Upkeep => _services.GetRequiredService<Upkeep>();

    internal Chats Chats => _services.GetRequiredService<Chats>();

    internal App.Papers.WordReturns WordReturns => _services.GetRequiredService<App.Papers.WordReturns>();

    internal Presentation.Documents.Case.CaseDocuments Documents => _services.GetRequiredService<Presentation.Documents.Case.CaseDocuments>();

    internal ICardActions Cards => _services.GetRequiredService<ICardActions>();

    internal static async Task<Shelf> OpenAsync(Azurite azurite, string table)
    {
        var (file, errors) = PartnershipFile.Read(await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "partnership.json")));
        Assert.Empty(errors);
        var clock = new RehearsalClock(CaseStory.Monday);
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.ClearProviders());
        services.AddSingleton(clock).AddSingleton<TimeProvider>(clock).AddSingleton<RequestCount>().AddSingleton<HttpPipelinePolicy>(provider => provider.GetRequiredService<RequestCount>());
        services.AddSingleton<RememberedMessages>().AddSingleton<ITeamsMessages>(provider => provider.GetRequiredService<RememberedMessages>());
        services.AddApp(file!, new Uri("https://page.example"), Presentation.Documents.Case.LetterTemplates.Shipped);
        services.AddTables(new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { ["Storage:ConnectionString"] = azurite.ConnectionString, ["Storage:Table"] = table }).Build());
        var real = services.Last(service => service.ServiceType == typeof(IRows));
        services.Remove(real);
        services.AddSingleton(provider => new FaultyRows((IRows)real.ImplementationFactory!(provider)));
        services.AddSingleton<IRows>(provider => provider.GetRequiredService<FaultyRows>());
        var shelf = new Shelf(services.BuildServiceProvider(), table);
        await shelf._services.PrepareTablesAsync(CancellationToken.None);
        return shelf;
    }

    /// <summary>Runs a command as a card would.</summary>
    internal Task<Outcome> RunAsync(Command command, Actor actor, string? commandId = null) =>
        Commands.RunAsync(command, commandId ?? Guid.NewGuid().ToString("N"), actor, CancellationToken.None);

    /// <summary>Somebody of the partnership's file, as the directory would resolve them.</summary>
    internal static Actor Holder(Role role) => role switch
    {
        Role.MashOfficer => new("mash-officer", "MASH officer", "mash", "Greenwich MASH", "t/o", [Role.MashOfficer, Role.Practitioner]),
        Role.Operations => new("operations-officer", "Partnership operations officer", "operational-team", "Partnership Operational Team", "t/o", [Role.Operations, Role.Practitioner]),
        Role.Chair => new("chair", "Chair", "childrens-services", "Children's Services", "t/o", [Role.Chair, Role.Practitioner]),
        Role.LeadLocalAuthority => Person("lead-authority", role),
        Role.LeadPolice => Person("lead-police", role),
        Role.LeadHealth => Person("lead-health", role),
        Role.Scrutineer => Person("scrutineer", role),
        Role.AuthorityNotifier => Person("authority-notifier", role),
        _ => throw new ArgumentOutOfRangeException(nameof(role)),
    };

    private static Actor Person(string id, Role role) => new(id, id, "agency", "An agency", "t/o", [role, Role.Practitioner]);

    internal App.Sweeps.DeadlineSweep Sweep => _services.GetRequiredService<App.Sweeps.DeadlineSweep>();

    internal App.Sweeps.Heartbeat Heartbeat => _services.GetRequiredService<App.Sweeps.Heartbeat>();

    internal App.Directory.InForce InForce => _services.GetRequiredService<App.Directory.InForce>();

    /// <summary>The chats of everybody who is told of a referral.</summary>
    internal async Task EverybodyHasTheAppAsync()
    {
        foreach (var person in _services.GetRequiredService<PartnershipFile>().People)
        {
            var account = person.Accounts[0];
            await Chats.SeenAsync(new(account.TenantId, account.ObjectId, $"a:{person.Id}", "https://smba.trafficmanager.net/uk/", "28:bot", $"29:{person.Id}"), CancellationToken.None);
        }

        await Rows.CommitAsync([new RowWrite.Put("chat|the-referrer|t|o", new Chat("t", "o", "a:the-referrer", "https://smba.trafficmanager.net/uk/", "28:bot", "29:r").Fields())], CancellationToken.None);
    }

    internal async Task<CaseFile> FileAsync() => (await StoredCase.LoadAsync(Rows, CaseStory.Id, CancellationToken.None)).File;

    /// <summary>Everything stored, for comparing the end of one run with another: key → fields.</summary>
    internal async Task<ImmutableSortedDictionary<string, string>> EverythingAsync()
    {
        var all = await Rows.ReadRangeAsync("!", "~", CancellationToken.None);
        return all.ToImmutableSortedDictionary(row => row.Key, row => string.Join(";", row.Fields.Where(field => field.Key is not ("Timestamp" or "find" or "reference")).OrderBy(field => field.Key, StringComparer.Ordinal).Select(field => $"{field.Key}={field.Value}")), StringComparer.Ordinal);
    }

    public void Dispose() => _services.Dispose();
}

/// <summary>Counts what goes to storage: at the client's own pipeline, so nothing is missed.</summary>
internal sealed class RequestCount : HttpPipelineSynchronousPolicy
{
    internal int Reads { get; private set; }

    internal int Transactions { get; private set; }

    public override void OnSendingRequest(HttpMessage message)
    {
        if (message.Request.Method == RequestMethod.Get)
        {
            Reads++;
        }
        else
        {
            Transactions++;
        }
    }

    internal (int Reads, int Transactions) Since((int Reads, int Transactions) before) => (Reads - before.Reads, Transactions - before.Transactions);

    internal (int Reads, int Transactions) Now => (Reads, Transactions);
}

/// <summary>Real storage that can stop at a given commit, before or after it is done, as a crash would.</summary>
internal sealed class FaultyRows(IRows real) : IRows
{
    internal int Commits { get; private set; }

    /// <summary>The commit (from 0) at which it stops; null for never.</summary>
    internal int? StopsAt { get; set; }

    /// <summary>Whether the commit is done before it stops, and only the answer is lost.</summary>
    internal bool DoesIt { get; set; }

    internal void Reset(int? stopsAt, bool doesIt) => (Commits, StopsAt, DoesIt) = (0, stopsAt, doesIt);

    /// <summary>What somebody else does just before each commit; what that commits does not call it again.</summary>
    internal Func<Task>? Before { get; set; }

    private bool _isBetween;

    /// <summary>Whether storage cannot be reached at all.</summary>
    internal bool Breaks { get; set; }

    public Task<IReadOnlyList<Row>> ReadAsync(string prefix, CancellationToken cancellationToken) => Breaks ? throw new HttpRequestException("Down.") : real.ReadAsync(prefix, cancellationToken);

    public Task<IReadOnlyList<Row>> ReadRangeAsync(string from, string to, CancellationToken cancellationToken) => real.ReadRangeAsync(from, to, cancellationToken);

    public Task<Row?> FindAsync(string key, CancellationToken cancellationToken) => real.FindAsync(key, cancellationToken);

    public async Task<CommitResult> CommitAsync(IReadOnlyList<RowWrite> writes, CancellationToken cancellationToken)
    {
        if (Before is { } before && !_isBetween)
        {
            _isBetween = true;
            try
            {
                await before();
            }
            finally
            {
                _isBetween = false;
            }
        }

        if (Commits++ == StopsAt)
        {
            if (DoesIt)
            {
                await real.CommitAsync(writes, cancellationToken);
            }

            throw new StoppedException();
        }

        return await real.CommitAsync(writes, cancellationToken);
    }
}

/// <summary>The process ended here.</summary>
internal sealed class StoppedException : OperationCanceledException;

/// <summary>Chats that only remember what was put into them.</summary>
internal sealed class RememberedMessages : ITeamsMessages
{
    private int _ids;

    internal List<(string Chat, string MessageId, string Summary, string Card, bool IsUpdate)> Sent { get; } = [];

    /// <summary>Answers in place of doing it, one for each call.</summary>
    internal Queue<Func<bool, PostResult>> Answers { get; } = new();

    /// <summary>What somebody else does just before each message goes.</summary>
    internal Func<Task>? Before { get; set; }

    private bool _isBetween;

    /// <summary>The call (from 0) after whose doing the process ends; null for never.</summary>
    internal int? StopsAfter { get; set; }

    public Task<string?> EmailAsync(Chat chat, CancellationToken cancellationToken) => Task.FromResult<string?>(null);

    /// <summary>Called when a post begins that then never ends by itself; null where posts end.</summary>
    internal Func<Task>? Hangs { get; set; }

    public async Task<PostResult> PostAsync(Chat chat, ReadOnlyMemory<byte> card, string summary, CancellationToken cancellationToken)
    {
        if (Hangs is { } hangs)
        {
            await hangs();
            await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
        }

        return await DoAsync(chat, $"m{++_ids}", card, summary, false);
    }

    public Task<PostResult> UpdateAsync(Chat chat, string messageId, ReadOnlyMemory<byte> card, string summary, CancellationToken cancellationToken) => DoAsync(chat, messageId, card, summary, true);

    private Task<PostResult> DoAsync(Chat chat, string id, ReadOnlyMemory<byte> card, string summary, bool isUpdate)
    {
        if (Answers.TryDequeue(out var answer))
        {
            return Task.FromResult(answer(isUpdate));
        }

        return SendAsync(chat, id, card, summary, isUpdate);
    }

    private async Task<PostResult> SendAsync(Chat chat, string id, ReadOnlyMemory<byte> card, string summary, bool isUpdate)
    {
        if (Before is { } before && !_isBetween)
        {
            _isBetween = true;
            await before();
            _isBetween = false;
        }

        Sent.Add((chat.ConversationId, id, summary, System.Text.Encoding.UTF8.GetString(card.Span), isUpdate));
        return StopsAfter == Sent.Count - 1 ? throw new StoppedException() : new PostResult.Delivered(id);
    }
}
