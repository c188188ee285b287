using System.Collections.Immutable;
using AdaptiveCards;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Forms;
using SafeguardingTeams.Presentation.Wording;
using static SafeguardingTeams.Presentation.Cards.Parts;

namespace SafeguardingTeams.Presentation.Cards.Case;

/// <summary>A case in a list: no facts, so it can be drawn without opening it.</summary>
public sealed record CaseLine(CaseId CaseId, Stage Stage, DateTimeOffset Since);

/// <summary>A task in a list.</summary>
public sealed record TaskLine(CaseId CaseId, TaskKind Kind, DateOnly? Due, bool Late);

/// <summary>A message that could not be delivered.</summary>
public sealed record ParkedLine(string Id, CaseId CaseId, CardKind Kind, string Person, string Why, DateTimeOffset Since);

/// <summary>Something that could not be done in Outlook or SharePoint.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="What">What was to be done.</param>
/// <param name="Why">Why it could not be.</param>
/// <param name="Since">Since when.</param>
/// <param name="Subject">Names it.</param>
public sealed record StuckLine(CaseId CaseId, string What, string Why, DateTimeOffset Since, string Subject);

/// <summary>A referral that may be about the same incident, and what is the same.</summary>
public sealed record DuplicateLine(CaseFile File, ImmutableList<string> Same);

/// <summary>The lists.</summary>
public static class ListCards
{
    private const int Shown = 12;

    /// <summary>A person's own referrals and drafts.</summary>
    public static AdaptiveCard MyReferrals(IReadOnlyList<DraftLine> drafts, IReadOnlyList<CaseLine> referrals, CardContext context) => Card(
    [
        Heading("My referrals"),
        drafts.Count + referrals.Count == 0 ? Say("You have not made a referral yet.") : null,
        .. drafts.Take(Shown).SelectMany(draft => Line(context, draft.CaseId,
            draft.Purpose == DraftPurpose.NewReferral ? $"not sent yet, saved {Moment(draft.SavedAt)}" : $"changes not saved yet, {Moment(draft.SavedAt)}", "Continue", Verbs.DraftOpen)),
        .. referrals.Take(Shown).SelectMany(line => Line(context, line.CaseId, $"{Stages.Short(line.Stage)}, sent {Moment(line.Since)}", "Open", Verbs.OpenCase)),
        Buttons(Button(context, "Home", Verbs.Home)),
    ]);

    /// <summary>What waits for a person, soonest first.</summary>
    public static AdaptiveCard MyTasks(IReadOnlyList<TaskLine> tasks, CardContext context) => Card(
    [
        Heading("My tasks"),
        tasks.Count == 0 ? Say("Nothing waits for you.") : null,
        .. tasks.Take(Shown).SelectMany(task => Line(context, task.CaseId,
            $"{Waiting.What(task.Kind)}{(task.Due is { } due ? $", by {Day(due)}" : "")}{(task.Late ? " (late)" : "")}", "Open", Verbs.OpenCase)),
        tasks.Count > Shown ? Aside($"and {tasks.Count - Shown} more, due later") : null,
        Buttons(Button(context, "Home", Verbs.Home)),
    ]);

    /// <summary>Find a case by the child, typed into a card and never into chat (decision 19).</summary>
    public static AdaptiveCard Find(Filled filled, IReadOnlyList<CaseLine>? found, CardContext context) => Card(
    [
        .. filled.Refusals.Select(refusal => Top(new(NoticeKind.Problem, refusal.Message))),
        Heading("Find a case"),
        Say("Enter what you know; one answer is enough. You see only the cases you have a part in, and the search is recorded."),
        new InputText(InputIds.For("name", context.Press), "Name of the child") { Value = filled["name"], MaxLength = 400 },
        new InputDate(InputIds.For("born", context.Press), "Date of birth") { Value = filled["born"] },
        new InputText(InputIds.For("reference", context.Press), "Reference") { Value = filled["reference"], MaxLength = 40 },
        Buttons(Button(context, "Find", Verbs.Find, (Verbs.Do, "yes")).Main(), Button(context, "Home", Verbs.Home)),
        .. found is null ? Enumerable.Empty<Element>()
            : found.Count == 0 ? [Subheading("No case found"), Say("No case you have a part in fits. Try another spelling, or the date of birth alone.")]
            : found.Take(Shown).SelectMany(line => Line(context, line.CaseId, $"{Stages.Short(line.Stage)}, sent {Moment(line.Since)}", "Open", Verbs.OpenCase)).Prepend(Subheading(Count(found.Count, "case", "cases"))),
    ]);

