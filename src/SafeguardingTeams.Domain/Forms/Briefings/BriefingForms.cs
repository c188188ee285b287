using System.Collections.Immutable;
using static SafeguardingTeams.Domain.Forms.Ask;
using static SafeguardingTeams.Domain.Forms.Needed;

namespace SafeguardingTeams.Domain.Forms.Briefings;

/// <summary>
/// The texts that leave a record without anybody in them: the seven boxes of a briefing (E20), a copy for training (D4), a paper for the
/// TriBorough group (E23). Each box is a question; what stands behind it is for whoever checks, and is in no copy (E26).
/// </summary>
public static class BriefingForms
{
    /// <summary>The page with the title and the first boxes.</summary>
    public const string First = "first";

    /// <summary>The page with the other boxes.</summary>
    public const string Second = "second";

    /// <summary>The page with what stands at the foot.</summary>
    public const string Foot = "foot";

    /// <summary>The page for whoever checks it; nobody else reads it.</summary>
    public const string Behind = "behind";

    /// <summary>The question for the title, on the first page.</summary>
    public const string Title = "title";

    /// <summary>The question for the contact, at the foot.</summary>
    public const string Contact = "whomtoask";

    /// <summary>The question for the day it is looked at again, at the foot.</summary>
    public const string ReviewOn = "lookagain";

    /// <summary>The question for what was replaced, behind it.</summary>
    public const string Replaced = "replaced";

    /// <summary>The longest box, in characters: seven of them fit on one page of paper.</summary>
    internal const int LongestBox = 380;

    private const string NoNames = "No name, no date, no place: whoever knows the family should not know it again.";

    /// <summary>The seven boxes.</summary>
    public static Form SevenMinutes { get; } =
        Of(
            "seven-minute-briefing",
            "Seven-minute briefing",
            [
                Box("why", "1. Why this matters"),
                Box("happened", "2. What happened", "Short, with details changed."),
                Box("learned", "3. What we learned"),
            ],
            [
                Box("well", "4. What went well"),
                Box("differently", "5. What to do differently"),
                Box("team", "6. For your team: three questions", "One on each line, to be talked about face to face."),
                Box("help", "7. Where to find help", "Procedures, who to ask, and how to tell us what came up."),
            ]
        );

    /// <summary>A copy for training.</summary>
    public static Form Training { get; } =
        Of(
            "training-copy",
            "Anonymised copy for training",
            [
                Box("aim", "1. What it is to teach"),
                Box("situation", "2. The child and the family", "Composed, not copied: change what could be known again."),
                Box("course", "3. What happened, step by step"),
            ],
            [
                Box("known", "4. What each service knew"),
                Box("well", "5. What went well"),
                Box("questions", "6. Questions to talk about"),
                Box("trainer", "7. Notes for the trainer"),
            ]
        );

    /// <summary>A paper for the TriBorough group.</summary>
    public static Form TriBorough { get; } =
        Of(
            "triborough-paper",
            "Paper for the TriBorough group",
            [
                Box("askofgroup", "1. What we ask of the group"),
                Box("happened", "2. What happened", "Short, with details changed."),
                Box("learned", "3. What we learned"),
            ],
            [
                Box("beyond", "4. Why it goes beyond one borough"),
                Box("doing", "5. What we are doing ourselves"),
                Box("otherboroughs", "6. What other boroughs could do"),
                Box("answer", "7. By when, and whom to answer"),
            ]
        );

    /// <summary>The form of a purpose.</summary>
    public static Form Of(BriefingPurpose purpose) =>
        purpose switch
        {
            BriefingPurpose.SevenMinutes => SevenMinutes,
            BriefingPurpose.Training => Training,
            BriefingPurpose.TriBorough => TriBorough,
        };

    /// <summary>The boxes of a form, in order, with what stands in them.</summary>
    public static IEnumerable<(Question Box, string Text)> Boxes(Form form, Answers answers) =>
        form
            .Pages.OfType<Page.Single>()
            .Where(page => page.Id is First or Second)
            .SelectMany(page => page.Questions.Where(box => box.Id != Title).Select(box => (box, answers[page.Id, box.Id])));

    /// <summary>Everything that was written, with what it is called: what is looked through for what points to a person (E26).</summary>
    public static IEnumerable<(string Called, string Text)> Texts(Form form, Answers answers) =>
        form
            .Pages.OfType<Page.Single>()
            .SelectMany(page => page.Questions.Where(one => one.Id != ReviewOn).Select(one => (one.Label, answers[page.Id, one.Id])))
            .Where(one => one.Item2.Length > 0);

    private static Form Of(string id, string title, ImmutableArray<Question> first, ImmutableArray<Question> second) =>
        new(
            id,
            1,
            title,
            [
                new Page.Single(
                    First,
                    "The first three boxes",
                    NoNames,
                    "E20",
                    [Line(Title, "Title", Required, "What it is about, without a name.", most: 100), .. first]
                ),
                new Page.Single(Second, "The other four boxes", "", "E20", second),
                new Page.Single(
                    Foot,
                    "At the foot of it",
                    "",
                    "E20",
                    [
                        Line(Contact, "Whom can readers ask?", Required, "A team and its mailbox, nobody by name.", most: 120),
                        new Question(
                            ReviewOn,
                            "When is it to be looked at again?",
                            new AnswerKind.Day(MayBeInFuture: true),
                            Wanted,
                            "After that day it may be out of date."
                        ),
                    ]
                ),
                new Page.Single(
                    Behind,
                    "For whoever checks it",
                    "This does not go to the readers.",
                    "E26",
                    [
                        Text(
                            Replaced,
                            "What did you change or leave out?",
                            Required,
                            "By kind, without the names: such as \"the place, the number of children, the season\".",
                            600
                        ),
                    ]
                ),
            ]
        );

    private static Question Box(string id, string label, string help = "") => Text(id, label, Required, help, LongestBox);
}
