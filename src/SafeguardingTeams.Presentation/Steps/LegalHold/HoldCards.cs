using System.Globalization;
using AdaptiveCards;
using SafeguardingTeams.Domain.Group.Retaining;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Cards.Forms;
using SafeguardingTeams.Presentation.Steps.Disposing;
using SafeguardingTeams.Presentation.Wording;
using static SafeguardingTeams.Presentation.Cards.Parts;

namespace SafeguardingTeams.Presentation.Steps.LegalHold;

/// <summary>The forms with which a record is held, and let go (F3).</summary>
public static class HoldCards
{
    private const string NoNames = "Name no child, relative or practitioner.";

    /// <summary>Hold a record, by its reference.</summary>
    /// <param name="record">Which; null where it is to be typed.</param>
    public static AdaptiveCard Hold(RecordRef? record, Filled filled, CardContext context) =>
        RecordForm.Draw(
            record is { } of ? $"{RetentionWording.Kind(of.Kind)} {of}" : "How long records are kept",
            filled,
            "Hold a record",
            "While the law needs it, nothing of it is removed, at whatever stage it is.",
            [
                .. record is null
                    ? GroupForm.Line(filled, context, "record", "Reference of the record", $"Such as {context.Words.Code}-7K3M-9QXT.")
                    : [],
                .. GroupForm.Choose(
                    filled,
                    context,
                    "authority",
                    "Who needs it?",
                    Enum.GetValues<HoldAuthority>()
                        .Select(one => new InputChoice(Written.Sentence(RetentionWording.Authority(one)), one.ToString()))
                ),
                .. GroupForm.Text(filled, context, "reason", "For what, and how do you know?", NoNames),
            ],
            Button(
                    context,
                    "Hold it",
                    Verbs.RecordHold,
                    [(Verbs.Do, "yes"), .. record is { } one ? [(RetentionCards.Kept, Written.Code(one))] : Array.Empty<(string, string)>()]
                )
                .Main(),
            record is { } back
                ? RetentionCards.Open(context, "Back to the record", back)
                : Button(context, "Back to the list", Verbs.Retention)
        );

    /// <summary>Lift a hold.</summary>
    public static AdaptiveCard Lift(Retained kept, RecordHold hold, Filled filled, CardContext context) =>
        RecordForm.Draw(
            $"{RetentionWording.Kind(kept.Record.Kind)} {kept.Record}",
            filled,
            "Lift a hold",
            $"Held for {RetentionWording.Authority(hold.Authority)} since {Written.ShortDay(hold.On)}, by {Inputs.Cut(hold.By, 100)}: "
                + Inputs.Cut(hold.Reason, 400),
            [.. GroupForm.Text(filled, context, "reason", "Who no longer needs it, and how do you know?", NoNames)],
            Button(
                    context,
                    "Lift it",
                    Verbs.RecordLift,
                    (Verbs.Do, "yes"),
                    (RetentionCards.Kept, Written.Code(kept.Record)),
                    ("hold", hold.Number.ToString(CultureInfo.InvariantCulture))
                )
                .Main(),
            RetentionCards.Open(context, "Back to the record", kept.Record)
        );
}
