using SafeguardingTeams.Domain.Group;
using SafeguardingTeams.Domain.Group.Retaining;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.Disposing;
using SafeguardingTeams.Domain.Steps.LegalHold;

namespace SafeguardingTeams.Tests;

/// <summary>What is recorded of the keeping of one record, each command as it would be asked for.</summary>
internal static class RetentionStory
{
    internal const string Certificate = "GSCP-DC-2222-3333";

    internal static readonly RecordRef Record = RecordRef.Parse("GSCP-PL-2222-3333");

    internal static DueRecord Due { get; } =
        new(
            Record,
            new("Practice learning", 10, RetentionStart.Closed),
            new DateOnly(2015, 3, 2),
            new DateOnly(2016, 3, 1),
            new DateOnly(2016, 3, 1)
        );

    internal static FoundToGo Found { get; } = new(Record, Due, []);

    internal static DisposalDone Done { get; } =
        new(
            new DateOnly(2026, 11, 3),
            [new(DisposalPlace.Events, 4), new(DisposalPlace.Readings, 12), new(DisposalPlace.KeptFiles, 2)],
            [
                new(DisposalRest.Exports, 0, new DateOnly(2027, 11, 4)),
                new(DisposalRest.Mails, 3, null),
                new(DisposalRest.IssuedReports, 0, null),
            ]
        );

    internal static KeptDocument Document { get; } =
        new(
            KeptKind.DisposalCertificate,
            $"disposal-{Certificate}",
            "",
            $"{Certificate}.docx",
            "ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb",
            1,
            "Partnership Operational Team"
        );

    internal static HoldRecord Hold { get; } = new(Record, HoldAuthority.Coroner, "An inquest is open.");

    /// <summary>Every command, in an order in which each can be done: seen is how often something was recorded before.</summary>
    internal static GroupCommand[] EveryCommand { get; } =
    [
        new ListForReview(Due),
        Hold,
        new LiftHold(Record, 1, "The inquest is over."),
        new ProposeDisposal(Found, "Nothing follows from it.", 3),
        new DeclineDisposal(Record, "An action is to be looked at.", 4),
        new KeepOn(RecordRef.Parse("GSCP-PL-4444-5555"), 5, "Research is asked for.", 1),
        new ProposeDisposal(Found, "The action was looked at.", 5),
        new ConfirmDisposal(Found, Certificate, 6),
        new CertifyDisposal(Record, Done, Document),
    ];

    /// <summary>Another record is on the list as well.</summary>
    internal static ListForReview AnotherDue { get; } = new(Due with { Record = RecordRef.Parse("GSCP-PL-4444-5555") });
}
