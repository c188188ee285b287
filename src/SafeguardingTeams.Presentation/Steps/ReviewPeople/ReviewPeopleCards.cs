using System.Globalization;
using AdaptiveCards;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Reviews;
using SafeguardingTeams.Domain.Steps.ReviewPeople;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Cards.Forms;
using SafeguardingTeams.Presentation.Steps.ReviewPapers;
using SafeguardingTeams.Presentation.Wording;
using static SafeguardingTeams.Presentation.Cards.Parts;

namespace SafeguardingTeams.Presentation.Steps.ReviewPeople;

/// <summary>Reviewer and independent Chair: appointed with what they declare, replaced, ended (C9).</summary>
public static class ReviewPeopleCards
{
    /// <summary>Nobody is replaced.</summary>
    public const string Nobody = "nobody";

    /// <summary>How many who were appointed before stand on the card; the timeline has all.</summary>
    private const int Before = 4;

    private static readonly InputChoice[] NoOrYes = [new("No", "no"), new("Yes", "yes")];

    /// <summary>Who is appointed, who was, and what can be done with it.</summary>
    public static AdaptiveCard Open(ReviewFile file, CardContext context) =>
        ReviewRecordForm.Draw(
            file,
            Filled.Nothing,
            context,
            "Who reviews",
            "Entered by hand, with what they declare. Who has an address reads the agreed papers here, as a guest, and nothing else; to "
                + "who has none you send them. Panel, Ofsted and DfE are told of each change of reviewer or independent Chair.",
            [
                .. ReviewRecordText.SetOf(ReviewPart.People, file, context),
                .. file.Appointed().Any()
                    ? file.Appointed().SelectMany(person => Facts(person).Append(Fact("Papers", Reads(file, person))))
                    : [Fact("Appointed", "nobody")],
                .. file
                    .People.Where(person => !person.IsAppointed)
                    .TakeLast(Before)
                    .Select(person =>
                        Fact(
                            $"{ReviewRecordWording.Of(person.Who.Role)} until {Written.ShortDay(person.Until!.Value)}",
                            $"{ReviewRecordWording.Named(person.Who)}. {ReviewRecordText.Short(person.WhyEnded, 200)}"
                        )
                    ),
                .. ReviewPapersCards.Facts(file),
            ]
        );

    /// <summary>Record an appointment.</summary>
    public static AdaptiveCard Appoint(ReviewFile file, Filled filled, CardContext context) =>
        ReviewRecordForm.Draw(
            file,
            filled,
            context,
            "Appoint somebody",
            "Enter who was appointed and what they declare. By it they read nothing here: that is the papers you agree. Panel, Ofsted and "
                + "DfE are told of each reviewer and independent Chair.",
            [
                .. GroupForm.Choose(
                    filled,
                    context,
                    "role",
                    "Appointed as",
                    Enum.GetValues<ReviewPersonRole>().Select(role => new InputChoice(ReviewRecordWording.Of(role), role.ToString()))
                ),
                .. GroupForm.Line(filled, context, "name", "Name"),
                .. GroupForm.Line(filled, context, "post", "Post or profession"),
                .. GroupForm.Line(filled, context, "organisation", "Organisation", "If they work for themselves, say so."),
                .. GroupForm.Line(filled, context, "email", "Email address (optional)", AddressHint),
                .. GroupForm.Date(filled, context, "date", "Appointed on", there: Written.Iso(context.Today)),
                .. InPlaceOf(file, filled, context),
                Subheading("What they declare") with
                {
                    Spacing = "large",
                },
                .. GroupForm.Choose(filled, context, "employed", "Are they employed by an agency of the case?", NoOrYes),
                .. GroupForm.Text(filled, context, "employedwhy", "If so: by which, and as what?"),
                .. GroupForm.Choose(filled, context, "involved", "Were they involved for an agency of the case?", NoOrYes),
                .. GroupForm.Text(filled, context, "involvedwhy", "If so: for which, and in what?"),
                .. GroupForm.Text(
                    filled,
                    context,
                    "knows",
                    "What do they know?",
                    "Practice, research, the limits of hindsight, communicating, engaging families."
                ),
                .. GroupForm.Text(filled, context, "conflicts", "Conflicts of interest, real or perceived (leave empty for none)"),
                .. GroupForm.Text(
                    filled,
                    context,
                    "handled",
                    "How is this handled?",
                    "Needed for a conflict, and for a yes to one of the two questions."
                ),
            ],
            ReviewRecordForm.Send(context, "Record it", Verbs.ReviewAppoint, Step.AppointReviewPerson, file)
        );

    /// <summary>End an appointment.</summary>
    public static AdaptiveCard End(ReviewFile file, Filled filled, CardContext context)
    {
        var people = file.Appointed().ToList();
        return ReviewRecordForm.Draw(
            file,
            filled,
            context,
            "End an appointment",
            "Where another one comes, record that appointment instead: it names whose place is taken.",
            [
                .. GroupForm.Choose(
                    filled,
                    context,
                    "who",
                    "Whose appointment ends?",
                    people.Select(Choice),
                    people is [var only] ? Number(only) : ""
                ),
                .. GroupForm.Reason(filled, context, "Why does it end?"),
            ],
            ReviewRecordForm.Send(context, "End it", Verbs.ReviewAppointmentEnd, Step.EndReviewPerson, file)
        );
    }

