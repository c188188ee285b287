using System.Globalization;
using AdaptiveCards;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Reviews;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Cards.Forms;
using SafeguardingTeams.Presentation.Cards.Layout;
using SafeguardingTeams.Presentation.Wording;
using static SafeguardingTeams.Presentation.Cards.Layout.Runs;
using static SafeguardingTeams.Presentation.Cards.Parts;

namespace SafeguardingTeams.Presentation.Steps.ReviewDetails;

/// <summary>What agencies are asked for, to who may read the review (C6, C23).</summary>
public static class DetailCards
{
    /// <summary>How many stand on the card, what is open first; the timeline has all.</summary>
    private const int Shown = 12;

    /// <summary>All requests, with what was answered.</summary>
    public static AdaptiveCard Open(ReviewFile file, Notice? notice, CardContext context)
    {
        var all = file.Details.OrderBy(one => !one.IsOpen).ThenBy(one => one.IsOpen ? one.Number : -one.Number).ToList();
        var theirs = ReviewPermissions.AnswersDetails(file, context.Viewer);
        return Card([
            Top(notice),
            Text(Small($"Review {OnScreen.Reference(file.Ref)}")),
            Heading("What agencies are asked for") with
            {
                Spacing = "none",
            },
            Text(Plain(Where(file))) with
            {
                Spacing = "small",
            },
            Buttons([
                theirs ? ReviewRecordForm.Key(context, "Answer for your agency", Verbs.ReviewDetailTheirs, file) : null,
                .. ReviewRecordText
                    .Offered(ReviewPart.Details, file, context)
                    // A lead answers for their own agency alone, on its card.
                    .Where(button => button.Step != Step.AnswerDetail || file.RolesOf(context.Viewer).Contains(Role.Operations))
                    .Select(
                        (button, i) =>
                        {
                            var key = ReviewRecordForm.Key(context, button.Title(file, context), button.Verb, file);
                            return i < 2 ? (CardButton)key : key.BehindMore();
                        }
                    ),
                ReviewRecordForm.Key(context, "Back to the review", Verbs.OpenReview, file),
            ]),
            .. all.Take(Shown).SelectMany(one => One(file, one, context)),
            .. all.Count > Shown
                ? [SmallLine($"{Written.Count(all.Count - Shown, "more stands", "more stand")} in the timeline.")]
                : Array.Empty<Element>(),
        ]);
    }

    /// <summary>The way there from the review's card; none while nobody is asked and nobody may be.</summary>
    internal static ActionExecute? Way(ReviewFile file, CardContext context) =>
        !file.Details.IsEmpty || ReviewRecordText.Offered(ReviewPart.Details, file, context).Any()
            ? ReviewRecordForm.Key(context, "What agencies are asked for", Verbs.ReviewDetails, file)
            : null;

    /// <summary>How many there are, and how many are open.</summary>
    internal static IEnumerable<Element> Facts(ReviewFile file) =>
        file.Details.Count(one => one.Stands) is > 0 and var count
            ? [Fact("Asked of agencies", $"{Written.Count(count, "request", "requests")}, {file.OpenDetails.Count()} open")]
            : Array.Empty<Element>();

    /// <summary>What is asked, to the agency and to who reads the review.</summary>
    internal static IEnumerable<Element> Asked(DetailRequest one) =>
        [
            Fact("What is asked", one.Ask.Asked),
            Fact("Why", one.Ask.Why),
            Fact("The period", DetailWording.Period(one.Ask)),
            Fact("Legal basis", one.Ask.Basis),
            .. one is { Missing.Length: > 0, IsAnswered: false } ? [Fact("What is missing", one.Missing)] : Array.Empty<Element>(),
        ];

    private static string Where(ReviewFile file) =>
        file.Details.IsEmpty ? "Nobody is asked yet."
        : file.WaitsForDetail
            ? $"{Written.Count(file.OpenDetails.Count(), "request is", "requests are")} open. A review is not closed with one."
        : "Nothing is open.";

    private static IEnumerable<Element> One(ReviewFile file, DetailRequest one, CardContext context) =>
        [
            Subheading($"{one.Number}. {Inputs.Cut(one.Body.Name, 60)}") with
            {
                Spacing = "large",
            },
            Lines.Line(
                ReviewRecordText.Short(one.Ask.Asked, 240),
                $"{DetailWording.Period(one.Ask)}. Asked on {OnScreen.Day(one.On)} by {one.By}.",
                DetailWording.IsLate(file, one, context.Today)
                    ? Late(DetailWording.State(file, one, context.Today))
                    : Plain(DetailWording.State(file, one, context.Today))
            ),
            .. one is { Missing.Length: > 0, IsOpen: true }
                ? [Fact("Asked again for", ReviewRecordText.Short(one.Missing, 240))]
                : Array.Empty<Element>(),
            .. one.Answer is { } answer
                ?
                [
                    Fact(
                        one.IsAnswered ? "Answer" : "The answer before",
                        ReviewRecordText.Short(DetailWording.Of(answer), 400)
                            + (answer.Verified.Length > 0 ? $" Verified: {Inputs.Cut(answer.Verified, 120)}" : "")
                    ),
                ]
                : Array.Empty<Element>(),
        ];
}

/// <summary>Ask agencies, record what they answer, ask again, take back (C23).</summary>
public static class DetailForms
{
    private const string NoNames = "The agencies read all of it. Name no child, relative or practitioner: say \"Child A\", or the role.";

