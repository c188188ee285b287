using System.Collections.Immutable;
using AdaptiveCards;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Cases.Reviewing;
using SafeguardingTeams.Domain.Forms;
using SafeguardingTeams.Domain.Forms.RapidReviewReport;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.Meeting;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Cards.Forms;
using SafeguardingTeams.Presentation.Wording;
using static SafeguardingTeams.Presentation.Cards.Forms.ReviewParts;
using static SafeguardingTeams.Presentation.Cards.Parts;
using static SafeguardingTeams.Presentation.Wording.Written;

namespace SafeguardingTeams.Presentation.Steps.Meeting;

/// <summary>At the meeting, for the Chair and operations: who is here, the record, the recommendation (B14 to B19).</summary>
public static class AtMeetingCards
{
    private const int SeatsShown = 24;

    /// <summary>Where the meeting stands: the quorum on top, then what is missing.</summary>
    public static AdaptiveCard Overview(CaseFile file, Notice? notice, CardContext context)
    {
        var review = file.Review;
        var quorate = Quorum.Missing(review.Attendees).IsEmpty;
        var missing = review.Agreed is null ? AgreeRecommendation.Missing(file, context.Today, context.Now) : [];
        bool May(Step step) => StepRules.MayTake(step, file, context.Viewer);
        return Card([
            Top(notice),
            Reference(file),
            Heading("At the Rapid Review meeting"),
            Top(new(quorate ? NoticeKind.Information : NoticeKind.Problem, ReviewWords.AtTheMeeting(file))),
            .. InRows(
                May(Step.RecordMeeting)
                    ? Go(file, context, "Record who is here", Verbs.Attendance) is var who && quorate
                        ? who
                        : who.Main()
                    : null,
                May(Step.RecordMeeting)
                    ? Go(file, context, review.Agreed is null ? "Fill in the record" : "Put the record right", Verbs.MeetingRecord)
                    : null,
                May(Step.AgreeRecommendation) && missing.IsEmpty ? Go(file, context, "Agree the recommendation", Verbs.Agree).Main() : null,
                May(Step.ReopenRecommendation) ? Go(file, context, "Open the recommendation again", Verbs.Reopen) : null,
                Go(file, context, "The papers", Verbs.Papers)
            ),
            Fact("When and where", review.Meeting is { } meeting ? ReviewWords.How(meeting) : "no meeting is planned"),
            .. Seats(file),
            .. Record(file),
            .. missing.IsEmpty ? [] : Items(missing).Prepend(Subheading("Missing before a recommendation can be agreed")),
            .. InRows(
                Permissions.SeesAs(file, context.Viewer, [Role.Operations]) ? ToTheReview(file, context) : null,
                ToTheCase(file, context)
            ),
        ]);
    }

    /// <summary>Who is at the meeting: those invited can be ticked (B14).</summary>
    public static AdaptiveCard Attendance(CaseFile file, Filled filled, CardContext context) =>
        Small(
            file,
            filled,
            context,
            "Who is at the meeting?",
            file.Review.Attendees.Where(attendee => !attendee.IsEligible)
                .Select(attendee => Fact(attendee.Contact.Display, ReviewWords.Counts(attendee))),
            [
                "Tick everybody who takes part, in the room, on the telephone or online. The quorum is counted from those who "
                    + "have declared to be senior and not involved.",
                "Somebody who has come and is not in the list has to be invited first; operations can do that now, and record "
                    + "what they declare.",
            ],
            [
                .. file.Review.Attendees.IsEmpty
                    ? [Aside("Nobody is invited.")]
                    : Choose(
                        filled,
                        context,
                        "present",
                        "At the meeting",
                        file.Review.Attendees.Select(attendee => new InputChoice(
                            $"{attendee.Contact.Display}, "
                                + $"{attendee.AgencyName}"
                                + (attendee.Partner is { } partner ? $" (for {ReviewWords.Partner(partner)})" : ""),
                            attendee.Key
                        )),
                        string.Join(',', file.Review.Attendees.Where(attendee => attendee.Present).Select(attendee => attendee.Key)),
                        several: true
                    ),
                file.Review.Agreed is not null ? StepForm.Reason(filled, context, "The report shows this: why is it put right?")
                : file.Review.Attendees.Exists(attendee => attendee.Present)
                    ? StepForm.Reason(filled, context, "Why is it put right? Such as: somebody came later.")
                : null,
            ],
            Go(file, context, "Save who is here", Verbs.Attendance, (Verbs.Do, "yes")).Main(),
            Go(file, context, "Back to the meeting", Verbs.AtMeeting)
        );

