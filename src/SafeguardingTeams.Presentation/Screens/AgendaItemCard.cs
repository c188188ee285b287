using AdaptiveCards;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Learning;
using SafeguardingTeams.Domain.Meetings;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Cards.Forms;
using SafeguardingTeams.Presentation.Cards.Layout;
using SafeguardingTeams.Presentation.Steps.GroupCoOption;
using SafeguardingTeams.Presentation.Steps.GroupOutline;
using SafeguardingTeams.Presentation.Wording;
using static SafeguardingTeams.Presentation.Cards.Layout.Runs;
using static SafeguardingTeams.Presentation.Cards.Parts;

namespace SafeguardingTeams.Presentation.Screens;

/// <summary>One item of an agenda: what is asked, what it is about, its papers, declarations, what came of it (E12 to E18).</summary>
public static class AgendaItemCard
{
    private const int Cut = 300;

    /// <summary>The item, to who may read it.</summary>
    /// <param name="subject">The record it is about, where the reader may see it; null else.</param>
    public static AdaptiveCard Draw(MeetingFile file, AgendaItem item, RecordFile? subject, Notice? notice, CardContext context)
    {
        bool May(Step step) =>
            MeetingPermissions.Allows(step, file, context.Viewer) && (step != Step.DecideItem || !item.HasNoPart(context.Viewer.PersonId));
        var agenda = file.Agenda.ToList();
        var place = agenda.IndexOf(item);
        var hidden = item.IsHiddenFrom(context.Viewer.PersonId);
        return Card([
            Top(notice),
            Text(Small($"Group meeting {OnScreen.Reference(file.Ref)}, item {place + 1} of {agenda.Count}")),
            Heading(Heading32(item)) with
            {
                Spacing = "none",
            },
            Text(Bold(Inputs.Cut(MeetingWording.Title(item), 200)), Plain($". The group is asked {MeetingWording.Of(item.Asked)}.")) with
            {
                Spacing = "small",
            },
            item.IsLate ? Text(Bold("Late: "), Plain($"put on the agenda after it had closed, by {Inputs.Cut(item.AddedBy, 100)}.")) : null,
            MeetingWording.PutOff(item) is { } putOff ? Text(Bold(Written.Sentence(putOff)), Plain(".")) : null,
            .. hidden
                ?
                [
                    Text(
                        Plain(
                            "You declared an interest and left for this item, so what it is about and what came of it are not shown to you."
                        )
                    ),
                ]
                : OutlineCards
                    .Facts(file, item, May(Step.ChangeAgenda), context, CoOptCards.Buttons(file, item, context))
                    .Concat(About(item, subject)),
            Buttons(
                Decides("Decide", "Put it right", Verbs.ItemDecide),
                item.Outcome is null && May(Step.DecideItem) ? Key("Put it off", Verbs.ItemDefer) : null,
                item.Outcome is null && May(Step.DecideItem) ? Key("Withdrawn", Verbs.ItemWithdraw).BehindMore() : null,
                !hidden && subject is not null ? Button(context, "Read it", Opens(subject), ("case", Written.Code(subject.Ref))) : null,
                May(Step.DecideItem) && item.Outcome is null or { End: ItemEnd.Decided }
                    ? Key("Add an action", Verbs.ItemAction).BehindMore()
                    : null,
                May(Step.DeclareInterest) ? Key("Declare an interest", Verbs.ItemInterest).BehindMore() : null
            )
                is { Actions.IsEmpty: false } set
                ? set
                : null,
            .. hidden ? [] : Actions(file, item, May(Step.DecideItem), context),
            .. hidden ? [] : Papers(item),
            .. Interests(item),
            .. CoOptCards.Lines(file, item, context),
            Buttons(
                place + 1 < agenda.Count ? MeetingForm.Key(context, "Next item", Verbs.ItemOpen, file, agenda[place + 1]) : null,
                MeetingForm.Key(context, "Back to the meeting", Verbs.OpenGroupMeeting, file),
                May(Step.ChangeAgenda) ? Key("Add a paper", Verbs.ItemPaper).BehindMore() : null,
                May(Step.ChangeAgenda) && place > 0 ? Move("One place up", "yes").BehindMore() : null,
                May(Step.ChangeAgenda) && place + 1 < agenda.Count ? Move("One place down", "no").BehindMore() : null,
                May(Step.ChangeAgenda) && item.Outcome is null ? Key("Take it off", Verbs.ItemDrop).BehindMore() : null
            ),
        ]);
        ActionExecute Key(string title, string verb) => MeetingForm.Key(context, title, verb, file, item);
        CardButton? Decides(string first, string again, string verb) =>
            !May(Step.DecideItem) ? null
            : item.Outcome is null ? Key(item.Asked == AskedOfGroup.Note ? "Noted" : first, verb).Main()
            : Key(again, verb);
        ActionExecute Move(string title, string earlier) =>
            MeetingForm.Key(
                context,
                title,
                Verbs.ItemOrder,
                file,
                item,
                (Verbs.Do, "yes"),
                ("earlier", earlier),
                ("seen", MeetingForm.Digits(place))
            );
    }

