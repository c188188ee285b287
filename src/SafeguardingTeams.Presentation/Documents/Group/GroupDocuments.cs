using System.Collections.Immutable;
using SafeguardingTeams.Domain.Meetings;
using SafeguardingTeams.Presentation.Documents.Word;
using SafeguardingTeams.Presentation.Wording;

namespace SafeguardingTeams.Presentation.Documents.Group;

/// <summary>
/// Agenda and minutes of a meeting of the group as Word documents: records by their reference, people by role and agency, no name of a
/// child, relative or practitioner (E6, E17, F2).
/// </summary>
public static class GroupDocuments
{
    private const string Confidential =
        "Confidential. What is said at this meeting is used to learn and not to blame. Records are named by their reference only.";

    private const string Nothing = "None.";

    /// <summary>The agenda, with what is asked of the group and the papers (E1, E6, E13).</summary>
    /// <param name="words">The names of partnership and group.</param>
    public static ReadOnlyMemory<byte> Agenda(MeetingFile file, PartnershipWords words) =>
        Written(
            file,
            "Agenda",
            words,
            [
                .. file.Agenda.Any()
                    ?
                    [
                        Blocks.Table(
                            "Items",
                            "Each item with its number, what it is, what the group is asked to do and its papers.",
                            [new("No.", 1), new("Item", 5), new("The group is asked", 2), new("Papers", 4)],
                            file.Agenda.Select(
                                (item, i) =>
                                    new[]
                                    {
                                        Number(i + 1),
                                        $"{Named(item)}{Before(item)}{CoOpted(item)}{Outlined(item)}",
                                        Wording.Written.Sentence(MeetingWording.Of(item.Asked)),
                                        item.Papers.IsEmpty
                                            ? "None"
                                            : string.Join(
                                                "\n",
                                                item.Papers.Select(paper => $"{paper.Name}: {paper.Link}{(paper.IsLate ? " (late)" : "")}")
                                            ),
                                    }
                            ),
                            firstNames: false
                        ),
                    ]
                    : new[] { Blocks.Text("Nothing is on the agenda yet.") },
            ]
        );

    /// <summary>The minutes, from what was recorded at the meeting (E15 to E17): a draft until they are approved.</summary>
    /// <param name="words">The names of partnership and group.</param>
    public static ReadOnlyMemory<byte> Minutes(MeetingFile file, PartnershipWords words) =>
        Written(
            file,
            file.Minutes.ApprovedOn is null ? "Draft minutes" : "Minutes",
            words,
            [.. Held(file), .. file.Agenda.SelectMany(Item), .. Approved(file.Minutes)]
        );

    private static ReadOnlyMemory<byte> Written(MeetingFile file, string title, PartnershipWords words, ImmutableArray<Block> blocks) =>
        WordFile.Write(
            new(
                $"{title}, {file.Ref}",
                file.Ref.ToString(),
                [
                    Blocks.Title(title),
                    Blocks.Subtitle($"{words.GroupName}, {words.PartnershipName}"),
                    Blocks.Fact("Meeting", $"{(file.Plan!.Special ? "Special" : "Scheduled")}, reference {file.Ref}"),
                    Blocks.Fact("Date", Wording.Written.Day(file.Plan.Day)),
                    Blocks.Fact(
                        "Time",
                        $"{file.Attendance?.Began ?? file.Plan.Start}{(file.EndedAt.Length > 0 ? $" to {file.EndedAt}" : "")}"
                    ),
                    Blocks.Fact("Place", file.Plan.Place),
                    Blocks.Text(Confidential),
                    Blocks.Heading(1, title == "Agenda" ? "Agenda" : "Who was there"),
                    .. blocks,
                ]
            )
        );

