using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SafeguardingTeams.App;
using SafeguardingTeams.App.Configuration;
using SafeguardingTeams.App.Dispatch;
using SafeguardingTeams.Domain.Forms;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Microsoft365.Tables;
using SafeguardingTeams.Presentation.Documents.Case;
using SafeguardingTeams.Rehearsal.Examples;
using SafeguardingTeams.Rehearsal.Parts;

namespace SafeguardingTeams.Bench;

/// <summary>The application on the storage emulator, with chats that take everything.</summary>
internal sealed class BenchApp : IDisposable
{
    private readonly Azurite _azurite;

    private BenchApp(Azurite azurite, ServiceProvider services) => (_azurite, Services) = (azurite, services);

    internal static Actor Referrer { get; } =
        new("p-bench", "Practitioner, an agency", "schools", "Schools and colleges", "t/o", [Role.Practitioner]);

    internal ServiceProvider Services { get; }

    internal static async Task<BenchApp> OpenAsync(TimeProvider time, Func<PartnershipFile, PartnershipFile>? change = null)
    {
        var azurite = await Azurite.StartAsync();
        var file = PartnershipFile.Read(await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "partnership.json"))).File!;
        var services = new ServiceCollection();
        services.AddLogging().AddSingleton<ITeamsMessages, NoMessages>().AddSingleton(time);
        services.AddApp(
            change?.Invoke(file) ?? file,
            new Uri("https://page.example"),
            Presentation.Documents.Letter.LetterTemplates.Shipped
        );
        services.AddTables(
            new ConfigurationBuilder()
                .AddInMemoryCollection(new Dictionary<string, string?> { ["Storage:ConnectionString"] = azurite.ConnectionString })
                .Build()
        );
        var fixture = new BenchApp(azurite, services.BuildServiceProvider());
        await fixture.Services.PrepareTablesAsync(CancellationToken.None);
        return fixture;
    }

    /// <summary>A good answer to every question.</summary>
    internal static Answers Complete()
    {
        var example = ExampleReferral.Before(new(2026, 11, 2));
        var answers = Answers.None.With("referrer", "name", "Practitioner").With("referrer", "agency", "Schools and colleges");
        answers = example
            .Answers.SelectMany(page => page.Value.Select(answer => (page.Key, answer)))
            .Aggregate(answers, (all, one) => all.With(one.Key, one.answer.Key, one.answer.Value));
        return example
            .Rows.SelectMany(page => page.Value.Select((row, i) => (page.Key, row, i)))
            .Aggregate(answers, (all, one) =>
                all.With(one.Key, one.row.Aggregate(AnswerRow.Empty($"r{one.i}"), (made, answer) => made.With(answer.Key, answer.Value)))
            );
    }

    public void Dispose()
    {
        Services.Dispose();
        _azurite.DisposeAsync().AsTask().GetAwaiter().GetResult();
    }

    private sealed class NoMessages : ITeamsMessages
    {
        public Task<PostResult> PostAsync(Chat chat, ReadOnlyMemory<byte> card, string summary, CancellationToken cancellationToken) =>
            Task.FromResult<PostResult>(new PostResult.Delivered("m"));

        public Task<string?> EmailAsync(Chat chat, CancellationToken cancellationToken) => Task.FromResult<string?>(null);

        public Task<PostResult> UpdateAsync(
            Chat chat,
            string messageId,
            ReadOnlyMemory<byte> card,
            string summary,
            CancellationToken cancellationToken
        ) => Task.FromResult<PostResult>(new PostResult.Delivered(messageId));
    }
}
