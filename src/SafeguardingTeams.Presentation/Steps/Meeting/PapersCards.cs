using System.Globalization;
using AdaptiveCards;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Cases.Reviewing;
using SafeguardingTeams.Domain.Cases.Triage;
using SafeguardingTeams.Domain.Forms;
using SafeguardingTeams.Domain.Forms.Library;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.Meeting;
using SafeguardingTeams.Domain.Steps.Scoping;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Cards.Forms;
using SafeguardingTeams.Presentation.Steps.Referral;
using SafeguardingTeams.Presentation.Steps.Scoping;
using SafeguardingTeams.Presentation.Wording;
using static SafeguardingTeams.Presentation.Cards.Forms.ReviewParts;
using static SafeguardingTeams.Presentation.Cards.Parts;
using static SafeguardingTeams.Presentation.Wording.Written;

namespace SafeguardingTeams.Presentation.Steps.Meeting;

/// <summary>The papers of the meeting (B13): which are there, which are missing, and each to read.</summary>
public static class PapersCards
{
    public static AdaptiveCard List(CaseFile file, Notice? notice, CardContext context)
    {
        var known = file.Review.Agencies.Where(agency => agency.Return is { Known: true }).ToList();
        bool May(Step step) => StepRules.MayTake(step, file, context.Viewer);
        return Card([
            Top(notice),
            Reference(file),
            Heading("The papers of the meeting"),
            Say("For those who attend, and for nobody else: they hold what agencies know of the child and the family."),
            file.Review.PackSharedAt is { } shared
                ? Fact("Shared", $"{Moment(shared)}; what comes later is added")
                : Fact("Shared", "not yet"),
            Subheading("There, or missing"),
            .. Lines(file, context).Select(line => Fact(line.Paper, line.State)),
            .. InRows([
                .. known.Select(agency =>
                    Go(file, context, $"Read the return: {Inputs.Cut(agency.Name, 60)}", Verbs.ReadReturn, ("agency", agency.Key))
                ),
            ]),
            .. InRows([
                ReviewVisibility.ReadsReferral(file, context.Viewer) ? Go(file, context, "Read the referral", Verbs.ReadReferral) : null,
                .. file.JoinedReferrals.Select(joined =>
                    Link(context, $"Referral {joined.CaseId}", $"documents/{Code(file.Id)}/joined/{Code(joined.CaseId)}")
                ),
                Put(file, PaperKind.NotificationCopy) is null
                    ? null
                    : Link(context, "Open the notification", $"documents/{Code(file.Id)}/notification"),
                Put(file, PaperKind.JointAgencyResponseMinutes) is null
                    ? null
                    : Link(context, "Open the minutes", $"documents/{Code(file.Id)}/joint-agency-response"),
                known.Count > 0 ? Link(context, "Combined chronology", $"documents/{Code(file.Id)}/chronology") : null,
                ReviewVisibility.OpensPack(file, context.Viewer)
                    ? Link(context, "Open all papers in SharePoint", $"documents/{Code(file.Id)}/pack")
                    : null,
                May(Step.SharePack) ? Go(file, context, "Share the documents", Verbs.SharePack).Main() : null,
                May(Step.AddPaper) ? Link(context, "Add the notification", $"papers/{Code(file.Id)}/notification") : null,
                May(Step.AddPaper) && file.JointAgencyResponse is not { State: JointAgencyResponseState.NotNeeded }
                    ? Link(context, "Add the minutes", $"papers/{Code(file.Id)}/joint-agency-response")
                    : null,
                Back(file, context),
            ]),
        ]);
    }

    /// <summary>Share them: with whom, and what is missing by name (B13).</summary>
    public static AdaptiveCard Share(CaseFile file, Filled filled, CardContext context) =>
        Small(
            file,
            filled,
            context,
            "Share the documents",
            [
                Fact("They can read them", Names(file, eligible: true)),
                Fact("Not before they have declared, or not at all", Names(file, eligible: false)),
                Fact(
                    "Missing",
                    string.Join("; ", Lines(file, context).Where(line => line.IsMissing).Select(line => line.Paper))
                        is { Length: > 0 } missing
                        ? missing
                        : "nothing"
                ),
            ],
            [
                "What is missing now is added as it comes, and who declares later can read it from then on. Nobody who has not "
                    + "declared to be senior and not involved can open anything.",
            ],
            [],
            Go(file, context, "Share the documents", Verbs.SharePack, (Verbs.Do, "yes")).Main(),
            Go(file, context, "Back to the papers", Verbs.Papers)
        );

