using System.Globalization;
using AdaptiveCards;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Learning;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Cards.Forms;
using SafeguardingTeams.Presentation.Cards.Layout;
using SafeguardingTeams.Presentation.Steps;
using SafeguardingTeams.Presentation.Steps.GoodPractice;
using SafeguardingTeams.Presentation.Steps.LearningJoining;
using SafeguardingTeams.Presentation.Steps.LegalHold;
using SafeguardingTeams.Presentation.Steps.Referral;
using SafeguardingTeams.Presentation.Steps.Themes;
using SafeguardingTeams.Presentation.Steps.TriBorough;
using SafeguardingTeams.Presentation.Wording;
using static SafeguardingTeams.Presentation.Cards.Layout.Runs;
using static SafeguardingTeams.Presentation.Cards.Parts;

namespace SafeguardingTeams.Presentation.Screens;

/// <summary>A referral for practice learning: where it stands, what is asked of the reader, what it is about (D8, D10).</summary>
public static class LearningCard
{
    private const int Shown = 15;
    private const int MostSince = 3;

    /// <summary>As many buttons are in view beside the three that read and go home; one fewer where something is asked.</summary>
    private const int MostButtons = 3;

    /// <summary>A set holds six buttons, those behind "More" included.</summary>
    private const int MostInASet = 6;

    private static readonly string[] Steps = ["Referred", "Lead agrees", "Chair chooses", "Group decides"];

    /// <summary>The record, to who may read it.</summary>
    public static AdaptiveCard Draw(LearningFile file, Notice? notice, CardContext context)
    {
        var offered = LearningText.Buttons.Where(button => LearningRules.MayTake(button.Step, file, context.Viewer)).ToList();
        var tasks = LearningTask
            .Of(file)
            .FindAll(one =>
                one.Task.PersonId.Length > 0 ? one.Task.PersonId == context.Viewer.PersonId : Holds(file, one.Task.For, context)
            );
        var task = tasks.FirstOrDefault();
        var next = task.Task is null ? null : offered.Find(button => button.Step == task.Step);
        var buttons = offered.Where(button => button != next).ToList();
        return Card([
            Top(notice),
            HeldNotice.Of(file.Ref, context),
            Text(Small($"Practice learning {OnScreen.Reference(file.Ref)}. {As(file, context)}")),
            Heading(LearningWording.Heading(file.Stage)) with
            {
                Spacing = "none",
            },
            Text(Plain(Where(file))) with
            {
                Spacing = "small",
            },
            .. Strip.Of(Steps, At(file.Standing)),
            next is null
                ? null
                : NextForYou.Block(
                    Waiting.What(task.Task!.Kind),
                    task.Task.Due is { } due ? Clocks.By(due) : null,
                    tasks.Count == 1
                        ? "Nothing else is asked of you here."
                        : $"After that: {string.Join("; ", tasks.Skip(1).Select(one => Waiting.What(one.Task.Kind)))}.",
                    LearningForm.Key(context, next.Title(file, context), next.Verb, file).Main()
                ),
            Buttons(
                LearningForm.Key(context, "Read the whole referral", Verbs.LearningRead, file),
                LearningForm.Key(context, "Timeline", Verbs.LearningTimeline, file),
                Button(context, "Home", Verbs.Home),
                ThemeCards.Alike(file, context)
            ),
            Subheading("What it is about"),
            .. Facts(file, context),
            .. Answers(file),
            .. buttons
                .Select(
                    (button, i) =>
                        LearningForm.Key(context, button.Title(file, context), button.Verb, file) is var made
                        && i >= MostButtons - (next is null ? 0 : 1)
                            ? made.BehindMore()
                            : (CardButton)made
                )
                .Chunk(MostInASet)
                .Select(set => Buttons(set)),
        ]);
    }

    /// <summary>What somebody else recorded since a version, in a line, to who fills in a card drawn from that one.</summary>
    public static string Since(LearningFile file, int version) =>
        string.Join(
            "; ",
            file.History.Where(recorded => recorded.Sequence > version)
                .TakeLast(MostSince)
                .Select(recorded => $"{Inputs.Cut(LearningText.Of((LearningEvent)recorded.Event, file).What, 200)} ({recorded.By.Display})")
        );

    /// <summary>Everything that happened, newest first.</summary>
    public static AdaptiveCard Timeline(LearningFile file, int page, CardContext context) =>
        RecordForm.Timeline(
            $"Practice learning {OnScreen.Reference(file.Ref)}",
            file,
            recorded => Said((LearningEvent)recorded.Event, file, context),
            page,
            LearningForm.Key(context, "Back to the referral", Verbs.OpenLearning, file),
            (title, to) =>
                LearningForm.Key(context, title, Verbs.LearningTimeline, file, ("page", to.ToString(CultureInfo.InvariantCulture))),
            Shown
        );

