using static SafeguardingTeams.Domain.Forms.Ask;
using static SafeguardingTeams.Domain.Forms.Needed;

namespace SafeguardingTeams.Domain.Forms.InitialScoping;

/// <summary>
/// Initial scoping and information sharing form for a Rapid Review (process document, appendix iii), as an agency returns it: who
/// completed it, section 1 compared with its own records (B4), sections 2.1 to 2.5 (B6).
/// </summary>
public static class InitialScopingV1
{
    /// <summary>The form's id.</summary>
    public const string FormId = "initial-scoping";

    /// <summary>The page on which section 1 is compared.</summary>
    public const string Family = "family";

    /// <summary>The page on which the agency says how it was involved, in the period it was asked about.</summary>
    public const string Involvement = "involvement";

    /// <summary>The rows of dated events.</summary>
    public const string Chronology = "chronology";

    /// <summary>The agencies it names as involved (B8).</summary>
    public const string OtherAgencies = "otheragencies";

    public static Form Form { get; } =
        new(
            FormId,
            1,
            "Initial scoping and information sharing form",
            [Completed, Matching, Involved, Services, Events, Practice, Together, Others, Further]
        );

    private static Page Completed =>
        new Page.Single(
            "completed",
            "Who completes this form",
            "",
            "B6",
            [
                Line("name", "Your name", Required),
                Line("title", "Your job title", Required),
                Line("agency", "Your agency", Required),
                .. Contact(Required, Required),
                Day("date", "Date completed", Required),
            ]
        );

    private static Page Matching =>
        new Page.Matching(
            Family,
            "Section 1: does this match what you hold?",
            "Check each detail against your own systems and say where they differ: a different spelling, date or address can matter.",
            "B4, B6",
            [
                OneOf(
                    "answer",
                    "What do your records say?",
                    Choice(
                        (ComparedDetail.Matches, "The same"),
                        (ComparedDetail.Differs, "Something else"),
                        (ComparedDetail.NotHeld, "We do not hold this")
                    ),
                    Required
                ),
                Text("how", "If something else: what do they say?", Optional, most: 1000).If("answer", ComparedDetail.Differs),
            ]
        );

    private static Page Involved =>
        new Page.Single(
            Involvement,
            "2.1 Your agency's involvement",
            "The key events in order of time, with the child and with the others named in section 1. What the summary of the "
                + "case says already need not be said again.",
            "B6",
            [Text("summary", "In short: how was your agency involved?", Required, "", 6000)]
        );

    private static Page Services =>
        new Page.Repeating(
            "services",
            "2.1 Services you provided",
            "Each service, and when it started and ended.",
            "B6",
            "service",
            0,
            20,
            [
                new(
                    "Service",
                    [
                        Line("service", "Service", Required),
                        Line("who", "For whom?", Required, "Such as: the child, the mother."),
                        When("started", "Started", Wanted),
                        When("ended", "Ended", Optional, "As far as it is known. Leave it empty if it goes on."),
                    ]
                ),
            ]
        );

    private static Page Events =>
        new Page.Repeating(
            Chronology,
            "2.1 Key events",
            "Every event you hold, with where it is recorded and when it was, as far as that is known: 5 November 2026, March 2019, "
                + "about 2015. What the summary of the case says already need not be said again.",
            "B6",
            "event",
            0,
            200,
            [
                new(
                    "Event",
                    [
                        When("date", "When", Required),
                        new Question("time", "Time, if known", new AnswerKind.Time(), Optional),
                        Text("event", "What happened?", Required, most: 2000),
                        Line("source", "Where is it recorded?", Required, "Such as: health visiting record, custody record."),
                    ]
                ),
            ]
        );

    private static Page Practice =>
        new Page.Single(
            "practice",
            "2.2 Practice in your agency",
            "What was done well, and what could be learned. Keep to evidence and to the system, not to who did or did not do what.",
            "B6, F4",
            [
                Text("outstanding", "What was outstanding?", Wanted, "If nothing, say so.", 4000),
                Text("learning", "What could be learned?", Required, "If nothing, say so.", 4000),
            ]
        );

    private static Page Together =>
        new Page.Single(
            "together",
            "2.3 How partners worked together",
            "",
            "B6",
            [
                Text(
                    "concerns",
                    "Is there anything in how partners worked together to safeguard the child that concerns you?",
                    Required,
                    "If nothing, say so.",
                    4000
                ),
            ]
        );

    private static Page Others =>
        new Page.Repeating(
            OtherAgencies,
            "2.4 Other agencies",
            "Agencies you know to have been involved. One that has not been asked yet is asked.",
            "B6, B8",
            "agency",
            0,
            20,
            [new("Other agency", [Line("agency", "Agency", Required), Text("details", "How was it involved?", Wanted, most: 1000)])]
        );

    private static Page Further =>
        new Page.Single(
            "further",
            "2.5 Anything else",
            "",
            "B6",
            [Text("information", "Anything else the Rapid Review should know", Optional, "", 4000)]
        );
}
