using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.DeadLetters;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.Domain.Tests.Steps;

/// <summary>What could not be done in Outlook or SharePoint is put before operations, and seen to by them or done after all.</summary>
public class DeadLettersTests
{
    private static readonly Actor Operations = CaseStory.Somebody(Role.Operations);
    private static readonly Actor System = CaseStory.Person("system", Role.ThisSystem);

    [Fact]
    public void What_could_not_be_done_is_said_once_and_again_only_where_the_reason_is_another()
    {
        var story = CaseStory.At(Stage.UnderReview);
        Assert.Equal(("overtaken", null), Refused(story, Stuck("letter", ""), System));
        story.Given(Stuck("letter", "The address is not known."), System);
        Assert.Equal(("overtaken", null), Refused(story, Stuck("letter", "The address is not known."), System));
        story.Given(Stuck("letter", "The mailbox is full."), System);
        Assert.Equal("The mailbox is full.", Assert.Single(story.File.Review.DeadLettered).Value.Why);
        story.Given(Stuck("letter", ""), System);
        Assert.Empty(story.File.Review.DeadLettered);
    }

    [Fact]
    public void Operations_say_what_they_did_by_hand_of_something_that_waits_for_them()
    {
        var story = CaseStory.At(Stage.UnderReview).Given(Stuck("letter", "The address is not known."), System);
        SettleDeadLetter Done(string subject, string how) => new(CaseStory.Id, subject, how);
        Assert.Equal(("overtaken", null), Refused(story, Done("invitation", "Telephoned."), Operations));
        Assert.Equal(("reason-needed", "reason"), Refused(story, Done("letter", " "), Operations));
        Assert.Equal(("too-long", "reason"), Refused(story, Done("letter", new('x', 4001)), Operations));
        story.Given(Done("letter", " Telephoned. "), Operations);
        Assert.Equal("Telephoned.", Assert.IsType<DeadLetterSettled>(story.File.History[^1].Event).How);
        Assert.Equal(("overtaken", null), Refused(story, Done("letter", "Telephoned."), Operations));
    }

    [Fact]
    public void All_that_is_stuck_at_once_is_one_message_and_what_is_stuck_after_the_rest_was_seen_to_another()
    {
        var story = CaseStory.At(Stage.UnderReview).Given(Stuck("letter", "The address is not known."), System);
        var first = story.File.Version;
        Assert.Equal([Alarm(first)], Effects(story));
        story.Given(Stuck("invitation", "The mailbox is full."), System);
        Assert.Equal([Alarm(first)], Effects(story));
        story.Given(new SettleDeadLetter(CaseStory.Id, "letter", "Telephoned."), Operations);
        Assert.Equal([Alarm(first)], Effects(story));
        story.Given(Stuck("invitation", ""), System).Given(Stuck("letter", "The address is not known."), System);
        Assert.Equal([Alarm(story.File.Version)], Effects(story));
    }

    private static ReportDeadLetter Stuck(string subject, string why) => new(CaseStory.Id, subject, "Letter to an agency", why);

    private static Effect.ShowCard Alarm(int since) =>
        new(CaseStory.Id, CardKind.StuckAlarm, new Recipient.HoldersOf(Role.Operations)) { About = Topic.Since(since) };

    private static IEnumerable<Effect> Effects(CaseStory story) => EffectsOf.Event(story.File.History[^1].Event, story.File);

    private static (string Code, string? Field) Refused(CaseStory story, Command command, Actor actor) =>
        Assert.IsType<Decision.Refused>(story.When(command, actor)).Reasons[0] is var refusal ? (refusal.Code, refusal.Field) : default;
}
