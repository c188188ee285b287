using System.Collections.Immutable;
using SafeguardingTeams.App.Ports;
using SafeguardingTeams.Domain.Cases.Reviewing;

namespace SafeguardingTeams.App.Sweeps;

/// <summary>
/// Whose each answer in an event is: by the address somebody was invited by; else, because Outlook may list them by another, by the name
/// they were invited by, where nobody else has it.
/// </summary>
internal static class EventAnswers
{
    /// <summary>What was answered, by the address of who was invited; and how many answers are nobody's.</summary>
    internal static (ImmutableDictionary<string, Answered> Of, int Unmatched) Read(OutlookEvent planned, IReadOnlyList<Invitee> invited)
    {
        var left = planned.People;
        var answers = ImmutableDictionary.CreateBuilder<string, Answered>(StringComparer.OrdinalIgnoreCase);
        foreach (var invitee in invited)
        {
            if (left.Find(person => person.Address.Equals(invitee.Address, StringComparison.OrdinalIgnoreCase)) is { } person)
            {
                answers[invitee.Address] = Of(person.Answer);
                left = left.Remove(person);
            }
        }

        foreach (var name in invited.Where(invitee => !answers.ContainsKey(invitee.Address)).GroupBy(invitee => invitee.Display))
        {
            if (
                name.ToList() is [var only]
                && left.FindAll(person => person.Display.Equals(only.Display, StringComparison.OrdinalIgnoreCase)) is [var person]
            )
            {
                answers[only.Address] = Of(person.Answer);
                left = left.Remove(person);
            }
        }

        return (answers.ToImmutable(), left.Count(person => person.Answer != InvitationAnswer.None));
    }

    private static Answered Of(InvitationAnswer answer) =>
        answer switch
        {
            InvitationAnswer.None => Answered.NotYet,
            InvitationAnswer.Accepted => Answered.Accepted,
            InvitationAnswer.Tentative => Answered.Tentative,
            InvitationAnswer.Declined => Answered.Declined,
        };
}
