using System.Collections.Immutable;

namespace SafeguardingTeams.Presentation.Documents.Letter;

/// <summary>The letters a partnership can word itself.</summary>
public enum LetterKind
{
    /// <summary>To an agency's representative, with the scoping form (B3).</summary>
    Scoping,

    /// <summary>To the national Panel, with the report of the Rapid Review (B22).</summary>
    Panel,

    /// <summary>To Panel, Ofsted and Department for Education: a review was decided on (C8).</summary>
    ReviewDecided,

    /// <summary>To the same: who reviews (C8, C9).</summary>
    ReviewPeople,

    /// <summary>To Panel and Department for Education: it will be late, and why (C17).</summary>
    ReviewDelayed,

    /// <summary>To Panel, Ofsted and Department for Education, with the report before it is published, or why it is not (C15).</summary>
    ReviewReport,
}

/// <summary>A place in a letter where a fact of the case goes.</summary>
/// <param name="Name">As written between double braces.</param>
/// <param name="Meaning">What goes there.</param>
/// <param name="Needed">Whether the letter must have it, whatever else its wording.</param>
public sealed record Placeholder(string Name, string Meaning, bool Needed)
{
    /// <summary>As it stands in a template.</summary>
    public string Written => $"{{{{{Name}}}}}";

    /// <summary>Those of a letter. The needed ones are what B3, B22, C8, C15 and C17 require it to say.</summary>
    public static ImmutableArray<Placeholder> Of(LetterKind kind) =>
        kind switch
        {
            LetterKind.Scoping => Scoping,
            LetterKind.Panel => Panel,
            LetterKind.ReviewDecided => Review(("decided-date", true), ("limit-date", true), ("reviewers", true)),
            LetterKind.ReviewPeople => Review(("decided-date", false), ("reviewers", true)),
            LetterKind.ReviewDelayed => Review(("decided-date", false), ("limit-date", true), ("expected-date", true), ("delay", true)),
            LetterKind.ReviewReport => Review(("decided-date", false), ("publication", true), ("publication-date", true)),
        };

    private static readonly ImmutableArray<Placeholder> AnyReview =
    [
        new("addressee", "the body it goes to", true),
        new("chair-name", "who signs", true),
        new("chair-title", "the office they sign in", true),
        new("contact", "whom to ask, with telephone number and email address", true),
        new("date", "the day the letter is written", true),
        new("decided-date", "the day the review was decided on", false),
        new("delay", "why it is late, as it was recorded", false),
        new("expected-date", "the day it is expected to be published", false),
        new("kind", "what kind of review it is", true),
        new("limit-date", "the day by which it is to be published", false),
        new("partnership", "the partnership's name", true),
        new("publication", "what is published: the report, the improvements alone and why, or nothing and why", false),
        new("publication-date", "the day it is published, or on which it is said that it is not", false),
        new("reference", "the review's reference", true),
        new("reviewers", "who reviews, or that nobody is appointed yet", false),
    ];

    /// <summary>What every letter of a review has, and these: whether it must have them.</summary>
    private static ImmutableArray<Placeholder> Review(params ReadOnlySpan<(string Name, bool Needed)> these)
    {
        var own = these.ToArray().ToDictionary(one => one.Name, one => one.Needed);
        return
        [
            .. AnyReview
                .Where(one => one.Needed || own.ContainsKey(one.Name))
                .Select(one => one with { Needed = one.Needed || own[one.Name] }),
        ];
    }

    private static readonly ImmutableArray<Placeholder> Scoping =
    [
        new("agency", "the agency's name", true),
        new("ask-form", "that the enclosed form is to be completed", true),
        new("ask-involvement", "that the agency is to say whether it had to do with the child or the family", true),
        new("ask-secure", "that all records are to be secured, and who alone may reach them", true),
        new("ask-separate", "that what the agency sends is kept apart from its records", true),
        new("chair-name", "who signs", true),
        new("chair-title", "the office they sign in", true),
        new("contact", "whom to ask, with telephone number and email address", true),
        new("date", "the day the letter is written", true),
        new("guidance", "the national guidance by its name and year", false),
        new("limit", "how long a Rapid Review may take, such as 15 working days", true),
        new("meeting", "when and where the Rapid Review meeting is", false),
        new("nil-return", "that an agency to which the family is not known confirms that in writing", true),
        new("outline", "the referral in two or three sentences", true),
        new("partnership", "the partnership's name", true),
        new("reference", "the case's reference", true),
        new("representative", "the agency's representative", true),
        new("return-date", "the day by which the form is to be returned", true),
        new("return-time", "the time on that day", true),
        new("return-to", "the address the form is returned to", true),
        new("review-due", "the day by which the Rapid Review must be complete", false),
    ];

    private static readonly ImmutableArray<Placeholder> Panel =
    [
        new("addressee", "to whom, by office, with the address", true),
        new("addressee-office", "how they are greeted, by office", true),
        new("chair-name", "who signs", true),
        new("chair-title", "the office they sign in", true),
        new("conclusion", "which of the three conclusions was reached", true),
        new("contact", "whom to ask, with telephone number and email address", true),
        new("date", "the day the letter is written", true),
        new("endorsed-date", "the day the last of the three leads endorsed the decision", false),
        new("guidance", "the national guidance by its name and year", false),
        new("leads", "the three lead representatives who endorsed the decision", true),
        new("notice-date", "the day the partnership received the notice of the incident", true),
        new("partners", "the three safeguarding partners who were represented", true),
        new("partnership", "the partnership's name", true),
        new("reference", "the case's reference", true),
        new("report", "the title of the report that is enclosed", true),
        new("review-date", "the day of the Rapid Review meeting", true),
    ];
}
