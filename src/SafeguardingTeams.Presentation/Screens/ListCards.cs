using System.Collections.Immutable;
using AdaptiveCards;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Drafts;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Forms;
using SafeguardingTeams.Domain.Forms.SeriousIncidentReferral;
using SafeguardingTeams.Domain.Learning;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Cards.Forms;
using SafeguardingTeams.Presentation.Cards.Layout;
using SafeguardingTeams.Presentation.Wording;
using static SafeguardingTeams.Presentation.Cards.Parts;
using static SafeguardingTeams.Presentation.Wording.Written;

namespace SafeguardingTeams.Presentation.Screens;

/// <summary>A case in a list: no facts, so it can be drawn without opening it.</summary>
public sealed record CaseLine(CaseId CaseId, Stage Stage, DateTimeOffset Since)
{
    /// <summary>What waits in it, and for whom; for who sees all cases.</summary>
    public ImmutableList<CaseTask> Waits { get; init; } = [];
}

/// <summary>A referral for practice learning in a list: no facts.</summary>
public sealed record LearningLine(RecordRef Record, LearningStage Stage, DateTimeOffset Since);

/// <summary>A task in a list.</summary>
public sealed record TaskLine(RecordRef Record, TaskKind Kind, DateOnly? Due, bool Late);

/// <summary>A referral that may be about the same incident, and what is the same.</summary>
public sealed record DuplicateLine(CaseFile File, ImmutableList<string> Same);

public static partial class ListCards
{
    /// <summary>As many lines are shown of a list.</summary>
    public const int Shown = 12;

    /// <summary>A person's own referrals and drafts.</summary>
    public static AdaptiveCard MyReferrals(
        IReadOnlyList<DraftLine> drafts,
        IReadOnlyList<CaseLine> referrals,
        IReadOnlyList<LearningLine> learning,
        CardContext context
    ) =>
        Card([
            Heading("My referrals"),
            drafts.Count + referrals.Count + learning.Count == 0 ? Say("You have not made a referral yet.") : null,
            .. drafts
                .Take(Shown)
                .SelectMany(draft =>
                    Line(
                        context,
                        draft.Record,
                        draft.Purpose is DraftPurpose.NewReferral or DraftPurpose.NewLearning
                            ? $"not sent yet, saved {Moment(draft.SavedAt)}"
                            : $"changes not saved yet, {Moment(draft.SavedAt)}",
                        "Continue",
                        Verbs.DraftOpen
                    )
                ),
            .. referrals
                .Take(Shown)
                .SelectMany(line =>
                    Line(context, line.CaseId, $"{Stages.Short(line.Stage)}, sent {Moment(line.Since)}", "Open", Verbs.OpenCase)
                ),
            .. learning
                .Take(Shown)
                .SelectMany(line =>
                    Line(
                        context,
                        line.Record,
                        $"practice learning, {LearningWording.Short(line.Stage)}, sent {Moment(line.Since)}",
                        "Open",
                        Verbs.OpenLearning
                    )
                ),
            Buttons(Button(context, "Home", Verbs.Home)),
        ]);

    /// <summary>What waits for a person, soonest first.</summary>
    public static AdaptiveCard MyTasks(IReadOnlyList<TaskLine> tasks, CardContext context) =>
        Card([
            Heading("My tasks"),
            tasks.Count == 0 ? Say("Nothing waits for you.") : null,
            .. tasks
                .Take(Shown)
                .SelectMany(task =>
                    Line(
                        context,
                        task.Record,
                        $"{Waiting.What(task.Kind)}{(task.Due is { } due ? $", by {Day(due)}" : "")}{(task.Late ? " (late)" : "")}",
                        "Open",
                        Verbs.Opening(task.Record)
                    )
                ),
            tasks.Count > Shown ? Aside($"and {tasks.Count - Shown} more, due later") : null,
            Buttons(Button(context, "Home", Verbs.Home)),
        ]);

