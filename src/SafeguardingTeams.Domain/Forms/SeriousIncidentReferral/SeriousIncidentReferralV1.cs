using static SafeguardingTeams.Domain.Forms.Ask;
using static SafeguardingTeams.Domain.Forms.Needed;

namespace SafeguardingTeams.Domain.Forms.SeriousIncidentReferral;

/// <summary>
/// Referral of a serious incident (process document, appendix i): every field of it (A6), after the two criteria (A1)
/// and the discussion with the safeguarding lead (A5). Several subject children are several rows (PD12).
/// </summary>
public static class SeriousIncidentReferralV1
{
    /// <summary>The form's id.</summary>
    public const string FormId = "serious-incident-referral";

    /// <summary>The longest account, in characters.</summary>
    internal const int LongestText = 4000;

    /// <summary>The page of the two criteria.</summary>
    public const string Criteria = "criteria";

    public static Form Form { get; } =
        new(
            FormId,
            1,
            "Referral of a serious incident",
            [
                TwoCriteria,
                Referrer,
                Lead,
                ChildrenPages.Children,
                Incident,
                Investigations,
                Family,
                Siblings,
                Agencies,
                Outline,
                Chronology,
                Additional,
            ]
        );

    private static Page TwoCriteria =>
        new Page.Single(
            Criteria,
            "Is this a serious safeguarding incident?",
            "A serious safeguarding incident is one where abuse or neglect of a child is known or suspected, and the child has "
                + "died or been seriously harmed. "
                + "Serious harm includes serious or long-term impairment of mental health, of intellectual, emotional, social or "
                + "behavioural development, and of physical health. "
                + "A child who harmed somebody else can be the subject too, where this is so of them.",
            "A1",
            [
                OneOf(
                    "abuse",
                    "Is abuse or neglect of a child known or suspected?",
                    Choice(
                        ("known", "Yes, it is known"),
                        ("suspected", "Yes, it is suspected"),
                        ("not-sure", "I am not sure"),
                        ("no", "No")
                    ),
                    Required
                ),
                OneOf(
                    "harm",
                    "Has the child died or been seriously harmed?",
                    Choice(
                        ("died", "The child has died"),
                        ("seriously-harmed", "The child has been seriously harmed"),
                        ("not-sure", "I am not sure"),
                        ("no", "No")
                    ),
                    Required,
                    "If there are several children, answer for the one most seriously harmed."
                ),
            ]
        );

    private static Page Referrer =>
        new Page.Single(
            "referrer",
            "About you",
            "The person making this referral. We have filled in what Teams knows of you; change what is wrong.",
            "A6",
            [
                Line("name", "Your name", Required),
                Line("title", "Your job title", Required),
                Line("agency", "Your agency", Required),
                .. Contact(Required, Required),
            ]
        );

    private static Page Lead =>
        new Page.Single(
            "lead",
            "The safeguarding lead you have spoken to",
            "A referral follows a discussion with your agency's designated safeguarding lead, nominated manager or safeguarding adviser. "
                + "If you have not spoken to them yet, save this and do that first, unless waiting would put a child at risk.",
            "A5",
            [
                Line("name", "Their name", Required),
                Line("title", "Their job title", Required),
                Line("agency", "Their agency", Required),
                .. Contact(Wanted, Wanted),
            ]
        );

    private static Page Incident =>
        new Page.Single(
            "incident",
            "Where it happened",
            "",
            "A6",
            [
                Text(
                    "location",
                    "Address of the place where it happened",
                    Wanted,
                    "If you do not know the address, describe the place.",
                    400
                ),
                Line("carer", "Who was caring for the child at the time?", Wanted, "Name and relationship to the child."),
            ]
        );

    private static Page Investigations =>
        new Page.Single(
            "investigations",
            "Investigations and adults at risk",
            "",
            "A6",
            [
                YesNo("criminal", "Is there a criminal investigation?", Wanted),
                Text("investigator", "If yes, who is the lead investigator?", Optional, "Name, force or team, telephone and email.", 400)
                    .If("criminal", "yes"),
                YesNo("coroner", "Is there a coroner's inquiry?", Wanted),
                Text("coronercontact", "If yes, who is the key contact?", Optional, "Name, telephone and email.", 400).If("coroner", "yes"),
                YesNo("adult", "Are there any adult safeguarding concerns?", Wanted),
                OneOf(
                        "adultshared",
                        "If yes, have they been shared by completing an adult referral form?",
                        Choice(("yes", "Yes"), ("no", "No, not yet"), ("not-known", "Not known")),
                        Optional
                    )
                    .If("adult", "yes"),
                Text("adultcontact", "If yes, who is the key contact?", Optional, "Name, telephone and email.", 400),
            ]
        );

    private static Page Family =>
        new Page.Repeating(
            "family",
            "Family members and significant others",
            "Everybody in the child's family or household, and others who matter in the child's life.",
            "A6",
            "family member or other person",
            0,
            30,
            [
                new(
                    "Family member or other person",
                    [
                        Line("name", "Name", Required),
                        Text("address", "Address", Wanted, most: 400),
                        Line("relationship", "Relationship to the child", Required),
                        Day("born", "Date of birth", Wanted),
                        Line(
                            "legalstatus",
                            "Legal status",
                            Wanted,
                            "For example: parental responsibility, special guardian, subject to a care order."
                        ),
                        OneOf("ethnicorigin", "Ethnic origin", EthnicOrigin, Wanted),
                    ]
                ),
            ]
        );

    private static Page Siblings =>
        new Page.Single(
            "siblings",
            "Brothers and sisters",
            "",
            "A6",
            [
                Text(
                    "protection",
                    "What has been done to safeguard and protect any brothers and sisters of the child?",
                    Required,
                    "If there are none, say so."
                ),
            ]
        );

    private static Page Agencies =>
        new Page.Repeating(
            "agencies",
            "Other agencies involved",
            "The agencies you know to be, or to have been, involved with the child or family. Each may be asked to contribute.",
            "A6",
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

    private static Page Outline =>
        new Page.Single(
            "outline",
            "What happened, and why you are referring",
            "What you write helps to decide whether the criteria for a review are met. Keep to what is known and how it is known.",
            "A6",
            [
                Text(
                    "circumstances",
                    "Outline the child's and family's circumstances, and the incident that led to this referral",
                    Required,
                    "",
                    8000
                ),
                Text("reasons", "Why are you making this referral?", Required, "", LongestText),
            ]
        );

    private static Page Chronology =>
        new Page.Repeating(
            "chronology",
            "Key events around the time of the incident",
            "Only the key events, with when they were as far as it is known. A detailed chronology is not needed at this stage.",
            "A6",
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
            "A6",
            [Text("information", "Anything else that may help the decision", Optional, "", LongestText)]
        );
}