    /// <summary>Ask agencies.</summary>
    /// <param name="agencies">The agencies of the partnership's file.</param>
    public static AdaptiveCard Ask(ReviewFile file, IReadOnlyList<(string Id, string Name)> agencies, Filled filled, CardContext context) =>
        ReviewRecordForm.Draw(
            file,
            filled,
            context,
            "Ask agencies for more",
            NoNames,
            [
                .. GroupForm.ChooseSeveral(
                    filled,
                    context,
                    "bodies",
                    "Who is asked?",
                    agencies.Select(agency => new InputChoice(agency.Name, agency.Id))
                ),
                .. GroupForm.Text(filled, context, "text", "What is asked?"),
                .. GroupForm.Text(filled, context, "why", "Why does the review need it?"),
                .. GroupForm.Date(filled, context, "from", "The period: from"),
                .. GroupForm.Date(filled, context, "until", "The period: to"),
                .. Due(filled, context),
                Fact("Legal basis", $"{context.Words.DetailBasis.Text} {Checked(context)}".Trim()),
            ],
            ReviewRecordForm.Send(context, "Ask them", Verbs.ReviewDetailAsk, Step.RequestDetail, file)
        );

    /// <summary>Operations record what an agency said in another way.</summary>
    public static AdaptiveCard Answer(ReviewFile file, Filled filled, CardContext context) =>
        ReviewRecordForm.Draw(
            file,
            filled,
            context,
            "Record an agency's answer",
            "Each agency answers here by its own people. Record what came in another way.",
            [
                .. Which(file, one => one.Stands, filled, context),
                .. Answers(null, filled, context),
                .. GroupForm.Line(filled, context, "verified", "How did you make sure that it came from them?"),
            ],
            ReviewRecordForm.Send(context, "Record it", Verbs.ReviewDetailAnswer, Step.AnswerDetail, file)
        );

    /// <summary>Ask an agency again.</summary>
    public static AdaptiveCard Return(ReviewFile file, Filled filled, CardContext context) =>
        ReviewRecordForm.Draw(
            file,
            filled,
            context,
            "Ask an agency again",
            "It reads what is missing. Name no child, relative or practitioner.",
            [
                .. Which(file, one => one is { Stands: true, IsAnswered: true }, filled, context),
                .. GroupForm.Text(filled, context, "text", "What is missing?"),
                .. Due(filled, context),
            ],
            ReviewRecordForm.Send(context, "Ask again", Verbs.ReviewDetailReturn, Step.ReturnDetail, file)
        );

    /// <summary>Take a request back.</summary>
    public static AdaptiveCard TakeBack(ReviewFile file, Filled filled, CardContext context) =>
        ReviewRecordForm.Draw(
            file,
            filled,
            context,
            "Take a request back",
            "The agency is not asked any more, and does not read the reason.",
            [.. Which(file, one => one.IsOpen, filled, context), .. GroupForm.Reason(filled, context, "Why is it taken back?")],
            ReviewRecordForm.Does(context, "Take it back", Verbs.ReviewDetailBack, Step.TakeBackDetail, file) with
            {
                Style = "destructive",
            }
        );

    /// <summary>What is asked of an agency on its card.</summary>
    internal static IEnumerable<Element> Answers(DetailAnswer? there, Filled filled, CardContext context) =>
        [
            .. GroupForm.Choose(
                filled,
                context,
                "reply",
                "What is the answer?",
                Enum.GetValues<DetailReply>().Select(reply => new InputChoice(DetailWording.Of(reply), reply.ToString())),
                there?.Reply.ToString() ?? ""
            ),
            .. GroupForm.Text(filled, context, "because", "What is given? Or: why is nothing held?", there: there?.Text ?? ""),
            .. GroupForm.Line(
                filled,
                context,
                "where",
                "Where is it? (needed unless nothing is held)",
                "A link, or such as \"sent by secure mail on 2 November\". No file is attached here.",
                there?.Where ?? ""
            ),
            .. GroupForm.Date(filled, context, "date", "Day of the answer", there: Written.Iso(context.Today)),
        ];

    private static IEnumerable<Element> Due(Filled filled, CardContext context) =>
        GroupForm.Date(filled, context, "due", "By when? (optional)", "Left empty: the usual number of working days from today.");

    private static IEnumerable<Element> Which(ReviewFile file, Func<DetailRequest, bool> which, Filled filled, CardContext context)
    {
        var all = file.Details.Where(which).OrderBy(one => !one.IsOpen).ThenBy(one => one.Number).ToList();
        return GroupForm.Choose(
            filled,
            context,
            "which",
            "Which request?",
            all.Select(one => new InputChoice(
                $"{one.Number}: {Inputs.Cut(one.Body.Name, 60)}{(one.IsAnswered ? " (has answered)" : "")}",
                Digits(one)
            )),
            all is [var only] ? Digits(only) : ""
        );
    }

    /// <summary>Who checked the legal basis; that nobody has, to operations alone.</summary>
    private static string Checked(CardContext context) =>
        context.Words.DetailBasis is { CheckedOn: { } on } basis
            ? $"(checked by {basis.CheckedBy} on {Written.ShortDay(on)}, {basis.Source})"
        : context.Viewer.Roles.Contains(Role.Operations) ? "(not checked: have somebody check it, and put it into the partnership's file)"
        : "";

    private static string Digits(DetailRequest one) => one.Number.ToString(CultureInfo.InvariantCulture);
}
