using AdaptiveCards;
using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Cases.Reviewing;
using SafeguardingTeams.Domain.Forms.ScopingRequest;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.Scoping;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Cards.Forms;
using SafeguardingTeams.Presentation.Cards.Layout;
using SafeguardingTeams.Presentation.Wording;
using static SafeguardingTeams.Presentation.Cards.Forms.ReviewParts;
using static SafeguardingTeams.Presentation.Cards.Parts;
using static SafeguardingTeams.Presentation.Wording.Written;

namespace SafeguardingTeams.Presentation.Steps.Scoping;

/// <summary>
/// For an agency's representative (RO9): why it is asked, the four things, by when, and where it stands. Nothing of other agencies
/// (B9, F2).
/// </summary>
public static class MyAgencyCard
{
    /// <param name="begunBy">Who began the return and answers for the agency no longer; empty where nobody did.</param>
    public static AdaptiveCard Draw(CaseFile file, ReviewAgency agency, Notice? notice, CardContext context, string begunBy = "") =>
        Card([
            Top(notice),
            Reference(file),
            Heading("Your agency's part"),
            Fact("Agency", agency.Name),
            Fact(
                "The return",
                agency.Return switch
                {
                    null => ReviewWords.State(file, agency, context.Now),
                    { Heard: not null } told => $"{ReviewWords.State(file, agency, context.Now)} by {told.By}",
                    var given => $"{ReviewWords.State(file, agency, context.Now)}; {ReviewWords.By(given)}",
                }
            ),
            begunBy.Length > 0 && agency.Return is null
                ? Fact(
                    "The form is begun",
                    $"by {begunBy}, who answered for the agency before you. Press “Return the form” to go on with it."
                )
                : null,
            Fact("The records", ReviewWords.Secured(agency)),
            .. InRows(First(file, agency, context)),
            Subheading("Why you are asked"),
            Say(
                "The national Panel has been notified of a serious safeguarding incident, and the safeguarding partners review "
                    + "it. Your agency may know the child or the family. You see here what concerns your agency, and nothing of "
                    + "other agencies."
            ),
            Fact("In short", new RequestAnswers(file.Review.Request).Outline),
            .. AskedAbout(file).Select(asked => Fact(asked.Label, asked.Text)),
            Subheading("What is asked of your agency"),
            .. SendCards.FourAsks.Select(ask => Say(ask) with { Spacing = "small" }),
            agency.Return is null && ReviewWords.ReturnBy(file, agency) is { } by ? Fact("Return the form by", by) : null,
            file.Clock(Timescales.Report.Id) is { } report
                ? Fact(
                    "The Rapid Review is complete by",
                    $"{Day(report.Deadline.DueDay)}, counted from {Clocks.From(report.Deadline.Anchor)}"
                )
                : null,
            .. Meeting(file, agency, context),
            Fact(
                "If you need help",
                $"{context.Words.OperationsName}, {context.Words.OperationsTelephone}, {context.Words.OperationsEmail}"
            ),
            .. InRows(Others(file, agency, context)),
        ]);

    /// <summary>What the agency looks at (B4): the period, and the summary of the case, as the form says them.</summary>
    public static IReadOnlyList<(string Label, string Text)> AskedAbout(CaseFile file) =>
        [
            .. new RequestAnswers(file.Review.Request) is { From: { } from, To: { } to }
                ? [("Look at the period", $"from {ShortDay(from)} to {ShortDay(to)}. Information from earlier or later is welcome.")]
                : Array.Empty<(string, string)>(),
            .. new RequestAnswers(file.Review.Request).Summary is { Length: > 0 } summary
                ? [("Summary of the case", summary)]
                : Array.Empty<(string, string)>(),
        ];

    /// <summary>Confirms in one step more that the family is not known (B7).</summary>
    public static AdaptiveCard Nil(CaseFile file, ReviewAgency agency, Filled filled, CardContext context) =>
        Small(
            file,
            filled,
            context,
            "Family not known to the agency",
            [Fact("Agency", agency.Name)],
            [
                "Confirm it only after all systems and paper records have been searched for everybody named in section 1 of "
                    + "the form. It counts as the agency's return.",
                .. agency.Return is null
                    ? Array.Empty<string>()
                    : ["A return is on the record already. It stays there; this one stands in its place from now on."],
            ],
            [
                .. agency.Representative?.PersonId == context.Viewer.PersonId ? [] : Heard(agency.Return?.Heard, filled, context),
                agency.Return is null ? null : StepForm.Reason(filled, context, "Why is the return put right?"),
            ],
            Go(
                    file,
                    context,
                    "Confirm: the family is not known",
                    Verbs.NilReturn,
                    ("agency", agency.Key),
                    ("again", agency.Return is null ? "no" : "yes"),
                    (Verbs.Do, "yes")
                )
                .Main(),
            BackTo(file, agency, context)
        );

