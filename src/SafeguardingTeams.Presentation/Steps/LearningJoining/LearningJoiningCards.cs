using System.Collections.Immutable;
using AdaptiveCards;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Learning;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.LearningJoining;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Cards.Forms;
using SafeguardingTeams.Presentation.Cards.Layout;
using SafeguardingTeams.Presentation.Wording;
using static SafeguardingTeams.Presentation.Cards.Parts;

namespace SafeguardingTeams.Presentation.Steps.LearningJoining;

/// <summary>A record that may be about the same incident or child, to who may see it: no fact of it.</summary>
/// <param name="Stands">Which track, and where it stands.</param>
/// <param name="Same">What is the same.</param>
public sealed record AlikeLine(RecordRef Record, string Stands, ImmutableList<string> Same);

/// <summary>Referrals for practice learning about the same incident or child: what is alike, joined, separated (D11).</summary>
public static class LearningJoiningCards
{
    /// <summary>The choice that says that the referral is entered by its reference.</summary>
    public const string Other = "other";

    /// <summary>The one the card was opened on leads.</summary>
    public const string This = "this";

    private const int Shown = 8;

    /// <summary>What may be about the same, and which of two is to lead.</summary>
    public static AdaptiveCard Alike(LearningFile file, IReadOnlyList<AlikeLine> lines, Filled filled, CardContext context)
    {
        var learning = lines.Where(line => line.Record.Kind == RecordKind.Learning).Take(Shown).ToList();
        return LearningForm.Draw(
            file,
            filled,
            context,
            "Same child or incident?",
            "The one that leads goes on, the other follows it. Both referrers are told the same; each reads only their own. "
                + "You can separate them again.",
            [
                .. learning.Count == 0
                    ? Array.Empty<Element>()
                    : GroupForm.Choose(
                        filled,
                        context,
                        "which",
                        "Which referral?",
                        learning
                            .Select(line => new InputChoice($"{line.Record}: same {string.Join(", ", line.Same)}", line.Record.ToString()))
                            .Append(new("Another, by its reference", Other))
                    ),
                .. GroupForm.Line(
                    filled,
                    context,
                    "reference",
                    learning.Count == 0 ? "Reference of the other referral" : "If another: its reference",
                    $"Such as {context.Words.Code}-PL-7K3M-9QXT."
                ),
                .. GroupForm.Choose(filled, context, "leads", "Which one leads?", [new("This one", This), new("The other", Other)], This),
                .. GroupForm.Reason(filled, context, "Why are they about the same incident or child?"),
                lines.Count == 0
                    ? Runs.SmallLine("No other record that you may see has the same name, birth date or date of the incident.")
                    : Subheading("What may be about the same"),
                .. lines
                    .Take(Shown)
                    .Select(line =>
                        Lines.LinkLine(
                            OnScreen.Reference(line.Record),
                            $"{line.Stands}. The same: {string.Join(", ", line.Same)}",
                            "Open",
                            Opens(line.Record, context)
                        )
                    ),
            ],
            [
                LearningForm.Key(context, "Join them", Verbs.LearningAlike, file, (Verbs.Do, "yes")).Main(),
                .. lines.Select(line => line.Record).DistinctBy(record => record.Kind).Select(record => Opens(record, context)),
            ]
        );
    }

    /// <summary>Separate it again.</summary>
    public static AdaptiveCard Separate(LearningFile file, Filled filled, CardContext context) =>
        LearningForm.Draw(
            file,
            filled,
            context,
            "Separate it again?",
            $"It follows {file.JoinedTo}. Separated, it goes on by itself where it stood before, and both referrers are told.",
            GroupForm.Reason(filled, context, "Why are they not about the same after all?"),
            LearningForm.Key(
                context,
                "Separate them",
                Verbs.LearningSeparate,
                file,
                (Verbs.Do, "yes"),
                ("from", Written.Code(file.JoinedTo!.Value))
            )
        );

    /// <summary>Where one stands that follows another.</summary>
    /// <param name="made">The referral of a serious incident that was made of it; null where none was.</param>
    internal static string Where(Course course, CaseId? made) =>
        course.Stage switch
        {
            LearningStage.AwaitingMeeting =>
                "Another referral is about the same child or incident. The two are put before a meeting of the " + "group together.",
            LearningStage.Decided => course.Said,
            LearningStage.NotForTheGroup => $"The two were looked at together. The Chair's reason: {course.Said}",
            LearningStage.WithTheMash when made is { } id =>
                $"It looked serious: with the one it is looked at with it is now the referral of a serious incident {id}. Nothing has to "
                    + "be typed again.",
            LearningStage.WithTheMash => "It looked serious: the referral it is looked at with has gone on as a serious incident.",
            _ => "Another referral is about the same child or incident. The Chair chooses where the two go together.",
        };

