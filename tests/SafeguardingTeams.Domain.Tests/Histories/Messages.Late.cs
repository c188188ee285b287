using System.Collections.Immutable;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.Chasing;

namespace SafeguardingTeams.Domain.Tests.Histories;

/// <content>Reminders of a case, late ones too.</content>
internal sealed partial class Messages
{
    /// <summary>
    /// A reminder of a case's clock, late ones too, goes only to people who can do something about it in the case (F2). An agency's member
    /// of the group sees to it in their own agency, and takes no step here (RO11).
    /// </summary>
    private static IEnumerable<string> ToNoPurpose(RecordEvent happened, RecordFile then, World world, ImmutableList<Actor> people) =>
        happened is not DeadlineChased chased
            ? []
            : from card in Of(happened, then).OfType<Effect.ShowCard>()
            where card is { Kind: CardKind.Reminder, To: not Recipient.MemberOf }
            let now = (CaseFile)world.Of(card.Record)
            from person in Persons(card.To, now, people)
            where !Truths.MayHelp(person, now)
            select $"{chased.Kind} of {chased.TimescaleId} at {now.StageName} goes to {person.PersonId}, who can do nothing about it";
}
