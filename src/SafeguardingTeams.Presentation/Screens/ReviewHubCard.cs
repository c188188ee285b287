using AdaptiveCards;
using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Steps.Scoping;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Cards.Layout;
using SafeguardingTeams.Presentation.Steps.Notification;
using SafeguardingTeams.Presentation.Wording;
using static SafeguardingTeams.Presentation.Cards.Forms.ReviewParts;
using static SafeguardingTeams.Presentation.Cards.Parts;
using static SafeguardingTeams.Presentation.Wording.Written;

namespace SafeguardingTeams.Presentation.Screens;

/// <summary>For operations: the whole Rapid Review in one place, with what is missing and where each thing is done (A13, B2).</summary>
public static class ReviewHubCard
{
    public static AdaptiveCard Draw(CaseFile file, WorkingDayCalendar calendar, Notice? notice, CardContext context)
    {
        var review = file.Review;
        var missing = review.SentAt is null ? SendScoping.Missing(file, context.Today, context.Now) : [];
        return Card([
            Top(notice),
            Reference(file),
            Heading(review.SentAt is null ? "Prepare the Rapid Review" : "The Rapid Review"),
            review.SentAt is null
                ? Say(
                    "Choose the agencies and who answers for each, fill in what they get, set the meeting and invite those who "
                        + "come. Then one button sends letters, forms and invitations."
                )
                : null,
            .. review.SentAt is null ? Missing(missing) : [],
            .. InRows(First(file, missing.IsEmpty, context)),
            Subheading("Dates"),
            .. NotificationCards.Dates(
                file,
                calendar,
                context,
                review.SentAt is null ? ["letters", "returns", "meeting", "report"] : ["returns", "meeting", "report"]
            ),
            Subheading("Agencies"),
            .. review.Agencies.Select(agency => Fact(agency.Name, ReviewWords.State(file, agency, context.Now))),
            review.Agencies.IsEmpty ? Aside("None chosen yet.") : null,
            .. NamedAgencies.Unasked(file) is { IsEmpty: false } unasked
                ? [Fact("Named as involved and not asked", Cards.Forms.Inputs.Cut(string.Join("; ", unasked), 800))]
                : Enumerable.Empty<Element>(),
            Subheading("The meeting"),
            Fact("When and where", review.Meeting is { } meeting ? ReviewWords.How(meeting) : "not planned yet"),
            Fact("Invited", Count(review.Attendees.Count, "person", "people")),
            Fact("Quorum", ReviewWords.Predicted(file)),
            Buttons(ToTheCase(file, context), Go(file, context, "All dates", Verbs.Timetable).BehindMore()),
        ]);
    }

    private static IEnumerable<Element> Missing(IReadOnlyList<string> missing) =>
        missing.Count == 0
            ? [Top(new(NoticeKind.Information, "Everything is there. Look at what will be sent, then send it."))!]
            : Items(missing).Prepend(Subheading("Missing before it can be sent"));

    private static IEnumerable<CardButton?> First(CaseFile file, bool complete, CardContext context) =>
        file.Review.SentAt is null
            ?
            [
                complete ? Go(file, context, "Preview and send", Verbs.SendPreview).Main() : null,
                Go(file, context, "Agencies", Verbs.Agencies),
                Go(file, context, "What goes to the agencies", Verbs.RequestForm),
                Go(file, context, "Date of the meeting", Verbs.MeetingPlan),
                Go(file, context, "Who is invited", Verbs.Attendees),
                complete ? null : Go(file, context, "Preview what is sent", Verbs.SendPreview),
            ]
            :
            [
                Go(file, context, "Agencies", Verbs.Agencies).Main(),
                Go(file, context, "Who is invited", Verbs.Attendees),
                Go(file, context, "The papers", Verbs.Papers),
                Go(file, context, "At the meeting", Verbs.AtMeeting),
                file.Stage == Stage.UnderReview ? Go(file, context, "Date of the meeting", Verbs.MeetingPlan).BehindMore() : null,
                file.Stage == Stage.UnderReview ? Go(file, context, "Correct what was sent", Verbs.RequestForm).BehindMore() : null,
            ];
}
