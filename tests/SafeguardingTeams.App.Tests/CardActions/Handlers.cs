using Microsoft.Extensions.DependencyInjection;
using SafeguardingTeams.App.CardActions;
using SafeguardingTeams.App.Configuration;
using SafeguardingTeams.App.Dispatch;
using SafeguardingTeams.App.Storage;
using SafeguardingTeams.Presentation.Documents.Case;

namespace SafeguardingTeams.App.Tests.CardActions;

/// <summary>The handlers as the application sets them up, without storage.</summary>
internal static class Handlers
{
    internal static ServiceProvider Services()
    {
        var (file, _) = PartnershipFile.Read(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "partnership.json")));
        return new ServiceCollection()
            .AddLogging()
            .AddSingleton<IRows, OnlySecrets>()
            .AddSingleton<ITeamsMessages, RememberedMessages>()
            .AddApp(file!, new Uri("https://page.example"), Presentation.Documents.Letter.LetterTemplates.Shipped)
            .BuildServiceProvider();
    }

    /// <summary>Keeps what is inserted: the secrets a deployment makes at its first start.</summary>
    private sealed class OnlySecrets : IRows
    {
        private readonly Dictionary<string, Row> _rows = [];

        public Task<IReadOnlyList<Row>> ReadAsync(string prefix, CancellationToken cancellationToken) =>
            Task.FromResult<IReadOnlyList<Row>>([]);

        public Task<IReadOnlyList<Row>> ReadRangeAsync(string from, string to, CancellationToken cancellationToken) =>
            Task.FromResult<IReadOnlyList<Row>>([]);

        public Task<Row?> FindAsync(string key, CancellationToken cancellationToken) => Task.FromResult(_rows.GetValueOrDefault(key));

        public Task<CommitResult> CommitAsync(IReadOnlyList<RowWrite> writes, CancellationToken cancellationToken)
        {
            foreach (var insert in writes.OfType<RowWrite.Insert>())
            {
                _rows[insert.Key] = new(insert.Key, insert.Fields, "");
            }

            return Task.FromResult<CommitResult>(new CommitResult.Done());
        }
    }
}