    /// <summary>For operations, who enter it for an agency: who told them, how and when.</summary>
    private static IEnumerable<Element?> Heard(HeardFrom? there, Filled filled, CardContext context) =>
        [
            .. Line(filled, context, "who", "Who told you? Name and job title", there?.Who ?? ""),
            .. Choose(
                filled,
                context,
                "heard",
                "How did they tell you?",
                Enum.GetValues<HeardBy>().Select(how => new InputChoice(ReviewWords.How(how), how.ToString())),
                there?.How.ToString() ?? ""
            ),
            .. Date(filled, context, "date", "On which day did they say so?", Iso(there?.On ?? context.Today)),
        ];

    /// <summary>Back to where the viewer looks at an agency from: their own, or for operations the desk.</summary>
    internal static ActionExecute BackTo(CaseFile file, ReviewAgency agency, CardContext context) =>
        agency.Representative?.PersonId == context.Viewer.PersonId
            ? Go(file, context, "Back to my agency's part", Verbs.MyAgency, ("agency", agency.Key))
            : Go(file, context, "Back to the agency", Verbs.AgencyDesk, ("agency", agency.Key));

    /// <summary>
    /// When and where the meeting is and who comes for the agency, until it has agreed; and whom to tell, because nobody but
    /// operations invites (B11, B12).
    /// </summary>
    private static IEnumerable<Element> Meeting(CaseFile file, ReviewAgency agency, CardContext context)
    {
        if (file.Stage is not (Stage.Notified or Stage.UnderReview))
        {
            yield break;
        }

        var coming = file
            .Review.Attendees.Where(attendee => attendee.AgencyKey == agency.Key)
            .Select(attendee => attendee.Contact.Display)
            .ToList();
        yield return Subheading("The Rapid Review meeting");
        yield return Fact(
            "When and where",
            file.Review.Meeting is { } meeting ? ReviewWords.How(meeting) : "it is being planned; the invitation comes by Outlook"
        );
        yield return Fact("Invited for your agency", coming.Count > 0 ? string.Join("; ", coming) : "nobody yet");
        yield return Fact(
            coming.Count > 0 ? "If somebody else comes" : "Who comes for your agency",
            $"tell {context.Words.OperationsName}, {context.Words.OperationsTelephone}, {context.Words.OperationsEmail}: "
                + "somebody senior who was not involved in the case. Only people who are invited can declare that and read the "
                + "papers."
        );
    }

    private static IEnumerable<CardButton?> First(CaseFile file, ReviewAgency agency, CardContext context)
    {
        (string, string)[] key = [("agency", agency.Key)];
        var mayReturn = StepRules.MayTake(Step.ReturnScoping, file, context.Viewer);
        return
        [
            mayReturn && agency.Return is null ? Go(file, context, "Return the form", Verbs.ReturnForm, key).Main() : null,
            mayReturn && agency.Return is null ? Go(file, context, "The family is not known", Verbs.NilReturn, key) : null,
            StepRules.MayTake(Step.SecureRecords, file, context.Viewer) && agency.Return is not { Known: false }
                ? Secure(Go(file, context, "Secure the records", Verbs.Securing, key), agency)
                : null,
            mayReturn && agency.Return is not null ? Go(file, context, "Put the return right", Verbs.ReturnForm, key) : null,
            mayReturn && agency.Return is { Known: true }
                ? Go(file, context, "The family is not known after all", Verbs.NilReturn, key).BehindMore()
                : null,
            agency.Return is { Known: true } ? Go(file, context, "Read what was returned", Verbs.ReadReturn, key) : null,
        ];
    }

    private static ActionExecute Secure(ActionExecute button, ReviewAgency agency) =>
        agency.Return is not null && !agency.Securing.IsComplete ? button.Main() : button;

    private static IEnumerable<CardButton?> Others(CaseFile file, ReviewAgency agency, CardContext context) =>
        [
            .. ReviewVisibility
                .Agencies(file, context.Viewer)
                .Where(other => other.Key != agency.Key)
                .Select(other => Go(file, context, $"Go to {Inputs.Cut(other.Name, 60)}", Verbs.MyAgency, ("agency", other.Key))),
            Link(context, "Open the letter", $"documents/{Code(file.Id)}/letter/{agency.Key}"),
            Link(context, "Open the form (Word)", $"documents/{Code(file.Id)}/form/{agency.Key}"),
            ReviewVisibility.Seat(file, context.Viewer) is null ? null : Go(file, context, "My part in the meeting", Verbs.MyMeeting),
            ReviewVisibility.SeesCase(file, context.Viewer) ? ToTheCase(file, context) : null,
            Go(file, context, "Timeline", Verbs.Timeline).BehindMore(),
            Button(context, "Home", Verbs.Home),
        ];
}
