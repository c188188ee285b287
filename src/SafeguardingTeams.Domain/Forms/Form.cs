using System.Collections.Immutable;
using SafeguardingTeams.Domain.Typing;

namespace SafeguardingTeams.Domain.Forms;

/// <summary>
/// A form as data: from one definition come the card pages, the checks, the page in docs and the documents.
/// A version, once used, is never edited; a new one is added.
/// </summary>
/// <param name="Id">Stable, such as <c>serious-incident-referral</c>.</param>
/// <param name="Version">From 1. Answers are stored with id and version.</param>
/// <param name="Title">What people call it. Forms are named, never numbered (PD0).</param>
/// <param name="Pages">In the order they are filled in.</param>
public sealed record Form(string Id, int Version, string Title, ImmutableArray<Page> Pages)
{
    /// <summary>The page, or null where the form has none of that id.</summary>
    public Page? Page(string id) => Pages.FirstOrDefault(page => page.Id == id);

    /// <summary>The pages that are asked, given what was answered so far: all but those that other answers make needless.</summary>
    public ImmutableArray<Page> Asked(Answers answers) => [.. Pages.Where(page => page.AskedWhen?.Holds(answers) ?? true)];
}

/// <summary>One short page.</summary>
/// <param name="Id">Unique in the form; also the group id of a repeating page.</param>
/// <param name="Title">A heading.</param>
/// <param name="Intro">What the person needs to know to answer, or empty.</param>
/// <param name="Source">The requirement the page answers to, such as A6.</param>
public abstract record Page(string Id, string Title, string Intro, string Source)
{
    /// <summary>When it is asked; null for always. What was typed on it stays, though it is asked no more.</summary>
    public PageCondition? AskedWhen { get; init; }

    /// <summary>A page of questions asked once.</summary>
    public sealed record Single(string Id, string Title, string Intro, string Source, ImmutableArray<Question> Questions)
        : Page(Id, Title, Intro, Source);

    /// <summary>A list of rows (children, family members, events), each with the same questions, added, edited and removed.</summary>
    /// <param name="Id">The group's id in the answers.</param>
    /// <param name="Title">Heading of the list.</param>
    /// <param name="Intro">What belongs in it.</param>
    /// <param name="Source">The requirement.</param>
    /// <param name="RowName">What one row is called, lower case, such as "child".</param>
    /// <param name="Minimum">Fewest rows a complete form has.</param>
    /// <param name="Maximum">Most rows it can hold.</param>
    /// <param name="Parts">The row's questions, on one or more short pages of their own.</param>
    public sealed record Repeating(
        string Id,
        string Title,
        string Intro,
        string Source,
        string RowName,
        int Minimum,
        int Maximum,
        ImmutableArray<RowPart> Parts
    ) : Page(Id, Title, Intro, Source)
    {
        /// <summary>All questions of a row, in order.</summary>
        public IEnumerable<Question> Questions => Parts.SelectMany(part => part.Questions);
    }

    /// <summary>
    /// What we hold, detail by detail, for somebody to compare with their own records. The rows are there before the form is
    /// filled in and are neither added nor removed; each says whom it is of (<see cref="Of"/>), which detail
    /// (<see cref="Detail"/>) and what we hold (<see cref="Given"/>), and the same questions are asked of each.
    /// </summary>
    /// <param name="Id">The group's id in the answers.</param>
    /// <param name="Title">Heading.</param>
    /// <param name="Intro">What to do.</param>
    /// <param name="Source">The requirement.</param>
    /// <param name="Questions">Asked of each row.</param>
    public sealed record Matching(string Id, string Title, string Intro, string Source, ImmutableArray<Question> Questions)
        : Page(Id, Title, Intro, Source)
    {
        /// <summary>Whom a row is of, such as "Mother".</summary>
        public const string Of = "of";

        /// <summary>Which detail it is, such as "Date of birth".</summary>
        public const string Detail = "detail";

        /// <summary>What we hold.</summary>
        public const string Given = "given";

        /// <summary>The rows person by person, in order.</summary>
        public static ImmutableList<ImmutableList<AnswerRow>> Persons(Page page, Answers answers) =>
            [.. answers.RowsOf(page.Id).GroupBy(row => row[Of]).Select(group => group.ToImmutableList())];
    }
}

