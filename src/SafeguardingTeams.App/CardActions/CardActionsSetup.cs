using Microsoft.Extensions.DependencyInjection;
using SafeguardingTeams.App.Ports;

namespace SafeguardingTeams.App.CardActions;

/// <summary>Adds what answers cards.</summary>
internal static class CardActionsSetup
{
    internal static IServiceCollection AddCardActions(this IServiceCollection services)
    {
        foreach (var family in Families)
        {
            services.AddSingleton(family);
            services.AddSingleton(provider => (ICardHandlers)provider.GetRequiredService(family));
        }

        return services
            .AddSingleton<StepRunner>()
            .AddSingleton<ReviewDesk>()
            .AddSingleton<LearningDesk>()
            .AddSingleton<ActionDesk>()
            .AddSingleton<ActionSources>()
            .AddSingleton<MeetingDesk>()
            .AddSingleton<MeetingSeats>()
            .AddSingleton<ReviewRecordDesk>()
            .AddSingleton<BriefingDesk>()
            .AddSingleton<EarlierRecommendations>()
            .AddSingleton<DraftEditing>()
            .AddSingleton<LetterOfForm>()
            .AddSingleton<DraftSending>()
            .AddSingleton<RetainedDesk>()
            .AddSingleton<HandlersByVerb>()
            .AddSingleton<ICardActions, CardRouter>();
    }

    /// <summary>The families of handlers: every class that says it is one.</summary>
    private static IEnumerable<Type> Families =>
        typeof(CardActionsSetup)
            .Assembly.GetTypes()
            .Where(type => type is { IsClass: true, IsAbstract: false } && type.IsAssignableTo(typeof(ICardHandlers)));
}