    /// <summary>Agree the recommendation: read once more, then one button (B17 to B19).</summary>
    public static AdaptiveCard Agree(CaseFile file, Filled filled, CardContext context)
    {
        var missing = AgreeRecommendation.Missing(file, context.Today, context.Now);
        return Small(
            file,
            filled,
            context,
            "Agree the recommendation",
            [
                Top(new(missing.IsEmpty ? NoticeKind.Information : NoticeKind.Problem, ReviewWords.AtTheMeeting(file))),
                .. Items(missing),
                .. Recommendation(file),
            ],
            [
                "Everybody taking part agrees it, or is recorded as not agreeing. The three lead representatives are then "
                    + "asked to approve it, and the meeting's part is done.",
            ],
            [],
            missing.IsEmpty ? Go(file, context, "Agree the recommendation", Verbs.Agree, (Verbs.Do, "yes")).Main() : null,
            Go(file, context, "Back to the meeting", Verbs.AtMeeting)
        );
    }

    /// <summary>Open it again, with a reason (PD16).</summary>
    public static AdaptiveCard Reopen(CaseFile file, Filled filled, CardContext context) =>
        Small(
            file,
            filled,
            context,
            "Open the recommendation again",
            Recommendation(file),
            [
                "What was agreed and approved stays on the record. The meeting's record can be changed again; once it is "
                    + "agreed anew, the three leads are asked anew.",
            ],
            [StepForm.Reason(filled, context, "Why is it opened again?")],
            Go(file, context, "Open it again", Verbs.Reopen, (Verbs.Do, "yes")).Main(),
            Go(file, context, "Back to the meeting", Verbs.AtMeeting)
        );

    /// <summary>The recommendation with its reasons, and who does not agree (B18, B19).</summary>
    internal static IEnumerable<Element> Recommendation(CaseFile file)
    {
        var record = new ReportAnswers(file.Review.Record);
        return
        [
            Fact("It is recommended that this case", Outcomes.Full(file)),
            Fact("Why", record.Rationale is { Length: > 0 } why ? Cut(why, 2500) : "not recorded yet"),
            .. record.OtherOptions is { Length: > 0 } options
                ? [Fact("Other options considered", Cut(options, 1500))]
                : ImmutableList<Element>.Empty,
            Fact(
                "Agreed by everybody",
                record.IsUnanimous ? "yes"
                    : record.IsNotUnanimous ? "no"
                    : "not recorded yet"
            ),
            .. record.Dissent.Select(one => Fact("Does not agree", $"{one.Who}: {Cut(one.Why, 400)}")),
        ];
    }

    private static string Cut(string text, int most) =>
        text.Length <= most ? text : $"{Inputs.Cut(text, most)} (the whole text is in the report)";

    private static IEnumerable<Element> Seats(CaseFile file)
    {
        var present = file.Review.Attendees.Where(attendee => attendee.Present).ToList();
        yield return Subheading("Who is here");
        if (present.Count == 0)
        {
            yield return Aside("Nobody is recorded as present yet.");
        }

        // Those the quorum hangs on come first.
        foreach (
            var attendee in present.OrderByDescending(attendee => attendee is { IsEligible: true, Partner: not null }).Take(SeatsShown)
        )
        {
            yield return Fact(
                attendee.IsEligible ? "Counts" : "Here, and does not count",
                $"{Inputs.Cut(attendee.Contact.Display, 80)}, "
                    + $"{Inputs.Cut(attendee.AgencyName, 80)}"
                    + (attendee.Partner is { } partner ? $", for {ReviewWords.Partner(partner)}" : "")
                    + (attendee.IsEligible ? "" : $": {ReviewWords.Counts(attendee)}")
            );
        }

        if (present.Count > SeatsShown)
        {
            yield return Aside($"and {present.Count - SeatsShown} more");
        }
    }

    private static IEnumerable<Element> Record(CaseFile file)
    {
        var form = RapidReview.ReportForm(file);
        var filled = form.Pages.Count(page =>
            page is Page.Repeating
                ? !file.Review.Record.RowsOf(page.Id).IsEmpty
                : ((Page.Single)page).Questions.Any(question => file.Review.Record[page.Id, question.Id].Length > 0)
        );
        return
        [
            Subheading("The record"),
            Fact("Begun", $"{filled} of {Count(form.Pages.Length, "page", "pages")}"),
            .. Recommendation(file),
        ];
    }
}
