using AdaptiveCards;
using BenchmarkDotNet.Attributes;
using Microsoft.Extensions.DependencyInjection;
using SafeguardingTeams.App.Configuration;
using SafeguardingTeams.App.Directory;
using SafeguardingTeams.Domain.People;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Cards.Forms;
using SafeguardingTeams.Presentation.Steps.Absences;
using SafeguardingTeams.Presentation.Wording;

namespace SafeguardingTeams.Bench;

/// <summary>Five thousand people in the partnership's file, each with a deputy.</summary>
[MemoryDiagnoser]
public class PeopleBenchmark
{
    private static readonly DateOnly First = new(2026, 11, 2);

    private BenchApp _app = null!;
    private IPeople _people = null!;
    private CardContext _context = null!;
    private DateOnly _day = First;

    [GlobalSetup]
    public async Task SetUp()
    {
        _app = await BenchApp.OpenAsync(TimeProvider.System, file =>
            file with
            {
                People =
                [
                    .. file.People,
                    .. Enumerable
                        .Range(0, 5_000)
                        .Select(i => new PersonEntry(
                            $"ward-{i}",
                            $"Manager of ward {i}, safeguarding children",
                            "acute-trust",
                            [],
                            [new(Role.AgencyRepresentative, new(2026, 1, 1), null, [$"ward-{(i + 1) % 5_000}"])]
                        )),
                ],
            }
        );
        _people = _app.Services.GetRequiredService<IPeople>();
        _context = new(
            "press",
            _app.Services.GetRequiredService<PartnershipWords>(),
            _people.Actors(First).Find(person => person.PersonId == "operations-officer")!,
            DateTimeOffset.UnixEpoch,
            First
        );
    }

    [Benchmark(Description = "everybody as they are on a day, worked out anew")]
    public int Anew() => _people.Actors(_day = _day == First ? First.AddDays(1) : First).Count;

    [Benchmark(Description = "asked again the same day")]
    public int Again() => _people.Actors(First).Count;

    [Benchmark(Description = "the card of absences, with somebody looked for")]
    public int Card() =>
        CardJson
            .Write(
                AbsencesCard.Draw(
                    _people.Actors(First),
                    [],
                    new(new Dictionary<string, string> { ["find"] = "ward 4321" }, []),
                    null,
                    _context
                )
            )
            .Length;

    [GlobalCleanup]
    public void CleanUp() => _app.Dispose();
}
