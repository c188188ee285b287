using AdaptiveCards;
using SafeguardingTeams.Domain.Learning;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.TriBorough;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Cards.Forms;
using SafeguardingTeams.Presentation.Wording;
using static SafeguardingTeams.Presentation.Cards.Parts;

namespace SafeguardingTeams.Presentation.Steps.TriBorough;

/// <summary>What went to the TriBorough group, and what came back (E23).</summary>
public static class TriBoroughCards
{
    /// <summary>What was sent.</summary>
    public static AdaptiveCard Sent(LearningFile file, Filled filled, CardContext context) =>
        Draw(
            file,
            filled,
            context,
            "Sent to the TriBorough group",
            "No paper leaves from here: what you send is anonymised first. Record in words what it was. Name no child, relative "
                + "or practitioner.",
            ("What was sent?", "On which day was it sent?", Verbs.LearningTriBoroughSent),
            file.TriBorough?.Sent
        );

    /// <summary>What came back.</summary>
    public static AdaptiveCard Answer(LearningFile file, Filled filled, CardContext context) =>
        Draw(
            file,
            filled,
            context,
            "Back from the TriBorough group",
            "If nothing comes back, say so and why. Name no child, relative or practitioner.",
            ("What came back?", "On which day did it come?", Verbs.LearningTriBoroughAnswer),
            file.TriBorough?.Answer
        );

    /// <summary>What is recorded; nothing where nothing is.</summary>
    internal static IEnumerable<Element> Facts(LearningFile file) =>
        [
            .. file.TriBorough?.Sent is { } sent ? [Fact("Sent to the TriBorough group", Said(sent))] : Array.Empty<Element>(),
            .. file.TriBorough?.Answer is { } answer ? [Fact("Back from the TriBorough group", Said(answer))] : Array.Empty<Element>(),
        ];

    private static string Said(OnADay one) => $"{Written.ShortDay(one.On)}: {one.What}";

    private static AdaptiveCard Draw(
        LearningFile file,
        Filled filled,
        CardContext context,
        string title,
        string explained,
        (string What, string When, string Verb) asks,
        OnADay? there
    ) =>
        LearningForm.Draw(
            file,
            filled,
            context,
            title,
            explained,
            [
                .. GroupForm.Date(filled, context, "date", asks.When, there: Written.Iso(there?.On ?? context.Today)),
                .. GroupForm.Text(filled, context, "what", asks.What, there: there?.What ?? ""),
                .. there is null ? [] : GroupForm.Reason(filled, context, "Why is it put right?"),
            ],
            LearningForm
                .Key(
                    context,
                    "Record it",
                    asks.Verb,
                    file,
                    (Verbs.Do, "yes"),
                    ("again", there is null ? "no" : "yes"),
                    LearningForm.Seen(file)
                )
                .Main()
        );
}

/// <summary>What timeline, messages and buttons say of it.</summary>
internal static class LearningWords
{
    internal static StepLines<LearningEvent, LearningFile> Lines { get; } =
        new StepLines<LearningEvent, LearningFile>()
            .Line<TriBoroughSent>(
                (sent, _) => ($"Sent to the TriBorough group on {Written.ShortDay(sent.Sent.On)}: {sent.Sent.What}", sent.Reason)
            )
            .Line<TriBoroughAnswered>(
                (came, _) => ($"Back from the TriBorough group on {Written.ShortDay(came.Answer.On)}: {came.Answer.What}", came.Reason)
            );

    internal static StepTexts<LearningFile> Messages { get; } = new();

    internal static IReadOnlyList<LearningButton> Buttons { get; } =
    [
        new(80, Step.RecordTriBoroughAnswer, Verbs.LearningTriBoroughAnswer, (file, _) =>
            file.TriBorough?.Answer is null ? "Back from TriBorough" : "Put the TriBorough answer right"
        ),
        new(90, Step.SendToTriBorough, Verbs.LearningTriBoroughSent, (file, _) =>
            file.TriBorough is null ? "Sent to TriBorough" : "Put what was sent right"
        ),
    ];
}
