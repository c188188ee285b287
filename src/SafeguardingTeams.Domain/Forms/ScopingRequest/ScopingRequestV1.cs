using System.Collections.Immutable;
using static SafeguardingTeams.Domain.Forms.Ask;
using static SafeguardingTeams.Domain.Forms.Needed;

namespace SafeguardingTeams.Domain.Forms.ScopingRequest;

/// <summary>
/// What operations fill in before the initial scoping form goes out (B4): section 1, the summary of the case, the period to be
/// looked at, and the brief outline the letter gives (B3). Filled in from the referral as far as that says it.
/// </summary>
public static class ScopingRequestV1
{
    /// <summary>The form's id.</summary>
    public const string FormId = "scoping-request";

    internal const string TheCase = "case";

    private const string TheChildren = "children",
        TheMother = "mother",
        TheFather = "father",
        BrothersAndSisters = "siblings",
        AdultsAndOthers = "adults";

    public static Form Form { get; } =
        new(
            FormId,
            1,
            "What goes to the agencies",
            [Children, Parent(TheMother, "Mother"), Parent(TheFather, "Father"), Siblings, Adults, Case]
        );

    /// <summary>The kinds of people, in the form's order: their pages are section 1, the rest is about the case.</summary>
    public static ImmutableArray<PersonKind> People { get; } =
    [PersonKind.Child, PersonKind.Mother, PersonKind.Father, PersonKind.BrotherOrSister, PersonKind.AdultOrOther];

    /// <summary>The page on which such a person is entered.</summary>
    public static Page PageOf(PersonKind kind) =>
        Form.Page(
            kind switch
            {
                PersonKind.Child => TheChildren,
                PersonKind.Mother => TheMother,
                PersonKind.Father => TheFather,
                PersonKind.BrotherOrSister => BrothersAndSisters,
                PersonKind.AdultOrOther => AdultsAndOthers,
            }
        )!;

    /// <summary>What is asked of such a person.</summary>
    public static IEnumerable<Question> QuestionsOf(PersonKind kind) =>
        PageOf(kind) switch
        {
            Page.Single page => page.Questions,
            Page.Repeating page => page.Questions,
            _ => [],
        };

    private static Page Children =>
        new Page.Repeating(
            TheChildren,
            "The subject child or children",
            "Each agency is asked whether these details match what it holds. Leave empty what is not known.",
            "B4",
            "child",
            1,
            12,
            [
                new(
                    "The child",
                    [
                        Line("name", "Name", Required),
                        Line("aka", "Also known as", Optional),
                        Line("nhsnumber", "NHS number", Wanted, most: 20),
                        Day("born", "Date of birth", Wanted),
                        Day("died", "Date of death", Optional, "Only where the child has died."),
                        Text("address", "Home address", Wanted, most: 400),
                        Text("previous", "Previous addresses", Wanted, most: 1000),
                    ]
                ),
            ]
        );

    private static Page Parent(string id, string title) =>
        new Page.Single(
            id,
            title,
            "Leave empty what is not known.",
            "B4",
            [
                Line("name", "Name", Wanted),
                Line("aka", "Also known as", Optional),
                Day("born", "Date of birth", Wanted),
                Text("address", "Home address", Wanted, most: 400),
                Text("previous", "Previous addresses", Wanted, most: 1000),
            ]
        );

    private static Page Siblings =>
        new Page.Repeating(
            BrothersAndSisters,
            "Brothers and sisters",
            "",
            "B4",
            "brother or sister",
            0,
            20,
            [
                new(
                    "Brother or sister",
                    [
                        Line("name", "Name", Required),
                        Line("aka", "Also known as", Optional),
                        Day("born", "Date of birth", Wanted),
                        Text("address", "Home address", Wanted, most: 400),
                        Text("previous", "Previous addresses", Optional, most: 1000),
                    ]
                ),
            ]
        );

    private static Page Adults =>
        new Page.Repeating(
            AdultsAndOthers,
            "Significant adults and others",
            "Others in the household, or who matter in the child's life.",
            "B4",
            "adult or other person",
            0,
            20,
            [
                new(
                    "Adult or other person",
                    [
                        Line("name", "Name", Required),
                        Line("relationship", "Relationship to the child", Wanted),
                        Text("address", "Home address", Wanted, most: 400),
                    ]
                ),
            ]
        );

    private static Page Case =>
        new Page.Single(
            TheCase,
            "The case, and the period to be looked at",
            "Agencies read this. Good practice is to keep the period short; they may also say what is relevant from outside it.",
            "B3, B4",
            [
                Text(
                    "outline",
                    "The referral in two or three sentences, for the letter",
                    Required,
                    "No names: \"the child\", \"the mother\".",
                    1000
                ),
                Text("summary", "Summary of the case, for the form", Required, "", 4000),
                Day("from", "Look at the period from", Required),
                Day("to", "to", Required),
            ]
        );
}