    /// <summary>One section of an agency's return.</summary>
    /// <param name="section">The index of the form's page.</param>
    /// <param name="from">The first row of a repeating section to show.</param>
    public static AdaptiveCard Read(CaseFile file, ReviewAgency agency, int section, int from, CardContext context)
    {
        var given = agency.Return!;
        var form = FormLibrary.Get(given.FormId, given.FormVersion);
        section = Math.Clamp(section, 0, form.Pages.Length - 1);
        var page = form.Pages[section];
        ActionExecute To(string title, int to, int row) =>
            Go(
                file,
                context,
                title,
                Verbs.ReadReturn,
                ("agency", agency.Key),
                ("page", to.ToString(CultureInfo.InvariantCulture)),
                ("row", row.ToString(CultureInfo.InvariantCulture))
            );
        return Card([
            Aside($"{form.Title} {file.Id}, section {section + 1} of {form.Pages.Length}"),
            Heading(page.Title),
            Fact("Agency", agency.Name),
            Fact("Returned", $"{Moment(given.At)}, {ReviewWords.By(given)}"),
            .. ReferralCard.Section(given.Answers, page, from),
            .. InRows(
                ReferralCard.Next(given.Answers, page, from) is { } next ? To("More of this section", section, next).Main()
                    : section + 1 < form.Pages.Length ? To("Next section", section + 1, 0).Main()
                    : null,
                section > 0 ? To("Previous section", section - 1, 0) : null,
                ReviewVisibility.ReadsReturns(file, context.Viewer) ? Go(file, context, "Back to the papers", Verbs.Papers) : null,
                agency.Representative?.PersonId == context.Viewer.PersonId ? MyAgencyCard.BackTo(file, agency, context) : null
            ),
        ]);
    }

    /// <summary>Each paper of the pack, and whether it is there.</summary>
    private static IEnumerable<(string Paper, string State, bool IsMissing)> Lines(CaseFile file, CardContext context)
    {
        yield return ("The referral", $"there, sent {Moment(file.Referral!.SentAt)}", false);
        foreach (var joined in file.JoinedReferrals)
        {
            yield return ($"The referral {joined.CaseId}, joined to it", "there", false);
        }

        yield return Put(file, PaperKind.NotificationCopy) is { } copy
            ? ("Copy of the notification to the national Panel", $"there: {copy.Name}", false)
            : (
                "Copy of the notification to the national Panel",
                "missing"
                    + (
                        file.Notification is { } sent
                            ? $": it was sent {Moment(sent.SentAt)}, reference {sent.Reference}, and its copy is not put in yet"
                            : ": not recorded as sent yet"
                    ),
                true
            );
        const string Minutes = "Joint Agency Response minutes";
        yield return (Put(file, PaperKind.JointAgencyResponseMinutes), file.JointAgencyResponse) switch
        {
            ({ } put, _) => (Minutes, $"there: {put.Name}", false),
            (_, { State: JointAgencyResponseState.NotNeeded }) => (Minutes, "none: no response was held and none is due", false),
            (_, { State: JointAgencyResponseState.Held } held) => (
                Minutes,
                $"missing: they are not put in yet{(held.Note.Length > 0 ? $". {held.Note}" : "")}",
                true
            ),
            (_, { State: JointAgencyResponseState.Due }) => (Minutes, "missing: the response is still due", true),
            _ => (Minutes, "missing: it is not known whether a response was held", true),
        };
        foreach (var agency in file.Review.Agencies.Where(agency => agency.TakenOff is null))
        {
            yield return (
                $"Return of {agency.Name}",
                agency.Return is null
                    ? $"missing; {ReviewWords.State(file, agency, context.Now)}"
                    : ReviewWords.State(file, agency, context.Now),
                agency.Return is null
            );
        }
    }

    private static AddedPaper? Put(CaseFile file, PaperKind kind) => ReviewVisibility.Uploaded(file, kind);

    private static string Names(CaseFile file, bool eligible) =>
        string.Join(
            "; ",
            file.Review.Attendees.Where(attendee => attendee.IsEligible == eligible).Select(attendee => attendee.Contact.Display)
        )
            is { Length: > 0 } names
            ? names
            : "nobody";

    private static ActionExecute Back(CaseFile file, CardContext context) =>
        Permissions.SeesAs(file, context.Viewer, [Role.Operations]) ? ToTheReview(file, context)
        : ReviewVisibility.SeesCase(file, context.Viewer) ? ToTheCase(file, context)
        : Go(file, context, "Back to my part in the meeting", Verbs.MyMeeting);
}
