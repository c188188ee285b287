using System.Reflection;
using AdaptiveCards;
using SafeguardingTeams.Domain.Actions;
using SafeguardingTeams.Domain.Briefings;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Learning;
using SafeguardingTeams.Domain.Meetings;
using SafeguardingTeams.Domain.Reviews;
using SafeguardingTeams.Presentation.Screens;
using SafeguardingTeams.Presentation.Steps;
using SafeguardingTeams.Presentation.Wording;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.Presentation.Tests.Steps;

/// <summary>A step is whole: what happens in it and what it sends has words, in the folder of its name.</summary>
public class StepWordsTests
{
    private const string Root = "SafeguardingTeams.Presentation.Steps.";

    private static IEnumerable<Type> Events =>
        typeof(CaseEvent).Assembly.GetTypes().Where(type => !type.IsAbstract && type.IsSubclassOf(typeof(CaseEvent)));

    [Fact]
    public void Every_event_of_a_case_has_words_in_the_timeline()
    {
        Assert.True(Events.Count() > 50);
        Assert.Equal(
            [],
            Events.Except(TimelineText.Known).Select(type => $"{type.Name}: no line in the class Timeline of Steps/{Folder(type)}")
        );
    }

    [Fact]
    public void Every_event_of_practice_learning_has_words_in_the_folder_of_its_step()
    {
        var events = typeof(LearningEvent).Assembly.GetTypes().Where(type => !type.IsAbstract && type.IsSubclassOf(typeof(LearningEvent)));
        Assert.Equal([], events.Except(LearningText.KnownEvents).Select(type => type.Name));
        Assert.Equal(
            [],
            Pieces<StepLines<LearningEvent, LearningFile>>("LearningWords", "Lines")
                .SelectMany(step =>
                    step.Words.Lines.Keys.Where(type => Folder(type) != step.Folder).Select(type => $"{type.Name} in {step.Folder}")
                )
        );
    }

    /// <summary>That an action was agreed may happen in another step's transaction; its words stand with the step of its own.</summary>
    [Fact]
    public void Every_event_of_an_action_has_words_in_the_folder_of_its_step()
    {
        var events = typeof(ActionEvent).Assembly.GetTypes().Where(type => !type.IsAbstract && type.IsSubclassOf(typeof(ActionEvent)));
        Assert.Equal([], events.Except(ActionText.KnownEvents).Select(type => type.Name));
        Assert.Equal(
            ["ActionAgreed in ActionAgreement"],
            Pieces<StepLines<ActionEvent, ActionFile>>("ActionWords", "Lines")
                .SelectMany(step =>
                    step.Words.Lines.Keys.Where(type => Folder(type) != step.Folder).Select(type => $"{type.Name} in {step.Folder}")
                )
        );
    }

    [Fact]
    public void Every_event_of_a_meeting_of_the_group_has_words_in_the_folder_of_its_step()
    {
        var events = typeof(MeetingEvent).Assembly.GetTypes().Where(type => !type.IsAbstract && type.IsSubclassOf(typeof(MeetingEvent)));
        Assert.Equal([], events.Except(MeetingText.KnownEvents).Select(type => type.Name));
        Assert.Equal(
            [],
            Pieces<StepLines<MeetingEvent, MeetingFile>>("MeetingWords", "Lines")
                .SelectMany(step =>
                    step.Words.Lines.Keys.Where(type => Folder(type) != step.Folder).Select(type => $"{type.Name} in {step.Folder}")
                )
        );
    }

    [Fact]
    public void Every_event_of_a_review_has_words_in_the_folder_of_its_step()
    {
        var events = typeof(ReviewEvent).Assembly.GetTypes().Where(type => !type.IsAbstract && type.IsSubclassOf(typeof(ReviewEvent)));
        Assert.Equal([], events.Except(ReviewRecordText.KnownEvents).Select(type => type.Name));
        Assert.Equal(
            [],
            Pieces<StepLines<ReviewEvent, ReviewFile>>("ReviewRecordWords", "Lines")
                .SelectMany(step =>
                    step.Words.Lines.Keys.Where(type => Folder(type) != step.Folder).Select(type => $"{type.Name} in {step.Folder}")
                )
        );
    }

