using System.Collections.Immutable;

namespace SafeguardingTeams.Presentation.Wording;

/// <summary>A part of the privacy page.</summary>
public sealed record PrivacySection(string Heading, string Text);

/// <summary>
/// What the privacy page says (F1): who is responsible, what is held, on what basis, for how long, which rights there are and whom to
/// ask. What only the partnership can say is its own wording; until it has any, the page says what holds for all and whom to ask.
/// </summary>
public static class PrivacyWords
{
    private const string Controller = "privacy.controller",
        Basis = "privacy.basis",
        Retention = "privacy.retention",
        Officer = "privacy.officer";

    /// <summary>The keys of the partnership's own words for it.</summary>
    public static ImmutableArray<string> Keys { get; } = [Controller, Basis, Retention, Officer];

    /// <summary>The page, part by part.</summary>
    public static IReadOnlyList<PrivacySection> Sections(PartnershipWords words)
    {
        var operations = $"{words.OperationsName}: {words.OperationsEmail}, {words.OperationsTelephone}";
        return
        [
            new(
                "Who is responsible",
                words.Say(
                    Controller,
                    $"The safeguarding partners of {words.PartnershipName}. Which of them is the controller of what you ask about is "
                        + $"said by {operations}."
                )
            ),
            new(
                "What is held",
                "What practitioners, the front door and the safeguarding partners write about serious incidents and what is learned from "
                    + "them: about children who died or were harmed, their families and others close to them, and those who worked with "
                    + "them. Of people who use this system: name, agency, role, sign-in account, what they did and what they looked at. A "
                    + "case is seen only by those with a part in it, and every look at it is recorded."
            ),
            new(
                "Why it may be held",
                words.Say(
                    Basis,
                    $"So that {words.PartnershipName} can do what the law asks of safeguarding partners. It does not rest on consent. The "
                        + "exact legal basis is said by whoever is responsible."
                )
            ),
            new(
                "Who else has it",
                "The agencies of a case, each what it needs; the national Child Safeguarding Practice Review Panel and, for reviews, "
                    + "Ofsted and the Department for Education. It is kept in Microsoft 365 and Azure on behalf of whoever is responsible."
            ),
            new("For how long", words.Say(Retention, "As long as the partnership's retention schedule says.")),
            new(
                "Your rights",
                "No machine decides anything about you. You may ask what is held about you, have what is wrong put right, object to its "
                    + "use, and have its use limited. Some of it can be held back by law, for instance where telling it could harm a "
                    + "child. If you are not content with the answer, you may complain to whoever is responsible, and to the "
                    + "Information Commissioner (ico.org.uk)."
            ),
            new("Whom to ask", words.Say(Officer, $"{operations}. They pass it on to the data protection officer.")),
        ];
    }
}
