using AdaptiveCards;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Cases.Reviewing;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.SecuredRecords;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Cards.Forms;
using SafeguardingTeams.Presentation.Steps.Scoping;
using SafeguardingTeams.Presentation.Wording;
using static SafeguardingTeams.Presentation.Cards.Forms.ReviewParts;
using static SafeguardingTeams.Presentation.Cards.Parts;
using static SafeguardingTeams.Presentation.Wording.Written;

namespace SafeguardingTeams.Presentation.Steps.SecuredRecords;

/// <summary>Securing an agency's records: four confirmations, each for itself, and the manifest of its folder (B9).</summary>
public static class SecuringCards
{
    private const int FilesShown = 12;

    /// <summary>Where the four steps stand, and what lies in the folder.</summary>
    public static AdaptiveCard Overview(CaseFile file, ReviewAgency agency, Notice? notice, CardContext context)
    {
        var securing = agency.Securing;
        (string, string)[] key = [("agency", agency.Key)];
        ActionExecute Confirm(string title, SecuringStep step, bool done) =>
            Go(file, context, title, Verbs.SecuringConfirm, [.. key, ("what", step.ToString())]) is var button && done
                ? button
                : button.Main();
        var may = StepRules.MayTake(Step.SecureRecords, file, context.Viewer);
        return Card([
            Top(notice),
            Reference(file),
            Heading("Secure the agency's records"),
            Fact("Agency", agency.Name),
            Say(
                "All records and files of the case are kept where staff of the agency can reach them only through its "
                    + "representative or a nominee. Four steps, each confirmed for itself; to confirm again puts it right."
            ),
            securing.Alarm.Length > 0
                ? Top(
                    new(
                        NoticeKind.Problem,
                        $"Access to the secured folder is not what it should be. {context.Words.OperationsName} are seeing to it."
                    )
                )
                : null,
            Fact("1. Involvement checked", ReviewWords.Said(securing.InvolvementChecked)),
            Fact("2. Records secured", ReviewWords.Said(securing.Secured)),
            Fact("3. Nominee", securing.Nominee is null ? "not named yet" : ReviewWords.Who(securing.Nominee)),
            Fact("4. Working copy", ReviewWords.Said(securing.WorkingCopy)),
            .. may
                ? InRows(
                    Confirm("Involvement checked", SecuringStep.InvolvementChecked, securing.InvolvementChecked is not null),
                    Confirm("Records secured", SecuringStep.Secured, securing.Secured is not null),
                    Go(file, context, securing.Nominee is null ? "Name the nominee" : "Change the nominee", Verbs.Nominee, key),
                    Confirm("Working copy", SecuringStep.WorkingCopy, securing.WorkingCopy is not null)
                )
                : [],
            .. Folder(file, agency, context),
            .. InRows(Upload(file, agency, context), InSharePoint(file, agency, context), MyAgencyCard.BackTo(file, agency, context)),
        ]);
    }

    /// <summary>One step confirmed: what, in the agency's own words, and when.</summary>
    public static AdaptiveCard Confirm(CaseFile file, ReviewAgency agency, SecuringStep step, Filled filled, CardContext context)
    {
        var there = step switch
        {
            SecuringStep.InvolvementChecked => agency.Securing.InvolvementChecked,
            SecuringStep.Secured => agency.Securing.Secured,
            SecuringStep.WorkingCopy => agency.Securing.WorkingCopy,
        };
        var (title, explained, label) = step switch
        {
            SecuringStep.InvolvementChecked => (
                "Involvement checked",
                "Confirm that every system and paper file was searched for the child and the family, and what was found.",
                "What was found? Such as: two paper files and an electronic record; or: nothing."
            ),
            SecuringStep.Secured => (
                "Records secured",
                "Confirm that all records were taken to a secure place, or locked on the system, so that staff reach them only "
                    + "through the representative or the nominee.",
                "Where are they now? Such as: a locked cabinet in the safeguarding office."
            ),
            SecuringStep.WorkingCopy => (
                "Working copy",
                "Where ongoing work needs the records, a copy is made and that copy is secured too.",
                "Was a copy made, and where is it? If none is needed, say so."
            ),
        };
        return Small(
            file,
            filled,
            context,
            title,
            [Fact("Agency", agency.Name), Fact("Recorded now", ReviewWords.Said(there))],
            [explained],
            [
                .. Line(filled, context, "said", label, there?.What ?? "", isLong: true),
                .. Date(filled, context, "date", "On which day was this so?", Iso(there?.On ?? context.Today)),
                there is null ? null : StepForm.Reason(filled, context, "Why is it put right? What is recorded now stays on the record."),
            ],
            Go(file, context, "Confirm it", Verbs.SecuringConfirm, ("agency", agency.Key), ("what", step.ToString()), (Verbs.Do, "yes"))
                .Main(),
            Back(file, agency, context)
        );
    }

