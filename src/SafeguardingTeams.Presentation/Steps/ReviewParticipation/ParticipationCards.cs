using System.Globalization;
using AdaptiveCards;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Reviews;
using SafeguardingTeams.Domain.Steps.ReviewParticipation;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Cards.Forms;
using SafeguardingTeams.Presentation.Cards.Layout;
using SafeguardingTeams.Presentation.Wording;
using static SafeguardingTeams.Presentation.Cards.Layout.Runs;
using static SafeguardingTeams.Presentation.Cards.Parts;

namespace SafeguardingTeams.Presentation.Steps.ReviewParticipation;

/// <summary>The part of child, family and practitioners in a review (C13, E9), to who may read the review.</summary>
public static class ParticipationCards
{
    /// <summary>The key that says whose.</summary>
    public const string Number = "number";

    /// <summary>How many stand on the review's card.</summary>
    private const int Shown = 8;

    /// <summary>One person or group; the first, where there is none of that number.</summary>
    public static AdaptiveCard Open(ReviewFile file, int number, Notice? notice, CardContext context)
    {
        var all = file.Participants;
        var there = all.Find(one => one.Number == number) ?? all.FirstOrDefault();
        var may = ReviewRules.MayTake(Step.KeepParticipation, file, context.Viewer);
        return Card([
            Top(notice),
            Text(Small($"Review {OnScreen.Reference(file.Ref)}")),
            Heading(there is null ? "Nobody is recorded yet" : $"Taking part: {there.Number} of {all.Count}") with
            {
                Spacing = "none",
            },
            Text(Plain("Child, family and practitioners, by relation or group: no name is needed. Nobody is written to from here.")) with
            {
                Spacing = "small",
            },
            Buttons(
                may && there is not null
                    ? Key(file, there.Number, "Add to it, or correct it", Verbs.ReviewParticipationKeep, context)
                    : null,
                may ? ReviewRecordForm.Key(context, "Add somebody", Verbs.ReviewParticipationKeep, file) : null,
                all.Count > 1
                    ? Key(file, all[(all.IndexOf(there!) + 1) % all.Count].Number, "Next", Verbs.ReviewParticipation, context)
                    : null,
                ReviewRecordForm.Key(context, "Back to the review", Verbs.OpenReview, file)
            ),
            .. there is null ? [] : Whole(there),
        ]);
    }

