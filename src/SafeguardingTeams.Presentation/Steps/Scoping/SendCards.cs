using System.Collections.Immutable;
using AdaptiveCards;
using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Cases.Counting;
using SafeguardingTeams.Domain.Cases.Reviewing;
using SafeguardingTeams.Domain.Forms.ScopingRequest;
using SafeguardingTeams.Domain.Steps.Scoping;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Cards.Forms;
using SafeguardingTeams.Presentation.Wording;
using static SafeguardingTeams.Presentation.Cards.Forms.ReviewParts;
using static SafeguardingTeams.Presentation.Cards.Forms.StepForm;
using static SafeguardingTeams.Presentation.Cards.Parts;
using static SafeguardingTeams.Presentation.Wording.Written;

namespace SafeguardingTeams.Presentation.Steps.Scoping;

/// <summary>For operations: what will be sent, and the one button that sends it (B2, B3).</summary>
public static class SendCards
{
    /// <summary>What each agency is asked, in the letter and on its card (B3).</summary>
    internal static ImmutableList<string> FourAsks { get; } =
    [
        "1. Say whether your agency is or was involved with the child or the family named in the form.",
        "2. Complete the form, or confirm in writing that the family is not known.",
        "3. Secure all records and files of the case where staff of your agency can reach them only through you or somebody you nominate.",
        "4. Keep what your agency submits separate from those records.",
    ];

    /// <summary>The preview: the letter's facts, agency by agency, and what is still missing.</summary>
    public static AdaptiveCard Preview(CaseFile file, WorkingDayCalendar calendar, Filled filled, CardContext context, int page = 0)
    {
        var missing = SendScoping.Missing(file, context.Today, context.Now);
        var by = ReturnClock.Expected(file, calendar, context.Now);
        var complete = missing.IsEmpty && file.Review.SentAt is null;
        return Card([
            .. OnTop(filled),
            Reference(file),
            Heading("What will be sent"),
            Say(
                "Each representative gets a mail of their own with the letter and the form, and a card where they have this "
                    + "app. The Outlook invitation carries only the reference, the time and a link: it stands in people's calendars."
            ),
            .. missing.IsEmpty ? [] : Items(missing).Prepend(Subheading("Missing before it can be sent")),
            Subheading("The letter"),
            Fact("To be returned by", $"{DayAndTime(by)}, if it is sent now"),
            Fact("Outline", new RequestAnswers(file.Review.Request).Outline is { Length: > 0 } outline ? outline : "not filled in yet"),
            .. FourAsks.Select(ask => Say(ask) with { Spacing = "small" }),
            Fact("The meeting", file.Review.Meeting is { } meeting ? ReviewWords.How(meeting) : "not planned yet"),
            Subheading("To whom"),
            .. file
                .Review.Agencies.Skip(page * OnOneCard)
                .Take(OnOneCard)
                .SelectMany(agency =>
                    new Element[]
                    {
                        Fact(agency.Name, ReviewWords.Who(agency.Representative)).Apart(),
                        Buttons(
                            Link(context, "Open the letter as a document", $"documents/{Code(file.Id)}/letter/{agency.Key}"),
                            Link(context, "Open the form as a document", $"documents/{Code(file.Id)}/form/{agency.Key}")
                        ) with
                        {
                            Spacing = "small",
                        },
                    }
                ),
            file.Review.Agencies.IsEmpty ? Aside("No agency is chosen.") : null,
            Subheading("The invitation"),
            Fact("Subject", $"Rapid Review meeting {file.Id}"),
            Fact(
                "Sent to",
                string.Join(
                    "; ",
                    file.Review.Attendees.Select(attendee => attendee.Contact.Display)
                        .Concat(file.Review.Agencies.Select(agency => agency.Representative?.Display).OfType<string>())
                        .Append("the Chair")
                        .Append("the Independent Scrutineer")
                        .Distinct(StringComparer.Ordinal)
                )
            ),
            file.Review.Attendees.IsEmpty ? Aside("Nobody is invited yet as an attendee; people can be invited later too.") : null,
            complete ? Buttons(Go(file, context, "Send to all agencies", Verbs.SendScoping, (Verbs.Do, "yes")).Main()) : null,
            .. InRows([.. Turn(file, context, Verbs.SendPreview, file.Review.Agencies.Count, page), ToTheReview(file, context)]),
        ]);
    }
}
