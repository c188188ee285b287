using SafeguardingTeams.Domain.Reviews;
using SafeguardingTeams.Presentation.Documents.Letter;
using SafeguardingTeams.Presentation.Wording;
using static SafeguardingTeams.Presentation.Wording.Written;

namespace SafeguardingTeams.Presentation.Documents.Reviews;

/// <summary>The letters about a review to Panel, Ofsted and Department for Education (C8, C9, C15, C17). They name no child (F2).</summary>
public sealed class ReviewLetters(PartnershipWords words, LetterTemplates templates)
{
    private string ChairTitle => $"Chair of the {words.GroupName}";

    /// <summary>The letter, from the review as it is; or why it cannot be made.</summary>
    /// <param name="chair">Who signs.</param>
    /// <param name="day">The day of the letter.</param>
    public LetterDrawing Draw(ReviewFile file, TellingOf what, OutsideBody body, string chair, DateOnly day) =>
        Letters.ReviewLetter(
            templates.Of(Kind(what)),
            Title(what),
            file.Ref.ToString(),
            new()
            {
                ["addressee"] = body == OutsideBody.Panel ? words.PanelAddress : ReviewRecordWording.Of(body),
                ["chair-name"] = chair,
                ["chair-title"] = ChairTitle,
                ["contact"] = $"{words.OperationsName}, {words.OperationsTelephone}, {words.OperationsEmail}",
                ["date"] = ShortDay(day),
                ["decided-date"] = Day(file.DecidedOn),
                ["delay"] = file.Forecasts is [.., var last] ? $"{ReviewRecordWording.Of(last.Reason)}. {last.Text}" : null,
                ["expected-date"] = Day(file.Expected),
                ["kind"] = ReviewRecordWording.Of(file.Plan!.Kind),
                ["limit-date"] = Day(file.Limit),
                ["partnership"] = words.PartnershipName,
                ["publication"] = file.Publication is { } plan ? What(plan) : null,
                ["publication-date"] = Day(file.Publication?.On),
                ["reference"] = file.Ref.ToString(),
                ["reviewers"] = Reviewers(file),
            }
        );

    /// <summary>What it is called.</summary>
    public static string Title(TellingOf what) =>
        what switch
        {
            TellingOf.Decision => "A review was decided on",
            TellingOf.Reviewer => "Who reviews",
            TellingOf.Delay => "A review will be late",
            TellingOf.Report => "Before a review is published",
        };

    private static LetterKind Kind(TellingOf what) =>
        what switch
        {
            TellingOf.Decision => LetterKind.ReviewDecided,
            TellingOf.Reviewer => LetterKind.ReviewPeople,
            TellingOf.Delay => LetterKind.ReviewDelayed,
            TellingOf.Report => LetterKind.ReviewReport,
        };

    private static string? Day(DateOnly? day) => day is { } one ? Written.Day(one) : null;

    private static string What(Publication plan) =>
        plan.Form switch
        {
            PublicationForm.Report => "the report",
            PublicationForm.ImprovementsOnly => $"the improvements alone, because: {plan.Why.TrimEnd('.')}",
            PublicationForm.Nothing => $"nothing, because: {plan.Why.TrimEnd('.')}",
        };

    private static string Reviewers(ReviewFile file)
    {
        var people = file.ToldOutside()
            .Select(one => $"{ReviewRecordWording.Named(one.Who)} ({ReviewRecordWording.Short(one.Who.Role)})")
            .ToList();
        return people.Count > 0 ? string.Join("; ", people) : "nobody is appointed yet; we write to you when somebody is";
    }
}
