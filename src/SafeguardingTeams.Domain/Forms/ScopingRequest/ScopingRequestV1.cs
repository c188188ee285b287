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

    /// <summary>The form.</summary>
    public static Form Form { get; } = new(FormId, 1, "What goes to the agencies", [Children, Parent("mother", "Mother"), Parent("father", "Father"), Siblings, Adults, Case]);

    private static Page Children => new Page.Repeating("children", "The subject child or children",
        "Each agency is asked whether these details match what it holds. Leave empty what is not known.", "B4", "child", 1, 12,
    [
        new("The child",
        [
            Line("name", "Name", Required),
            Line("aka", "Also known as", Optional),
            Line("nhsnumber", "NHS number", Wanted, most: 20),
            Day("born", "Date of birth", Wanted),
            Day("died", "Date of death", Optional, "Only where the child has died."),
            Text("address", "Home address", Wanted, most: 400),
            Text("previous", "Previous addresses", Wanted, most: 1000),
        ]),
    ]);

    private static Page Parent(string id, string title) => new Page.Single(id, title, "Leave empty what is not known.", "B4",
    [
        Line("name", "Name", Wanted),
        Line("aka", "Also known as", Optional),
        Day("born", "Date of birth", Wanted),
        Text("address", "Home address", Wanted, most: 400),
        Text("previous", "Previous addresses", Wanted, most: 1000),
    ]);

    private static Page Siblings => new Page.Repeating("siblings", "Brothers and sisters", "", "B4", "brother or sister", 0, 20,
    [
        new("Brother or sister",
        [
            Line("name", "Name", Required),
            Line("aka", "Also known as", Optional),
            Day("born", "Date of birth", Wanted),
            Text("address", "Home address", Wanted, most: 400),
            Text("previous", "Previous addresses", Optional, most: 1000),
        ]),
    ]);

    private static Page Adults => new Page.Repeating("adults", "Significant adults and others", "Others in the household, or who matter in the child's life.", "B4", "adult or other person", 0, 20,
    [
        new("Adult or other person",
        [
            Line("name", "Name", Required),
            Line("relationship", "Relationship to the child", Wanted),
            Text("address", "Home address", Wanted, most: 400),
        ]),
    ]);

    private static Page Case => new Page.Single("case", "The case, and the period to be looked at",
        "Agencies read this. Good practice is to keep the period short; they may also say what is relevant from outside it.", "B3, B4",
    [
        Text("outline", "The referral in two or three sentences, for the letter", Required, "No names: \"the child\", \"the mother\".", 1000),
        Text("summary", "Summary of the case, for the form", Required, "", 4000),
        Day("from", "Look at the period from", Required),
        Day("to", "to", Required),
    ]);
}
