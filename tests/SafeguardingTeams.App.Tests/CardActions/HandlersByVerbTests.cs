using AdaptiveCards;
using Microsoft.Extensions.DependencyInjection;
using SafeguardingTeams.App.CardActions;
using SafeguardingTeams.Presentation.Cards;

namespace SafeguardingTeams.App.Tests.CardActions;

/// <summary>Every verb has its one handler, or nothing starts.</summary>
public class HandlersByVerbTests
{
    [Fact]
    public async Task Every_constant_of_Verbs_has_a_handler()
    {
        await using var services = Handlers.Services();
        var handlers = services.GetRequiredService<HandlersByVerb>();
        Assert.True(HandlersByVerb.Known.Count > 90, $"Only {HandlersByVerb.Known.Count} verbs found.");
        Assert.All(HandlersByVerb.Known, verb => Assert.Equal(verb, handlers.Of(verb)?.Verb));
    }

    [Fact]
    public async Task What_is_no_verb_of_ours_has_none()
    {
        await using var services = Handlers.Services();
        var handlers = services.GetRequiredService<HandlersByVerb>();
        Assert.All(new[] { "", Verbs.Do, "HOME", " home", "no-such-verb" }, verb => Assert.Null(handlers.Of(verb)));
    }

    [Fact]
    public void A_verb_without_a_handler_is_named_at_start() =>
        Assert.Equal("Verbs of cards: \"b\" has no handler.", Fault([Of("a")], ["a", "b"]));

    [Fact]
    public void A_verb_with_two_handlers_is_named_at_start() =>
        Assert.Equal("Verbs of cards: \"a\" has more than one handler.", Fault([Of("a"), Of("a")], ["a"]));

    [Fact]
    public void A_handler_of_what_is_no_verb_is_named_at_start() =>
        Assert.Equal("Verbs of cards: \"c\" is no constant of Verbs.", Fault([Of("a"), Of("c")], ["a"]));

    private static string Fault(IEnumerable<CardHandler> handlers, IReadOnlyCollection<string> known) =>
        Assert.Throws<InvalidOperationException>(() => new HandlersByVerb(handlers, known)).Message;

    private static CardHandler Of(string verb) => new(verb, (_, _) => Task.FromException<AdaptiveCard>(new NotSupportedException()));
}