/// <summary>One page of a row's questions.</summary>
public sealed record RowPart(string Title, ImmutableArray<Question> Questions);

/// <param name="Id">Unique on its page (in its row). Letters only.</param>
/// <param name="Label">The question as the person reads it.</param>
/// <param name="Needed">Whether a form can be sent without it.</param>
/// <param name="Help">One sentence that helps to answer, or empty.</param>
public sealed record Question(string Id, string Label, AnswerKind Kind, Needed Needed, string Help = "")
{
    /// <summary>When an otherwise optional answer becomes required, such as "who leads it" after "yes".</summary>
    public Condition? RequiredWhen { get; init; }
}

/// <summary>Whether a form can be sent without an answer.</summary>
public enum Needed
{
    /// <summary>It cannot be sent without.</summary>
    Required,

    /// <summary>It can be sent without, but the review page lists what is missing and the MASH asks.</summary>
    Wanted,

    /// <summary>Only where there is something to say.</summary>
    Optional,
}

/// <summary>True when another answer on the same page (or in the same row) is one of the values.</summary>
public sealed record Condition(string QuestionId, ImmutableArray<string> Values);

/// <summary>True when an answer of another page is, or is not, one of the values.</summary>
/// <param name="Is">Whether it must be one of them, or must be none of them.</param>
public sealed record PageCondition(string PageId, string QuestionId, bool Is, ImmutableArray<string> Values)
{
    /// <summary>Whether it is so.</summary>
    public bool Holds(Answers answers) => Values.Contains(answers[PageId, QuestionId]) == Is;
}

public abstract record AnswerKind
{
    /// <summary>One line, at most so many characters.</summary>
    public sealed record Line(int MaxLength = 200, LineFormat Format = LineFormat.Any) : AnswerKind;

    /// <summary>Several lines, at most so many characters.</summary>
    public sealed record Text(int MaxLength = 4000) : AnswerKind;

    /// <summary>A date, stored as yyyy-MM-dd.</summary>
    public sealed record Day(bool MayBeInFuture = false) : AnswerKind;

    /// <summary>
    /// When something was that is past: a day, a month or a year, as far as it is known, stored as <see cref="KnownDay.Stored"/> says.
    /// </summary>
    public sealed record When : AnswerKind;

    /// <summary>A time of day, stored as HH:mm.</summary>
    public sealed record Time : AnswerKind;

    /// <summary>One of a list.</summary>
    public sealed record Choice(ImmutableArray<Option> Options) : AnswerKind;

    /// <summary>Any number of a list, stored as the values in the list's order with commas between.</summary>
    /// <param name="Options">The list.</param>
    /// <param name="None">The value that excludes all others, such as "none of these"; empty where there is none.</param>
    public sealed record Several(ImmutableArray<Option> Options, string None = "") : AnswerKind
    {
        /// <summary>The values in an answer.</summary>
        public static ImmutableArray<string> Values(string text) =>
            [.. text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];

        /// <summary>
        /// The answer in the list's order, however a client sends it; what is not in the list stays, to be said as wrong.
        /// </summary>
        public string Ordered(string text)
        {
            var chosen = Values(text);
            return string.Join(
                ',',
                Options
                    .Select(option => option.Value)
                    .Where(value => chosen.Contains(value))
                    .Concat(chosen.Where(value => Options.All(option => option.Value != value)))
            );
        }
    }
}

/// <summary>What one line must look like.</summary>
public enum LineFormat
{
    /// <summary>Anything.</summary>
    Any,

    /// <summary>An e-mail address.</summary>
    Email,

    /// <summary>A telephone number.</summary>
    Telephone,
}

/// <summary>One choice: what is stored and what is read.</summary>
public sealed record Option(string Value, string Label);
