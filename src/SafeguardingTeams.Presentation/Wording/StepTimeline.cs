using SafeguardingTeams.Domain.Cases;

namespace SafeguardingTeams.Presentation.Wording;

/// <summary>What the events of one step say in the timeline: what happened, and why.</summary>
internal sealed class StepTimeline
{
    private readonly Dictionary<Type, Func<CaseEvent, CaseFile, (string What, string Why)>> _lines = [];

    internal IReadOnlyDictionary<Type, Func<CaseEvent, CaseFile, (string What, string Why)>> Lines => _lines;

    internal StepTimeline Line<TEvent>(Func<TEvent, CaseFile, (string What, string Why)> says)
        where TEvent : CaseEvent
    {
        _lines.Add(typeof(TEvent), (happened, file) => says((TEvent)happened, file));
        return this;
    }
}
