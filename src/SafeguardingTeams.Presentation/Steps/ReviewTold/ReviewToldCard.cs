using AdaptiveCards;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Reviews;
using SafeguardingTeams.Domain.Steps.ReviewTold;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Cards.Forms;
using SafeguardingTeams.Presentation.Cards.Layout;
using SafeguardingTeams.Presentation.Wording;
using static SafeguardingTeams.Presentation.Cards.Parts;

namespace SafeguardingTeams.Presentation.Steps.ReviewTold;

/// <summary>Letters about a review to national bodies: read, mailed or sent, recorded, opened as they went (C8, C9, C15, C17).</summary>
public static class ReviewToldCard
{
    /// <summary>Separates what and whom in one choice.</summary>
    private const char Dot = '.';

    /// <summary>The key of the button that has it mailed from here.</summary>
    public const string Mail = "mail";

    /// <summary>The form.</summary>
    public static AdaptiveCard Draw(ReviewFile file, Filled filled, CardContext context)
    {
        var owed = file.OwedOutside.ToList();
        var mailed = owed.FindAll(one => IsMailed(one.Of, one.Body, context));
        return ReviewRecordForm.Draw(
            file,
            filled,
            context,
            "Tell national bodies",
            owed.Count == 0
                ? "All who are to be told have been."
                : "Nothing goes outside by itself. Open each letter and read it; then have it mailed from here, or send it yourself and "
                    + "record how.",
            owed.Count == 0
                ? Went(file, context)
                : [.. Letters(file, owed, context), .. Fields(owed, mailed.Count > 0, filled, context), .. Went(file, context)],
            owed.Count == 0
                ? []
                :
                [
                    ReviewRecordForm.Send(context, "Record it", Verbs.ReviewTell, Step.RecordBodyTold, file),
                    .. mailed.Count > 0
                        ? [ReviewRecordForm.Does(context, "Mail it from here", Verbs.ReviewTell, Step.RecordBodyTold, file, (Mail, "yes"))]
                        : Array.Empty<CardButton>(),
                ]
        );
    }

    /// <summary>The checked address a letter is mailed to from here; null where it is for a person to send.</summary>
    public static OutsideAddress? Address(TellingOf what, OutsideBody body, PartnershipWords words) =>
        what == TellingOf.Report ? null : words.Outside.Find(one => one.Body == body);

    private static bool IsMailed(TellingOf what, OutsideBody body, CardContext context) => Address(what, body, context.Words) is not null;

    private static IEnumerable<Element> Letters(ReviewFile file, List<(TellingOf Of, OutsideBody Body)> owed, CardContext context) =>
        [
            .. owed.Select(one => one.Body)
                .Distinct()
                .Select(body =>
                    Fact(
                        ReviewRecordWording.Of(body),
                        context.Words.Outside.Find(one => one.Body == body) is { } known
                                ? $"{known.Email}; checked by {known.CheckedBy} on {Written.ShortDay(known.CheckedOn)}, {known.Source}"
                            : context.Viewer.Roles.Contains(Role.Operations)
                                ? "not checked: no address of it stands in the partnership's file, so you send the letter yourself"
                            : "sent by a person"
                    )
                ),
            .. ReviewParts.InRows(
                owed.Select(
                    (one, i) =>
                        ReviewParts.Link(
                            context,
                            $"Letter: {ReviewRecordWording.Of(one.Body)}, {Short(one.Of)}",
                            $"documents/{file.Ref}/outside/{one.Of}/{one.Body}"
                        )
                            is var letter
                        && i % ReviewParts.MaxInARow > 0
                            ? (CardButton)letter.BehindMore()
                            : letter
                )
            ),
        ];

