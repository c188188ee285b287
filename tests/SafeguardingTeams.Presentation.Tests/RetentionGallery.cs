using System.Collections.Immutable;
using AdaptiveCards;
using SafeguardingTeams.Domain.Group;
using SafeguardingTeams.Domain.Group.Retaining;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Cards.Forms;
using SafeguardingTeams.Presentation.Steps.Disposing;
using SafeguardingTeams.Presentation.Steps.LegalHold;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.Presentation.Tests;

/// <content>How long records are kept.</content>
internal static partial class Gallery
{
    private static IEnumerable<(string, AdaptiveCard)> Retention()
    {
        var (operations, chair) = (Context(CaseStory.Somebody(Role.Operations)), Context(CaseStory.Somebody(Role.Chair)));
        var due = new Retained(RetentionStory.Record) { Changes = 1, Due = RetentionStory.Due };
        var hold = new RecordHold(1, HoldAuthority.Coroner, "An inquest is open.", "Partnership operations officer", new(2026, 10, 5));
        var held = due with { Holds = [hold], LastHold = 1, Changes = 2 };
        var proposed = due with
        {
            Proposed = new("operations-officer", "Partnership operations officer", CaseStory.Monday, "Nothing follows from it."),
        };
        var disposal = new Disposal(RetentionStory.Certificate, RetentionStory.Due, proposed.Proposed!, "Chair", CaseStory.Monday);
        RetentionView Of(Retained kept, params ImmutableList<RecordRef> open) =>
            new(
                kept,
                RetentionStory.Found with
                {
                    OpenLinks = open,
                },
                [(RecordRef.Parse("GSCP-RV-2222-3333"), !open.IsEmpty), (RecordRef.Parse("GSCP-GM-2222-3333"), false)],
                RetentionStory.Due.Class
            );
        var other = new Retained(RecordRef.Parse("GSCP-4444-5555")) { Holds = [hold], LastHold = 1 };
        var gone = new Retained(RecordRef.Parse("GSCP-AC-6666-7777")) { Disposal = disposal with { Done = RetentionStory.Done } };
        var group = NewGroup with
        {
            Retained = new[] { due, other, gone }.ToImmutableSortedDictionary(
                one => one.Record.ToString(),
                one => one,
                StringComparer.Ordinal
            ),
        };
        yield return ("group-retention", RetentionCards.List(group, null, operations));
        yield return ("group-retention-none", RetentionCards.List(NewGroup, null, chair));
        yield return ("group-retention-due", RetentionCards.Draw(Of(due), group, null, operations));
        yield return (
            "group-retention-linked",
            RetentionCards.Draw(Of(due, RecordRef.Parse("GSCP-RV-2222-3333")), group, null, operations)
        );
        yield return ("group-retention-held", RetentionCards.Draw(Of(held), group, new(NoticeKind.Done, "It is held."), chair));
        yield return ("group-retention-proposed", RetentionCards.Draw(Of(proposed), group, null, chair));
        yield return ("group-retention-form-hold", HoldCards.Hold(null, Filled.Nothing, operations));
        yield return ("group-retention-form-lift", HoldCards.Lift(held, hold, Filled.Nothing, chair));
        yield return ("group-retention-form-keep-on", RetentionForms.KeepOn(due, Filled.Nothing, operations));
        yield return ("group-retention-form-propose", RetentionForms.Propose(due, Filled.Nothing, operations));
        yield return (
            "group-retention-form-propose-wrong",
            RetentionForms.Propose(
                due,
                new(ImmutableDictionary<string, string>.Empty, [new("reason-needed", "Say why it need not be kept.", "reason")]),
                operations
            )
        );
        yield return ("group-retention-form-decline", RetentionForms.Decline(proposed, Filled.Nothing, chair));
        yield return ("group-retention-under-way", CertificateCard.Draw(RetentionStory.Record, disposal, null, chair));
        yield return (
            "group-retention-certificate",
            CertificateCard.Draw(RetentionStory.Record, disposal with { Done = RetentionStory.Done }, null, operations)
        );
        yield return ("sample-retention-message", DisposalMessage.Draw());
    }
}
