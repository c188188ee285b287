using SafeguardingTeams.Domain.Briefings;
using SafeguardingTeams.Domain.Figures;
using SafeguardingTeams.Domain.Forms.Briefings;
using SafeguardingTeams.Domain.Steps.BriefingAnswers;
using SafeguardingTeams.Domain.Steps.BriefingEnding;
using SafeguardingTeams.Domain.Steps.BriefingSending;
using SafeguardingTeams.Domain.Steps.BriefingWriting;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.Domain.Tests.Figures;

/// <summary>What a report tells of briefings (E20, E24), against what happened.</summary>
public class BriefingFiguresTests
{
    private static readonly ReportPeriod Next = ReportPeriod.OfYear(2027);

    [Fact]
    public void What_was_sent_answered_and_reached_is_what_the_events_say_E20_E24()
    {
        var told = Told(Partnership.Figures, Partnership.Year);
        var sent = Partnership
            .Records.OfType<BriefingFile>()
            .Select(file => (file.Plan?.Purpose, Events: file.History.ConvertAll(one => one.Event)))
            .Where(one => one.Events.Exists(each => each is BriefingDispatched) && !one.Events.Exists(each => each is BriefingTakenBack))
            .ToList();
        Assert.Equal(sent.Count(one => one.Purpose == BriefingPurpose.SevenMinutes), told["SevenMinutes"].Count);
        Assert.Equal((3, 1, 0), (told["SevenMinutes"].Count, told["Training"].Count, told["TriBorough"].Count));
        var answers = sent.SelectMany(one => one.Events.OfType<BriefingAnswered>().GroupBy(each => each.Used.AgencyId)).ToList();
        // All that is not answered is overdue at the end of March, or was closed without it.
        Assert.Equal(answers.Count, told["answered-in-time"].Count);
        Assert.Equal(sent.Sum(one => ((BriefingBegun)one.Events[0]).Plan.Agencies.Count), told["answered-in-time"].Of);
        Assert.Equal(answers.Sum(agency => agency.Last().Used.People), told["people"].Count);
        Assert.Equal(29, told["people"].Count);
    }

    [Fact]
    public void A_late_answer_and_one_that_never_came_are_told_once_in_the_year_they_ended_E20_E24()
    {
        var story = BriefingStory.At(BriefingStage.Sent);
        Assert.Equal((0, 0), Answered(story, new(new(2026, 4, 1), new(2026, 12, 13))));
        Assert.Equal((0, 2), Answered(story, new(new(2026, 4, 1), new(2026, 12, 14))));
        story.On(CaseStory.Monday.AddDays(60)).Given(Answer(BriefingStory.Used()), BriefingStory.Member);
        story.Given(Answer(BriefingStory.Used() with { People = 20 }), BriefingStory.Member);
        story.On(CaseStory.Monday.AddDays(90)).Given(new CloseBriefing(BriefingStory.Id, "No answer came."), BriefingStory.Operations);
        Assert.Equal((0, 2), Answered(story, Partnership.Year));
        Assert.Equal(20, Of(story, Partnership.Year)["people"].Count);
        Assert.Equal((0, 0), Answered(story, Next));
        Assert.Equal(0, Of(story, Next)["people"].Count);
    }

    [Fact]
    public void One_that_is_corrected_is_counted_once_from_when_it_was_first_sent_E20_E24()
    {
        var story = BriefingStory.At(BriefingStage.Sent).Given(Answer(BriefingStory.Used()), BriefingStory.Member);
        story.Given(new CorrectBriefing(BriefingStory.Id, "A number was wrong."), BriefingStory.Operations);
        // While it is written again nobody waits for the other agency.
        Assert.Equal((1, 1), Answered(story, Partnership.Year));
        var figures = Assert.IsType<BriefingFigures>(FiguresOf.Of(story.File));
        Assert.Equal(story.File.Sent[0].On, figures.SentOn);
        Assert.Equal(1, Of(story, Partnership.Year)["SevenMinutes"].Count);
    }

    [Fact]
    public void One_that_was_not_sent_or_was_withdrawn_is_not_counted_and_one_nobody_answers_has_no_limit_E20_E24()
    {
        Assert.All(Enum.GetValues<BriefingStage>(), stage =>
            Assert.Equal(stage is BriefingStage.Sent or BriefingStage.Closed, FiguresOf.Of(BriefingStory.At(stage).File) is BriefingFigures)
        );
        Assert.Equal((0, 0), Answered(BriefingStory.At(BriefingStage.Sent, BriefingPurpose.TriBorough), Partnership.Year));
        Assert.DoesNotContain(Counting.Of([], Partnership.Year), one => one.Table == "briefings");
    }

    private static AnswerBriefing Answer(BriefingUsed used) => new(BriefingStory.Id, used);

    private static (int?, int?) Answered(BriefingStory story, ReportPeriod period) =>
        Of(story, period)["answered-in-time"] is var told ? (told.Count, told.Of) : default;

    private static Dictionary<string, Figure> Of(BriefingStory story, ReportPeriod period) => Told([FiguresOf.Of(story.File)!], period);

    private static Dictionary<string, Figure> Told(IReadOnlyList<RecordFigures> all, ReportPeriod period) =>
        Counting.Of(all, period).Where(one => one.Table == "briefings").ToDictionary(one => one.Row);
}
