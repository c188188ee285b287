using System.Globalization;
using AdaptiveCards;
using SafeguardingTeams.Domain.Group.Retaining;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Cards.Forms;
using SafeguardingTeams.Presentation.Cards.Layout;
using SafeguardingTeams.Presentation.Wording;
using static SafeguardingTeams.Presentation.Cards.Layout.Runs;
using static SafeguardingTeams.Presentation.Cards.Parts;

namespace SafeguardingTeams.Presentation.Steps.Disposing;

/// <summary>That a record is gone, to who reviewed it: its certificate, or how far it has come (F3).</summary>
public static class CertificateCard
{
    public static AdaptiveCard Draw(RecordRef record, Disposal disposal, Notice? notice, CardContext context) =>
        Card([
            Top(notice),
            Text(Small($"Certificate {disposal.Certificate}")),
            Heading(disposal.Done is null ? "Being disposed of" : "Disposed of") with
            {
                Spacing = "none",
            },
            Text(
                Plain(
                    disposal.Done is { } done
                        ? $"{record} was disposed of on {Written.ShortDay(done.On)}."
                        : $"{record} is being disposed of. Nobody can open it. What is stored of it goes after tonight's export."
                )
            ) with
            {
                Spacing = "small",
            },
            Buttons(
                disposal.Done is null
                    ? null
                    : ReviewParts.Link(context, "Open the Word document", $"documents/certificates/{disposal.Certificate}"),
                Button(context, "Back to the list", Verbs.Retention),
                Button(context, "Home", Verbs.Home)
            ),
            Fact("What it was", $"{RetentionWording.Kind(record.Kind)}, opened {Written.ShortDay(disposal.Due.Opened)}"),
            Fact("Class", RetentionWording.Class(disposal.Due.Class)),
            Fact("Kept until", Written.ShortDay(disposal.Due.Until)),
            Fact("Proposed by", $"{Inputs.Cut(disposal.Proposed.By, 100)}, {Written.Moment(disposal.Proposed.At)}"),
            Fact("Confirmed by", $"{Inputs.Cut(disposal.ConfirmedBy, 100)}, {Written.Moment(disposal.ConfirmedAt)}"),
            .. disposal.Done is { } end ? Done(end) : [],
        ]);

    private static IEnumerable<Element> Done(DisposalDone done) =>
        [
            Subheading("Removed") with
            {
                Spacing = "large",
            },
            .. done.Removed.Select(part =>
                Lines.Line(RetentionWording.Place(part.Place), "", Bold(part.Count.ToString(CultureInfo.InvariantCulture)))
            ),
            Subheading("Could not be removed") with
            {
                Spacing = "large",
            },
            .. done.Remains.Select(part => Text(Plain(RetentionWording.Rest(part))) with { Spacing = "small" }),
        ];
}
