using BenchmarkDotNet.Attributes;
using SafeguardingTeams.Domain.Forms;
using SafeguardingTeams.Domain.Forms.InitialScoping;
using SafeguardingTeams.Domain.Forms.RapidReviewReport;
using SafeguardingTeams.Presentation.Documents.Chronology;
using SafeguardingTeams.Presentation.Documents.Forms;
using SafeguardingTeams.Presentation.Documents.Intake;
using SafeguardingTeams.Presentation.Documents.Report;

namespace SafeguardingTeams.Bench;

/// <summary>
/// Documents as they are made while somebody waits: a report, a form and its reading in, a combined chronology of 2,000 rows.
/// </summary>
[MemoryDiagnoser]
public class DocumentBenchmark
{
    private const int Rows = 2000,
        Agencies = 10;

    private static readonly DateOnly From = new(2024, 11, 1),
        To = new(2026, 10, 31);

    private static readonly ScopingFormFacts FormFacts = new(
        "GSCP-2222-3333",
        "police",
        "Police",
        "A partnership",
        "National guidance",
        15,
        To,
        new(17, 0),
        "returns@partnership.example",
        "operations",
        "A summary.",
        From,
        To
    );

    private static readonly ChronologyFacts Facts = new(
        "GSCP-2222-3333",
        "A partnership",
        From,
        To,
        CombinedChronology.UsualGapDays,
        ["Referral"],
        []
    );

    private ChronologyEntry[] _entries = null!;
    private CombinedChronology _chronology = null!;
    private ReportFacts _report = null!;
    private ReadOnlyMemory<byte> _form;
    private Answers _sent = null!;

    /// <summary>
    /// Events of ten agencies over two years, some of which tell the same; a report whose answers are as long as they may be.
    /// </summary>
    [GlobalSetup]
    public void Start()
    {
        _entries =
        [
            .. Enumerable
                .Range(0, Rows)
                .Select(i => new ChronologyEntry(
                    $"Agency {i % Agencies}",
                    From.AddDays(i * 7 % 730),
                    i % 3 == 0 ? new(9 + (i % 8), 0) : null,
                    $"Visit {i / 3} to the family at home: seen were the child, the mother and {i % 40} others, and what was "
                        + "said was written down in full.",
                    "Record"
                )),
        ];
        _chronology = CombinedChronology.Of(_entries, From, To);
        var text = string.Join('\n', Enumerable.Repeat("What was found, how it is known and what it means for the way services work.", 50));
        var answers = RapidReviewReportForms
            .Of2025.Pages.OfType<Page.Single>()
            .SelectMany(page =>
                page.Questions.Where(question => question.Kind is AnswerKind.Text)
                    .Select(question => (Page: page.Id, Question: question.Id))
            )
            .Aggregate(Answers.None, (made, each) => made.With(each.Page, each.Question, text));
        _report = new("GSCP-2222-3333", "A partnership", "National guidance", ["Child A"], RapidReviewReportForms.Of2025, answers)
        {
            CaseSummary = text,
        };
        _sent = Enumerable
            .Range(0, 40)
            .Aggregate(Answers.None, (made, i) =>
                made.With(
                    InitialScopingV1.Family,
                    AnswerRow.Empty($"d{i}").With("of", $"Person {i / 5}").With("detail", $"Detail {i % 5}").With("given", "held")
                )
            );
        _form = WriteForm();
    }

    /// <summary>A report of the Rapid Review of about twelve pages.</summary>
    [Benchmark]
    public ReadOnlyMemory<byte> WriteReport() => ReportDocument.Write(_report);

    /// <summary>A scoping form with forty details to compare.</summary>
    [Benchmark]
    public ReadOnlyMemory<byte> WriteForm() => ScopingForm.Write(FormFacts, _sent);

    /// <summary>The same, read in.</summary>
    [Benchmark]
    public WordIntake ReadForm() => FormIntake.Read(_form, new(InitialScopingV1.Form, "GSCP-2222-3333", "police", _sent), new(2026, 11, 2));

    /// <summary>Two thousand events put in order, compared and marked.</summary>
    [Benchmark]
    public CombinedChronology Combine() => CombinedChronology.Of(_entries, From, To);

    /// <summary>The same as a document.</summary>
    [Benchmark]
    public ReadOnlyMemory<byte> WriteChronology() => ChronologyDocument.Write(_chronology, Facts);
}