    /// <summary>Referrals that may be about the same incident (decision 15).</summary>
    public static AdaptiveCard Duplicates(CaseFile file, IReadOnlyList<DuplicateLine> lines, CardContext context) => Card(
    [
        Aside($"Serious incident referral {file.Id}"),
        Heading("Is this the same incident?"),
        Say("Hospital, police and school may each report one incident. Join referrals that are about the same one; each referrer hears the outcome, and you can separate them again."),
        lines.Count == 0 ? Say("No other referral has the same name, birth date or date of the incident.") : null,
        .. lines.Take(6).SelectMany(line => new Element[]
        {
            Subheading(line.File.Id.Value) with { Separator = true },
            Fact("Same", string.Join(", ", line.Same)),
            Fact("Referred by", $"{line.File.Referral!.Referrer.Display}, {line.File.Referral.Referrer.AgencyName}"),
            Fact("Child", string.Join("; ", line.File.Referral.Answers.RowsOf("children").Select(child => child["name"]))),
            Fact("Now", Stages.Short(line.File.Stage)),
            Buttons(
                Button(context, $"Open {line.File.Id}", Verbs.OpenCase, ("case", Code(line.File.Id))),
                line.File.Stage == Stage.AwaitingThreshold ? Button(context, $"Join {line.File.Id} to this", Verbs.Join, ("case", Code(file.Id)), ("other", Code(line.File.Id)))
                : line.File.ReceivedByOperationsAt is not null && line.File.Stage != Stage.Joined && file.Stage == Stage.AwaitingThreshold ? Button(context, $"Join this to {line.File.Id}", Verbs.Join, ("case", Code(line.File.Id)), ("other", Code(file.Id))) : null),
        }),
        Buttons(Button(context, "Back to the case", Verbs.OpenCase, ("case", Code(file.Id)))),
    ]);

    /// <summary>What could not be delivered, for operations.</summary>
    public static AdaptiveCard Parked(IReadOnlyList<ParkedLine> lines, IReadOnlyList<StuckLine> stuck, Notice? notice, CardContext context) => Card(
    [
        Top(notice),
        Heading("Not delivered, or not done"),
        .. stuck.Count == 0 ? Enumerable.Empty<Element>() : stuck.Take(8).SelectMany(line => new Element[]
        {
            Fact(line.CaseId.Value, $"{line.What}, {Moment(line.Since)}") with { Separator = true },
            Fact("Why", line.Why),
            Buttons(Button(context, $"Done by hand: {line.What}", Verbs.ParkedByHand, ("case", Code(line.CaseId)), ("subject", line.Subject))),
        }).Prepend(Say("This could not be done in Outlook or SharePoint. Put right what is said, then try again at the end of this card. What you do by hand instead, say so: it is not tried again then.")).Prepend(Subheading("In Outlook and SharePoint")),
        stuck.Count > 8 ? Aside($"and {stuck.Count - 8} more") : null,
        stuck.Count == 0 ? null : Subheading("Messages in Teams"),
        lines.Count == 0 ? Say("Every message has been delivered.") : Say("These people have not had their message in Teams. Tell them in another way, or try again once they have the app. They see the same on the web page."),
        .. lines.Take(8).SelectMany(line => new Element[]
        {
            Fact(line.CaseId.Value, $"{Waiting.Message(line.Kind)} for {line.Person}, {Moment(line.Since)}") with { Separator = true },
            Fact("Why", line.Why),
        }),
        Buttons(lines.Count + stuck.Count > 0 ? Button(context, "Try all of them again", Verbs.ParkedRetry) : null, Button(context, "Home", Verbs.Home)),
    ]);

    private static IEnumerable<Element> Line(CardContext context, CaseId id, string text, string title, string verb) =>
    [
        Fact(id.Value, text) with { Separator = true },
        Buttons(Button(context, $"{title} {id}", verb, ("case", Code(id)))) with { Spacing = "small" },
    ];
}