    /// <summary>Record somebody's part, add to it, correct it.</summary>
    /// <param name="number">Whose; null for somebody who is not recorded yet.</param>
    public static AdaptiveCard Keep(ReviewFile file, int? number, Filled filled, CardContext context)
    {
        var there = file.Participants.Find(one => one.Number == number)?.Part;
        string Iso(DateOnly? day) => day is { } one ? Written.Iso(one) : "";
        return ReviewRecordForm.Draw(
            file,
            filled,
            context,
            there is null ? "Who may take part?" : "Add to it, or correct it",
            "One person or group. Say the relation or the group: no name is needed. Nobody is written to from here.",
            [
                .. GroupForm.Choose(
                    filled,
                    context,
                    "sort",
                    "Which?",
                    Enum.GetValues<ParticipantKind>().Select(kind => new InputChoice(ParticipationWording.Of(kind), kind.ToString())),
                    there?.Kind.ToString() ?? ""
                ),
                .. GroupForm.Line(filled, context, "who", "Who?", "Such as \"mother\", \"older brother\", \"the ward\".", there?.Who ?? ""),
                .. GroupForm.Text(
                    filled,
                    context,
                    "decided",
                    "Who decided to invite them, or not to, and why?",
                    there: there?.Decided ?? ""
                ),
                .. GroupForm.Choose(
                    filled,
                    context,
                    "answer",
                    "Do they take part?",
                    Enum.GetValues<ParticipationAnswer>()
                        .Select(answer => new InputChoice(ParticipationWording.Of(answer), answer.ToString())),
                    there?.Answer.ToString() ?? ""
                ),
                .. GroupForm.Date(filled, context, "offered", "Offered on (empty where not asked)", there: Iso(there?.OfferedOn)),
                .. GroupForm.Text(
                    filled,
                    context,
                    "firsttold",
                    "How and by whom were they first told? (needed where asked)",
                    there: there?.FirstTold ?? ""
                ),
                .. GroupForm.Text(filled, context, "support", "Which support or advocate? (optional)", there: there?.Support ?? ""),
                .. GroupForm.Date(filled, context, "contributed", "Their contribution came on (optional)", there: Iso(there?.Contributed)),
                .. GroupForm.Date(filled, context, "draft", "Offered the draft on (optional)", there: Iso(there?.Draft)),
                .. GroupForm.Text(filled, context, "said", "What did they say? (optional)", there: there?.Said ?? ""),
                .. GroupForm.Text(
                    filled,
                    context,
                    "perspective",
                    "The child's perspective (optional)",
                    "How the child sees or saw it, whoever said so. It stands on a line of its own.",
                    there?.Perspective ?? ""
                ),
                .. GroupForm.Line(filled, context, "called", "How do they wish to be called? (optional)", there: there?.Called ?? ""),
                .. GroupForm.Date(filled, context, "told", "Told of publication on (optional)", there: Iso(there?.Told)),
                .. there is null ? [] : GroupForm.Reason(filled, context, "What is new, or what was wrong?"),
            ],
            ReviewRecordForm
                .Does(
                    context,
                    "Record it",
                    Verbs.ReviewParticipationKeep,
                    Step.KeepParticipation,
                    file,
                    number is { } one ? [(Number, one.ToString(CultureInfo.InvariantCulture))] : []
                )
                .Main()
        );
    }

    /// <summary>Who takes part, on the card of the review; the child's perspective on a line of its own.</summary>
    internal static IEnumerable<Element> Facts(ReviewFile file) =>
        file.Participants.IsEmpty
            ? []
            :
            [
                Subheading("Who takes part") with
                {
                    Spacing = "large",
                },
                .. file.Participants.Take(Shown).Select(Line),
                .. file.Participants.Count > Shown
                    ? [SmallLine($"{Written.Count(file.Participants.Count - Shown, "more is", "more are")} recorded.")]
                    : Array.Empty<Element>(),
                Fact(
                    "The child's perspective",
                    file.Participants.Select(one => one.Part.Perspective).Where(text => text.Length > 0).ToList() is { Count: > 0 } said
                        ? ReviewRecordText.Short(string.Join(" ", said), 400)
                        : "not recorded yet"
                ),
            ];

    /// <summary>Who took part and was not told of publication (C16); nothing where all were.</summary>
    internal static IEnumerable<Element> NotTold(ReviewFile file) =>
        file.Participants.Where(one => one.Part.IsToBeTold).Select(one => one.Part.Who).ToList() is { Count: > 0 } who
            ?
            [
                Fact(
                    "Took part, and not yet recorded as told",
                    string.Join("; ", who.Take(Shown)) + (who.Count > Shown ? "; and more" : "")
                ),
            ]
            : Array.Empty<Element>();

    private static Element Line(Participant one)
    {
        var part = one.Part;
        return Lines.Line(
            $"{ParticipationWording.Short(part.Kind)}: {part.Who}",
            string.Join(
                "; ",
                new[]
                {
                    part.OfferedOn is { } offered ? $"offered {OnScreen.Day(offered)}" : "",
                    part.Contributed is { } came ? $"contribution {OnScreen.Day(came)}" : "",
                    part.Draft is { } draft ? $"draft {OnScreen.Day(draft)}" : "",
                    part.Told is { } told ? $"told of publication {OnScreen.Day(told)}" : "",
                }.Where(text => text.Length > 0)
            ),
            Plain(ParticipationWording.Of(part.Answer))
        );
    }

