using System.Globalization;
using AdaptiveCards;
using SafeguardingTeams.Domain.Meetings;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.GroupKeeping;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Cards.Forms;
using SafeguardingTeams.Presentation.Cards.Layout;
using SafeguardingTeams.Presentation.Steps.Keeping;
using SafeguardingTeams.Presentation.Wording;
using static SafeguardingTeams.Presentation.Cards.Layout.Runs;
using static SafeguardingTeams.Presentation.Cards.Parts;

namespace SafeguardingTeams.Presentation.Steps.GroupKeeping;

/// <summary>What went of a meeting of the group and when, each file to be opened as it went (E6, E17, F1).</summary>
public static class SentPapersCard
{
    private const int OnPage = 4;

    /// <summary>The list, the newest first.</summary>
    /// <param name="page">From 0.</param>
    public static AdaptiveCard Draw(MeetingFile file, int page, CardContext context)
    {
        page = Math.Max(0, page);
        var all = MeetingSending.Of(file).Reverse();
        return Card([
            Text(Small($"Group meeting {OnScreen.Reference(file.Ref)}")),
            Heading("What was sent, and when") with
            {
                Spacing = "none",
            },
            Text(
                Plain(
                    all.Count == 0
                        ? "Nothing has gone yet."
                        : $"{Written.Count(all.Count, "file", "files")}, the newest first. Each opens as it went; one that is no longer "
                            + "what it was says so and is not shown."
                )
            ) with
            {
                Spacing = "small",
            },
            .. all.Skip(page * OnPage)
                .Take(OnPage)
                .SelectMany(sending =>
                    new Element[]
                    {
                        Lines.Line(
                            What(sending),
                            $"{Written.Moment(sending.At)}, {To(file, sending)}",
                            Plain(sending.IsOutdated(file) ? "Put right since" : "As recorded")
                        ),
                        Buttons(ReviewParts.Link(context, $"Open: {What(sending)}", Path(file, sending))),
                    }
                ),
            Buttons(
                MeetingForm.Key(context, "Back to the meeting", Verbs.OpenGroupMeeting, file).Main(),
                all.Count > (page + 1) * OnPage ? Turn("Earlier", page + 1) : null,
                page > 0 ? Turn("Later", page - 1) : null
            ),
        ]);
        CardButton Turn(string title, int to) =>
            MeetingForm.Key(context, title, Verbs.GroupMeetingSent, file, ("page", MeetingForm.Digits(to)));
    }

    /// <summary>Where one is opened as it went.</summary>
    internal static string Path(MeetingFile file, MeetingSending sending) =>
        $"documents/{Written.Code(file.Ref)}/sent/{sending.Number.ToString(CultureInfo.InvariantCulture)}";

    /// <summary>What it is, and which version.</summary>
    public static string What(MeetingSending sending) =>
        Written.Sentence(KeptCard.What(sending.Kind)) + (sending.Which > 1 ? $", version {MeetingForm.Digits(sending.Which)}" : "");

    private static string To(MeetingFile file, MeetingSending sending) =>
        KeptFile.Of(file).FirstOrDefault(kept => kept.Document.Occasion == sending.Occasion)?.Document is { } kept
            ? $"to {Inputs.Cut(kept.To, 300)} ({KeptCard.Mark(kept)})"
            : "to be kept in a moment";
}

/// <summary>What the timeline says of it.</summary>
internal static class MeetingWords
{
    internal static StepLines<MeetingEvent, MeetingFile> Lines { get; } =
        new StepLines<MeetingEvent, MeetingFile>().Line<MeetingDocumentKept>(
            (kept, _) => ($"Kept as it went: {KeptCard.What(kept.Document)}", $"To {kept.Document.To}")
        );

    internal static StepTexts<MeetingFile> Messages { get; } = new();

    internal static IReadOnlyList<MeetingButton> Buttons { get; } = [];
}
