using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Cases.Reviewing;
using SafeguardingTeams.Domain.Forms;
using SafeguardingTeams.Domain.Forms.ScopingRequest;
using SafeguardingTeams.Domain.Forms.SeriousIncidentReferral;

namespace SafeguardingTeams.Domain.Cases;

/// <summary>
/// Everything the report shows of a case, as data (B16): what the three leads approve is fixed by it (B20). Not in it: the partnership's
/// own names, and the day it was sent.
/// </summary>
public sealed record ReportContent(ImmutableList<ReportLine> Lines)
{
    /// <summary>
    /// Stands for all of it: the same content has the same, in every version of this system. It goes by keys and values, not by labels,
    /// which may be worded anew.
    /// </summary>
    public string Fingerprint
    {
        get
        {
            var text = new StringBuilder();
            foreach (var (key, _, value) in Lines)
            {
                text.Append(CultureInfo.InvariantCulture, $"{key.Length}:{key}{value.Length}:{value}");
            }

            return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
        }
    }

    /// <summary>
    /// Whether the report shows something else than what went to the Panel, or a correction is under way; false where it was sent
    /// before that was recorded.
    /// </summary>
    public static bool CorrectionIsDue(CaseFile file) =>
        file.Review is { Report: { } sent }
        && (file.Review.Correction is not null || sent.Content.Length > 0 && sent.Content != Of(file).Fingerprint);

    /// <summary>What the report shows of the case now.</summary>
    public static ReportContent Of(CaseFile file) =>
        new([.. SectionOne(file), .. Family(file), .. Papers(file), .. Recorded(RapidReview.ReportForm(file), file.Review.Record)]);

    /// <summary>What differs, by the labels people know it under, each once; none where it is the same.</summary>
    public ImmutableList<string> ChangedFrom(ReportContent before)
    {
        var (was, now) = (before.ByKey(), ByKey());
        return
        [
            .. before
                .Lines.Concat(Lines)
                .Where(line => was.GetValueOrDefault(line.Key, "") != now.GetValueOrDefault(line.Key, ""))
                .Select(line => line.Label)
                .Distinct(StringComparer.Ordinal),
        ];
    }

    private Dictionary<string, string> ByKey() => Lines.ToDictionary(line => line.Key, line => line.Value, StringComparer.Ordinal);

    private static IEnumerable<ReportLine> SectionOne(CaseFile file)
    {
        var present = file.Review.Attendees.FindAll(attendee => attendee.Present);
        yield return new("guidance", "The guidance", file.Rules?.GuidanceEdition ?? "");
        yield return new(
            "children",
            "Name of the child",
            string.Join('\n', new ReferralAnswers(file.Referral!.Answers).Children.Select(child => child.Name))
        );
        yield return new(
            "held",
            "Day of the Rapid Review",
            !present.IsEmpty && file.Review.Meeting is { } meeting
                ? London.DateOf(meeting.Start).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
                : ""
        );
        yield return new("how", "How the meeting was held", $"{file.Review.Meeting?.How}");
        yield return new(
            "present",
            "Who took part",
            string.Join('\n', present.Select(one => $"{one.Contact.Display}\t{one.JobTitle}\t{one.AgencyName}"))
        );
        yield return new("quorum", "Whether the meeting was quorate", string.Join(' ', Quorum.Missing(file.Review.Attendees)));
        yield return new("case-summary", "Summary of the case", new RequestAnswers(file.Review.Request).Summary);
    }

    private static IEnumerable<ReportLine> Family(CaseFile file) =>
        FamilyInReport
            .Of(file.Review.Request, file.Referral!.Answers)
            .SelectMany(
                (one, at) =>
                    new ReportLine[]
                    {
                        new($"family-{Text(at)}-name", "Family: name", one.Name),
                        new($"family-{Text(at)}-address", "Family: address", one.Address),
                        new($"family-{Text(at)}-relationship", "Family: relationship", one.Relationship),
                        new($"family-{Text(at)}-born", "Family: date of birth", one.Born),
                        new($"family-{Text(at)}-legal", "Family: legal status", one.LegalStatus),
                        new($"family-{Text(at)}-origin", "Family: ethnic origin", one.EthnicOrigin),
                    }
            );

    private static IEnumerable<ReportLine> Papers(CaseFile file) =>
        (file.Review.Agreed?.Papers ?? PackPapers.Of(file)).Select(paper => new ReportLine(
            $"paper-{paper.Key}",
            "Papers of the Rapid Review",
            $"{paper.Name}\t{paper.Missing}"
        ));

    private static IEnumerable<ReportLine> Recorded(Form form, Answers answers)
    {
        foreach (var page in form.Pages)
        {
            var (questions, rows) = page switch
            {
                Page.Single single => (single.Questions, null),
                Page.Repeating repeating => ([.. repeating.Questions], answers.RowsOf(page.Id)),
                Page.Matching matching => (matching.Questions, answers.RowsOf(page.Id)),
                _ => throw new InvalidOperationException("An unknown kind of page."),
            };
            foreach (var question in questions)
            {
                if (rows is null)
                {
                    yield return new($"{page.Id}-{question.Id}", question.Label, answers[page.Id, question.Id]);
                    continue;
                }

                for (var at = 0; at < rows.Count; at++)
                {
                    yield return new($"{page.Id}-{Text(at)}-{question.Id}", question.Label, rows[at][question.Id]);
                }
            }
        }
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}

/// <summary>One thing the report shows.</summary>
/// <param name="Key">Names it, for good.</param>
/// <param name="Label">What people call it.</param>
public sealed record ReportLine(string Key, string Label, string Value);
