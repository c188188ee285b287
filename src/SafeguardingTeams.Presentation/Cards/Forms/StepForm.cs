using System.Collections.Immutable;
using AdaptiveCards;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Forms;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Presentation.Wording;
using static SafeguardingTeams.Presentation.Cards.Parts;
using static SafeguardingTeams.Presentation.Wording.Written;

namespace SafeguardingTeams.Presentation.Cards.Forms;

/// <summary>A card of a few inputs and a button. Each explains itself: everybody is new to it.</summary>
internal static class StepForm
{
    internal static AdaptiveCard Step(
        CaseFile file,
        Filled filled,
        CardContext context,
        string title,
        ImmutableList<string> explained,
        ImmutableList<Element?> inputs,
        ImmutableList<(string Title, string Verb, string Do)> buttons,
        params (string Key, string Value)[] more
    )
    {
        return Card([
            .. OnTop(filled),
            Aside(
                $"Serious incident referral {file.Id}. {char.ToUpperInvariant(Stages.Short(file.Stage)[0])}{Stages.Short(file.Stage)[1..]}."
            ),
            Heading(title),
            .. explained.SelectMany(Told),
            .. inputs,
            Buttons([
                .. buttons.Select(
                    (button, i) =>
                        (CardButton)(
                            Button(context, button.Title, button.Verb, [("case", Code(file.Id)), (Verbs.Do, button.Do), .. more])
                                is var made
                            && i == 0
                                ? made.Main()
                                : made
                        )
                ),
                Button(context, "Back to the case", Verbs.OpenCase, ("case", Code(file.Id))),
            ]),
        ]);
    }

    /// <summary>Whether something was recorded already when the card was drawn.</summary>
    internal static (string Key, string Value) Again(object? recorded) => ("again", recorded is null ? "no" : "yes");

    /// <summary>What is wrong with the card as a whole.</summary>
    internal static IEnumerable<Element?> OnTop(Filled filled) =>
        filled.Refusals.Where(refusal => refusal.Field is null).Select(refusal => Top(new(NoticeKind.Problem, refusal.Message)));

    internal static Container Reason(Filled filled, CardContext context, string label) =>
        new([
            .. Problem(filled, "reason") is { } wrong ? ImmutableList.Create<Element>(wrong) : [],
            new InputText(InputIds.For("reason", context.CardInvocation), label)
            {
                Value = filled["reason"],
                IsMultiline = true,
                MaxLength = 8000,
            },
        ]);

    internal static TextBlock? Problem(Filled filled, string field) =>
        filled.Refusals.Find(refusal => refusal.Field == field) is { } refusal ? Wrong(refusal.Message) : null;
}
