using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using AdaptiveCards;
using BenchmarkDotNet.Attributes;
using Microsoft.Extensions.DependencyInjection;
using SafeguardingTeams.App.Configuration;
using SafeguardingTeams.App.Directory;
using SafeguardingTeams.App.Reports;
using SafeguardingTeams.App.Storage;
using SafeguardingTeams.App.Time;
using SafeguardingTeams.Domain.Actions;
using SafeguardingTeams.Domain.Figures;
using SafeguardingTeams.Domain.Forms.SeriousIncidentReferral;
using SafeguardingTeams.Domain.Group;
using SafeguardingTeams.Domain.Learning;
using SafeguardingTeams.Domain.Meetings;
using SafeguardingTeams.Domain.People;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Reviews;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Documents.Figures;
using SafeguardingTeams.Presentation.Pages;
using SafeguardingTeams.Presentation.Screens;
using SafeguardingTeams.Presentation.Wording;
using SafeguardingTeams.Rehearsal.Parts;

namespace SafeguardingTeams.Bench;

/// <summary>
/// The page of who oversees the work, and a yearly report with what nine earlier ones issued in mind: ten years of a busy partnership,
/// 10,000 records. Their rows are in memory, so that storage costs nothing.
/// </summary>
[MemoryDiagnoser]
public class OversightBenchmark : IDisposable
{
    private const int FirstYear = BenchFigures.FirstYear;
    private const int Years = BenchFigures.Years;
    private static readonly DateTimeOffset May = new(2027, 5, 4, 9, 0, 0, TimeSpan.Zero);
    private static readonly ReportTexts Texts = new("x", "x", "");
    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Converters = { new JsonStringEnumConverter(), new Reference() },
    };

    private static readonly Actor Chair = new("chair", "Chair", "a", "An agency", "t/o", [Role.Chair]);

    private BenchApp _app = null!;
    private OversightLists _lists = null!;
    private ReportFigures _figures = null!;
    private GroupFile _group = null!;
    private GroupReport _report = null!;
    private CountedReport _counted = null!;

    /// <summary>Ten years of records, and a report issued for each but the last.</summary>
    [GlobalSetup]
    public void Start() => StartAsync().GetAwaiter().GetResult();

    /// <summary>The page, from rows as they are stored to the card as it is sent.</summary>
    [Benchmark]
    public async Task<ReadOnlyMemory<byte>> Page() =>
        CardJson.Write(
            OversightCard.Draw(
                await _lists.OfAsync(Chair, CancellationToken.None),
                new("x", _app.Services.GetRequiredService<PartnershipWords>(), Chair, May, new(2027, 5, 4))
            )
        );

    /// <summary>The tab in Teams, from rows as they are stored to the page as it is sent.</summary>
    [Benchmark]
    public async Task<string> Tab() =>
        OversightPage.Draw(await _lists.OfAsync(Chair, CancellationToken.None), new("https://page.example"), May, new(2027, 5, 4));

    /// <summary>All its lists as a workbook, from rows as they are stored.</summary>
    [Benchmark]
    public async Task<ReadOnlyMemory<byte>> TabExcel() =>
        OversightWorkbook.Write(await _lists.OfAsync(Chair, CancellationToken.None), "A partnership", new(2027, 5, 4));

    /// <summary>The yearly report counted, with small numbers hidden.</summary>
    [Benchmark]
    public Task<CountedReport> Count() => _figures.OfAsync(_group, _report, CancellationToken.None);

    /// <summary>The yearly report counted, as a Word document.</summary>
    [Benchmark]
    public async Task<ReadOnlyMemory<byte>> Word() =>
        GroupReportDocuments.Word(_report, await Count(), _app.Services.GetRequiredService<PartnershipWords>());

    /// <summary>What was counted as a workbook.</summary>
    [Benchmark]
    public ReadOnlyMemory<byte> Excel() =>
        GroupReportDocuments.Excel(_report, _counted, _app.Services.GetRequiredService<PartnershipWords>());

    /// <summary>Ends the emulator.</summary>
    [GlobalCleanup]
    public void Dispose()
    {
        _app.Dispose();
        GC.SuppressFinalize(this);
    }

    private async Task StartAsync()
    {
        _app = await BenchApp.OpenAsync(new RehearsalClock(May));
        var rules = _app.Services.GetRequiredService<CurrentRules>();
        var file = _app.Services.GetRequiredService<PartnershipFile>();
        var all = BenchFigures.Of(file).ToList();
        var rows = new InMemory([.. all.Select(Figure), .. Open(all)]);
        _lists = new(rows, rules, _app.Services.GetRequiredService<IPeople>(), _app.Services.GetRequiredService<LondonClock>());
        _figures = new(rows, rules, file);
        _group = new GroupFile { Stage = GroupStage.Open };
        for (var year = FirstYear; year < FirstYear + Years - 1; year++)
        {
            var draft = new GroupReport(year, GroupReportKind.Yearly, ReportPeriod.OfYear(year), Texts, May, "x");
            var content = _figures.Count([.. all.Where(one => YearOf(one) <= year)], _group, draft.Kind, draft.Period);
            _group = _group with { Reports = _group.Reports.Add(draft with { Issued = new(May, "x", content, "") }) };
        }

        const int Last = FirstYear + Years - 1;
        _report = new(Last, GroupReportKind.Yearly, ReportPeriod.OfYear(Last), Texts, May, "x");
        _counted = await Count();
    }

    private static int YearOf(RecordFigures one) =>
        ReportPeriod.YearOf(
            one switch
            {
                IncidentFigures incident => incident.ReferredOn,
                LearningFigures learning => learning.ReferredOn,
                ReviewFigures review => review.ProposedOn,
                ActionFigures action => action.AgreedOn,
                MeetingFigures meeting => meeting.Day,
                _ => default,
            }
        );

    private static Row Figure(RecordFigures one) =>
        new(
            $"figure|{one.Record.Kind}|{one.Record}",
            new Dictionary<string, string> { ["figures"] = JsonSerializer.Serialize(one, one.GetType(), Json) },
            ""
        );

    /// <summary>Every twentieth record is open, and somebody is waited for.</summary>
    private static IEnumerable<Row> Open(List<RecordFigures> all)
    {
        foreach (var one in all.Where((_, i) => i % 20 == 0))
        {
            var (record, kind) = (one.Record.ToString(), one.Record.Kind);
            var stage = kind switch
            {
                RecordKind.Case => "UnderReview",
                RecordKind.Learning => "AwaitingMeeting",
                RecordKind.Review => "UnderWay",
                RecordKind.Action => "Agreed",
                _ => "Planned",
            };
            yield return new(
                $"open|{kind}|{record}",
                new Dictionary<string, string>
                {
                    ["record"] = record,
                    ["stage"] = stage,
                    ["agencyName"] = "An agency",
                    ["dueAt"] = "2027-05-01T22:59:59.0000000+00:00",
                },
                ""
            );
            yield return new(
                $"task|Chair|{record}|x",
                new Dictionary<string, string>
                {
                    ["case"] = record,
                    ["stage"] = stage,
                    ["task"] = "Recommend",
                    ["due"] = "2027-05-01",
                    ["dueAt"] = "2027-05-01T22:59:59.0000000+00:00",
                },
                ""
            );
        }
    }

    /// <summary>Rows that cost nothing to read.</summary>
    private sealed class InMemory(ImmutableList<Row> all) : IRows
    {
        private readonly Dictionary<string, IReadOnlyList<Row>> _byKind = all.GroupBy(row =>
                row.Key[..(row.Key.IndexOf('|', StringComparison.Ordinal) + 1)]
            )
            .ToDictionary(kind => kind.Key, kind => (IReadOnlyList<Row>)[.. kind]);

        public Task<IReadOnlyList<Row>> ReadAsync(string prefix, CancellationToken cancellationToken) =>
            Task.FromResult(_byKind.GetValueOrDefault(prefix) ?? []);

        public Task<IReadOnlyList<Row>> ReadRangeAsync(string from, string to, CancellationToken cancellationToken) =>
            throw new NotSupportedException();

        public Task<Row?> FindAsync(string key, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<CommitResult> CommitAsync(IReadOnlyList<RowWrite> writes, CancellationToken cancellationToken) =>
            throw new NotSupportedException();
    }

    private sealed class Reference : JsonConverter<RecordRef>
    {
        public override RecordRef Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            RecordRef.Parse(reader.GetString()!);

        public override void Write(Utf8JsonWriter writer, RecordRef value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.ToString());
    }
}