    private static string Heading32(AgendaItem item) =>
        item.Outcome is not { } outcome
            ? item.Asked switch
            {
                AskedOfGroup.Decide => "What does the group decide?",
                AskedOfGroup.Advise => "What does the group advise?",
                AskedOfGroup.Accept => "Does the group accept it?",
                AskedOfGroup.Note => "For the group to note",
            }
            : outcome.End switch
            {
                ItemEnd.Decided => item.Asked == AskedOfGroup.Note ? "Noted" : "Decided",
                ItemEnd.Deferred => "Put off",
                ItemEnd.Withdrawn => "Withdrawn",
            };

    private static IEnumerable<Element> About(AgendaItem item, RecordFile? subject) =>
        [
            .. subject is LearningFile { Referral: not null } learning ? LearningForm.Facts(learning) : Array.Empty<Element>(),
            .. subject is CaseFile file ? [Fact("Where it stands", Written.Sentence(Stages.Short(file.Stage)))] : Array.Empty<Element>(),
            .. item.Outcome is not { } outcome
                ? Array.Empty<Element>()
                : new[]
                {
                    Fact("What came of it", Inputs.Cut(MeetingWording.Of(outcome), Cut * 2)),
                    Fact("Why", Inputs.Cut(outcome.Reason, Cut)),
                    outcome.Equality.Length > 0 ? Fact("Equality", Inputs.Cut(outcome.Equality, Cut)) : null,
                    outcome.Participation.Length > 0 ? Fact("Children and families", Inputs.Cut(outcome.Participation, Cut)) : null,
                    outcome.Tell.Length > 0 ? Fact("Whom to tell", Inputs.Cut(outcome.Tell, Cut)) : null,
                    outcome.Corrected.Length > 0 ? Fact("Put right, because", Inputs.Cut(outcome.Corrected, Cut)) : null,
                }.OfType<Element>(),
        ];

    private static IEnumerable<Element> Actions(MeetingFile file, AgendaItem item, bool mayTakeBack, CardContext context) =>
        item.Actions.IsEmpty
            ? []
            :
            [
                Subheading($"Actions: {item.Actions.Count}"),
                .. item.Actions.SelectMany(one =>
                    new Element?[]
                    {
                        Lines.Line(
                            Inputs.Cut(one.Plan.What, 200),
                            $"{Inputs.Cut(ActionWording.Of(one.Plan.Owner), 120)}, by {Written.ShortDay(one.Plan.Due)}",
                            one.Agreed ? Plain("Agreed") : Bold("Not yet")
                        ),
                        one.Agreed ? Buttons(Button(context, "Open the action", Verbs.OpenAction, ("case", Written.Code(one.Action))))
                        : mayTakeBack
                            ? Buttons(
                                MeetingForm.Key(
                                    context,
                                    "Take it back",
                                    Verbs.ItemActionBack,
                                    file,
                                    item,
                                    (Verbs.Do, "yes"),
                                    ("written", Written.Code(one.Action))
                                )
                            )
                        : null,
                    }.OfType<Element>()
                ),
            ];

    private static IEnumerable<Element> Papers(AgendaItem item) =>
        item.Papers.IsEmpty
            ? []
            :
            [
                Subheading($"Papers: {item.Papers.Count}"),
                .. item
                    .Papers.Take(10)
                    .SelectMany(paper =>
                        new Element?[]
                        {
                            Lines.Line(
                                Inputs.Cut(paper.Name, 150),
                                $"from {Inputs.Cut(paper.By, 80)}",
                                paper.IsLate ? Bold("Late") : Plain("In time")
                            ),
                            Buttons(new ActionOpenUrl("Open the paper", new Uri(paper.Link))),
                        }.OfType<Element>()
                    ),
            ];

    private static IEnumerable<Element> Interests(AgendaItem item) =>
        item.Interests.IsEmpty
            ? []
            :
            [
                Subheading($"Declared interests: {item.Interests.Count}"),
                .. item.Interests.Select(one => Lines.Line(Inputs.Cut(one.Who, 150), MeetingWording.Of(one.Followed), Plain("Declared"))),
            ];

    private static string Opens(RecordFile subject) => subject is LearningFile ? Verbs.OpenLearning : Verbs.OpenCase;
}