    /// <summary>The whole referral, a section at a time; the reading is recorded (D10).</summary>
    /// <param name="section">The number of the section, from 0.</param>
    /// <param name="from">The first row of a repeating section to show.</param>
    public static AdaptiveCard Read(LearningFile file, int section, int from, CardContext context)
    {
        var (form, answers) = (file.Referral!.Form, file.Referral.Answers);
        var pages = form.Asked(answers);
        section = Math.Clamp(section, 0, pages.Length - 1);
        var page = pages[section];
        CardButton To(string title, int to, int row) =>
            LearningForm.Key(
                context,
                title,
                Verbs.LearningRead,
                file,
                ("page", to.ToString(CultureInfo.InvariantCulture)),
                ("row", row.ToString(CultureInfo.InvariantCulture))
            );
        return Card([
            Text(Small($"{form.Title} {OnScreen.Reference(file.Ref)}, section {section + 1} of {pages.Length}")),
            Heading(page.Title) with
            {
                Spacing = "none",
            },
            Navigation(),
            .. ReferralCard.Section(answers, page, from),
            // Again at the end, for who has read down to it.
            Navigation(),
        ]);
        ActionSet Navigation() =>
            Buttons(
                ReferralCard.Next(answers, page, from) is { } more ? To("More of this section", section, more)
                    : section + 1 < pages.Length ? To("Next section", section + 1, 0)
                    : null,
                section > 0 ? To("Previous section", section - 1, 0) : null,
                LearningForm.Key(context, "Back to the referral", Verbs.OpenLearning, file),
                ReviewParts.Link(context, "As a Word file", $"documents/{Written.Code(file.Ref)}/learning").BehindMore()
            );
    }

    private static bool Holds(LearningFile file, Role role, CardContext context) => file.RolesOf(context.Viewer).Contains(role);

    private static string As(LearningFile file, CardContext context) =>
        Holds(file, Role.Practitioner, context) ? "You referred it."
        : Holds(file, Role.DesignatedSafeguardingLead, context) ? "You are its safeguarding lead."
        : Holds(file, Role.Operations, context) ? "You read it for the operational team."
        : Holds(file, Role.Chair, context) ? "You read it as the Chair."
        : Holds(file, Role.Scrutineer, context) ? "You read it as the Scrutineer."
        : "You read it as a member of the group.";

    private static int At(LearningStage stage) =>
        stage switch
        {
            LearningStage.NotStarted => 1,
            LearningStage.AwaitingSafeguardingLead or LearningStage.NotAgreed or LearningStage.Withdrawn => 2,
            LearningStage.AwaitingTriage or LearningStage.NotForTheGroup or LearningStage.WithTheMash => 3,
            LearningStage.AwaitingMeeting or LearningStage.Decided or LearningStage.Joined => 4,
        };

    private static string Where(LearningFile file) =>
        file.Stage switch
        {
            LearningStage.NotStarted => "Nothing has been sent.",
            LearningStage.AwaitingSafeguardingLead => $"{Inputs.Cut(file.Lead!.Display, 80)} is asked to agree, by "
                + $"{LearningWording.DueFrom(file, Domain.Calendar.Timescales.SafeguardingLeadsAnswer)}.",
            LearningStage.AwaitingTriage =>
                $"The Chair chooses where it goes, by {LearningWording.DueFrom(file, Domain.Calendar.Timescales.LearningTriage)}.",
            LearningStage.AwaitingMeeting => file.Way!.Way == LearningWay.SpecialMeeting
                ? "It is put before a special meeting of the group."
                : "It is put before the group's next meeting.",
            LearningStage.Decided => file.Decision!.ToTheReferrer,
            LearningStage.NotAgreed =>
                $"The safeguarding lead does not agree: {file.Lead!.Reason} You may still speak to your manager, or to the partnership's "
                    + "operational team.",
            LearningStage.NotForTheGroup => $"The Chair's reason: {file.Way!.Reason}",
            LearningStage.WithTheMash =>
                $"It looked serious, and is now the referral of a serious incident {file.Case}. Nothing has to be typed again.",
            LearningStage.Withdrawn => "The referrer took it back. Nothing more is done with it.",
            LearningStage.Joined => LearningJoiningCards.Where(file.Course!, file.Case),
        };

    private static IEnumerable<Element> Facts(LearningFile file, CardContext context) =>
        LearningForm
            .Facts(file)
            .Concat(ThemeCards.Facts(file, context))
            .Concat(LearningJoiningCards.Facts(file, context))
            .Concat(GoodPracticeCards.Facts(file, context))
            .Concat(TriBoroughCards.Facts(file))
            .Concat(
                file.Decision is { } decided
                    ?
                    [
                        Fact("Decided", string.Join("; ", decided.Outcomes.Select(LearningWording.Of))),
                        Fact("On", Written.ShortDay(decided.DecidedOn)),
                        Fact("Referrer told", file.Told is { } told ? $"{Written.Moment(told.At)}, {told.How}" : "Not yet"),
                    ]
                    : Array.Empty<Element>()
            )
            .Concat(file.Changes.TakeLast(3).Select(one => Fact("What changed", Inputs.Cut(one.Change, 400))));

    private static IEnumerable<Element> Answers(LearningFile file) =>
        file
            .Questions.TakeLast(3)
            .SelectMany(question =>
                new[]
                {
                    Fact("Asked", Inputs.Cut(question.Text, 300)),
                    Fact("Answer", question.Answer is { } answer ? Inputs.Cut(answer, 300) : "Not yet"),
                }
            );

    /// <summary>What happened; why, to who may read that.</summary>
    private static (string What, string Why) Said(LearningEvent happened, LearningFile file, CardContext context)
    {
        var (what, why) = LearningText.Of(happened, file);
        return (Inputs.Cut(what, 300), LearningPermissions.ReadsWhy(happened, file, context.Viewer) ? Inputs.Cut(why, 600) : "");
    }
}