    /// <summary>The referrals and cases that wait for a meeting of the group: for a special one first (D3, D7, A14).</summary>
    /// <param name="special">For a special meeting.</param>
    /// <param name="scheduled">For the next scheduled meeting.</param>
    /// <param name="meeting">When that is; null where none is planned.</param>
    public static AdaptiveCard AwaitingMeeting(
        IReadOnlyList<RecordRef> special,
        IReadOnlyList<RecordRef> scheduled,
        DateOnly? meeting,
        CardContext context
    ) =>
        Card([
            Heading("What waits for a meeting"),
            special.Count + scheduled.Count == 0 ? Say("Nothing waits for a meeting.") : null,
            .. Awaiting(special, "For a special meeting", context),
            .. Awaiting(
                scheduled,
                meeting is { } day ? $"For the meeting on {OnScreen.FullDay(day)}" : "For the next meeting; none is planned",
                context
            ),
            Buttons(Button(context, "Back to the group", Verbs.Group), Button(context, "Home", Verbs.Home)),
        ]);

    /// <summary>Referrals that may be about the same incident (PD15).</summary>
    public static AdaptiveCard Duplicates(CaseFile file, IReadOnlyList<DuplicateLine> lines, CardContext context) =>
        Card([
            Aside($"Serious incident referral {file.Id}"),
            Heading("Is this the same incident?"),
            Say(
                "Hospital, police and school may each report one incident. Join referrals that are about the same one; each "
                    + "referrer hears the outcome, and you can separate them again."
            ),
            lines.Count == 0 ? Say("No other referral that you may see has the same name, birth date or date of the incident.") : null,
            .. lines
                .Take(6)
                .SelectMany(line =>
                    new Element[]
                    {
                        Subheading(line.File.Id.Value) with
                        {
                            Separator = true,
                        },
                        Fact("Same", string.Join(", ", line.Same)),
                        Fact("Referred by", $"{line.File.Referral!.Referrer.Display}, {line.File.Referral.Referrer.AgencyName}"),
                        Fact(
                            "Child",
                            string.Join("; ", new ReferralAnswers(line.File.Referral.Answers).Children.Select(child => child.Name))
                        ),
                        Fact("Now", Stages.Short(line.File.Stage)),
                        Buttons(
                            Button(context, $"Open {line.File.Id}", Verbs.OpenCase, ("case", Code(line.File.Id))),
                            line.File.Stage == Stage.AwaitingThreshold
                                    ? Button(
                                        context,
                                        $"Join {line.File.Id} to this",
                                        Verbs.Join,
                                        ("case", Code(file.Id)),
                                        ("other", Code(line.File.Id))
                                    )
                                : line.File.ReceivedByOperationsAt is not null
                                && line.File.Stage != Stage.Joined
                                && file.Stage == Stage.AwaitingThreshold
                                    ? Button(
                                        context,
                                        $"Join this to {line.File.Id}",
                                        Verbs.Join,
                                        ("case", Code(line.File.Id)),
                                        ("other", Code(file.Id))
                                    )
                                : null
                        ),
                    }
                ),
            Buttons(Button(context, "Back to the case", Verbs.OpenCase, ("case", Code(file.Id)))),
        ]);

    private static IEnumerable<Element> Awaiting(IReadOnlyList<RecordRef> records, string meeting, CardContext context) =>
        records.Count == 0
            ? []
            :
            [
                Subheading($"{meeting}: {records.Count}") with
                {
                    Spacing = "large",
                },
                .. records
                    .Take(Shown)
                    .SelectMany(record => Line(context, record, MeetingWording.Kind(record), "Open", Verbs.Opening(record))),
                .. records.Count > Shown ? [Aside($"and {records.Count - Shown} more")] : Array.Empty<Element>(),
            ];

    private static IEnumerable<Element> Line(CardContext context, RecordRef id, string text, string title, string verb) =>
        [
            Fact(id.Kind == RecordKind.Group ? "The group" : id.ToString(), text) with
            {
                Separator = true,
            },
            Buttons(Button(context, id.Kind == RecordKind.Group ? $"{title} what waits" : $"{title} {id}", verb, ("case", Code(id)))) with
            {
                Spacing = "small",
            },
        ];
}