    private static IEnumerable<Block> Held(MeetingFile file) =>
        file.Attendance is not { } came
            ? [Blocks.Text("The meeting has not been opened yet.")]
            :
            [
                Blocks.Table(
                    "Attendance by seat",
                    "Each seat of the group, its agency, and whether somebody sat on it.",
                    [new("Seat", 5), new("Agency", 4), new("Attendance", 3)],
                    came.Seats.Select(seat => new[] { seat.Title, seat.Agency, MeetingWording.Of(seat.Presence) })
                ),
                Blocks.Text($"{MeetingWording.PartnersPresent(came)}." + (MeetingWording.Quorum(came) is { } quorum ? $" {quorum}." : "")),
                Blocks.Fact("Others", came.Others.Length > 0 ? came.Others : Nothing),
                Blocks.Text(
                    came.Confidentiality ? "The confidentiality statement was read out." : "The confidentiality statement was not read out."
                ),
            ];

    private static IEnumerable<Block> Item(AgendaItem item, int index) =>
        [
            Blocks.Heading(1, $"{Number(index + 1)}. {MeetingWording.Title(item)}"),
            Blocks.Fact("The group was asked", $"{MeetingWording.Of(item.Asked)}{Before(item)}"),
            .. Told("Co-opted for this item", MeetingWording.CoOpted(item)),
            .. item.Interests.IsEmpty
                ? []
                : new[]
                {
                    Blocks.Fact(
                        "Declared interests",
                        string.Join("; ", item.Interests.Select(one => $"{one.Who}: {one.What}; {MeetingWording.Of(one.Followed)}"))
                    ),
                },
            .. item.Outcome is not { } outcome ? new[] { Blocks.Text("No outcome is recorded yet.") } : Outcome(item, outcome),
            .. Actions(item, index),
        ];

    private static string Named(AgendaItem item) => $"{MeetingWording.Title(item)}{(item.IsLate ? " (late)" : "")}";

    private static string Before(AgendaItem item) => MeetingWording.PutOff(item) is { } putOff ? $" ({putOff})" : "";

    /// <summary>Who is asked to come for it, by role and agency (E3).</summary>
    private static string CoOpted(AgendaItem item) =>
        MeetingWording.CoOpted(item) is { Length: > 0 } those ? $"\nCo-opted for this item: {those}" : "";

    /// <summary>What is written for the group of it, where it is to be printed.</summary>
    private static string Outlined(AgendaItem item) =>
        item.Outline is { OnAgenda: true } outline
            ? "\n"
                + string.Join(
                    "\n",
                    new[] { outline.Ages.Length > 0 ? $"Age: {outline.Ages}" : "", outline.Harm, outline.Text }.Where(line =>
                        line.Length > 0
                    )
                )
            : "";

    private static IEnumerable<Block> Actions(AgendaItem item, int index) =>
        item.Actions.Exists(one => one.Agreed)
            ?
            [
                Blocks.Table(
                    $"Actions of item {Number(index + 1)}",
                    "Each action: what, who by role and agency, and by when.",
                    [new("What", 6), new("Who", 4), new("By", 2)],
                    item.Actions.Where(one => one.Agreed)
                        .Select(one =>
                            new[]
                            {
                                one.Plan.What,
                                $"{one.Plan.Owner.Display}, {one.Plan.Owner.AgencyName}",
                                Wording.Written.ShortDay(one.Plan.Due),
                            }
                        )
                ),
            ]
            : [];

    private static IEnumerable<Block> Outcome(AgendaItem item, ItemOutcome outcome) =>
        [
            Blocks.Fact(MeetingWording.State(item), MeetingWording.Of(outcome)),
            Blocks.Fact("Why", outcome.Reason),
            .. Told("Equality", outcome.Equality),
            .. Told("Children and families", outcome.Participation),
            .. Told("To be told", outcome.Tell),
            .. Told("Put right after it was recorded, because", outcome.Corrected),
        ];

    private static IEnumerable<Block> Told(string label, string text) => text.Length > 0 ? [Blocks.Fact(label, text)] : [];

    private static IEnumerable<Block> Approved(Minutes minutes) =>
        minutes.ApprovedOn is not { } on
            ? []
            :
            [
                Blocks.Heading(1, "Approval"),
                Blocks.Fact("Approved on", Wording.Written.Day(on)),
                Blocks.Fact("Corrected", minutes.Corrections.Length > 0 ? minutes.Corrections : "Nothing."),
            ];

    private static string Number(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
