using static SafeguardingTeams.Domain.Forms.Ask;
using static SafeguardingTeams.Domain.Forms.Needed;

namespace SafeguardingTeams.Domain.Forms.PracticeLearning;

/// <content>The pages that are asked where it is about a child.</content>
public static partial class PracticeLearningV1
{
    private static Page.Repeating ChildrenPage =>
        new(
            Children,
            "The child or children",
            "Whom this is about.",
            "D2",
            "child",
            1,
            12,
            [
                new(
                    "The child",
                    [
                        Line("name", "Name of the child", Required, "If the name is not known, write \"not known\"."),
                        Day("born", "Date of birth", Wanted, "Leave it empty if it is not known."),
                        Text("address", "Home address", Wanted, most: 400),
                        OneOf(
                            "gender",
                            "Gender",
                            Choice(
                                ("female", "Female"),
                                ("male", "Male"),
                                ("other", "Describes themselves another way"),
                                ("not-known", "Not known")
                            ),
                            Wanted
                        ),
                        OneOf("ethnicorigin", "Ethnic origin", EthnicOrigin, Wanted),
                        Line("faith", "Faith or religion", Wanted, "If none or not known, say so."),
                        Line("disability", "Disability", Wanted, "If none or not known, say so."),
                    ]
                ),
                new(
                    "The child's care",
                    [
                        OneOf(
                            "lookedafter",
                            "Is the child or young person looked after?",
                            Choice(("yes", "Yes"), ("care-leaver", "No, but a care leaver"), ("no", "No"), ("not-known", "Not known")),
                            Wanted
                        ),
                        OneOf(
                            "plan",
                            "Is or was the child or young person subject to a child protection plan?",
                            Choice(("now", "Yes, now"), ("before", "Not now, but before"), ("never", "Never"), ("not-known", "Not known")),
                            Wanted
                        ),
                        Text("plandetails", "If so, when, for what and for how long?", Optional, most: 1000).If("plan", "now", "before"),
                        OneOf(
                            "open",
                            "Is the child or young person open to Children's Social Care or a Children & Families Practice?",
                            Choice(
                                ("social-care", "Children's Social Care"),
                                ("practice", "A Children & Families Practice"),
                                ("both", "Both"),
                                ("no", "No"),
                                ("not-known", "Not known")
                            ),
                            Wanted
                        ),
                        Text("leadpractitioner", "If so, who is the lead practitioner?", Optional, "Name, team, telephone and email.", 400)
                            .If("open", "social-care", "practice", "both"),
                    ]
                ),
            ]
        );

    private static Page.Single Incident =>
        new(
            "incident",
            "When and where",
            "Leave empty what does not apply.",
            "D2",
            [
                Day("date", "Date of the incident", Wanted),
                Line("dateof", "What happened on that date?", Wanted, "For example: the injury, the first contact, the discharge."),
                Text("location", "Address of the place where it happened", Wanted, "If you do not know it, describe the place.", 400),
                Line("carer", "Who was caring for the child at the time?", Wanted, "Name and relationship to the child."),
            ]
        );

    private static Page.Repeating Family =>
        new(
            "family",
            "Family and significant others",
            "Everybody who matters for what can be learned. You can go on without adding anybody.",
            "D2",
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
                        Line("legalstatus", "Legal status", Wanted, "For example: parental responsibility, special guardian."),
                        OneOf("ethnicorigin", "Ethnic origin", EthnicOrigin, Wanted),
                    ]
                ),
            ]
        );
}