    [Fact]
    public void Every_event_of_a_briefing_has_words_in_the_folder_of_its_step()
    {
        var events = typeof(BriefingEvent).Assembly.GetTypes().Where(type => !type.IsAbstract && type.IsSubclassOf(typeof(BriefingEvent)));
        Assert.Equal([], events.Except(BriefingRecordText.KnownEvents).Select(type => type.Name));
        Assert.Equal(
            [],
            Pieces<StepLines<BriefingEvent, BriefingFile>>("BriefingWords", "Lines")
                .SelectMany(step =>
                    step.Words.Lines.Keys.Where(type => Folder(type) != step.Folder).Select(type => $"{type.Name} in {step.Folder}")
                )
        );
    }

    [Fact]
    public void Every_kind_of_message_has_words() =>
        Assert.Equal(
            [],
            Enum.GetValues<CardKind>()
                .Except(MessageText.Known)
                .Except(LearningText.KnownMessages)
                .Except(ActionText.KnownMessages)
                .Except(MeetingText.KnownMessages)
                .Except(ReviewRecordText.KnownMessages)
                .Except(BriefingRecordText.KnownMessages)
                .Except(StoredCard.KnownOfTheGroup)
                .Select(kind => $"{kind}: no words in Steps/*/Messages.cs")
        );

    /// <summary>A step has a folder of its name in Presentation, but the one that nobody takes on a card.</summary>
    [Fact]
    public void Every_step_on_a_card_has_its_folder()
    {
        var folders = typeof(TimelineText)
            .Assembly.GetTypes()
            .Select(type => type.Namespace ?? "")
            .Where(name => name.StartsWith(Root, StringComparison.Ordinal));
        var steps = typeof(CaseEvent)
            .Assembly.GetTypes()
            .Select(type => type.Namespace ?? "")
            .Where(name => name.StartsWith("SafeguardingTeams.Domain.Steps.", StringComparison.Ordinal));
        Assert.Equal(["GroupRecord"], steps.Select(Last).Distinct().Except(folders.Select(Last)).Order(StringComparer.Ordinal));
        static string Last(string name) => name.Split('.')[4 - 1];
    }

    [Fact]
    public void Words_stand_in_the_folder_of_their_step() =>
        Assert.Equal(
            [],
            Pieces<StepTimeline>("Timeline", "Lines")
                .SelectMany(step =>
                    step.Words.Lines.Keys.Where(type => Folder(type) != step.Folder).Select(type => $"{type.Name} in {step.Folder}")
                )
        );

    /// <summary>A card nobody draws in the tests is neither read nor measured nor looked at.</summary>
    [Fact]
    public void Every_card_of_a_step_is_in_the_gallery()
    {
        var galleries = string.Concat(
            Directory
                .EnumerateFiles(Path.Combine(Approved.Root, "tests/SafeguardingTeams.Presentation.Tests"), "*Gallery*.cs")
                .Select(File.ReadAllText)
        );
        var cards = typeof(TimelineText)
            .Assembly.GetTypes()
            .Where(type => type.Namespace?.StartsWith(Root, StringComparison.Ordinal) == true)
            .SelectMany(type => type.GetMethods(BindingFlags.Static | BindingFlags.Public | BindingFlags.DeclaredOnly))
            .Where(method => method.ReturnType == typeof(AdaptiveCard))
            .Select(method => $"{method.DeclaringType!.Name}.{method.Name}")
            .Distinct()
            .ToList();
        Assert.True(cards.Count > 40, $"Only {cards.Count} found.");
        Assert.Equal([], cards.Where(card => !galleries.Contains($"{card}(", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
    }

    private static string Folder(Type type) => type.Namespace!.Split('.')[^1];

    private static IReadOnlyList<(string Folder, T Words)> Pieces<T>(string file, string property)
    {
        var found = typeof(TimelineText)
            .Assembly.GetTypes()
            .Where(type => type.Name == file && type.Namespace!.StartsWith(Root, StringComparison.Ordinal))
            .Select(type => (Folder(type), (T)type.GetProperty(property, BindingFlags.Static | BindingFlags.NonPublic)!.GetValue(null)!))
            .ToList();
        Assert.NotEmpty(found);
        return found;
    }
}