    /// <summary>Who alone may reach the records.</summary>
    /// <param name="people">The people of that agency in the partnership's list.</param>
    /// <param name="filled">What was typed.</param>
    public static AdaptiveCard Nominee(
        CaseFile file,
        ReviewAgency agency,
        IReadOnlyList<Actor> people,
        Filled filled,
        CardContext context
    ) =>
        Small(
            file,
            filled,
            context,
            agency.Securing.Nominee is null ? "Name the nominee" : "Change the nominee",
            [Fact("Agency", agency.Name), Fact("Nominee now", ReviewWords.Who(agency.Securing.Nominee))],
            [
                "Through this one person alone the agency's staff reach the secured records. The folder is opened to the "
                    + "account with their email address, and to nobody else of the agency.",
                .. agency.Securing.Nominee is null
                    ? Array.Empty<string>()
                    : ["The new nominee has access before the earlier one loses it."],
            ],
            [
                .. Person(
                    filled,
                    context,
                    "nominee",
                    "Nominee",
                    people,
                    Go(file, context, "Find", Verbs.Nominee, ("agency", agency.Key), (Verbs.Do, Finding.Do)),
                    agency.Securing.Nominee?.PersonId ?? ""
                ),
                agency.Securing.Nominee is null ? null : StepForm.Reason(filled, context, "Why is the nominee changed?"),
            ],
            Go(file, context, "Save the nominee", Verbs.Nominee, ("agency", agency.Key), (Verbs.Do, "yes")).Main(),
            Back(file, agency, context)
        );

    /// <summary>For the nominee: the folder they may reach, and what lies in it.</summary>
    public static AdaptiveCard OfTheNominee(CaseFile file, ReviewAgency agency, Notice? notice, CardContext context) =>
        Card([
            Top(notice),
            Reference(file),
            Heading("You may open secured records"),
            Fact("Agency", agency.Name),
            Say(
                "The agency has named you as the one person through whom its staff reach the records of this case. Nobody else "
                    + "of the agency can open the folder. Every look and every file is on the record."
            ),
            .. InRows(InSharePoint(file, agency, context), Upload(file, agency, context), Button(context, "Home", Verbs.Home)),
            .. Folder(file, agency, context),
        ]);

    private static ActionOpenUrl? Upload(CaseFile file, ReviewAgency agency, CardContext context) =>
        file.Review.AccessEnded ? null : Link(context, "Open the upload page", $"secured/{Code(file.Id)}/{agency.Key}");

    /// <summary>The folder itself, for those it opens to.</summary>
    internal static ActionOpenUrl? InSharePoint(CaseFile file, ReviewAgency agency, CardContext context) =>
        ReviewVisibility.OpensRecords(file, context.Viewer, agency)
            ? Link(context, "Open the folder in SharePoint", $"documents/{Code(file.Id)}/secured/{agency.Key}")
            : null;

    private static ActionExecute Back(CaseFile file, ReviewAgency agency, CardContext context) =>
        Go(file, context, "Back to securing the records", Verbs.Securing, ("agency", agency.Key));

    private static IEnumerable<Element> Folder(CaseFile file, ReviewAgency agency, CardContext context)
    {
        yield return Subheading("What lies in the secured folder");
        yield return Say(
            file.Review.AccessEnded
                ? "Access has ended: only the operational team can open it. What lies in it stays."
                : "Files are put in through the upload page, each with a few words that say what it is. In the folder they are named by "
                    + "the reference and a mark of their content, whatever they were called before."
        );
        foreach (var one in agency.Securing.Files.TakeLast(FilesShown))
        {
            yield return Fact(
                FileWords.What(one),
                $"{one.Name}, {FileWords.Size(one.Size)}, {Moment(one.At)}, by {one.By}. "
                    + $"SHA-256 begins {one.Sha256[..Math.Min(12, one.Sha256.Length)]}"
            );
        }

        if (agency.Securing.Files.Count > FilesShown)
        {
            yield return Aside($"and {agency.Securing.Files.Count - FilesShown} earlier ones; the upload page shows all");
        }

        if (agency.Securing.Files.IsEmpty)
        {
            yield return Aside("Nothing yet.");
        }
    }
}
