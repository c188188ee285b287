using System.Collections.Immutable;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Deciding;
using SafeguardingTeams.Domain.Forms;
using SafeguardingTeams.Domain.Forms.InitialScoping;

namespace SafeguardingTeams.Domain.Steps.Scoping;

/// <summary>
/// An agency returns its form (B5, B6), or confirms that the family is not known to it: a nil return counts as a return (B7). By its
/// representative, or by operations who read a Word form in. It can be put right, with a reason.
/// </summary>
/// <param name="CaseId">The case.</param>
/// <param name="Agency">Which agency.</param>
/// <param name="Known">Whether the family is known to it.</param>
/// <param name="Answers">The answers; none for a nil return.</param>
/// <param name="How">How it came.</param>
/// <param name="Reason">Why it is put right; else empty.</param>
/// <param name="Again">Whether a return was there already when the card was drawn.</param>
public sealed record ReturnScoping(CaseId CaseId, string Agency, bool Known, Answers Answers, string How, string Reason, bool Again = false) : Command(CaseId)
{
    /// <inheritdoc/>
    public override Step Step => Step.ReturnScoping;

    /// <inheritdoc/>
    protected override Decision Decide(Cases<CaseFile> files, DecisionContext context)
    {
        if (AgencyRights.Refuse(context.Actor, files.This, Agency, out var agency) is { } notTheirs)
        {
            return Decision.Refuse(notTheirs);
        }

        if (Again != agency.Return is not null)
        {
            return Decision.Refuse(Refusal.Overtaken);
        }

        var problems = Known ? Checking.Problems(InitialScopingV1.Form, Answers, context.Today) : [];
        return !problems.IsEmpty ? new Decision.Refused([.. problems.Select(problem => new Refusal("incomplete", problem.Message))])
            : agency.Return is { } before && before.Known == Known && (!Known || AnswerChange.Between(InitialScopingV1.Form, before.Answers, Answers).IsEmpty)
                ? Decision.Refuse(new("nothing-changed", "This is what was returned already."))
            : Again && string.IsNullOrWhiteSpace(Reason) ? Decision.Refuse(Reasons.Needed("Say why the return is put right. The earlier one stays on the record."))
            : Reasons.TooLong(Reason) is { } tooLong ? Decision.Refuse(tooLong)
            : Decision.Accept(CaseId, new ScopingReturned(Agency, Known, Known ? InitialScopingV1.FormId : "", Known ? 1 : 0, Known ? Answers : Answers.None, How, Reason.Trim()));
    }
}

/// <summary>An agency has returned its form, or a nil return.</summary>
public sealed record ScopingReturned(string Agency, bool Known, string FormId, int FormVersion, Answers Answers, string How, string Reason) : CaseEvent
{
    /// <inheritdoc/>
    public override CaseFile ApplyTo(CaseFile file, RecordedEvent recorded) => file.Stop(ReturnClock.Id(Agency), recorded.At) with
    {
        Review = file.Review.With(Agency, agency => agency with { Return = new(recorded.At, $"{recorded.By.Display}, {recorded.By.Agency}", Known, FormId, FormVersion, Answers, How) }),
    };
}

/// <summary>Who may act for an agency in a case.</summary>
public static class AgencyRights
{
    /// <summary>The person acts for no agency but their own.</summary>
    internal static Refusal NotTheirs { get; } = new("not-your-agency", "This belongs to another agency. Nothing has been changed.");

    /// <summary>Why somebody may not act for an agency: to whom it is not theirs the same words, whether it is asked at all or not (F2). Null where they may.</summary>
    internal static Refusal? Refuse(Actor actor, CaseFile file, string key, out ReviewAgency agency, bool nominee = false)
    {
        agency = file.Review.Agency(key)!;
        var theirs = agency is not null && (ActsFor(actor, agency, file) || nominee && agency.Securing.Nominee?.PersonId == actor.PersonId);
        return !theirs && !actor.RolesFor(file).Contains(Role.Operations) ? NotTheirs : agency is { AskedAt: not null } ? null : Refusal.Overtaken;
    }

    /// <summary>Its representative, or operations on its behalf.</summary>
    public static bool ActsFor(Actor actor, ReviewAgency agency, CaseFile file) =>
        agency.Representative?.PersonId == actor.PersonId || actor.RolesFor(file).Contains(Role.Operations);
}

/// <summary>The form an agency fills in, with what is known already: section 1 as rows to compare (B4).</summary>
public static class PrefilledReturn
{
    /// <summary>Section 1, detail by detail, of what operations filled in. Only what we hold is asked about.</summary>
    public static Answers Of(CaseFile file)
    {
        var request = file.Review.Request;
        var rows = new List<(string Of, string Detail, string Given)>();
        foreach (var page in ScopingRequestPages)
        {
            switch (page)
            {
                case Page.Single single:
                    rows.AddRange(single.Questions.Select(question => (single.Title, question.Label, request[single.Id, question.Id])));
                    break;
                case Page.Repeating repeating:
                    rows.AddRange(request.RowsOf(repeating.Id).SelectMany((row, i) => repeating.Questions.Select(question => (Who(repeating, row, i), question.Label, row[question.Id]))));
                    break;
            }
        }

        return rows.Where(row => row.Given.Length > 0).Select((row, i) => (row, i)).Aggregate(Answers.None, (answers, at) => answers.With(
            InitialScopingV1.Family, AnswerRow.Empty($"d{at.i + 1}").With(Page.Matching.Of, at.row.Of).With(Page.Matching.Detail, at.row.Detail).With(Page.Matching.Given, at.row.Given)));
    }

    /// <summary>A return begun earlier, with section 1 as it stands now: what was said of a detail that is unchanged is kept.</summary>
    public static Answers Over(CaseFile file, Answers begun)
    {
        var said = begun.RowsOf(InitialScopingV1.Family);
        var rows = Of(file).RowsOf(InitialScopingV1.Family).Select(row => said.Find(other => Same(row, other)) is { } other ? other with { Id = row.Id } : row);
        return rows.Aggregate(begun with { Rows = begun.Rows.Remove(InitialScopingV1.Family) }, (answers, row) => answers.With(InitialScopingV1.Family, row));
    }

    private static bool Same(AnswerRow row, AnswerRow other) =>
        new[] { Page.Matching.Of, Page.Matching.Detail, Page.Matching.Given }.All(part => row[part] == other[part]);

    private static IEnumerable<Page> ScopingRequestPages => Forms.ScopingRequest.ScopingRequestV1.Form.Pages.Where(page => page.Id != "case");

    private static string Who(Page.Repeating page, AnswerRow row, int at) => page.Id switch
    {
        "children" => $"Subject child {at + 1}",
        "siblings" => $"Brother or sister {at + 1}",
        _ => $"Adult or other person {at + 1}{(row["relationship"].Length > 0 ? $" ({row["relationship"]})" : "")}",
    };
}
