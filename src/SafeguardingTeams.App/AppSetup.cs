using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using SafeguardingTeams.App.CardActions;
using SafeguardingTeams.App.Commands;
using SafeguardingTeams.App.Configuration;
using SafeguardingTeams.App.Directory;
using SafeguardingTeams.App.Dispatch;
using SafeguardingTeams.App.Drafts;
using SafeguardingTeams.App.Flows;
using SafeguardingTeams.App.Indexes;
using SafeguardingTeams.App.Queues;
using SafeguardingTeams.App.Reading;
using SafeguardingTeams.App.Reconciling;
using SafeguardingTeams.App.Storage;
using SafeguardingTeams.App.Sweeps;
using SafeguardingTeams.App.Time;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Documents.Case;
using SafeguardingTeams.Presentation.Documents.Letter;
using SafeguardingTeams.Presentation.Documents.Reviews;
using SafeguardingTeams.Presentation.Wording;

namespace SafeguardingTeams.App;

/// <summary>Adds the application to a host.</summary>
public static class AppSetup
{
    /// <summary>Adds it for one partnership.</summary>
    /// <param name="services">The host's.</param>
    /// <param name="file">The partnership, already checked.</param>
    /// <param name="webPage">Where the signed-in page is reached.</param>
    /// <param name="letters">The letters it sends.</param>
    public static IServiceCollection AddApp(this IServiceCollection services, PartnershipFile file, Uri webPage, LetterTemplates letters)
    {
        StoredJson.Check();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<LondonClock>();
        services.AddSingleton(file);
        services.AddSingleton(new Partnership(file.Code));
        services.AddSingleton<CurrentRules>();
        services.AddSingleton<IPeople, ConfiguredPeople>();
        services.AddSingleton<FileAndRecord>();
        services.AddSingleton(Words(file, webPage));
        services.AddSingleton<CurrentWords>();
        services.AddSingleton(provider =>
            StoredSecrets.LoadAsync(provider.GetRequiredService<IRows>(), CancellationToken.None).GetAwaiter().GetResult()
        );
        services.AddSingleton<FindTokens>();
        services.AddSingleton<RowProjection>();
        services.AddSingleton<LikelyDuplicates>();
        services.AddSingleton<OutboxSignal>();
        services.AddSingleton<OfficeTime>();
        services.AddSingleton(new Backoff(Random.Shared));
        services.AddSingleton<WorkQueues>();
        services.AddSingleton<Claims>();
        services.AddSingleton<OpenForms>();
        services.AddSingleton<DeferredWrites>();
        services.AddSingleton<CommandRunner>();
        services.AddSingleton<GroupRecord>();
        services.AddSingleton<DraftStore>();
        services.AddSingleton<ReadAudit>();
        services.AddSingleton<Arrivals>();
        services.AddSingleton<Chats>();
        services.AddSingleton<StoredMessages>();
        services.AddSingleton<MessageReferrals>();
        services.AddSingleton<Dispatcher>();
        services.TryAddSingleton<FlowSetting>();
        services.AddSingleton<FlowSubscriptions>();
        services.AddSingleton<FlowAudience>();
        services.AddSingleton<FlowFanOut>();
        services.AddSingleton<DeadLetteredFlows>();
        services.AddOnDemand<FlowCalls>();
        services.AddOnDemand<FlowDeliveries>();
        services.AddReconciling();
        services.AddPapers();
        services.AddSingleton<CaseDocuments>();
        services.AddSingleton<ReviewLetters>();
        services.AddSingleton(letters);
        services.AddSingleton<Heartbeat>();
        services.AddSingleton<Vitals>();
        services.AddSingleton<Handovers>();
        services.AddSingleton<RoleChanges>();
        services.AddSingleton<ActionDigests>();
        services.AddSingleton<DeadlineSweep>();
        services.AddSingleton<EarlierThemes>();
        services.AddSingleton<CasesUnderWay>();
        services.AddSingleton<ThemedRecords>();
        services.AddUpkeeping();
        services.AddConnector();
        return services.AddCardActions();
    }

    private static PartnershipWords Words(PartnershipFile file, Uri webPage) =>
        new(
            file.Name,
            file.MashName,
            file.OperationsName,
            file.Contacts.OperationsTelephone,
            file.Contacts.OperationsEmail,
            file.Contacts.FrontDoorName,
            $"{file.Contacts.FrontDoorTelephone}, Monday to Friday, {file.Contacts.OfficeHours.From:HH:mm} to "
                + $"{file.Contacts.OfficeHours.To:HH:mm}",
            file.Contacts.FrontDoorOutOfHours,
            webPage,
            file.Wording
        )
        {
            Code = file.Code,
            GroupName = file.GroupName,
            HealthPartner = file.HealthPartnerName,
            PanelAddressee = file.Contacts.PanelAddressee,
            PanelAddress = string.Join('\n', file.Contacts.PanelAddress),
            GroupMeetings = [.. file.GroupMeetings.Order()],
            PanelEmail = file.Contacts.PanelEmail,
            DetailBasis = file.DetailBasis is { } basis
                ? new(basis.Text, basis.Source, basis.CheckedBy, basis.CheckedOn)
                : LegalBasis.NotChecked,
            Outside = [.. file.Outside.Select(one => new OutsideAddress(one.Body, one.Email, one.Source, one.CheckedBy, one.CheckedOn))],
            CheckedLimits = [.. file.CheckedLimits.Select(one => new CheckedLimit(one.Id, one.Source, one.CheckedBy, one.CheckedOn))],
        };
}
