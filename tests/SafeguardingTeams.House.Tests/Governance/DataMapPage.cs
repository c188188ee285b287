using SafeguardingTeams.Domain.Forms;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.House.Tests.Governance;

/// <summary>docs/governance/data-map.md: what is asked, what is stored, and where else it goes.</summary>
internal static class DataMapPage
{
    /// <summary>The page; <c>{questions}</c>, <c>{rows}</c> and <c>{files}</c> stand where tables are made.</summary>
    private const string Frame = "tests/SafeguardingTeams.House.Tests/Governance/data-map.txt";

    internal static string Text(IEnumerable<Form> forms) =>
        Repository
            .Read(Frame)
            .Replace("{questions}", string.Join("\n\n", forms.Select(Questions)), StringComparison.Ordinal)
            .Replace("{rows}", Lines(RowMap.All.Select(Row)), StringComparison.Ordinal)
            .Replace("{files}", Lines(Enum.GetValues<KeptKind>().Select(File)), StringComparison.Ordinal);

    private static string Questions(Form form) =>
        $"### {form.Title} (`{form.Id}`, version {form.Version})\n\n| page | question | whose data | what it is |\n|---|---|---|---|\n"
        + Lines(
            from page in form.Pages
            from question in QuestionMap.QuestionsOf(page)
            let found = QuestionMap.Of(form, page, question)
            select $"| {page.Title} | {question.Label} | {found?.Whose ?? "?"} | {Called(found?.Nature)} |"
        );

    private static string Row(StoredRow row) =>
        $"| `{row.Prefix.Replace("|", "\\|", StringComparison.Ordinal)}` | {row.Holds} | {Or(row.Whose)} | {row.Ends} |";

    private static string File(KeptKind kind)
    {
        var (file, data) = Of(kind);
        return $"| {file} | {data} |";
    }

    private static string Lines(IEnumerable<string> lines) => string.Join('\n', lines);

    private static string Or(string whose) => whose.Length == 0 ? "none" : whose;

    private static string Called(Nature? nature) =>
        nature switch
        {
            Nature.Work => "work",
            Nature.Personal => "personal",
            Nature.Sensitive => "sensitive",
            Nature.Health => "special: health",
            Nature.Origin => "special: origin",
            Nature.Belief => "special: belief",
            Nature.Criminal => "criminal",
            Nature.FreeText => "free text",
            Nature.Anonymous => "anonymous",
            _ => "not classified",
        };

    private static (string File, string Data) Of(KeptKind kind) =>
        kind switch
        {
            KeptKind.ScopingLetter => ("letter to an agency", "the outline, without names by rule"),
            KeptKind.ScopingForm => ("scoping form that went with it", "the child and the family, free text"),
            KeptKind.Report => ("report of the Rapid Review", "everything of a case"),
            KeptKind.PanelLetter => ("letter to the national Panel", "reference, who signs"),
            KeptKind.PackPaper => ("paper of the pack", "everything of a case"),
            KeptKind.GroupAgenda => ("agenda of a meeting of the group", "members; items by reference and outline"),
            KeptKind.MinutesToChair => ("draft minutes, to the Chair", "members; what was decided of a record"),
            KeptKind.DraftMinutes => ("draft minutes, to members", "the same"),
            KeptKind.ApprovedMinutes => ("approved minutes", "the same"),
            KeptKind.Evidence => ("file that shows what was done of an action", "whatever it holds: free text"),
            KeptKind.OutsideLetter => ("letter to Panel, Ofsted or DfE about a review", "who is appointed; title without names"),
            KeptKind.Briefing => ("briefing, training copy, paper", "anonymous"),
            KeptKind.GroupReport => ("report of the group", "counts, small numbers hidden; text compared with names"),
            KeptKind.GroupReportFigures => ("its figures", "counts, small numbers hidden"),
            KeptKind.ReviewReport => ("final report of a review, as it was brought", "whatever it holds: free text"),
            KeptKind.DisposalCertificate => ("certificate that a record was disposed of", "who decided; reference and counts"),
            _ => throw new InvalidOperationException($"The data map does not know the kept file {kind}."),
        };
}
