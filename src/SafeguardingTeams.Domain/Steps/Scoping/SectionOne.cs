using System.Collections.Immutable;
using System.Globalization;
using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Forms;
using SafeguardingTeams.Domain.Forms.ScopingRequest;
using SafeguardingTeams.Domain.Steps.Preparing;

namespace SafeguardingTeams.Domain.Steps.Scoping;

/// <summary>
/// Section 1 as it stood from one recording of what goes to the agencies to the next (B4): what a form drawn in that time asks about.
/// </summary>
/// <param name="Number">The sequence number of the event that recorded it; 0 before there is one.</param>
/// <param name="At">When; null before there is one.</param>
/// <param name="Called">What people call it by: the day it stands from, and which of that day where there are several.</param>
/// <param name="Details">Only what we hold, in the order it is asked about.</param>
public sealed record SectionOne(int Number, DateTimeOffset? At, string Called, ImmutableList<HeldDetail> Details)
{
    /// <summary>As it stands now.</summary>
    public static SectionOne Now(CaseFile file) => All(file).LastOrDefault() ?? new(0, null, "", DetailsOf(file.Review.Request));

    /// <summary>Each that ever stood, oldest first, read from the events.</summary>
    public static ImmutableList<SectionOne> All(CaseFile file)
    {
        var (request, all) = (Answers.None, ImmutableList.CreateBuilder<SectionOne>());
        foreach (var recorded in file.History)
        {
            if (recorded.Event is RequestFilledIn filled)
            {
                request = AnswerChange.Apply(request, filled.Changes);
                var day = London.DateOf(recorded.At);
                var before = all.Count(other => London.DateOf(other.At!.Value) == day);
                var called =
                    day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture)
                    + (before > 0 ? $", number {(before + 1).ToString(CultureInfo.InvariantCulture)} of that day" : "");
                all.Add(new(recorded.Sequence, recorded.At, called, DetailsOf(request)));
            }
        }

        return all.ToImmutable();
    }

    /// <summary>
    /// Each that stood when an agency was asked, or later: what its letters and forms can have said. Those that say the same are one;
    /// each with the moment from which it went to the agency.
    /// </summary>
    public static ImmutableList<SectionOne> SentTo(CaseFile file, string agencyKey)
    {
        var asked = file.History.Find(recorded => recorded.Event is AgencyAsked one && one.Key == agencyKey)
            ?? file.History.Find(recorded => recorded.Event is ScopingSent);
        var all = All(file);
        var first = all.FindLastIndex(one => one.Number <= (asked?.Sequence ?? int.MaxValue));
        return
        [
            .. all.Skip(Math.Max(0, first))
                .GroupBy(one => string.Join('\n', one.Details))
                .Select(same => same.First())
                .Select(one => asked is not null && one.At < asked.At ? one with { At = asked.At } : one),
        ];
    }

    /// <summary>
    /// The detail a field of a form is about: by its id, or in forms of before ids stayed with the person by its place, d1 for the
    /// first.
    /// </summary>
    public HeldDetail? Asked(string key) =>
        HeldDetail.Place(key) is { } place ? Details.ElementAtOrDefault(place - 1) : Details.Find(detail => detail.Id == key);

    private static ImmutableList<HeldDetail> DetailsOf(Answers request) =>
        [
            .. ScopingRequestV1.People.SelectMany(kind =>
                new RequestAnswers(request)
                    .People(kind)
                    .SelectMany((person, i) => Held(person, Who(kind, person, i), ScopingRequestV1.QuestionsOf(kind)))
            ),
        ];

    private static IEnumerable<HeldDetail> Held(RequestedPerson person, string of, IEnumerable<Question> questions) =>
        questions
            .Where(question => person.Answer(question).Length > 0)
            .Select(question => new HeldDetail(
                person.IdOf(question),
                HeldDetail.WhomOf(person),
                of,
                question.Label,
                person.Answer(question)
            ));

    private static string Who(PersonKind kind, RequestedPerson person, int at) =>
        kind switch
        {
            PersonKind.Child => $"Subject child {at + 1}",
            PersonKind.Mother or PersonKind.Father => ScopingRequestV1.PageOf(kind).Title,
            PersonKind.BrotherOrSister => $"Brother or sister {at + 1}",
            PersonKind.AdultOrOther =>
                $"Adult or other person {at + 1}{(person.Relationship.Length > 0 ? $" ({person.Relationship})" : "")}",
        };
}

/// <summary>A detail we hold of somebody (B4).</summary>
/// <param name="Id">Stays with person and detail whoever else is added, removed or moved: "mother-born", "adults-r1-address".</param>
/// <param name="Whom">The person: where they are entered, and by which name. Somebody entered in another's place is somebody else.</param>
/// <param name="Of">The person, as the form calls them.</param>
/// <param name="Detail">Which detail, as the form calls it.</param>
/// <param name="Given">What we hold.</param>
public sealed record HeldDetail(string Id, string Whom, string Of, string Detail, string Given)
{
    /// <summary>Whether what was said of one holds for the other: the same detail of the same person, and we hold the same.</summary>
    public bool IsThatOf(HeldDetail other) =>
        Whom.Length > 0 && (Id, Whom, Detail, Given) == (other.Id, other.Whom, other.Detail, other.Given);

    /// <summary>Whether it is the name the person is known by.</summary>
    public bool IsName => RequestedPerson.IsIdOfName(Id);

    /// <summary>
    /// Whether a row prints this person and this detail, and where the detail is the person's name, that too. Spaces and line ends
    /// count for nothing, nor do characters a file cannot hold.
    /// </summary>
    public bool IsPrintedIn(AnswerRow row) =>
        Plain(Of) == Plain(row[Page.Matching.Of])
        && Plain(Detail) == Plain(row[Page.Matching.Detail])
        && (!IsName || Plain(Given) == Plain(row[Page.Matching.Given]));

    /// <summary>As a row of a form, nothing said of it yet.</summary>
    public AnswerRow Row =>
        AnswerRow.Empty(Id).With(Page.Matching.Of, Of).With(Page.Matching.Detail, Detail).With(Page.Matching.Given, Given);

    private static string Plain(string text) =>
        string.Join(
            ' ',
            string.Concat(text.Where(each => !char.IsControl(each) || char.IsWhiteSpace(each)))
                .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
        );

    internal static string WhomOf(RequestedPerson person) =>
        $"{person.Key}|{(person.Name.Length > 0 ? person.Name : $"({person.Relationship})")}";

    /// <summary>The place in a key of before ids stayed with the person; null where it is none.</summary>
    public static int? Place(string key) =>
        key.Length > 1
        && key[0] == 'd'
        && int.TryParse(key.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var place)
        && place > 0
            ? place
            : null;
}
