using static SafeguardingTeams.Domain.Forms.Ask;
using static SafeguardingTeams.Domain.Forms.Needed;

namespace SafeguardingTeams.Domain.Forms.SeriousIncidentReferral;

/// <summary>Section 1.1, the child's details, once per subject child.</summary>
internal static class ChildrenPages
{
    internal const string Group = "children";

    internal static Page Children =>
        new Page.Repeating(
            Group,
            "The child or children",
            "The child, or each of the children, who died or was seriously harmed. Brothers and sisters who were not harmed come later.",
            "A6",
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
                    "What happened to the child, and the child's care",
                    [
                        OneOf(
                            "outcome",
                            "What happened to this child?",
                            Choice(("died", "The child died"), ("serious-incident", "The child was seriously harmed")),
                            Required
                        ),
                        Day(
                            "happened",
                            "Date of the death or serious incident",
                            Required,
                            "If the exact day is not known, enter the nearest."
                        ),
                        OneOf(
                            "lookedafter",
                            "Is the child looked after by a local authority?",
                            Choice(("yes", "Yes"), ("care-leaver", "No, but a care leaver"), ("no", "No"), ("not-known", "Not known")),
                            Wanted
                        ),
                        OneOf(
                            "plan",
                            "Is or was the child subject to a child protection plan?",
                            Choice(("now", "Yes, now"), ("before", "Not now, but before"), ("never", "Never"), ("not-known", "Not known")),
                            Wanted
                        ),
                        Text("plandetails", "If so, when, for what and for how long?", Optional, most: 1000).If("plan", "now", "before"),
                        OneOf(
                            "open",
                            "Is the child open to children's social care or early help?",
                            Choice(
                                ("social-care", "Children's social care"),
                                ("early-help", "Early help"),
                                ("both", "Both"),
                                ("no", "No"),
                                ("not-known", "Not known")
                            ),
                            Wanted
                        ),
                        Text("leadpractitioner", "If so, who is the lead practitioner?", Optional, "Name, team, telephone and email.", 400)
                            .If("open", "social-care", "early-help", "both"),
                    ]
                ),
            ]
        );
}
