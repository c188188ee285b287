using static SafeguardingTeams.Domain.Forms.Ask;
using static SafeguardingTeams.Domain.Forms.Needed;

namespace SafeguardingTeams.Domain.Forms.PracticeLearning;

/// <summary>
/// Referral for practice learning (process document, appendix vi): its own fields and wording (D2). What went well is asked in words of
/// its own, and pages about a child are left out where it is not about one.
/// </summary>
public static partial class PracticeLearningV1
{
    /// <summary>The form's id.</summary>
    public const string FormId = "practice-learning-referral";

    internal const string Lead = "lead";

    /// <summary>The page that asks for the kind of learning, and whom it is about.</summary>
    public const string Learning = "learning";

    internal const string Kinds = "kinds";
    internal const string About = "concerns";
    internal const string Children = "children";
    internal const string GoodPractice = "good-practice";
    internal const int LongestOutline = 8000;

    private static readonly PageCondition AboutAChild = new(Learning, About, false, ["none"]);
    private static readonly PageCondition WentWell = new(Learning, Kinds, true, [GoodPractice]);

    /// <summary>What can be referred (D1). Several may be chosen.</summary>
    /// <summary>The kinds of practice learning (D1).</summary>
    public static AnswerKind.Several KindsOfLearning { get; } =
        new([
            new("near-miss", "A near miss: serious harm was averted"),
            new("no-harm", "Something went wrong, without serious harm"),
            new("new-challenge", "A new safeguarding challenge"),
            new("feedback", "Feedback from a child or family"),
            new("working-together", "How services worked together"),
            new("poor-practice", "Poor practice"),
            new("theme", "A theme that is emerging"),
            new("dispute", "A disagreement that was resolved and holds wider learning"),
            new(GoodPractice, "Good practice"),
            new("other", "Something else"),
        ]);

    public static Form Form { get; } =
        new(
            FormId,
            1,
            "Referral for practice learning",
            [
                Referrer,
                SafeguardingLead,
                WhatKind,
                ChildrenPage with
                {
                    AskedWhen = AboutAChild,
                },
                Incident with
                {
                    AskedWhen = AboutAChild,
                },
                Family with
                {
                    AskedWhen = AboutAChild,
                },
                Agencies,
                WhatWentWell with
                {
                    AskedWhen = WentWell,
                },
                Outline with
                {
                    AskedWhen = WentWell with { Is = false },
                },
                Chronology,
                Additional,
            ]
        );

    private static Page Referrer =>
        new Page.Single(
            "referrer",
            "About you",
            "The person making this referral. We have filled in what Teams knows of you; change what is wrong.",
            "D2",
            [
                Line("name", "Your name", Required),
                Line("title", "Your job title", Required),
                Line("agency", "Your agency", Required),
                .. Contact(Required, Required),
            ]
        );

    private static Page SafeguardingLead =>
        new Page.Single(
            Lead,
            "Your safeguarding lead",
            "A referral for practice learning needs the agreement of your agency's designated safeguarding lead or representative. We ask "
                + "them once you have sent it; a word with them before is a kindness.",
            "D1, D2",
            [
                Line("name", "Their name", Required),
                Line("title", "Their job title", Wanted),
                Line("agency", "Their agency", Wanted),
                Line("telephone", "Telephone number", Wanted, format: LineFormat.Telephone, most: 40),
                Line("email", "Email address", Required, "We find them by it.", LineFormat.Email, 120),
                Day("spoken", "The day you spoke to them about it", Optional, "Leave it empty if you have not yet."),
            ]
        );

    private static Page WhatKind =>
        new Page.Single(
            Learning,
            "What can be learned?",
            "",
            "D1, D2",
            [
                new(Kinds, "What kind of learning is it?", KindsOfLearning, Required, "Choose all that fit. Good practice counts as much."),
                Text("learn", "Briefly, what do you think could be learned?", Required, "Two or three sentences are enough.", 2000),
                OneOf(
                    About,
                    "Whom is it about?",
                    Choice(("one", "One child"), ("several", "Several children"), ("none", "Not about one child")),
                    Required,
                    "A theme, a way of working or good practice may not be about one child: nothing about a child is asked then."
                ),
            ]
        );

    private static Page Agencies =>
        new Page.Repeating(
            "agencies",
            "Other agencies involved",
            "The agencies you know to be, or to have been, involved. You can go on without adding any.",
            "D2",
            "agency",
            0,
            30,
            [
                new(
                    "Other agency",
                    [
                        Line("agency", "Agency", Required),
                        .. Contact(Wanted, Wanted),
                        Text("reason", "Reason for involvement", Wanted, most: 1000),
                        OneOf(
                            "current",
                            "Is the agency involved now?",
                            Choice(("current", "Yes, now"), ("past", "Only in the past"), ("not-known", "Not known")),
                            Wanted
                        ),
                    ]
                ),
            ]
        );

    private static Page.Single WhatWentWell =>
        new(
            "wentwell",
            "What went well",
            "",
            "D1, D2",
            [
                Text("welldone", "What was done, and what difference did it make?", Required, "", 8000),
                Text("why", "Why should others know of it?", Required),
                YesNo(
                    "maybetold",
                    "May we tell the practitioners, through their manager, that their good work was seen?",
                    Optional,
                    "If you say nothing, we do not."
                ),
            ]
        );

    private static Page.Single Outline =>
        new(
            "outline",
            "What happened, and why",
            "What you write helps to decide what further information is needed and how the learning is best captured.",
            "D2",
            [
                Text(
                    "circumstances",
                    "Outline the child's and family's circumstances and the incident behind this referral",
                    Required,
                    "If it is not about one child, outline what you have seen.",
                    LongestOutline
                ),
                Text("reasons", "Why are you making this referral?", Required),
            ]
        );

    private static Page Chronology =>
        new Page.Repeating(
            "chronology",
            "Key events",
            "Only key events around the time, if there are any, with when they were as far as it is known: 5 November 2026, March "
                + "2019, about 2015. A detailed chronology is not needed at this stage.",
            "D2",
            "event",
            0,
            40,
            [
                new(
                    "Event",
                    [
                        When("date", "When", Required),
                        new Question("time", "Time, if known", new AnswerKind.Time(), Optional),
                        Text("event", "What happened?", Required, most: 2000),
                    ]
                ),
            ]
        );

    private static Page Additional =>
        new Page.Single(
            "additional",
            "Anything else",
            "",
            "D2",
            [Text("information", "Anything else you think may be relevant", Optional)]
        );
}