    /// <summary>What it is joined with: to the group by reference, to the referrer only that there is another.</summary>
    internal static IEnumerable<Element> Facts(LearningFile file, CardContext context) =>
        !LearningPermissions.WorksOnIt(file, context.Viewer)
            ? file.Joined.IsEmpty
                ? []
                : [Fact("Looked at together with", Written.Count(file.Joined.Count, "other referral", "other referrals"))]
            :
            [
                .. file.JoinedTo is { } leads ? [Fact("Follows", leads.ToString())] : Array.Empty<Element>(),
                .. file.Joined.Select(joined =>
                    Fact("Followed by", $"{joined.Learning}, by {joined.Referrer.Display}, {joined.Referrer.AgencyName}")
                ),
            ];

    /// <summary>The message to a referrer where it brings the joining itself; null where it brings something else.</summary>
    internal static (string, string)? Told(RecordAsked<LearningFile> asked) =>
        asked.File.History.Find(recorded => Topic.AfterEvent(recorded.Sequence) == asked.About)?.Event switch
        {
            LearningTakenIn when !asked.File.Joined.IsEmpty => asked.File.IsEnded ? BothEnded : Together,
            LearningJoined when asked.File.Stage == LearningStage.Joined => asked.File.IsEnded ? BothEnded : Together,
            LearningGivenBack or LearningSeparated when asked.File is { JoinedTo: null, Joined.IsEmpty: true, IsEnded: false } => (
                "Looked at by itself again",
                "Your referral was looked at together with another. It goes on by itself now, and you are told what comes of it."
            ),
            _ => null,
        };

    /// <summary>The message to the referrer of one that follows another: how far that one has come.</summary>
    internal static (string, string) Progress(Course course, PartnershipWords words) =>
        course.Stage switch
        {
            LearningStage.AwaitingMeeting => (
                "The group will talk about it",
                "The Chair has put it before a meeting of the group, together with another referral. You are told what the group decides."
            ),
            LearningStage.Decided => ("The group has decided", "Open it to read what was decided and what happens now. Thank you."),
            LearningStage.NotForTheGroup => (
                "Not for the group",
                "The Chair has decided that this is not for the group. Open it to read why."
            ),
            LearningStage.WithTheMash => (
                $"It goes to {words.Mash}",
                "The Chair thinks that this looks serious. What you wrote and the referral yours is looked at with have gone to "
                    + $"{words.Mash} as a serious incident; you need not type anything again."
            ),
            _ => Together,
        };

    private static (string, string) Together { get; } =
        (
            "Looked at with another",
            "Another referral is about the same child or incident as yours, and the two are looked at together. You are told what comes "
                + "of it. Whoever made the other does not read yours."
        );

    /// <summary>Where it has ended by the time the message arrives: it tells of that too.</summary>
    private static (string, string) BothEnded { get; } =
        (
            "Looked at with another",
            "Another referral is about the same child or incident as yours, and the two are looked at together. What was decided goes for "
                + "both: open it to read it. Whoever made the other does not read yours."
        );

    private static ActionExecute Opens(RecordRef record, CardContext context) =>
        Button(
            context,
            $"Open {OnScreen.Reference(record)}",
            record.Kind == RecordKind.Learning ? Verbs.OpenLearning : Verbs.OpenCase,
            ("case", Written.Code(record))
        );
}

/// <summary>What timeline, messages and buttons say of it.</summary>
internal static class LearningWords
{
    internal static StepLines<LearningEvent, LearningFile> Lines { get; } =
        new StepLines<LearningEvent, LearningFile>()
            .Line<LearningJoined>((joined, _) => ("Joined to another referral, which it follows", $"{joined.To}: {joined.Reason}"))
            .Line<LearningTakenIn>((taken, _) => ("Another referral joined to this one", $"{taken.Joined.Learning}: {taken.Reason}"))
            .Line<LearningSeparated>((apart, _) => ("Separated from the referral it followed", $"{apart.From}: {apart.Reason}"))
            .Line<LearningGivenBack>((given, _) => ("Another referral separated from this one", $"{given.To}: {given.Reason}"))
            .Line<WentAlong>(
                (along, _) => ($"Gone on with the referral it follows, as the referral of a serious incident {along.Case}", "")
            )
            .Line<CourseFollowed>(
                (followed, _) =>
                    ($"The referral it follows is {LearningWording.Short(followed.Course.Stage)}, and so is this one", followed.Course.Said)
            );

    internal static StepTexts<LearningFile> Messages { get; } = new();

    internal static IReadOnlyList<LearningButton> Buttons { get; } =
    [
        new(230, Step.JoinLearning, Verbs.LearningAlike, (file, _) =>
            file.Stage == LearningStage.Joined ? "Separate it again" : "Same child or incident?"
        ),
    ];
}