    private static IEnumerable<Element> Fields(
        List<(TellingOf Of, OutsideBody Body)> owed,
        bool mayMail,
        Filled filled,
        CardContext context
    ) =>
        [
            .. GroupForm.Choose(
                filled,
                context,
                "body",
                "Who is told, and of what?",
                owed.Select(one => new InputChoice(
                    $"{ReviewRecordWording.Of(one.Body)}: {ReviewRecordWording.Of(one.Of)}",
                    $"{one.Of}{Dot}{one.Body}"
                )),
                // Of several none is chosen beforehand: one must not stand as told because nobody looked.
                owed is [var only]
                    ? $"{only.Of}{Dot}{only.Body}"
                    : ""
            ),
            .. mayMail ? [Say("To have it mailed from here, leave the rest as it is.")] : Array.Empty<Element>(),
            .. GroupForm.Date(filled, context, "date", "On which day?", there: Written.Iso(context.Today)),
            .. GroupForm.Line(filled, context, "how", "How, and to which address?", "For example: by email to its notifications mailbox."),
            .. GroupForm.Choose(
                filled,
                context,
                "ours",
                "Was it the letter from here?",
                [new("Yes: it is kept as it went", "yes"), new("No, another one, which is kept elsewhere", "no")],
                ""
            ),
        ];

    /// <summary>The letters that went, each to be opened as it went.</summary>
    private static IEnumerable<Element> Went(ReviewFile file, CardContext context) =>
        OutsideLetter.Of(file) is { Count: > 0 } went
            ?
            [
                Subheading("Letters as they went") with
                {
                    Spacing = "large",
                },
                .. went.Select(letter =>
                    Fact(
                        $"Letter {letter.Number}",
                        $"{ReviewRecordWording.Of(letter.Went.Body)}, {Short(letter.Went.Of)}, {Written.ShortDay(letter.Went.On)}"
                            + (letter.Went.MailTo.Length > 0 ? $", mailed to {letter.Went.MailTo}" : "")
                    )
                ),
                .. ReviewParts.InRows(
                    went.TakeLast(ReviewParts.OnOneCard)
                        .Select(letter =>
                            (CardButton)
                                ReviewParts
                                    .Link(context, $"Open letter {letter.Number}", $"documents/{file.Ref}/outside/{letter.Number}")
                                    .BehindMore()
                        )
                ),
            ]
            : [];

    private static string Short(TellingOf what) =>
        what switch
        {
            TellingOf.Decision => "decision",
            TellingOf.Delay => "delay",
            TellingOf.Report => "report",
            TellingOf.Reviewer => "who reviews",
        };

    /// <summary>What was chosen; null where it is neither.</summary>
    public static (TellingOf Of, OutsideBody Body)? Chosen(string choice) =>
        choice.Split(Dot) is [var of, var body]
        && Enum.GetValues<TellingOf>().Where(one => one.ToString() == of).Take(1).ToList() is [var what]
        && Enum.GetValues<OutsideBody>().Where(one => one.ToString() == body).Take(1).ToList() is [var whom]
            ? (what, whom)
            : null;
}

/// <summary>What timeline, messages and buttons say of it.</summary>
internal static class ReviewRecordWords
{
    internal static StepLines<ReviewEvent, ReviewFile> Lines { get; } =
        new StepLines<ReviewEvent, ReviewFile>()
            .Line<OutsideBodyTold>(
                (told, _) =>
                    ($"{ReviewRecordWording.Of(told.Body)} told on {Written.ShortDay(told.On)} {ReviewRecordWording.Of(told.Of)}", told.How)
            )
            .Line<OutsideLetterWent>(
                (went, _) =>
                    (
                        went.MailTo.Length > 0
                            ? $"Letter to {ReviewRecordWording.Of(went.Body)} mailed from here"
                            : $"Letter to {ReviewRecordWording.Of(went.Body)} sent",
                        went.MailTo
                    )
            )
            .Line<ReviewDocumentKept>((kept, _) => ("A letter is kept as it went", kept.Document.Name));

    internal static StepTexts<ReviewFile> Messages { get; } = new();

    internal static IReadOnlyList<ReviewButton> Buttons { get; } =
    [new(100, Step.RecordBodyTold, Verbs.ReviewTell, (_, _) => "Tell national bodies")];
}
