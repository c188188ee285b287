using SafeguardingTeams.Domain.Cases.Deciding;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.Domain.Cases.Telling;

/// <summary>The cards of a question to the three leads.</summary>
internal static class LeadsQuestionCards
{
    /// <summary>To the three leads: there is a question.</summary>
    internal static IEnumerable<Effect> ToTheLeads(CaseFile file, int number) =>
        Partners.Leads.Select(lead => Tell.To(file, CardKind.LeadsQuestion, lead, Topic.Round(number)));

    /// <summary>To those who may ask: all three have answered.</summary>
    internal static IEnumerable<Effect> AllHaveAnswered(CaseFile file, int number) =>
        new[] { Role.Operations, Role.Chair }.Select(role => Tell.To(file, CardKind.LeadsHaveAnswered, role, Topic.Round(number)));

    /// <summary>The open ones, to whoever is a lead now.</summary>
    internal static IEnumerable<Effect> Open(CaseFile file) =>
        file.Questions.Where(asked => asked.IsOpen).SelectMany(asked => ToTheLeads(file, asked.Number));

    /// <summary>What was taken back, drawn anew.</summary>
    internal static IEnumerable<Effect> TakenBack(CaseFile file) =>
        Tell.Again(
            file.Questions.Where(asked => asked.State == LeadsQuestionState.TakenBack).SelectMany(asked => ToTheLeads(file, asked.Number))
        );
}
