using AdaptiveCards;
using SafeguardingTeams.Domain.Group.Retaining;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Cards.Forms;
using SafeguardingTeams.Presentation.Wording;
using static SafeguardingTeams.Presentation.Cards.Parts;

namespace SafeguardingTeams.Presentation.Steps.Disposing;

/// <summary>The forms with which it is decided whether a record is kept (F3).</summary>
public static class RetentionForms
{
    private const string NoNames = "Name no child, relative or practitioner.";

    /// <summary>The form for keeping it on.</summary>
    public static AdaptiveCard KeepOn(Retained kept, Filled filled, CardContext context) =>
        Form(
            kept,
            filled,
            context,
            "Keep it on",
            "It is reviewed again after so many years.",
            [
                .. GroupForm.Line(filled, context, "years", "For how many years?", "From 1 to 30."),
                .. GroupForm.Text(filled, context, "reason", "Why is it kept on?", NoNames),
            ],
            RetentionCards.Does(context, "Keep it on", Verbs.KeepOn, kept, (Verbs.Do, "yes")).Main()
        );

    /// <summary>The form for proposing that it goes.</summary>
    public static AdaptiveCard Propose(Retained kept, Filled filled, CardContext context) =>
        Form(
            kept,
            filled,
            context,
            "Propose that it goes",
            "The Chair confirms it, or sends it back. Nothing is removed before that.",
            GroupForm.Text(filled, context, "reason", "Why need it not be kept?", NoNames),
            RetentionCards.Does(context, "Put it before the Chair", Verbs.DisposalPropose, kept, (Verbs.Do, "yes")).Main()
        );

    /// <summary>The form for sending a proposal back.</summary>
    public static AdaptiveCard Decline(Retained kept, Filled filled, CardContext context) =>
        Form(
            kept,
            filled,
            context,
            "Send it back",
            "It is on the list of the operational team again.",
            GroupForm.Text(filled, context, "reason", "Why is it not to go?", NoNames),
            RetentionCards.Does(context, "Send it back", Verbs.DisposalDecline, kept, (Verbs.Do, "yes")).Main()
        );

    private static AdaptiveCard Form(
        Retained kept,
        Filled filled,
        CardContext context,
        string title,
        string explained,
        IEnumerable<Element> fields,
        ActionExecute does
    ) =>
        RecordForm.Draw(
            $"{RetentionWording.Kind(kept.Record.Kind)} {kept.Record}",
            filled,
            title,
            explained,
            fields,
            does,
            RetentionCards.Open(context, "Back to the record", kept.Record)
        );
}
