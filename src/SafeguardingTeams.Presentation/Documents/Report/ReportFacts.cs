using System.Collections.Immutable;
using SafeguardingTeams.Domain.Forms;

namespace SafeguardingTeams.Presentation.Documents.Report;

/// <summary>Everything the report of a Rapid Review says (B16). Dates are London dates.</summary>
/// <param name="Reference">The case's reference.</param>
/// <param name="Partnership">The partnership's name.</param>
/// <param name="Guidance">The national guidance by its name and year, as the case's edition has it.</param>
/// <param name="Children">The name of each subject child.</param>
/// <param name="Form">The report's form in the case's edition: labels and choices come from it.</param>
/// <param name="Answers">What the meeting answered: sections 2 and 3.</param>
public sealed record ReportFacts(
    string Reference,
    string Partnership,
    string Guidance,
    ImmutableArray<string> Children,
    Form Form,
    Answers Answers
)
{
    /// <summary>The day of the meeting; null while it is not held.</summary>
    public DateOnly? ReviewHeld { get; init; }

    /// <summary>Face to face, by telephone or online (B26), in words.</summary>
    public string HowHeld { get; init; } = "";

    /// <summary>Who took part.</summary>
    public ImmutableArray<ReportParticipant> Participants { get; init; } = [];

    /// <summary>Whether the meeting was quorate and who made it so (B14), in a sentence.</summary>
    public string Quorum { get; init; } = "";

    /// <summary>Section 1: the family and others who matter.</summary>
    public ImmutableArray<ReportPerson> Family { get; init; } = [];

    /// <summary>Section 1: the summary of the case.</summary>
    public string CaseSummary { get; init; } = "";

    /// <summary>Section 1: the papers (B13), those that were not there as well.</summary>
    public ImmutableArray<ReportPaper> Papers { get; init; } = [];

    /// <summary>The day the report went to the Panel; null while it has not.</summary>
    public DateOnly? SubmittedToPanel { get; init; }

    /// <summary>The day the report that this one corrects went to the Panel; null where it corrects none (PD16).</summary>
    public DateOnly? Corrects { get; init; }

    /// <summary>
    /// What is missing before the report can go to the leads, in plain words and in the report's order; none where it is complete.
    /// </summary>
    /// <param name="today">The London date.</param>
    public ImmutableArray<string> Missing(DateOnly today) =>
        [
            .. Children.IsEmpty ? ["The child's name."] : Array.Empty<string>(),
            .. ReviewHeld is null ? ["The day of the Rapid Review."] : Array.Empty<string>(),
            .. HowHeld.Length == 0 ? ["How the meeting was held."] : Array.Empty<string>(),
            .. Participants.IsEmpty ? ["Who took part."] : Array.Empty<string>(),
            .. Family.IsEmpty ? ["The family and significant others."] : Array.Empty<string>(),
            .. CaseSummary.Length == 0 ? ["The summary of the case."] : Array.Empty<string>(),
            .. Papers.IsEmpty ? ["Which papers the Rapid Review had."] : Array.Empty<string>(),
            .. Checking.Problems(Form, Answers, today).Select(InWords),
        ];

    private string InWords(Problem problem)
    {
        var page = Form.Page(problem.Place.PageId)!;
        var question = page switch
        {
            Page.Single single => single.Questions.FirstOrDefault(each => each.Id == problem.Place.QuestionId),
            Page.Repeating repeating => repeating.Questions.FirstOrDefault(each => each.Id == problem.Place.QuestionId),
            _ => null,
        };
        return question is null ? $"{page.Title}: {problem.Message}" : $"{page.Title}, “{question.Label}”: {problem.Message}";
    }
}

/// <summary>Somebody who took part in the Rapid Review.</summary>
public sealed record ReportParticipant(string Name, string Role, string Agency);

/// <summary>Somebody of the family, or who matters in the child's life; empty where it is not known.</summary>
public sealed record ReportPerson(string Name, string Address, string Relationship, string Born, string LegalStatus, string EthnicOrigin);

/// <summary>A paper of the Rapid Review.</summary>
/// <param name="Name">Such as "Scoping form of the police".</param>
/// <param name="Missing">Why it was not there, or empty where it was.</param>
public sealed record ReportPaper(string Name, string Missing = "");