    private static IEnumerable<Element> Whole(Participant one)
    {
        var part = one.Part;
        (string Label, string Says)[] all =
        [
            ("Who", $"{ParticipationWording.Of(part.Kind)}: {part.Who}"),
            ("Do they take part?", ParticipationWording.Of(part.Answer)),
            ("Who decided, and why", part.Decided),
            ("Offered on", Day(part.OfferedOn)),
            ("First told", part.FirstTold),
            ("Support or advocate", part.Support),
            ("Their contribution came on", Day(part.Contributed)),
            ("Offered the draft on", Day(part.Draft)),
            ("What they said", part.Said),
            ("The child's perspective", part.Perspective),
            ("Wish to be called", part.Called),
            ("Told of publication on", Day(part.Told)),
            ("Recorded by", one.By),
        ];
        return all.Where(line => line.Says.Length > 0).Select(line => Fact(line.Label, line.Says));

        static string Day(DateOnly? day) => day is { } there ? Written.Day(there) : "";
    }

    private static ActionExecute Key(ReviewFile file, int number, string title, string verb, CardContext context) =>
        ReviewRecordForm.Key(context, title, verb, file, (Number, number.ToString(CultureInfo.InvariantCulture)));
}

/// <summary>Kinds and answers in words.</summary>
internal static class ParticipationWording
{
    internal static string Of(ParticipantKind kind) =>
        kind switch
        {
            ParticipantKind.Child => "The child",
            ParticipantKind.Siblings => "Siblings",
            ParticipantKind.Family => "Somebody of the family",
            ParticipantKind.Practitioners => "Practitioners",
        };

    internal static string Short(ParticipantKind kind) => kind == ParticipantKind.Family ? "Family" : Of(kind);

    internal static string Of(ParticipationAnswer answer) =>
        answer switch
        {
            ParticipationAnswer.NotYet => "Offered, no answer yet",
            ParticipationAnswer.TakesPart => "Takes part",
            ParticipationAnswer.Declined => "Declined",
            ParticipationAnswer.NotAsked => "Not asked",
        };
}

/// <summary>What timeline, messages and buttons say of it.</summary>
internal static class ReviewRecordWords
{
    internal static StepLines<ReviewEvent, ReviewFile> Lines { get; } =
        new StepLines<ReviewEvent, ReviewFile>().Line<ParticipationKept>(
            (kept, _) =>
                (
                    $"Part {kept.Number}, {ParticipationWording.Short(kept.Part.Kind).ToLowerInvariant()}: {kept.Part.Who}; "
                        + ParticipationWording.Of(kept.Part.Answer).ToLowerInvariant()
                        + (kept.Reason.Length > 0 ? "; changed" : ""),
                    string.Join(
                        " ",
                        new[]
                        {
                            kept.Reason.Length > 0 ? $"Why: {kept.Reason}" : "",
                            $"Decided: {kept.Part.Decided}",
                            Says("First told", kept.Part.FirstTold),
                            Says("Support", kept.Part.Support),
                            On("Offered", kept.Part.OfferedOn),
                            On("Contribution", kept.Part.Contributed),
                            On("Draft", kept.Part.Draft),
                            On("Told of publication", kept.Part.Told),
                            Says("Said", kept.Part.Said),
                            Says("The child's perspective", kept.Part.Perspective),
                            Says("Wish to be called", kept.Part.Called),
                        }.Where(text => text.Length > 0)
                    )
                )
        );

    internal static StepTexts<ReviewFile> Messages { get; } = new();

    internal static IReadOnlyList<ReviewButton> Buttons { get; } =
    [new(115, Step.KeepParticipation, Verbs.ReviewParticipation, (_, _) => "Who takes part")];

    private static string Says(string label, string text) => text.Length > 0 ? $"{label}: {text}" : "";

    private static string On(string label, DateOnly? day) => day is { } there ? $"{label}: {Written.ShortDay(there)}." : "";
}