    /// <summary>Change the address of somebody appointed.</summary>
    public static AdaptiveCard Email(ReviewFile file, Filled filled, CardContext context)
    {
        var people = file.Appointed().ToList();
        return ReviewRecordForm.Draw(
            file,
            filled,
            context,
            "Change an address",
            "Who came in by the address before reads nothing any more, at once. Who has the new one is asked in, if papers are agreed. "
                + "Nothing else of the appointment changes.",
            [
                .. GroupForm.Choose(
                    filled,
                    context,
                    "who",
                    "Whose address is it?",
                    people.Select(person => new InputChoice(
                        $"{Choice(person).Title}: {(person.Who.Email.Length > 0 ? person.Who.Email : "no address")}",
                        Number(person)
                    )),
                    people is [var only] ? Number(only) : ""
                ),
                .. GroupForm.Line(filled, context, "email", "New email address (leave empty for none)", AddressHint),
                .. GroupForm.Reason(filled, context, "Why is it another?"),
            ],
            ReviewRecordForm.Send(context, "Change it", Verbs.ReviewPersonEmail, Step.ChangeReviewPersonEmail, file)
        );
    }

    /// <summary>What is said of an address where it is entered: a wrong one asks a stranger in.</summary>
    private const string AddressHint =
        "Their own work address: check it. Once papers are agreed, whoever signs in with it reads them. "
        + "Leave it empty to send them yourself.";

    /// <summary>How somebody appointed comes to the papers.</summary>
    private static string Reads(ReviewFile file, ReviewPerson person) =>
        person.Who.Email.Length == 0 ? "no address: you send them"
        : !ReviewPermissions.PapersAreOpen(file) ? "nothing to read here until papers are agreed"
        : person.PersonId.Length == 0 ? "asked in; not found in the directory yet"
        : "can sign in and read them here";

    /// <summary>Who was appointed and what they declare, on the card of the review.</summary>
    internal static IEnumerable<Element> Facts(ReviewFile file) =>
        file.People.IsEmpty
            ? []
            :
            [
                Subheading("Who reviews") with
                {
                    Spacing = "large",
                },
                .. file.Appointed().Any()
                    ? file.Appointed().SelectMany(Facts)
                    : [Fact("Reviewer and independent Chair", "nobody is appointed")],
            ];

    private static IEnumerable<Element> Facts(ReviewPerson person)
    {
        var declared = person.Declared;
        return
        [
            Fact(
                ReviewRecordWording.Of(person.Who.Role),
                $"{ReviewRecordWording.Named(person.Who)}{(person.Who.Email.Length > 0 ? $", {person.Who.Email}" : "")}; since "
                    + Written.ShortDay(person.From)
            ),
            Fact("Declares", ReviewRecordText.Short(ReviewRecordWording.Of(declared), 400)),
        ];
    }

    private static IEnumerable<Element> InPlaceOf(ReviewFile file, Filled filled, CardContext context) =>
        !file.Appointed().Any()
            ? []
            :
            [
                .. GroupForm.Choose(
                    filled,
                    context,
                    "instead",
                    "In whose place?",
                    [new InputChoice("Nobody's: one more", Nobody), .. file.Appointed().Select(Choice)],
                    Nobody
                ),
                .. GroupForm.Reason(filled, context, "If in somebody's place: why?"),
            ];

    private static InputChoice Choice(ReviewPerson person) =>
        new($"{person.Who.Name}, {ReviewRecordWording.Short(person.Who.Role)}", Number(person));

    private static string Number(ReviewPerson person) => person.Number.ToString(CultureInfo.InvariantCulture);
}

/// <summary>What timeline, messages and buttons say of it.</summary>
internal static class ReviewRecordWords
{
    internal static StepLines<ReviewEvent, ReviewFile> Lines { get; } =
        new StepLines<ReviewEvent, ReviewFile>()
            .Line<ReviewPersonAppointed>(
                (appointed, file) =>
                    (
                        $"{ReviewRecordWording.Of(appointed.Who.Role)} appointed on {Written.ShortDay(appointed.On)}: "
                            + ReviewRecordWording.Named(appointed.Who)
                            + (Person(file, appointed.InPlaceOf) is { } before ? $"; in place of {before.Who.Name}" : ""),
                        $"{(appointed.Reason.Length > 0 ? $"{appointed.Reason} " : "")}{ReviewRecordWording.Of(appointed.Declared)}"
                    )
            )
            .Line<ReviewPersonEnded>((ended, file) => ($"The appointment of {Name(file, ended.Number)} ended", ended.Reason))
            .Line<ReviewPersonEmailChanged>(
                (changed, file) =>
                    (
                        changed.Email.Length > 0
                            ? $"Another address for {Name(file, changed.Number)}: {changed.Email}"
                            : $"No address any more for {Name(file, changed.Number)}",
                        changed.Reason
                    )
            )
            .Line<ReviewPersonCameIn>((came, file) => ($"{Name(file, came.Number)} can sign in, and reads what is agreed", How(came)));

    internal static StepTexts<ReviewFile> Messages { get; } = new();

    internal static IReadOnlyList<ReviewButton> Buttons { get; } =
    [
        new(65, Step.AppointReviewPerson, Verbs.ReviewAppoint, (_, _) => "Appoint somebody") { Part = ReviewPart.People },
        new(129, Step.ChangeReviewPersonEmail, Verbs.ReviewPersonEmail, (_, _) => "Change an address") { Part = ReviewPart.People },
        new(130, Step.EndReviewPerson, Verbs.ReviewAppointmentEnd, (_, _) => "End an appointment") { Part = ReviewPart.People },
    ];

    /// <summary>By which account, so that operations can see that it is theirs.</summary>
    private static string How(ReviewPersonCameIn came) =>
        came.OfTheFile ? "The address that was entered is that of somebody in the partnership's list."
        : came.Invited ? "By our invitation, as a guest, at the address that was entered."
        : "By an account that the directory had already at the address that was entered.";

    private static string Name(ReviewFile file, int number) => Person(file, number)?.Who.Name ?? "somebody";

    private static ReviewPerson? Person(ReviewFile file, int? number) => file.People.Find(person => person.Number == number);
}
