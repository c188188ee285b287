using System.Collections.Immutable;
using SafeguardingTeams.Domain.Forms;
using SafeguardingTeams.Domain.Forms.ScopingRequest;
using SafeguardingTeams.Domain.Forms.SeriousIncidentReferral;

namespace SafeguardingTeams.Presentation.Documents.Report;

/// <summary>The family as section 1 of the report lists it: from what went to the agencies, with what only the referral says.</summary>
public static class ReportFamily
{
    /// <summary>Makes the list.</summary>
    /// <param name="request">Answers to the form "What goes to the agencies".</param>
    /// <param name="referral">Answers to the referral: legal status, ethnic origin and dates of birth come from there, by the name, where only one person in it has that name.</param>
    public static ImmutableArray<ReportPerson> Of(Answers request, Answers referral)
    {
        var known = referral.RowsOf("family").Concat(referral.RowsOf("children")).GroupBy(row => Plain(row["name"]), StringComparer.Ordinal)
            .Where(group => group.Key.Length > 0 && group.Count() == 1).ToDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);
        return
        [
            .. request.RowsOf("children").Select(row => Person(row["name"], row["address"], "Subject child", row["born"], known)),
            .. Parent(request, "mother", "Mother", known),
            .. Parent(request, "father", "Father", known),
            .. request.RowsOf("siblings").Select(row => Person(row["name"], row["address"], "Brother or sister", row["born"], known)),
            .. request.RowsOf("adults").Select(row => Person(row["name"], row["address"], row["relationship"], "", known)),
        ];
    }

    private static IEnumerable<ReportPerson> Parent(Answers request, string page, string title, Dictionary<string, AnswerRow> known) =>
        request[page, "name"].Length == 0 && request[page, "address"].Length == 0 ? [] : [Person(request[page, "name"], request[page, "address"], title, request[page, "born"], known)];

    private static ReportPerson Person(string name, string address, string relationship, string born, Dictionary<string, AnswerRow> known)
    {
        var row = known.GetValueOrDefault(Plain(name)) ?? AnswerRow.Empty("none");
        var date = born.Length > 0 ? born : row["born"];
        return new(name, address, relationship, DateOnly.TryParseExact(date, "yyyy-MM-dd", out var day) ? Cards.Parts.ShortDay(day) : date, row["legalstatus"], Ethnic(row["ethnicorigin"]));
    }

    private static string Ethnic(string value) => SeriousIncidentReferralV1.Form.Page("family") is Page.Repeating family
        && family.Questions.First(question => question.Id == "ethnicorigin").Kind is AnswerKind.Choice choice
            ? choice.Options.FirstOrDefault(option => option.Value == value)?.Label ?? value : value;

    private static string Plain(string name) => string.Join(' ', name.ToUpperInvariant().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
