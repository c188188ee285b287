using Microsoft.Extensions.DependencyInjection;
using SafeguardingTeams.App.Commands;
using SafeguardingTeams.App.Directory;
using SafeguardingTeams.App.Keeping;
using SafeguardingTeams.App.Papers;
using SafeguardingTeams.App.Ports;
using SafeguardingTeams.App.Reading;
using SafeguardingTeams.App.Reconciling;
using SafeguardingTeams.App.Reports;
using SafeguardingTeams.App.Storage;
using SafeguardingTeams.App.Time;
using SafeguardingTeams.Presentation.Documents.Case;
using SafeguardingTeams.Presentation.Wording;

namespace SafeguardingTeams.App;

/// <summary>Adds the documents of a case and what is put into its folders.</summary>
internal static class PapersSetup
{
    internal static void AddPapers(this IServiceCollection services)
    {
        services.AddSingleton<Visits>();
        services.AddSingleton<WordReturns>();
        services.AddSingleton<LearningPapers>();
        services.AddSingleton(provider => new ReviewPapers(
            provider.GetRequiredService<IRows>(),
            provider.GetRequiredService<Visits>(),
            provider.GetRequiredService<ReadAudit>(),
            provider.GetRequiredService<PartnershipWords>(),
            provider.GetRequiredService<ReviewLettersKept>(),
            provider.GetRequiredService<KeptPapersWatch>(),
            provider.GetRequiredService<KeptDocuments>()
        ));
        services.AddSingleton<KeptPapersWatch>();
        services.AddSingleton<LearningByMail>();
        services.AddSingleton(provider => new ActionEvidence(
            provider.GetRequiredService<IRows>(),
            provider.GetRequiredService<Visits>(),
            provider.GetRequiredService<ReadAudit>(),
            provider.GetRequiredService<CommandRunner>(),
            provider.GetRequiredService<IKeptFiles>(),
            provider.GetRequiredService<KeptDocuments>(),
            provider.GetRequiredService<KeptPapersWatch>()
        ));
        services.AddSingleton(provider => new ReviewReportFiles(
            provider.GetRequiredService<IRows>(),
            provider.GetRequiredService<Visits>(),
            provider.GetRequiredService<ReadAudit>(),
            provider.GetRequiredService<CommandRunner>(),
            provider.GetRequiredService<IKeptFiles>(),
            provider.GetRequiredService<KeptDocuments>(),
            provider.GetRequiredService<KeptPapersWatch>()
        ));
        services.AddSingleton(provider => new MeetingPapers(
            provider.GetRequiredService<IRows>(),
            provider.GetRequiredService<Visits>(),
            provider.GetRequiredService<ReadAudit>(),
            provider.GetRequiredService<PartnershipWords>(),
            provider.GetRequiredService<MeetingPapersKept>(),
            provider.GetRequiredService<KeptPapersWatch>()
        ));
        services.AddSingleton(provider => new BriefingPapers(
            provider.GetRequiredService<IRows>(),
            provider.GetRequiredService<Visits>(),
            provider.GetRequiredService<ReadAudit>(),
            provider.GetRequiredService<BriefingsKept>(),
            provider.GetRequiredService<KeptPapersWatch>()
        ));
        services.AddSingleton<ReportFigures>();
        services.AddSingleton<NamesOnRecord>();
        services.AddSingleton<OversightLists>();
        services.AddSingleton<StillNamed>();
        services.AddSingleton<AccessList>();
        services.AddSingleton<OversightPapers>();
        services.AddSingleton<AccessPapers>();
        services.AddSingleton(provider => new GroupReportPapers(
            provider.GetRequiredService<IRows>(),
            provider.GetRequiredService<Visits>(),
            provider.GetRequiredService<ReadAudit>(),
            provider.GetRequiredService<PartnershipWords>(),
            provider.GetRequiredService<ReportFigures>(),
            provider.GetRequiredService<GroupReportsKept>(),
            provider.GetRequiredService<KeptPapersWatch>()
        ));
        services.AddSingleton(provider => new CertificatePapers(
            provider.GetRequiredService<IRows>(),
            provider.GetRequiredService<Visits>(),
            provider.GetRequiredService<ReadAudit>(),
            provider.GetRequiredService<KeptDocuments>(),
            provider.GetRequiredService<KeptPapersWatch>()
        ));
        services.AddSingleton(provider => new CasePapers(
            provider.GetRequiredService<IRows>(),
            provider.GetRequiredService<Visits>(),
            provider.GetRequiredService<ReadAudit>(),
            provider.GetRequiredService<CaseDocuments>(),
            provider.GetRequiredService<IPeople>(),
            provider.GetRequiredService<LondonClock>(),
            provider.IsSetUp() ? provider.GetRequiredService<CaseFolders>() : null,
            provider.GetRequiredService<KeptDocuments>(),
            provider.GetRequiredService<PanelPapers>()
        ));
        services.AddSingleton(provider => new CaseUploads(
            provider.GetRequiredService<IRows>(),
            provider.GetRequiredService<Visits>(),
            provider.GetRequiredService<CommandRunner>(),
            provider.IsSetUp() ? provider.GetRequiredService<CaseFolders>() : null
        ));
    }
}
