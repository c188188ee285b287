using System.Collections.Immutable;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Forms;
using SafeguardingTeams.Domain.Forms.InitialScoping;
using SafeguardingTeams.Domain.Forms.ScopingRequest;
using SafeguardingTeams.Domain.Forms.SeriousIncidentReferral;
using SafeguardingTeams.Domain.Steps.Scoping;

namespace SafeguardingTeams.Tests;

/// <summary>Forms with every answer.</summary>
internal sealed partial class CaseStory
{
    /// <summary>Everything that goes to the agencies, filled in.</summary>
    internal static Answers CompleteRequest()
    {
        var answers = Complete(ScopingRequestV1.Form);
        return answers.With("case", "from", "2025-11-01").With("case", "to", "2026-11-01");
    }

    /// <summary>A complete return: every detail of section 1 compared.</summary>
    internal Answers CompleteReturn()
    {
        var prefilled = PrefilledReturn.Of(File);
        var answers = Complete(InitialScopingV1.Form);
        return prefilled
            .RowsOf(InitialScopingV1.Family)
            .Aggregate(answers with { Rows = answers.Rows.Remove(InitialScopingV1.Family) }, (all, row) =>
                all.With(InitialScopingV1.Family, row.With("answer", "matches"))
            );
    }

    /// <summary>Unanimous, so that nobody is recorded as not agreeing.</summary>
    internal static Answers CompleteRecord(CaseFile file) => CompleteRecord(RapidReview.ReportForm(file));

    /// <inheritdoc cref="CompleteRecord(CaseFile)"/>
    internal static Answers CompleteRecord(Form form)
    {
        var record = Complete(form);
        return record with { Rows = record.Rows.Remove("dissent") };
    }

    /// <summary>A good answer to every question of the form.</summary>
    internal static Answers Complete() => Complete(SeriousIncidentReferralV1.Form);

    /// <summary>A good answer to every question of a form.</summary>
    internal static Answers Complete(Form form)
    {
        var answers = Answers.None;
        foreach (var page in form.Pages)
        {
            answers = page switch
            {
                Page.Single single => single.Questions.Aggregate(answers, (all, question) =>
                    all.With(page.Id, question.Id, Good(question))
                ),
                Page.Repeating repeating => answers.With(
                    page.Id,
                    repeating.Questions.Aggregate(AnswerRow.Empty("r1"), (row, question) => row.With(question.Id, Good(question)))
                ),
                Page.Matching matching => answers.With(
                    page.Id,
                    matching.Questions.Aggregate(
                        AnswerRow
                            .Empty("d1")
                            .With(Page.Matching.Of, "Mother")
                            .With(Page.Matching.Detail, "Name")
                            .With(Page.Matching.Given, "Mother of Child A"),
                        (row, question) => row.With(question.Id, Good(question))
                    )
                ),
                _ => throw new InvalidOperationException(),
            };
        }

        return answers;
    }

    internal static string Good(Question question) =>
        question.Kind switch
        {
            AnswerKind.Line { Format: LineFormat.Email } => "somebody@agency.example",
            AnswerKind.Line { Format: LineFormat.Telephone } => "020 7946 0000",
            AnswerKind.Line { MaxLength: < 40 } => "943 476 5919",
            AnswerKind.Line or AnswerKind.Text => "As known to the agency.",
            AnswerKind.Day or AnswerKind.When => "2026-11-01",
            AnswerKind.Time => "09:30",
            AnswerKind.Choice choice => choice.Options[0].Value,
            AnswerKind.Several several => several.Options[0].Value,
            _ => throw new InvalidOperationException(),
        };

    /// <summary>An agency that belongs to one of the three partners.</summary>
    internal static string AgencyOf(Role partner) => $"agency-{partner.ToString().ToLowerInvariant()}";

    private static ImmutableSortedDictionary<string, Role> Agencies =>
        Partners
            .Leads.ToImmutableSortedDictionary(AgencyOf, partner => partner, StringComparer.Ordinal)
            .Add("police", Role.LeadPolice)
            .Add("icb", Role.LeadHealth);
}
